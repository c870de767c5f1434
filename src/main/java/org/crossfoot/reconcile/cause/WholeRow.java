package org.crossfoot.reconcile.cause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;

/** All measures of a row are those that the same source gives for the area next to it, or for the day before or after. */
final class WholeRow implements Cause {

    private static final int MEASURES = 2;

    @Override
    public List<Hint> of(Suspect suspect, Surroundings around) {
        Cell cell = suspect.cell();
        List<Figure> row = around.row(suspect.figure()).stream().filter(figure -> figure.cell().area().equals(cell.area())
                && figure.cell().period().equals(cell.period())).toList();
        boolean telling = row.stream().anyMatch(figure -> figure.amount().lowest() >= SameNumber.TELLING)
                && row.stream().map(figure -> figure.cell().measure()).distinct().count() >= MEASURES;
        List<Hint> hints = new ArrayList<>();
        if (telling) {
            for (Area next : around.vocabulary().areas().nextTo(cell.area())) {
                add("the neighbouring area's row (", around.vocabulary().areas().name(next.id()), row, next.id(), cell.period(),
                        around, hints);
            }
            if (!cell.period().isOpen() && cell.period().isDay()) {
                for (int later : new int[] {-1, 1}) {
                    LocalDate day = cell.period().start().plusDays(later);
                    add("the neighbouring day's row (", day.toString(), row, cell.area(), Period.day(day), around, hints);
                }
            }
        }
        return hints;
    }

    private static void add(String what, String whose, List<Figure> row, String area, Period period, Surroundings around,
            List<Hint> hints) {
        List<Figure> same = new ArrayList<>();
        for (Figure figure : row) {
            around.on(new Cell(figure.cell().measure(), area, period)).stream()
                    .filter(other -> other.source().equals(figure.source()) && other.amount().equals(figure.amount())).findFirst()
                    .ifPresent(same::add);
        }
        // A row of one line, and of all that this row says.
        Set<Long> lines = new HashSet<>();
        same.forEach(figure -> lines.add(figure.line()));
        if (same.size() == row.size() && lines.size() == 1) {
            String numbers = same.stream().map(figure -> figure.asPrinted() + " for "
                    + around.vocabulary().measureTitle(figure.cell().measure())).collect(Collectors.joining(", "));
            Figure first = same.get(0);
            hints.add(new Hint(what + around.vocabulary().sourceTitle(first.source()) + ", " + whose + ": " + numbers + ", "
                    + first.file() + ":" + first.line() + ")", Set.copyOf(row), false));
        }
    }

    /** One of its figures is that of the area or day as well, and may fit in another way by chance. */
    @Override
    public boolean implies(Cause other) {
        return !(other instanceof WholeRow) && !(other instanceof OneFactor);
    }
}
