package org.crossfoot.figure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, or a first and a last day, both included.
 *
 * @param end null for a goal that stands until its source replaces it
 */
public record Period(LocalDate start, LocalDate end) implements Comparable<Period> {

    private static final Pattern INTERVAL = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:/(\\d{4}-\\d{2}-\\d{2}|[.][.]))?");

    public Period {
        if (end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("a period that ends (" + end + ") before it starts (" + start + ")");
        }
        // The same object is found equal at once.
        end = start.equals(end) ? start : end;
    }

    public static Period day(LocalDate day) {
        return new Period(day, day);
    }

    public static Period openFrom(LocalDate start) {
        return new Period(start, null);
    }

    public boolean isOpen() {
        return end == null;
    }

    public boolean isDay() {
        return start.equals(end);
    }

    /** The date this period's figures belong to: the day it ends on, or starts on where it has no end. */
    public LocalDate date() {
        return isOpen() ? start : end;
    }

    /** How many days it has; only for a period with an end. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end) + 1);
    }

    /** As many days later, as long. */
    public Period later(long days) {
        return days == 0 ? this : new Period(start.plusDays(days), isOpen() ? null : end.plusDays(days));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && (isOpen() || !day.isAfter(end));
    }

    public boolean contains(Period other) {
        return contains(other.start) && (isOpen() || !other.isOpen() && contains(other.end));
    }

    public boolean overlaps(Period other) {
        return (isOpen() || !other.start.isAfter(end)) && (other.isOpen() || !start.isAfter(other.end));
    }

    // All written out, as nearly all periods of a date are the same: mostly they are the same object as well.
    @Override
    public int compareTo(Period other) {
        int order = this == other ? 0 : start.compareTo(other.start);
        if (order != 0 || end == other.end) {
            return order;
        }
        return end == null ? 1 : other.end == null ? -1 : end.compareTo(other.end);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Period period && start.equals(period.start) && Objects.equals(end, period.end);
    }

    @Override
    public int hashCode() {
        return 31 * start.hashCode() + (isOpen() ? 0 : end.hashCode());
    }

    /** As ISO 8601 writes it: {@code 2025-01-26}, {@code 2025-01-20/2025-01-26}, {@code 2025-01-25/..}. */
    public String interval() {
        return isOpen() ? start + "/.." : isDay() ? start.toString() : start + "/" + end;
    }

    /** Of a text as {@link #interval} writes it; empty where it is none. */
    public static Optional<Period> ofInterval(String text) {
        Matcher interval = INTERVAL.matcher(text);
        if (!interval.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate start = LocalDate.parse(interval.group(1));
            String end = interval.group(2);
            return Optional.of(end == null ? day(start) : end.equals("..") ? openFrom(start)
                    : new Period(start, LocalDate.parse(end)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As it stands in sentences: {@code 2025-01-26}, {@code 2025-01-20 to 2025-01-26}, {@code from 2025-01-25 on}. */
    @Override
    public String toString() {
        return isOpen() ? "from " + start + " on" : isDay() ? start.toString() : start + " to " + end;
    }
}
