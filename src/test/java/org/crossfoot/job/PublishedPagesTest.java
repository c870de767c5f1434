package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            nights.arrests("ice/" + day + ".csv", "2025-01-" + day, "956").arrests("nbc/" + day + ".csv", "2025-01-" + day, "1,179");
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
        nights.report("ice/all.csv", ice.toArray(String[]::new)).report("nbc/all.csv", nbc.toArray(String[]::new)).run("2025-05-20");

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
            nights.arrests("ice/" + day + ".csv", "2025-01-" + day, "956").arrests("nbc/" + day + ".csv", "2025-01-" + day, "1,179");
        }
        nights.arrests("ice/25.csv", "2025-01-25", "286").run("2025-01-26");

        assertThat(page(nights, "index.html")).doesNotContain("dates in a row, since");
    }

    @Test
    void whatIsMendedMovesFromNewToKnownBefore() throws IOException {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956").arrests("nbc/26.csv", "2025-01-26", "1,179");
        nights.run("2025-01-26");
        assertThat(page(nights, "2025-01-26/report.html")).contains("<p class=\"verdict\">1 error.").contains("two statements cannot both be right")
                .contains("New and changed <span class=\"count\">1</span>");

        nights.arrests("nbc/26.csv", "2025-01-26", "956").run("2025-01-27");

        assertThat(page(nights, "2025-01-26/report.html")).contains("<p class=\"verdict\">1 warning.", "Figure restated",
                "Resolved: the rule holds now.", "Known before <span class=\"count\">1</span>", "<a href=\"revisions/1/discrepancies.csv\">");
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

        assertThat(page(nights, "2025-01-26/report.html")).contains("ice/26.csv:3", "&lt;b&gt;many&lt;/b&gt;").doesNotContain("<b>many");
    }
}
