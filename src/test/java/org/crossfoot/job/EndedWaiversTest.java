package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A waiver ends on its day, whether or not anything else happens to its date. */
class EndedWaiversTest {

    @TempDir
    Path home;

    private Nights nights;

    @BeforeEach
    void aContradictionWaivedUntilTheThirtieth() {
        nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956")
                .arrests("nbc/26.csv", "2025-01-26", "1,179")
                .put("waivers.csv", "id,until,owner,reason\nsources-agree/us/arrests,2025-01-30,Ada,asked the publisher\n");
        assertThat(nights.run("2025-01-27").exitCode()).isZero();
    }

    @Test
    void aDiscrepancyCountsAgainFromTheNightAfterItsLastDayOn() {
        assertThat(nights.run("2025-01-30").exitCode()).isZero();
        assertThat(nights.standing("2025-01-26")).containsExactly("sources-agree waived 1");

        RunReport after = nights.run("2025-01-31");

        assertThat(after.exitCode()).isOne();
        assertThat(Nights.made(after)).contains("2025-01-26=2");
        assertThat(nights.standing("2025-01-26")).doesNotContain("sources-agree waived 1");
        assertThat(nights.discrepancies("2025-01-26").get(0)).containsEntry("waived_until", "");
    }

    @Test
    void aWaiverThatEndedIsLookedAtOnce() {
        nights.run("2025-01-31");

        assertThat(nights.run("2025-01-31").nothing()).isTrue();
        assertThat(Nights.made(nights.run("2025-02-01"))).doesNotContain("2025-01-26=3");
    }
}
