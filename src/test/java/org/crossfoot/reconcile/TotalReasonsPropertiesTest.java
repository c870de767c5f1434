package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.LimitReasons;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.ProofStep;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.TotalReasons;
import org.crossfoot.reconcile.outcome.Use;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for the reasons of any total of any evidence. */
class TotalReasonsPropertiesTest {

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 12).boxed();
    }

    private static TestEvidence anyEvidence(long seed) {
        Random random = new Random(seed);
        return RandomEvidence.of(random::nextInt, false).evidence();
    }

    /** Of one measure and area, for all periods. */
    private static List<TotalReasons> reasons(TestEvidence evidence, Cell cell) {
        return new Reconciliation(evidence.vocabulary(), evidence.rules())
                .reasons(evidence.evidence(), cell.measure(), cell.area());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stepsLeadToTheLimitsOfTheTotalAndRestOnFiguresThatAreNotSetAside(long seed) {
        TestEvidence evidence = anyEvidence(seed);
        Outcome outcome = evidence.outcome();
        Set<Figure> setAside = outcome.figures().stream().filter(use -> use.use() == Use.SET_ASIDE).map(FigureUse::figure)
                .collect(Collectors.toSet());
        Set<Total> explained = new HashSet<>();
        for (Total total : outcome.totals()) {
            if (explained.contains(total)) {
                continue;
            }
            for (TotalReasons each : reasons(evidence, total.cell())) {
                explained.add(each.total());
                lead(each.lowest(), false, each.total().lowest(), setAside);
                lead(each.highest(), true, each.total().highest(), setAside);
                assertThat(each.text()).startsWith(each.about());
            }
        }
        assertThat(explained).isEqualTo(Set.copyOf(outcome.totals()));
    }

    private static void lead(LimitReasons why, boolean upper, long limit, Set<Figure> setAside) {
        if (why instanceof LimitReasons.Nothing) {
            assertThat(limit).isEqualTo(upper ? Amount.NO_LIMIT : 0);
        }
        if (why instanceof LimitReasons.Proven proven) {
            ProofStep last = proven.steps().get(proven.steps().size() - 1);
            assertThat(last.bound().limit()).isEqualTo(limit);
            assertThat(last.bound().upper()).isEqualTo(upper);
            for (ProofStep step : proven.steps()) {
                follows(step, proven.steps(), setAside);
            }
        }
    }

    private static void follows(ProofStep step, List<ProofStep> steps, Set<Figure> setAside) {
        if (step instanceof ProofStep.Printed printed) {
            assertThat(setAside).doesNotContain(printed.said().figure());
            assertThat(step.bound().limit())
                    .isEqualTo(step.bound().upper() ? printed.allowed().highest() : printed.allowed().lowest());
        }
        if (step instanceof ProofStep.RuleApplied added) {
            long sum = added.constant();
            for (ProofStep.Addend addend : added.addends()) {
                assertThat(addend.step()).isLessThanOrEqualTo(steps.indexOf(step));
                assertThat(steps.get(addend.step() - 1).bound().limit()).isEqualTo(addend.limit());
                sum += addend.factor() * addend.limit();
            }
            assertThat(sum).isEqualTo(step.bound().limit() * added.divisor());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheEvidenceChangesNoReason(long seed) {
        TestEvidence evidence = anyEvidence(seed);
        Cell first = evidence.outcome().totals().get(0).cell();
        List<String> expected = reasons(evidence, first).stream().map(TotalReasons::text).toList();
        assertThat(reasons(evidence.shuffled(seed), first).stream().map(TotalReasons::text)).isEqualTo(expected);
    }
}
