package org.crossfoot.audit;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossfoot.ledger.RevisionRecord;

/** Where two contents of a published file differ, in words: the rows and columns of a table, or else the first line. */
final class FileDifference {

    private static final int SHOWN = 5;

    private static final Map<String, List<String>> KEYS = Map.of(RevisionRecord.DISCREPANCIES, List.of("id"),
            RevisionRecord.TOTALS, List.of("measure", "area", "period_start", "period_end"),
            RevisionRecord.FIGURES, List.of("source", "file", "line", "measure", "area", "period_start", "period_end"));

    private FileDifference() {
    }

    /** @param name of the file; tells whether it is a table */
    static String inWords(String name, byte[] before, byte[] after) {
        if (!KEYS.containsKey(name)) {
            return firstLine(before, after);
        }
        try {
            List<TableDifference> differences = TableDifference.between(before, after, KEYS.get(name));
            return differences.isEmpty() ? firstLine(before, after) : rows(differences);
        } catch (UncheckedIOException e) {
            return firstLine(before, after) + "; it is no CSV any more (" + e.getCause().getMessage() + ")";
        }
    }

    private static String rows(List<TableDifference> differences) {
        String shown = differences.stream().limit(SHOWN).map(FileDifference::row).collect(Collectors.joining("; "));
        return differences.size() > SHOWN ? shown + "; and " + (differences.size() - SHOWN) + " more" : shown;
    }

    private static String row(TableDifference difference) {
        String row = String.join(" ", difference.key().values().stream().filter(value -> !value.isEmpty()).toList());
        if (difference instanceof TableDifference.Changed changed) {
            return "line " + changed.lineBefore() + " (" + row + "), " + changed.column() + ": " + quoted(changed.before())
                    + " became "
                    + quoted(changed.after());
        }
        return difference instanceof TableDifference.Added added ? "line " + added.line() + " (" + row + ") was added"
                : "line " + ((TableDifference.Removed) difference).line() + " (" + row + ") is gone";
    }

    private static String quoted(String cell) {
        return cell.isEmpty() ? "nothing" : "\"" + (cell.length() > 60 ? cell.substring(0, 60) + "..." : cell) + "\"";
    }

    private static String firstLine(byte[] before, byte[] after) {
        int at = Arrays.mismatch(before, after);
        String same = new String(before, 0, Math.min(at, before.length), StandardCharsets.UTF_8);
        return "line " + (1 + same.chars().filter(c -> c == '\n').count()) + " differs";
    }
}
