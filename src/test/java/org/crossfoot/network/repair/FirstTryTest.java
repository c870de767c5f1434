package org.crossfoot.network.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.crossfoot.network.Network;
import org.crossfoot.network.repair.Diagnosis.State;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.junit.jupiter.api.Test;

/** Arrests, criminal and collateral ones: what is printed mostly fits, and then nothing is searched. */
class FirstTryTest {

    private static final int ARRESTS = 0;
    private static final int CRIMINAL = 1;
    private static final int COLLATERAL = 2;
    private static final Sum PARTS = new Sum(new int[] {ARRESTS, CRIMINAL, COLLATERAL}, new long[] {1, -1, -1}, 0, 0);

    private static Network said(Statement... statements) {
        return new Network(3, List.of(PARTS), Arrays.asList(statements));
    }

    private static Statement exactly(int cell, long number) {
        return between(cell, number, number);
    }

    private static Statement between(int cell, long lowest, long highest) {
        return new Statement(cell, lowest, highest, 5, true);
    }

    private static boolean fits(Network network) {
        return FirstTry.misfits(network).isEmpty();
    }

    @Test
    void numbersThatAddUpFit() {
        assertThat(fits(said(exactly(ARRESTS, 956), exactly(CRIMINAL, 613), exactly(COLLATERAL, 343)))).isTrue();
    }

    @Test
    void whatNobodySaysIsWhatTheSumLeaves() {
        assertThat(fits(said(exactly(ARRESTS, 956), exactly(CRIMINAL, 613)))).isTrue();
    }

    @Test
    void moreCriminalArrestsThanArrestsDoNotFitAndAreDiagnosed() {
        Network network = said(exactly(ARRESTS, 500), exactly(CRIMINAL, 613));
        assertThat(fits(network)).isFalse();
        assertThat(Diagnosis.of(network).state()).isEqualTo(State.REPAIRABLE);
    }

    @Test
    void twoNumbersForOneCellDoNotFit() {
        assertThat(fits(said(exactly(ARRESTS, 956), exactly(ARRESTS, 1_179)))).isFalse();
    }

    @Test
    void limitsThatOnlyASearchReconcilesAreStillConsistent() {
        Network network = said(exactly(ARRESTS, 956), between(CRIMINAL, 500, 700), between(COLLATERAL, 300, 400));
        assertThat(fits(network)).isFalse();
        assertThat(Diagnosis.of(network).state()).isEqualTo(State.CONSISTENT);
    }

    @Test
    void numbersBeyondALongShowNothing() {
        Sum huge = new Sum(new int[] {0, 1}, new long[] {1_000, -1}, 0, 0);
        assertThat(fits(new Network(2, List.of(huge), List.of(exactly(0, Long.MAX_VALUE / 10))))).isFalse();
    }

    @Test
    void whatDoesNotFitInOnePlaceSaysNothingOfAnother() {
        Sum elsewhere = new Sum(new int[] {3, 4}, new long[] {1, -1}, 0, Network.NO_HIGHEST);
        Network network = new Network(5, List.of(PARTS, elsewhere),
                List.of(exactly(ARRESTS, 956), exactly(CRIMINAL, 613), exactly(3, 7),
                exactly(4, 8)));
        assertThat(FirstTry.misfits(network).stream().toArray()).containsExactly(3, 4);
    }
}
