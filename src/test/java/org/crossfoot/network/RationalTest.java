package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RationalTest {

    @Test
    void isKeptInLowestTermsWithThePlusBelow() {
        assertThat(Rational.of(6).dividedBy(Rational.of(-4))).isEqualTo(new Rational(-3, 2));
        assertThat(new Rational(1, 2).plus(new Rational(1, 2))).isEqualTo(Rational.ONE);
        assertThat(new Rational(1, 2).minus(new Rational(1, 2))).isEqualTo(Rational.ZERO);
        assertThat(new Rational(2, 3).times(new Rational(3, 2))).isEqualTo(Rational.ONE);
    }

    @Test
    void roundsTowardsLessAlsoBelowZero() {
        assertThat(new Rational(7, 2).floor()).isEqualTo(3);
        assertThat(new Rational(-7, 2).floor()).isEqualTo(-4);
        assertThat(Rational.of(-4).floor()).isEqualTo(-4);
    }

    @Test
    void neverRoundsWhatDoesNotFit() {
        Rational large = Rational.of(Long.MAX_VALUE);
        assertThatThrownBy(() -> large.plus(Rational.ONE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> large.times(Rational.of(2))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.of(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Rational(Long.MAX_VALUE, 2).compareTo(new Rational(1, 3)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void agreesWithFractionsOfAnySize() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            Rational a = Rational.of(random.nextInt(-50, 51)).dividedBy(Rational.of(random.nextInt(1, 50)));
            Rational b = Rational.of(random.nextInt(-50, 51)).dividedBy(Rational.of(random.nextInt(1, 50)));
            BigInteger cross = BigInteger.valueOf(a.over() * b.under());
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(cross.compareTo(BigInteger.valueOf(b.over() * a.under())));
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            if (!b.isZero()) {
                assertThat(a.times(b).dividedBy(b)).isEqualTo(a);
            }
            assertThat(a.plus(b).under()).isPositive();
            assertThat(Rational.of(a.floor()).compareTo(a)).isNotPositive();
            assertThat(Rational.of(a.floor() + 1).compareTo(a)).isPositive();
        }
    }
}
