package org.crossfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Status;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.Test;

/** What becomes of a discrepancy from one revision to the next. */
class LifecycleTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);

    private static DiscrepancyRecord row(long gap, LocalDate waivedUntil) {
        return Lifecycle.row(new Discrepancy("0935f3a8d2ca", DAY, "sources-agree", "us", "arrests", Period.day(DAY), "",
                Severity.ERROR, List.of(), gap, 1179, Verdict.NOT_LOCALISED, List.of(), "", Explanation.plain("956 and 1,179.")),
                waivedUntil);
    }

    private static DiscrepancyRecord row(long gap) {
        return row(gap, null);
    }

    private static DiscrepancyRecord only(List<DiscrepancyRecord> before, Map<String, Integer> firstSeen, int number,
            DiscrepancyRecord... now) {
        List<DiscrepancyRecord> aged = new Lifecycle(before, firstSeen, number).aged(List.of(now));
        assertThat(aged).hasSize(1);
        return aged.get(0);
    }

    private static DiscrepancyRecord stood(Status status) {
        return row(223).withStatus(status, 2, row(223).explanation());
    }

    @Test
    void whatNeverStoodIsNew() {
        assertThat(only(List.of(), Map.of(), 3, row(223))).returns(Status.NEW, DiscrepancyRecord::status)
                .returns(3, DiscrepancyRecord::firstSeen);
    }

    @Test
    void whatSaysTheSameAsBeforePersists() {
        assertThat(only(List.of(stood(Status.CHANGED)), Map.of("0935f3a8d2ca", 2), 5, row(223)))
                .returns(Status.PERSISTING, DiscrepancyRecord::status).returns(2, DiscrepancyRecord::firstSeen);
    }

    @Test
    void whatSaysSomethingElseHasChanged() {
        assertThat(only(List.of(stood(Status.NEW)), Map.of("0935f3a8d2ca", 2), 5, row(224)))
                .returns(Status.CHANGED, DiscrepancyRecord::status).returns(2, DiscrepancyRecord::firstSeen);
    }

    @Test
    void whatStoodBeforeAndDoesNotStandNowIsResolvedAndKeepsItsStory() {
        assertThat(only(List.of(stood(Status.NEW)), Map.of("0935f3a8d2ca", 2), 5)).returns(Status.RESOLVED,
                DiscrepancyRecord::status)
                .returns(2, DiscrepancyRecord::firstSeen).returns("Resolved: the rule holds now. Before: 956 and 1,179.",
                DiscrepancyRecord::explanation);
    }

    @Test
    void whatWasResolvedIsToldOnce() {
        assertThat(new Lifecycle(List.of(stood(Status.RESOLVED)), Map.of("0935f3a8d2ca", 2), 6).aged(List.of())).isEmpty();
    }

    @Test
    void whatWasResolvedAndStandsAgainIsReopened() {
        assertThat(only(List.of(stood(Status.RESOLVED)), Map.of("0935f3a8d2ca", 2), 6, row(223)))
                .returns(Status.REOPENED, DiscrepancyRecord::status);
        assertThat(only(List.of(), Map.of("0935f3a8d2ca", 2), 9, row(223))).returns(Status.REOPENED, DiscrepancyRecord::status);
    }

    @Test
    void aWaivedOneIsNotOpen() {
        assertThat(only(List.of(stood(Status.NEW)), Map.of("0935f3a8d2ca", 2), 5, row(223, DAY.plusDays(3))))
                .returns(Status.WAIVED, DiscrepancyRecord::status)
                .returns(DAY.plusDays(3), DiscrepancyRecord::waivedUntil).returns(false, DiscrepancyRecord::isOpen);
    }

    @Test
    void aWaivedOneThatIsGoneIsResolvedToo() {
        assertThat(only(List.of(stood(Status.WAIVED)), Map.of("0935f3a8d2ca", 2), 5)).returns(Status.RESOLVED,
                DiscrepancyRecord::status);
    }

    /** Who waives it takes nothing of what it is, and its sentence may be any. */
    @Test
    void whatHadLapsedAndWasWaivedIsReopenedWhereItIsFoundAgain() {
        DiscrepancyRecord lapsed = row(223).asLapsed(DAY.plusDays(3), "Any sentence.");

        assertThat(lapsed.status()).isEqualTo(Status.WAIVED);
        assertThat(only(List.of(lapsed), Map.of("0935f3a8d2ca", 2), 5, row(223))).returns(Status.REOPENED,
                DiscrepancyRecord::status)
                .returns(false, DiscrepancyRecord::lapsed);
    }
}
