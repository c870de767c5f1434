package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.network.Consistency.Feasibility;
import org.crossfoot.network.repair.Diagnosis.State;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.repair.Diagnosis;
import org.junit.jupiter.api.Test;

/** Cells without end that fractions could fill, but whole numbers cannot. */
class DivisibilityTest {

    /** Pairs that came, less pairs that left, cannot make 31 people more. */
    @Test
    void oddIsNotTwiceAnything() {
        Network network = new Network(3, List.of(sum(0, 2, -2, -1)), List.of(exactly(2, 31)));
        Diagnosis diagnosis = Diagnosis.of(network);
        assertThat(diagnosis.state()).isEqualTo(State.REPAIRABLE);
        assertThat(diagnosis.repairs()).containsExactly(set(0));
        assertThat(Diagnosis.of(new Network(3, network.sums(), List.of(exactly(2, 32)))).state()).isEqualTo(State.CONSISTENT);
    }

    /** a + b is twice c; a - b is 1 more than twice d less twice e. No single sum shows it, and no cell is settled. */
    @Test
    void oddAndEvenMayHideInSeveralSums() {
        Network network = new Network(5, List.of(sum(0, 1, 1, -2), sum(1, 1, -1, 0, -2, 2)), List.of());
        assertThat(Diagnosis.of(network).state()).isEqualTo(State.IMPOSSIBLE);
        Network even = new Network(5, List.of(sum(0, 1, 1, -2), sum(2, 1, -1, 0, -2, 2)), List.of());
        assertThat(Diagnosis.of(even).state()).isEqualTo(State.CONSISTENT);
    }

    /** 3a - 3b = c: from 1 to 2 there is no multiple of 3, from 1 to 3 there is one. */
    @Test
    void anIntervalMayHoldNoMultiple() {
        List<Sum> sums = List.of(sum(0, 3, -3, -1));
        assertThat(Diagnosis.of(new Network(3, sums, List.of(about(2, 1, 2)))).blamed()).isEqualTo(set(0));
        assertThat(Diagnosis.of(new Network(3, sums, List.of(about(2, 1, 3)))).state()).isEqualTo(State.CONSISTENT);
    }

    /** 3a - 3b = c settles c, of which 2 to 4 is said, at 3; then d, twice something more than c, cannot be 10. */
    @Test
    void theOnlyMultipleInAnIntervalIsBinding() {
        List<Sum> sums = List.of(sum(0, 3, -3, -1), sum(0, 0, 0, 1, -1, 2, -2));
        Diagnosis diagnosis = Diagnosis.of(new Network(6, sums, List.of(about(2, 2, 4), exactly(3, 10))));
        assertThat(diagnosis.conflicts()).containsExactly(set(0, 1));
        assertThat(Diagnosis.of(new Network(6, sums, List.of(about(2, 2, 4), exactly(3, 11)))).state())
                .isEqualTo(State.CONSISTENT);
    }

    /** Of the statements that settle cells only those are named that make the sum odd. */
    @Test
    void theProofNamesNoStatementItDoesNotNeed() {
        Network network = new Network(6, List.of(sum(0, 2, -2, -1, 0, 0, 0), sum(0, 0, 0, -1, 1, -4, 4)),
                List.of(exactly(3, 6), exactly(2, 7), exactly(3, 6), about(0, 90, Network.NO_HIGHEST)));
        assertThat(Divisibility.contradiction(network, network.everything())).isEqualTo(set(1));
        assertThat(Divisibility.contradiction(network, set(0, 2, 3))).isNull();
    }

    @Test
    void numbersBeyondALongShowNothing() {
        Network network = new Network(3,
                List.of(new Sum(new int[] {0, 1, 2}, new long[] {Long.MAX_VALUE, -Long.MAX_VALUE, -2}, 1, 1),
                sum(0, 1, 1, -3)), List.of());
        assertThat(Divisibility.contradiction(network, new BitSet())).isNull();
    }

    /** c2 must be even and the rest a multiple of 3: the first numbers tried lead away for ever. */
    @Test
    void aSolutionFarFromTheFirstTriedIsFound() {
        Network network = new Network(4, List.of(sum(14, -3, -2, -3, 3)), List.of());
        assertThat(new Consistency(network).of(new BitSet())).isInstanceOf(Feasibility.Consistent.class);
    }

    /** A sum over the first cells, with their coefficients; 0 leaves a cell out. */
    private static Sum sum(long total, long... coefficients) {
        int[] cells = IntStream.range(0, coefficients.length).filter(cell -> coefficients[cell] != 0).toArray();
        return new Sum(cells, Arrays.stream(coefficients).filter(each -> each != 0).toArray(), total, total);
    }

    private static Statement exactly(int cell, long value) {
        return about(cell, value, value);
    }

    private static Statement about(int cell, long lowest, long highest) {
        return new Statement(cell, lowest, highest, 1, true);
    }

    private static BitSet set(int... numbers) {
        BitSet set = new BitSet();
        Arrays.stream(numbers).forEach(set::set);
        return set;
    }
}
