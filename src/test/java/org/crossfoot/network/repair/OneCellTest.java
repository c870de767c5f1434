package org.crossfoot.network.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.network.repair.Diagnosis.State;
import org.crossfoot.network.Network.Statement;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements about a single cell, few and very many. */
class OneCellTest {

    /** A second cell that nobody speaks of keeps the same statements from being taken for those of one cell. */
    @RepeatedTest(200)
    void repairsAreThoseThatTheSearchFinds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Statement> said = new ArrayList<>();
        for (int number = 2 + random.nextInt(8); number > 0; number--) {
            long low = random.nextInt(12);
            said.add(new Statement(0, low, random.nextInt(6) == 0 ? Network.NO_HIGHEST : low + random.nextInt(5),
                    random.nextInt(4), random.nextInt(5) > 0));
        }
        Diagnosis one = Diagnosis.of(new Network(1, List.of(), said));
        Diagnosis searched = Diagnosis.of(new Network(2, List.of(), said));
        assertThat(one.state()).isEqualTo(searched.state());
        assertThat(one.repairs()).isEqualTo(searched.repairs());
        assertThat(one.blamed()).isEqualTo(searched.blamed());
        assertThat(searched.conflicts().stream().limit(1).toList()).isEqualTo(one.conflicts());
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void hundredThousandStatementsAreNoSearch() {
        List<Statement> said = new ArrayList<>(IntStream.range(0, 100_000).mapToObj(number -> exactly(number % 50_000)).toList());
        said.add(exactly(77));
        Diagnosis diagnosis = Diagnosis.of(new Network(1, List.of(), said));
        assertThat(diagnosis.state()).isEqualTo(State.REPAIRABLE);
        BitSet kept = new Network(1, List.of(), said).everything();
        kept.andNot(diagnosis.blamed());
        assertThat(kept.stream()).containsExactly(77, 50_077, 100_000);
    }

    @Test
    void ofMoreRepairsThanAreListedAllIsKnown() {
        int many = Diagnosis.REPAIRS_LISTED + 8;
        Diagnosis diagnosis = Diagnosis.of(new Network(1, List.of(), IntStream.range(5, 5 + many).mapToObj(OneCellTest::exactly)
                .toList()));
        assertThat(diagnosis.state()).isEqualTo(State.REPAIRABLE);
        assertThat(diagnosis.repairs()).hasSize(Diagnosis.REPAIRS_LISTED);
        assertThat(diagnosis.more()).isTrue();
        assertThat(diagnosis.blamed().isEmpty()).isTrue();
        assertThat(diagnosis.inSome().cardinality()).isEqualTo(many);
        assertThat(diagnosis.hull().lowest()).containsExactly(5);
        assertThat(diagnosis.hull().highest()).containsExactly(5 + many - 1);
    }

    /** What a date may list in all bounds cells together; that there is a tie is found out all the same. */
    @Test
    void patienceIsSharedByAllCellsOfADate() {
        Patience patience = new Patience(2_000_000);
        Network tie = new Network(1, List.of(), IntStream.range(0, 25).mapToObj(OneCellTest::exactly).toList());
        List<Diagnosis> found = IntStream.range(0, 5).mapToObj(cell -> Diagnosis.of(tie, patience)).toList();
        assertThat(found).extracting(Diagnosis::state).containsOnly(State.REPAIRABLE);
        assertThat(found).extracting(diagnosis -> diagnosis.repairs().size()).startsWith(25, 25, 25).endsWith(2);
        Network small = new Network(1, List.of(), List.of(exactly(1), exactly(2), exactly(2)));
        assertThat(Diagnosis.of(small, new Patience(0)).blamed()).isEqualTo(BitSet.valueOf(new long[] {1}));
        assertThat(Diagnosis.of(new Network(1, List.of(), List.of(exactly(1), exactly(2))), new Patience(0)).repairs())
                .hasSize(2);
    }

    private static Statement exactly(long number) {
        return new Statement(0, number, number, 1, true);
    }
}
