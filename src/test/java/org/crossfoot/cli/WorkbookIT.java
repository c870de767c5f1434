package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice opens the workbook of a date and shows what its tables say; nothing in it runs. */
class WorkbookIT {

    /** All sheets, each as a file of its own; cells as they are shown. */
    private static final String EACH_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

    private static List<List<String>> rows(Path csv) throws IOException {
        try (Reader reader = Files.newBufferedReader(csv)) {
            return CSVFormat.RFC4180.parse(reader).stream().map(row -> row.toList()).toList();
        }
    }

    /** Guarded texts of the CSV files stand in a workbook as they are, since nothing runs there. */
    private static List<List<String>> withoutGuard(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream()
                .map(cell -> cell.matches("(?s)'[-=+@].*") ? cell.substring(1) : cell).toList()).toList();
    }

    private static void convert(Path workbook, Path into) throws Exception {
        Process office;
        try {
            office = new ProcessBuilder("soffice", "-env:UserInstallation=" + into.resolve("profile").toUri(), "--headless",
                    "--convert-to", EACH_SHEET, "--outdir", into.toString(), workbook.toString())
                    .redirectErrorStream(true).redirectOutput(into.resolve("said").toFile()).start();
        } catch (IOException e) {
            Assumptions.abort("there is no soffice (libreoffice-calc-nogui): the workbook is not opened in LibreOffice");
            return;
        }
        try {
            assertThat(office.waitFor(180, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
        } finally {
            office.destroyForcibly();
        }
    }

    @Test
    void libreOfficeShowsTheTablesOfADateAndRunsNothing(@TempDir Path home) throws Exception {
        Program crossfoot = new Program(home).withSample().put("latin-times/hostile.csv", """
                first_day,last_day,place,counted,figure,said_by,remark
                2025-01-26,2025-01-26,United States,arrests,990,=1+1,"=HYPERLINK(""http://localhost"")"
                2025-01-26,2025-01-26,United States,arrests,"=cmd|'/c calc'!A0",+1,@SUM(A1)
                """);
        assertThat(crossfoot.run("run", "--date", "2025-01-26").exitCode()).isOne();
        assertThat(crossfoot.run("verify", "--all").exitCode()).as("rejected rows are made again, too").isZero();
        Path date = home.resolve("output/2025-01-26");
        Path shown = Files.createDirectory(home.resolve("shown"));
        convert(date.resolve("crossfoot.xlsx"), shown);

        for (String table : List.of("discrepancies", "totals", "figures")) {
            assertThat(rows(shown.resolve("crossfoot-" + table + ".csv"))).as(table)
                    .isEqualTo(withoutGuard(rows(date.resolve(table + ".csv"))));
        }
        assertThat(rows(shown.resolve("crossfoot-rejected rows.csv")).get(1)).contains("latin-times/hostile.csv", "3",
                "'=cmd|'/c calc'!A0");
    }
}
