package org.crossfoot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.pack.DiscrepancyFigures;
import org.crossfoot.reconcile.WaiverReview;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.rule.BuiltIn;

/**
 * What the revision before said.
 *
 * @param rows its discrepancies; none before the first revision
 * @param had  asked where some of these are found no more: which figures they were about
 */
public record RevisionBefore(List<DiscrepancyRecord> rows, Supplier<DiscrepancyFigures> had) {

    private static final int NAMED = 5;

    /** The figures of those of its discrepancies that stood, are no matter of reports, and are not found any more; by id. */
    public SortedMap<String, List<Figure>> stoodAndNotFound(Outcome found) {
        Set<String> ids = found.discrepancies().stream().map(Discrepancy::id).collect(Collectors.toSet());
        SortedMap<String, List<Figure>> stood = new TreeMap<>();
        DiscrepancyFigures about = null;
        for (DiscrepancyRecord row : rows) {
            if (row.stands() && !ids.contains(row.id()) && isOfFigures(row.rule())) {
                about = about == null ? had.get() : about;
                about.of(row.id()).ifPresent(known -> stood.put(row.id(), known.figures()));
            }
        }
        return stood;
    }

    private static boolean isOfFigures(String rule) {
        return BuiltIn.of(rule).map(BuiltIn::about).orElse(BuiltIn.About.FIGURES) == BuiltIn.About.FIGURES;
    }

    /**
     * The rows of what lapsed, in their order; accepted where a waiver holds.
     *
     * @param gone the figures that are gone, by the id of the discrepancy
     */
    List<DiscrepancyRecord> lapsed(Map<String, List<Figure>> gone, WaiverReview waivers) {
        List<DiscrepancyRecord> lapsed = new ArrayList<>();
        for (DiscrepancyRecord row : rows) {
            Optional.ofNullable(gone.get(row.id())).ifPresent(figures -> lapsed.add(row.asLapsed(
                    waivers.acceptedUntil(row.id(), row.rule(), row.area(), row.measure()),
                    row.lapsed() ? row.explanation() : explanation(row, figures))));
        }
        return lapsed;
    }

    private static String explanation(DiscrepancyRecord row, List<Figure> gone) {
        return "Lapsed: the rule is no longer broken only because figures it rested on are gone (" + gone.stream().limit(NAMED)
                .map(figure -> figure.source() + " " + figure.asPrinted() + ", " + figure.file() + ":"
                + figure.line()).collect(Collectors.joining("; "))
                + (gone.size() > NAMED ? "; and " + FigureWording.number(gone.size() - NAMED) + " more" : "") + "). Before: "
                + row.explanation();
    }
}
