package org.crossfoot.settings.source;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.rule.Schedule.Every;
import org.crossfoot.rule.Schedule;
import org.crossfoot.settings.text.CalendarDay;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlValue;

/** Reads when a source is expected to report: {@code daily}, or {@code { every: daily, from: ..., holidays: [...] }}. */
final class ScheduleReader {

    private static final List<String> EVERY = List.of("daily", "weekdays", "weekly", "monthly");

    private ScheduleReader() {
    }

    static Optional<Schedule> read(YamlValue value) {
        if (!value.isMapping()) {
            return every(value).map(every -> new Schedule(every, null, Set.of()));
        }
        return value.mapping("").flatMap(schedule -> {
            schedule.only(List.of("every", "from", "holidays"));
            Optional<Every> every = schedule.require("every", "write every: with one of " + MistakeWording.listed(EVERY))
                    .flatMap(ScheduleReader::every);
            LocalDate from = schedule.get("from").flatMap(CalendarDay::of).orElse(null);
            Set<LocalDate> holidays = new HashSet<>();
            schedule.get("holidays").ifPresent(days -> days.items("write a list of days, e.g. [2025-12-25]")
                    .forEach(day -> CalendarDay.of(day).ifPresent(holidays::add)));
            return every.map(found -> new Schedule(found, from, holidays));
        });
    }

    private static Optional<Every> every(YamlValue value) {
        return value.oneOf(EVERY).map(text -> Every.valueOf(text.toUpperCase(Locale.ROOT)));
    }
}
