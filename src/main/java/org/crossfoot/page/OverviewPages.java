package org.crossfoot.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.AcrossDates.Streak;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Revisions.DateSummary;
import org.crossfoot.ledger.Revisions;
import org.crossfoot.page.Overview.Chronic;
import org.crossfoot.page.Overview.News;
import org.crossfoot.page.Overview.WaiverLine;
import org.crossfoot.report.CsvTable;
import org.crossfoot.report.FolderContent;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.rule.BuiltIn;

/**
 * The page of all dates, {@code index.html}, its assets, and one small file a month with what its chart shows: a date that is
 * published again costs its month alone, however many there are. The name of a month's file has a part of its SHA-256, so that a
 * page never takes in a file of another state; those of the state before stay until the next.
 */
public final class OverviewPages {

    /** The last file to be written. */
    public static final String PAGE = "index.html";

    private static final String MONTHS = "index-data";
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}(-[0-9a-f]{10})?\\.js");
    private static final Pattern NAMED = Pattern.compile(MONTHS + "/\\d{4}-\\d{2}-[0-9a-f]{10}\\.js");
    private static final int WAITING_SHOWN = 40;
    private static final int SENTENCES_SHOWN = 200;

    private final PublishedFolder folder;
    private final Vocabulary vocabulary;
    private final SortedMap<String, String> standing;

    /** @param standing what was published last */
    public OverviewPages(PublishedFolder folder, Vocabulary vocabulary, FolderContent standing) {
        this.folder = folder;
        this.vocabulary = vocabulary;
        this.standing = new TreeMap<>(standing.sha256());
    }

    /** What is published as far as this has come. */
    public FolderContent standing() {
        return new FolderContent(standing);
    }

    /** Puts together what the chart shows of the month that a date is in. */
    public void month(LocalDate date) throws IOException {
        month(YearMonth.from(date));
    }

    private void month(YearMonth month) throws IOException {
        StringBuilder script = new StringBuilder();
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            byte[] points = folder.read(day, ChartDay.FILE);
            if (points != null) {
                script.append("crossfootDay(").append(new String(points, StandardCharsets.UTF_8).stripTrailing()).append(");\n");
            }
        }
        byte[] content = script.toString().getBytes(StandardCharsets.UTF_8);
        standing.keySet().removeIf(path -> path.startsWith(MONTHS + "/" + month));
        put(MONTHS + "/" + Assets.named(month + ".js", content), content);
    }

    /** Replaces the feed of changes; before the page, which is written last. */
    public void feed(Revisions revisions, LocalDate run) throws IOException {
        put(ChangesFeed.FILE, ChangesFeed.of(vocabulary, revisions, run));
    }

    /**
     * Replaces the page.
     *
     * @param dates   every date, by date
     * @param run     the day the last run was for
     * @param news    what the last run brought
     * @param streaks discrepancies that stand date after date
     */
    public void replace(List<DateSummary> dates, LocalDate run, FreshDiscrepancies news, Waiting waiting, List<Streak> streaks)
            throws IOException {
        standing.keySet().removeIf(path -> path.startsWith("assets/"));
        for (Map.Entry<String, byte[]> asset : Assets.files().entrySet()) {
            put(asset.getKey(), asset.getValue());
        }
        List<String> months = months(dates);
        List<News> shown = news.shown().stream().map(this::news).toList();
        Overview page = new Overview(verdict(dates), CalendarMonth.of(dates, this::link), Words.day(run), shown, news.inAll(),
                sentences(waiting), streaks.stream().map(this::chronic).toList(), waivers(waiting.waivers()), months);
        put("summary.csv", CsvTable.of(DateSummary.COLUMNS, dates));
        Set<String> stay = new HashSet<>(months);
        NAMED.matcher(folder.text(PAGE)).results().map(MatchResult::group).forEach(stay::add);
        byte[] content = Templates.render("index", page).getBytes(StandardCharsets.UTF_8);
        // Always written, and last: what is newer was changed by somebody else.
        folder.replace(PAGE, content);
        standing.put(PAGE, Archive.sha256(content));
        folder.tidy(MONTHS, MONTH, stay);
    }

    /** Paths of what the chart shows; a file that somebody took away or changed is made again. */
    private List<String> months(List<DateSummary> dates) throws IOException {
        List<String> months = new ArrayList<>();
        for (YearMonth month : dates.stream().map(date -> YearMonth.from(date.date())).distinct().toList()) {
            Optional<String> made = made(month);
            if (made.isEmpty() || !folder.holds(made.get(), standing.get(made.get()))) {
                month(month);
            }
            months.add(made(month).orElseThrow());
        }
        standing.keySet().removeIf(path -> path.startsWith(MONTHS) && !months.contains(path));
        return months;
    }

    private Optional<String> made(YearMonth month) {
        return standing.keySet().stream().filter(path -> path.startsWith(MONTHS + "/" + month)).findFirst();
    }

    private void put(String path, byte[] content) throws IOException {
        String sha256 = Archive.sha256(content);
        if (!folder.holds(path, sha256)) {
            folder.replace(path, content);
        }
        standing.put(path, sha256);
    }

    /** A date that was published before there were pages has tables alone. */
    private String link(LocalDate date) {
        String page = date + "/report.html";
        return folder.has(page) ? page : date + "/discrepancies.csv";
    }

    private static String verdict(List<DateSummary> dates) {
        if (dates.isEmpty()) {
            return "No date has a figure yet.";
        }
        long broken = dates.stream().filter(date -> date.errors() > 0).count();
        return FigureWording.count(dates.size(), "date") + " from " + Words.day(dates.get(0).date()) + " to "
                + Words.day(dates.get(dates.size() - 1).date()) + ". On " + (broken == 0 ? "none of them" : Words.number(broken))
                + " there are figures that cannot be true together.";
    }

    private News news(DiscrepancyRecord row) {
        return new News(row.date() + "/report.html#" + row.id(), Words.day(row.date()), Label.of(row.severity()),
                Label.of(row.status()), Label.rule(row.rule()), what(row.measure(), row.area()));
    }

    private Chronic chronic(Streak streak) {
        return new Chronic(streak.last() + "/report.html#" + streak.id(), Label.of(streak.severity()),
                Label.rule(streak.rule()), what(streak.measure(), streak.area()), Words.day(streak.first()), streak.dates());
    }

    private List<WaiverLine> waivers(Waiting.Waivers waivers) {
        List<WaiverLine> lines = new ArrayList<>();
        waivers.findings().forEach(one -> lines.add(new WaiverLine(Label.of(one.severity()),
                Label.rule(one.rule()), (one.dates() == 1 ? "" : one.dates() + " dates, the last ") + Words.day(one.lastDate()),
                one.lastDate() + "/report.html#" + one.id(), what(one.measure(), one.area()))));
        waivers.unused().forEach(sentence -> lines.add(new WaiverLine(Label.of(waivers.severity()),
                Label.rule(BuiltIn.WAIVER_UNUSED.id()), "", "", sentence)));
        waivers.unusedDecisions().forEach(sentence -> lines.add(new WaiverLine(Label.of(waivers.ofDecisions()),
                Label.rule(BuiltIn.DECISION_UNUSED.id()), "", "", sentence)));
        return lines;
    }

    private String what(String measure, String area) {
        List<String> named = new ArrayList<>();
        if (!measure.isEmpty()) {
            named.add(vocabulary.measureTitle(measure));
        }
        if (!area.isEmpty()) {
            named.add(vocabulary.areas().name(area));
        }
        return String.join(", ", named);
    }

    private static List<String> sentences(Waiting waiting) {
        List<String> sentences = new ArrayList<>();
        if (!waiting.dates().isEmpty()) {
            sentences.add(FigureWording.count(waiting.dates().size(), "date") + " with new figures, for the next run: "
                    + waiting.dates().stream()
                    .limit(WAITING_SHOWN).map(Words::day).collect(Collectors.joining("; ")) + ".");
        }
        waiting.failed().stream().limit(WAITING_SHOWN).forEach(failed -> sentences.add(Words.day(failed.date())
                + " shows what was published before, since a run failed at it; the next one tries it again. It " + failed.why()
                + "."));
        if (waiting.failed().size() > WAITING_SHOWN) {
            sentences.add("Runs failed at " + FigureWording.count(waiting.failed().size() - WAITING_SHOWN, "date") + " more.");
        }
        List<String> others = new ArrayList<>();
        waiting.late().forEach(late -> others.add(late.source() + ": " + FigureWording.count(late.due(), "report")
                + " due and not there; the last figure is "
                + (late.last() == null ? "not there yet." : "of " + Words.day(late.last()) + ".")));
        others.addAll(waiting.decisions());
        others.stream().limit(SENTENCES_SHOWN).forEach(sentences::add);
        if (others.size() > SENTENCES_SHOWN) {
            sentences.add("And " + Words.number(others.size() - SENTENCES_SHOWN) + " more, which crossfoot status lists.");
        }
        return sentences;
    }
}
