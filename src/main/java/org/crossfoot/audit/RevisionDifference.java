package org.crossfoot.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.crossfoot.audit.TableDifference.Changed;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;

/**
 * What two revisions of a date say otherwise, and what they were made from otherwise.
 *
 * @param named all that the cells {@code figures} and {@code blamed} that changed stand for; nothing of those where an older
 *              Crossfoot made one of the revisions and did not keep it
 */
public record RevisionDifference(RevisionRecord before, RevisionRecord after, MadeOtherwise made, List<TableDifference> figures,
        List<TableDifference> discrepancies, List<TableDifference> totals, Map<Changed, NamesChanged> named) {

    /** Names of figures in a cell, before and after. */
    public record NamesChanged(List<String> before, List<String> after) {
    }

    /** The cells that stand for more figures than they name. */
    private static final Map<String, BiFunction<FiguresThen, DiscrepancyRecord, Optional<List<String>>>> OF_FIGURES = Map.of(
            "figures", FiguresThen::claims, "blamed", FiguresThen::blamed);

    /** Without line and file, so that a figure that only moved is told as moved. */
    private static final List<String> FIGURE = List.of("source", "measure", "area", "period_start", "period_end");

    /** The id alone would do; the others say what it is. */
    private static final List<String> DISCREPANCY = List.of("id", "rule", "area", "measure");
    private static final List<String> TOTAL = List.of("measure", "area", "period_start", "period_end");

    public static RevisionDifference between(RevisionRecord before, RevisionRecord after, Ledger ledger) {
        List<TableDifference> discrepancies = rows(RevisionRecord.DISCREPANCIES, before, after, DISCREPANCY);
        return new RevisionDifference(before, after, MadeOtherwise.between(before, after, ledger),
                rows(RevisionRecord.FIGURES, before, after, FIGURE), discrepancies,
                rows(RevisionRecord.TOTALS, before, after, TOTAL), named(discrepancies, before, after, ledger));
    }

    private static List<TableDifference> rows(String table, RevisionRecord before, RevisionRecord after, List<String> key) {
        return TableDifference.between(before.files().get(table), after.files().get(table), key);
    }

    private static Map<Changed, NamesChanged> named(List<TableDifference> discrepancies, RevisionRecord before,
            RevisionRecord after,
            Ledger ledger) {
        List<Changed> changed = discrepancies.stream().filter(Changed.class::isInstance).map(Changed.class::cast)
                .filter(cell -> OF_FIGURES.containsKey(cell.column())).toList();
        Map<Changed, NamesChanged> named = new HashMap<>();
        if (!changed.isEmpty()) {
            Map<Changed, List<String>> has = names(changed, after, ledger);
            names(changed, before, ledger).forEach((cell, names) -> {
                if (has.containsKey(cell)) {
                    named.put(cell, new NamesChanged(names, has.get(cell)));
                }
            });
        }
        return named;
    }

    private static Map<Changed, List<String>> names(List<Changed> cells, RevisionRecord revision, Ledger ledger) {
        FiguresThen figures = FiguresThen.of(revision.date(), revision.number(), ledger);
        Map<String, DiscrepancyRecord> rows = ledger.revisions().discrepancies(revision.date(), revision.number()).stream()
                .collect(Collectors.toMap(DiscrepancyRecord::id, row -> row));
        Map<Changed, List<String>> names = new HashMap<>();
        for (Changed cell : cells) {
            DiscrepancyRecord row = rows.get(cell.key().values().get(DISCREPANCY.indexOf("id")));
            OF_FIGURES.get(cell.column()).apply(figures, row).ifPresent(all -> names.put(cell, all));
        }
        return names;
    }
}
