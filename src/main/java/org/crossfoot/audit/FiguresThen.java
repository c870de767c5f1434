package org.crossfoot.audit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.pack.DiscrepancyFigures.Involved;
import org.crossfoot.ledger.pack.DiscrepancyFigures;
import org.crossfoot.report.FigureName;
import org.crossfoot.settings.text.SettingsException;

/**
 * The figures that the discrepancies of a revision were about, all of them, by name; empty where an older Crossfoot made the
 * revision, which did not keep them, and this one does not make the same of what was known then.
 */
record FiguresThen(DiscrepancyFigures figures) {

    static FiguresThen of(LocalDate date, int number, Ledger ledger) {
        DiscrepancyFigures kept = ledger.revisions().discrepancyFigures(date, number);
        return new FiguresThen(kept.equals(DiscrepancyFigures.NOT_KEPT)
                ? madeAgain(ledger.revisions().find(date, number), ledger) : kept);
    }

    private static DiscrepancyFigures madeAgain(RevisionRecord published, Ledger ledger) {
        try {
            RevisionRecord again = new PastRevision(ledger, published).again();
            String table = RevisionRecord.DISCREPANCIES;
            return Arrays.equals(again.files().get(table), published.files().get(table)) ? again.discrepancyFigures()
                    : DiscrepancyFigures.NOT_KEPT;
        } catch (SettingsException | IOException e) {
            // Why is what verify says; here it is only that nobody can tell.
            return DiscrepancyFigures.NOT_KEPT;
        }
    }

    /** {@code source:measure=as printed}, sorted. */
    Optional<List<String>> claims(DiscrepancyRecord row) {
        return about(row).map(about -> names(about.figures().stream()
                .map(figure -> FigureName.claim(figure, row.area(), period(row)))));
    }

    /** {@code source:measure}, with what is printed where that names two; sorted. */
    Optional<List<String>> blamed(DiscrepancyRecord row) {
        return about(row).map(about -> names(
                FigureName.blamed(about.blamed(), about.figures(), row.area(), period(row)).stream()));
    }

    private Optional<Involved> about(DiscrepancyRecord row) {
        return row.figures().isEmpty() ? Optional.of(new Involved(List.<Figure>of(), List.of())) : figures.of(row.id());
    }

    private static Period period(DiscrepancyRecord row) {
        return new Period(row.periodStart(), row.periodEnd());
    }

    private static List<String> names(Stream<String> names) {
        return names.distinct().sorted().toList();
    }
}
