package org.crossfoot.settings.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads a day as settings write it: {@code 2025-01-26}. */
public final class CalendarDay {

    public static final String RIGHT = "write a calendar day, e.g. 2025-01-26";

    private CalendarDay() {
    }

    public static Optional<LocalDate> of(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static Optional<LocalDate> of(YamlValue value) {
        Optional<String> text = value.text(RIGHT);
        Optional<LocalDate> day = text.flatMap(CalendarDay::of);
        if (text.isPresent() && day.isEmpty()) {
            value.wrong("found " + MistakeWording.quoted(text.get()), RIGHT);
        }
        return day;
    }
}
