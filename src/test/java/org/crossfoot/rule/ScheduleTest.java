package org.crossfoot.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crossfoot.figure.Period;
import org.crossfoot.rule.Schedule.Every;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final LocalDate FRIDAY = LocalDate.of(2025, 1, 31);

    /** On a Friday that ends a month and the two days after it. */
    private static List<String> due(Every every) {
        Schedule schedule = new Schedule(every, null, Set.of());
        return Stream.of(0, 1, 2).map(days -> schedule.dueOn(FRIDAY.plusDays(days))).map(String::valueOf).toList();
    }

    @Test
    void aWeekIsDueOnItsSundayAndAMonthOnItsLastDay() {
        assertThat(due(Every.DAILY)).containsExactly("2025-01-31", "2025-02-01", "2025-02-02");
        assertThat(due(Every.WEEKDAYS)).containsExactly("2025-01-31", "null", "null");
        assertThat(due(Every.WEEKLY)).containsExactly("null", "null", "2025-01-27 to 2025-02-02");
        assertThat(due(Every.MONTHLY)).containsExactly("2025-01-01 to 2025-01-31", "null", "null");
    }

    @Test
    void nothingIsDueBeforeItsFirstDateAndOnHolidays() {
        Schedule schedule = new Schedule(Every.DAILY, FRIDAY, Set.of(FRIDAY.plusDays(1)));

        assertThat(schedule.dueOn(FRIDAY.minusDays(1))).isNull();
        assertThat(schedule.dueOn(FRIDAY)).isEqualTo(Period.day(FRIDAY));
        assertThat(schedule.dueOn(FRIDAY.plusDays(1))).isNull();
    }

    @Test
    void whetherAFigureCameIsJudgedAtTheEndOfItsWeekOrMonth() {
        LocalDate tuesday = LocalDate.of(2024, 2, 27);

        assertThat(Stream.of(Every.values()).map(every -> new Schedule(every, null, Set.of()).judgedOn(tuesday)))
                .containsExactly(tuesday, tuesday, LocalDate.of(2024, 3, 3), LocalDate.of(2024, 2, 29));
        assertThat(new Schedule(Every.WEEKLY, null, Set.of()).judgedOn(LocalDate.of(2024, 3, 3))).isEqualTo("2024-03-03");
    }
}
