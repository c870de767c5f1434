package org.crossfoot.reconcile.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Verdict;
import org.junit.jupiter.api.Test;

/**
 * A nation of 120 offices, too many figures to be searched as a whole. Each makes 100 arrests, 60 criminal and 40 collateral.
 */
class JudgeTest {

    private static final String DAY = "2025-01-26";
    private static final String CHECK = "criminal-or-collateral";
    private static final String[] OFFICES = IntStream.range(100, 220).mapToObj(i -> "office-" + i).toArray(String[]::new);

    private final TestEvidence evidence = TestEvidence.on(DAY).complete("office", OFFICES)
            .check(CHECK, "criminal_arrests + collateral_arrests = arrests");

    private void nation(int arrests, int criminal, int collateral) {
        evidence.says("ice", "arrests", "us", DAY, String.valueOf(arrests))
                .says("ice", "criminal_arrests", "us", DAY, String.valueOf(criminal))
                .says("ice", "collateral_arrests", "us", DAY, String.valueOf(collateral));
    }

    /** Each line is an office, its arrests, its criminal and its collateral arrests as printed; all others print the truth. */
    private void offices(String... others) {
        for (String office : OFFICES) {
            String[] printed = List.of(others).stream().map(line -> line.split(" ")).filter(line -> line[0].equals(office))
                    .findFirst()
                    .orElse(new String[] {office, "100", "60", "40"});
            evidence.says("ice", "arrests", office, DAY, printed[1]).says("press", "arrests", office, DAY, printed[1])
                    .says("ice", "criminal_arrests", office, DAY, printed[2])
                    .says("ice", "collateral_arrests", office, DAY, printed[3]);
        }
    }

    private Discrepancy found(String rule, String area, String measure) {
        return evidence.found(rule).stream().filter(each -> each.area().equals(area) && each.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private Discrepancy inOffice(String office) {
        return found(CHECK, office, "criminal_arrests");
    }

    @Test
    void theSumsTellWhichOfTwoFiguresOfAnOfficeIsWrong() {
        nation(12_000, 7_200, 4_800);
        offices("office-107 100 67 40", "office-150 100 60 45");
        assertThat(said(inOffice("office-107").blamed())).containsExactly("ice=67");
        assertThat(said(inOffice("office-150").blamed())).containsExactly("ice=45");
        assertThat(inOffice("office-107").explanation()).contains("Cheapest: set aside (1) (cost 5 in trust).")
                .doesNotContain("cannot decide");
        assertThat(said(found("areas-add-up", "us", "criminal_arrests").blamed())).containsExactly("ice=67");
        assertThat(evidence.total("criminal_arrests", "office-107", DAY)).extracting(Total::best, Total::lowest, Total::highest)
                .containsExactly(60L, 60L, 60L);
    }

    @Test
    void whereTheSumsHoldInSeveralWaysTheTieStays() {
        nation(12_000, 7_200, 4_800);
        offices("office-107 100 65 40", "office-150 100 60 45");
        assertThat(inOffice("office-107").verdict()).isEqualTo(Verdict.NOT_LOCALISED);
        assertThat(inOffice("office-150").verdict()).isEqualTo(Verdict.NOT_LOCALISED);
        Discrepancy sum = found("areas-add-up", "us", "criminal_arrests");
        assertThat(sum.verdict()).isEqualTo(Verdict.NOT_LOCALISED);
        assertThat(evidence.total("criminal_arrests", "office-107", DAY)).extracting(Total::lowest, Total::highest, Total::basis)
                .containsExactly(60L, 65L, Basis.OPEN);
    }

    @Test
    void whatEverySolutionSharesIsBlamedEvenWhereTheRestIsOpen() {
        nation(12_000, 7_200, 4_800);
        offices("office-107 100 65 40", "office-150 100 60 45", "office-190 100 90 40");
        assertThat(said(inOffice("office-190").blamed())).containsExactly("ice=90");
        assertThat(inOffice("office-107").blamed()).isEmpty();
    }

    @Test
    void aNationThatContradictsItselfIsAPartLikeAnyOther() {
        nation(12_000, 7_300, 4_800);
        offices("office-107 100 67 40");
        Discrepancy sum = found("areas-add-up", "us", "criminal_arrests");
        assertThat(sum.blamed()).extracting(figure -> figure.cell().area() + "=" + figure.asPrinted())
                .containsExactly("office-107=67", "us=7300");
        assertThat(said(inOffice("office-107").blamed())).containsExactly("ice=67");
    }

    @Test
    void anOfficeMayHaveTwoFiguresWrongAsWellAsTheNation() {
        nation(12_000, 7_201, 4_799);
        offices();
        Discrepancy sum = found("areas-add-up", "us", "criminal_arrests");
        assertThat(sum.verdict()).isEqualTo(Verdict.NOT_LOCALISED);
        assertThat(evidence.total("criminal_arrests", "office-107", DAY)).extracting(Total::lowest, Total::highest)
                .containsExactly(60L, 61L);
    }

    @Test
    void officesThatTwoSourcesSpeakForAreNoSuspects() {
        for (String office : OFFICES) {
            evidence.says("ice", "detentions", office, DAY, "90").says("official", "detentions", office, DAY, "90");
        }
        evidence.says("official", "detentions", "us", DAY, "10,799").trusted(7);
        assertThat(found("areas-add-up", "us", "detentions").verdict()).isEqualTo(Verdict.LOCALISED);
        assertThat(said(found("areas-add-up", "us", "detentions").blamed())).containsExactly("official=10,799");
    }

    @Test
    void whatWasWrongAnywayDoesNotExplainTheRest() {
        for (String office : OFFICES) {
            evidence.says("ice", "detentions", office, DAY, "90").says("official", "detentions", office, DAY, "90");
        }
        evidence.says("press", "detentions", "office-107", DAY, "95").says("official", "detentions", "us", DAY, "10,000");
        Discrepancy sum = found("areas-add-up", "us", "detentions");
        assertThat(said(sum.blamed())).containsExactly("press=95", "official=10,000");
    }

    @Test
    void oneOfManyEqualSuspectsIsATieWithBounds() {
        for (String office : OFFICES) {
            evidence.says("ice", "detentions", office, DAY, "90").says("press", "detentions", office, DAY, "at least 50");
        }
        for (String office : OFFICES) {
            evidence.says("ice", "arrests", office, DAY, "100");
        }
        evidence.says("ice", "detentions", "us", DAY, "10,790");
        assertThat(found("areas-add-up", "us", "detentions").verdict()).isEqualTo(Verdict.NOT_LOCALISED);
        assertThat(evidence.total("detentions", "office-107", DAY)).extracting(Total::lowest, Total::highest, Total::basis)
                .containsExactly(80L, 90L, Basis.OPEN);
        assertThat(evidence.total("detentions", "us", DAY)).extracting(Total::lowest, Total::highest)
                .containsExactly(10_790L, 10_800L);
        assertThat(found("areas-add-up", "us", "detentions").explanation()).contains("Equally cheap: ", " others (cost ")
                .doesNotContain("more than 0");
    }

    @Test
    void whereNoSingleOfficeCanMakeUpForItTheNationIsWrong() {
        for (String office : OFFICES) {
            evidence.says("ice", "detentions", office, DAY, "90").says("press", "detentions", office, DAY, "at least 50");
        }
        evidence.says("ice", "detentions", "us", DAY, "10,000").says("press", "detentions", "us", DAY, "10,000");
        Discrepancy sum = found("areas-add-up", "us", "detentions");
        assertThat(sum.verdict()).isEqualTo(Verdict.LOCALISED);
        assertThat(said(sum.blamed())).containsExactly("ice=10,000", "press=10,000");
    }

    @Test
    void anOfficeThatIsWrongAnywayMayBeWrongAltogether() {
        nation(13_000, 7_800, 5_200);
        offices("office-107 100 65 40");
        assertThat(said(found("areas-add-up", "us", "arrests").blamed())).containsExactly("ice=100", "press=100");
        assertThat(evidence.total("arrests", "office-107", DAY)).extracting(Total::best, Total::lowest, Total::highest)
                .containsExactly(1_100L, 1_100L, 1_100L);
    }

    @Test
    void shufflingChangesNothing() {
        nation(12_000, 7_203, 4_797);
        offices("office-107 100 65 40", "office-150 100 60 45", "office-190 100 90 40");
        Outcome expected = evidence.outcome();
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(evidence.shuffled(seed).outcome()).isEqualTo(expected);
        }
    }
}
