package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
