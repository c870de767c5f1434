package org.crossfoot.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.page.Coverage.FiguresBySource;
import org.crossfoot.page.FigureRows.FigureRow;

/**
 * What a date's page needs of the tables that are published with it.
 *
 * @param ofWholes    figures of whole areas, by area
 * @param wholeTotals totals of whole areas
 * @param partTotals  totals of their parts
 */
record DateTables(FiguresBySource figuresBySource, Map<String, List<FigureRow>> ofWholes, List<TotalRow> wholeTotals,
        List<TotalRow> partTotals) {

    /** @param wholes ids of areas that are no part of another */
    static DateTables of(DateContent content, Set<String> wholes, Vocabulary vocabulary) {
        FiguresBySource figuresBySource = new FiguresBySource(vocabulary);
        Map<String, List<FigureRow>> ofWholes = new HashMap<>();
        for (FigureRows figures = content.figures(); figures.next();) {
            if (figures.isOfTheDate()) {
                figuresBySource.add(figures);
            }
            String area = figures.area();
            if (wholes.contains(area)) {
                ofWholes.computeIfAbsent(area, whole -> new ArrayList<>()).add(figures.whole());
            }
        }
        List<TotalRow> wholeTotals = new ArrayList<>();
        List<TotalRow> partTotals = new ArrayList<>();
        for (TotalRow total : content.totals()) {
            (wholes.contains(total.area()) ? wholeTotals : partTotals).add(total);
        }
        return new DateTables(figuresBySource, ofWholes, wholeTotals, partTotals);
    }

    /** Whole areas stand before their parts. */
    List<TotalRow> totals() {
        List<TotalRow> totals = new ArrayList<>(wholeTotals);
        totals.addAll(partTotals);
        return totals;
    }
}
