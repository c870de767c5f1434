package org.crossfoot.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.crossfoot.figure.AmountText.AmountReading;
import org.crossfoot.figure.AmountText.AmountReading.NotUnderstood;
import org.crossfoot.figure.AmountText.AmountReading.Understood;
import org.crossfoot.figure.AmountText.WordingSpans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {

    private final AmountText amounts = new AmountText(WordingSpans.USUAL);

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, value = {
        "0;0",
        "7;7",
        "956;956",
        "007;7",
        "000;0",
        "0000000000000000000000007;7",
        "100000;100000",
        "999999999999999;999999999999999",
        "999,999,999,999,999;999999999999999",
        "1,179;1179",
        "12,345;12345",
        "123,456,789;123456789",
        "1 179;1179",
        "1 234 567;1234567",
        "1\u00a0179;1179",
        "1\u202f179;1179",
        "1\u2009179;1179",
        "1\u2007179;1179",
        "12\u202f345\u202f678;12345678",
        " 956 ;956",
        "\t956\u00a0;956",
        "\u00a0\u2003 1,179\u202f;1179",
    })
    void aNumberIsExactlyThatNumber(String printed, long number) {
        assertThat(amounts.read(printed)).isEqualTo(new Understood(Amount.exactly(number)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, value = {
        "at least 2,681;2681;inf",
        "At Least 2,681;2681;inf",
        "AT  LEAST\u00a0 2 681;2681;inf",
        " at\tleast\t 5 ;5;inf",
        "no fewer than 2,681;2681;inf",
        "no less than 12;12;inf",
        "at least 0;0;inf",
        "at least 999,999,999,999,999;999999999999999;inf",
        ">=3000;3000;inf",
        ">= 3,000;3000;inf",
        "\u2265 3,000;3000;inf",
        "\u22653000;3000;inf",
        "3,000+;3000;inf",
        "3 000 +;3000;inf",
        "0+;0;inf",
        "5 or more;5;inf",
        "2,000  OR\u00a0More;2000;inf",
        "over 3,000;3001;inf",
        "OVER 3,000;3001;inf",
        "more than 3,000;3001;inf",
        "More   than 3\u202f000;3001;inf",
        ">500;501;inf",
        "> 500;501;inf",
        ">\u00a0500;501;inf",
        "over 0;1;inf",
        "over 007;8;inf",
        "up to 40;0;40",
        "at most 40;0;40",
        "no more than 1,040;0;1040",
        "<= 40;0;40",
        "<=40;0;40",
        "\u2264 40;0;40",
        "up to 0;0;0",
        "5 or fewer;0;5",
        "5 or less;0;5",
        "under 11;0;10",
        "Under 1;0;0",
        "fewer than 11;0;10",
        "less than 11;0;10",
        "<11;0;10",
        "< 1,100;0;1099",
        "nearly 50;47;49",
        "almost 50;47;49",
        "close to 50;47;49",
        "nearly 1,000;950;999",
        "nearly 1;0;0",
        "NEARLY 100;95;99",
        "1,200 to 1,500;1200;1500",
        "1,200 TO 1,500;1200;1500",
        "1 200   to   1 500;1200;1500",
        "1,200-1,500;1200;1500",
        "1200-1500;1200;1500",
        "1 200-1 500;1200;1500",
        "1,200 - 1,500;1200;1500",
        "1,200\u20131,500;1200;1500",
        "1,200 \u2013 1,500;1200;1500",
        "1,200\u20101,500;1200;1500",
        "1,200\u20111,500;1200;1500",
        "1,200\u20121,500;1200;1500",
        "1,200\u20141,500;1200;1500",
        "1,200\u20151,500;1200;1500",
        "0-10;0;10",
        "5-5;5;5",
        "between 1,200 and 1,500;1200;1500",
        "Between  1 200\u00a0 and 1 500;1200;1500",
        "BETWEEN 0 AND 0;0;0",
    })
    void aWordingIsAnIntervalOfWholeNumbers(String printed, long lowest, String highest) {
        Amount amount = highest.equals("inf") ? Amount.atLeast(lowest) : Amount.between(lowest, Long.parseLong(highest));

        assertThat(amounts.read(printed)).isEqualTo(new Understood(amount));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "around 3,500;3150;3850;3450;3550",
        "about 3,500;3150;3850;3450;3550",
        "roughly 3,500;3150;3850;3450;3550",
        "approximately 3,500;3150;3850;3450;3550",
        "~3,500;3150;3850;3450;3550",
        "~ 3 500;3150;3850;3450;3550",
        "ca. 3,500;3150;3850;3450;3550",
        "Ca 3,500;3150;3850;3450;3550",
        "circa 3,500;3150;3850;3450;3550",
        "approx. 3,500;3150;3850;3450;3550",
        "approx 3,500;3150;3850;3450;3550",
        "Around 75;68;82;75;75",
        "about 3,510;3159;3861;3505;3515",
        "about 1,200-1,500;1080;1650;1200;1500",
        "approximately 1,200 to 1,500;1080;1650;1200;1500",
        "around 0;0;0;0;0",
        "around 1;1;1;1;1",
        "around 9;9;9;9;9",
        "around 10;9;11;9;11",
        "around 909090909090909;818181818181819;999999999999999;909090909090909;909090909090909",
    })
    void aroundHasACoreWithinItsLimits(String printed, long lowest, long highest, long coreLowest, long coreHighest) {
        assertThat(amounts.read(printed)).isEqualTo(new Understood(new Amount(lowest, highest, coreLowest, coreHighest)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "10;around 100;90;110;90;110",
        "10;around 1,000,000;900000;1100000;900000;1100000",
        "50;around 100;50;150;50;150",
        "60;around 100;40;160;50;150",
        "0;around 3,500;3500;3500;3500;3500",
        "100;around 3,500;0;7000;3450;3550",
        "3;around 99;97;101;99;99",
    })
    void theCoreOfAroundIsNeverWiderThanItsLimits(int span, String printed, long lowest, long highest, long coreLowest,
    long coreHighest) {
        AmountText own = new AmountText(new WordingSpans(span, 5));

        assertThat(own.read(printed)).isEqualTo(new Understood(new Amount(lowest, highest, coreLowest, coreHighest)));
    }

    @ParameterizedTest
    @CsvSource({"0, 49, 49", "1, 49, 49", "2, 49, 49", "3, 48, 49", "10, 45, 49", "100, 0, 49"})
    void nearlyStaysBelowItsNumberWhateverItsSpan(int span, long lowest, long highest) {
        AmountText own = new AmountText(new WordingSpans(10, span));

        assertThat(own.read("nearly 50")).isEqualTo(new Understood(Amount.between(lowest, highest)));
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "101, 5", "10, -1", "10, 101"})
    void spansAreZeroToAHundredPercent(int around, int nearly) {
        assertThatThrownBy(() -> new AmountText(new WordingSpans(around, nearly))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, value = {
        "\"\";nothing is printed",
        "   ;nothing is printed",
        "\u00a0\u202f;nothing is printed",
        // no number
        "N/A;no number",
        "dozens;no number",
        "half;no number",
        "two;no number",
        "NaN;no number",
        "Infinity;no number",
        "-;no number",
        "\u221e;no number",
        "\u00bd;no number",
        ",;no number",
        "over three;no number in 'three' of 'over three'",
        "5-N/A;no number in 'N/A' of '5-N/A'",
        "covid-19;no number in 'covid'",
        "at least \u0661;another script",
        "at least at least;no number",
        "mid-year;no number",
        // below zero
        "-5;below zero",
        "- 5;below zero",
        "\u22125;below zero",
        "\u20135;below zero",
        "-1,179;below zero",
        "at least -5;below zero",
        "-5 to 7;below zero",
        "5--7;below zero",
        "(42);below zero",
        "under 0;below zero",
        "<0;below zero",
        "nearly 0;below zero",
        // decimals and groups
        "1.234;a point",
        "12.0;a point",
        "2.5 million;a point",
        ".5;a point",
        "1,179.;a point",
        "1,23;groups of three",
        "1,2345;groups of three",
        "1234,567;groups of three",
        ",123;groups of three",
        "123,;groups of three",
        "1,,234;groups of three",
        "1, 234;groups of three",
        "0,123;groups of three",
        "000,123;groups of three",
        "1 23;groups of three",
        "1  179;groups of three",
        "1,234 567;two ways",
        "1 234\u202f567;two ways",
        "1\u2003179;unusual space",
        "1\t179;unusual space",
        // marks and units
        "956*;footnote mark '*'",
        "956[1];footnote mark '['",
        "956\u2020;footnote mark '\u2020'",
        "956\u2021;footnote mark '\u2021'",
        "956\u00b9;footnote mark '\u00b9'",
        "956\u2074;footnote mark '\u2074'",
        "956 (a);footnote mark '('",
        "2k;the letters 'k'",
        "1e3;the letters 'e'",
        "1,179 people;the letters 'people'",
        "1,200-1,500 people;the letters 'people'",
        "2,000 or so;the letters 'or'",
        "0x1F;the letters 'x'",
        "10L;the letters 'L'",
        "perhaps 500;wordings known",
        "from 5 to 7;wordings known",
        "at least5;wordings known",
        "five 5;wordings known",
        "1,200to1,500;the letters 'to'",
        "5%;percent sign",
        "12.5%;percent sign",
        "#DIV/0!;the error '#DIV/0!' of a spreadsheet",
        "=SUM(D4:D7);the formula '=SUM(D4:D7)' of a spreadsheet",
        "$5;sign of a currency",
        "5 \u20ac;sign of a currency",
        "1'179;apostrophe",
        "1\u2019179;apostrophe",
        "1_000;underscore",
        "+5;plus sign",
        "5+3;plus sign",
        "=5;the character '='",
        "=> 3000;the character '='",
        "\u2248 500;the character '\u2248'",
        "\uff5e500;the character '\uff5e'",
        "1/2;the character '/'",
        "5\ud83d\ude00;the character '\ud83d\ude00'",
        // other digits
        "\uff11\uff12;full-width digits",
        "1\uff12;full-width digits",
        "\u0661\u0662;another script",
        "\u0967\u0968;another script",
        // what cannot be seen
        "956\u0000;U+0000",
        "\u0000956;U+0000",
        "1\u200b179;U+200B",
        "\ufeff956;U+FEFF",
        "\u202e956;U+202E",
        "956\ud800;U+D800",
        // numbers missing
        "at least;missing",
        "or more;no number",
        "AT LEAST ;missing",
        ">;missing",
        "~;missing",
        "+;missing",
        "500-;upper end of the range is missing",
        "500 to;upper end of the range is missing",
        "between and 7;lower end of the range is missing",
        "between 5 and;upper end of the range is missing",
        "between 5;without 'and'",
        "between 1,200 to 1,500;without 'and'",
        // two at once
        "at least at least 5;two wordings",
        "over 3,000+;two wordings",
        "at least 1,200 to 1,500;two wordings",
        "at least 5 or more;two wordings",
        "5 or fewer or more;two wordings",
        "5+ or more;two wordings",
        "at least around 5;two wordings",
        "~5+;two wordings",
        ">=~5;two wordings",
        ">>5;two wordings",
        "<>5;two wordings",
        "5++;two wordings",
        "1-2-3;more than one range",
        "2025-01-26;more than one range",
        "5 to 6 to 7;more than one range",
        "between 5-6 and 7;two wordings",
        "between 5 and over 7;two wordings",
        "1,200-1,500+;two wordings",
        // ranges
        "1,500 to 1,200;upside down",
        "1,500-1,200;upside down",
        "between 2 and 1;upside down",
        "2024-25;upside down",
        "01-26;may be a date",
        "1-05;may be a date",
        "5\u22127;minus sign or dash",
        // size
        "1000000000000000;too large",
        "1,000,000,000,000,000;too large",
        "99999999999999999999999999;too large",
        "over 999999999999999;too large",
        "around 999999999999999;too large",
        "5 to 1000000000000000;too large",
    })
    void anythingElseIsRejectedWithItsReason(String printed, String reason) {
        assertThat(reasonFor(printed)).contains(reason).hasSizeLessThan(300);
    }

    @Test
    void aCellOfSeveralLinesIsReadAsOne() {
        assertThat(amounts.read("at least\r\n2,681\n")).isEqualTo(new Understood(Amount.atLeast(2681)));
        assertThat(reasonFor("1\n179")).contains("unusual space (U+000A)");
    }

    @Test
    void aMissingTextIsAnEmptyOne() {
        assertThat(amounts.read(null)).isEqualTo(amounts.read(""));
    }

    @Test
    void aReasonSaysWhatWouldBeRight() {
        assertThat(reasonFor("1.234"))
                .isEqualTo("a point in '1.234': write 1,234 for thousands, or say in source.yml how 'numbers' are; parts of "
                + "people are not"
                        + " counted");
        assertThat(reasonFor("at least"))
                .isEqualTo("a number after 'at least' is missing in 'at least': write at least 500, 500+ or 500-600");
        assertThat(reasonFor("N/A")).endsWith("list it under 'missing' in source.yml");
    }

    @Test
    void aReasonShowsNothingThatCannotBeSeen() {
        assertThat(reasonFor("9\u00005\u202e6\n\ud8007")).contains("'9U+00005U+202E6U+000AU+D8007'");
    }

    @Test
    void aHundredCharactersAreReadAndNoMore() {
        assertThat(amounts.read("0".repeat(99) + "7")).isEqualTo(new Understood(Amount.exactly(7)));
        assertThat(reasonFor("0".repeat(100) + "7")).contains("101 characters");
        assertThat(amounts.read(" ".repeat(1000) + "7" + "\u00a0".repeat(1000))).isEqualTo(new Understood(Amount.exactly(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva"})
    void theLocaleOfTheMachineChangesNothing(String locale) {
        Locale before = Locale.getDefault();
        AmountReading fewerThan = amounts.read("NO FEWER THAN 12");
        String tooLong = reasonFor("7".repeat(101));
        String invisible = reasonFor("9\u001b");
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));

            assertThat(amounts.read("NO FEWER THAN 12")).isEqualTo(fewerThan);
            assertThat(reasonFor("7".repeat(101))).isEqualTo(tooLong);
            assertThat(reasonFor("9\u001b")).isEqualTo(invisible);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void lettersThatOnlyLookAlikeAreNotTheLettersOfAWording() {
        assertThat(reasonFor("at lea\u017ft 5")).contains("wordings known");
        assertThat(reasonFor("APPROX\u0130MATELY 5")).contains("wordings known");
    }

    @Test
    void everyPlainNumberIsReadAsItself() {
        Random random = new Random(20250126);
        for (int i = 0; i < 50_000; i++) {
            long number = random.nextLong(Amount.LARGEST + 1) >> random.nextInt(50);

            assertThat(amounts.read(Long.toString(number))).isEqualTo(new Understood(Amount.exactly(number)));
            assertThat(amounts.read(String.format(Locale.ROOT, "%,d", number))).isEqualTo(new Understood(Amount.exactly(number)));
        }
    }

    @Test
    void noTextMakesItFail() {
        String[] pieces = {"at least", "over", "between", "and", "to", "around", "nearly", "under", "~", "<", ">", "=", "+", "-",
                "\u2013", "\u2212", ",",
            " ", "\u00a0", "\t", "0", "7", "1,234", "999999999999999", "(", ")", ".", "'", "*", "\u0000", "\ud83d\ude00",
            "\ud800", "\udc00", "x", "\uff11"};
        Random random = new Random(20250126);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(8); piece >= 0; piece--) {
                if (random.nextInt(4) == 0) {
                    text.append((char) random.nextInt(0x10000));
                } else {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
            }
            assertMakesSense(text.toString());
        }
    }

    private void assertMakesSense(String text) {
        AmountReading reading = amounts.read(text);
        if (reading instanceof Understood understood) {
            assertThat(understood.amount().largestLimit()).as(text).isBetween(0L, Amount.LARGEST);
        } else if (reading instanceof NotUnderstood notUnderstood) {
            assertThat(notUnderstood.reason()).as(text).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings =
            {" ", "9", "1,", "1 ", "-", "at least ", "between ", " to ", "\u0000", "9-", "\ud83d\ude00", "\u00a0x"})
    void aHostileTextIsAnsweredQuickly(String piece) {
        String hostile = piece.repeat(2_000_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertMakesSense(hostile);
            assertMakesSense("between 1" + hostile + "7");
        });
    }

    private String reasonFor(String printed) {
        AmountReading reading = amounts.read(printed);
        assertThat(reading).as(printed).isInstanceOf(NotUnderstood.class);
        return ((NotUnderstood) reading).reason();
    }
}
