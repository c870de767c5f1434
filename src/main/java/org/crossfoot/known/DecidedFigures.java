package org.crossfoot.known;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.crossfoot.figure.Cell;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.pack.CommonValues;
import org.crossfoot.ledger.pack.FigurePack;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Decisions;

/** Whether figures are there that people decided of, and which dates that bears on. */
public record DecidedFigures(Ledger ledger) {

    /** Whether anything is, or was, said that a decision is about. */
    public boolean areThere(Decision decision) {
        return areThere(decision.about());
    }

    /** Whether anything is, or was, said under a name. */
    public boolean areThere(Decision.Named named) {
        Cell cell = named.cell();
        LocalDate date = cell.period().date();
        return ledger.reports().figures(date, date).stream().flatMap(dated -> FigurePack.unpack(dated.packed(), new CommonValues(),
                (measure, area, period) -> cell.equals(new Cell(measure, area, period))).stream()).anyMatch(named::isOf);
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
