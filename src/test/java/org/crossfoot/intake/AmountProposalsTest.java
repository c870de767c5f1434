package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crossfoot.intake.AmountProposals.Proposal;
import org.junit.jupiter.api.Test;

/** What {@code check} proposes for amounts that could not be read. */
class AmountProposalsTest {

    private static List<String> settings(String... texts) {
        return AmountProposals.of(List.of(texts)).stream().map(Proposal::setting).toList();
    }

    @Test
    void marksAtTheEndsOfNumbersAreListed() {
        assertThat(settings("31*", "1,250 (r)", "33[1]", "34 p", "35\u00b9", "<5*"))
                .containsExactly("marks: [\"(r)\", \"*\", \"[1]\", \"p\", \"\u00b9\"]");
        assertThat(AmountProposals.of(List.of("31*", "32*"))).singleElement().satisfies(proposal -> {
            assertThat(proposal.texts()).isEqualTo(2);
            assertThat(proposal.example()).isEqualTo("31*");
            assertThat(proposal.remark()).contains("note");
        });
    }

    @Test
    void thousandsInLettersAndPercentAreNoMarks() {
        assertThat(settings("2k", "3 m", "5%", "1,179 people")).isEmpty();
    }

    @Test
    void marksOfThousandsAndDecimalsAreFoundByTheNumbersThatTheyRead() {
        assertThat(settings("1234.0", "12.0")).containsExactly("numbers: { decimal: \".\" }");
        assertThat(settings("1.234", "1.234,0")).containsExactly("numbers: { thousands: \".\", decimal: \",\" }");
        assertThat(settings("1'234", "1\u2019234")).containsExactly("numbers: { thousands: \"'\", decimal: \".\" }");
        assertThat(settings("1,23,456")).containsExactly("numbers: { thousands: indian }");
    }

    @Test
    void fractionsMayBeAveragesOrThousands() {
        assertThat(AmountProposals.of(List.of("24.2", "39.75"))).singleElement().satisfies(proposal -> {
            assertThat(proposal.setting()).isEqualTo("round: nearest");
            assertThat(proposal.remark()).contains("averages").contains("unit: 1000");
        });
    }

    @Test
    void daysBelowZeroMayBeCorrections() {
        assertThat(settings("-5", "(2)", "\u22123")).containsExactly("corrections: true");
    }

    @Test
    void signsInThePlaceOfAmountsAreForThePublisherToExplain() {
        assertThat(settings("..", "x", "[c]")).containsExactly("absent: { \"..\": unknown, \"[c]\": unknown, \"x\": unknown }");
    }

    @Test
    void nothingIsProposedForWhatMayBeAnything() {
        assertThat(settings("", "dozens", "4-Jan", "2025-01-26", "(not shown)")).isEmpty();
    }
}
