package org.crossfoot.network.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.crossfoot.network.Consistency.Feasibility;
import org.crossfoot.network.Consistency;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network;
import org.crossfoot.network.RandomNetwork;
import org.crossfoot.network.repair.Diagnosis.State;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.impl.Constraint;

/** What is said of several cells at once, on random networks. */
class SaidAtOnceTest {

    /** Every way to set aside what is said at once is tried: the cheapest are those that are found. */
    @Test
    void whatIsSaidOfSeveralCellsAtOnceGoesForAllOfThemAndCostsOnce() {
        Gen<Network> shared = source -> {
            RandomNetwork.Choices choices = bound -> (int) source.next(Constraint.between(0, bound - 1L));
            Network network = RandomNetwork.of(choices, 7).network();
            return network.saying(network.statements().stream().map(each -> new Statement(each.cell(), each.lowest(),
                    each.highest(), each.cost(), each.counts(), choices.below(3) - 1)).toList());
        };
        qt().withFixedSeed(20250128).withExamples(300).withShrinkCycles(500).forAll(shared).checkAssert(network -> {
            SaidAtOnce said = new SaidAtOnce(network.statements());
            int numbers = said.weights().length;
            Diagnosis found = Diagnosis.of(network);
            if (numbers > 10 || found.state() == State.UNDECIDED) {
                return;
            }
            Consistency consistency = new Consistency(network);
            List<BitSet> cheapest = new ArrayList<>();
            long least = Long.MAX_VALUE;
            for (long ways = 0; ways < 1 << numbers; ways++) {
                BitSet way = BitSet.valueOf(new long[] {ways});
                long weight = HittingSets.weight(way, said.weights());
                BitSet kept = network.everything();
                kept.andNot(said.statements(way));
                if (weight <= least && consistency.of(kept) instanceof Feasibility.Consistent) {
                    if (weight < least) {
                        cheapest.clear();
                    }
                    least = weight;
                    cheapest.add(way);
                }
            }
            cheapest.removeIf(way -> cheapest.stream().anyMatch(other -> other != way && isWithin(other, way)));
            String text = RandomNetwork.text(network);
            if (cheapest.isEmpty()) {
                assertThat(found.state()).as(text).isEqualTo(State.IMPOSSIBLE);
                return;
            }
            BitSet blamed = said.statements(cheapest.stream().reduce((one, other) -> {
                BitSet both = (BitSet) one.clone();
                both.and(other);
                return both;
            }).orElseThrow());
            assertThat(found.blamed()).as(text).isEqualTo(blamed);
            if (!found.more()) {
                assertThat(found.repairs()).as(text).containsExactlyInAnyOrderElementsOf(cheapest.stream().map(said::statements)
                        .toList());
            }
        });
    }

    private static boolean isWithin(BitSet one, BitSet other) {
        BitSet beyond = (BitSet) one.clone();
        beyond.andNot(other);
        return beyond.isEmpty();
    }
}
