package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages say after one night and another. */
class PublishedPagesTest {

    @TempDir
    private Path home;

    private String page(Nights nights, String path) throws IOException {
        return Files.readString(nights.workspace.output().resolve(path));
    }

    @Test
    void aRuleBrokenThreeDatesInARowIsShownOnceWithItsStreak() throws IOException {
        Nights nights = Nights.withTwoSources(home);
        for (String day : new String[] {"24", "25", "26"}) {
            nights.arrests("ice/" + day + ".csv", "2025-01-" + day, "956").arrests("nbc/" + day + ".csv", "2025-01-" + day,
                    "1,179");
        }
        nights.run("2025-01-26");

        assertThat(page(nights, "index.html")).containsOnlyOnce("3 dates in a row, since 24 January 2025");
    }

    @Test
    void aStreakIsFollowedBackToItsFirstDateHoweverLongItIs() throws IOException {
        Nights nights = Nights.withTwoSources(home);
        List<String> ice = new ArrayList<>();
        List<String> nbc = new ArrayList<>();
        for (int i = 0; i < 140; i++) {
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(i);
            ice.add(day.plusDays(1) + "," + day + "," + day + ",us,arrests,956");
            nbc.add(day.plusDays(1) + "," + day + "," + day + ",us,arrests," + (i < 9 ? "956" : "\"1,179\""));
        }
        nights.report("ice/all.csv", ice.toArray(String[]::new)).report("nbc/all.csv", nbc.toArray(String[]::new))
                .run("2025-05-20");

        assertThat(page(nights, "index.html")).containsOnlyOnce("131 dates in a row, since 10 January 2025");
    }

    @Test
    void withoutASingleFigureTheOverviewSaysSo() throws IOException {
        Nights nights = Nights.withTwoSources(home).report("ice/26.csv");

        nights.run("2025-01-26");

        assertThat(page(nights, "index.html")).contains("Which figures fit together?");
    }

    @Test
    void twoDatesInARowAreNoHabit() throws IOException {
        Nights nights = Nights.withTwoSources(home);
        for (String day : new String[] {"24", "26"}) {
            nights.arrests("ice/" + day + ".csv", "2025-01-" + day, "956").arrests("nbc/" + day + ".csv", "2025-01-" + day,
                    "1,179");
        }
        nights.arrests("ice/25.csv", "2025-01-25", "286").run("2025-01-26");

        assertThat(page(nights, "index.html")).doesNotContain("dates in a row, since");
    }

    @Test
    void whatIsMendedMovesFromNewToKnownBefore() throws IOException {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956").arrests("nbc/26.csv",
                "2025-01-26", "1,179");
        nights.run("2025-01-26");
        assertThat(page(nights, "2025-01-26/report.html")).contains("<p class=\"verdict\">1 error.")
                .contains("two statements cannot both be right")
                .contains("New and changed <span class=\"count\">1</span>");

        nights.arrests("nbc/26.csv", "2025-01-26", "956").run("2025-01-27");

        assertThat(page(nights, "2025-01-26/report.html")).contains("<p class=\"verdict\">1 warning, 1 note.", "Figure restated",
                "Resolved: the rule holds now.", "Known before <span class=\"count\">1</span>",
                "<a href=\"revisions/1/discrepancies.csv\">");
    }

    @Test
    void aDateThatNobodySpokeOfDoesNotClaimThatAllFits() throws IOException {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956");

        nights.run("2025-01-27");

        assertThat(page(nights, "2025-01-26/report.html")).contains("<p class=\"verdict\">Nothing contradicts anything else.");
        assertThat(page(nights, "2025-01-27/report.html")).contains("<p class=\"verdict\">Nobody said anything of this date.");
    }

    @Test
    void rowsThatCouldNotBeReadStandOnThePageWithTheirReason() throws IOException {
        Nights nights = Nights.withTwoSources(home).report("ice/26.csv", "2025-01-27,2025-01-26,2025-01-26,us,arrests,956",
                "2025-01-27,2025-01-26,2025-01-26,us,arrests,<b>many</b>");

        nights.run("2025-01-26");

        assertThat(page(nights, "2025-01-26/report.html")).contains("ice/26.csv:3", "&lt;b&gt;many&lt;/b&gt;")
                .doesNotContain("<b>many");
    }

    private static final String OFFICES = "boston,Boston,us,office,\nmiami,Miami,us,office,\nomaha,Omaha,us,office,\n";

    /** Two publishers with three offices each: ICE adds up to its own 100, NBC News differs in Miami and is ten too many. */
    private Nights twoSums() {
        return Nights.withTwoSources(home).put("crossfoot.yml", Nights.CROSSFOOT + "breakdowns:\n  office: { complete: true }\n")
                .put("areas.csv", Nights.AREAS + OFFICES).report("ice/26.csv", sums("100", "60", "30", "10"))
                .report("nbc/26.csv", sums("100", "60", "40", "10"));
    }

    private static String[] sums(String whole, String boston, String miami, String omaha) {
        return Stream.of("us " + whole, "boston " + boston, "miami " + miami, "omaha " + omaha).map(each -> each.split(" "))
                .map(each -> "2025-01-27,2025-01-26,2025-01-26," + each[0] + ",arrests," + each[1]).toArray(String[]::new);
    }

    @Test
    void aSumShowsEachPublishersOwnSumWithThePartsThatDifferFirst() throws IOException {
        twoSums().run("2025-01-26");

        String page = Files.readString(home.resolve("output/2025-01-26/report.html"));
        String sum = page.substring(page.indexOf("<details class=\"sum-table\""));
        assertThat(rows(sum.substring(0, sum.indexOf("</details>")))).containsExactly("By office: 3 parts, of which 1 differ",
                "ICE NBC News", "Miami 30 40", "Boston 60 60", "Omaha 10 10", "Sum 100 110", "United States, as printed 100 100",
                "Difference fits 10 too many");
        assertThat(sum).contains("<tr class=\"differs\"><th scope=\"row\">Miami");
    }

    /** The summary of a table and its rows, as a reader meets them. */
    private static List<String> rows(String table) {
        return Stream.of(table.split("</tr>|</summary>")).map(row -> row.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ")
                .replace(" :", ":").strip()).filter(row -> !row.isEmpty()).toList();
    }

    @Test
    void whatIsNewSaysHowMuchAndWhoseWithTheLargestPartOfTheWholeFirst() throws IOException {
        Nights nights = twoSums().arrests("ice/24.csv", "2025-01-24", "956").arrests("nbc/24.csv", "2025-01-24", "1,179");
        nights.run("2025-01-26");

        assertThat(news(nights)).extracting(line -> line.replaceFirst(".*January 2025 ", ""))
                .containsExactly("gap 223 (18.91 %) Sources disagree: Arrests, United States ICE: 956; NBC News: 1,179",
                "gap 10 (9.091 %) Areas do not add up: Arrests, United States ICE: 100, 60; NBC News: 100, 60"
                        + " and 4 more",
                "gap 10 (25 %) Sources disagree: Arrests, Miami ICE: 30; NBC News: 40");
    }

    private List<String> news(Nights nights) throws IOException {
        String index = page(nights, "index.html");
        String list = index.substring(index.indexOf("<section id=\"news\""), index.indexOf("<section id=\"open\""));
        return Stream.of(list.split("<li ")).skip(1).map(line -> ("<li " + line.substring(0, line.indexOf("</li>")))
                .replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip()).toList();
    }

    @Test
    void reportsThatDidNotComeAreToldApartByTheirSource() throws IOException {
        Nights nights = Nights.withTwoSources(home);
        for (String source : List.of("ice", "nbc")) {
            nights.put(source + "/source.yml", "title: " + source.toUpperCase(Locale.ROOT) + "\nschedule: daily\n"
                    + Nights.SOURCE);
        }
        nights.arrests("ice/25.csv", "2025-01-25", "956").arrests("nbc/25.csv", "2025-01-25", "955").run("2025-01-26");

        assertThat(news(nights)).contains("Error New 26 January 2025 Report missing: ICE",
                "Error New 26 January 2025 Report missing: NBC");
    }

    @Test
    void whatIsOpenIsGroupedWithCountsThatOpenToTheirDates() throws IOException {
        Nights nights = twoSums().arrests("ice/24.csv", "2025-01-24", "956").arrests("nbc/24.csv", "2025-01-24", "1,179");
        nights.run("2025-01-26");

        assertThat(page(nights, "index.html")).contains("<span class=\"severity\">Sources disagree</span> <b>2</b> "
                + "<span class=\"small\">on 2 dates, at worst 25 %</span>",
                "<li><a href=\"2025-01-24/report.html#rule=sources-agree\">24 January 2025</a>: 1, at worst 18.91 %</li>",
                "<a href=\"2025-01-26/report.html#search=NBC%20News\">",
                "title=\"26 January 2025: 2 errors, a gap of 25 % at worst; 8 figures\"")
                .contains("class=\"error d3\"");
    }

    @Test
    void theSameInOnePlaceOnManyDatesIsOneLineOfWhatIsNew() throws IOException {
        Nights nights = Nights.withTwoSources(home);
        for (String day : List.of("23", "24", "25")) {
            nights.arrests("ice/" + day + ".csv", "2025-01-" + day, "9" + day).arrests("nbc/" + day + ".csv", "2025-01-" + day,
                    "1,179");
        }
        nights.run("2025-01-26");

        assertThat(news(nights)).singleElement().asString().startsWith("Error New 23 January 2025 gap 256")
                .endsWith("and 2 times more, on other dates or of other periods");
    }

    @Test
    void aPageOfAnAlteredDateDoesWithoutWhatItTold() throws IOException {
        Nights nights = twoSums();
        nights.run("2025-01-26");
        nights.put("../output/2025-01-26/report-data/findings.json", "{ half a");

        nights.arrests("ice/27.csv", "2025-01-27", "5").run("2025-01-27");

        assertThat(page(nights, "index.html")).contains("Nothing is open.", "27 January 2025");
    }

    @Test
    void restatementsStandInTheOrderTheyWerePublished() throws IOException {
        Nights nights = Nights.withTwoSources(home);
        for (String[] report : new String[][] {{"a", "2025-02-03", "7"}, {"b", "2025-01-27", "9"}, {"c", "2025-01-30", "8"}}) {
            nights.report("ice/" + report[0] + ".csv", report[1] + ",2025-01-26,2025-01-26,us,arrests," + report[2]);
        }
        nights.run("2025-01-26");

        Matcher printed = Pattern.compile("class=\"printed\">(\\d+)<").matcher(page(nights, "2025-01-26/report.html"));
        assertThat(printed.results().map(one -> one.group(1))).containsExactly("9", "8", "7");
    }

    @Test
    void everyStatementThatIsMentionedIsShown() throws IOException {
        Nights nights = Nights.withTwoSources(home);
        for (int i = 10; i < 60; i++) {
            nights.put("s" + i + "/source.yml", "title: Office " + i + "\n" + Nights.SOURCE.replace("official-statement",
                    i < 40 ? "estimate" : "official-data")).arrests("s" + i + "/26.csv", "2025-01-26", String.valueOf(i < 40 ? i
                    : 99));
        }
        nights.run("2025-01-26");

        String page = page(nights, "2025-01-26/report.html");
        String why = page.substring(page.indexOf("<div class=\"why\">"));
        List<String> mentioned = Pattern.compile("\\((\\d+)\\)").matcher(why.substring(0, why.indexOf("</div>"))).results()
                .map(number -> number.group(1)).distinct().toList();
        assertThat(mentioned).hasSizeGreaterThan(10);
        assertThat(mentioned).allSatisfy(number -> assertThat(page).contains("<span class=\"number\">(" + number + ")</span>"));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "20, 0", "21, 1", "50, 30", "51, 31", "200, 180"})
    void howManyFiguresAreNotShownIsCountedFromTheFiguresThemselves(int offices, int more) throws IOException {
        Nights nights = officesReportedBeforeTheirDay(offices, "26");

        nights.run("2025-01-26");

        assertThat(more(page(nights, "2025-01-26/report.html"))).isEqualTo(more);
    }

    @Test
    void whatIsResolvedShowsThoseOfItsFiguresThatStillStand() throws IOException {
        Nights nights = officesReportedBeforeTheirDay(200, "26");
        nights.run("2025-01-26");

        officesReportedOn(nights, "2025-01-27", 120, "26").run("2025-01-27");

        String page = page(nights, "2025-01-26/report.html");
        assertThat(page).contains("Resolved: the rule holds now.");
        assertThat(more(page)).isEqualTo(100);
    }

    private Nights officesReportedBeforeTheirDay(int offices, String day) {
        Nights nights = Nights.withTwoSources(home).put("areas.csv", Nights.AREAS + IntStream.rangeClosed(1, offices)
                .mapToObj(number -> "office" + number + ",Office " + number + ",,,\n").collect(Collectors.joining()));
        return officesReportedOn(nights, "2025-01-20", offices, day);
    }

    private static Nights officesReportedOn(Nights nights, String published, int offices, String day) {
        return nights.report("ice/26.csv", IntStream.rangeClosed(1, offices)
                .mapToObj(number -> published + ",2025-01-" + day + ",2025-01-" + day + ",office" + number + ",arrests," + number)
                .toArray(String[]::new));
    }

    /** What the page says is not shown of the one discrepancy that it has. */
    private static int more(String page) {
        Matcher said = Pattern.compile("And ([\\d,]+) more; all of them").matcher(page);
        int more = said.find() ? Integer.parseInt(said.group(1)) : 0;
        assertThat(said.find()).isFalse();
        return more;
    }
}
