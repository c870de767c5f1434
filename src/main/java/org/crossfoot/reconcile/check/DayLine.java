package org.crossfoot.reconcile.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.claim.Constraint;

/**
 * The days of one period, and shorter or overlapping periods laid on them. Days nobody speaks of hold 0 or more people, never 0.
 *
 * @param period what is measured; has an end
 */
record DayLine(Period period) {

    /** A period with the least and the most it can hold. */
    record Piece(Cell cell, long atLeast, long atMost) {

        /** A day below zero counts wherever no longer piece holds it; other days that nobody speaks of hold none or more. */
        boolean isCorrection() {
            return atLeast < 0;
        }
    }

    /** A sum of pieces; {@code pieces} are in order of time. */
    record SumOfPieces(long total, List<Piece> pieces) {
    }

    /** The most that pieces which do not overlap, all inside the period, hold at least: the period holds no fewer. */
    SumOfPieces packed(List<Piece> pieces) {
        int days = period.days();
        Map<Integer, List<Piece>> byLastDay = pieces.stream().filter(piece -> period.contains(piece.cell.period()))
                .collect(Collectors.groupingBy(this::lastDay));
        long[] most = new long[days + 1];
        Piece[] last = new Piece[days + 1];
        for (int day = 1; day <= days; day++) {
            most[day] = Long.MIN_VALUE;
            if (byLastDay.getOrDefault(day, List.of()).stream().noneMatch(Piece::isCorrection)) {
                most[day] = most[day - 1];
            }
            for (Piece piece : byLastDay.getOrDefault(day, List.of())) {
                long sum = Constraint.plusLeast(most[firstDay(piece) - 1], piece.atLeast);
                if (sum > most[day]) {
                    most[day] = sum;
                    last[day] = piece;
                }
            }
        }
        List<Piece> used = new ArrayList<>();
        for (int day = days; day > 0;) {
            if (last[day] == null) {
                day--;
            } else {
                used.add(last[day]);
                day = firstDay(last[day]) - 1;
            }
        }
        Collections.reverse(used);
        return new SumOfPieces(most[days], used);
    }

    /**
     * The least that pieces which together cover every day of the period hold at most: the period holds no more.
     * Null where a day is left uncovered, or only covered without an upper limit.
     */
    SumOfPieces covered(List<Piece> pieces) {
        int days = period.days();
        long[] least = new long[days + 1];
        Piece[] last = new Piece[days + 1];
        List<Piece> byFirstDay = pieces.stream().filter(piece -> period.overlaps(piece.cell.period()))
                .sorted(Comparator.comparingInt(this::firstDay).thenComparing(Piece::cell)).toList();
        List<Piece> onThisDay = new ArrayList<>();
        int begun = 0;
        for (int day = 1; day <= days; day++) {
            int today = day;
            onThisDay.removeIf(piece -> lastDay(piece) < today);
            for (; begun < byFirstDay.size() && firstDay(byFirstDay.get(begun)) == day; begun++) {
                onThisDay.add(byFirstDay.get(begun));
            }
            least[day] = Amount.NO_LIMIT;
            for (Piece piece : onThisDay) {
                long sum = Constraint.plusMost(least[firstDay(piece) - 1], piece.atMost);
                if (sum < least[day]) {
                    least[day] = sum;
                    last[day] = piece;
                }
            }
        }
        if (least[days] == Amount.NO_LIMIT) {
            return null;
        }
        List<Piece> used = new ArrayList<>();
        for (int day = days; day > 0; day = firstDay(last[day]) - 1) {
            used.add(last[day]);
        }
        Collections.reverse(used);
        return new SumOfPieces(least[days], used);
    }

    private int firstDay(Piece piece) {
        return (int) Math.max(1, dayOf(piece.cell.period().start()));
    }

    private int lastDay(Piece piece) {
        return (int) Math.min(period.days(), dayOf(piece.cell.period().end()));
    }

    private long dayOf(LocalDate date) {
        return ChronoUnit.DAYS.between(period.start(), date) + 1;
    }
}
