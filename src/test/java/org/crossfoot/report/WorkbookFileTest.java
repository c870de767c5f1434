package org.crossfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Status;
import org.crossfoot.ledger.TableColumn;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.Severity;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A date's tables as a workbook. */
class WorkbookFileTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);

    private static final List<TableColumn<Object>> ONE_TEXT = List.of(TableColumn.text("text", String.class::cast));
    private static final List<TableColumn<Object>> ONE_NUMBER = List.of(TableColumn.whole("number", Long.class::cast));
    private static final List<TableColumn<Object>> ONE_DAY = List.of(TableColumn.day("day", LocalDate.class::cast));

    private static byte[] workbook(int mostRows, List<TableColumn<Object>> columns, Object... rows) {
        return new WorkbookFile(DAY, mostRows).sheet("sheet", columns, List.of(rows), rows.length, "figures.csv").file()
                .content();
    }

    private static List<Row> rows(byte[] workbook) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Stream<Row> rows = read.getFirstSheet().openStream()) {
            return rows.toList();
        }
    }

    /** By the directory at its end, as spreadsheets read it. */
    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        Path file = Files.write(Files.createTempFile("workbook", ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                byte[] content = zip.getInputStream(part).readAllBytes();
                CRC32 sum = new CRC32();
                sum.update(content);
                assertThat(part.getCrc()).as(part.getName()).isEqualTo(sum.getValue());
                parts.put(part.getName(), new String(content, StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }

    private static DiscrepancyRecord discrepancy(String id, String explanation) {
        return new DiscrepancyRecord(id, DAY, "sources-agree", "us", "arrests", DAY, DAY, Severity.ERROR, Status.NEW, false, 1,
                "ice:arrests=956 | nbc:arrests=1,179", 223, "18.91", Verdict.LOCALISED, "nbc:arrests", "", null, explanation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "=HYPERLINK(\"http://localhost\")", "+1", "-42", "@SUM(A1)", "=cmd|'/c calc'!A0", "\t=1+1",
            "</t></is></c><c r=\"B2\"><f>1+1</f></c>", "<script>alert(1)</script>", "\uff1d1+1", "1,179", "956", "TRUE",
            "2025-01-26", "two\nlines", "caf\u00e9 \ud83d\ude00", "'956", " before and after "})
    void aTextIsATextWhateverItLooksLike(String text) throws IOException {
        byte[] workbook = workbook(100, ONE_TEXT, text);

        Row row = rows(workbook).get(1);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).asString()).isEqualTo(text);
        assertThat(row.getCellCount()).isOne();
        assertThat(parts(workbook).get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void signsThatAWorkbookCannotHoldAreShownToBeMissingAndNoneIsReadOutOfItsNumber() throws IOException {
        assertThat(rows(workbook(100, ONE_TEXT, "a\u0000b\u001b\ud800c", "_x0041_")).stream().skip(1)
                .map(row -> row.getCell(0).asString())).containsExactly("a\ufffdb\ufffd\ufffdc", "_x005F_x0041_");
    }

    @Test
    void numbersAreNumbersAndDaysAreDays() throws IOException {
        assertThat(rows(workbook(100, ONE_NUMBER, 1179L, -5L)).stream().skip(1).map(row -> row.getCellAsNumber(0).orElseThrow()))
                .containsExactly(BigDecimal.valueOf(1179), BigDecimal.valueOf(-5));
        assertThat(rows(workbook(100, ONE_DAY, DAY)).get(1).getCellAsDate(0).orElseThrow().toLocalDate()).isEqualTo(DAY);
        assertThat(parts(workbook(100, ONE_DAY, DAY)).get("xl/styles.xml")).contains("yyyy-mm-dd");
    }

    @Test
    void aNumberOrDayThatASpreadsheetWouldMakeAnotherOfIsAText() throws IOException {
        assertThat(rows(workbook(100, ONE_NUMBER, 9_007_199_254_740_993L)).get(1).getCell(0).asString())
                .isEqualTo("9007199254740993");
        assertThat(rows(workbook(100, ONE_DAY, LocalDate.of(1899, 12, 31))).get(1).getCell(0).asString()).isEqualTo("1899-12-31");
    }

    @Test
    void aTextThatIsTooLongForACellIsCutAndSaysWhereAllOfItStands() throws IOException {
        String longest = "\ud83d\ude00".repeat(WorkbookFile.MOST_CHARACTERS / 2) + "x";
        List<Row> rows = rows(workbook(100, ONE_TEXT, longest, longest + "y"));

        assertThat(rows.get(1).getCell(0).asString()).isEqualTo(longest);
        assertThat(rows.get(2).getCell(0).asString()).hasSizeLessThanOrEqualTo(WorkbookFile.MOST_CHARACTERS)
                .endsWith("\ude00 ... (cut off here: a cell holds no more; all of it stands in figures.csv)");
    }

    @Test
    void aSheetThatIsFullSaysHowManyRowsAreMissingAndWhereTheyStand() throws IOException {
        Object[] numbers = IntStream.range(0, 9).mapToObj(Long::valueOf).toArray();
        assertThat(rows(workbook(10, ONE_NUMBER, numbers))).as("a header and nine rows just fit").hasSize(10)
                .last().satisfies(row -> assertThat(row.getCellAsNumber(0)).contains(BigDecimal.valueOf(8)));
        assertThat(rows(workbook(9, ONE_NUMBER, numbers))).hasSize(9).last()
                .satisfies(row -> assertThat(row.getCell(0).asString())
                .isEqualTo("And 2 rows more, which stand in figures.csv: a sheet holds 9 rows at most."));
        assertThat(WorkbookFile.MOST_ROWS).isEqualTo(1_048_576);
    }

    @Test
    void manyRowsAreWrittenAsTheyCome() throws IOException {
        Object[] numbers = IntStream.range(0, 2_000).mapToObj(Long::valueOf).toArray();
        assertThat(rows(workbook(10_000, ONE_NUMBER, numbers)).stream().skip(1)
                .map(row -> row.getCellAsNumber(0).orElseThrow().longValue())).isEqualTo(List.of(numbers));
    }

    @Test
    void headersStayInSightFilterAndARowLeadsToItsPlaceOnThePage() throws IOException {
        byte[] workbook = new WorkbookFile(DAY, 100).discrepancies(List.of(discrepancy("0935f3a8d2ca", "Arrests."))).file()
                .content();

        Map<String, String> parts = parts(workbook);
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("ySplit=\"1\"", "state=\"frozen\"",
                "<autoFilter ref=\"A1:R2\">")
                .containsPattern("<hyperlink ref=\"A2\" r:id=\"rId1\"");
        assertThat(parts.get("xl/worksheets/_rels/sheet1.xml.rels")).contains("Target=\"report.html#0935f3a8d2ca\"");
        assertThat(rows(workbook).get(0).stream().map(cell -> cell.asString()))
                .isEqualTo(TableColumn.names(DiscrepancyRecord.COLUMNS));
        assertThat(rows(workbook).get(1).getCellAsNumber(12)).as("gap_percent").contains(new BigDecimal("18.91"));
    }

    @Test
    void theSameTablesHaveTheSameBytesWheneverAndWhereverTheyAreWritten() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<byte[]> written = new ArrayList<>();
        try {
            for (String place : List.of("UTC", "Asia/Kathmandu")) {
                TimeZone.setDefault(TimeZone.getTimeZone(place));
                Locale.setDefault(Locale.forLanguageTag(place.equals("UTC") ? "en" : "ar-u-nu-arab"));
                written.add(new WorkbookFile(DAY, 100).discrepancies(List.of(discrepancy("0935f3a8d2ca", "Arrests.")))
                        .sheet("days", ONE_DAY, List.of(DAY), 1, "x").sheet("n", ONE_NUMBER, List.of(956L), 1, "x")
                        .file().content());
                Thread.sleep(1_100);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(written.get(1)).isEqualTo(written.get(0));
    }

    @Test
    void noTimeStandsInItAndEveryPartIsAsItsChecksumSays() throws IOException {
        assertThat(parts(workbook(100, ONE_TEXT, "x")).get("docProps/core.xml")).contains(">2000-01-01T00:00:00.000Z<");
    }
}
