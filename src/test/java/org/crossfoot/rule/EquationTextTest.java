package org.crossfoot.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.crossfoot.rule.Equation.Sign;
import org.crossfoot.rule.Equation.Term;
import org.crossfoot.rule.EquationText.EquationNotUnderstood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquationTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "2*a + b = c;                       2*a 1*b -1*c = 0",
        "2*y + 1 = z;                       2*y -1*z = -1",
        "a <= b;                            1*a -1*b <= 0",
        "a >= 10;                           1*a >= 10",
        "10 <= a;                           -1*a <= -10",
        "a - b = c;                         1*a -1*b -1*c = 0",
        "a = b + c + d;                     1*a -1*b -1*c -1*d = 0",
        "a = b - c;                         1*a -1*b 1*c = 0",
        "a=b;                               1*a -1*b = 0",
        "a\u2264b;                          1*a -1*b <= 0",
        "a \u2265 10;                       1*a >= 10",
        "a-b=0;                             1*a -1*b = 0",
        "-a + b = 3;                        -1*a 1*b = 3",
        "a = -5;                            1*a = -5",
        "a = - b;                           1*a 1*b = 0",
        "3 - a = 1 - 2*b;                   -1*a 2*b = -2",
        "a + a + b = c;                     2*a 1*b -1*c = 0",
        "3*a = b + a;                       2*a -1*b = 0",
        "b + a = b + b;                     -1*b 1*a = 0",
        "z + y = x;                         1*z 1*y -1*x = 0",
        "2 * a = 4;                         2*a = 4",
        "007*a = 010;                       7*a = 10",
        "1000*a = b;                        1000*a -1*b = 0",
        "a = 999999999999999;               1*a = 999999999999999",
        "Arrests_2 = x9;                    1*Arrests_2 -1*x9 = 0",
        "a = A;                             1*a -1*A = 0",
        "a\u00a0+\tb = c;                   1*a 1*b -1*c = 0",
        "criminal_arrests + collateral_arrests = arrests; 1*criminal_arrests 1*collateral_arrests -1*arrests = 0",
    })
    void allMeasuresComeToTheLeftAndAllNumbersToTheRight(String text, String brought) throws EquationNotUnderstood {
        Equation equation = EquationText.read(text);

        String terms = equation.terms().stream().map(term -> term.coefficient() + "*" + term.measure())
                .collect(Collectors.joining(" "));
        assertThat(terms + " " + equation.sign() + " " + equation.constant()).isEqualTo(brought);
        assertThat(equation.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "\"\";                  empty check",
        "\"  \";                empty check",
        "a;                     the end after character 1",
        "a + b;                 one of = <= >=",
        "a =;                   the end after character 3",
        "= a;                   found '=' at character 1",
        "a <= ;                 is missing before it",
        "a = = b;               found '=' at character 5",
        "a == b;                '==' at character 3",
        "a =< b;                '=<' at character 3",
        "a => b;                '=>' at character 3",
        "a < b;                 '<' without '=' at character 3: of whole numbers write a + 1 <= b",
        "a > b;                 '>' without '=' at character 3: of whole numbers write a >= b + 1",
        "a <> b;                '<' without '=' at character 3",
        "a != b;                '!' at character 3",
        "a \u2260 b;            U+2260 at character 3",
        "a = b = c;             one relation",
        "a <= b <= c;           found '<=' at character 8",
        "a*b = c;               found '*' at character 2: measures are multiplied by whole numbers only",
        "a*2 = c;               the number stands first: 2*a",
        "2*3*a = c;             found '3' at character 3",
        "2* = c;                found '=' at character 4",
        "*a = c;                found '*' at character 1",
        "2**a = c;              found '*' at character 3",
        "a/2 = b;               a division at character 2",
        "1.5*a = b;             a point at character 2: coefficients are whole numbers",
        "a >= 1,000;            a comma at character 7: write 1000",
        "2*(a + b) = c;         a bracket at character 3",
        "2a = b;                a name right after a number at character 2: write 2*a",
        "2_a = b;               right after a number",
        "_a = b;                an underscore at character 1",
        "a b = c;               found 'b' at character 3",
        "a = b c;               found 'c' at character 7",
        "a = 2 b;               found 'b' at character 7",
        "a ++ b = c;            found '+' at character 4",
        "a + - b = c;           found '-' at character 5",
        "a -- b = c;            found '-' at character 4",
        "+ a = b;               found '+' at character 1",
        "a + = b;               found '=' at character 5",
        "a \u2212 b = c;        a dash at character 3: write the minus of the keyboard",
        "a \u2013 b = c;        a dash at character 3",
        "\u00e9 = b;            the character '\u00e9' at character 1",
        "a\u00e9 = b;           the character '\u00e9' at character 2",
        "a\u0000 = b;           U+0000 at character 2",
        "a = \ud83d\ude00;      U+1F600 at character 5",
        "a = \uff11;            at character 5",
        "a = 'b';               at character 5",
        "a & b = c;             at character 3",
        "1001*a = b;            coefficients go up to 1000",
        "99999999999999999999999*a = b; coefficients go up to 1000",
        "a = 1000000000000000;  constants go up to 999999999999999",
        "a = 99999999999999999999999; found '99999999999999999999999' at character 5",
        "a + 999999999999999 = -1; add up to -1000000000000000",
        "1000*a + a = b;        'a' add up to 1001",
        "1 = 1;                 numbers only",
        "0 <= 5;                numbers only",
        "a = a;                 'a' cancels out",
        "a + b = b;             'b' cancels out",
        "0*a = b;               'a' cancels out",
        "a - 2*a + a = b;       'a' cancels out",
    })
    void anythingElseIsRefusedWithWhatWasFound(String text, String found) {
        assertThatThrownBy(() -> EquationText.read(text)).isInstanceOf(EquationNotUnderstood.class).hasMessageContaining(found);
    }

    @Test
    void aMissingTextIsAnEmptyCheck() {
        assertThatThrownBy(() -> EquationText.read(null)).isInstanceOf(EquationNotUnderstood.class)
                .hasMessageContaining("empty check");
    }

    @Test
    void aMeasureThatIsNamedTwiceStandsOnceWhereItWasFirst() throws EquationNotUnderstood {
        Equation equation = EquationText.read("a + b + 2*a >= 1");

        assertThat(equation.terms()).isEqualTo(List.of(new Term(3, "a"), new Term(1, "b")));
        assertThat(equation.sign()).isEqualTo(Sign.AT_LEAST);
    }

    @Test
    void sumsOfManyNumbersNeverOverflow() {
        String text = "a = " + "999999999999999+".repeat(620) + "1";

        assertThatThrownBy(() -> EquationText.read(text)).isInstanceOf(EquationNotUnderstood.class)
                .hasMessageContaining("constants go up to");
    }

    @Test
    void noTextMakesItFailInAnotherWay() {
        String[] pieces = {"a", "b", "_", "2", "1000000", "*", "+", "-", "=", "<", "<=", ">=", "\u2264", " ", "(", ".", "\u0000",
                "\ud83d\ude00", "\ud800"};
        Random random = new Random(20250126);
        int understood = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(12); piece >= 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                assertThat(EquationText.read(text.toString()).terms()).isNotEmpty();
                understood++;
            } catch (EquationNotUnderstood expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
        assertThat(understood).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+", "2*", "=", " ", "9", "a", "-", "\u0000"})
    void aHostileTextIsRefusedQuickly(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () ->
                assertThatThrownBy(() -> EquationText.read(piece.repeat(2_000_000))).isInstanceOf(EquationNotUnderstood.class));
    }
}
