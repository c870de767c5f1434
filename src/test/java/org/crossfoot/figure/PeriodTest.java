package org.crossfoot.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 20);
    private static final Period WEEK = new Period(MONDAY, MONDAY.plusDays(6));
    private static final Period OPEN = Period.openFrom(MONDAY.plusDays(5));

    @Test
    void itBelongsToTheDayItEndsOnOrBeginsOnWhereItHasNoEnd() {
        assertThat(WEEK.date()).isEqualTo("2025-01-26");
        assertThat(OPEN.date()).isEqualTo("2025-01-25");
        assertThat(WEEK.days()).isEqualTo(7);
        assertThat(Period.day(MONDAY).days()).isEqualTo(1);
        assertThatThrownBy(() -> new Period(MONDAY, MONDAY.minusDays(1)))
                .hasMessageContaining("ends (2025-01-19) before it starts");
    }

    @Test
    void bothItsDaysAreWithinIt() {
        assertThat(Stream.of(-1, 0, 6, 7).map(days -> WEEK.contains(MONDAY.plusDays(days))))
                .containsExactly(false, true, true, false);
        assertThat(Stream.of(4, 5, 500).map(days -> OPEN.contains(MONDAY.plusDays(days)))).containsExactly(false, true, true);
    }

    @Test
    void aPeriodWithoutEndIsWithinNoneThatHasOne() {
        assertThat(WEEK.contains(new Period(MONDAY.plusDays(1), MONDAY.plusDays(6)))).isTrue();
        assertThat(WEEK.contains(new Period(MONDAY.plusDays(1), MONDAY.plusDays(7)))).isFalse();
        assertThat(WEEK.contains(OPEN)).isFalse();
        assertThat(OPEN.contains(Period.openFrom(MONDAY.plusDays(6)))).isTrue();
        assertThat(OPEN.contains(new Period(MONDAY.plusDays(9), MONDAY.plusDays(20)))).isTrue();
        assertThat(OPEN.contains(WEEK)).isFalse();
    }

    @Test
    void periodsOverlapThatShareADay() {
        assertThat(WEEK.overlaps(new Period(MONDAY.plusDays(6), MONDAY.plusDays(9)))).isTrue();
        assertThat(WEEK.overlaps(new Period(MONDAY.plusDays(7), MONDAY.plusDays(9)))).isFalse();
        assertThat(WEEK.overlaps(OPEN)).isTrue();
        assertThat(OPEN.overlaps(WEEK)).isTrue();
        assertThat(OPEN.overlaps(Period.day(MONDAY))).isFalse();
        assertThat(Period.day(MONDAY).overlaps(OPEN)).isFalse();
    }

    @Test
    void theyAreOrderedByTheirFirstDayThenByTheirLastAndWithoutEndComesLast() {
        Period later = new Period(MONDAY.plusDays(5), MONDAY.plusDays(8));

        assertThat(Stream.of(OPEN, Period.openFrom(MONDAY), WEEK, Period.day(MONDAY), later).sorted())
                .containsExactly(Period.day(MONDAY), WEEK, Period.openFrom(MONDAY), later, OPEN);
    }

    @Test
    void itMovesWithItsLengthAndIsToldAsItIs() {
        assertThat(WEEK.later(7)).hasToString("2025-01-27 to 2025-02-02").isNotEqualTo(WEEK);
        assertThat(OPEN.later(-5)).hasToString("from 2025-01-20 on");
        assertThat(Period.day(MONDAY).later(1)).hasToString("2025-01-21")
                .isEqualTo(new Period(MONDAY.plusDays(1), MONDAY.plusDays(1)));
        assertThat(WEEK.later(0)).isEqualTo(new Period(MONDAY, MONDAY.plusDays(6))).hasSameHashCodeAs(WEEK);
    }
}
