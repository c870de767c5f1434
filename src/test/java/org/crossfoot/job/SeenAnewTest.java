package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.reconcile.outcome.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A date is reconciled again where it may see something new, and only there: told with running totals from 20 January on. */
class SeenAnewTest {

    private static final String LAST = "2025-01-31";

    @TempDir
    Path home;

    private final Set<String> reconciled = new ConcurrentSkipListSet<>();
    private Nights nights;

    @BeforeEach
    void totalsOfEachDayUpToTheLast() {
        nights = Nights.withTwoSources(home).stagesWatchedBy((date, stage) -> {
            if (stage == Stage.EVIDENCE) {
                reconciled.add(date.toString());
            }
        }).report("ice/totals.csv", totals()).report("nbc/total.csv", since("2025-01-23", "320"));
        nights.run(LAST);
        assertThat(reconciled).hasSize(11);
        reconciled.clear();
    }

    /** Of 21 to 31 January, ten more each day. */
    private static String[] totals() {
        return IntStream.rangeClosed(21, 31).mapToObj(day -> since("2025-01-" + day, String.valueOf(10 * (day - 20) + 290)))
                .toArray(String[]::new);
    }

    private static String since(String day, String figure) {
        return "," + "2025-01-20," + day + ",us,arrests," + figure;
    }

    private static String[] with(String day, String figure) {
        return Stream.of(totals()).map(row -> row.contains(day) ? since(day, figure) : row).toArray(String[]::new);
    }

    @Test
    void aCellThatChangesOnOneDayIsSeenOnItAndOnTheNext() {
        RunReport run = nights.report("ice/totals.csv", with("2025-01-27", "365")).run(LAST);

        assertThat(reconciled).as("the last date of a report is looked at with it").containsExactly("2025-01-27", "2025-01-28",
                LAST);
        assertThat(Nights.made(run)).containsExactly("2025-01-27=2", "2025-01-28=2");
        assertThat(nights.table("2025-01-28/figures.csv")).extracting(row -> row.get("as_printed") + " " + row.get("use"))
                .contains("365 context");
    }

    @Test
    void aFigureThatLaterDatesGoBackToIsSeenByAllOfThem() {
        nights.report("nbc/total.csv", since("2025-01-23", "321")).run(LAST);

        assertThat(reconciled).containsExactlyElementsOf(from("2025-01-23"));
        assertThat(nights.table("2025-01-30/figures.csv")).extracting(row -> row.get("as_printed")).contains("321");
    }

    @Test
    void aFigureThatComesBetweenIsSeenByAllThatWentBackBeforeIt() {
        nights.report("nbc/total.csv", since("2025-01-23", "320"), since("2025-01-26", "350")).run(LAST);

        assertThat(reconciled).as("the 23rd was the last date of the report").contains("2025-01-23")
                .containsAll(from("2025-01-26")).doesNotContain("2025-01-24", "2025-01-25");
        assertThat(nights.table("2025-01-30/figures.csv")).extracting(row -> row.get("as_printed"))
                .contains("350").doesNotContain("320");
    }

    @Test
    void aFigureThatGoesIsSeenByAllThatWentBackToIt() {
        nights.report("ice/totals.csv", Stream.of(totals()).filter(row -> !row.contains("2025-01-30")).toArray(String[]::new))
                .run(LAST);

        assertThat(reconciled).containsExactly("2025-01-30", LAST);
    }

    @Test
    void whereAnotherReportOfTheSourceSpeaksOfTheDateItIsLookedAtWhatStandsNow() {
        nights.report("ice/late.csv", since("2025-01-25", "340")).run(LAST);
        assertThat(nights.table("2025-01-25/figures.csv")).extracting(row -> row.get("file") + " " + row.get("use"))
                .contains("ice/late.csv repeated");
        reconciled.clear();

        nights.report("ice/totals.csv", with("2025-01-29", "381")).run("2025-02-01");

        assertThat(reconciled).contains("2025-01-25", "2025-01-29", "2025-01-30").doesNotContain("2025-01-22", "2025-01-24");
    }

    @Test
    void whatIsPublishedIsWhatAFirstNightPublishes() {
        nights.report("ice/totals.csv", with("2025-01-27", "365")).run(LAST);
        Nights anew = new Nights(nights.workspace.input(), home.resolve("anew"));
        anew.run(LAST);

        for (String date : from("2025-01-21")) {
            assertThat(nights.table(date + "/totals.csv")).as(date).isEqualTo(anew.table(date + "/totals.csv"));
        }
    }

    private static List<String> from(String first) {
        List<String> dates = new ArrayList<>();
        LocalDate.parse(first).datesUntil(LocalDate.parse(LAST).plusDays(1)).forEach(date -> dates.add(date.toString()));
        return dates;
    }
}
