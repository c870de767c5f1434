package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.intake.row.Meaning.Refusal;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.workbook.MergedCells.CellRange;

/**
 * Adds up what rows say of one cell ({@code rows: sum}), apart by who is quoted and when it was published; what is printed once
 * for several rows, in merged cells, counts once. Where the amount of a row is not known, or a row that may speak of the cell
 * could not be read, the others are only the least that there can be.
 */
final class SummedRows {

    private record SumSubject(Cell cell, LocalDate published, String attributedTo) {
    }

    private static final class RowSum {

        private final Measure measure;
        private final Row firstRow;
        private final Origin origin;
        private final String firstPrinted;
        private final Set<CellRange> merged = new HashSet<>(0);
        private long lowest;
        private long highest;
        private long coreLowest;
        private long coreHighest;
        private int rows;
        private boolean lacksSome;

        RowSum(Measure measure, Row firstRow, Origin origin, String firstPrinted) {
            this.measure = measure;
            this.firstRow = firstRow;
            this.origin = origin;
            this.firstPrinted = firstPrinted;
        }

        /** A row may be below zero; so may all together, and otherwise there are none at least. */
        void add(Amount amount) {
            rows++;
            lowest = plus(lowest, amount.lowest());
            highest = plus(highest, amount.highest());
            coreLowest = plus(coreLowest, amount.coreLowest());
            coreHighest = plus(coreHighest, amount.coreHighest());
        }

        /** What lies beyond any amount stays there, whatever is added. */
        private static long plus(long one, long other) {
            if (one == Amount.NO_LIMIT || other == Amount.NO_LIMIT) {
                return Amount.NO_LIMIT;
            }
            return Math.abs(one) > Amount.LARGEST ? one
                    : Math.max(-Amount.LARGEST - 1, Math.min(Amount.LARGEST + 1, one + other));
        }

        Amount least() {
            long least = highest < 0 && !lacksSome ? Long.MIN_VALUE : 0;
            return lacksSome ? Amount.atLeast(Math.max(least, lowest)) : new Amount(Math.max(least, lowest), highest,
                    Math.max(least, coreLowest), Math.max(least, coreHighest));
        }

        String printed() {
            Amount whole = least();
            return rows == 1 && !lacksSome ? firstPrinted : whole.isExact() ? Long.toString(whole.lowest())
                    : whole.hasUpperLimit() ? whole.lowest() + " to " + whole.highest() : "at least " + whole.lowest();
        }
    }

    private final Map<SumSubject, RowSum> sums = new LinkedHashMap<>();

    /**
     * @param amount null where it is not known
     * @param merged the merged cells that hold it, or null
     */
    void add(Measure measure, Cell cell, Amount amount, String printed, Row row, CellRange merged, Origin origin) {
        RowSum sum = sums.computeIfAbsent(new SumSubject(cell, origin.published(), origin.attributedTo()),
                first -> new RowSum(measure, row, origin, printed));
        if (amount == null) {
            sum.lacksSome = true;
            return;
        }
        if (merged == null || sum.merged.add(merged)) {
            sum.add(amount);
        }
    }

    /** Hands on the sums. */
    void tell(UnreadRows unread, ReportPlaces places, LineBook book) {
        sums.forEach((subject, sum) -> {
            sum.lacksSome |= unread.maySpeakOf(subject.cell().area(), subject.cell().period());
            if (sum.rows == 0) {
                return;
            }
            if (Math.abs(sum.least().largestLimit()) > Amount.LARGEST) {
                places.rejects().row(sum.firstRow, new Refusal(RejectReason.AMOUNT,
                        "the rows that speak of this cell add up to more than " + Amount.LARGEST));
            } else {
                book.figure(sum.measure, subject.cell().area(), subject.cell().period(), sum.least(), sum.printed(), sum.origin);
            }
        });
    }
}
