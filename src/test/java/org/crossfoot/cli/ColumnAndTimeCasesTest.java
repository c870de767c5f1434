package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.crossfoot.cli.Typed.Answer;
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
        Answer answer = Typed.run(input(), home.resolve("output"), arguments);
        out = answer.out() + answer.err();
        return answer.exitCode();
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
                + row.get("period_start") + (row.get("period_end").equals(row.get("period_start")) ? "" : "/"
                + row.get("period_end"))
                + " " + row.get("as_printed")).toList();
    }

    private List<String> discrepancies() {
        return tables("discrepancies.csv").stream().filter(row -> !row.get("status").equals("resolved")).map(row ->
                row.get("date") + " " + row.get("rule") + " " + row.get("gap")).toList();
    }

    private List<String> rejects() {
        try (Stream<Path> runs = Files.list(home.resolve("output/runs"))) {
            return runs.sorted().flatMap(run -> table(run.resolve("rejects.csv")).stream())
                    .map(row -> row.get("file") + ":" + row.get("line") + " " + row.get("reason") + " " + row.get("text"))
                    .toList();
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
        assertThat(figures()).containsExactly("north 2025-01-01 1", "north 2025-01-02 2", "north 2025-01-03 3",
                "north 2025-01-04 4",
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
        given("35-no-header").with("daily", "read: { header: none }",
                "value: { column: 3 }, area: { column: 1 }, day: { column: 2 }");
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
        assertThat(tables("totals.csv")).anySatisfy(row -> assertThat(row).containsEntry("area", "tx").containsEntry("best",
                "45"));
    }

    @Test
    void headersAreFoundWhateverTheirCaseSpacesAndLineBreaks() {
        given("40-header-with-line-break");
        run("run", "--date", "2025-01-01");
        assertThat(figures()).containsExactly("north 2025-01-01 1", "north 2025-01-02 2", "north 2025-01-03 3",
                "north 2025-01-04 4",
                "north 2025-01-05 5");
        assertThat(out).contains("'Number of arrests*'");

        with("daily", "", "value: { column: [Number of arrests, \"/Number of arrests[*]/\"] }, area: { column: area }, day: { "
                + "column: day }");
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
        assertThat(figures()).containsExactly("a 2025-01-01 40", "b 2025-01-01 5", "tx 2025-01-01 50", "a 2025-01-02 50",
                "tx 2025-01-02 60");
    }

    @Test
    void aBlankAreaMayBeMappedToWhereItIsCounted() {
        assertThat(given("50-blank-area").run("run", "--date", "2020-03-13")).isZero();
        assertThat(figures()).contains("u 2020-03-13 5");
    }

    @Test
    void filesInFoldersBelowAndOfOtherEndingsAreReadWhereTheSettingsNameThem() {
        given("01-renamed-columns").with("daily", "files: [\"*.csv\", \"2020/*.csv\"]", "value: { column: Confirmed }, "
                + "area: { column: [Province/State, Province_State] }, day: { file: \"(\\\\d{2}-\\\\d{2}-\\\\d{4})\", format: "
                + "MM-dd-yyyy }");
        with("daily/2020/03-23-2020.csv", "Province_State,Confirmed\nNorth,20\n");
        with("tabs", "files: [\"*.TSV\"]\nread: { delimiter: tab }",
                "value: { column: n }, area: { column: area }, day: { column: day }");
        with("tabs/x.tsv", "area\tday\tn\nNorth\t2020-03-23\t20\n");

        assertThat(run("run", "--date", "2020-03-23")).isZero();
        assertThat(figures()).hasSize(5).contains("north 2020-03-23 20");
        assertThat(tables("figures.csv")).extracting(row -> row.get("file")).contains("daily/2020/03-23-2020.csv", "tabs/x.tsv");
    }

    private static final String USUAL = "value: { column: arrests }, area: { column: area }, ";
    private static final String COUNT = "value: { column: count }, area: { column: area }, ";

    @Test
    void serialNumbersOfExcelAreDays() {
        given("08-excel-serial-dates").with("daily", "", USUAL + "day: { column: day, format: excel }");
        assertThat(run("run", "--date", "2020-03-15")).isZero();
        assertThat(figures()).containsExactly("north 2020-03-01 12", "north 2020-03-02 15");
    }

    @Test
    void yearAndMonthInColumnsOfTheirOwnAreMonthsOfThatYear() {
        given("09-year-month-columns").with("daily", "", COUNT + "month: { year: { column: year }, month: { column: month } }");
        assertThat(run("run", "--date", "2020-03-15")).isZero();
        assertThat(figures()).containsExactly("north 2020-09-01/2020-09-30 90", "north 2020-10-01/2020-10-31 100",
                "north 2020-11-01/2020-11-30 110", "north 2020-12-01/2020-12-31 120", "north 2021-01-01/2021-01-31 10");
    }

    @Test
    void yearMonthAndDayInColumnsOfTheirOwnAreDays() {
        given("09c-year-month-day").with("daily", "",
                COUNT + "day: { year: { column: year }, month: { column: month }, day: { column: day } }");
        assertThat(run("run", "--date", "2020-03-15")).isZero();
        assertThat(figures()).containsExactly("north 2020-09-03 90");
    }

    @Test
    void aCalendarYearNeedsNoMap() {
        given("09e-calendar-year").with("yearly", "", COUNT + "year: { column: year }");
        assertThat(run("run", "--date", "2020-03-15")).isZero();
        assertThat(figures()).containsExactly("north 2019-01-01/2019-12-31 90", "north 2020-01-01/2020-12-31 100",
                "north 2021-01-01/2021-12-31 110");
    }

    @Test
    void weeksAreGivenByNumberOrByTheDayTheyEndOn() {
        given("14-iso-weeks").with("w", "", COUNT + "week: { column: week, starts: monday }");
        with("e", "", COUNT + "week_ending: { column: sunday }").with("e/d.csv", "area,sunday,count\nNorth,2020-02-23,71\n");
        assertThat(run("run", "--date", "2020-02-23")).isEqualTo(ExitCode.DISCREPANCIES);
        assertThat(figures()).containsExactly("north 2020-02-17/2020-02-23 71", "north 2020-02-17/2020-02-23 70");
        assertThat(discrepancies()).containsExactly("2020-02-23 sources-agree 1");
    }

    @Test
    void financialYearsMayStartInApril() {
        given("15-financial-year").with("y", "", COUNT + "fiscal_year: { column: year, starts: 4 }");
        assertThat(run("run", "--date", "2020-03-15")).isZero();
        assertThat(figures()).containsExactly("north 2019-04-01/2020-03-31 90", "north 2020-04-01/2021-03-31 95",
                "north 2021-04-01/2022-03-31 96");
    }

    @Test
    void clockTimesOfAnotherZoneBelongToTheDaysOfTheSettingsZone() {
        assertThat(given("17-utc-timestamps").run("run", "--date", "2025-03-01")).isZero();
        assertThat(figures()).containsExactly("north 2025-03-01 3", "north 2025-03-01 3", "north 2025-03-02 1",
                "north 2025-03-02 1");
        assertThat(discrepancies()).isEmpty();
    }

    @Test
    void whatIsNoDayInTheFormatIsRefused() {
        given("18-day-month-swapped").run("run", "--date", "2020-06-28");
        assertThat(rejects()).containsExactly("daily/d.csv:4 date 06/30/2020");
    }

    @Test
    void yearsOfTwoDigitsNeedACentury() {
        given("19-two-digit-years");
        assertThat(run("run", "--date", "2005-01-01")).isEqualTo(ExitCode.SETTINGS_WRONG);
        assertThat(out).contains("daily/source.yml:7", "years_from: 1950");

        with("daily", "", USUAL + "day: { column: day, format: M/d/yy, years_from: 1950 }");
        assertThat(run("run", "--date", "2005-01-01")).isZero();
        assertThat(figures()).containsExactly("north 1998-12-31 28", "north 2005-01-01 29");
    }

    @Test
    void aRunningTotalBeginsAnewEachYear() {
        given("47-year-to-date-resets").with("ytd", "",
                "value: { column: ytd }, area: { column: area }, since: { year_start: true }, day: { column: day }");
        assertThat(run("run", "--date", "2025-01-02")).isZero();
        assertThat(figures()).containsExactly("north 2024-01-01/2024-12-30 990", "north 2024-01-01/2024-12-31 1000",
                "north 2025-01-01 3", "north 2025-01-01/2025-01-02 8");
        assertThat(discrepancies()).isEmpty();
    }

    @Test
    void anAreaMayBeAPartOfTwoWholes() {
        given("49-two-parents");
        assertThat(run("run", "--date", "2020-03-13")).isEqualTo(ExitCode.SETTINGS_WRONG);
        assertThat(out).contains("ny:county; capital-region:police");

        with("areas.csv", """
                area,name,part_of,breakdown,aliases
                us,US,,,
                east,East,us,region,
                west,West,us,region,
                c1,Circuit 1,us,circuit,
                c2,Circuit 2,us,circuit,
                ny,New York,east:state; c1:state,,
                ca,California,west:state; c2:state,,
                """);
        with("daily/d.csv", "area,day,arrests\nEast,2020-03-13,40\nCircuit 1,2020-03-13,40\nNew York,2020-03-13,45\n");
        assertThat(run("run", "--date", "2020-03-13")).isEqualTo(ExitCode.DISCREPANCIES);
        assertThat(tables("discrepancies.csv")).extracting(row -> row.get("area") + " " + row.get("blamed"))
                .containsExactlyInAnyOrder("east daily:arrests@ny@2020-03-13", "c1 daily:arrests@ny@2020-03-13");
        assertThat(tables("totals.csv")).anySatisfy(row -> assertThat(row).containsEntry("area", "ny").containsEntry("best",
                "40"));
    }

    @Test
    void datesOfTwoFormsInOneColumnAreReadByOneEntryAndTheRestIsRejected() {
        given("51-mixed-formats-one-column").with("daily", "",
                USUAL + "day: { column: day, format: [M/d/yyyy H:mm, \"yyyy-MM-dd'T'HH:mm:ss\"] }");
        run("run", "--date", "2020-02-02");
        assertThat(figures()).containsExactly("north 2020-02-01 5", "north 2020-02-02 6");
        assertThat(rejects()).containsExactly("daily/d.csv:4 date 03.02.2020");
    }

    @Test
    void monthsMayBeNamedInFrench() {
        given("53-months-in-french").with("daily", "", USUAL + "month: { column: mois, format: MMMM yyyy, language: fr }");
        run("run", "--date", "2020-03-31");
        assertThat(figures()).as("sept is September in French too").containsExactly("north 2020-03-01/2020-03-31 5",
                "north 2020-09-01/2020-09-30 7");
        assertThat(rejects()).hasSize(4).allMatch(reject -> reject.contains(" date "));
    }

    @Test
    void sixMonthsThatAYearIsSaidToBeAreNotAddedUpWithIt() {
        assertThat(given("56-half-year-as-year").run("run", "--date", "2019-12-31")).isZero();
        assertThat(discrepancies()).isEmpty();
    }

    @Test
    void checkShowsWhereTheTableIsAndProposesWhatTheSettingsLack() {
        given("42-two-tables-stacked").with("daily", "read: { stop_at: Releases }", USUAL + "day: { column: day }")
                .with("daily/more.tsv", "area\tday\tarrests\n");
        with("excel", "", USUAL + "day: { column: day }").with("excel/d.csv", "area,day,arrests\nNorth,43891,1\n");
        with("mixed", "", USUAL + "day: { column: day }").with("mixed/d.csv", "area,day,arrests\nNorth,2/29/2020,1\n");
        with("zoned", "", USUAL + "day: { column: day }").with("zoned/d.csv", "area,day,arrests\nNorth,2020-02-29T10:00:00Z,1\n");
        with("french", "", USUAL + "month: { column: mois, format: MMMM yyyy }").with("french/d.csv",
                "area,mois,arrests\nNorth,juin 2020,1\n");
        with("renamed", "", USUAL + "day: { column: day }").with("renamed/d.csv", "area,day,arrest_s\nNorth,2020-02-29,1\n");
        with("years", "", USUAL + "month: { column: month }, fiscal_year: { column: year }")
                .with("years/d.csv", "area,year,month,arrests\nNorth,2020,Oct,1\n");
        run("check");

        assertThat(out).contains("The table ends before line 5, which stop_at matches.",
                "'more.tsv' lies beside the reports and is not read; files: [\"*.csv\", \"*.tsv\"]",
                "looks like a date printed as excel; format: [yyyy-MM-dd, excel] would take it",
                "format: [yyyy-MM-dd, M/d/yyyy] would take it", "format: [yyyy-MM-dd, \"yyyy-MM-dd'T'HH:mm:ssX\"] would take it",
                "language: fr would take it", "column: [arrests, arrest_s] takes both",
                "their months from October on are of the year before");
    }
}
