package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.crossfoot.cli.Typed.Answer;
import org.crossfoot.intake.SharedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people who do this work ran into with amounts and kinds, from {@code shared/cases}: each is run as a night, and what its
 * {@code case.md} expects must come out. Where settings of then could not say it, the test writes them.
 */
class AmountCasesTest {

    @TempDir
    Path home;

    private Path input;
    private Answer answer;

    private AmountCasesTest given(String folder) {
        input = home.resolve("input");
        Program.copy(SharedFolder.of("cases").resolve(folder).resolve("input"), input);
        return this;
    }

    private AmountCasesTest with(String path, String printed, String by) throws IOException {
        String before = Files.readString(input.resolve(path));
        assertThat(before).as(path).contains(printed);
        return put(path, before.replace(printed, by));
    }

    private AmountCasesTest put(String path, String text) throws IOException {
        Files.createDirectories(input.resolve(path).getParent());
        Files.writeString(input.resolve(path), text);
        return this;
    }

    /** With a line of its own under the trust of a source. */
    private AmountCasesTest reading(String source, String options) throws IOException {
        return with(source + "/source.yml", "trust: official-data\n", "trust: official-data\nread: " + options + "\n");
    }

    private AmountCasesTest run(String date) {
        answer = Typed.run(input, home.resolve("output"), "run", "--date", date);
        return this;
    }

    private void assertAllIsWell() {
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
    }

    private List<CSVRecord> table(Path file) throws IOException {
        try (CSVParser rows = CSVParser.parse(Files.readString(file), CSVFormat.RFC4180.builder().setHeader()
                .setSkipHeaderRecord(true).get())) {
            return rows.getRecords();
        }
    }

    private List<String> rows(String date, String table, String... columns) throws IOException {
        return table(home.resolve("output").resolve(date).resolve(table)).stream()
                .map(row -> Stream.of(columns).map(row::get).collect(Collectors.joining(" "))).toList();
    }

    private List<String> discrepancies(String date) throws IOException {
        return rows(date, "discrepancies.csv", "rule", "area", "measure", "gap", "verdict");
    }

    /** Of each: area, measure, best, lowest and highest. */
    private List<String> totals(String date) throws IOException {
        return rows(date, "totals.csv", "area", "measure", "best", "lowest", "highest");
    }

    private List<String> rejected() throws IOException {
        try (Stream<Path> runs = Files.list(home.resolve("output/runs"))) {
            Path run = runs.sorted().reduce((first, second) -> second).orElseThrow();
            return table(run.resolve("rejects.csv")).stream().map(row -> row.get("text")).toList();
        }
    }

    @Test
    void aNegativeDayCorrectsTheDaysBeforeIt() throws IOException {
        given("04-negative-corrections").reading("daily", "{ corrections: true }").run("2025-03-06");

        assertAllIsWell();
        assertThat(rejected()).isEmpty();
        assertThat(discrepancies("2025-03-06")).isEmpty();
        assertThat(totals("2025-03-06")).containsExactly("north arrests 80 80 80", "north arrests 40 40 40");
        assertThat(totals("2025-03-03")).as("of its own day it says nothing").containsExactly("north arrests  0 ");
        assertThat(rows("2025-03-06", "figures.csv", "as_printed", "lowest", "highest", "use")).contains("(2) -2 -2 context");
    }

    @Test
    void marksBehindAmountsAreTakenOffAndKept() throws IOException {
        given("05-footnote-marks").reading("daily", "{ marks: [\"*\", \"(r)\", \"[1]\", p, \"\u00b9\"] }").run("2025-03-07");

        assertAllIsWell();
        assertThat(rejected()).isEmpty();
        assertThat(totals("2025-03-03")).containsExactly("north arrests 1250 1250 1250");
        assertThat(totals("2025-03-06")).containsExactly("north arrests 35 35 35");
        assertThat(Typed.run(input, home.resolve("output"), "check").out())
                .containsPattern("1,250 \\(r\\) +1250 +1250 +2025-03-08 +\\(r\\)\n")
                .containsPattern("34 p +34 +34 +2025-03-08 +p\n");
    }

    @Test
    void eachMarkOfAbsenceHasItsOwnMeaning() throws IOException {
        given("10-dash-zero-dot-unknown").with("daily/source.yml", "read: { missing: [\"\", \"-\", \".\", \"x\"] }",
                "read: { absent: { \"-\": zero, \".\": unknown, x: unknown } }").run("2025-03-04");

        assertAllIsWell();
        assertThat(rejected()).isEmpty();
        assertThat(discrepancies("2025-03-04")).isEmpty();
        assertThat(totals("2025-03-02")).containsExactly("north arrests 0 0 0");
        assertThat(home.resolve("output/2025-03-03")).as("the day nobody knows").doesNotExist();
    }

    @Test
    void numbersRoundedToFiveAddUpAsFarAsRoundingLetsThem() throws IOException {
        given("11-rounded-to-five").reading("daily", "{ rounded: 5 }").run("2025-03-01");

        assertAllIsWell();
        assertThat(discrepancies("2025-03-01")).isEmpty();
        assertThat(totals("2025-03-01")).contains("total arrests 114 113 116", "f1 arrests 12 9 12").hasSize(9);
        assertThat(rows("2025-03-01", "figures.csv", "as_printed", "lowest", "highest")).contains("115 113 117", "5 3 7");
    }

    @Test
    void marksOfThousandsAreAsTheSettingsSay() throws IOException {
        given("12-thousands-marks");
        String entry = """
                  - value:   { column: arrests }
                    measure: { is: arrests }
                    area:    { column: area }
                    day:     { column: day }
                    numbers: %s
                    when:    { column: day, matches: "2025-03-(%s)" }
                """;
        put("daily/source.yml", """
                title: Counts
                trust: official-data
                read: { delimiter: ";" }
                figures:
                """ + entry.formatted("{ thousands: \".\", decimal: \",\" }", "01|05")
                + entry.formatted("{ thousands: \"'\" }", "02|10") + entry.formatted("{ thousands: indian }", "03")
                + entry.formatted("{ thousands: \" \" }", "04")
                + entry.formatted("{ decimal: \".\" }", "0[6-9]|1[1-4]")).run("2025-03-15");

        for (String day : List.of("01", "02", "04", "05", "07", "08", "10")) {
            assertThat(totals("2025-03-" + day)).as(day).containsExactly("north arrests 1234 1234 1234");
        }
        assertThat(totals("2025-03-03")).containsExactly("north arrests 123456 123456 123456");
        assertThat(totals("2025-03-11")).containsExactly("north arrests 12345 12345 12345");
        assertThat(rejected()).containsExactly("12,5", "\u0661\u0662", "1.2E+03", "'+5", "5%");
    }

    @Test
    void aCountyIsFoundTogetherWithItsState() throws IOException {
        given("20-same-county-name").with("areas.csv", "orange-ca,Orange County", "orange-ca,\"Orange County, California\"")
                .with("areas.csv", "orange-fl,Orange County", "orange-fl,\"Orange County, Florida\"")
                .with("daily/source.yml", "{ column: county }", "{ columns: [county, state], join: \", \" }").run("2020-03-01");

        assertAllIsWell();
        assertThat(totals("2020-03-01")).contains("orange-ca arrests 5 5 5", "orange-fl arrests 7 7 7", "ca arrests 5 5 5");
        assertThat(Typed.run(input, home.resolve("output"), "check").out()).containsPattern("state +area\n")
                .containsPattern("county +area\n");
    }

    @Test
    void rowsBySexAddUpWhereTheyAreKinds() throws IOException {
        given("23-rows-by-sex-summed").with("crossfoot.yml", "  arrests: { title: Arrests }", """
                  arrests: { title: Arrests, kinds: { sex: { complete: true, of: [women, men] } } }
                  women:   { title: Women }
                  men:     { title: Men }
                """).with("daily/source.yml", "{ is: arrests }", "{ column: sex, map: { F: women, M: men } }").run("2020-04-02");

        assertAllIsWell();
        assertThat(discrepancies("2020-04-02")).isEmpty();
        assertThat(totals("2020-04-02")).containsExactly("north arrests 16 16 16", "north men 9 9 9", "north women 7 7 7");
    }

    @Test
    void componentsOffByTwoAreATieOfWhichOneOtherIsNotListed() throws IOException {
        given("27-components-off-by-two").run("2020-11-03");

        assertThat(discrepancies("2020-11-03")).containsExactly("kinds p2 mail 2 not-localised");
        assertThat(rows("2020-11-03", "discrepancies.csv", "explanation").get(0)).contains("or 1 other (cost")
                .doesNotContain("1 others");
    }

    @Test
    void wordsOfSuppressionAreLimitsOrMissing() throws IOException {
        given("31-suppression-words").run("2025-02-12");

        assertThat(rows("2025-01-07", "totals.csv", "lowest", "highest")).containsExactly("0 5");
        assertThat(rows("2025-02-06", "totals.csv", "lowest", "highest")).containsExactly("5 ");
        assertThat(rejected()).doesNotContain("n/a", "N/A", "NA", "5 or fewer", "5 or more").contains("[c]", "..", "x", "'-1");

        reading("daily", "{ absent: { \"*\": \"1 to 4\", c: \"<5\", \"[c]\": unknown, \"..\": unknown, \":\": unknown, x: "
                + "unknown,"
                + " s: unknown, -9999: unknown, None: zero, nil: zero, zero: zero, no arrests: zero, unknown: unknown,"
                + " No data: unknown, suppressed: unknown }, marks: [\"*\"] }");
        Path again = home.resolve("again");
        assertThat(Typed.run(input, again, "run", "--date", "2025-02-12").err()).as("the five that say too little")
                .contains("daily/d.csv: 5 rows or cells were not read").doesNotContain("error:");
        CSVRecord secret = table(again.resolve("2025-01-14/totals.csv")).get(0);
        assertThat(secret.get("lowest") + " to " + secret.get("highest")).isEqualTo("1 to 4");
        assertThat(table(again.resolve("2025-02-01/totals.csv")).get(0).get("best")).as("none, whatever its case").isEqualTo("0");
        assertThat(table(again.resolve("2025-02-03/totals.csv")).get(0).get("highest")).as("<5*").isEqualTo("4");
        assertThat(again.resolve("2025-02-12")).as("Suppressed, and the date of the run").exists();
    }

    @Test
    void suppressedPartsOfAKnownWholeAreBounded() throws IOException {
        given("32-suppressed-parts-bounds").run("2020-03-14");

        assertThat(totals("2020-03-13")).contains("b arrests 4 3 4", "u arrests 3 3 4");
        assertThat(discrepancies("2020-03-14")).containsExactly("areas-add-up tx arrests 12 not-localised");
    }

    @Test
    void thousandsAreWhatRoundingToThemLeaves() throws IOException {
        given("37-thousands-and-decimals").reading("daily", "{ unit: 1000 }").reading("exact", "{ round: nearest }")
                .run("2025-01-02");

        assertAllIsWell();
        assertThat(rejected()).isEmpty();
        assertThat(rows("2025-01-01", "figures.csv", "as_printed", "lowest", "highest"))
                .containsExactly("39 38500 39499", "39214 39214 39214");
        assertThat(rows("2025-01-02", "figures.csv", "as_printed", "lowest", "highest"))
                .containsExactly("39.2 39150 39249", "39,214.5 39214 39215");
        assertThat(totals("2025-01-01")).containsExactly("north arrests 39214 39214 39214");
    }

    @Test
    void sentinelsListedAsMissingAreNoAmounts() throws IOException {
        given("57-sentinel").run("2020-01-03");

        assertAllIsWell();
        assertThat(rejected()).isEmpty();
        assertThat(totals("2020-01-03")).containsExactly("north arrests 0 0 0");
        assertThat(home.resolve("output/2020-01-02")).doesNotExist();
    }
}
