package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.crossfoot.network.Diagnosis.State;
import org.crossfoot.network.Network.Sum;
import org.junit.jupiter.api.Test;

/** Another solver, choco, on random components: the same verdict, the same cost, the same blame, the same cheapest repairs. */
class RefereeTest {

    private static final int COMPONENTS = Integer.getInteger("crossfoot.components", 10_000);
    private static final long FIRST_SEED = Long.getLong("crossfoot.firstSeed", 1);

    @Test
    void chocoSaysTheSame() {
        int judged = 0;
        int outOfTime = 0;
        int[] states = new int[State.values().length];
        int ties = 0;
        List<Long> undecided = new ArrayList<>();
        int compared = 0;
        for (long seed = FIRST_SEED; judged < COMPONENTS; seed++) {
            RandomNetwork random = RandomNetwork.of(seed);
            Network network = seed % 16 == 0 ? impossible(random) : random.network();
            if (!Referee.canJudge(network)) {
                continue;
            }
            judged++;
            String about = "seed " + seed + ", " + RandomNetwork.text(network);
            Diagnosis diagnosis = Diagnosis.of(network);
            Referee referee = new Referee(network);
            BitSet cheapest = referee.cheapest();
            BitSet blamed = cheapest == null ? new BitSet() : referee.blamed(cheapest);
            if (referee.ranOutOfTime()) {
                outOfTime++;
                continue;
            }
            states[diagnosis.state().ordinal()]++;
            if (diagnosis.state() == State.UNDECIDED) {
                undecided.add(seed);
                continue;
            }
            assertThat(diagnosis.state()).as(about).isEqualTo(cheapest == null ? State.IMPOSSIBLE
                    : referee.weight(cheapest) == 0
                    && diagnosis.state() == State.CONSISTENT ? State.CONSISTENT : State.REPAIRABLE);
            if (cheapest == null) {
                continue;
            }
            diagnosis.repairs().forEach(repair -> assertThat(referee.weight(repair)).as("cost, " + about)
                    .isEqualTo(referee.weight(cheapest)));
            assertThat(diagnosis.blamed()).as("blamed, " + about).isEqualTo(blamed);
            ties += diagnosis.repairs().size() > 1 ? 1 : 0;
            if (!diagnosis.more()) {
                List<BitSet> repairs = referee.repairs(cheapest, Diagnosis.REPAIRS_LISTED);
                if (!referee.ranOutOfTime()) {
                    compared++;
                    assertThat(diagnosis.repairs()).as("repairs, " + about).isEqualTo(repairs);
                }
            }
        }
        System.out.printf("choco judged %,d components, ran out of time on %d; consistent %,d, repairable %,d (%,d tied),"
                + " impossible %,d, undecided %,d; lists of repairs compared: %,d%n", judged, outOfTime, states[0], states[1],
                ties, states[2], states[3], compared);
        assertThat(undecided).as("seeds of undecided components").isEmpty();
        assertThat(outOfTime).as("components that choco could not judge in time").isLessThan(COMPONENTS / 100 + 1);
    }

    /** The same with the cells of its first sum fixed, one of them too high or too low. */
    private static Network impossible(RandomNetwork random) {
        Network network = random.network();
        Sum first = network.sums().get(0);
        List<Sum> sums = new ArrayList<>(network.sums());
        boolean up = first.coefficients()[0] > 0 == (first.highest() != Network.NO_HIGHEST);
        for (int cell : first.cells()) {
            long fixed = random.truth()[cell] + (cell != first.cells()[0] ? 0 : up ? 10 : -10);
            sums.add(new Sum(new int[] {cell}, new long[] {1}, fixed, fixed));
        }
        return new Network(network.cells(), sums, network.statements());
    }
}
