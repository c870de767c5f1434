package org.crossfoot.reconcile.cause;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;

/**
 * What had been counted so far, given as what one day added (as in Scholtus 2008), or the other way round: where the two are the
 * same number, the total is the wrong one if it fell.
 */
final class RunningTotal implements Cause {

    private static final int DAYS_BACK = 366;

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        if (suspect.cell().period().isOpen() || suspect.printed() < SameNumber.TELLING) {
            return List.of();
        }
        if (!suspect.cell().period().isDay()) {
            return around.fell(suspect.figure()) ? givenAsTotal(suspect, around) : List.of();
        }
        LocalDate day = suspect.cell().period().start();
        Optional<Figure> same = longer(suspect, day, suspect.printed(), around);
        if (same.isPresent()) {
            Figure total = same.get();
            return around.fell(total) ? List.of() : List.of(Hint.moved(suspect, text(total, around),
                    said -> new Cell(said.measure(), said.area(), total.cell().period()), around));
        }
        if (!suspect.hasValue() || suspect.value() == 0) {
            return List.of();
        }
        long before = suspect.printed() - suspect.value();
        if (before < SameNumber.TELLING) {
            return List.of();
        }
        return longer(suspect, day.minusDays(1), before, around).or(() -> dayBefore(suspect, before, around))
                .map(figure -> hint(suspect, figure, around)).or(() -> daysBefore(suspect, before, around)).stream().toList();
    }

    private static List<Hint> givenAsTotal(Suspect suspect, Surroundings around) {
        Cell lastDay = new Cell(suspect.cell().measure(), suspect.cell().area(), Period.day(suspect.cell().period().end()));
        return around.on(lastDay).stream().filter(figure -> figure.amount().lowest() == suspect.printed()).limit(1)
                .map(figure -> Hint.mistaken(suspect, "a day's figure given as a running total ("
                + Citation.of(figure, lastDay.period().toString(), around) + ")")).toList();
    }

    private static Hint hint(Suspect suspect, Figure total, Surroundings around) {
        return Hint.mistaken(suspect, text(total, around));
    }

    private static String text(Figure total, Surroundings around) {
        return "a running total given as a day's (" + Citation.of(total, total.cell().period().toString(), around) + ")";
    }

    private static Optional<Figure> longer(Suspect suspect, LocalDate end, long total, Surroundings around) {
        return around.line(suspect.cell(), figure -> !figure.cell().period().isOpen()
                && !figure.cell().period().isDay() && figure.date().equals(end) && figure.amount().lowest() == total).stream()
                .findFirst();
    }

    private static Optional<Figure> dayBefore(Suspect suspect, long total, Surroundings around) {
        return around.on(daysEarlier(suspect.cell(), 1)).stream().filter(figure -> figure.amount().lowest() == total).findFirst();
    }

    private static Optional<Hint> daysBefore(Suspect suspect, long total, Surroundings around) {
        long sum = 0;
        for (int back = 1; back <= DAYS_BACK && sum < total; back++) {
            Cell earlier = daysEarlier(suspect.cell(), back);
            OptionalLong number = around.number(earlier);
            if (number.isEmpty()) {
                break;
            }
            sum += number.getAsLong();
            if (sum == total && back > 1) {
                return Optional.of(Hint.mistaken(suspect,
                        "a running total given as a day's (" + Citation.number(total) + " in the "
                        + back + " days before, and " + Citation.number(suspect.value()) + ")"));
            }
        }
        return Optional.empty();
    }

    private static Cell daysEarlier(Cell cell, int days) {
        return new Cell(cell.measure(), cell.area(), Period.day(cell.period().start().minusDays(days)));
    }
}
