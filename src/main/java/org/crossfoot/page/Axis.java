package org.crossfoot.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** One scale that all figures of a discrepancy are drawn on; places are percentages of its width. */
record Axis(long from, long to) {

    private static final double MARGIN = 6;
    private static final int TICKS = 3;

    static Axis over(Collection<Long> values) {
        long lowest = values.stream().min(Long::compare).orElse(0L);
        long highest = values.stream().max(Long::compare).orElse(0L);
        return new Axis(lowest, highest);
    }

    String at(long value) {
        return percent(place(value));
    }

    /** How wide what lies between two values is. */
    String width(long lowest, long highest) {
        return percent(place(highest) - place(lowest));
    }

    String toTheEnd(long lowest) {
        return percent(100 - place(lowest));
    }

    private double place(long value) {
        return from == to ? 50 : MARGIN + (100 - 2 * MARGIN) * (value - from) / (double) (to - from);
    }

    private static String percent(double place) {
        return BigDecimal.valueOf(place).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** Round values for readers to hold on to. */
    List<Long> ticks() {
        long step = step();
        List<Long> ticks = new ArrayList<>();
        for (long tick = Math.floorDiv(from + step - 1, step) * step; tick <= to; tick += step) {
            ticks.add(tick);
        }
        return ticks.size() < 2 && from != to ? List.of(from, to) : ticks.isEmpty() ? List.of(from) : ticks;
    }

    String label(long tick) {
        return Words.number(tick);
    }

    private long step() {
        long least = Math.max(1, (to - from) / TICKS);
        long power = 1;
        while (power * 10 <= least) {
            power *= 10;
        }
        return least <= power ? power : least <= 2 * power ? 2 * power : least <= 5 * power ? 5 * power : 10 * power;
    }
}
