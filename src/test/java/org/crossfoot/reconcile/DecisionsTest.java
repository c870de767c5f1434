package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.Decision.Named;
import org.crossfoot.rule.Decision.What;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Decisions;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.Test;

/** What people decided of figures goes before all trust, and is told with name, reason and line. */
class DecisionsTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY).check("criminal-or-collateral",
            "criminal_arrests + collateral_arrests = arrests");
    private final List<Decision> decisions = new ArrayList<>();

    private DecisionsTest decided(String figure, What what, String owner, String until) {
        Named named = Named.of(figure).orElseThrow();
        decisions.add(new Decision(named, what, named.cell(), owner, "asked them", until == null ? null : LocalDate.parse(until),
                decisions.size() + 2));
        return this;
    }

    private DecisionsTest decided(String figure, What what) {
        return decided(figure, what, "Ada", null);
    }

    private Outcome outcome() {
        return new Reconciliation(evidence.vocabulary(), evidence.rules(), new Decisions(decisions, LocalDate.parse(DAY)),
                Stages.UNWATCHED).of(evidence.evidence());
    }

    private Discrepancy row(String rule) {
        return outcome().discrepancies().stream().filter(row -> row.rule().equals(rule)).findFirst().orElseThrow();
    }

    private List<String> rules() {
        return outcome().discrepancies().stream().map(row -> row.rule() + " " + row.severity() + " " + row.verdict()).toList();
    }

    private Total total(String measure) {
        return outcome().totals().stream().filter(total -> total.cell().measure().equals(measure)).findFirst().orElseThrow();
    }

    private static List<String> printed(List<Figure> figures) {
        return figures.stream().map(figure -> figure.source() + " " + figure.asPrinted()).toList();
    }

    private void iceAgainstTheOfficial() {
        evidence.says("ice", "arrests", "us", DAY, "956").says("official", "arrests", "us", DAY, "1,179");
    }

    @Test
    void whatIsDecidedToBeWrongIsNotJudgedAndTheRowThatTellsOfItIsAnswered() {
        iceAgainstTheOfficial();
        decided("ice:arrests@us@2025-01-26", What.SET_ASIDE);

        Discrepancy row = row("sources-agree");

        assertThat(rules()).containsExactly("sources-agree info decided");
        assertThat(printed(row.blamed())).containsExactly("ice 956");
        assertThat(row.gap()).isEqualTo(223);
        assertThat(row.explanation()).contains("Wrong here, as was decided: (1) 956",
                "Decided of what ice says of arrests, United States, 2025-01-26: set-aside (Ada: asked them; decisions.csv:2).",
                "With this decision the rule holds.",
                "Without this decision the verdict would be localised, and probably wrong would be 1,179 (official).",
                "still possible 1,179");
        assertThat(total("arrests")).returns(1179L, Total::best).returns(Total.Basis.REPAIRED, Total::basis)
                .returns(List.of("official"), Total::sources);
        assertThat(new Reconciliation(evidence.vocabulary(), evidence.rules(), new Decisions(decisions, LocalDate.parse(DAY)),
                Stages.UNWATCHED).reasons(evidence.evidence(), "arrests", "us").get(0).text())
                .contains("Set aside as was decided: ice: 956").doesNotContain("probably wrong");
        assertThat(outcome().figures()).extracting(use -> use.figure().source() + " " + use.use() + " " + use.decided())
                .containsExactly("ice set-aside set-aside (Ada: asked them; decisions.csv:2)", "official kept ");
    }

    @Test
    void aSumThatFailsOnlyBecauseOfWhatIsDecidedToBeWrongIsAnsweredToo() {
        evidence.says("ice", "arrests", "us", DAY, "956").says("official", "criminal_arrests", "us", DAY, "613")
                .says("official", "collateral_arrests", "us", DAY, "566");
        decided("official:collateral_arrests@us@2025-01-26", What.SET_ASIDE);

        assertThat(rules()).containsExactly("criminal-or-collateral info decided");
        assertThat(total("collateral_arrests")).returns(343L, Total::best);
    }

    @Test
    void whatRemainsWrongWithoutTheFigureStaysOpen() {
        iceAgainstTheOfficial();
        evidence.says("press", "arrests", "us", DAY, "1,000");
        decided("official:arrests@us@2025-01-26", What.SET_ASIDE);

        assertThat(rules()).containsExactly("sources-agree error localised");
        assertThat(printed(row("sources-agree").figures())).containsExactly("ice 956", "press 1,000");
        assertThat(row("sources-agree").explanation()).contains("set-aside (Ada: asked them; decisions.csv:2)");
    }

    @Test
    void whatIsDecidedToStandIsKeptWhateverItCosts() {
        iceAgainstTheOfficial();
        decided("official:arrests@us@2025-01-26=1,179", What.STANDS);

        assertThat(rules()).containsExactly("sources-agree info decided");
        assertThat(printed(row("sources-agree").blamed())).containsExactly("ice 956");
        assertThat(row("sources-agree").explanation()).contains("stands (Ada: asked them; decisions.csv:2)",
                "Without this decision the verdict would be localised, and probably wrong would be 1,179 (official).");
        assertThat(total("arrests").best()).isEqualTo(1179L);
    }

    @Test
    void whereTrustStillHasASayTheVerdictIsNotDecided() {
        evidence.says("official", "arrests", "us", DAY, "956").says("ice", "criminal_arrests", "us", DAY, "613")
                .says("press", "collateral_arrests", "us", DAY, "566");
        decided("official:arrests@us@2025-01-26", What.STANDS);

        assertThat(rules()).as("956 stands, and trust tells 613 from 566")
                .containsExactly("criminal-or-collateral error localised");
        assertThat(printed(row("criminal-or-collateral").blamed())).containsExactly("press 566");
    }

    @Test
    void otherWordingsThanTheOneMeantAreJudgedAsEver() {
        iceAgainstTheOfficial();
        decided("ice:arrests@us@2025-01-26=965", What.SET_ASIDE);

        assertThat(rules()).containsExactly("sources-agree error localised");
        assertThat(row("sources-agree").explanation()).doesNotContain("ecided");
    }

    @Test
    void aFigureThatMeansAnotherMeasureCountsThere() {
        evidence.says("ice", "arrests", "us", DAY, "956").says("official", "arrests", "us", DAY, "1,179");
        Named named = Named.of("official:arrests@us@2025-01-26").orElseThrow();
        decisions.add(new Decision(named, What.MEANS, new Cell("detentions", "us", named.cell().period()), "Bo", "read it again",
                null, 2));
        Outcome printed = evidence.outcome();

        // As it is known where figures are assembled: moved already.
        Decisions held = new Decisions(decisions, LocalDate.parse(DAY));
        evidence.deliveries().replaceAll(delivery -> delivery.of(held.moved(delivery.figure())));

        assertThat(printed.discrepancies()).hasSize(1);
        assertThat(total("detentions")).returns(1179L, Total::best);
        assertThat(outcome().figures()).extracting(use -> use.figure().cell().measure() + " " + use.use())
                .containsExactly("arrests kept", "arrests " + Use.MOVED);
    }

    @Test
    void oneThatEndedIsAFindingAndTheFigureIsJudgedAgain() {
        iceAgainstTheOfficial();
        decided("ice:arrests@us@2025-01-26", What.SET_ASIDE, "Ada", "2025-01-25");

        assertThat(rules()).containsExactly("sources-agree error localised", "decision-ended warning undecided");
        assertThat(row("decision-ended").explanation()).contains("held until 2025-01-25", "Ada", "decisions.csv:2");
    }

    @Test
    void ofOneFigureTwoPeopleDecidedDifferentlyOfNothingIsFollowed() {
        iceAgainstTheOfficial();
        decided("ice:arrests@us@2025-01-26", What.SET_ASIDE).decided("ice:arrests@us@2025-01-26", What.STANDS, "Bo", null);

        assertThat(rules()).containsExactly("sources-agree error localised", "decision-contradicted warning undecided");
        assertThat(row("decision-contradicted").explanation()).contains("set-aside (Ada: asked them; decisions.csv:2)",
                "stands (Bo: asked them; decisions.csv:3)");
    }

    @Test
    void whatIsDecidedToBeWrongAndSaidByAnIndependentVoiceIsAFinding() {
        iceAgainstTheOfficial();
        evidence.says("press", "arrests", "us", DAY, "1,179");
        decided("official:arrests@us@2025-01-26", What.SET_ASIDE);

        assertThat(rules()).contains("decision-contradicted warning undecided");
        assertThat(row("decision-contradicted").explanation()).contains("press says the same");
    }

    @Test
    void twoVoicesThatAgreeOnSomethingElseThanWhatStandsAreAFinding() {
        iceAgainstTheOfficial();
        evidence.says("press", "arrests", "us", DAY, "956");
        decided("official:arrests@us@2025-01-26", What.STANDS);

        assertThat(rules()).containsExactly("decision-contradicted warning undecided", "sources-agree info decided");
        assertThat(row("decision-contradicted").explanation()).contains("two independent voices or more say 956 instead");
    }

    @Test
    void decisionsThatContradictEachOtherThroughARuleAreAFinding() {
        evidence.says("ice", "arrests", "us", DAY, "956").says("official", "criminal_arrests", "us", DAY, "613")
                .says("press", "collateral_arrests", "us", DAY, "566");
        decided("ice:arrests@us@2025-01-26", What.STANDS).decided("official:criminal_arrests@us@2025-01-26", What.STANDS)
                .decided("press:collateral_arrests@us@2025-01-26", What.STANDS);

        assertThat(rules()).contains("criminal-or-collateral error not-localised")
                .filteredOn("decision-contradicted warning undecided"::equals).hasSize(3);
    }

    @Test
    void noDecisionsAreNoDifference() {
        iceAgainstTheOfficial();

        assertThat(outcome()).isEqualTo(evidence.outcome());
        assertThat(row("sources-agree").severity()).isEqualTo(Severity.ERROR);
        assertThat(row("sources-agree").verdict()).isEqualTo(Verdict.LOCALISED);
    }
}
