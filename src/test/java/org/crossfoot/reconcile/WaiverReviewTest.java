package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Areas;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Source;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.WaiverReview.Acceptance;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Rules;
import org.crossfoot.rule.Severity;
import org.crossfoot.rule.Tolerance;
import org.crossfoot.rule.Waiver;
import org.junit.jupiter.api.Test;

/** Which waivers hold, which ran out, and which have been outgrown. */
class WaiverReviewTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);
    private static final String ID = "0935f3a8d2ca";
    private static final Vocabulary VOCABULARY =
            new Vocabulary(new Areas(List.of(new Area("us", "United States", null, null, List.of()))),
            Map.of(), Map.of("arrests", new Measure("arrests", "Arrests", Measure.Kind.FLOW, null)),
            new TreeMap<>(Map.of("ice", new Source("ice", "ICE daily posts", 5, null))));

    private static Waiver waiver(String id, LocalDate until, int line) {
        return new Waiver(id, until, "Ada", "asked the publisher", line);
    }

    private static Discrepancy disagreement(long gap) {
        return new Discrepancy(ID, DAY, "sources-agree", "us", "arrests", Period.day(DAY), "", Severity.ERROR, List.of(), gap,
                1179, Verdict.LOCALISED, List.of(), "", Explanation.plain("956 and 1,179."));
    }

    private static WaiverReview on(LocalDate businessDate, Waiver... waivers) {
        return new WaiverReview(VOCABULARY, new Rules(List.of()), List.of(waivers), businessDate);
    }

    private static List<Discrepancy> found(WaiverReview review, Map<Acceptance, Long> gaps, Discrepancy... standing) {
        return review.of(new Outcome(DAY, List.of(standing), List.of(), List.of(), Collections.emptySortedMap()), gaps)
                .discrepancies().stream()
                .filter(one -> !List.of(standing).contains(one)).toList();
    }

    @Test
    void aWaiverHoldsOnItsLastDayAndTheLongestOneCounts() {
        Waiver own = waiver(ID, DAY, 2);
        Waiver longest = waiver("sources-agree/us/arrests", DAY.plusDays(3), 3);
        Waiver elsewhere = waiver("sources-agree/us/detentions", DAY.plusDays(9), 4);

        assertThat(on(DAY, own).holding(disagreement(223))).contains(own);
        assertThat(on(DAY, own, longest, elsewhere).holding(disagreement(223))).contains(longest);
        assertThat(on(DAY.plusDays(1), own).holding(disagreement(223))).isEmpty();
    }

    @Test
    void aWaiverThatHoldsIsNoFinding() {
        assertThat(found(on(DAY, waiver(ID, DAY, 2)), Map.of(), disagreement(223))).isEmpty();
    }

    @Test
    void oneThatRanOutIsAFindingWhileWhatItAcceptedStands() {
        List<Discrepancy> found = found(on(DAY.plusDays(1), waiver(ID, DAY, 2)), Map.of(), disagreement(223));

        assertThat(found).singleElement().returns("waiver-expired", Discrepancy::rule).returns("us", Discrepancy::area)
                .returns("arrests", Discrepancy::measure).returns(Period.day(DAY), Discrepancy::period)
                .returns(Severity.WARNING, Discrepancy::severity).returns(Verdict.UNDECIDED, Discrepancy::verdict)
                .returns("Arrests, United States, 2025-01-26: the waiver of sources-agree (0935f3a8d2ca) ran out after "
                + "2025-01-26, and what it accepted "
                        + "still stands. Decide again: write another day in waivers.csv, line 2 (Ada: asked the publisher), or "
                        + "take the line out.",
                        Discrepancy::explanation);
        assertThat(found(on(DAY.plusDays(1), waiver(ID, DAY, 2)), Map.of())).as("nothing stands").isEmpty();
    }

    @Test
    void itSaysTheSameOnEveryLaterNight() {
        Waiver ended = waiver(ID, DAY, 2);
        assertThat(found(on(DAY.plusDays(400), ended), Map.of(), disagreement(223)))
                .isEqualTo(found(on(DAY.plusDays(1), ended), Map.of(), disagreement(223)));
    }

    @Test
    void anotherWaiverThatStillHoldsTakesItsPlace() {
        assertThat(found(on(DAY.plusDays(1), waiver(ID, DAY, 2), waiver("sources-agree/us/arrests", DAY.plusDays(1), 3)),
                Map.of(), disagreement(223))).isEmpty();
    }

    @Test
    void aGapThatGrewSinceItWasAcceptedIsAFinding() {
        Waiver waiver = waiver(ID, DAY.plusDays(9), 2);
        Map<Acceptance, Long> gaps = Map.of(new Acceptance(ID, waiver.until()), 223L);

        assertThat(found(on(DAY, waiver), gaps, disagreement(1_044))).singleElement()
                .returns("waiver-outgrown", Discrepancy::rule)
                .returns(821L, Discrepancy::gap).extracting(Discrepancy::explanation).asString()
                .contains("the gap was 223 when sources-agree (0935f3a8d2ca) was accepted until 2025-02-04, and is 1,044 now",
                "waivers.csv, line 2");
        assertThat(found(on(DAY, waiver), gaps, disagreement(223))).as("as large").isEmpty();
        assertThat(found(on(DAY, waiver), gaps, disagreement(100))).as("smaller").isEmpty();
        assertThat(found(on(DAY, waiver), Map.of(new Acceptance(ID, DAY), 223L), disagreement(1_044)))
                .as("another day is another decision").isEmpty();
    }

    @Test
    void eachDiscrepancyOfACellHasAFindingOfItsOwn() {
        Discrepancy other = new Discrepancy("0123456789ab", DAY, "areas-add-up", "us", "arrests", Period.day(DAY), "",
                Severity.ERROR, List.of(), 5, 9, Verdict.UNDECIDED, List.of(), "", Explanation.plain("Offices."));

        List<Discrepancy> found = found(on(DAY.plusDays(1), waiver(ID, DAY, 2), waiver("areas-add-up/us/arrests", DAY, 3)),
                Map.of(), disagreement(223), other);

        assertThat(found).hasSize(2).extracting(Discrepancy::id).doesNotHaveDuplicates();
    }

    @Test
    void aFindingOnAWaiverCannotBeWaived() {
        Waiver ended = waiver(ID, DAY, 2);
        Discrepancy expired = found(on(DAY.plusDays(1), ended), Map.of(), disagreement(223)).get(0);

        assertThat(on(DAY.plusDays(1), ended, waiver(expired.id(), DAY.plusDays(9), 3)).holding(expired)).isEmpty();
    }

    @Test
    void aReportThatIsMissingIsNamedByItsSource() {
        Discrepancy missing = new Discrepancy("fedcba987654", DAY, "report-missing", "", "", Period.day(DAY), "ice",
                Severity.ERROR, List.of(), 0, 0, Verdict.NOT_LOCALISED, List.of(), "", Explanation.plain("No figure."));

        assertThat(found(on(DAY.plusDays(1), waiver("report-missing//", DAY, 2)), Map.of(), missing)).singleElement()
                .extracting(Discrepancy::explanation).asString()
                .startsWith("ICE daily posts, 2025-01-26: the waiver of report-missing (fedcba987654) ran out");
    }

    @Test
    void settingsMayMakeItAnErrorOrSwitchItOff() {
        for (boolean enabled : new boolean[] {true, false}) {
            Rules rules = new Rules(List.of(new Rule(BuiltIn.WAIVER_EXPIRED.id(), Severity.ERROR, Tolerance.NONE, enabled,
                    null)));
            Stream<Severity> severities = found(new WaiverReview(VOCABULARY, rules, List.of(waiver(ID, DAY, 2)), DAY.plusDays(1)),
                    Map.of(), disagreement(223)).stream().map(Discrepancy::severity);
            assertThat(severities).isEqualTo(enabled ? List.of(Severity.ERROR) : List.of());
        }
    }
}
