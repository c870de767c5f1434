package org.crossfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.ledger.TableColumn;
import org.crossfoot.ledger.Revisions.DateSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as Crossfoot writes it. */
class CsvTableTest {

    private static final String SIGNS = "ab09, ,\"\"\n\r\t#'!$;|=+-@\u0000\u007f\u00a0\u00e9\u2028\uff1d\uff0b\uff0d\uff20";

    private static String written(Object... cells) {
        CsvTable table = new CsvTable();
        table.row(cells);
        return new String(table.bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-42", "@SUM(A1)", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x"})
    void aTextThatASpreadsheetWouldRunIsGuarded(String text) {
        assertThat(written("a", text)).isEqualTo("a,'" + text + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tx", "\rx", "\nx"})
    void aTextThatBeginsWithAControlIsGuardedAsWell(String text) {
        assertThat(written("a", text)).contains("'" + text);
    }

    @ParameterizedTest
    @CsvSource({"956", "~3500", "5-6", "'1,179'", "a=b", "ICE"})
    void aTextThatOnlyHoldsSuchASignIsLeftAlone(String text) {
        assertThat(written("a", text)).doesNotContain("'");
    }

    @Test
    void numbersAndDatesAreNeverGuarded() {
        assertThat(written(-42L, -1, new BigDecimal("-0.5"), LocalDate.of(2025, 1, 26))).isEqualTo("-42,-1,-0.5,2025-01-26\n");
    }

    @Test
    void aVerySmallNumberIsWrittenOutInFull() {
        assertThat(written(new BigDecimal("0.0000001"), new BigDecimal("1E+3"))).isEqualTo("0.0000001,1000\n");
    }

    @Test
    void quotesCommasAndLineBreaksAreQuoted() {
        assertThat(written("1,179", "a \"quoted\" word", "two\nlines", "cr\rlf"))
                .isEqualTo("\"1,179\",\"a \"\"quoted\"\" word\",\"two\nlines\",\"cr\rlf\"\n");
    }

    @Test
    void nothingIsAnEmptyCell() {
        assertThat(written("a", null, "", "b")).isEqualTo("a,,,b\n");
    }

    @Test
    void everyLineEndsInALineFeedAndTextIsUtf8() {
        CsvTable table = new CsvTable(List.of("x", "y"));
        table.row("caf\u00e9", "\ud83d\ude00");
        assertThat(table.bytes()).isEqualTo("x,y\ncaf\u00e9,\ud83d\ude00\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTableOfDeclaredColumnsHasThemInTheirOrderAndEachCellInItsType() {
        record Row(String text, Long number, LocalDate day) {
        }
        List<TableColumn<Row>> columns = List.of(TableColumn.text("t", Row::text), TableColumn.whole("n", Row::number),
                TableColumn.day("d", Row::day));
        LocalDate day = LocalDate.of(2025, 1, 26);
        List<Row> rows = List.of(new Row("-1", -1L, day), new Row("", null, null), new Row(null, 0L, day.plusDays(1)));
        assertThat(CsvTable.of(columns, rows))
                .asString().isEqualTo("t,n,d\n'-1,-1,2025-01-26\n\"\",,\n,0,2025-01-27\n");
    }

    @Test
    void theSummaryHasOneRowForEachDate() {
        assertThat(CsvTable.of(DateSummary.COLUMNS, List.of(new DateSummary(LocalDate.of(2025, 1, 25), 1, 3, 55, 1, 0, 1, 0, 2,
                "20.75"),
                new DateSummary(LocalDate.of(2025, 1, 26), 2, 3, 8, 2, 4, 1, 5, 3, "")))).asString().isEqualTo("""
                        date,revision,sources,figures,errors,warnings,infos,waived,fresh,worst_percent
                        2025-01-25,1,3,55,1,0,1,0,2,20.75
                        2025-01-26,2,3,8,2,4,1,5,3,
                        """);
    }

    @Test
    void rejectedRowsAreReadAsTheyWereMeant() {
        RejectLines lines = new RejectLines();
        lines.add(new Reject("ice", "ice/26.csv", 7, "arrests", "amount", "a \"quoted\" word", "two\nlines, =1+1"));
        lines.add(new Reject("ice", "ice/27.csv", 0, "", "unreadable", "caf\u00e9", "=1"));
        assertThat(RejectLines.read(lines.bytes())).extracting(row -> Stream.of("file", "line", "column", "detail", "text")
                .map(row::getField).collect(Collectors.joining("|"))).containsExactly(
                        "ice/26.csv|7|arrests|a \"quoted\" word|two\nlines, =1+1", "ice/27.csv|||caf\u00e9|'=1");
        assertThat(RejectLines.header()).asString().isEqualTo("source,file,line,column,reason,detail,text\n");
    }

    /** Cells of signs that CSV, spreadsheets or Commons CSV take for more than text, and of the values that tables hold. */
    private static Object randomCell(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> random.nextLong();
            case 2 -> random.nextInt();
            case 3 -> LocalDate.ofEpochDay(random.nextInt(-800_000, 3_000_000));
            case 4 -> BigDecimal.valueOf(random.nextInt(-5_000, 5_000), random.nextInt(6));
            default -> random.ints(random.nextInt(5), 0, SIGNS.length()).mapToObj(i -> SIGNS.substring(i, i + 1))
                    .collect(Collectors.joining());
        };
    }

    /** As Commons CSV writes what the guard has left. */
    private static void writeWithCommonsCsv(Object[] cells, CSVPrinter printer) throws IOException {
        for (Object cell : cells) {
            printer.print(cell instanceof String text && !text.isEmpty()
                    && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".contains(text.substring(0, 1)) ? "'" + text
                    : cell instanceof BigDecimal number ? number.toPlainString() : cell);
        }
        printer.println();
    }

    @Test
    void whateverTheCellsHoldTheBytesAreThoseOfCommonsCsv() throws IOException {
        Random random = new Random(20250126);
        StringBuilder expected = new StringBuilder();
        CsvTable table = new CsvTable();
        try (CSVPrinter printer = new CSVPrinter(expected,
                CSVFormat.RFC4180.builder().setRecordSeparator('\n').setQuoteMode(QuoteMode.MINIMAL).get())) {
            for (int row = 0; row < 50_000; row++) {
                Object[] cells = Stream.generate(() -> randomCell(random)).limit(random.nextInt(1, 5)).toArray();
                table.row(cells);
                writeWithCommonsCsv(cells, printer);
            }
        }
        assertThat(new String(table.bytes(), StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }
}
