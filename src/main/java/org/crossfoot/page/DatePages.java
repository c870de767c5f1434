package org.crossfoot.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.page.DatePage.Listed;
import org.crossfoot.page.DatePage.RuleChoice;
import org.crossfoot.page.DatePage.TotalLine;
import org.crossfoot.page.PublishedRows.FigureRow;
import org.crossfoot.page.PublishedRows.RejectRow;
import org.crossfoot.page.PublishedRows.TotalRow;
import org.crossfoot.report.ExplanationsFile;
import org.crossfoot.report.JsonText;
import org.crossfoot.rule.Rule;

/**
 * The page of a date, {@code report.html}, and the files beside it that it takes further discrepancies from, so that it stays
 * small however many there are. Made from the revision and the settings alone: the same bytes every time.
 */
public final class DatePages {

    private static final String PAGE = "report.html";
    private static final String DATA = "report-data/";
    private static final int ITEMS_A_FILE = 25;
    private static final int ROWS_SHOWN = 50;
    private static final int WORDS_SEARCHED = 160;

    private final Vocabulary vocabulary;
    private final List<Rule> checks;

    public DatePages(Vocabulary vocabulary, List<Rule> checks) {
        this.vocabulary = vocabulary;
        this.checks = checks;
    }

    /**
     * All files, by their path in the date's folder.
     *
     * @param rows    the revision's discrepancies, in their order
     * @param rejects lines of {@code rejects.csv}, of the reports it was made from
     */
    public SortedMap<String, byte[]> of(RevisionRecord revision, List<DiscrepancyRecord> rows, List<byte[]> rejects) {
        List<FigureRow> figures = PublishedRows.figures(revision.files().figures());
        Items items = new Items(vocabulary, ExplanationsFile.all(revision.files().explanations()), new NamedFigures(vocabulary, figures));
        List<TotalRow> totals = PublishedRows.totals(revision.files().totals());
        List<RejectRow> rejected = new ArrayList<>();
        int rejectsInAll = rejects.stream().mapToInt(csv -> PublishedRows.addRejects(csv, rejected, DatePage.REJECTS_KEPT)).sum();
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Listed> lists = new ArrayList<>();
        List<List<Object>> index = new ArrayList<>();
        for (DiscrepancyList list : DiscrepancyList.values()) {
            List<DiscrepancyRecord> listed = rows.stream().filter(list::holds).toList();
            List<Item> shown = listed.stream().limit(ITEMS_A_FILE).map(items::of).toList();
            shown.forEach(item -> index.add(entry(item, list, 0, listed)));
            for (int from = ITEMS_A_FILE; from < listed.size(); from += ITEMS_A_FILE) {
                int number = files.size() + 1;
                Map<String, String> articles = new LinkedHashMap<>();
                for (DiscrepancyRecord row : listed.subList(from, Math.min(listed.size(), from + ITEMS_A_FILE))) {
                    Item item = items.of(row);
                    articles.put(item.id(), Templates.render("discrepancy", item));
                    index.add(entry(item, list, number, List.of(row)));
                }
                files.put(DATA + String.format(Locale.ROOT, "%04d.js", number), script("crossfootDetails", articles));
            }
            lists.add(list.of(shown, listed.size()));
        }
        Map<String, String> worded = new HashMap<>();
        List<TotalLine> lines = Stream.concat(totals.stream().filter(this::isWhole), totals.stream().filter(Predicate.not(this::isWhole)))
                .map(total -> line(total, worded)).toList();
        DatePage page = new DatePage(revision.date().toString(), Words.longDay(revision.date()), revision.number(), verdict(rows, figures),
                Coverage.of(figures, totals, checks, vocabulary), lists, rules(rows), !files.isEmpty(),
                lines.stream().limit(ROWS_SHOWN).toList(), lines.size(),
                rejected.stream().limit(ROWS_SHOWN).toList(), rejectsInAll);
        putAside("totals", lines.stream().map(TotalLine::cells).toList(), files);
        putAside("rejects", rejected.stream().map(RejectRow::cells).toList(), files);
        files.put(DATA + "list.js", script("crossfootList", index));
        files.put(DATA + ChartDay.FILE, JsonText.bytes(ChartDay.of(revision.date(), figures, totals, vocabulary)));
        files.put(PAGE, Templates.render("report", page).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** What the page filters, sorts and searches by, without having read the details. */
    private static List<Object> entry(Item item, DiscrepancyList list, int file, List<DiscrepancyRecord> rows) {
        DiscrepancyRecord row = rows.stream().filter(one -> one.id().equals(item.id())).findFirst().orElseThrow();
        String figures = row.figures();
        return List.of(item.id(), list.id(), file, row.severity(), row.status(), row.rule(), row.gap(), item.place(),
                item.measure() + " " + item.period() + " " + item.rule().word() + " "
                        + figures.substring(0, Math.min(figures.length(), WORDS_SEARCHED)));
    }

    /** Rows beyond those that stand in the page. */
    private static void putAside(String table, List<List<String>> rows, SortedMap<String, byte[]> files) {
        if (rows.size() > ROWS_SHOWN) {
            files.put(DATA + table + ".js", RowsFile.of(table, rows));
        }
    }

    /** A classic script that hands data over: the one kind of file that a page opened from a disk may read. */
    private static byte[] script(String receiver, Object data) {
        byte[] json = JsonText.bytes(data);
        return (receiver + "(" + new String(json, StandardCharsets.UTF_8).stripTrailing() + ");\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String verdict(List<DiscrepancyRecord> rows, List<FigureRow> figures) {
        Map<String, Long> open = rows.stream().filter(DiscrepancyRecord::isOpen)
                .collect(Collectors.groupingBy(DiscrepancyRecord::severity, Collectors.counting()));
        if (open.isEmpty()) {
            return figures.stream().anyMatch(FigureRow::isOfTheDate) ? "Nothing contradicts anything else." : "Nobody said anything of this date.";
        }
        List<String> counted = Term.SEVERITIES.stream().filter(severity -> open.containsKey(severity.key()))
                .map(severity -> Words.count(open.get(severity.key()), severity.word().toLowerCase(Locale.ROOT))).toList();
        return String.join(", ", counted) + ".";
    }

    private static SortedSet<RuleChoice> rules(List<DiscrepancyRecord> rows) {
        return rows.stream().map(row -> new RuleChoice(Term.rule(row.rule()).word(), row.rule())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whole areas stand before their parts. */
    private boolean isWhole(TotalRow total) {
        return vocabulary.areas().byId(total.area()).map(area -> area.partOf() == null).orElse(false);
    }

    /** @param worded periods and sources that were put into words already: a date's totals have few */
    private TotalLine line(TotalRow total, Map<String, String> worded) {
        String when = total.start() + " " + total.end();
        return new TotalLine(vocabulary.measureTitle(total.measure()), vocabulary.areas().name(total.area()),
                worded.computeIfAbsent(when, key -> Words.period(total.start(), total.end())), Words.number(total.best()),
                Words.limits(total.lowest(), total.highest()), Term.of(Term.BASES, total.basis()),
                worded.computeIfAbsent(total.sources(), sources -> Stream.of(sources.split(" \\| ")).map(vocabulary::sourceTitle)
                        .collect(Collectors.joining("; "))), when);
    }
}
