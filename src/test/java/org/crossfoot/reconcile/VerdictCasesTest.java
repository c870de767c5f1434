package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.intake.SharedFolder;
import org.crossfoot.job.Nights;
import org.crossfoot.job.RunReport;
import org.crossfoot.reconcile.WorldsTest.Run;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.settings.text.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small inputs, each of which was judged wrongly once, and what the method says of them; numbers in brackets are trust. */
class VerdictCasesTest {

    private static final String FIRST = "2025-01-06";

    /** What is said of a folder of {@code shared/verdict}, of all its dates. */
    private record Told(Run run) {

        static Told of(String folder) throws IOException, SettingsException {
            return new Told(Run.of(SharedFolder.of("verdict").resolve(folder)));
        }

        List<Discrepancy> rows() {
            return run.outcomes().stream().flatMap(outcome -> outcome.discrepancies().stream()).toList();
        }

        List<String> rules() {
            return rows().stream().map(Discrepancy::rule).toList();
        }

        Discrepancy row(String rule) {
            List<Discrepancy> found = rows().stream().filter(row -> row.rule().equals(rule)).toList();
            assertThat(found).as("rows of " + rule + " among " + rules()).hasSize(1);
            return found.get(0);
        }

        /** In every row, with its date: {@code 2025-01-07 blames c8 us arrests 2025-01-06 700 [8]}. */
        List<String> blamed() {
            return rows().stream().map(row -> row.date() + " blames " + row.blamed().stream().map(WorldReferee::text).sorted()
                    .collect(Collectors.joining(", "))).toList();
        }

        List<String> setAside() {
            return run.outcomes().stream().flatMap(outcome -> outcome.figures().stream())
                    .filter(each -> each.use() == Use.SET_ASIDE).map(each -> WorldReferee.text(each.figure())).sorted().toList();
        }

        private List<Total> all(String date) {
            return run.outcomes().stream().filter(outcome -> outcome.date().toString().equals(date)).map(Outcome::totals)
                    .flatMap(List::stream).toList();
        }

        /** Of every total of a measure on a date, by area: best (from lowest to highest). */
        List<String> totals(String date, String measure) {
            return all(date).stream().filter(total -> total.cell().measure().equals(measure)).map(total -> total.cell().area()
                    + " "
                    + (total.best() == null ? "none" : total.best()) + " (" + total.lowest() + " to "
                    + (total.highest() == Amount.NO_LIMIT ? "no limit" : total.highest()) + ")").toList();
        }

        /** Each cheapest repair of a row, as the lines of the report that it sets aside. */
        List<String> repairs(Discrepancy row) {
            Map<Integer, String> lines = row.explained().statements().stream().collect(Collectors.toMap(
                    Explanation.NumberedStatement::number, each -> each.file() + ":" + each.line()));
            return row.explained().repairs().stream().map(repair -> repair.stream().map(mention -> lines.get(mention.statement()))
                    .sorted().collect(Collectors.joining(" and "))).toList();
        }
    }

    @Test
    void theCheapestRepairOfAllIsMeantNotOfEachStage() throws IOException, SettingsException {
        Told told = Told.of("st");
        assertThat(told.setAside()).containsExactly("agency a arrests 2025-01-06 6 [5]");
        assertThat(told.totals(FIRST, "arrests")).containsExactly("a 60 (60 to 60)", "b 40 (40 to 40)", "us 100 (100 to 100)");
        assertThat(told.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.verdict()).isEqualTo(Verdict.LOCALISED);
            assertThat(row.explained().cost()).isEqualTo(5);
            assertThat(row.possibleCause()).contains("a tenth of what was meant, 60");
        });
    }

    @Test
    void aDayAndALongerPeriodTellOneStoryOfTheDay() throws IOException, SettingsException {
        Told told = Told.of("c1");
        assertThat(told.blamed()).containsExactly("2025-01-06 blames c8 us arrests 2025-01-06 700 [8]",
                "2025-01-07 blames c8 us arrests 2025-01-06 700 [8]");
        assertThat(told.setAside()).containsExactly("c8 us arrests 2025-01-06 700 [8]");
        assertThat(told.totals(FIRST, "arrests")).containsExactly("us 77 (77 to 77)");
    }

    @Test
    void oneMayBeBlamedWhereTheRestIsATie() throws IOException, SettingsException {
        Told told = Told.of("loc");
        assertThat(told.blamed()).isNotEmpty().containsOnly("2025-01-06 blames r5 us arrests 2025-01-06 10 [5]");
        assertThat(told.rows()).allSatisfy(row -> {
            assertThat(row.verdict()).isEqualTo(Verdict.NOT_LOCALISED);
            assertThat(told.repairs(row)).containsExactlyInAnyOrder("p8/a.csv:2 and r5/a.csv:2", "q8/a.csv:2 and r5/a.csv:2");
        });
        assertThat(told.totals(FIRST, "arrests")).containsExactly("a none (7 to 68)", "us none (7 to 68)");
    }

    @Test
    void aRunningTotalThatIsTakenBackIsWhatItSaysNow() throws IOException, SettingsException {
        Told told = Told.of("f3");
        assertThat(told.rules()).containsExactly("running-total-fell");
        assertThat(told.setAside()).isEmpty();
        assertThat(told.totals("2025-01-09", "arrests")).containsExactly("us 90 (90 to 90)", "us 5 (5 to 5)");
    }

    @Test
    void aRunningTotalIsBlamedThatAnotherSourceContradicts() throws IOException, SettingsException {
        Told told = Told.of("f1");
        assertThat(told.setAside()).containsExactly("a2 us arrests 2025-01-06 to 2025-01-09 90 [2]");
        assertThat(told.row("days-add-up").verdict()).isEqualTo(Verdict.LOCALISED);
    }

    @Test
    void whatIsLeftOfALongerPeriodObeysTheSumsOfItsAreas() throws IOException, SettingsException {
        Told told = Told.of("h4");
        Discrepancy row = told.row("joint");
        assertThat(row.gap()).isEqualTo(350);
        assertThat(row.verdict()).isEqualTo(Verdict.NOT_LOCALISED);
        assertThat(told.repairs(row)).containsExactlyInAnyOrder("s5/a.csv:2", "s5/a.csv:3");
    }

    @Test
    void theKindsOfEachDayAreHeldAgainstTheWeek() throws IOException, SettingsException {
        Told told = Told.of("h2");
        assertThat(told.row("joint").gap()).as("14 times 60 against 700").isEqualTo(140);
        assertThat(told.setAside()).containsExactly("s8 us arrests 2025-01-06 to 2025-01-12 700 [8]");
        assertThat(told.totals("2025-01-12", "arrests")).contains("us 840 (840 to 840)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"par0", "par1"})
    void whatNoWholeNumbersFulfilIsNoMatterOfRulesTogether(String folder) throws IOException, SettingsException {
        Told told = Told.of(folder);
        assertThat(told.rules()).doesNotContain("joint");
        assertThat(told.row("r1").gap()).isEqualTo(1);
        assertThat(told.row("r1").blamed()).extracting(WorldReferee::text).containsExactly("a us z 2025-01-06 231 [8]");
        assertThat(told.row("r1").explanation()).contains("2*x = z cannot hold in whole numbers");
    }

    /** Each figure that is set aside, and no other, is blamed by a row; nothing is undecided. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "st | agency a arrests 2025-01-06 6 [5]",
        "c1 | c8 us arrests 2025-01-06 700 [8]",
        "loc | r5 us arrests 2025-01-06 10 [5]",
        "f1 | a2 us arrests 2025-01-06 to 2025-01-09 90 [2]",
        "h2 | s8 us arrests 2025-01-06 to 2025-01-12 700 [8]",
        "h4 | ''",
        "par0 | a us z 2025-01-06 231 [8]",
        "par1 | a us z 2025-01-06 231 [8]; c us y 2025-01-06 228 [2]",
        "j1 | s2 b criminal 2025-01-06 6 [2]",
        "j6 | s5b a arrests 2025-01-06 50 [5]",
        "cst | s us arrests 2025-01-06 20 [5]",
        "eqA | blog a arrests 2025-01-06 630 [1]",
        "rep1 | times us arrests 2025-01-06 956 [5]; zeta us arrests 2025-01-06 956 [5]",
        "crash2 | s1 us criminal 2025-01-06 60 [1]; s5 a detained 2025-01-06 80 [5]",
        "crash3 | ''",
        "silent100 | ''",
        "three32 | ''",
        "two10 | ''"})
    void rowsAndFiguresSayTheSame(String folder, String setAside) throws IOException, SettingsException {
        Told told = Told.of(folder);
        List<String> expected = Arrays.stream(setAside.split("; ")).filter(each -> !each.isEmpty()).toList();
        assertThat(told.setAside()).containsExactlyElementsOf(expected);
        assertThat(new TreeSet<>(told.rows().stream().flatMap(row -> row.blamed().stream()).map(WorldReferee::text).toList()))
                .containsExactlyElementsOf(expected);
        assertThat(told.rows()).isNotEmpty().extracting(Discrepancy::verdict).doesNotContain(Verdict.UNDECIDED);
    }

    @Test
    void theGapOfRulesTogetherIsTheLeastAdjustment() throws IOException, SettingsException {
        Told told = Told.of("j1");
        assertThat(told.row("joint").gap()).as("70 + 20 in 100 - 20").isEqualTo(10);
        assertThat(told.row("sources-agree").gap()).as("5 and 6").isOne();
    }

    @Test
    void aCheckSpeaksOfEveryArea() throws IOException, SettingsException {
        Told told = Told.of("cst");
        assertThat(told.row("joint").gap()).as("12 and four times 10, in 20").isEqualTo(32);
        assertThat(told.totals(FIRST, "arrests")).contains("o4 none (10 to no limit)", "us none (52 to no limit)");
    }

    @ParameterizedTest
    @CsvSource({"bnd12, 12", "bnd13, 13"})
    void checksLimitWhatTheyTieToAFigureInEveryOffice(String folder, int offices) throws IOException, SettingsException {
        Told told = Told.of(folder);
        assertThat(told.rows()).isEmpty();
        assertThat(told.totals(FIRST, "arrests")).filteredOn(total -> total.startsWith("o")).hasSize(offices)
                .allMatch(total -> total.endsWith(" 100 (100 to 100)"));
        assertThat(told.totals(FIRST, "criminal")).filteredOn(total -> total.startsWith("o")).hasSize(offices)
                .allMatch(total -> total.endsWith(" 75 (50 to 100)"));
    }

    @Test
    void theBestIsTheNearestToWhatWasSaid() throws IOException, SettingsException {
        Told told = Told.of("best2");
        assertThat(told.rows()).isEmpty();
        assertThat(told.totals(FIRST, "a")).containsExactly("us 26000 (10000 to 30000)");
        assertThat(told.totals(FIRST, "b")).containsExactly("us 92000 (50000 to 120000)");
    }

    @Test
    void withEqualTrustIsWhatARunWithEqualTrustSays() throws IOException, SettingsException {
        assertThat(Told.of("eqA").rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.verdict()).isEqualTo(Verdict.LOCALISED);
            assertThat(row.explanation()).contains("With equal trust the verdict would be the same.");
        });
    }

    @Test
    void whoRepeatsIsNamedAsTheOneWhoRepeats() throws IOException, SettingsException {
        assertThat(Told.of("rep1").row("sources-agree").explanation()).contains("Source zeta: 956",
                "only repeated by Source times")
                .doesNotContain("only repeated by Source zeta");
    }

    @Test
    void aWholeThatAHundredOfficesContradictIsToldOfAsWithNinetyNine() throws IOException, SettingsException {
        Told told = Told.of("silent100");
        assertThat(told.row("joint").gap()).as("100 times 10 against 1,500").isEqualTo(500);
        assertThat(told.row("joint").figures()).as("all offices' kinds, and the whole").hasSize(201);
        assertThat(told.totals("2025-01-01", "t")).contains("us none (1000 to 1500)");
    }

    @Test
    void whatFollowsFromAllRepairsFollowsFromMoreThanAreListed() throws IOException, SettingsException {
        assertThat(Told.of("three32").totals("2025-01-01", "m")).hasSize(33).contains("st none (1 to 148)");
    }

    @Test
    void aTieInEachOfTenAreasIsTenTies() throws IOException, SettingsException {
        Told told = Told.of("two10");
        assertThat(told.rows()).filteredOn(row -> row.rule().equals("sources-agree") && !row.area().equals("us")).hasSize(10)
                .allMatch(row -> row.verdict() == Verdict.NOT_LOCALISED);
        assertThat(told.totals("2025-01-01", "m")).containsExactly("s00 none (10 to 11)", "s01 none (11 to 12)",
                "s02 none (12 to 13)", "s03 none (13 to 14)", "s04 none (14 to 15)", "s05 none (15 to 16)", "s06 none (16 to 17)",
                "s07 none (17 to 18)", "s08 none (18 to 19)", "s09 none (19 to 20)", "us none (145 to 155)");
        assertThat(told.run().outcomes().get(0).totals()).extracting(Total::basis).containsOnly(Total.Basis.OPEN);
    }

    /** Two contradictions of one area and day: no two rows share an id, and every date is published. */
    @ParameterizedTest
    @CsvSource({"crash3, 2025-01-06, 1", "crash2, 2025-01-19, 14"})
    void twoContradictionsOfOneAreaAndDayAreTwoRows(String folder, String night, int dates, @TempDir Path home) {
        Nights nights = new Nights(SharedFolder.of("verdict").resolve(folder), home);
        RunReport run = nights.run(night);
        assertThat(run.exitCode()).isOne();
        assertThat(run.failed()).isEmpty();
        assertThat(nights.revisions()).hasSize(dates);
        assertThat(nights.discrepancies(FIRST)).hasSize(2).allMatch(row -> row.get("rule").equals("joint"))
                .extracting(row -> row.get("id")).doesNotHaveDuplicates();
    }

    @Test
    void manyMonthsAndALongerPeriodGetAnAnswer(@TempDir Path home) {
        Nights nights = new Nights(SharedFolder.of("verdict").resolve("freed"), home);
        RunReport run = nights.run("2025-07-02");
        assertThat(run.exitCode()).isOne();
        assertThat(run.failed()).isEmpty();
        assertThat(nights.revisions()).hasSize(8);
        assertThat(Stream.of("2025-05-05", "2025-07-02").flatMap(date -> nights.discrepancies(date).stream()))
                .as("8 by 5 May fits"
                + " neither the months before it nor those after it").hasSize(2).allSatisfy(row -> assertThat(row)
                .containsEntry("rule", "days-add-up").containsEntry("area", "a00").containsEntry("gap", "1"));
    }

    /** A city of eleven districts says 100 for itself, and in one row or in eleven that each of them has 20. */
    @ParameterizedTest
    @CsvSource({"each district, NOT_LOCALISED", "d01;d02;d03;d04;d05;d06;d07;d08;d09;d10;d11, LOCALISED"})
    void aRowThatGivesOneFigureToManyAreasCostsOnce(String rows, Verdict verdict, @TempDir Path home)
            throws IOException, SettingsException {
        List<String> districts = IntStream.rangeClosed(1, 11).mapToObj("d%02d"::formatted).toList();
        Files.createDirectories(home.resolve("paper"));
        Files.createDirectories(home.resolve("city"));
        Files.writeString(home.resolve("crossfoot.yml"), "zone: America/New_York\nmeasures: { arrests: { title: Arrests } }\n"
                + "breakdowns: { district: { complete: true } }\n");
        Files.writeString(home.resolve("areas.csv"), "area,name,part_of,breakdown,aliases\ncity,City,,,\n"
                + districts.stream().map(each -> each + "," + each + ",city,district,\n").collect(Collectors.joining()));
        for (String source : List.of("paper", "city")) {
            Files.writeString(home.resolve(source + "/source.yml"), "title: " + source + """

                    trust: 5
                    published: { column: day }
                    figures:
                      - value: { column: figure }
                        measure: { is: arrests }
                        area: { column: place, map: { each district: [%s] } }
                        day: { column: day }
                    """.formatted(String.join(", ", districts)));
        }
        Files.writeString(home.resolve("city/1.csv"), "day,place,figure\n2025-01-06,city,100\n");
        Files.writeString(home.resolve("paper/1.csv"), "day,place,figure\n"
                + Stream.of(rows.split(";")).map(row -> "2025-01-06," + row + ",20\n").collect(Collectors.joining()));
        Discrepancy row = new Told(Run.of(home)).row("areas-add-up");
        assertThat(row.verdict()).as(row.explanation()).isEqualTo(verdict);
        assertThat(row.explained().cost()).isEqualTo(5);
        if (verdict == Verdict.NOT_LOCALISED) {
            assertThat(new Told(Run.of(home)).repairs(row)).containsExactlyInAnyOrder("city/1.csv:2", "paper/1.csv:2");
        }
    }
}
