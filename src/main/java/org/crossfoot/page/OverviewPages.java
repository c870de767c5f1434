package org.crossfoot.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.AcrossDates.Streak;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.Reports.ReceivedReports;
import org.crossfoot.ledger.Revisions.DateSummary;
import org.crossfoot.ledger.Revisions;
import org.crossfoot.page.DateFindings.Fresh;
import org.crossfoot.page.DateFindings.ToldFigure;
import org.crossfoot.page.Overview.Chronic;
import org.crossfoot.page.Overview.News;
import org.crossfoot.page.Overview.WaiverLine;
import org.crossfoot.publisher.PublisherRecord;
import org.crossfoot.publisher.PublisherRecord.RecordLine;
import org.crossfoot.publisher.PublisherTally;
import org.crossfoot.report.CsvTable;
import org.crossfoot.report.FolderContent;
import org.crossfoot.report.JsonText;
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
        List<PublisherTally> tallies = new ArrayList<>();
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            byte[] points = folder.read(day, ChartDay.FILE);
            if (points != null) {
                script.append("crossfootDay(").append(new String(points, StandardCharsets.UTF_8).stripTrailing()).append(");\n");
            }
            told(day, PublisherTally.FILE, PublisherTally.class).ifPresent(tallies::add);
        }
        byte[] content = script.toString().getBytes(StandardCharsets.UTF_8);
        standing.keySet().removeIf(path -> path.startsWith(MONTHS + "/" + month));
        put(MONTHS + "/" + Assets.named(month + ".js", content), content);
        put(publishersOf(month), JsonText.bytes(PublisherTally.sum(tallies)));
    }

    /** What the month's dates tell of the publishers. */
    private static String publishersOf(YearMonth month) {
        return MONTHS + "/publishers-" + month + ".json";
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
     * @param made    the dates of which it made a result
     * @param streaks discrepancies that stand date after date
     * @param received reports, by source and month
     */
    public void replace(List<DateSummary> dates, LocalDate run, SortedSet<LocalDate> made, Waiting waiting, List<Streak> streaks,
            List<ReceivedReports> received) throws IOException {
        standing.keySet().removeIf(path -> path.startsWith("assets/"));
        for (Map.Entry<String, byte[]> asset : Assets.files().entrySet()) {
            put(asset.getKey(), asset.getValue());
        }
        List<String> months = months(dates);
        List<DateFindings> brought = findings(made);
        boolean allKnown = brought.stream().allMatch(date -> date.fresh() == date.foremost().size());
        List<News> news = FindingGroups.inPlaces(brought).stream().map(place -> news(place, allKnown)).toList();
        List<DateFindings> newest = findings(dates.subList(Math.max(0, dates.size() - FindingGroups.DATES), dates.size())
                .stream().map(DateSummary::date).toList());
        Overview page = new Overview(verdict(dates), CalendarMonth.of(dates, this::link), Words.day(run), news,
                brought.stream().mapToInt(DateFindings::fresh).sum(), FindingGroups.of(newest, vocabulary), sentences(waiting),
                streaks.stream().map(this::chronic).toList(), waivers(waiting.waivers()), months);
        put("summary.csv", CsvTable.of(DateSummary.COLUMNS, dates));
        publishers(dates, received);
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
        Set<String> kept = new HashSet<>();
        for (YearMonth month : dates.stream().map(date -> YearMonth.from(date.date())).distinct().toList()) {
            Optional<String> made = made(month);
            String publishers = publishersOf(month);
            if (made.isEmpty() || !folder.holds(made.get(), standing.get(made.get()))
                    || !folder.holds(publishers, standing.getOrDefault(publishers, ""))) {
                month(month);
            }
            months.add(made(month).orElseThrow());
            kept.add(publishers);
        }
        kept.addAll(months);
        standing.keySet().removeIf(path -> path.startsWith(MONTHS) && !kept.contains(path));
        return months;
    }

    /** The record of each publisher, as a page and as a table. */
    private void publishers(List<DateSummary> dates, List<ReceivedReports> received) throws IOException {
        SortedMap<YearMonth, PublisherTally> tallies = new TreeMap<>();
        for (YearMonth month : dates.stream().map(date -> YearMonth.from(date.date())).distinct().toList()) {
            JsonText.read(folder.text(publishersOf(month)).getBytes(StandardCharsets.UTF_8), PublisherTally.class)
                    .ifPresent(tally -> tallies.put(month, tally));
        }
        List<PublisherRecord> records = PublisherRecord.of(tallies, received, vocabulary);
        put("sources.csv", CsvTable.of(RecordLine.COLUMNS, records.stream().flatMap(each -> each.lines().stream()).toList()));
        put("sources.html", Templates.render("sources", PublisherPage.of(records, vocabulary)).getBytes(StandardCharsets.UTF_8));
    }

    /** What the dates tell; one that an older program published, or whose file somebody altered, tells nothing. */
    private List<DateFindings> findings(Collection<LocalDate> dates) throws IOException {
        List<DateFindings> findings = new ArrayList<>();
        for (LocalDate date : dates) {
            told(date, DateFindings.FILE, DateFindings.class).filter(told -> date.toString().equals(told.date()))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private <T> Optional<T> told(LocalDate date, String file, Class<T> type) throws IOException {
        byte[] told = folder.read(date, file);
        return told == null ? Optional.empty() : JsonText.read(told, type);
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

    private News news(List<Fresh> place, boolean allKnown) {
        Fresh one = place.get(0);
        String also = place.size() == 1 ? "" : "and " + (allKnown ? "" : "at least ") + FigureWording.count(place.size() - 1,
                "time")
                + " more";
        Map<String, String> byPublisher = one.told().stream().collect(Collectors.toMap(ToldFigure::source, ToldFigure::printed,
                (first, next) -> first + ", " + next, LinkedHashMap::new));
        String told = byPublisher.entrySet().stream().map(said -> vocabulary.sourceTitle(said.getKey()) + ": " + said.getValue())
                .collect(Collectors.joining("; ")) + (one.more() == 0 ? "" : " and " + Words.number(one.more()) + " more");
        return new News(one.date() + "/report.html#" + one.id(), Words.day(LocalDate.parse(one.date())),
                Label.of(one.severity()), Label.of(one.status()), Label.rule(one.rule()), one.source().isEmpty()
                ? what(one.measure(), one.area()) : vocabulary.sourceTitle(one.source()), Words.gap(one.gap(), one.percent()),
                one.source().isEmpty() ? told : "", also, place.size());
    }

    private Chronic chronic(Streak streak) {
        return new Chronic(streak.last() + "/report.html#" + streak.id(), Label.of(streak.severity()),
                Label.rule(streak.rule()), what(streak.measure(), streak.area()), Words.day(streak.first()), streak.dates(),
                Words.gap(streak.gap(), streak.gapPercent()));
    }

    private List<WaiverLine> waivers(Waiting.Waivers waivers) {
        List<WaiverLine> lines = new ArrayList<>();
        waivers.findings().forEach(one -> lines.add(new WaiverLine(Label.of(one.severity()),
                Label.rule(one.rule()), (one.dates() == 1 ? "" : one.dates() + " dates, the last ") + Words.day(one.lastDate()),
                one.lastDate() + "/report.html#" + one.id(), what(one.measure(), one.area())
                        + (one.gap() == 0 ? "" : ", gap " + Words.gap(one.gap(), one.gapPercent())))));
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
