package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code draft} proposes for reports that no settings are for. */
class DraftTest {

    @TempDir
    private Path home;

    @BeforeEach
    void threeOfficesAndTwoMeasures() throws IOException {
        put("input/crossfoot.yml", """
                zone: America/New_York
                breakdowns:
                  office: { complete: true }
                measures:
                  arrests:    { title: Arrests }
                  detainers:  { title: Detainers lodged }
                """);
        put("input/areas.csv", "area,name,part_of,breakdown,aliases\nus,United States,,,\nboston,Boston,us,office,\n"
                + "miami,Miami,us,office,\nomaha,Omaha,us,office,\n");
    }

    private Path put(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Typed.Answer draft(Path file, String... more) {
        return Typed.run(home.resolve("input"), home.resolve("output"), Stream.concat(Stream.of("draft", file.toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    private String drafted(String name, String text) throws IOException {
        Typed.Answer answer = draft(put("new/" + name, text));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(home.resolve("output")).doesNotExist();
        return answer.out();
    }

    @Test
    void theDraftOfAPlainReportIsReadByCheckAsItStands() throws IOException {
        String draft = drafted("daily.csv", "office,date,posted_on,arrests,detainers\nBoston,2025-01-26,2025-01-27,12,3\n"
                + "Miami,2025-01-26,2025-01-27,\"1,179\",at least 4\n");

        assertThat(draft).contains("title: daily\n", "published: { column: posted_on }\n", """
                figures:
                  - value:   { columns: "arrests|detainers" }
                    measure: { header: true }
                    area:    { column: office }
                    day:     { column: date }
                """, "# draft/daily.csv: 4 figures, 0 rejected; lines: 3 = 1 header + 2 with figures", "looks like areas, 100 %");
        Files.createDirectories(home.resolve("input/daily"));
        Files.writeString(home.resolve("input/daily/source.yml"), draft);
        Files.copy(home.resolve("new/daily.csv"), home.resolve("input/daily/daily.csv"));
        Typed.Answer check = Typed.run(home.resolve("input"), home.resolve("output"), "check");
        assertThat(check.out()).as(check.err()).contains("1 source, 1 report, 4 figures, 0 rejected, 0 not readable");
    }

    @Test
    void delimiterTitleLinesFormatsMarksAndTotalsAreSaid() throws IOException {
        String draft = drafted("x.csv", "Arrests by office;;\n;;\nOffice;Day;Arrests\nBoston;26.1.2025;12*\nMiami;26.1.2025;x\n"
                + "Omaha;26.1.2025;7\nTotal;26.1.2025;19\nSource: the agency;;\n");

        assertThat(draft).contains("delimiter: \";\"", "header_line: 3", "stop_at: \"Source.*\"", "marks: [\"*\"]",
                "format: d.M.yyyy", "map: { Total: us }", "# Decide: 'Total' is taken for United States",
                "3 figures, 0 rejected");
    }

    @Test
    void whatTheReportDoesNotTellIsLeftOpenAndCheckSaysSo() throws IOException {
        String draft = drafted("mine.csv", "office,number\nBoston,12\nMiami,13\n");

        assertThat(draft).contains("measure: { is: MEASURE }     # decide",
                "# Decide: which measure is it? One of arrests, detainers",
                "# Decide: the report does not say when", "# draft/source.yml:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"]: {is: x}\n# rm -rf", "a: { b", "\u202egnp", "no", "<script>alert(1)</script>", "'; drop"})
    void noHeaderBreaksOutOfTheDraft(String header) throws IOException {
        String draft = drafted("x.csv", "office,date,\"" + header.replace("\"", "\"\"") + "\"\nBoston,2025-01-26,12\n"
                + "Miami,2025-01-26,13\n");

        assertThat(draft).doesNotContain("\u202e").doesNotContain("\n# rm");
        assertThat(draft.lines().dropWhile(line -> !line.startsWith("# As it stands")).toList())
                .as(draft).anyMatch(line -> line.contains("figures, 0 rejected") || line.contains("MEASURE"));
    }

    @Test
    void whatLooksLikeAPersonsIsShownNowhere() throws IOException {
        Path file = put("new/list.csv", "A-Number,Last Name,office,date\n123456789,Doe,Boston,2025-01-26\n"
                + "987654321,Roe,Miami,2025-01-26\n");

        Typed.Answer answer = draft(file);

        assertThat(answer.out() + answer.err()).contains("rows:    count").doesNotContain("123456789", "Doe", "987654321");
    }

    @Test
    void aFileInAnotherEncodingIsReadByWhatItIs() throws IOException {
        Path file = home.resolve("latin.csv");
        Files.write(file, "office,date,arrests,note\nBoston,2025-01-26,12,caf\u00e9\nMiami,2025-01-26,13,\n"
                .getBytes(Charset.forName("windows-1252")));

        assertThat(draft(file).out()).contains("charset: windows-1252", "2 figures, 0 rejected");
    }

    @Test
    void aWorkbookIsReadByItsSheetAndADamagedOneIsTold() throws IOException {
        Path file = home.resolve("book.xlsx");
        try (OutputStream bytes = Files.newOutputStream(file); Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("Notes").value(0, 0, "of the agency");
            Worksheet sheet = workbook.newWorksheet("FY 25");
            for (int row = 0; row < 3; row++) {
                sheet.value(row, 0, List.of("Office", "Boston", "Miami").get(row));
                sheet.value(row, 1, List.of("Day", "2025-01-26", "2025-01-26").get(row));
                sheet.value(row, 2, List.of("Arrests", "12", "13").get(row));
            }
        }

        assertThat(draft(file).err()).contains("book.xlsx", "Notes", "FY 25");
        assertThat(draft(file, "--sheet", "FY 25").out()).contains("sheet: \"FY 25\"", "2 figures, 0 rejected");
        Typed.Answer damaged = draft(put("damaged.xlsx", "no workbook"));
        assertThat(damaged.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(damaged.err()).startsWith("crossfoot: damaged.xlsx");
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        assertThat(draft(home.resolve("none.csv")).exitCode()).isEqualTo(ExitCode.SETTINGS_WRONG);
        Typed.Answer other = draft(put("page.html", "<html>"));
        assertThat(other.exitCode()).isEqualTo(ExitCode.SETTINGS_WRONG);
        assertThat(other.err()).contains("reports end in .csv, .csv.gz or .xlsx");
    }
}
