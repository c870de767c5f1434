package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night says of each publisher's record. */
class PublisherRecordsTest {

    @TempDir
    private Path home;

    private Nights nights;

    @BeforeEach
    void fourSources() {
        nights = Nights.withTwoSources(home).put("fox/source.yml", "title: Fox\n" + Nights.SOURCE)
                .put("times/source.yml", "title: Times\nrepeats: ice\n" + Nights.SOURCE);
    }

    /** What sources.csv says of a source: in a month, or in all where that is empty. */
    private Map<String, String> told(String source, String month) {
        return nights.table("sources.csv").stream().filter(row -> row.get("source").equals(source)
                && row.get("month").equals(month)).findFirst().orElseThrow();
    }

    private List<String> told(String source, String month, String... columns) {
        Map<String, String> row = told(source, month);
        return Stream.of(columns).map(row::get).toList();
    }

    private void said(String day, String ice, String nbc, String fox) {
        nights.arrests("ice/" + day + ".csv", day, ice).arrests("nbc/" + day + ".csv", day, nbc)
                .arrests("fox/" + day + ".csv", day, fox);
    }

    @Test
    void aFigureIsBorneOutContradictedOrAloneByWhatIndependentVoicesSay() {
        said("2025-01-24", "956", "956", "1,179");
        said("2025-01-25", "286", "at least 250", "around 280");
        nights.arrests("ice/26.csv", "2025-01-26", "5").arrests("times/26.csv", "2025-01-26", "5").run("2025-01-26");

        String[] columns = {"figures", "borne_out", "contradicted", "alone", "blamed"};
        assertThat(told("ice", "", columns)).containsExactly("3", "2", "0", "1", "0");
        assertThat(told("fox", "2025-01", columns)).containsExactly("2", "1", "1", "0", "1");
        assertThat(told("times", "", columns)).as("who only repeats is no other voice").containsExactly("1", "0", "0", "1", "0");
    }

    @Test
    void whatASourceTakesBackIsCountedWithItsTimeDirectionAndSize() {
        nights.report("ice/a.csv", "2025-01-27,2025-01-26,2025-01-26,us,arrests,100")
                .report("ice/b.csv", "2025-01-30,2025-01-26,2025-01-26,us,arrests,110")
                .report("ice/c.csv", "2025-02-04,2025-01-26,2025-01-26,us,arrests,100").run("2025-01-26");

        assertThat(told("ice", "", "figures", "restated", "raised", "days_until_restated", "restated_percent"))
                .containsExactly("1", "2", "1", "4.00", "9.52");
    }

    @Test
    void reportsAreCountedWithHowLateTheyCameAndWhatCouldNotBeRead() {
        nights.put("ice/source.yml", "title: ICE\nschedule: daily\n" + Nights.SOURCE)
                .report("ice/25.csv", "2025-01-28,2025-01-25,2025-01-25,us,arrests,100",
                "2025-01-28,2025-01-25,2025-01-25,us,arrests,many").run("2025-01-26");

        assertThat(told("ice", "", "reports", "days_late", "rejected", "missing")).containsExactly("1", "3.00", "1", "1");
        assertThat(told("nbc", "", "reports", "figures", "trust", "trust_by_record")).containsExactly("0", "0", "5", "");
    }

    @Test
    void monthsAreKeptApartAndOneThatIsNotTouchedStaysAsItIs() throws IOException {
        said("2025-01-24", "956", "956", "956");
        nights.run("2025-01-26");
        Path january = home.resolve("output/index-data/publishers-2025-01.json");
        Object written = Files.getLastModifiedTime(january);
        said("2025-02-24", "1", "2", "3");
        nights.run("2025-02-25");

        assertThat(Files.getLastModifiedTime(january)).isEqualTo(written);
        assertThat(told("ice", "2025-01", "borne_out", "contradicted")).containsExactly("1", "0");
        assertThat(told("ice", "2025-02", "borne_out", "contradicted")).containsExactly("0", "1");
        assertThat(told("ice", "", "reports", "figures")).containsExactly("2", "2");
    }

    @Test
    void thePageShowsTheTrustBesideTheOneThatTheRecordSuggestsAndTheVerdictsStay() throws IOException {
        for (int day = 1; day <= 12; day++) {
            said(String.format(Locale.ROOT, "2025-01-%02d", day), "100", "100", "90");
        }
        nights.run("2025-01-26");

        String page = Files.readString(home.resolve("output/sources.html"));
        assertThat(page).contains("Trust 5 by the settings; its record would suggest 5.",
                "Trust 5 by the settings; its record would suggest 1.", "12 contradicted by all who speak of the same",
                "<rect class=\"contradicted\"", "href=\"sources.csv\"").doesNotContain("<script");
        assertThat(Files.readString(home.resolve("output/index.html"))).contains("href=\"sources.html\"");
        assertThat(told("fox", "", "trust", "trust_by_record")).containsExactly("5", "1");
    }

    @Test
    void theRecordIsTheSameHoweverManyNightsItTook() {
        said("2025-01-24", "956", "950", "at least 900");
        nights.run("2025-01-26");
        said("2025-01-25", "286", "287", "288");
        nights.run("2025-01-26");
        List<Map<String, String>> inTwo = nights.table("sources.csv");

        Nights again = new Nights(home.resolve("input"), home.resolve("again"));
        again.run("2025-01-26");
        assertThat(again.table("sources.csv")).isEqualTo(inTwo);
    }
}
