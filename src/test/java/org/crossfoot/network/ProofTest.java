package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Proof.Limit;
import org.crossfoot.network.Proof.Step;
import org.crossfoot.network.repair.Diagnosis;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.impl.Constraint;

/** A proof of a limit holds, needs all it names, and each of its steps follows from those before. */
class ProofTest {

    private static final Gen<RandomNetwork> NETWORKS = source -> RandomNetwork.of(
            bound -> (int) source.next(Constraint.between(0, bound - 1L)), 10);

    @Test
    void theStatementsNamedForceTheLimitAndWithoutAnyOneOfThemTheyDoNot() {
        qt().withFixedSeed(20250126).withExamples(300).withShrinkCycles(500).forAll(NETWORKS).checkAssert(random -> {
            Network network = random.network();
            Diagnosis diagnosis = Diagnosis.of(network);
            if (diagnosis.repairs().isEmpty() || network.cells() > 14) {
                return;
            }
            BitSet kept = network.everything();
            kept.andNot(diagnosis.repairs().get(0));
            Reach hull = Reach.exact(network, kept).orElseThrow();
            for (int cell = 0; cell < network.cells(); cell++) {
                if (hull.lowest()[cell] > 0) {
                    isProven(network, kept, new Limit(cell, false, hull.lowest()[cell]));
                }
                if (hull.highest()[cell] != Network.NO_HIGHEST) {
                    isProven(network, kept, new Limit(cell, true, hull.highest()[cell]));
                }
            }
        });
    }

    private static void isProven(Network network, BitSet kept, Limit limit) {
        Proof proof = Proof.exact(network, kept, limit).orElseThrow(() -> new AssertionError("no proof of " + limit));
        assertThat(forces(network, proof.statements(), limit)).as("%s of %s", proof, RandomNetwork.text(network)).isTrue();
        proof.statements().stream().forEach(number -> {
            BitSet without = (BitSet) proof.statements().clone();
            without.clear(number);
            assertThat(forces(network, without, limit)).as("%s of %s", proof, RandomNetwork.text(network)).isFalse();
        });
        Network sums = new Network(network.cells(), proof.sums().stream().mapToObj(network.sums()::get).toList(),
                network.statements());
        assertThat(forces(sums, proof.statements(), limit)).as("by the sums named alone").isTrue();
        followsStepByStep(network, proof, limit);
        Proof.byPropagation(network, kept, limit).ifPresent(chain -> {
            followsStepByStep(network, chain, limit);
            assertThat(chain.steps()).isNotEmpty();
        });
    }

    private static boolean forces(Network network, BitSet kept, Limit limit) {
        Reach hull = Reach.exact(network, kept).orElseThrow();
        return limit.high() ? hull.highest()[limit.cell()] <= limit.number() : hull.lowest()[limit.cell()] >= limit.number();
    }

    /** Reckons every step again, from the earlier ones that it names. */
    private static void followsStepByStep(Network network, Proof proof, Limit limit) {
        BitSet used = new BitSet();
        List<Step> steps = proof.steps();
        for (int place = 0; place < steps.size(); place++) {
            Limit here = steps.get(place).limit();
            if (steps.get(place) instanceof Step.Stated said) {
                Statement statement = network.statements().get(said.statement());
                assertThat(statement.cell()).isEqualTo(here.cell());
                assertThat(here.high() ? statement.highest() : statement.lowest()).isEqualTo(here.number());
                assertThat(proof.statements().get(said.statement())).isTrue();
            } else if (steps.get(place) instanceof Step.Summed summed) {
                assertThat(proof.sums().get(summed.sum())).isTrue();
                Sum sum = network.sums().get(summed.sum());
                boolean fromAbove = here.high() == (sum.coefficient(here.cell()) > 0);
                long rest = 0;
                for (int i = 0; i < sum.cells().length; i++) {
                    int from = summed.from().get(i);
                    if (from == Step.NONE) {
                        assertThat(sum.cells()[i] == here.cell() || fromAbove == (sum.coefficients()[i] > 0)).isTrue();
                    } else {
                        assertThat(from).isLessThan(place);
                        assertThat(steps.get(from).limit().cell()).isEqualTo(sum.cells()[i]);
                        assertThat(steps.get(from).limit().high()).isEqualTo(fromAbove == (sum.coefficients()[i] < 0));
                        rest += sum.coefficients()[i] * steps.get(from).limit().number();
                        used.set(from);
                    }
                }
                // The sum's own limit leaves the cell no room for one more, or one fewer.
                long beyond = here.number() + (here.high() ? 1 : -1);
                long total = rest + sum.coefficient(here.cell()) * beyond;
                assertThat(fromAbove ? total > sum.highest() : total < sum.lowest()).isTrue();
            }
        }
        if (!steps.isEmpty()) {
            assertThat(steps.get(steps.size() - 1).limit()).isEqualTo(limit);
            assertThat(used.cardinality()).as("every step but the last is used").isEqualTo(steps.size() - 1);
        }
    }

    private static Sum whole(int... cells) {
        return new Sum(cells, IntStream.range(0, cells.length).mapToLong(i -> i == 0 ? -1 : 1).toArray(), 0, 0);
    }

    private static Statement says(int cell, long number, int trust) {
        return new Statement(cell, number, number, trust, true);
    }

    private static List<Integer> restsOn(Network network, Limit limit) {
        return Proof.exact(network, network.everything(), limit).orElseThrow().statements().stream().boxed().toList();
    }

    @Test
    void whatIsSaidOfTheCellItselfCountsBeforeWhatFollowsFromOthers() {
        Network network = new Network(3, List.of(whole(0, 1, 2)), List.of(says(0, 10, 1), says(1, 4, 5), says(2, 6, 5)));
        assertThat(restsOn(network, new Limit(0, false, 10))).containsExactly(0);
    }

    @Test
    void theMostTrustedOfThoseThatSayItIsNamed() {
        Network network = new Network(3, List.of(whole(0, 1, 2)), List.of(says(1, 4, 1), says(1, 4, 5), says(2, 6, 3)));
        assertThat(restsOn(network, new Limit(0, true, 10))).containsExactly(1, 2);
    }

    /** Of three cells every two add up to 10, so that each is 5: no single sum says so. */
    @Test
    void whatNoChainOfSumsShowsHasNoSteps() {
        Network network = new Network(3, List.of(new Sum(new int[] {0, 1}, new long[] {1, 1}, 10, 10),
                new Sum(new int[] {1, 2}, new long[] {1, 1}, 10, 10), new Sum(new int[] {0, 2}, new long[] {1, 1}, 10, 10)),
                List.of());
        Proof proof = Proof.exact(network, new BitSet(), new Limit(0, false, 5)).orElseThrow();
        assertThat(proof.steps()).isEmpty();
        assertThat(proof.sums().cardinality()).isEqualTo(3);
        assertThat(Proof.byPropagation(network, new BitSet(), new Limit(0, false, 5))).isEqualTo(Optional.empty());
    }
}
