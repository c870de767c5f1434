package org.crossfoot.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.AmountText.AmountReading;
import org.crossfoot.figure.AmountText.AmountReading.NotKnown;
import org.crossfoot.figure.AmountText.AmountReading.NotUnderstood;
import org.crossfoot.figure.AmountText.AmountReading.Understood;
import org.crossfoot.figure.AmountText.WordingSpans;
import org.crossfoot.figure.NumberStyle.Thousands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts are read in the style that the settings name, and in no other. */
class AmountStyleTest {

    private static AmountReading read(AmountStyle style, String printed) {
        return new AmountText(WordingSpans.USUAL, style).read(printed);
    }

    private static AmountStyle numbers(String thousands, String decimal, int unit, int rounded, boolean nearest) {
        return new AmountStyle(new NumberStyle(Thousands.of(thousands).orElse(Thousands.COMMA_OR_SPACE),
                decimal.isEmpty() ? NumberStyle.NONE : decimal.charAt(0), unit, rounded, nearest), List.of(), Map.of(), false);
    }

    private static String limits(AmountReading reading) {
        return reading instanceof Understood understood
                ? understood.amount().lowest() + " " + (understood.amount().hasUpperLimit() ? understood.amount().highest()
                : "inf")
                : reading instanceof NotUnderstood not ? not.reason() : "not known";
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, value = {
        ".;,;1.234;1234",
        ".;,;1.234.567;1234567",
        ".;,;1.234,0;1234",
        ".;,;1234,00;1234",
        ".;,;956;956",
        ".;,;0,0;0",
        "';;1'234'567;1234567",
        "';;1\u20191234;",
        "';;1\u2019123;1123",
        "';;1\u02bc123;1123",
        " ;;1 234;1234",
        " ;;1\u202f234;1234",
        " ;,;1 234,0;1234",
        "indian;;1,23,456;123456",
        "indian;;12,34,56,789;123456789",
        "indian;;12,345;12345",
        "indian;;1,234;1234",
        "indian;;123;123",
        "indian;.;1,23,456.0;123456",
        ",;.;1,234.0;1234",
        "\"\";.;1 234.0;1234",
        "\"\";.;007.0;7",
        // printed in another style
        ".;,;1,234;",
        ".;,;1 234;",
        ".;,;1.23;",
        ".;,;1.2345;",
        ".;,;0.123;",
        ".;,;12,5;",
        ".;,;12,;",
        ".;,;,5;",
        ".;,;1,234.5;",
        "';;1,234;",
        "';;1'234\u2019567;",
        "\" \";;1,234;",
        "indian;;123,456;",
        "indian;;1,2,345;",
        "indian;;1,234,567;",
        "indian;;0,123;",
        ",;;1 234;",
        "\"\";.;1.234;",
        "\"\";.;.5;",
        "\"\";.;1.0.0;",
        "\"\";.;1.2E+03;",
    })
    void numbersAreReadByTheMarksNamedAndByNoOthers(String thousands, String decimal, String printed, Long number) {
        AmountReading reading = read(numbers(thousands == null ? "" : thousands, decimal == null ? "" : decimal, 1, 1, false),
                printed);

        if (number == null) {
            assertThat(reading).isInstanceOf(NotUnderstood.class);
        } else {
            assertThat(reading).isEqualTo(new Understood(Amount.exactly(number)));
        }
    }

    @Test
    void aNumberInAnotherStyleIsToldWhatTheSettingsSay() {
        assertThat(limits(read(numbers(".", ",", 1, 1, false), "1 234")))
                .isEqualTo("'1 234' is not printed as 'numbers' in source.yml"
                + " says, such as 1.234,0: correct one of the two; an entry may have 'numbers' of its own");
        assertThat(limits(read(numbers(".", ",", 1, 1, false), "12,5"))).startsWith("a fraction in '12,5'")
                .contains("round: nearest")
                .contains("unit: 1000");
        assertThat(limits(read(numbers(".", ",", 1, 1, false), "12 dozen"))).startsWith("the letters 'dozen'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1000;1;39;38500 39499",
        "1000;1;39.2;39150 39249",
        "1000;1;39.214;39214 39214",
        "1000;1;39.2140;39214 39214",
        "1000;1;39.0;38950 39049",
        "1000;1;0;0 499",
        "1000;1;1,179;1178500 1179499",
        "1000;1;at least 39;38500 inf",
        "1000;1;over 39;38501 inf",
        "1000;1;39+;38500 inf",
        "1000;1;under 39;0 39498",
        "1000;1;39 or fewer;0 39499",
        "1000;1;1-2;500 2499",
        "1000;1;nearly 2;1425 2498",
        "1000;1;around 10;8550 11548",
        "1;5;115;113 117",
        "1;5;0;0 2",
        "1;10;110;105 114",
        "1;3;9;8 10",
        "1;2;4;3 4",
        "1;5;10 to 20;8 22",
        "1000;5;115;112500 117499",
    })
    void unitsAndRoundingLeaveWhatComesToTheNumberPrinted(int unit, int rounded, String printed, String limits) {
        assertThat(limits(read(numbers("", ".", unit, rounded, false), printed))).isEqualTo(limits);
    }

    @Test
    void thePrintedNumberIsTheLikeliestOfWhatWasRounded() {
        assertThat(((Understood) read(numbers("", "", 1, 5, false), "115")).amount().middle()).isEqualTo(115);
        assertThat(((Understood) read(numbers("", ".", 1000, 1, false), "39")).amount().middle()).isEqualTo(39_000);
    }

    @Test
    void aFractionThatAUnitDoesNotMakeWholeIsRejected() {
        assertThat(limits(read(numbers("", ".", 1000, 1, false), "39.2145"))).startsWith("a fraction in '39.2145'");
        assertThat(limits(read(numbers("", ".", 1000, 1, false), "9999999999999"))).contains("too large");
    }

    @ParameterizedTest
    @CsvSource({"24.2, 24 25, 24", "24.5, 24 25, 25", "24.9, 24 25, 25", "24.0, 24 24, 24", "24, 24 24, 24", "0.3, 0 1, 0"})
    void anAverageIsOneOfTheWholeNumbersBesideIt(String printed, String limits, long likeliest) {
        AmountReading reading = read(numbers("", ".", 1, 1, true), printed);

        assertThat(limits(reading)).isEqualTo(limits);
        assertThat(((Understood) reading).amount().middle()).isEqualTo(likeliest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "31*;31 31;*", "31 *;31 31;*", "1,250 (r);1250 1250;(r)", "33[1];33 33;[1]", "34 p;34 34;p", "35\u00b9;35 35;\u00b9",
        "36*\u2020;36 36;*\u2020", "37 (r) *;37 37;(r) *", "<5*;0 4;*", "at least 5 p;5 inf;p", "38;38 38;''",
        "39(rr);39 39;(rr)",
    })
    void marksAreTakenOffTheEndAndKept(String printed, String limits, String marks) {
        AmountStyle style = new AmountStyle(NumberStyle.USUAL, List.of("*", "\u2020", "(r)", "[1]", "p", "\u00b9", "r)", "(rr)"),
                Map.of(), false);
        AmountReading reading = read(style, printed);

        assertThat(limits(reading)).isEqualTo(limits);
        assertThat(((Understood) reading).marks()).isEqualTo(marks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*31", "3*1", "*", "(r)", "31**x", "31#"})
    void marksInOtherPlacesAndOtherMarksStayWrong(String printed) {
        AmountStyle style = new AmountStyle(NumberStyle.USUAL, List.of("*", "(r)"), Map.of(), false);

        assertThat(read(style, printed)).isInstanceOf(NotUnderstood.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"-;0 0", "x;1 4", "X;1 4", "c;0 4", ".;not known", "n/A;not known", "0;not known",
            "7;7 7",
        "x*;1 4", ".*;not known"})
    void whatStandsForAnAbsentAmountMeansWhatTheSettingsSay(String printed, String limits) {
        AmountStyle style = new AmountStyle(NumberStyle.USUAL, List.of("*"),
                Map.of("-", "zero", ".", "unknown", "x", "1 to 4", "c", "<5", "0", "unknown"), false)
                .with(Set.of("N/A", "-"), false);

        assertThat(limits(read(style, printed))).isEqualTo(limits);
    }

    @Test
    void absentAmountsGoBeforeThoseMissing() {
        AmountStyle style = new AmountStyle(NumberStyle.USUAL, List.of(), Map.of("-", "unknown"), false).with(Set.of("-", ""),
                true);

        assertThat(read(style, "-")).isInstanceOf(NotKnown.class);
        assertThat(limits(read(style, ""))).isEqualTo("0 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"-5;-5 -5", "\u22125;-5 -5", "(5);-5 -5", "( 1,179 );-1179 -1179", "- 5;-5 -5", "-0;0 0",
        "5;5 5", "at least 5;5 inf", "1-5;1 5"})
    void aCorrectionIsBelowZero(String printed, String limits) {
        AmountStyle style = new AmountStyle(NumberStyle.USUAL, List.of(), Map.of(), true);

        assertThat(limits(read(style, printed))).isEqualTo(limits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "()", "--5", "-5-", "(5", "5)", "-five", "at least -5", "-5 to 7", "(-5)", "-5+"})
    void nothingElseIsACorrection(String printed) {
        assertThat(read(new AmountStyle(NumberStyle.USUAL, List.of(), Map.of(), true), printed))
                .isInstanceOf(NotUnderstood.class);
    }

    @Test
    void aRoundedCorrectionStaysBelowZero() {
        AmountStyle style = new AmountStyle(new NumberStyle(Thousands.COMMA_OR_SPACE, NumberStyle.NONE, 1, 5, false), List.of(),
                Map.of(), true);

        assertThat(limits(read(style, "-5"))).isEqualTo("-7 -3");
        assertThat(limits(read(style, "-1"))).isEqualTo("-3 -1");
    }
}
