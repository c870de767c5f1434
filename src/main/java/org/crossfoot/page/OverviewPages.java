package org.crossfoot.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Revisions.DateSummary;
import org.crossfoot.ledger.Streak;
import org.crossfoot.page.Overview.Chronic;
import org.crossfoot.page.Overview.News;
import org.crossfoot.page.Overview.WaiverLine;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.rule.BuiltIn;

/**
 * The page of all dates, {@code index.html}, its assets, and one small file a month with what its chart shows: a date that is
 * published again costs its month alone, however many there are.
 */
public final class OverviewPages {

    private static final int WAITING_SHOWN = 40;

    private final PublishedFolder folder;
    private final Vocabulary vocabulary;

    public OverviewPages(PublishedFolder folder, Vocabulary vocabulary) {
        this.folder = folder;
        this.vocabulary = vocabulary;
    }

    /** Puts together what the chart shows of the month that a date is in. */
    public void month(LocalDate date) throws IOException {
        YearMonth month = YearMonth.from(date);
        StringBuilder script = new StringBuilder();
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            byte[] points = folder.read(day, "report-data/" + ChartDay.FILE);
            if (points != null) {
                script.append("crossfootDay(").append(new String(points, StandardCharsets.UTF_8).stripTrailing()).append(");\n");
            }
        }
        folder.replace(file(month), script.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Replaces the page.
     *
     * @param dates   every date, by date
     * @param run     the day the last run was for
     * @param news    what the last run brought
     * @param streaks discrepancies that stand date after date
     */
    public void replace(List<DateSummary> dates, LocalDate run, Brought news, Waiting waiting, List<Streak> streaks)
            throws IOException {
        for (Map.Entry<String, byte[]> asset : Assets.files().entrySet()) {
            folder.keep(asset.getKey(), asset.getValue());
        }
        List<String> months = dates.stream().map(date -> file(YearMonth.from(date.date()))).distinct().filter(folder::has).toList();
        List<News> shown = news.shown().stream().map(this::news).toList();
        Overview page = new Overview(verdict(dates), CalendarMonth.of(dates, this::link), Words.day(run), shown, news.inAll(), sentences(waiting),
                streaks.stream().map(this::chronic).toList(), waivers(waiting.waivers()), months);
        folder.replace("index.html", Templates.render("index", page).getBytes(StandardCharsets.UTF_8));
    }

    private static String file(YearMonth month) {
        return "index-data/" + month + ".js";
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
        return Words.count(dates.size(), "date") + " from " + Words.day(dates.get(0).date()) + " to "
                + Words.day(dates.get(dates.size() - 1).date()) + ". On " + (broken == 0 ? "none of them" : Words.number(broken))
                + " there are figures that cannot be true together.";
    }

    private News news(DiscrepancyRecord row) {
        return new News(row.date() + "/report.html#" + row.id(), Words.day(row.date()), Term.of(Term.SEVERITIES, row.severity()),
                Term.of(Term.STATUSES, row.status()), Term.rule(row.rule()), what(row.measure(), row.area()));
    }

    private Chronic chronic(Streak streak) {
        return new Chronic(streak.last() + "/report.html#" + streak.id(), Term.of(Term.SEVERITIES, streak.severity()),
                Term.rule(streak.rule()), what(streak.measure(), streak.area()), Words.day(streak.first()), streak.dates());
    }

    private List<WaiverLine> waivers(Waiting.Waivers waivers) {
        List<WaiverLine> lines = new ArrayList<>();
        waivers.findings().forEach(one -> lines.add(new WaiverLine(Term.of(Term.SEVERITIES, one.severity()), Term.rule(one.rule()),
                (one.dates() == 1 ? "" : one.dates() + " dates, the last ") + Words.day(one.last()), one.last() + "/report.html#" + one.id(),
                what(one.measure(), one.area()))));
        waivers.unused().forEach(sentence -> lines.add(new WaiverLine(Term.of(Term.SEVERITIES, waivers.severity().toString()),
                Term.rule(BuiltIn.WAIVER_UNUSED.id()), "", "", sentence)));
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
            sentences.add(Words.count(waiting.dates().size(), "date") + " with new figures, for the next run: " + waiting.dates().stream()
                    .limit(WAITING_SHOWN).map(Words::day).collect(Collectors.joining("; ")) + ".");
        }
        waiting.failed().stream().limit(WAITING_SHOWN).forEach(failed -> sentences.add(Words.day(failed.date())
                + " shows what was published before, since a run failed at it; the next one tries it again. It " + failed.why() + "."));
        if (waiting.failed().size() > WAITING_SHOWN) {
            sentences.add("Runs failed at " + Words.count(waiting.failed().size() - WAITING_SHOWN, "date") + " more.");
        }
        waiting.late().forEach(late -> sentences.add(late.source() + ": " + Words.count(late.due(), "report") + " due and not there; the last figure is "
                + (late.last() == null ? "not there yet." : "of " + Words.day(late.last()) + ".")));
        sentences.addAll(waiting.decisions());
        return sentences;
    }
}
