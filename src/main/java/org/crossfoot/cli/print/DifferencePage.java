package org.crossfoot.cli.print;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crossfoot.audit.MadeOtherwise.FileChange;
import org.crossfoot.audit.MadeOtherwise;
import org.crossfoot.audit.RevisionDifference.NamesChanged;
import org.crossfoot.audit.RevisionDifference;
import org.crossfoot.audit.TableDifference.Added;
import org.crossfoot.audit.TableDifference.Changed;
import org.crossfoot.audit.TableDifference.Removed;
import org.crossfoot.audit.TableDifference;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.TableColumn;

/** What changed between two revisions, as a page of text. */
public record DifferencePage(RevisionDifference difference) {

    private static final List<String> OF_A_FIGURE = List.of("as_printed", "use", "file", "line");
    private static final List<String> OF_A_DISCREPANCY = List.of("severity", "status", "figures", "gap", "verdict", "blamed");
    private static final List<String> OF_A_TOTAL = List.of("best", "lowest", "highest", "basis");

    /** Too long to show before and after. */
    private static final Set<String> ONLY_NAMED = Set.of("explanation");
    private static final Set<String> OF_FIGURES = Set.of("figures", "blamed");

    public void print(PrintWriter out) {
        out.println(difference.before().date() + ": " + revision(difference.before()) + " against "
                + revision(difference.after()));
        made(out);
        table(out, "figures.csv", difference.figures(), OF_A_FIGURE);
        table(out, "discrepancies.csv", difference.discrepancies(), OF_A_DISCREPANCY);
        table(out, "totals.csv", difference.totals(), OF_A_TOTAL);
    }

    private static String revision(RevisionRecord revision) {
        return "revision " + revision.number() + " (run " + revision.run() + ")";
    }

    private void made(PrintWriter out) {
        MadeOtherwise made = difference.made();
        StoryPage.section(out, "What brought it");
        made.reports().forEach(report -> StoryPage.line(out, "report " + file(report)));
        made.settingsFiles().forEach(file -> StoryPage.line(out, "settings " + file(file)));
        made.others().forEach(other -> StoryPage.line(out, other.what() + ": " + other.before() + ", then " + other.after()));
        if (made.reports().isEmpty() && made.settingsFiles().isEmpty() && made.others().isEmpty()) {
            StoryPage.line(out, "the same reports, settings, business date and program made both");
        }
    }

    private static String file(FileChange change) {
        return change.path() + ": " + (change.isNew() ? "new" : change.isGone() ? "gone" : "changed");
    }

    /** @param shown columns of a row that is new or gone, beside its key */
    private void table(PrintWriter out, String name, List<TableDifference> differences, List<String> shown) {
        List<Added> added = differences.stream().flatMap(one -> only(one, Added.class)).toList();
        List<Removed> removed = differences.stream().flatMap(one -> only(one, Removed.class)).toList();
        Map<Integer, List<Changed>> changed = differences.stream().flatMap(one -> only(one, Changed.class))
                .collect(groupingBy(Changed::lineAfter, LinkedHashMap::new, toList()));
        StoryPage.section(out, name + ", rows: " + added.size() + " new, " + removed.size() + " gone, " + changed.size()
                + " changed");
        added.forEach(row -> StoryPage.line(out, "+ " + key(row) + ": " + row(row.row(), shown)));
        removed.forEach(row -> StoryPage.line(out, "- " + key(row) + ": " + row(row.row(), shown)));
        changed.forEach((line, cells) -> StoryPage.line(out, "~ " + key(cells.get(0)) + " (line " + line + "): "
                + cells.stream().map(this::cell).collect(joining("; "))));
    }

    private static <T> Stream<T> only(TableDifference difference, Class<T> kind) {
        return kind.isInstance(difference) ? Stream.of(kind.cast(difference)) : Stream.empty();
    }

    private static String key(TableDifference difference) {
        return difference.key().values().stream().filter(value -> !value.isEmpty()).collect(joining(" "));
    }

    private static String row(Map<String, String> row, List<String> shown) {
        return shown.stream().filter(column -> !row.getOrDefault(column, "").isEmpty())
                .map(column -> column + " " + row.get(column))
                .collect(joining("; "));
    }

    private String cell(Changed cell) {
        return cell.column() + " " + (ONLY_NAMED.contains(cell.column()) ? "reworded"
                : OF_FIGURES.contains(cell.column()) ? figures(difference.named().get(cell))
                : cell.column().equals("sources") ? list(TableColumn.sources(cell.before()), TableColumn.sources(cell.after()))
                : shown(cell.before()) + " -> " + shown(cell.after()));
    }

    private static String figures(NamesChanged named) {
        return named == null ? "changed (to which cannot be told: an older Crossfoot did not keep them)"
                : list(named.before(), named.after());
    }

    private static String list(List<String> before, List<String> after) {
        List<String> changes = new ArrayList<>();
        before.stream().filter(Predicate.not(new HashSet<>(after)::contains)).forEach(part -> changes.add("without " + part));
        after.stream().filter(Predicate.not(new HashSet<>(before)::contains)).forEach(part -> changes.add("with " + part));
        return changes.isEmpty() ? "said more often or less" : String.join(", ", changes);
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "(empty)" : cell;
    }
}
