package org.crossfoot.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ToleranceTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, value = {
        "0;0;0", "5;5;0", " 5 ;5;0", "005;5;0", "1000;1000;0", "999999999999999;999999999999999;0",
        "0%;0;0", "0.0%;0;0", "2%;0;2", "2.5%;0;2.5", "2.50%;0;2.5", "0.5 %;0;0.5", "0.5\u00a0%;0;0.5", "0.5\u202f%;0;0.5",
        "100%;0;100", "100.00%;0;100", "99.999%;0;99.999", "0.000001%;0;0.000001",
    })
    void aNumberIsPeopleAndAPercentSignMakesItAPercentage(String text, long people, BigDecimal percent) {
        assertThat(Tolerance.read(text)).contains(new Tolerance(people, percent));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "-1", "-2%", "+5", "1,000", "1 000", "2.5", "2,5%", ".5%", "5.%", "5..0%", "%", "% 5", "5%%",
            "5  %", "5 percent",
        "100.01%", "101%", "1e2%", "NaN", "two", "1000000000000000", "99999999999999999999", "\uff15", "\u0665%", "5\u0000",
        "5 people", "0x5"})
    void anythingElseIsNone(String text) {
        assertThat(Tolerance.read(text)).isEmpty();
    }

    @Test
    void aHostileTextIsNone() {
        assertThat(Tolerance.read("9".repeat(5_000_000) + "%")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1000, 0", "5, 1000, 5", "5, 0, 5",
        "2%, 0, 0", "2%, 49, 0", "2%, 50, 1", "2%, 99, 1", "2%, 100, 2",
        "2.5%, 39, 0", "2.5%, 40, 1", "2.5%, 79, 1", "2.5%, 80, 2",
        "0.1%, 999, 0", "0.1%, 1000, 1", "0.7%, 1000, 7", "1.1%, 1000, 11", "4.35%, 100, 4", "29%, 100, 29", "58%, 100, 58",
        "100%, 956, 956", "99.999%, 999999999999999, 999989999999999", "0.000001%, 99999999, 0", "0.000001%, 100000000, 1",
    })
    void aPercentageBecomesWholePeopleRoundedDownAndExactly(String text, long largerSide, long people) {
        assertThat(Tolerance.read(text).orElseThrow().peopleFor(largerSide)).isEqualTo(people);
    }

    @Test
    void noToleranceIsTheToleranceOfZero() {
        assertThat(Tolerance.read("0")).contains(Tolerance.NONE);
        assertThat(Tolerance.read("0.00 %")).contains(Tolerance.NONE);
    }
}
