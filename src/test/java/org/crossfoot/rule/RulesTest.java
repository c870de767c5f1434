package org.crossfoot.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
    void kindsMakeUpTheirMeasureWhereTheyAreCompleteAndBoundItOtherwise() {
        Rules rules = new Rules(List.of(), List.of(new Kinds("arrests", "criminality", true, List.of("criminal", "collateral")),
                new Kinds("arrests", "sex", false, List.of("men"))));

        assertThat(rules.equations()).extracting(rule -> rule.equation().text())
                .containsExactly("arrests = criminal + collateral", "arrests >= men");
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
