package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crossfoot.network.repair.Diagnosis.State;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.repair.Diagnosis;
import org.junit.jupiter.api.Test;

/** Where numbers or networks grow beyond all measure: an answer, or undecided, and never a guess or a crash. */
class LimitsTest {

    /** c3 >= 2 and c1 = 1 contradict each other, but propagation only pushes c0 and c2 up, twice as far each time. */
    @Test
    void limitsThatRunAwayAreNoReasonToGiveUp() {
        Network network = new Network(4, List.of(new Sum(new int[] {0, 2}, new long[] {1, -1}, 1, 1),
                new Sum(new int[] {0, 1, 2, 3}, new long[] {1, 1, -2, -2}, 1, 1)),
                List.of(new Statement(3, 2, Network.NO_HIGHEST, 3, true), new Statement(1, 1, 1, 1, true)));
        Diagnosis diagnosis = Diagnosis.of(network);
        assertThat(diagnosis.state()).isEqualTo(State.REPAIRABLE);
        assertThat(diagnosis.repairs()).hasSize(1);
        assertThat(diagnosis.blamed().get(1)).isTrue();
    }

    /** Each day's running total is the day before's and the day's; only the last is printed. */
    @Test
    void theBoundsOfALongChainAreExact() {
        int days = 3_000;
        List<Sum> sums = new ArrayList<>();
        for (int day = 1; day < days; day++) {
            sums.add(new Sum(new int[] {day, day - 1, days + day}, new long[] {1, -1, -1}, 0, 0));
        }
        Network network = new Network(2 * days, sums, List.of(new Statement(days - 1, 100, 100, 1, true)));
        Reach hull = Reach.exact(network, network.everything()).orElseThrow();
        for (int day = 0; day < days; day++) {
            assertThat(hull.highest()[day]).isEqualTo(100);
        }
    }

    @Test
    void numbersBeyondALongAreUndecidedAtWorst() {
        long huge = Long.MAX_VALUE - 1;
        Network network = new Network(3, List.of(new Sum(new int[] {0, 1, 2}, new long[] {1, 1, -1}, 0, 0)),
                List.of(new Statement(0, huge, huge, 1, true), new Statement(1, huge, huge, 1, true),
                new Statement(2, 5, 5, 1, true)));
        assertThat(Diagnosis.of(network).state()).isIn(State.REPAIRABLE, State.UNDECIDED);
        Reach.exact(network, network.everything());
        Reach.byPropagation(network, network.everything());
        Network steep = new Network(2, List.of(new Sum(new int[] {0, 1}, new long[] {Long.MAX_VALUE, Long.MIN_VALUE + 1}, 3, 4)),
                List.of(new Statement(0, 7, Network.NO_HIGHEST, 1, true)));
        assertThat(Diagnosis.of(steep).state()).isNotEqualTo(State.CONSISTENT);
        Reach.exact(steep, steep.everything());
    }

    @Test
    void costsBeyondALongAreUndecided() {
        List<Statement> statements = new ArrayList<>();
        for (int number = 0; number < 12_000; number++) {
            statements.add(new Statement(number, 1, 1, Integer.MAX_VALUE, true));
        }
        List<Sum> sums = new ArrayList<>();
        for (int cell = 0; cell < statements.size(); cell++) {
            sums.add(new Sum(new int[] {cell}, new long[] {1}, 0, 0));
        }
        assertThat(Diagnosis.of(new Network(statements.size(), sums, statements)).state()).isEqualTo(State.UNDECIDED);
    }
}
