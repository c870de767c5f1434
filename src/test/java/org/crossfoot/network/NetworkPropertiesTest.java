package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.crossfoot.network.Consistency.Feasibility;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.repair.Diagnosis.State;
import org.crossfoot.network.repair.Diagnosis;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.impl.Constraint;

/** What must be so of every network, tried on random ones. */
class NetworkPropertiesTest {

    private static final Gen<RandomNetwork> NETWORKS = source -> RandomNetwork.of(
            bound -> (int) source.next(Constraint.between(0, bound - 1L)), 14);

    private static void forAll(Consumer<RandomNetwork> property) {
        qt().withFixedSeed(20250126).withExamples(700).withShrinkCycles(2_000).forAll(NETWORKS).checkAssert(property);
    }

    @Test
    void narrowingNeverRemovesAConflict() {
        forAll(random -> {
            Network network = random.network();
            Random choices = new Random(network.statements().size());
            List<Statement> narrowed = network.statements().stream().map(each -> each.highest() == Network.NO_HIGHEST
                    ? new Statement(each.cell(), each.lowest() + choices.nextInt(3), each.highest(), each.cost(), each.counts())
                    : new Statement(each.cell(), each.lowest(),
                    each.highest() - choices.nextLong(each.highest() - each.lowest() + 1),
                            each.cost(), each.counts())).toList();
            Diagnosis wide = Diagnosis.of(network);
            Diagnosis narrow = Diagnosis.of(new Network(network.cells(), network.sums(), narrowed));
            if (decided(wide) && decided(narrow)) {
                assertThat(cost(narrow, narrowed)).isGreaterThanOrEqualTo(cost(wide, network.statements()));
                assertThat(wide.state() == State.REPAIRABLE && narrow.state() == State.CONSISTENT).isFalse();
            }
        });
    }

    @Test
    void whatAgreesWithAWitnessAddsNoConflict() {
        forAll(random -> {
            Network network = random.network();
            Diagnosis before = Diagnosis.of(network);
            if (before.state() == State.REPAIRABLE || before.state() == State.CONSISTENT) {
                BitSet kept = network.everything();
                kept.andNot(before.repairs().get(0));
                long[] witness = ((Feasibility.Consistent) new Consistency(network).of(kept)).witness();
                Network more = with(network, new Statement(0, witness[0], witness[0], 4, true));
                Diagnosis after = Diagnosis.of(more);
                assertThat(decided(after) ? cost(after, more.statements()) : cost(before, network.statements()))
                        .isEqualTo(cost(before, network.statements()));
            }
        });
    }

    @Test
    void theTruthIsConsistentWhereNothingIsPlanted() {
        forAll(random -> {
            if (random.planted() == 0) {
                assertThat(Diagnosis.of(random.network()).state()).isEqualTo(State.CONSISTENT);
            }
        });
    }

    @Test
    void whatIsAskedAfterSomethingElseIsAnsweredAsByItself() {
        forAll(random -> {
            Network network = random.network();
            Random choices = new Random(network.statements().size());
            Consistency alike = Consistency.ofAlike(network);
            for (int question = 0; question < 8; question++) {
                BitSet kept = network.everything();
                kept.stream().filter(number -> choices.nextInt(3) == 0).forEach(kept::clear);
                Feasibility answer = alike.of(kept);
                assertThat(answer.getClass()).isEqualTo(new Consistency(network).of(kept).getClass());
                if (answer instanceof Feasibility.Contradiction contradiction) {
                    assertThat(new Consistency(network).of(contradiction.statements()))
                            .isInstanceOf(Feasibility.Contradiction.class);
                }
            }
        });
    }

    @Test
    void orderChangesNothing() {
        forAll(random -> {
            Network network = random.network();
            Random choices = new Random(network.cells());
            List<Integer> places = shuffled(network.statements().size(), choices);
            List<Integer> cells = shuffled(network.cells(), choices);
            List<Sum> sums = new ArrayList<>();
            for (Sum sum : network.sums()) {
                sums.add(new Sum(IntStream.of(sum.cells()).map(cells::get).toArray(), sum.coefficients(), sum.lowest(),
                        sum.highest()));
            }
            Collections.shuffle(sums, choices);
            Statement[] statements = new Statement[places.size()];
            for (int number = 0; number < statements.length; number++) {
                Statement each = network.statements().get(number);
                statements[places.get(number)] =
                        new Statement(cells.get(each.cell()), each.lowest(), each.highest(), each.cost(), each.counts());
            }
            Diagnosis one = Diagnosis.of(network);
            Diagnosis other = Diagnosis.of(new Network(network.cells(), sums, List.of(statements)));
            if (decided(one) && decided(other)) {
                assertThat(other.state()).isEqualTo(one.state());
                assertThat(other.blamed()).isEqualTo(renamed(one.blamed(), places));
                assertThat(other.more()).isEqualTo(one.more());
                if (!one.more()) {
                    Set<BitSet> renamed = new HashSet<>();
                    one.repairs().forEach(repair -> renamed.add(renamed(repair, places)));
                    assertThat(new HashSet<>(other.repairs())).isEqualTo(renamed);
                }
            }
        });
    }

    @Test
    void tenTimesEverythingIsTenTimesTheAnswer() {
        forAll(random -> {
            Network network = random.network();
            if (network.sums().stream().anyMatch(sum -> sum.lowest() != sum.highest()
                    || Arrays.stream(sum.coefficients()).anyMatch(c -> Math.abs(c) != 1))
                    || !network.isForest()) {
                return;
            }
            Network ten = new Network(network.cells(), network.sums().stream().map(sum -> new Sum(sum.cells(), sum.coefficients(),
                    10 * sum.lowest(), 10 * sum.highest())).toList(),
                    network.statements().stream().map(each -> new Statement(each.cell(),
                    10 * each.lowest(), each.highest() == Network.NO_HIGHEST ? Network.NO_HIGHEST : 10 * each.highest(),
                    each.cost(), each.counts())).toList());
            Diagnosis one = Diagnosis.of(network);
            Diagnosis other = Diagnosis.of(ten);
            assertThat(other.state()).isEqualTo(one.state());
            assertThat(other.repairs()).isEqualTo(one.repairs());
            assertThat(other.blamed()).isEqualTo(one.blamed());
            BitSet kept = network.everything();
            kept.andNot(one.repairs().get(0));
            Reach small = Reach.exact(network, kept).orElseThrow();
            Reach large = Reach.exact(ten, kept).orElseThrow();
            for (int cell = 0; cell < network.cells(); cell++) {
                assertThat(large.lowest()[cell]).isEqualTo(10 * small.lowest()[cell]);
                assertThat(large.highest()[cell]).isEqualTo(small.highest()[cell] == Network.NO_HIGHEST ? Network.NO_HIGHEST
                        : 10 * small.highest()[cell]);
            }
        });
    }

    @Test
    void aDerivedStatementChangesNobodysBlame() {
        forAll(random -> {
            Network network = random.network();
            int number = network.statements().size();
            Diagnosis before = Diagnosis.of(network);
            Diagnosis after = Diagnosis.of(with(network,
                    new Statement(0, random.truth()[0] + 7, random.truth()[0] + 7, 0, false)));
            if (decided(before) && decided(after)) {
                BitSet others = (BitSet) after.blamed().clone();
                others.clear(number);
                assertThat(others).isEqualTo(before.blamed());
            }
        });
    }

    @Test
    void limitsHoldEveryWitnessAndFollowFromTheirReasons() {
        forAll(random -> {
            Network network = random.network();
            BitSet right = new BitSet();
            for (int number = 0; number < network.statements().size(); number++) {
                right.set(number, network.statements().get(number).holds(random.truth()));
            }
            Propagation limits = new Propagation(network);
            assertThat(limits.take(right)).isTrue();
            for (int cell = 0; cell < network.cells(); cell++) {
                assertThat(random.truth()[cell]).isBetween(limits.lowest(cell), limits.highest(cell));
                Propagation low = new Propagation(network);
                assertThat(low.take(limits.why(cell, false))).isTrue();
                Propagation high = new Propagation(network);
                assertThat(high.take(limits.why(cell, true))).isTrue();
                if (limits.isSettled() && low.isSettled() && high.isSettled()) {
                    assertThat(low.lowest(cell)).isEqualTo(limits.lowest(cell));
                    assertThat(high.highest(cell)).isEqualTo(limits.highest(cell));
                }
            }
        });
    }

    @Test
    void minimalConflictsAreConflictsOfWhichAnyCanBeLeftOut() {
        forAll(random -> {
            Network network = random.network();
            Consistency consistency = new Consistency(network);
            for (BitSet conflict : Diagnosis.of(network).conflicts()) {
                assertThat(consistency.of(conflict)).isInstanceOf(Feasibility.Contradiction.class);
                conflict.stream().forEach(number -> {
                    BitSet rest = (BitSet) conflict.clone();
                    rest.clear(number);
                    assertThat(consistency.of(rest)).isNotInstanceOf(Feasibility.Contradiction.class);
                });
            }
        });
    }

    /** Four cells from 0 to 5 at most, tied by anything. */
    @Test
    void tinyNetworksAreAsTryingEverythingSays() {
        Gen<Network> tiny = source -> tiny(bound -> (int) source.next(Constraint.between(0, bound - 1L)));
        qt().withFixedSeed(20250127).withExamples(2_000).withShrinkCycles(2_000).forAll(tiny).checkAssert(network -> {
            BitSet kept = network.everything();
            BruteForce truth = new BruteForce(network, kept, 5);
            Feasibility answer = new Consistency(network).of(kept);
            assertThat(answer instanceof Feasibility.Consistent).as(RandomNetwork.text(network)).isEqualTo(truth.isConsistent());
            assertThat(answer instanceof Feasibility.Contradiction).isEqualTo(!truth.isConsistent());
            if (truth.isConsistent()) {
                assertThat(new Simplex(network, kept).contradiction()).isNull();
            } else {
                Feasibility.Contradiction found = (Feasibility.Contradiction) answer;
                assertThat(new BruteForce(network, found.statements(), 8).isConsistent()).isFalse();
            }
            Optional<Reach> hull = Reach.exact(network, kept);
            assertThat(hull.isPresent()).isEqualTo(truth.isConsistent());
            if (hull.isPresent()) {
                assertThat(hull.get().lowest()).as(RandomNetwork.text(network)).isEqualTo(truth.lowest());
                assertThat(hull.get().highest()).as(RandomNetwork.text(network)).isEqualTo(truth.highest());
            }
        });
    }

    private static Network tiny(RandomNetwork.Choices choices) {
        int cells = 2 + choices.below(3);
        List<Statement> statements = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            int low = choices.below(6);
            statements.add(new Statement(cell, low, low + choices.below(6 - low), 1, true));
        }
        List<Sum> sums = new ArrayList<>();
        for (int number = choices.below(5); number >= 0; number--) {
            List<Integer> in = new ArrayList<>();
            for (int cell = 0; cell < cells; cell++) {
                if (choices.below(3) > 0) {
                    in.add(cell);
                }
            }
            long[] coefficients = in.stream().mapToLong(cell -> List.of(1L, -1L, 2L, -3L).get(choices.below(4))).toArray();
            long low = choices.below(13) - 6L;
            long high = low + choices.below(4);
            sums.add(new Sum(in.stream().mapToInt(Integer::intValue).toArray(), coefficients,
                    choices.oneIn(5) ? Network.NO_LOWEST : low, choices.oneIn(5) ? Network.NO_HIGHEST : high));
        }
        return new Network(cells, sums, statements);
    }

    private static boolean decided(Diagnosis diagnosis) {
        return diagnosis.state() != State.UNDECIDED;
    }

    private static long cost(Diagnosis diagnosis, List<Statement> statements) {
        return diagnosis.repairs().get(0).stream().mapToLong(number -> statements.get(number).weight()).sum();
    }

    private static Network with(Network network, Statement statement) {
        List<Statement> statements = new ArrayList<>(network.statements());
        statements.add(statement);
        return new Network(network.cells(), network.sums(), statements);
    }

    private static List<Integer> shuffled(int size, Random choices) {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(numbers, choices);
        return numbers;
    }

    private static BitSet renamed(BitSet set, List<Integer> places) {
        BitSet renamed = new BitSet();
        set.stream().forEach(number -> renamed.set(places.get(number)));
        return renamed;
    }
}
