package org.crossfoot.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.crossfoot.rule.EquationText.EquationNotUnderstood;
import org.junit.jupiter.api.Test;

/** The rules in force, kinds as checks, and the waivers of what they find. */
class RulesTest {

    private static final Rule OFF =
            new Rule(BuiltIn.AREAS_ADD_UP.id(), Severity.ERROR, Tolerance.NONE, false, null);
    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);

    @Test
    void builtInRulesAreAsUsualWhereTheSettingsSayNothingOfThem() {
        Rules rules = new Rules(List.of(OFF));

        assertThat(rules.builtIn(BuiltIn.AREAS_ADD_UP)).isEmpty();
        assertThat(rules.builtIn(BuiltIn.SOURCES_AGREE)).contains(Rule.usual(BuiltIn.SOURCES_AGREE));
        assertThat(rules.checks()).isEmpty();
        assertThat(rules.equations()).isEmpty();
    }

    @Test
    void whatMayWellBeRightIsLookedForOnlyWhereTheSettingsAskForIt() {
        Rules rules = new Rules(List.of());

        assertThat(BuiltIn.ids()).contains("jumped", "stood-still").hasSize(BuiltIn.values().length);
        assertThat(BuiltIn.values()).filteredOn(rule -> rules.builtIn(rule).isEmpty())
                .containsExactly(BuiltIn.JUMPED, BuiltIn.STOOD_STILL);
        assertThat(Rule.usual(BuiltIn.JUMPED).watch()).isEqualTo(new Rule.Watch(5, 14));
        assertThat(Rule.usual(BuiltIn.STOOD_STILL).watch()).isEqualTo(new Rule.Watch(1, 7));
        assertThat(Rule.usual(BuiltIn.SOURCES_AGREE).watch()).isNull();
        assertThat(Rule.usual(BuiltIn.GOAL_MISSED).severity()).hasToString("info");
    }

    @Test
    void onlyRulesOnAmountsHaveATolerance() {
        assertThat(BuiltIn.values()).filteredOn(BuiltIn::hasTolerance).contains(BuiltIn.SOURCES_AGREE, BuiltIn.GOAL_MISSED)
                .doesNotContain(BuiltIn.RESTATED, BuiltIn.REPORT_MISSING)
                .allSatisfy(rule -> assertThat(rule.about()).isEqualTo(BuiltIn.About.FIGURES));
        assertThat(BuiltIn.values()).filteredOn(BuiltIn::isOfArrivals).contains(BuiltIn.ROWS_REJECTED, BuiltIn.STOOD_STILL)
                .doesNotContain(BuiltIn.SOURCES_AGREE, BuiltIn.REPORT_MISSING);
        assertThat(Tolerance.NONE.isNone()).isTrue();
        assertThat(Tolerance.read("2")).hasValueSatisfying(people -> assertThat(people.isNone()).isFalse());
        assertThat(Tolerance.read("0.5%")).hasValueSatisfying(percent -> assertThat(percent.isNone()).isFalse());
    }

    @Test
    void aSeverityIsAtLeastItselfAndWhatMattersLess() {
        assertThat(Severity.values()).filteredOn(severity -> severity.atLeast(Severity.WARNING))
                .containsExactly(Severity.ERROR, Severity.WARNING);
    }

    @Test
    void theSettingsOwnChecksCountWhereTheyAreSwitchedOn() throws EquationNotUnderstood {
        Equation equation = EquationText.read("arrests = criminal");
        Rules rules = new Rules(List.of(new Rule("on", Severity.ERROR, Tolerance.NONE, true, equation),
                new Rule("off", Severity.ERROR, Tolerance.NONE, false, equation)), List.of());

        assertThat(rules.checks()).extracting(Rule::id).containsExactly("on");
        assertThat(rules.equations()).isEqualTo(rules.checks());
    }

    @Test
    void kindsMakeUpTheirMeasureWhereTheyAreCompleteAndBoundItOtherwise() {
        Rules rules = new Rules(List.of(), List.of(new Kinds("arrests", "criminality", true, List.of("criminal", "collateral")),
                new Kinds("arrests", "sex", false, List.of("men"))));

        assertThat(rules.equations()).extracting(rule -> rule.equation().text())
                .containsExactly("arrests = criminal + collateral", "arrests >= men");
        assertThat(rules.kinds()).extracting(Kinds::breakdown).containsExactly("criminality", "sex");
        assertThat(rules.equations()).extracting(Rule::id).containsOnly(BuiltIn.KINDS_ADD_UP.id());
        assertThat(rules.equations().get(0).equation().terms()).extracting(Equation.Term::coefficient)
                .containsExactly(1L, -1L, -1L);
        assertThat(rules.checks()).isEmpty();
    }

    @Test
    void ofSeveralWaiversTheOneThatHoldsLongestCountsAndOfEqualsTheFirst() {
        Waiver byId = new Waiver("0935f3a8d2ca", DAY, "kim", "late", 2);
        Waiver byPlace = new Waiver("sources-agree/us/arrests", DAY.plusDays(1), "kim", "late", 3);
        Waiver again = new Waiver("sources-agree/us/arrests", DAY.plusDays(1), "lee", "late", 4);

        assertThat(about(List.of(byId, again, byPlace), "us")).contains(byPlace);
        assertThat(about(List.of(byId, again, byPlace), "ny")).contains(byId);
        assertThat(Waiver.about(List.of(new Waiver("waiver-expired/us/arrests", DAY, "kim", "late", 2)), "x", "waiver-expired",
                "us", "arrests")).isEmpty();
        assertThat(byId.holdsOn(DAY)).isTrue();
        assertThat(byId.holdsOn(DAY.plusDays(1))).isFalse();
    }

    private static Optional<Waiver> about(List<Waiver> waivers, String area) {
        return Waiver.about(waivers, "0935f3a8d2ca", "sources-agree", area, "arrests");
    }
}
