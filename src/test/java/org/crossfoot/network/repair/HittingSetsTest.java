package org.crossfoot.network.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.crossfoot.network.Patience;
import org.junit.jupiter.api.Test;

class HittingSetsTest {

    @Test
    void nothingHitsNothing() {
        assertThat(new HittingSets(new long[] {1}, List.of(), new Patience(), HittingSets.LOOKS).cheapest()).isEqualTo(set());
    }

    @Test
    void aConflictOfNobodyCannotBeHit() {
        assertThat(new HittingSets(new long[] {1}, List.of(set()), new Patience(), HittingSets.LOOKS).cheapest()).isNull();
    }

    @Test
    void whatCostsNothingIsNotTakenWithoutNeed() {
        long[] weights = {0, 5, 5};
        assertThat(new HittingSets(weights, List.of(set(1, 2)), new Patience(), HittingSets.LOOKS).ofWeight(5, 9))
                .containsExactly(set(1), set(2));
        assertThat(new HittingSets(weights, List.of(set(1, 2), set(0, 1)), new Patience(), HittingSets.LOOKS).ofWeight(5, 9))
                .containsExactly(set(0, 2), set(1));
    }

    @Test
    void agreesWithTryingEverySubset() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            long[] weights = random.longs(8, 0, 4).toArray();
            List<BitSet> conflicts = new ArrayList<>();
            for (int number = random.nextInt(1, 7); number > 0; number--) {
                conflicts.add(BitSet.valueOf(new long[] {random.nextInt(1, 256)}));
            }
            long cheapestOfAll = Long.MAX_VALUE;
            for (int subset = 0; subset < 256; subset++) {
                BitSet set = BitSet.valueOf(new long[] {subset});
                if (conflicts.stream().allMatch(set::intersects)) {
                    cheapestOfAll = Math.min(cheapestOfAll, HittingSets.weight(set, weights));
                }
            }
            TreeSet<BitSet> all = new TreeSet<>(HittingSets.ORDER);
            for (int subset = 0; subset < 256; subset++) {
                BitSet set = BitSet.valueOf(new long[] {subset});
                boolean minimal = set.stream().noneMatch(each -> {
                    BitSet less = (BitSet) set.clone();
                    less.clear(each);
                    return conflicts.stream().allMatch(less::intersects);
                });
                if (conflicts.stream().allMatch(set::intersects) && minimal
                        && HittingSets.weight(set, weights) == cheapestOfAll) {
                    all.add(set);
                }
            }
            HittingSets sets = new HittingSets(weights, conflicts, new Patience(), HittingSets.LOOKS);
            BitSet found = sets.cheapest();
            assertThat(HittingSets.weight(found, weights)).isEqualTo(cheapestOfAll);
            assertThat(sets.ofWeight(cheapestOfAll, 1_000)).containsExactlyElementsOf(all);
        }
    }

    /** 1,500 conflicts of five among sixty: proving what is cheapest takes longer than anybody waits. */
    @Test
    void aTangleEndsInsteadOfHanging() {
        Random random = new Random(4);
        List<BitSet> conflicts = new ArrayList<>();
        for (int number = 0; number < 1_500; number++) {
            BitSet conflict = new BitSet();
            while (conflict.cardinality() < 5) {
                conflict.set(random.nextInt(60));
            }
            conflicts.add(conflict);
        }
        long[] weights = random.longs(60, 1, 3).toArray();
        HittingSets sets = new HittingSets(weights, conflicts, new Patience(), HittingSets.LOOKS);
        assertThatThrownBy(() -> sets.cheapest()).isInstanceOf(HittingSets.Exhausted.class);
    }

    private static BitSet set(int... numbers) {
        BitSet set = new BitSet();
        for (int number : numbers) {
            set.set(number);
        }
        return set;
    }
}
