package org.crossfoot.cli.print;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.crossfoot.audit.Trial.Change;
import org.crossfoot.audit.Trial.Fate;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.report.CsvTable;

/** What would change with other settings, as a page of text or as a table. */
public final class TrialPage {

    private static final List<String> COLUMNS = List.of("date", "change", "table", "id", "rule", "area", "measure",
            "period_start", "period_end", "column", "before", "after");

    private TrialPage() {
    }

    public static void print(List<Change> changes, Vocabulary vocabulary, PrintWriter out) {
        if (changes.isEmpty()) {
            out.println("Nothing would change.");
            return;
        }
        changes.stream().collect(groupingBy(Change::date, TreeMap::new, toList())).forEach((date, ofDate) -> {
            out.println(date + ": " + counted(ofDate, "discrepancies", "discrepancy", "discrepancies") + "; "
                    + counted(ofDate, "totals", "total", "totals"));
            ofDate.forEach(change -> StoryPage.line(out, sign(change.kind()) + " " + about(change, vocabulary, date) + ": "
                    + cells(change)));
        });
    }

    private static String counted(List<Change> changes, String table, String one, String many) {
        String counts = List.of(Fate.values()).stream().map(kind -> {
            long count = changes.stream().filter(change -> change.table().equals(table) && change.kind() == kind).count();
            return count == 0 ? "" : FigureWording.number(count) + " " + kind;
        }).filter(text -> !text.isEmpty()).collect(joining(", "));
        return counts.isEmpty() ? "no " + one + " changes" : many + ": " + counts;
    }

    private static String sign(Fate kind) {
        return switch (kind) {
            case GAINED -> "+";
            case LOST -> "-";
            case CHANGED -> "~";
        };
    }

    private static String about(Change change, Vocabulary vocabulary, LocalDate date) {
        Period period = new Period(change.periodStart(), change.periodEnd());
        return (change.id().isEmpty() ? "total" : change.rule() + " (" + change.id() + ")")
                + (change.measure().isEmpty() ? "" : ", " + vocabulary.measureTitle(change.measure()))
                + (change.area().isEmpty() ? "" : ", " + vocabulary.areas().name(change.area()))
                + (period.equals(Period.day(date)) ? "" : ", " + period);
    }

    private static String cells(Change change) {
        return columns(change).stream().map(column -> column + " " + switch (change.kind()) {
            case GAINED -> change.after().get(column);
            case LOST -> change.before().get(column);
            case CHANGED -> shown(change.before(), column) + " -> " + shown(change.after(), column);
        }).collect(joining("; "));
    }

    private static String shown(Map<String, String> cells, String column) {
        String cell = cells.getOrDefault(column, "");
        return cell.isEmpty() ? "(empty)" : cell;
    }

    private static Set<String> columns(Change change) {
        Set<String> columns = new LinkedHashSet<>(change.before().keySet());
        columns.addAll(change.after().keySet());
        return columns;
    }

    /** One row for each cell that would be another. */
    public static byte[] csv(List<Change> changes) {
        CsvTable table = new CsvTable(COLUMNS);
        changes.forEach(change -> columns(change).forEach(column -> table.row(change.date(), change.kind().toString(),
                change.table(), change.id(), change.rule(), change.area(), change.measure(), change.periodStart(),
                change.periodEnd(), column, change.before().getOrDefault(column, ""), change.after().getOrDefault(column, ""))));
        return table.bytes();
    }
}
