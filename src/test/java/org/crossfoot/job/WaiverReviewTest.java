package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waivers are looked at every night; the overview tells of those that somebody has to decide on again. */
class WaiverReviewTest {

    private static final String HEADER = "id,until,owner,reason\n";

    @TempDir
    private Path home;

    private Nights contradicted(String waiver) {
        return Nights.withTwoSources(home).put("waivers.csv", HEADER + waiver).arrests("ice/26.csv", "2025-01-26", "956")
                .arrests("nbc/26.csv", "2025-01-26", "1,179");
    }

    private static String overview(Nights nights) throws IOException {
        return Files.readString(nights.workspace.output().resolve("index.html"));
    }

    @Test
    void aWaiverThatHoldsIsNoNews() throws IOException {
        Nights nights = contradicted("sources-agree/us/arrests,2025-12-31,Ada,known\n");

        nights.run("2025-01-26");

        assertThat(overview(nights)).doesNotContain("waivers.csv").contains("1 accepted discrepancy");
    }

    @Test
    void aWaiverThatRanOutIsToldWhileWhatItAcceptedStands() throws IOException {
        Nights nights = contradicted("sources-agree/us/arrests,2025-01-25,Ada,known\n");

        nights.run("2025-01-26");

        assertThat(overview(nights)).contains(
                "waivers.csv, sources-agree/us/arrests (Ada): ran out after 2025-01-25, and what it accepted still stands; decide again.");
    }

    @Test
    void aWaiverOfNothingIsTold() throws IOException {
        Nights nights = contradicted("days-add-up/us/arrests,2025-12-31,Ada,known\n");

        nights.run("2025-01-26");

        assertThat(overview(nights)).contains("waivers.csv, days-add-up/us/arrests (Ada): there is nothing like this any more; take the line out.");
    }

    @Test
    void aGapThatGrewSinceItWasAcceptedIsTold() throws IOException {
        Nights nights = contradicted("sources-agree/us/arrests,2025-12-31,Ada,known\n");
        nights.run("2025-01-26");

        nights.arrests("nbc/26.csv", "2025-01-26", "2,000").run("2025-01-27");

        assertThat(overview(nights)).contains(
                "waivers.csv, sources-agree/us/arrests (Ada): the gap of 2025-01-26 was 223 when it was accepted, and is 1044 now; decide again.");
    }
}
