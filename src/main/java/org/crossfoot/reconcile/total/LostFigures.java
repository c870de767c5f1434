package org.crossfoot.reconcile.total;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Total;

/**
 * Notes on totals that follow from other figures alone since what was said of them is gone, or may be among what was not read.
 */
public final class LostFigures {

    private LostFigures() {
    }

    /** The totals, with notes where they are due. */
    public static List<Total> noted(List<Total> totals, Scope scope) {
        Set<Cell> derived = totals.stream().filter(total -> followsFromOthers(total, scope)).map(Total::cell)
                .collect(Collectors.toSet());
        if (derived.isEmpty()) {
            return totals;
        }
        Map<Cell, Figure> gone = new HashMap<>();
        scope.evidence().onRequest().gone((measure, area, period) -> derived.contains(new Cell(measure, area, period)))
                .forEach(figure -> gone.put(figure.cell(), figure));
        scope.evidence().ofDate().stream().filter(delivery -> !delivery.present() && derived.contains(delivery.figure().cell()))
                .forEach(delivery -> gone.put(delivery.figure().cell(), delivery.figure()));
        Map<String, String> notRead = scope.evidence().onRequest().notRead();
        return gone.isEmpty() && notRead.isEmpty() ? totals : totals.stream().map(total -> {
            String note = derived.contains(total.cell()) ? note(total, gone.get(total.cell()), notRead) : "";
            return note.isEmpty() ? total : total.with(note);
        }).toList();
    }

    /** Also where only limits follow. */
    private static boolean followsFromOthers(Total total, Scope scope) {
        return total.basis() == Basis.DERIVED || total.basis() == Basis.OPEN && scope.claims().on(total.cell()).isEmpty();
    }

    private static String note(Total total, Figure gone, Map<String, String> notRead) {
        if (gone != null) {
            return "follows from other figures alone: " + gone.asPrinted() + " (" + gone.file() + ":"
                    + gone.line() + ") was withdrawn";
        }
        String unread = total.sources().stream().filter(notRead::containsKey).map(notRead::get).collect(Collectors.joining("; "));
        return unread.isEmpty() ? "" : "follows from other figures alone, and its own may be among what was not read: " + unread;
    }
}
