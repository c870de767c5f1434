package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossfoot.ExampleInput;
import org.crossfoot.cli.print.PlainTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code check} explains what it would read. */
class CheckTest {

    @TempDir
    Path home;

    private Path input;
    private String out;
    private String err;

    @BeforeEach
    void theSample() {
        input = home.resolve("input");
        Program.copy(Path.of("input"), input);
    }

    private void put(String path, String text) throws IOException {
        Files.createDirectories(input.resolve(path).getParent());
        Files.writeString(input.resolve(path), text);
    }

    private int check(String... names) {
        StringWriter standard = new StringWriter();
        StringWriter error = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("check", "--input", input.toString(), "--output",
                home.resolve("output").toString()));
        arguments.addAll(List.of(names));
        int exitCode = Crossfoot.commandLine().setOut(new PrintWriter(standard, true)).setErr(new PrintWriter(error, true))
                .execute(arguments.toArray(String[]::new));
        out = standard.toString().replace("\r\n", "\n");
        err = error.toString();
        return exitCode;
    }

    @Test
    void aReportIsExplainedByItsColumnsAndItsFirstFigures() {
        assertThat(check("ice-daily-posts/2025-01.csv")).isZero();

        assertThat(out).isEqualTo("""
                ice-daily-posts/2025-01.csv: 18 figures, 0 rejected; lines: 10 = 1 header + 9 with figures + 0 rejected + 0 skipped

                  column     used for
                  posted_on  published
                  date       day
                  arrests    value, measure
                  detainers  value, measure

                  The first 3 of 18 figures it would read:
                  line  measure    area  period      as printed  lowest  highest  published
                     2  arrests    us    2025-01-23  538            538      538  2025-01-24
                     2  detainers  us    2025-01-23  373            373      373  2025-01-24
                     3  arrests    us    2025-01-24  593            593      593  2025-01-25

                settings are right; 5 sources, 1 report, 18 figures, 0 rejected, 0 not readable
                """);
        assertThat(err).isEmpty();
        assertThat(home.resolve("output")).doesNotExist();
    }

    @Test
    void whatWouldBeRejectedIsShownReasonByReason() throws IOException {
        put("ice-daily-posts/2025-02.csv", """
                posted_on,date,arrests,detainers,office
                2025-02-02,2025-02-01,dozens,some,
                2025-02-03,2025-02-30,7,8,
                2025-02-04,2025-02-03,many
                2025-02-05,2025-02-04,a few,lots,
                """);

        assertThat(check()).as("as before: what is rejected is no failure").isZero();

        assertThat(out).contains("""
                  office     not used

                  It would read no figure.

                  It would reject 4 for amount; the first 3:
                  line  column     text    why
                     2  arrests    dozens  no number in 'dozens': write it in digits, such as 1,179; if it means
                                           'not known', list it under 'missing' in source.yml
                     2  detainers  some    no number in 'some': write it in digits, such as 1,179; if it means 'not
                                           known', list it under 'missing' in source.yml
                     5  arrests    a few   no number in 'a few': write it in digits, such as 1,179; if it means
                                           'not known', list it under 'missing' in source.yml

                  It would reject 1 for date:
                  line  column  text        why
                     3  date    2025-02-30  '2025-02-30' is not a calendar day printed as yyyy-MM-dd

                  It would reject 1 for ragged-row:
                  line  column  text  why
                     4                the row has 3 cells, the header 5

                """);
        assertThat(out).as("the earlier report of the source is told in one line").containsOnlyOnce("detainers  value, measure")
                .startsWith("ice-daily-posts: 1 other report is well, with 18 figures\n");

        assertThat(check("ice-daily-posts/2025-02.csv")).isZero();
        assertThat(out).as("all of a report that is named").contains("It would reject 4 for amount:\n")
                .contains("     5  detainers  lots");

        assertThat(check("--quiet")).isZero();
        assertThat(out).contains("ice-daily-posts/2025-02.csv:2: arrests: ").doesNotContain("used for");
    }

    @Test
    void sourcesAndReportsCanBeNamedAsAShellCompletesThem() throws IOException {
        put("ice-daily-posts/2025-02.csv", "posted_on,date,arrests,detainers\n2025-02-02,2025-02-01,1,2\n");

        assertThat(check(input + "/ice-daily-posts/", "latin-times/article.csv")).isZero();
        assertThat(out).contains("3 reports, 50 figures").contains("2025-02-01").contains("said_by    when, attributed_to")
                .doesNotContain("new-york-radio");

        assertThat(check("ice-daily-post")).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).contains("'ice-daily-post' is no source and no report in ")
                .contains("write one of ice-daily-posts, ice-detention-statistics");
    }

    @Test
    void aNamedReportThatCannotBeReadIsTold() throws IOException {
        put("ice-daily-posts/2025-02.csv", "posted_on,date,arrested\n2025-02-02,2025-02-01,1\n");
        put("unknown/report.csv", "a\n1\n");

        assertThat(check("ice-daily-posts/2025-02.csv")).isEqualTo(3);
        assertThat(err).contains("no column matches arrests|detainers").doesNotContain("unknown");
        assertThat(check("unknown")).isEqualTo(3);
        assertThat(err).contains("unknown/source.yml: missing");
    }

    @Test
    void anEmptyReportIsSaidToBeEmpty() throws IOException {
        put("ice-daily-posts/2025-02.csv", "");

        assertThat(check("ice-daily-posts/2025-02.csv")).isZero();
        assertThat(out).contains("0 figures").contains("\n  The file is empty.\n").doesNotContain("used for");
    }

    private void policeSource(String entry) throws IOException {
        put("police/source.yml", """
                title: Police
                trust: official-data
                figures:
                  - %s
                    measure: { is: arrests }
                    area:    { column: state, map: { NY: new-york-state } }
                    day:     { column: day }
                """.formatted(entry));
    }

    @Test
    void ofSingleEventsNoTextIsShown() throws IOException {
        policeSource("rows: count");
        put("police/arrests.csv", """
                day,state,Subject ID,remark
                2025-01-26,NY,A012345678,tall
                2025-01-26,NY,A012345679,short
                2025-01-26,Nowhere,A012345680,thin
                2025-01-26,NY,A012345681,tall,thin
                """);

        assertThat(check("police")).isZero();

        assertThat(out).contains("""
                  column      used for
                  day         day
                  state       area
                  Subject ID  not used
                  remark      not used

                  What it would read:
                  line  measure  area            period      as printed  lowest  highest  published
                     2  arrests  new-york-state  2025-01-26  2                2        2

                  It would reject 1 for area:
                  line  column  why
                     4  state   the text is no declared area

                  It would reject 1 for ragged-row:
                  line  column  why
                     5          the row has 5 cells, the header 4
                """).doesNotContain("A0123", "Nowhere", "thin");
        assertThat(err).isEmpty();
    }

    @Test
    void aColumnThatLooksLikeAPersonsIdentifierIsWarnedOfAndNeverShown() throws IOException {
        policeSource("value: { column: arrests }");
        String rows = IntStream.range(0, 25).mapToObj(i -> "2025-01-26,NY,1,A0123456%02d\n".formatted(i))
                .collect(Collectors.joining());
        put("police/2025-01.csv", "day,state,arrests,key\n" + rows);
        put("police/2025-02.csv", "day,state,arrests,key\n" + rows);
        put("police/2025-03.csv", "day,state,arrests,Date of Birth\n2025-01-26,NY,1,1990-05-17\n");

        assertThat(check()).as("a warning is no failure").isZero();

        assertThat(err.lines()).hasSize(2);
        assertThat(err).contains("crossfoot: warning: police/2025-01.csv and 1 more of police: column 'key' seems to identify "
                + "persons: nearly all")
                .contains("crossfoot: warning: police/2025-03.csv: column 'Date of Birth' is called like a person's identifier; "
                + "");
        assertThat(err + out).doesNotContain("A0123", "1990");

        policeSource("value: { column: key }");
        assertThat(check("police/2025-01.csv")).isZero();
        assertThat(out).contains("key      value").contains("It would reject 25 for amount; the first 20:")
                .contains("(not shown)  the text is no amount");
        assertThat(check("--quiet", "police/2025-01.csv")).isZero();
        assertThat(err + out).contains("police/2025-01.csv:2: key: the text is no amount").doesNotContain("A0123");
    }

    @Test
    void aHundredColumnsReadAlikeTakeThreeLines() {
        input = home.resolve("covid");
        ExampleInput.layOut("covid-two-publishers", input);

        assertThat(check()).isZero();
        assertThat(out).contains("""
                  countyFIPS        area of entry 1; when
                  County Name       not used
                  State             area of entry 2
                  stateFIPS         not used
                  1/22/20           value, day
                  ... and 162 more  value, day
                  7/3/20            value, day
                """);
        assertThat(out.lines().filter(line -> line.startsWith(" ")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(PlainTable.WIDTH));
        assertThat(err).as("the hash that seals each row of the other file is nobody's").isEmpty();
    }

    @Test
    void anEntryForFilesOfOtherNamesDoesNotCount() {
        input = home.resolve("areas");
        ExampleInput.layOut("arrests-by-area", input);

        assertThat(check("arrests/trump_arrests_aor.csv")).isZero();
        assertThat(out).contains("""
                  apprehension_aor  not used
                  office            area of entry 2
                  arrests           value of entry 2
                """).contains("""
                     2  arrests  office-miami        2025-01-20 to            61326        61326    61326
                                                     2026-08-06
                """);
    }

    @Test
    void neitherTheSampleNorAnExampleIsWarnedOf() {
        assertThat(check()).isZero();
        assertThat(err).as("the sample").isEmpty();
        for (String example : List.of("minnesota-daily", "ice-detention-releases", "arrests-by-area")) {
            input = home.resolve("examples").resolve(example);
            ExampleInput.layOut(example, input);
            assertThat(check()).as(example).isZero();
            assertThat(err).as(example).isEmpty();
        }
    }

    @Test
    void rowsThatContradictEachOtherAreShownWithWhatMayBeMeant() throws IOException {
        put("ice-daily-posts/2025-02.csv", """
                posted_on,date,arrests,detainers
                2025-02-02,2025-02-01,7,1
                2025-02-02,2025-02-01,9,1
                2025-02-02,2025-02-02,5,2
                """);

        assertThat(check("ice-daily-posts/2025-02.csv")).isZero();
        assertThat(out).contains("  Rows contradict each other: arrests, us, 2025-02-01: 7 in line 2, 9 in line 3.\n"
                + "  1 row in all; where rows are parts of one number, 'rows: sum' beside 'value' adds them up\n");
    }

    @Test
    void rowsThatNoEntryTakesAreCounted() throws IOException {
        Path settings = input.resolve("ice-daily-posts/source.yml");
        Files.writeString(settings, Files.readString(settings).replace("    day:     {",
                "    when: { column: posted_on, matches: \"2025-01.*\" }\n    day:     {"));
        put("ice-daily-posts/2025-02.csv",
                "posted_on,date,arrests,detainers\n2025-01-31,2025-01-30,7,1\n2025-02-02,2025-02-01,9,1\n");

        assertThat(check("ice-daily-posts/2025-02.csv")).isZero();
        assertThat(out).contains("  No entry takes 1 row, the first in line 3: see 'when'; where that is meant, write "
                + "'unused_rows: expected'\n");
    }

    @Test
    void aCheckOfWhichAMeasureHasNoFigureIsNamed() throws IOException {
        Path settings = input.resolve("crossfoot.yml");
        Files.writeString(settings, Files.readString(settings).replace("measures:", "measures:\n  bookings: { title: bookings }")
                .replace("rules:", "rules:\n  booked: { check: bookings <= arrests }"));

        assertThat(check()).isZero();
        assertThat(out).contains("remark: the check booked (bookings <= arrests) cannot be checked in full: no report has a "
                + "figure of bookings\n");
    }
}
