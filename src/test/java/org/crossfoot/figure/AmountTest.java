package org.crossfoot.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AmountTest {

    private static final Amount AROUND = new Amount(3150, 3850, 3450, 3550);

    @Test
    void theMiddleOfTheCoreStandsForItAndTheLowestWhereItIsOpenAbove() {
        assertThat(AROUND.middle()).isEqualTo(3500);
        assertThat(Amount.between(10, 13).middle()).isEqualTo(11);
        assertThat(Amount.atLeast(2681).middle()).isEqualTo(2681);
        assertThat(new Amount(0, Amount.NO_LIMIT, 7, 9).middle()).isEqualTo(8);
    }

    @Test
    void whatHasNoUpperLimitIsAsLargeAsWhatWasPrinted() {
        assertThat(Amount.atLeast(2681).largestLimit()).isEqualTo(2681);
        assertThat(AROUND.largestLimit()).isEqualTo(3850);
        assertThat(Amount.UNKNOWN.hasUpperLimit()).isFalse();
        assertThat(Amount.exactly(0).isExact()).isTrue();
        assertThat(Amount.between(999, 1000).isExact()).isFalse();
    }

    @Test
    void aCorrectionTakesBackWhatItsNegativeCounts() {
        assertThat(AROUND.negated()).isEqualTo(new Amount(-3850, -3150, -3550, -3450));
        assertThat(AROUND.negated().isCorrection()).isTrue();
        assertThat(Amount.exactly(-5).negated()).isEqualTo(Amount.exactly(5));
        assertThat(Amount.exactly(0).isCorrection()).isFalse();
    }

    @Test
    void twoTogetherReachFromTheLowerToTheHigher() {
        assertThat(Amount.exactly(956).spanning(Amount.exactly(1179))).isEqualTo(Amount.between(956, 1179));
        assertThat(Amount.exactly(956).spanning(Amount.atLeast(5))).isEqualTo(Amount.atLeast(5));
    }

    @Test
    void nothingElseIsAnInterval() {
        assertThatThrownBy(() -> Amount.between(5, 4)).hasMessage("not an interval: 5, 5, 4, 4");
        assertThatThrownBy(() -> Amount.between(-1, 0)).hasMessageStartingWith("not an interval: -1");
        assertThatThrownBy(() -> new Amount(5, 9, 4, 6)).hasMessageStartingWith("not an interval");
        assertThatThrownBy(() -> new Amount(5, 9, 6, 10)).hasMessageStartingWith("not an interval");
    }

    @Test
    void amountsAreOrderedByTheirLimitsThenByTheirCores() {
        assertThat(Stream.of(AROUND, Amount.between(3150, 3850), new Amount(3150, 3850, 3450, 3500), Amount.exactly(5),
                Amount.between(3150, 3200)).sorted()).containsExactly(Amount.exactly(5), Amount.between(3150, 3200),
                Amount.between(3150, 3850), new Amount(3150, 3850, 3450, 3500), AROUND);
    }
}
