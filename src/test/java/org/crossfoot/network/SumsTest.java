package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.crossfoot.network.Network.Sum;
import org.junit.jupiter.api.Test;

/** Whether sums form cycles: where they do, propagation alone may not be exact. */
class SumsTest {

    @Test
    void aTreeHasNone() {
        assertThat(forest(4, sum(0, 1, 2), sum(2, 3))).isTrue();
        assertThat(forest(5, sum(0, 1), sum(2, 3, 4))).isTrue();
        assertThat(forest(3)).isTrue();
    }

    @Test
    void twoSumsOverTheSamePairAreOne() {
        assertThat(forest(3, sum(0, 1, 2), sum(1, 2))).isFalse();
    }

    @Test
    void officesByMeasuresAreOne() {
        assertThat(forest(4, sum(0, 1), sum(2, 3), sum(0, 2), sum(1, 3))).isFalse();
    }

    @Test
    void aCellCountedTwiceIsOne() {
        assertThat(forest(2, new Sum(new int[] {0, 1}, new long[] {2, -1}, 0, 0))).isFalse();
    }

    private static boolean forest(int cells, Sum... sums) {
        return new Sums(cells, List.of(sums)).isForest();
    }

    private static Sum sum(int... cells) {
        long[] coefficients = new long[cells.length];
        Arrays.fill(coefficients, 1);
        coefficients[0] = -1;
        return new Sum(cells, coefficients, 0, 0);
    }
}
