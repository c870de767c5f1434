package org.crossfoot.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One scale that all figures of a discrepancy are drawn on; places are percentages of its width.
 *
 * @param ticks round values for readers to hold on to
 */
record Axis(long from, long to, List<Tick> ticks) {

    private static final double MARGIN = 6;
    private static final int TICKS = 3;

    /** A value on the scale. */
    record Tick(String place, String label) {
    }

    Axis(long from, long to) {
        this(from, to, round(from, to).stream().map(value -> new Tick(percent(place(value, from, to)), Words.number(value)))
                .toList());
    }

    static Axis over(Collection<Long> values) {
        long lowest = values.stream().min(Long::compare).orElse(0L);
        long highest = values.stream().max(Long::compare).orElse(0L);
        return new Axis(lowest, highest);
    }

    String at(long value) {
        return percent(place(value, from, to));
    }

    /** How wide what lies between two values is. */
    String width(long lowest, long highest) {
        return percent(place(highest, from, to) - place(lowest, from, to));
    }

    private static double place(long value, long from, long to) {
        return from == to ? 50 : MARGIN + (100 - 2 * MARGIN) * (value - from) / (double) (to - from);
    }

    private static String percent(double place) {
        double hundredths = 100 * place;
        long nearest = Math.round(hundredths);
        // Far from the middle between two numbers it is plain which one is nearer.
        if (place >= 0 && Math.abs(hundredths - nearest) < 0.499) {
            return nearest / 100 + (nearest % 100 < 10 ? ".0" : ".") + nearest % 100 + "%";
        }
        return BigDecimal.valueOf(place).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static List<Long> round(long from, long to) {
        long step = step(from, to);
        List<Long> round = new ArrayList<>();
        for (long tick = Math.floorDiv(from + step - 1, step) * step; tick <= to; tick += step) {
            round.add(tick);
        }
        return round.size() < 2 && from != to ? List.of(from, to) : round.isEmpty() ? List.of(from) : round;
    }

    private static long step(long from, long to) {
        long least = Math.max(1, (to - from) / TICKS);
        long power = 1;
        while (power * 10 <= least) {
            power *= 10;
        }
        return least <= power ? power : least <= 2 * power ? 2 * power : least <= 5 * power ? 5 * power : 10 * power;
    }
}
