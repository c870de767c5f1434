package org.crossfoot.known;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.CellsWanted;
import org.crossfoot.figure.Figure;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.pack.CommonValues;
import org.crossfoot.ledger.pack.FigurePack;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Decisions;

/** Whether figures are there that people decided of, and which dates that bears on. */
public record DecidedFigures(Ledger ledger) {

    private static final int NAMED = 5;

    /** Whether anything is, or was, said that a decision is about. */
    public boolean areThere(Decision decision) {
        return areThere(decision.about());
    }

    /** Whether anything is, or was, said under a name. */
    public boolean areThere(Decision.Named named) {
        Cell cell = named.cell();
        return said(cell.period().date(), (measure, area, period) -> cell.equals(new Cell(measure, area, period)))
                .anyMatch(named::isOf);
    }

    /** The names of figures of the same source, date and area, or else of the same source and date; the first ones. */
    public List<String> ofSource(Decision.Named named) {
        List<Figure> ofDate = said(named.cell().period().date(), (measure, area, period) -> true)
                .filter(figure -> figure.source().equals(named.source())).sorted().toList();
        List<Figure> ofArea = ofDate.stream().filter(figure -> figure.cell().area().equals(named.cell().area())).toList();
        return (ofArea.isEmpty() ? ofDate : ofArea).stream().map(figure -> new Decision.Named(figure.source(), figure.cell(),
                figure.asPrinted()).toString()).distinct().limit(NAMED).toList();
    }

    private Stream<Figure> said(LocalDate date, CellsWanted wanted) {
        return ledger.reports().figures(date, date).stream()
                .flatMap(dated -> FigurePack.unpack(dated.packed(), new CommonValues(), wanted).stream());
    }

    /** Dates whose figures changed, and those that figures of them were decided to be of. */
    public Set<LocalDate> touched(Collection<LocalDate> changed, Decisions decisions) {
        Set<LocalDate> touched = new TreeSet<>(changed);
        decisions.holding().stream().filter(decision -> changed.contains(decision.about().cell().period().date()))
                .forEach(decision -> add(decision, touched));
        return touched;
    }

    /** The dates that decisions bear on which hold now and did not before, or the other way. */
    public Set<LocalDate> changed(Decisions before, Decisions now) {
        Set<LocalDate> changed = new TreeSet<>();
        now.otherThan(before).forEach(decision -> add(decision, changed));
        return changed;
    }

    /** A date that nothing is known of is none of a decision's that is about nothing. */
    private void add(Decision decision, Set<LocalDate> dates) {
        for (Cell cell : new Cell[] {decision.about().cell(), decision.to()}) {
            LocalDate date = cell.period().date();
            if (ledger.dates().state(date).isPresent() || areThere(decision)) {
                dates.add(date);
            }
        }
    }
}
