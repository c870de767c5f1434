package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.RandomEvidence.BOTH;
import static org.crossfoot.reconcile.RandomEvidence.DAY;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.RandomEvidence.Said;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.reconcile.outcome.Verdict;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.impl.Constraint;

/** What must hold for any evidence, tried on random evidence. */
class ReconciliationPropertiesTest {

    private static final int CHOICES = 1_000;

    private static Gen<RandomEvidence> evidence(boolean exact) {
        return source -> RandomEvidence.of(bound -> (int) source.next(Constraint.between(0, bound - 1L)), exact);
    }

    /** The number chooses among what a property may be tried with. */
    private static void forAll(Gen<RandomEvidence> evidence, BiConsumer<RandomEvidence, Integer> property) {
        qt().withFixedSeed(20250126).withExamples(Integer.getInteger("crossfoot.examples", 100)).withShrinkCycles(200)
                .forAll(evidence, integers().between(0, CHOICES)).checkAssert(property);
    }

    private static void forAll(BiConsumer<RandomEvidence, Integer> property) {
        forAll(evidence(false), property);
    }

    private static <T> Stream<T> oneOf(List<T> list, int choice) {
        return list.isEmpty() ? Stream.empty() : Stream.of(list.get(choice % list.size()));
    }

    /** By id: the gap, the verdict, and who is blamed among the three sources. */
    private static Map<String, String> verdicts(Outcome outcome) {
        Map<String, String> verdicts = new TreeMap<>();
        outcome.discrepancies().forEach(found ->
                verdicts.put(found.id(), found.rule() + " " + found.gap() + " " + found.verdict() + " "
                + blamed(found)));
        return verdicts;
    }

    private static Set<String> blamed(Discrepancy found) {
        return names(found.blamed().stream());
    }

    private static Set<String> setAside(Outcome outcome) {
        return names(outcome.figures().stream().filter(use -> use.use() == Use.SET_ASIDE).map(FigureUse::figure));
    }

    /** Of figures of the three sources. */
    private static Set<String> names(Stream<Figure> figures) {
        return figures.filter(figure -> RandomEvidence.SOURCES.contains(figure.source()))
                .map(figure -> figure.cell() + " " + figure.source() + "=" + figure.asPrinted())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What single rules found; a joint conflict changes its place when a rule comes to show it. */
    private static Map<String, Discrepancy> found(Outcome outcome) {
        return outcome.discrepancies().stream().filter(found -> !found.rule().equals("joint"))
                .collect(Collectors.toMap(Discrepancy::id, found -> found));
    }

    @Test
    void theOrderOfTheEvidenceChangesNothing() {
        forAll((evidence, choice) -> assertThat(evidence.evidence().shuffled(choice).outcome()).isEqualTo(evidence.outcome()));
    }

    @Test
    void noTwoDiscrepanciesHaveOneId() {
        forAll((evidence, choice) -> assertThat(evidence.outcome().discrepancies()).extracting(Discrepancy::id)
                .doesNotHaveDuplicates());
    }

    @Test
    void fiftySourcesThatRepeatAFigureChangeNoVerdict() {
        forAll((evidence, choice) -> oneOf(evidence.all().stream().filter(said -> said.source().equals("ice")).toList(), choice)
                .forEach(original -> assertThat(verdicts(evidence.withCopies(original, "copy-").outcome()))
                        .isEqualTo(verdicts(evidence.outcome()))));
    }

    @Test
    void fiftySourcesThatQuoteTheSamePersonChangeNoVerdict() {
        forAll((evidence, choice) -> oneOf(evidence.all(), choice).forEach(said -> {
            Said original = said.quoting("spokesman");
            RandomEvidence quoting = evidence.with(said, original);
            assertThat(verdicts(quoting.withCopies(original, "voice-").outcome())).isEqualTo(verdicts(quoting.outcome()));
        }));
    }

    @Test
    void aDerivedFigureChangesNobodyElsesBlame() {
        forAll((evidence, choice) -> oneOf(evidence.all(), choice).forEach(said -> {
            Said derived = said.between(said.low() + choice, said.low() + choice).from("other").computed();
            Outcome before = evidence.outcome();
            Outcome after = evidence.with(derived).outcome();
            assertThat(setAside(after)).isEqualTo(setAside(before));
            Map<String, Discrepancy> foundAfter = found(after);
            // A sum that the derived figure breaks as well shows more figures, among them such as were blamed before elsewhere.
            found(before).forEach((id, found) -> assertThat(blamed(foundAfter.get(id))).containsAll(blamed(found)));
        }));
    }

    @Test
    void narrowingAFigureRemovesNoDiscrepancy() {
        forAll((evidence, choice) -> oneOf(evidence.all().stream().filter(said -> said.low() < said.high()).toList(), choice)
                .forEach(said -> {
            long high = Math.min(said.high(), said.low() + 30);
            long low = said.low() + choice % (high - said.low() + 1);
            Outcome before = evidence.outcome();
            Outcome after = evidence.with(said, said.between(low, high)).outcome();
            assertThat(found(after).keySet()).containsAll(found(before).keySet());
            assertThat(before.discrepancies().isEmpty() || !after.discrepancies().isEmpty()).as("something is still found")
                    .isTrue();
        }));
    }

    @Test
    void aFigureThatSaysTheSameAsOneThatIsKeptAddsNoDiscrepancy() {
        forAll((evidence, choice) -> {
            Outcome before = evidence.outcome();
            List<Cell> kept = before.figures().stream().filter(use -> use.use() == Use.KEPT).map(use -> use.figure().cell())
                    .toList();
            oneOf(evidence.all().stream().filter(said ->
                    kept.contains(TestEvidence.cell(said.measure(), said.area(), said.period()))).toList(),
                    choice).forEach(said -> assertThat(found(evidence.with(said.from("other")).outcome()).keySet())
                            .isEqualTo(found(before).keySet()));
        });
    }

    @Test
    void tenTimesAllNumbersMakeTenTimesTheGapsAndTotalsAndTheSameVerdicts() {
        forAll(evidence(true), (evidence, choice) -> {
            Outcome before = evidence.outcome();
            Outcome after = evidence.each(Said::timesTen).outcome();
            assertThat(after.discrepancies()).hasSameSizeAs(before.discrepancies());
            for (int i = 0; i < before.discrepancies().size(); i++) {
                Discrepancy small = before.discrepancies().get(i);
                Discrepancy large = after.discrepancies().get(i);
                assertThat(large.id()).isEqualTo(small.id());
                assertThat(large.gap()).isEqualTo(10 * small.gap());
                assertThat(large.verdict()).isEqualTo(small.verdict());
                assertThat(large.blamed().stream().map(Figure::cell))
                        .isEqualTo(small.blamed().stream().map(Figure::cell).toList());
            }
            assertThat(after.totals()).hasSameSizeAs(before.totals());
            for (int i = 0; i < before.totals().size(); i++) {
                Total small = before.totals().get(i);
                Total large = after.totals().get(i);
                assertThat(large.cell()).isEqualTo(small.cell());
                assertThat(large.lowest()).as(small + " " + large).isEqualTo(10 * small.lowest());
                assertThat(large.highest()).isEqualTo(small.highest() == Amount.NO_LIMIT ? Amount.NO_LIMIT
                        : 10 * small.highest());
            }
        });
    }

    @Test
    void bestValuesLieWithinTheirBoundsAndFulfilEveryRule() {
        forAll((evidence, choice) -> {
            Outcome outcome = evidence.outcome();
            Map<Cell, Long> best = new HashMap<>();
            for (Total total : outcome.totals()) {
                if (total.best() != null) {
                    assertThat(total.best()).as(total.toString()).isBetween(total.lowest(), total.highest());
                    best.put(total.cell(), total.best());
                }
            }
            if (outcome.discrepancies().stream().noneMatch(found -> found.verdict() == Verdict.UNDECIDED)) {
                List.of(DAY, BOTH).forEach(period -> everyRuleHolds(best, period));
            }
        });
    }

    private static void everyRuleHolds(Map<Cell, Long> best, String period) {
        for (String area : RandomEvidence.AREAS) {
            holds(best, true, TestEvidence.cell("arrests", area, period), TestEvidence.cell("criminal_arrests", area, period),
                    TestEvidence.cell("collateral_arrests", area, period));
            holds(best, false, TestEvidence.cell("arrests", area, period), TestEvidence.cell("detentions", area, period));
        }
        for (String measure : RandomEvidence.MEASURES) {
            holds(best, true, TestEvidence.cell(measure, "us", period), TestEvidence.cell(measure, "boston", period),
                    TestEvidence.cell(measure, "chicago", period));
            holds(best, true, TestEvidence.cell(measure, "us", period), TestEvidence.cell(measure, "north", period),
                    TestEvidence.cell(measure, "south", period));
        }
    }

    /** The whole is the sum of its parts, or no less; where all of them are known. */
    private static void holds(Map<Cell, Long> best, boolean equal, Cell whole, Cell... parts) {
        if (best.containsKey(whole) && Stream.of(parts).allMatch(best::containsKey)) {
            long sum = Stream.of(parts).mapToLong(best::get).sum();
            if (equal) {
                assertThat(sum).as("%s of %s", whole, best).isEqualTo(best.get(whole));
            } else {
                assertThat(sum).as("%s of %s", whole, best).isLessThanOrEqualTo(best.get(whole));
            }
        }
    }

    @Test
    void everyFigureThatIsKeptCanBeTrueWithinTheBounds() {
        forAll((evidence, choice) -> {
            Outcome outcome = evidence.outcome();
            Map<Cell, Total> totals = outcome.totals().stream().collect(Collectors.toMap(Total::cell, total -> total));
            for (FigureUse use : outcome.figures()) {
                Total total = totals.get(use.figure().cell());
                if (use.use() == Use.KEPT && total != null) {
                    assertThat(use.figure().amount().lowest()).as(use + " " + total).isLessThanOrEqualTo(total.highest());
                    assertThat(use.figure().amount().highest()).as(use + " " + total).isGreaterThanOrEqualTo(total.lowest());
                }
            }
        });
    }
}
