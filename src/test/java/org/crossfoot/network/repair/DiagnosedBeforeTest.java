package org.crossfoot.network.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.network.RandomNetwork;
import org.crossfoot.network.repair.Diagnosis.State;
import org.junit.jupiter.api.Test;

/** What was diagnosed before is what would be found, and costs what it would cost. */
class DiagnosedBeforeTest {

    private static int[] oneArea(Network network) {
        return new int[network.cells()];
    }

    @Test
    void theSecondAnswerIsTheFirstAndTakesTheSamePatience() {
        DiagnosedBefore before = new DiagnosedBefore();
        for (long seed = 1; seed <= 300; seed++) {
            Network network = RandomNetwork.of(seed).network();
            Patience asked = new Patience();
            Diagnosis plain = Diagnosis.of(network, oneArea(network), asked);
            for (int time = 1; time <= 2; time++) {
                Patience patience = new Patience();
                Diagnosis found = before.of(RandomNetwork.of(seed).network(), oneArea(network), patience);
                assertThat(found.state()).as(RandomNetwork.text(network)).isEqualTo(plain.state());
                assertThat(found.repairs()).isEqualTo(plain.repairs());
                assertThat(found.conflicts()).isEqualTo(plain.conflicts());
                assertThat(patience.left()).isEqualTo(asked.left());
            }
        }
    }

    @Test
    void whoeverHasLessPatienceThanTheAnswerTookFindsWhatThatIsEnoughFor() {
        DiagnosedBefore before = new DiagnosedBefore();
        int decided = 0;
        for (long seed = 1; seed <= 100; seed++) {
            Network network = RandomGrid.of(seed, 60);
            decided += before.of(network, oneArea(network), new Patience()).state() == State.UNDECIDED ? 0 : 1;
            Diagnosis hurried = before.of(network, oneArea(network), new Patience(0));
            assertThat(hurried.state()).isEqualTo(Diagnosis.of(network, oneArea(network), new Patience(0)).state());
        }
        assertThat(decided).isGreaterThan(50);
    }

    @Test
    void anotherNumberAnotherCostOrAnotherPartIsAnotherQuestion() {
        DiagnosedBefore before = new DiagnosedBefore();
        for (int cost = 1; cost <= 3; cost++) {
            Network network = new Network(1, List.of(), List.of(
                    new Network.Statement(0, 956, 956, 2, true), new Network.Statement(0, 1179, 1179, cost, true)));
            Diagnosis found = before.of(network, oneArea(network), new Patience());
            assertThat(found.blamed().stream()).hasSize(cost == 2 ? 0 : 1);
            assertThat(found.blamed().get(1)).isEqualTo(cost == 1);
        }
    }
}
