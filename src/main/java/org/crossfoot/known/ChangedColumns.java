package org.crossfoot.known;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossfoot.ledger.ReportRecord.Contents;
import org.crossfoot.ledger.ReportRecord.Standing;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.reconcile.evidence.Evidence.ReportFact;
import org.crossfoot.reconcile.evidence.NameOrder;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.settings.text.MistakeWording;

/**
 * Holds the columns of a report against those of the one before it: what stood under its name before, or else the present report
 * that comes before it by its name, among those of its source whose names differ in numbers only. One column in the place of
 * another that entries used alike, as with a day in its name, is no change.
 */
final class ChangedColumns {

    private static final int NAMED = 5;

    private final Map<String, ReportRecord> versions = new HashMap<>();
    private final Map<String, List<ReportRecord>> series = new HashMap<>();

    /** @param reports all that count, in all versions */
    ChangedColumns(Collection<ReportRecord> reports) {
        for (ReportRecord report : reports) {
            versions.put(key(report.path(), report.version()), report);
            if (report.standing() == Standing.PRESENT) {
                series.computeIfAbsent(report.source() + "\n" + NameOrder.series(report.path()), first -> new ArrayList<>())
                        .add(report);
            }
        }
        Comparator<ReportRecord> byName = Comparator.comparing(ReportRecord::path, new NameOrder());
        series.values().forEach(list -> list.sort(byName));
    }

    private static String key(String path, int version) {
        return version + " " + path;
    }

    /** Null where nothing came before it; one that is not known any more, or was not read, is not passed over. */
    ReportRecord before(ReportRecord report) {
        for (int version = report.version() - 1; version > 0; version--) {
            ReportRecord before = versions.get(key(report.path(), version));
            if (before != null) {
                return before;
            }
        }
        List<ReportRecord> list = series.getOrDefault(report.source() + "\n" + NameOrder.series(report.path()), List.of());
        for (int place = 1; place < list.size(); place++) {
            if (list.get(place).id() == report.id()) {
                return list.get(place - 1);
            }
        }
        return null;
    }

    /** Columns that entries used in the report before, and have nothing in the place of in this one. */
    private static Set<String> lost(ReportRecord before, ReportRecord report) {
        Set<String> lost = without(names(before.contents().columnsUsed()), names(report.contents().columnsUsed()));
        Set<String> gained = without(names(report.contents().columnsUsed()), names(before.contents().columnsUsed()));
        return lost.size() > gained.size() ? lost : Set.of();
    }

    /** @param before null where it is not known */
    static Optional<ReportFact> of(ReportRecord before, ReportRecord report) {
        if (before == null || before.contents().columnsUsed() == null || report.contents().columnsUsed() == null) {
            return Optional.empty();
        }
        Set<String> had = all(before.contents());
        Set<String> has = all(report.contents());
        Set<String> isNew = without(has, had);
        Set<String> lost = lost(before, report);
        Set<String> unusedNew = without(isNew, names(report.contents().columnsUsed()));
        Set<String> unusedGone = without(without(had, has), names(before.contents().columnsUsed()));
        if (lost.isEmpty() && unusedNew.isEmpty() && unusedGone.isEmpty()) {
            return Optional.empty();
        }
        String text = report.path() + ", against "
                + (before.path().equals(report.path()) ? "what it held before" : before.path()) + ": "
                + (lost.isEmpty()
                ? List.of(told("new, and not used, is ", unusedNew), told("there is no more ", unusedGone)).stream()
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("; "))
                : lost.stream().limit(NAMED).map(column -> MistakeWording.quoted(column) + ", which an entry used, is gone"
                + nearest(column, isNew)).collect(Collectors.joining("; "))
                + (lost.size() > NAMED ? "; and " + (lost.size() - NAMED) + " more" : ""));
        return Optional.of(new ReportFact(BuiltIn.COLUMNS_CHANGED, report.source(), text, !lost.isEmpty()));
    }

    private static String nearest(String column, Set<String> isNew) {
        String word = column.toLowerCase(Locale.ROOT);
        return isNew.stream().filter(name -> !word.isBlank() && (name.toLowerCase(Locale.ROOT).contains(word)
                || !name.isBlank() && word.contains(name.toLowerCase(Locale.ROOT)))).findFirst()
                .or(() -> MistakeWording.nearest(column, isNew))
                .or(() -> isNew.size() == 1 ? isNew.stream().findFirst() : Optional.empty())
                .map(name -> " (the nearest new one is " + MistakeWording.quoted(name) + ")").orElse("");
    }

    private static String told(String what, Set<String> columns) {
        return columns.isEmpty() ? "" : what + columns.stream().limit(NAMED).map(MistakeWording::quoted)
                .collect(Collectors.joining(", "))
                + (columns.size() > NAMED ? " and " + (columns.size() - NAMED) + " more" : "");
    }

    private static Set<String> all(Contents contents) {
        Set<String> all = names(contents.columnsUsed());
        all.addAll(names(contents.columnsUnused()));
        return all;
    }

    private static Set<String> names(String lines) {
        return lines.isEmpty() ? new LinkedHashSet<>() : new LinkedHashSet<>(List.of(lines.split("\n", -1)));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(name -> !others.contains(name)).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
