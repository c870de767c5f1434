package org.crossfoot.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.page.DatePage.RejectRow;
import org.crossfoot.page.DatePage.RuleChoice;
import org.crossfoot.publisher.PublisherTally;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.report.JsonText;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Severity;

/**
 * The page of a date, {@code report.html}, and the files beside it that it takes further discrepancies from, so that it stays
 * small however many there are. Made from the revision and the settings alone: the same bytes every time.
 */
public final class DatePages {

    private static final String PAGE = "report.html";

    private final Vocabulary vocabulary;
    private final List<Rule> checks;
    private final Set<String> wholes;

    public DatePages(Vocabulary vocabulary, List<Rule> checks) {
        this.vocabulary = vocabulary;
        this.checks = checks;
        this.wholes = vocabulary.areas().all().stream().filter(area -> area.wholes().isEmpty()).map(Area::id)
                .collect(Collectors.toSet());
    }

    /**
     * All files, by their path in the date's folder.
     *
     * @param outcome what the revision says
     * @param rows    its discrepancies, in their order
     * @param rejects lines of {@code rejects.csv}, of the reports it was made from
     */
    public SortedMap<String, byte[]> of(RevisionRecord revision, Outcome outcome, List<DiscrepancyRecord> rows,
            List<byte[]> rejects) {
        List<DiscrepancyRecord> weighed = DateFindings.byWeight(rows, outcome);
        DataFiles data = DataFiles.of(revision);
        Map<String, Discrepancy> found = outcome.discrepancies().stream()
                .collect(Collectors.toMap(Discrepancy::id, each -> each));
        NamedFigures named = new NamedFigures(vocabulary, revision, found, outcome.figures());
        Details details = new Details(data, weighed, new Items(vocabulary, checks, found, named,
                new SumTables(vocabulary, checks, outcome.figures()), rows), vocabulary);
        List<RejectRow> rejected = new ArrayList<>();
        int rejectsInAll = rejects.stream().mapToInt(csv -> RejectRow.addAll(csv, rejected, DatePage.REJECTS_KEPT)).sum();
        List<Total> ofWholes = outcome.totals().stream().filter(total -> isOfAWhole(total.cell())).toList();
        List<Total> totals = Stream.concat(ofWholes.stream(),
                outcome.totals().stream().filter(total -> !isOfAWhole(total.cell()))).toList();
        TotalLines worded = new TotalLines(vocabulary);
        Coverage coverage = Coverage.of(outcome.figures(), totals, checks, vocabulary);
        DatePage page = new DatePage(revision.date().toString(), Words.longDay(revision.date()), data, verdict(rows, coverage),
                coverage, details.lists(), rules(rows), DatePage.first(totals).stream().map(worded::of).toList(), totals.size(),
                DatePage.first(rejected), rejectsInAll,
                RevisionRecord.FOR_TOOLS.stream().filter(revision.files()::containsKey).toList());
        SortedMap<String, byte[]> files = details.files();
        addTable("sources", coverage.arrived(), Coverage.Arrived::cells, data, files);
        addTable("silent", coverage.silent(), source -> new String[] {source}, data, files);
        addTable("totals", totals, total -> worded.of(total).cells(), data, files);
        addTable("rejects", rejected, RejectRow::cells, data, files);
        Map<String, List<FigureUse>> saidOfWholes = outcome.figures().stream().filter(one -> isOfAWhole(one.figure().cell()))
                .collect(Collectors.groupingBy(one -> one.figure().cell().area()));
        files.put(ChartDay.FILE, JsonText.bytes(ChartDay.of(revision.date(), saidOfWholes, ofWholes, vocabulary)));
        files.put(DateFindings.FILE, JsonText.bytes(DateFindings.of(revision.date(), weighed, outcome, found)));
        files.put(PublisherTally.FILE, JsonText.bytes(PublisherTally.of(outcome, vocabulary)));
        files.put(PAGE, Templates.render("report", page).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private boolean isOfAWhole(Cell cell) {
        return wholes.contains(cell.area());
    }

    private static <T> void addTable(String name, List<T> rows, Function<T, String[]> cells, DataFiles data,
            SortedMap<String, byte[]> files) {
        if (DatePage.isAside(rows.size())) {
            files.put(data.path(name), data.table(name, rows.stream().map(cells).toList()));
        }
    }

    private static String verdict(List<DiscrepancyRecord> rows, Coverage coverage) {
        Map<Severity, Long> open = rows.stream().filter(DiscrepancyRecord::isOpen)
                .collect(Collectors.groupingBy(DiscrepancyRecord::severity, Collectors.counting()));
        if (open.isEmpty()) {
            return coverage.arrived().isEmpty() ? "Nobody said anything of this date." : "Nothing contradicts anything else.";
        }
        List<String> counted = Stream.of(Severity.values()).filter(open::containsKey)
                .map(severity -> FigureWording.count(open.get(severity),
                        Label.of(severity).word().toLowerCase(Locale.ROOT))).toList();
        return String.join(", ", counted) + ".";
    }

    private static SortedSet<RuleChoice> rules(List<DiscrepancyRecord> rows) {
        return rows.stream().map(row -> new RuleChoice(Label.rule(row.rule()).word(), row.rule()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
