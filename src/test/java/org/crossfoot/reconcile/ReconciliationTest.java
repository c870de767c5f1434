package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.crossfoot.reconcile.TestEvidence.said;

import java.time.LocalDate;
import java.util.List;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.DiscrepancyId;
import org.crossfoot.reconcile.outcome.Explanation.Bounds;
import org.crossfoot.reconcile.outcome.Explanation.EqualTrust;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation.NumberedStatement;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Verdict;
import org.junit.jupiter.api.Test;

/** The worked example: what was said of the arrests of January 2025. */
class ReconciliationTest {

    private static final String DAY = "2025-01-26";
    private static final String CHECK = "criminal-or-collateral";

    private static TestEvidence january(String date) {
        TestEvidence evidence = TestEvidence.on(date).source("new-york-radio", 3).source("ice-statistics", 8)
                .repeats("latin-times", "ice")
                .check(CHECK, "criminal_arrests + collateral_arrests = arrests");
        String[] posts = {"538", "593", "286", "956", "1,179", "969", "1,016", "913", "864"};
        for (int i = 0; i < posts.length; i++) {
            evidence.says("ice", "arrests", "us", "2025-01-" + (23 + i), posts[i])
                    .published(i == 8 ? "2025-02-01" : "2025-01-" + (24 + i))
                    .quoting("ICE");
        }
        return evidence.says("official", "arrests", "us", DAY, "1,179").published("2025-01-27")
                .quoting("senior administration official")
                .says("official", "criminal_arrests", "us", DAY, "613").published("2025-01-27")
                .quoting("senior administration official")
                .says("official", "collateral_arrests", "us", DAY, "at least 566").published("2025-01-27").quoting("NBC News")
                .derived()
                .says("latin-times", "arrests", "us", DAY, "956").quoting("ICE")
                .says("latin-times", "arrests", "us", "2025-01-20/2025-01-26", "at least 2,681")
                .says("new-york-radio", "arrests", "us", "2025-01-20/2025-01-31", "around 3,500").published("2025-02-03")
                .says("new-york-radio", "detentions", "us", "2025-01-20/2025-01-31", "over 3,000").published("2025-02-03")
                .says("ice-statistics", "detentions", "us", "2025-01-01/2025-01-31", "11,753").published("2025-09-24")
                .quoting("ICE");
    }

    @Test
    void the26thShowsTwoNumbersForTheArrestsAndTheCopyOnce() {
        Discrepancy found = january(DAY).theOne("sources-agree");
        assertThat(found.gap()).isEqualTo(223);
        assertThat(said(found.figures())).containsExactly("ice=956", "latin-times=956", "official=1,179");
        assertThat(said(found.blamed())).containsExactly("official=1,179");
        assertThat(found.explanation()).startsWith("arrests, United States, 2025-01-26: two statements cannot both be right. "
                + "(1) ice, quoting ICE, published 2025-01-27: 956 (ice/report.csv:5), only repeated by latin-times. "
                + "(2) official, quoting senior administration official, "
                + "published 2025-01-27: 1,179 (official/report.csv:11). (3) collateral arrests, United States, 2025-01-26: "
                + "official, quoting NBC News, published 2025-01-27: at least 566, "
                + "derived from other figures (official/report.csv:13). The highest asks for at least 1,179, the lowest allows "
                + "at most 956: "
                + "223 apart. Cannot all be true: (1) and (2); without any one of them the rest could be. "
                + "Probably wrong: (2) 1,179 (official, trust 2), (3) at least 566 (official, derived). "
                + "Cheapest: set aside (2) and (3) (cost 2 in trust). "
                + "With equal trust this is a tie. Bounds: arrests, United States, 2025-01-26: printed 956 to 1,179, still "
                + "possible 956; "
                + "collateral arrests: printed at least 566, still possible 343.");
    }

    @Test
    void theReasonsStandAsDataToo() {
        Explanation reasons = january(DAY).theOne("sources-agree").explained();
        assertThat(reasons.statements())
                .extracting(NumberedStatement::number, NumberedStatement::source, NumberedStatement::published,
                NumberedStatement::file, NumberedStatement::line,
                NumberedStatement::asPrinted, NumberedStatement::trust, NumberedStatement::repeatedBy).startsWith(
                        tuple(1, "ice", LocalDate.of(2025, 1, 27), "ice/report.csv", 5L, "956", 5, List.of("latin-times")),
                        tuple(2, "official", LocalDate.of(2025, 1, 27), "official/report.csv", 11L, "1,179", 2, List.of()));
        assertThat(reasons.conflict()).extracting(Mention::statement).containsExactly(1, 2);
        assertThat(reasons.blamed()).extracting(Mention::statement).containsExactly(2);
        assertThat(reasons.repairs()).extracting(repair -> repair.stream().map(Mention::statement).toList())
                .containsExactly(List.of(2, 3));
        assertThat(reasons.cost()).isEqualTo(2);
        assertThat(reasons.equalTrust()).isEqualTo(new EqualTrust(false, List.of()));
        assertThat(reasons.bounds()).extracting(Bounds::measure, Bounds::printedLowest, Bounds::printedHighest, Bounds::lowest,
                Bounds::highest, Bounds::basis).containsExactly(tuple("arrests", 956L, 1179L, 956L, 956L, Basis.REPAIRED),
                        tuple("collateral_arrests", 566L, null, 343L, 343L, Basis.DERIVED));
        assertThat(reasons.possibleCause()).startsWith("the neighbouring day's figure");
    }

    @Test
    void the26thShowsThatCriminalAndCollateralDoNotFitThePost() {
        Discrepancy found = january(DAY).theOne(CHECK);
        assertThat(found.gap()).isEqualTo(223);
        assertThat(said(found.blamed())).containsExactly("official=1,179", "official=at least 566");
        assertThat(found.verdict()).isEqualTo(Verdict.LOCALISED);
    }

    @Test
    void the26thShowsNothingElse() {
        assertThat(january(DAY).outcome().discrepancies()).extracting(Discrepancy::rule)
                .containsExactly(CHECK, "sources-agree");
    }

    @Test
    void collateralArrestsFollowFromWhatIsKept() {
        TestEvidence evidence = january(DAY);
        assertThat(evidence.total("collateral_arrests", "us", DAY))
                .extracting(Total::best, Total::lowest, Total::highest, Total::basis)
                .containsExactly(343L, 343L, 343L, Basis.DERIVED);
        assertThat(evidence.total("arrests", "us", DAY)).extracting(Total::best, Total::basis)
                .containsExactly(956L, Basis.REPAIRED);
        assertThat(evidence.total("criminal_arrests", "us", DAY)).extracting(Total::best, Total::basis)
                .containsExactly(613L, Basis.SINGLE);
    }

    @Test
    void everyFigureOfTheDateHasAUse() {
        assertThat(january(DAY).outcome().figures())
                .extracting(use -> use.figure().source() + "=" + use.figure().asPrinted() + " " + use.use())
                .contains("ice=956 kept", "latin-times=956 repeated", "official=1,179 set-aside",
                "official=at least 566 set-aside",
                        "official=613 kept", "latin-times=at least 2,681 kept", "ice=538 context");
    }

    @Test
    void theRadioSites3500DoNotFitDailyPostsThatAddUpTo7314() {
        Discrepancy found = january("2025-01-31").theOne("days-add-up");
        assertThat(found.explanation())
                .contains("ice alone: 538 + 593 + 286 + 956 + 1,179 + 969 + 1,016 + 913 + 864 = 7,314 in 9 days.",
                "new-york-radio, published 2025-02-03: around 3,500 [3,150 to 3,850]", "at most 3,850 for the whole");
        assertThat(found.gap()).isEqualTo(2681 + 1179 + 969 + 1016 + 913 + 864 - 3850);
        assertThat(said(found.blamed())).containsExactly("new-york-radio=around 3,500");
    }

    @Test
    void theStatisticsFitJanuary() {
        assertThat(january("2025-01-31").outcome().discrepancies()).hasSize(1);
        assertThat(january("2025-01-31").total("detentions", "us", "2025-01-01/2025-01-31").best()).isEqualTo(11753);
    }

    @Test
    void theOrderOfDeliveriesChangesNothing() {
        for (String date : new String[] {DAY, "2025-01-31"}) {
            Outcome expected = january(date).outcome();
            for (long seed = 1; seed <= 25; seed++) {
                assertThat(january(date).shuffled(seed).outcome()).isEqualTo(expected);
            }
        }
    }

    @Test
    void idsDoNotChangeWithValuesOrLines() {
        String before = TestEvidence.on(DAY).says("ice", "arrests", "us", DAY, "956")
                .says("official", "arrests", "us", DAY, "1,179")
                .theOne("sources-agree").id();
        String after = TestEvidence.on(DAY).says("press", "arrests", "us", DAY, "5").says("ice", "arrests", "us", DAY, "957")
                .says("official", "arrests", "us", DAY, "4,000").theOne("sources-agree").id();
        assertThat(after).isEqualTo(before).matches("[0-9a-f]{12}");
    }

    @Test
    void idsDifferByRuleAreaMeasurePeriodAndSource() {
        assertThat(new String[] {id("r", "us", "m", DAY, ""), id("s", "us", "m", DAY, ""), id("r", "boston", "m", DAY, ""),
            id("r", "us", "n", DAY, ""), id("r", "us", "m", "2025-01-27", ""), id("r", "us", "m", "2025-01-26/..", ""),
            id("r", "us", "m", DAY, "ice")}).doesNotHaveDuplicates();
    }

    private static String id(String rule, String area, String measure, String period, String source) {
        return DiscrepancyId.of(rule, area, measure, TestEvidence.period(period), source);
    }

    @Test
    void aDateNobodySpeaksOfIsEmpty() {
        Outcome outcome = TestEvidence.on(DAY).outcome();
        assertThat(outcome.discrepancies()).isEmpty();
        assertThat(outcome.totals()).isEmpty();
        assertThat(outcome.figures()).isEmpty();
    }

    @Test
    void ofManyPartsTheWholeIsShownFirstAndWhatIsBlamedIsNamed() {
        String[] offices = new String[30];
        for (int i = 0; i < offices.length; i++) {
            offices[i] = "office-" + (10 + i);
        }
        TestEvidence evidence = TestEvidence.on(DAY).complete("office", offices).says("ice", "arrests", "us", DAY, "300");
        for (String office : offices) {
            evidence.says(office.equals("office-38") ? "official" : "ice", "arrests", office, DAY, office.equals("office-38")
                    ? "100" : "10");
        }
        assertThat(evidence.theOne("areas-add-up").explanation()).contains("(1) ice: 300", "And 16 more statements.",
                "(30) arrests, office-38, 2025-01-26: official: 100 (official/report.csv:31), here because it may be set aside.",
                "Probably wrong: (30) 100 for arrests, office-38, 2025-01-26 (official, trust 2).");
    }
}
