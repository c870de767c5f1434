package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.crossfoot.network.Network.Sum;
import org.junit.jupiter.api.Test;

class LatticeTest {

    @Test
    void whatAllCoefficientsDivideByIsAllThatCanBeReached() {
        Sum twentyTwo = new Sum(new int[] {0, 1, 2}, new long[] {6, 10, -4}, 22, 22);
        Sum twentyThree = new Sum(new int[] {0, 1, 2}, new long[] {6, 10, -4}, 23, 23);
        assertThat(new Divisibility.Lattice(3).take(twentyTwo)).isTrue();
        assertThat(new Divisibility.Lattice(3).take(twentyThree)).isFalse();
    }

    @Test
    void aSumTakenBindsTheNext() {
        Divisibility.Lattice lattice = new Divisibility.Lattice(2);
        assertThat(lattice.take(new Sum(new int[] {0, 1}, new long[] {1, 1}, 7, 7))).isTrue();
        assertThat(lattice.take(new Sum(new int[] {0, 1}, new long[] {1, -1}, 2, 2))).as("two numbers that add up to 7, 2 apart")
                .isFalse();
        assertThat(lattice.take(new Sum(new int[] {0, 1}, new long[] {1, -1}, 3, 3))).as("5 and 2").isTrue();
        assertThat(lattice.dimension()).isZero();
        assertThat(lattice.take(new Sum(new int[] {0}, new long[] {1}, 5, 5))).isTrue();
        assertThat(lattice.take(new Sum(new int[] {1}, new long[] {1}, 3, 9))).isFalse();
    }

    @Test
    void severalNumbersWithinReachSettleNothing() {
        Divisibility.Lattice lattice = new Divisibility.Lattice(2);
        Sum wide = new Sum(new int[] {0, 1}, new long[] {3, -3}, -1, 4);
        assertThat(lattice.take(wide)).as("0 and 3").isTrue();
        assertThat(lattice.dimension()).isEqualTo(2);
        assertThat(lattice.take(new Sum(new int[] {0, 1}, new long[] {3, -3}, 1, 5))).as("3 only").isTrue();
        assertThat(lattice.dimension()).isEqualTo(1);
        assertThat(lattice.take(new Sum(new int[] {0, 1}, new long[] {1, -1}, 1, 1))).isTrue();
        assertThat(lattice.take(new Sum(new int[] {0, 1}, new long[] {1, -1}, 0, 0))).isFalse();
    }
}
