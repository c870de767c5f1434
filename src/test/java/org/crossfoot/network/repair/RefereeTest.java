package org.crossfoot.network.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.crossfoot.network.Network;
import org.crossfoot.network.RandomNetwork;
import org.crossfoot.network.repair.Diagnosis.State;
import org.crossfoot.network.Network.Sum;
import org.junit.jupiter.api.Test;

/** Another solver, choco, on random components: the same verdict, the same cost, the same blame, the same cheapest repairs. */
class RefereeTest {

    private static final int COMPONENTS = Integer.getInteger("crossfoot.components", 10_000);
    private static final int GRIDS = Integer.getInteger("crossfoot.grids", 200);
    private static final long FIRST_SEED = Long.getLong("crossfoot.firstSeed", 1);
    private static final int STATEMENTS_OF_A_GRID = 60;

    /** What came of the components compared. */
    private static final class Tally {

        private final int[] states = new int[State.values().length];
        private final List<Long> undecided = new ArrayList<>();
        private int judged;
        private int outOfTime;
        private int ties;
        private int lists;

        void compare(long seed, Network network, Referee referee) {
            String about = "seed " + seed + ", " + RandomNetwork.text(network);
            judged++;
            Diagnosis diagnosis = Diagnosis.of(network);
            BitSet cheapest = referee.cheapest();
            BitSet blamed = cheapest == null ? new BitSet() : referee.blamed(cheapest);
            if (referee.ranOutOfTime()) {
                outOfTime++;
                return;
            }
            states[diagnosis.state().ordinal()]++;
            if (diagnosis.state() == State.UNDECIDED) {
                undecided.add(seed);
                return;
            }
            assertThat(diagnosis.state()).as(about).isEqualTo(cheapest == null ? State.IMPOSSIBLE
                    : referee.weight(cheapest) == 0
                    && diagnosis.state() == State.CONSISTENT ? State.CONSISTENT : State.REPAIRABLE);
            if (cheapest == null) {
                return;
            }
            diagnosis.repairs().forEach(repair -> assertThat(referee.weight(repair)).as("cost, " + about)
                    .isEqualTo(referee.weight(cheapest)));
            assertThat(diagnosis.blamed()).as("blamed, " + about).isEqualTo(blamed);
            ties += diagnosis.repairs().size() > 1 ? 1 : 0;
            if (!diagnosis.more()) {
                List<BitSet> repairs = referee.repairs(cheapest, Diagnosis.REPAIRS_LISTED);
                if (!referee.ranOutOfTime()) {
                    lists++;
                    assertThat(diagnosis.repairs()).as("repairs, " + about).isEqualTo(repairs);
                }
            }
        }

        @Override
        public String toString() {
            return String.format("choco judged %,d components, ran out of time on %d; consistent %,d, repairable %,d (%,d tied),"
                    + " impossible %,d, undecided %,d; lists of repairs compared: %,d%n", judged, outOfTime, states[0], states[1],
                    ties, states[2], states[3], lists);
        }
    }

    @Test
    void chocoSaysTheSame() {
        Tally tally = new Tally();
        for (long seed = FIRST_SEED; tally.judged < COMPONENTS; seed++) {
            RandomNetwork random = RandomNetwork.of(seed);
            Network network = seed % 16 == 0 ? impossible(random) : random.network();
            if (Referee.canJudge(network)) {
                tally.compare(seed, network, new Referee(network));
            }
        }
        System.out.print(tally);
        assertThat(tally.undecided).as("seeds of undecided components").isEmpty();
        assertThat(tally.outOfTime).as("components that choco could not judge in time").isLessThan(COMPONENTS / 100 + 1);
    }

    /** Areas x days x measures, with weeks and running totals; {@code -Dcrossfoot.grids=10000} says how many. */
    @Test
    void chocoSaysTheSameOfComponentsThatSpanSeveralAreasAndDays() {
        Tally tally = new Tally();
        for (long seed = FIRST_SEED; tally.judged < GRIDS; seed++) {
            Network network = RandomGrid.of(seed, STATEMENTS_OF_A_GRID);
            tally.compare(seed, network, new Referee(network, farEnough(network), "1s"));
        }
        System.out.print("grids: " + tally);
        assertThat(tally.undecided).as("seeds of undecided components").isEmpty();
        assertThat(tally.outOfTime).as("components that choco could not judge in time").isLessThan(GRIDS / 20 + 1);
    }

    /** The coefficients are 1 but for a single 2 a sum, so that no number need be larger than four times all that is said. */
    private static int farEnough(Network network) {
        return Math.toIntExact(10 + 4 * network.statements().stream()
                .mapToLong(each -> each.highest() == Network.NO_HIGHEST ? each.lowest() : each.highest()).sum());
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
