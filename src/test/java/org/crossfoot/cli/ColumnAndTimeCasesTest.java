package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.crossfoot.intake.SharedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What publishers print in columns, rows and dates: the cases of the folder shared beside the project, through the front door.
 * Where their settings could not say it when they were collected, the test writes them.
 */
class ColumnAndTimeCasesTest {

    private static final String COUNTS = """
            title: Counts
            trust: official-data
            """;

    @TempDir
    private Path home;

    private String out;

    private Path input() {
        return home.resolve("input");
    }

    /** Copies a case's input. */
    private ColumnAndTimeCasesTest given(String name) {
        Program.copy(SharedFolder.of("cases/" + name).resolve("input"), input());
        return this;
    }

    private ColumnAndTimeCasesTest with(String file, String text) {
        try {
            Files.createDirectories(input().resolve(file).getParent());
            Files.writeString(input().resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With one entry of this source, by which it is read. */
    private ColumnAndTimeCasesTest with(String source, String options, String entry) {
        return with(source + "/source.yml", COUNTS + options + "\nfigures:\n  - { measure: { is: arrests }, " + entry + " }\n");
    }

    private int run(String... arguments) {
        StringWriter written = new StringWriter();
        List<String> all = Stream.concat(Stream.of(arguments), Stream.of("--input", input().toString(), "--output",
                home.resolve("output").toString())).toList();
        int exitCode = Crossfoot.commandLine().setOut(new PrintWriter(written, true)).setErr(new PrintWriter(written, true))
                .execute(all.toArray(String[]::new));
        out = written.toString();
        return exitCode;
    }

    private List<Map<String, String>> table(Path file) {
        try (CSVParser rows = CSVParser.parse(Files.readString(file),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return rows.stream().map(row -> row.toMap()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, String>> tables(String name) {
        try (Stream<Path> dates = Files.list(home.resolve("output"))) {
            return dates.filter(date -> date.getFileName().toString().matches("[0-9]{4}-.*")).sorted()
                    .flatMap(date -> table(date.resolve(name)).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every figure of every date: {@code north 2025-01-01 12}, or {@code ... 2024-01-01/2024-01-31 12}. */
    private List<String> figures() {
        return tables("figures.csv").stream().filter(row -> !row.get("use").equals("context")).map(row -> row.get("area") + " "
                + row.get("period_start") + (row.get("period_end").equals(row.get("period_start")) ? "" : "/" + row.get("period_end"))
                + " " + row.get("as_printed")).toList();
    }

    private List<String> discrepancies() {
        return tables("discrepancies.csv").stream().filter(row -> !row.get("status").equals("resolved")).map(row -> row.get("date") + " " + row.get("rule") + " " + row.get("gap")).toList();
    }

    private List<String> rejects() {
        try (Stream<Path> runs = Files.list(home.resolve("output/runs"))) {
            return runs.sorted().flatMap(run -> table(run.resolve("rejects.csv")).stream())
                    .map(row -> row.get("file") + ":" + row.get("line") + " " + row.get("reason") + " " + row.get("text")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bothLayoutsOfAFileAreReadByOneEntry() {
        given("01-renamed-columns");
        assertThat(run("run", "--date", "2020-03-22")).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(out).contains("no column 'Province/State'", "'Province_State'");

        with("daily", "", "value: { column: Confirmed }, area: { column: [Province/State, Province_State] }, "
                + "day: { file: \"(\\\\d{2}-\\\\d{2}-\\\\d{4})\", format: MM-dd-yyyy }");
        assertThat(run("run", "--date", "2020-03-22")).isZero();
        assertThat(figures()).containsExactly("north 2020-03-20 10", "north 2020-03-21 12", "north 2020-03-22 15");
    }

    @Test
    void theSecondLineOfAHeaderMayBeTheHeader() {
        assertThat(given("07-two-row-header").run("run", "--date", "2020-03-15")).isZero();
        assertThat(figures()).containsExactly("north 2020-03-15 3", "north 2020-03-16 2");
    }

    @Test
    void aNameThatStandsUnderSeveralGroupsIsChosenByItsGroup() {
        given("07b-two-row-header-repeated-name-wanted");
        assertThat(run("run", "--date", "2020-03-15")).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(out).contains("two columns are called 'Total'");

        with("daily", "read: { header_lines: [1, 2] }",
                "value: { column: Arrests / Total }, area: { is: north }, day: { column: Reporting / Date }");
        assertThat(run("run", "--date", "2020-03-15")).isZero();
        assertThat(figures()).containsExactly("north 2020-03-15 3", "north 2020-03-16 2");
    }

    @Test
    void ofTwoEqualRowsOneFigureIsLeftAndTwoThatDifferAreTold() {
        assertThat(given("22-duplicate-rows").run("run", "--date", "2020-04-02")).isEqualTo(ExitCode.DISCREPANCIES);
        assertThat(discrepancies()).containsExactly("2020-04-02 sources-agree 2");
    }

    @Test
    void rowsForEachGroupAddUpToWhatAnotherSourceSaysOfAll() {
        given("23-rows-by-sex-summed");
        with("daily", "", "value: { column: arrests }, rows: sum, area: { column: area }, day: { column: day }");
        assertThat(run("run", "--date", "2020-04-02")).isZero();
        assertThat(figures()).containsExactly("north 2020-04-02 16", "north 2020-04-02 16");
        assertThat(discrepancies()).isEmpty();
    }

    @Test
    void daysOnWhichNoEventIsListedHadNoneSoThatTheMonthCanBeChecked() {
        given("24-absent-days-are-zero");
        String entry = "rows: count, once_per: { column: id }, area: { column: area }, day: { column: day }";
        with("events", "published: { is: 2025-04-05 }", entry + ", no_row: zero");
        assertThat(run("run", "--date", "2025-03-31")).isEqualTo(ExitCode.DISCREPANCIES);
        assertThat(discrepancies()).containsExactly("2025-03-31 days-add-up 45");
        assertThat(figures()).contains("north 2025-03-02 no row").hasSize(32);
    }

    @Test
    void anEventThatIsTakenBackLeavesItsDayWithNone() {
        given("24-absent-days-are-zero").with("events", "published: { file: \"_(.*)[.]csv\" }",
                "rows: count, no_row: zero, area: { column: area }, day: { column: day }");
        with("events/e_2025-04-05.csv", "id,area,day\n1,North,2025-03-01\n2,North,2025-03-02\n3,North,2025-03-03\n");
        with("events/e_2025-04-06.csv", "id,area,day\n1,North,2025-03-01\n3,North,2025-03-03\n");
        delete("events/e.csv");

        delete("monthly/m.csv");
        run("run", "--date", "2025-03-03");

        assertThat(tables("totals.csv")).extracting(row -> row.get("date") + " " + row.get("best"))
                .containsExactly("2025-03-01 1", "2025-03-02 0", "2025-03-03 1");
    }

    private void delete(String file) {
        try {
            Files.delete(input().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void emptyCellsAtTheEndOfRowsDoNotMatter() {
        assertThat(given("33-trailing-commas").run("run", "--date", "2025-01-01")).isZero();
        assertThat(figures()).containsExactly("north 2025-01-01 1", "north 2025-01-02 2", "north 2025-01-03 3", "north 2025-01-04 4",
                "north 2025-01-05 5", "north 2025-01-06 6");
        assertThat(rejects()).isEmpty();
    }

    @Test
    void quotesWithABackslashBeforeThemAreReadAndWhatIsBrokenIsTold() {
        given("34-backslash-quotes").with("daily", "read: { escape: \"\\\\\" }",
                "value: { column: arrests }, area: { column: area }, day: { column: day }");
        run("run", "--date", "2025-01-01");

        assertThat(figures()).containsExactly("north 2025-01-01 1", "north 2025-01-02 2", "north 2025-01-06 6");
        assertThat(rejects()).containsExactly("daily/d.csv:4 quote ");
    }

    @Test
    void columnsOfAFileWithoutAHeaderAreCalledByTheirNumbers() {
        given("35-no-header").with("daily", "read: { header: none }", "value: { column: 3 }, area: { column: 1 }, day: { column: 2 }");
        assertThat(run("run", "--date", "2025-01-01")).isZero();
        assertThat(figures()).containsExactly("north 2025-01-01 1", "north 2025-01-02 2");
    }

    @Test
    void ofFilesInOtherCharsetsItIsToldWhatToDo() {
        assertThat(given("36-utf16").run("run", "--date", "2025-01-01")).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(out).contains("iconv -f UTF-16 -t UTF-8", "set read.charset to what it is");
        assertThat(figures()).containsExactly("north 2025-01-03 3");
    }

    @Test
    void aTotalAmongItsPartsIsReadOnceAndTheOneThatCountsAPartTwiceIsWrong() {
        assertThat(given("38-total-rows-in-the-middle").run("run", "--date", "2020-03-13")).isEqualTo(ExitCode.DISCREPANCIES);
        assertThat(tables("totals.csv")).anySatisfy(row -> assertThat(row).containsEntry("area", "tx").containsEntry("best", "45"));
    }

    @Test
    void headersAreFoundWhateverTheirCaseSpacesAndLineBreaks() {
        given("40-header-with-line-break");
        run("run", "--date", "2025-01-01");
        assertThat(figures()).containsExactly("north 2025-01-01 1", "north 2025-01-02 2", "north 2025-01-03 3", "north 2025-01-04 4",
                "north 2025-01-05 5");
        assertThat(out).contains("'Number of arrests*'");

        with("daily", "", "value: { column: [Number of arrests, \"/Number of arrests[*]/\"] }, area: { column: area }, day: { column: day }");
        assertThat(run("run", "--date", "2025-01-01")).isZero();
        assertThat(figures()).hasSize(6).contains("north 2025-01-06 6");
    }

    @Test
    void theDayIsTakenFromALineAboveTheTable() {
        given("41-date-in-title-line").with("daily", "read: { header_line: 3, stop_at: \"Source:.*\" }",
                "value: { column: arrests }, area: { column: area }, day: { line: 2, matches: \"as of ([0-9-]+)\" }");
        assertThat(run("run", "--date", "2025-01-09")).isZero();
        assertThat(figures()).containsExactly("north 2025-01-09 12");
        assertThat(rejects()).isEmpty();
    }

    @Test
    void theTableEndsWhereTheNextOneBegins() {
        given("42-two-tables-stacked").with("daily", "read: { stop_at: Releases }",
                "value: { column: arrests }, area: { column: area }, day: { column: day }");
        assertThat(run("run", "--date", "2025-01-03")).isZero();
        assertThat(figures()).containsExactly("north 2025-01-01 1", "north 2025-01-02 2");
        assertThat(rejects()).isEmpty();
    }

    @Test
    void cellsBelowAMergedOneSayWhatItSays() {
        given("43-merged-cells-below").with("daily", "read: { fill_down: [day] }",
                "value: { column: arrests }, area: { column: area }, day: { column: day }");
        run("run", "--date", "2025-01-01");
        assertThat(figures()).containsExactly("a 2025-01-01 40", "b 2025-01-01 5", "tx 2025-01-01 50", "a 2025-01-02 50", "tx 2025-01-02 60");
    }

    @Test
    void aBlankAreaMayBeMappedToWhereItIsCounted() {
        assertThat(given("50-blank-area").run("run", "--date", "2020-03-13")).isZero();
        assertThat(figures()).contains("u 2020-03-13 5");
    }

    @Test
    void filesInFoldersBelowAndOfOtherEndingsAreReadWhereTheSettingsNameThem() {
        given("01-renamed-columns").with("daily", "files: [\"*.csv\", \"2020/*.csv\"]", "value: { column: Confirmed }, "
                + "area: { column: [Province/State, Province_State] }, day: { file: \"(\\\\d{2}-\\\\d{2}-\\\\d{4})\", format: MM-dd-yyyy }");
        with("daily/2020/03-23-2020.csv", "Province_State,Confirmed\nNorth,20\n");
        with("tabs", "files: [\"*.TSV\"]\nread: { delimiter: tab }", "value: { column: n }, area: { column: area }, day: { column: day }");
        with("tabs/x.tsv", "area\tday\tn\nNorth\t2020-03-23\t20\n");

        assertThat(run("run", "--date", "2020-03-23")).isZero();
        assertThat(figures()).hasSize(5).contains("north 2020-03-23 20");
        assertThat(tables("figures.csv")).extracting(row -> row.get("file")).contains("daily/2020/03-23-2020.csv", "tabs/x.tsv");
    }
}
