package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.intake.row.Meaning.Refusal;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.Row;

/**
 * Adds up what rows say of one cell ({@code rows: sum}), apart by who is quoted and when it was published. Where the amount of a row
 * is not known, the others are only the least that there can be.
 */
final class SummedRows {

    private record Subject(Cell cell, LocalDate published, String attributedTo) {
    }

    private static final class Sum {

        private final Measure measure;
        private final Row firstRow;
        private final Origin origin;
        private final String firstPrinted;
        private Amount amount;
        private int rows;
        private boolean lacksSome;

        Sum(Measure measure, Row firstRow, Origin origin, String firstPrinted) {
            this.measure = measure;
            this.firstRow = firstRow;
            this.origin = origin;
            this.firstPrinted = firstPrinted;
        }

        Amount least() {
            return lacksSome ? Amount.atLeast(amount.lowest()) : amount;
        }

        String printed() {
            Amount whole = least();
            return rows == 1 && !lacksSome ? firstPrinted : whole.isExact() ? Long.toString(whole.lowest())
                    : whole.hasUpperLimit() ? whole.lowest() + " to " + whole.highest() : "at least " + whole.lowest();
        }
    }

    private final Map<Subject, Sum> sums = new LinkedHashMap<>();

    /** @param amount null where it is not known */
    void add(Measure measure, Cell cell, Amount amount, String printed, Row row, Origin origin) {
        Sum sum = sums.computeIfAbsent(new Subject(cell, origin.published(), origin.attributedTo()),
                first -> new Sum(measure, row, origin, printed));
        if (amount == null) {
            sum.lacksSome = true;
            return;
        }
        sum.rows++;
        sum.amount = sum.amount == null ? amount : sum(sum.amount, amount);
    }

    private static Amount sum(Amount one, Amount other) {
        boolean hasUpperLimit = one.hasUpperLimit() && other.hasUpperLimit();
        long highest = hasUpperLimit ? one.highest() + other.highest() : Amount.NO_LIMIT;
        long coreHighest = hasUpperLimit ? one.coreHighest() + other.coreHighest() : Amount.NO_LIMIT;
        return new Amount(one.lowest() + other.lowest(), highest, one.coreLowest() + other.coreLowest(), coreHighest);
    }

    /** Hands on the sums. */
    void tell(ReportPlaces places, LineBook book) {
        sums.forEach((subject, sum) -> {
            if (sum.amount == null) {
                return;
            }
            if (sum.amount.largestLimit() > Amount.LARGEST) {
                places.rejects().row(sum.firstRow, new Refusal(RejectReason.AMOUNT,
                        "the rows that speak of this cell add up to more than " + Amount.LARGEST));
            } else {
                book.figure(sum.measure, subject.cell().area(), subject.cell().period(), sum.least(), sum.printed(), sum.origin);
            }
        });
    }
}
