package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.crossfoot.cli.Typed.Answer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publisher of workbooks, through the front door. */
class WorkbookReportsTest {

    @TempDir
    private Path home;

    private String out;

    private void write(String file, String text) throws IOException {
        Path path = home.resolve("input").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void settings(String read) throws IOException {
        write("crossfoot.yml", "zone: America/New_York\nbreakdowns: { office: { complete: true } }\nmeasures: { arrests: {} }\n");
        write("areas.csv", "area,name,part_of,breakdown,aliases\nus,United "
                + "States,,,\nboston,Boston,us,office,\nmiami,Miami,us,office,\n");
        write("ice/source.yml", """
                title: ICE
                trust: official-data
                read: %s
                figures:
                  - { value: { column: "Arrests / all" }, measure: { is: arrests }, area: { column: Office }, day: { column: Day } }
                """.formatted(read));
    }

    private void workbook(String file, String miami) throws IOException {
        Files.createDirectories(home.resolve("input/ice"));
        try (OutputStream bytes = Files.newOutputStream(home.resolve("input/ice").resolve(file));
                Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("Footnotes").value(0, 0, "1 Book-ins of persons");
            Worksheet sheet = workbook.newWorksheet("Arrests FY25");
            sheet.value(0, 0, "Office");
            sheet.value(0, 1, "Day");
            sheet.value(0, 2, "Arrests");
            sheet.range(0, 2, 0, 3).merge();
            sheet.value(1, 2, "criminal");
            sheet.value(1, 3, "all");
            row(sheet, 2, "Boston", 1060);
            row(sheet, 3, "Miami", null);
            sheet.value(3, 3, miami);
            row(sheet, 4, "United States", 1100);
        }
    }

    private static void row(Worksheet sheet, int row, String office, Integer all) {
        sheet.value(row, 0, office);
        sheet.value(row, 1, LocalDate.of(2025, 1, 26));
        sheet.style(row, 1).format("m/d/yyyy").set();
        sheet.value(row, 3, all);
        sheet.style(row, 3).format("#,##0").set();
    }

    private int run(String... arguments) {
        Answer answer = Typed.run(home.resolve("input"), home.resolve("output"), arguments);
        out = answer.out() + answer.err();
        return answer.exitCode();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(home.resolve("output/2025-01-26").resolve(file));
    }

    @Test
    void aSheetIsReadLikeATableAndEachFigureSaysItsRow() throws IOException {
        settings("{ sheet: \"Arrests FY\\\\d+\", header_lines: [1, 2] }");
        workbook("a.xlsx", "60");

        assertThat(run("run", "--date", "2025-01-26")).isEqualTo(ExitCode.DISCREPANCIES);
        assertThat(lines("figures.csv").stream().skip(1)).containsExactly(
                "2025-01-26,ice,ice/a.xlsx,3,ice/a.xlsx:3,,2025-01-26,2025-01-26,boston,arrests,1060,1060,1060,kept",
                "2025-01-26,ice,ice/a.xlsx,4,ice/a.xlsx:4,,2025-01-26,2025-01-26,miami,arrests,60,60,60,kept",
                "2025-01-26,ice,ice/a.xlsx,5,ice/a.xlsx:5,,2025-01-26,2025-01-26,us,arrests,1100,1100,1100,kept");
        assertThat(lines("discrepancies.csv").get(1)).contains("areas-add-up,us,arrests", "ice/a.xlsx:4");
        assertThat(run("verify", "2025-01-26")).as(out).isZero();
    }

    @Test
    void aCellThatCannotBeReadIsToldWithItsRowAndColumn() throws IOException {
        settings("{ sheet: Arrests FY25, header_lines: [1, 2] }");
        workbook("a.xlsx", "sixty");

        run("run", "--date", "2025-01-26");
        assertThat(out).contains("ice/a.xlsx").contains("line 4, Arrests / all: no number in 'sixty'");
    }

    @Test
    void whatIsPrintedOnceForSeveralRowsCountsOnceInTheirSum() throws IOException {
        settings("{ sheet: Sexes }");
        Path source = home.resolve("input/ice/source.yml");
        Files.writeString(source, Files.readString(source).replace("Arrests / all", "Arrests").replace("{ column: Day } }",
                "{ column: Day }, rows: sum }"));
        try (OutputStream bytes = Files.newOutputStream(home.resolve("input/ice/a.xlsx"));
                Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sexes");
            List<String> header = List.of("Office", "Day", "Sex", "Arrests");
            header.forEach(name -> sheet.value(0, header.indexOf(name), name));
            List<String> offices = List.of("Boston", "Boston", "Boston", "Miami", "Miami", "Miami");
            for (int row = 1; row <= offices.size(); row++) {
                row(sheet, row, offices.get(row - 1), List.of(10, 10, 5, 5, 7, 7).get(row - 1));
            }
            sheet.range(1, 3, 2, 3).merge();
            sheet.range(3, 3, 4, 3).merge();
        }

        run("run", "--date", "2025-01-26");
        assertThat(lines("figures.csv").stream().skip(1)).as("10 once and 5; 5 and 7 twice, which were printed twice")
                .containsExactly(
                "2025-01-26,ice,ice/a.xlsx,2,ice/a.xlsx:2,,2025-01-26,2025-01-26,boston,arrests,15,15,15,kept",
                "2025-01-26,ice,ice/a.xlsx,5,ice/a.xlsx:5,,2025-01-26,2025-01-26,miami,arrests,19,19,19,kept");
    }

    @Test
    void aWorkbookWithoutTheSheetIsNamedWithThoseItHas() throws IOException {
        settings("{ sheet: Arrests FY26, header_lines: [1, 2] }");
        workbook("a.xlsx", "60");

        assertThat(run("run", "--date", "2025-01-26")).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(out).contains("ice/a.xlsx: no sheet of the workbook matches read.sheet Arrests FY26; there are 'Footnotes', "
                + "'Arrests FY25'");
        assertThat(run("check")).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void aWorkbookThatNoSettingAsksForIsNamedAndNotRead() throws IOException {
        settings("{ header_lines: [1, 2] }");
        workbook("a.xlsx", "60");
        write("ice/b.csv", "Office,Day,Arrests,Arrests\n,,criminal,all\nBoston,2025-01-26,,5\n");

        run("run", "--date", "2025-01-26");
        assertThat(out).contains("ice/a.xlsx");
    }
}
