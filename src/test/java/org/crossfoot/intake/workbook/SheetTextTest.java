package org.crossfoot.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.UnpackedBytes.PackingFault;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class SheetTextTest {

    private static final long LIMIT = 1_000_000;

    @FunctionalInterface
    private interface Filling {

        void fill(Workbook workbook, Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            filling.fill(workbook, workbook.newWorksheet("Arrests FY25"));
        }
        return bytes.toByteArray();
    }

    private static List<String> lines(byte[] workbook, String sheet) throws IOException {
        try (InputStream text = SheetText.of(() -> new ByteArrayInputStream(workbook), sheet, LIMIT)) {
            return List.of(new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        }
    }

    private static List<String> lines(Filling filling) throws IOException {
        return lines(workbook(filling), null);
    }

    private static void format(Worksheet sheet, int column, Number value, String format) {
        sheet.value(0, column, value);
        sheet.style(0, column).format(format).set();
    }

    @Test
    void aLineIsTheRowOfItsNumber() throws IOException {
        assertThat(lines((workbook, sheet) -> {
            sheet.value(0, 0, "A title");
            sheet.value(2, 0, "Office");
            sheet.value(2, 1, "Arrests");
            sheet.value(3, 0, "Boston");
            sheet.value(3, 1, 120);
        })).containsExactly("\"A title\",\"\"", "", "\"Office\",\"Arrests\"", "\"Boston\",\"120\"");
    }

    @Test
    void numbersAreAsTheyAreShown() throws IOException {
        assertThat(lines((workbook, sheet) -> {
            format(sheet, 0, 1179, "#,##0");
            format(sheet, 1, 24.2345, "0.0");
            format(sheet, 2, 24.5, "0");
            format(sheet, 3, 0.456, "0.0%");
            format(sheet, 4, 12, "0.00");
            format(sheet, 5, 12, "0.##");
            format(sheet, 6, 0.1 + 0.2, "General");
            format(sheet, 7, 31, "0\" (r)\"");
            sheet.value(0, 8, 12345678901L);
        })).containsExactly("\"1179\",\"24.2\",\"25\",\"45.6%\",\"12.00\",\"12\",\"0.3\",\"31\",\"12345678901\"");
    }

    @Test
    void daysAreDaysHoweverTheyAreShown() throws IOException {
        assertThat(lines((workbook, sheet) -> {
            for (String format : List.of("m/d/yyyy", "d. mmm yy", "yyyy\"-\"mm", "[$-409]mmmm d")) {
                int column = Arrays.asList("m/d/yyyy", "d. mmm yy", "yyyy\"-\"mm", "[$-409]mmmm d").indexOf(format);
                sheet.value(0, column, LocalDate.of(2025, 1, 26));
                sheet.style(0, column).format(format).set();
            }
            sheet.value(0, 4, LocalDateTime.of(2025, 1, 26, 18, 30));
            sheet.style(0, 4).format("m/d/yy h:mm").set();
        })).containsExactly("\"2025-01-26\",\"2025-01-26\",\"2025-01-26\",\"2025-01-26\",\"2025-01-26T18:30:00\"");
    }

    @Test
    void mergedCellsHaveWhatIsPrintedInThemEach() throws IOException {
        assertThat(lines((workbook, sheet) -> {
            sheet.value(0, 0, "Office");
            sheet.value(0, 1, "Arrests");
            sheet.range(0, 1, 0, 2).merge();
            sheet.value(1, 1, "criminal");
            sheet.value(1, 2, "other");
            sheet.value(2, 0, "Boston");
            sheet.range(2, 0, 3, 0).merge();
            sheet.value(2, 1, 5);
            sheet.value(3, 1, 6);
        })).containsExactly("\"Office\",\"Arrests\",\"Arrests\"", "\"\",\"criminal\",\"other\"", "\"Boston\",\"5\",\"\"",
                "\"Boston\",\"6\",\"\"");
    }

    @Test
    void aWorkbookNeedNotSayHowItsNumbersAreShown() throws IOException {
        byte[] styled = workbook((workbook, sheet) -> {
            sheet.value(0, 0, "Boston");
            format(sheet, 1, 1179, "#,##0.00");
            sheet.value(0, 2, 0.1 + 0.2);
        });
        for (boolean named : new boolean[] {true, false}) {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            try (ZipFile from = ZipFile.builder().setByteArray(styled).get(); ZipOutputStream to = new ZipOutputStream(plain)) {
                for (ZipArchiveEntry part : Collections.list(from.getEntries())) {
                    String text = new String(from.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                    if (!part.getName().equals("xl/styles.xml")) {
                        to.putNextEntry(new ZipEntry(part.getName()));
                        to.write((named ? text : text.replaceAll("<(Override|Relationship) [^>]*styles[^>]*>", ""))
                                .getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            assertThat(lines(plain.toByteArray(), null)).containsExactly("\"Boston\",\"1179\",\"0.3\"");
        }
    }

    @Test
    void aFormulaThatNobodyHasCalculatedIsNotBlank() throws IOException {
        assertThat(lines((workbook, sheet) -> {
            sheet.value(0, 0, 3);
            sheet.formula(0, 1, "SUM(A1:A1)");
        })).containsExactly("\"3\",\"=SUM(A1:A1)\"");
    }

    @Test
    void quotesAndLineBreaksOfACellStayInIt() throws IOException {
        assertThat(lines((workbook, sheet) -> sheet.value(0, 0, "He said \"75\nper office\", no more")))
                .containsExactly("\"He said \"\"75 per office\"\", no more\"");
    }

    @Test
    void aSheetGoesByItsNameOrByAnExpression() throws IOException {
        byte[] two = workbook((workbook, sheet) -> {
            sheet.value(0, 0, "first");
            workbook.newWorksheet("Notes (1)").value(0, 0, "second");
        });
        assertThat(lines(two, "Notes (1)")).containsExactly("\"second\"");
        assertThat(lines(two, "Arrests FY\\d+")).containsExactly("\"first\"");
        assertFault(two, null, RejectReason.WORKBOOK,
                "the workbook has 2 sheets; say which in read.sheet of source.yml: 'Arrests FY25', 'Notes (1)'");
        assertFault(two, "Offices", RejectReason.WORKBOOK,
                "no sheet of the workbook matches read.sheet Offices; there are 'Arrests FY25', 'Notes (1)'");
        assertFault(two, ".*", RejectReason.WORKBOOK,
                "2 sheets of the workbook match read.sheet .*; there are 'Arrests FY25', 'Notes (1)'");
    }

    private static void assertFault(byte[] workbook, String sheet, RejectReason reason, String message) {
        assertThatThrownBy(() -> lines(workbook, sheet)).isInstanceOfSatisfying(PackingFault.class, fault -> {
            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(fault).hasMessage(message);
        });
    }

    @Test
    void whatIsNoWorkbookIsSaidToBeNone() {
        assertFault("office,arrests\n".getBytes(StandardCharsets.UTF_8), null, RejectReason.WORKBOOK,
                "the file is no workbook, as its name says it is; save it as .xlsx, or as CSV");
    }

    @Test
    void aDamagedWorkbookIsSaidToBeDamagedWhereverItIsCutOff() throws IOException {
        byte[] whole = workbook((workbook, sheet) -> sheet.value(0, 0, "Office"));
        for (int length = 4; length < whole.length; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> lines(cut, null)).as("cut after " + length).isInstanceOf(PackingFault.class)
                    .hasMessage("the workbook is damaged; save it again, or as CSV");
        }
    }

    @Test
    void aWorkbookThatHoldsMoreThanItMayIsNotUnpacked() throws IOException {
        byte[] large = workbook((workbook, sheet) -> {
            for (int row = 0; row < 60_000; row++) {
                sheet.value(row, 0, "the same");
            }
        });
        assertThat(large).hasSizeLessThan(300_000);
        assertFault(large, null, RejectReason.UNPACKED_SIZE, "unpacked it holds more than " + LIMIT
                + " bytes; raise read.unpacked_limit in source.yml, or have it delivered in parts");
    }
}
