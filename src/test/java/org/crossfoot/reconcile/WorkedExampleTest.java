package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;
import org.crossfoot.network.Reach;
import org.crossfoot.network.repair.Diagnosis;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Verdict;
import org.junit.jupiter.api.Test;

/** The worked example of the method: what was said of the arrests of 26 January 2025, with every set and bound. */
class WorkedExampleTest {

    private static final String DAY = "2025-01-26";
    private static final List<String> PRINTED = List.of("956", "1,179", "613", "566");

    /** Arrests, criminal, collateral; the figures in the order of {@link #PRINTED}. */
    private static Network network(int trustOfPost, int trustOfOfficial) {
        return new Network(3, List.of(new Sum(new int[] {1, 2, 0}, new long[] {1, 1, -1}, 0, 0)), List.of(
                new Statement(0, 956, 956, trustOfPost, true), new Statement(0, 1179, 1179, trustOfOfficial, true),
                new Statement(1, 613, 613, trustOfOfficial, true), new Statement(2, 566, Network.NO_HIGHEST, 0, false)));
    }

    private static boolean canAllBeTrue(int figures) {
        return Reach.exact(network(5, 2), BitSet.valueOf(new long[] {figures})).isPresent();
    }

    /** Of the sets of figures that have a property, those that hold no smaller one. */
    private static List<List<String>> smallest(IntPredicate property) {
        List<Integer> found = new ArrayList<>();
        IntStream.range(0, 16).boxed().sorted(Comparator.comparing(Integer::bitCount).thenComparing(Comparator.naturalOrder()))
                .filter(set -> property.test(set) && found.stream().noneMatch(smaller -> (smaller & set) == smaller))
                .forEach(found::add);
        return found.stream().map(set -> IntStream.range(0, 4).filter(i -> (set >> i & 1) == 1).mapToObj(PRINTED::get).toList())
                .toList();
    }

    private static List<List<String>> names(List<BitSet> sets) {
        return sets.stream().map(set -> set.stream().mapToObj(PRINTED::get).toList()).toList();
    }

    @Test
    void twoMinimalConflicts() {
        assertThat(smallest(set -> !canAllBeTrue(set)))
                .containsExactlyInAnyOrder(List.of("956", "1,179"), List.of("956", "613", "566"));
        assertThat(names(Diagnosis.of(network(5, 2)).conflicts()))
                .containsExactlyInAnyOrder(List.of("956", "1,179"), List.of("956", "613", "566"));
    }

    @Test
    void threeMinimalRepairs() {
        assertThat(smallest(set -> canAllBeTrue(15 & ~set)))
                .containsExactlyInAnyOrder(List.of("956"), List.of("1,179", "566"), List.of("1,179", "613"));
    }

    @Test
    void theOfficialsTotalIsCheaperToSetAsideThanThePost() {
        Diagnosis diagnosis = Diagnosis.of(network(5, 2));
        assertThat(names(diagnosis.repairs())).containsExactly(List.of("1,179", "566"));
        assertThat(names(List.of(diagnosis.blamed()))).containsExactly(List.of("1,179", "566"));
    }

    @Test
    void equalTrustIsATie() {
        Diagnosis diagnosis = Diagnosis.of(network(2, 2));
        assertThat(names(diagnosis.repairs())).containsExactlyInAnyOrder(List.of("956"), List.of("1,179", "566"));
        assertThat(diagnosis.blamed().isEmpty()).isTrue();
    }

    private static TestEvidence example(int trustOfPost) {
        return TestEvidence.on(DAY).check("criminal-or-collateral", "criminal_arrests + collateral_arrests = arrests")
                .says("ice", "arrests", "us", DAY, "956").trusted(trustOfPost)
                .says("official", "arrests", "us", DAY, "1,179").says("official", "criminal_arrests", "us", DAY, "613")
                .says("official", "collateral_arrests", "us", DAY, "at least 566").derived()
                .says("press", "arrests", "us", "2025-01-20/2025-01-26", "at least 2,681");
    }

    private static void isKnown(TestEvidence evidence, String measure, long lowest, long highest, Basis basis) {
        assertThat(evidence.total(measure, "us", DAY)).extracting(Total::lowest, Total::highest, Total::basis)
                .containsExactly(lowest, highest, basis);
    }

    @Test
    void withThePostTrustedMoreItStandsAndCollateralArrestsFollow() {
        TestEvidence evidence = example(5);
        assertThat(said(evidence.theOne("sources-agree").blamed())).containsExactly("official=1,179");
        assertThat(said(evidence.theOne("criminal-or-collateral").blamed()))
                .containsExactly("official=1,179", "official=at least 566");
        isKnown(evidence, "arrests", 956, 956, Basis.REPAIRED);
        isKnown(evidence, "criminal_arrests", 613, 613, Basis.SINGLE);
        isKnown(evidence, "collateral_arrests", 343, 343, Basis.DERIVED);
    }

    @Test
    void withEqualTrustNobodyIsBlamedAndTheBoundsSpanBothReadings() {
        TestEvidence evidence = example(2);
        assertThat(evidence.theOne("sources-agree").verdict()).isEqualTo(Verdict.NOT_LOCALISED);
        assertThat(evidence.theOne("sources-agree").blamed()).isEmpty();
        isKnown(evidence, "arrests", 956, 1179, Basis.OPEN);
        isKnown(evidence, "criminal_arrests", 613, 613, Basis.SINGLE);
        isKnown(evidence, "collateral_arrests", 343, 566, Basis.OPEN);
    }

    @Test
    void theSumSinceThe20thFitsBothReadings() {
        assertThat(example(5).found("days-add-up")).isEmpty();
        assertThat(example(2).found("days-add-up")).isEmpty();
        assertThat(example(2).found("joint")).isEmpty();
    }

    @Test
    void goalsOf75ForEachOf25OfficesDoNotFitTheGoalForAllAndSayNothingOfCounts() {
        String[] offices = IntStream.range(10, 35).mapToObj(i -> "office-" + i).toArray(String[]::new);
        TestEvidence evidence = TestEvidence.on(DAY).complete("office", offices)
                .says("press", "arrest_goal", "us", DAY + "/..", "1,200 to 1,500")
                .says("ice", "arrests", "us", DAY, "1,179");
        for (String office : offices) {
            evidence.says("official", "arrest_goal", office, DAY + "/..", "75");
        }
        Discrepancy found = evidence.theOne("areas-add-up");
        assertThat(found.measure()).isEqualTo("arrest_goal");
        assertThat(found.gap()).isEqualTo(1875 - 1500);
        assertThat(found.figures()).noneMatch(figure -> figure.cell().measure().equals("arrests"));
        isKnown(evidence, "arrests", 1179, 1179, Basis.SINGLE);
    }
}
