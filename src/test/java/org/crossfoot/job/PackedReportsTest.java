package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights with reports that come packed, as {@code .csv.gz}. */
class PackedReportsTest {

    private static final String WEEK = Nights.HEADER + """
            2025-01-27,2025-01-24,2025-01-24,us,arrests,593
            2025-01-27,2025-01-25,2025-01-25,us,arrests,286
            2025-01-27,2025-01-26,2025-01-26,us,arrests,956
            """;

    @TempDir
    Path home;

    private Nights nights;

    @BeforeEach
    void aPackedWeek() {
        nights = Nights.withTwoSources(home).pack("ice/week.csv.gz", WEEK).arrests("nbc/26.csv", "2025-01-26", "956");
        assertThat(nights.run("2025-01-26").exitCode()).isZero();
    }

    private void assertThatTheWeekStands() {
        for (String date : new String[] {"2025-01-24", "2025-01-25", "2025-01-26"}) {
            assertThat(nights.table(date + "/figures.csv")).filteredOn(row -> row.get("file").equals("ice/week.csv.gz"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("use", "kept"));
        }
    }

    @Test
    void aPackedReportIsReadKeptAndRecognised() throws Exception {
        assertThatTheWeekStands();
        assertThat(nights.run("2025-01-26").nothing()).isTrue();
        assertThat(nights.table("2025-01-26/figures.csv")).extracting(row -> row.get("file")).contains("ice/week.csv.gz");

        Files.copy(nights.workspace.input().resolve("ice/week.csv.gz"), nights.workspace.input().resolve("ice/week-copy.csv.gz"));
        nights.run("2025-01-26");
        assertThat(nights.standing("2025-01-26")).containsExactly("report-repeated new 2");
    }

    @Test
    void theSameReportPlainAndPackedAgreesWithItself() {
        RunReport run = nights.put("ice/week.csv", WEEK).run("2025-01-26");

        assertThat(run.exitCode()).isZero();
        assertThat(nights.standing("2025-01-26")).isEmpty();
        assertThat(nights.table("2025-01-26/totals.csv")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("best", "956"));
    }

    @Test
    void aPackedReportThatIsCutOffIsNotTakenWhetherItWasCutBeforeOrAfterPacking() throws Exception {
        byte[] whole = Files.readAllBytes(nights.workspace.input().resolve("ice/week.csv.gz"));

        RunReport after = nights.put("ice/week.csv.gz", Arrays.copyOf(whole, whole.length / 2)).run("2025-01-26");
        assertThat(after.faults()).singleElement().asString().contains("ice/week.csv.gz: looks cut off");
        assertThatTheWeekStands();

        RunReport before = nights.pack("ice/week.csv.gz", WEEK.substring(0, WEEK.lastIndexOf("2025-01-27"))).run("2025-01-26");
        assertThat(before.faults()).singleElement().asString().contains("ice/week.csv.gz: looks cut off");
        assertThatTheWeekStands();
    }

    @Test
    void aPackedReportLargerThanItsLimitIsUnreadable() {
        nights.put("nbc/source.yml", "title: NBC News\nread: { unpacked_limit: 1 kB }\n" + Nights.SOURCE);

        RunReport run = nights.pack("nbc/large.csv.gz", Nights.HEADER
                + "2025-01-27,2025-01-25,2025-01-25,us,arrests,286\n".repeat(100)).run("2025-01-26");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.faults()).singleElement().asString()
                .startsWith("nbc/large.csv.gz: unpacked it holds more than 1000 bytes; raise read.unpacked_limit");
        assertThat(nights.table("2025-01-25/figures.csv")).extracting(row -> row.get("source")).containsOnly("ice");
    }
}
