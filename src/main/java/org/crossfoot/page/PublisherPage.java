package org.crossfoot.page;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.Reports.ReceivedReports;
import org.crossfoot.publisher.PublisherCounts;
import org.crossfoot.publisher.PublisherRecord;
import org.crossfoot.publisher.PublisherRecord.RecordLine;

/**
 * The page of the publishers, {@code sources.html}, as its template reads it.
 *
 * @param publishers those that others contradict most first
 * @param inAll      how many there are; more than are shown stand in the table alone
 */
record PublisherPage(List<Publisher> publishers, int inAll) {

    static final int WIDTH = 24;
    static final int HEIGHT = 60;

    private static final int SHOWN = 200;
    private static final int MONTHS = 24;
    private static final int MEASURES = 6;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /**
     * One publisher.
     *
     * @param facts  sentences on all of its time
     * @param trust  a sentence on the trust it has, and what its record would suggest
     * @param months the newest at the end
     */
    record Publisher(String id, String title, List<String> facts, String trust, List<MonthBar> months) {
    }

    /**
     * A month: a bar of the chart, which is {@code HEIGHT} high, and a row of the table.
     *
     * @param at    where it begins
     * @param parts of the bar, from below
     */
    record MonthBar(String title, int at, List<BarPart> parts, List<String> cells) {
    }

    /** @param kind {@code out}, {@code contradicted} or {@code alone} */
    record BarPart(String kind, int y, int height) {
    }

    static final List<String> HEADS = List.of("Reports", "Rejected", "Missing", "Figures", "Borne out", "Contradicted", "Alone",
            "Blamed", "Restated");

    static PublisherPage of(List<PublisherRecord> records, Vocabulary vocabulary) {
        return new PublisherPage(records.stream().sorted(Comparator.comparing((PublisherRecord each) ->
                each.all().counts().contradicted() + each.all().counts().blamed()).reversed()
                .thenComparing(each -> each.source().id())).limit(SHOWN).map(each -> publisher(each, vocabulary)).toList(),
                records.size());
    }

    private static Publisher publisher(PublisherRecord one, Vocabulary vocabulary) {
        List<RecordLine> newest = one.months().subList(Math.max(0, one.months().size() - MONTHS), one.months().size());
        List<MonthBar> months = new ArrayList<>();
        newest.forEach(line -> months.add(month(line, months.size() * WIDTH)));
        return new Publisher(one.source().id(), one.source().title(), facts(one, vocabulary), trust(one.all()), months);
    }

    private static List<String> facts(PublisherRecord one, Vocabulary vocabulary) {
        PublisherCounts counts = one.all().counts();
        ReceivedReports reports = one.all().reports();
        List<String> facts = new ArrayList<>();
        facts.add(FigureWording.count(reports.reports(), "report") + Optional.ofNullable(RecordLine.share(counts.daysLate(),
                counts.dated())).map(days -> "; figures come " + plain(days)
                + (plain(days).equals("1") ? " day" : " days") + " after the last day they tell of, on average")
                .orElse("") + (counts.missing() == 0 ? "" : "; " + Words.number(counts.missing()) + " due and missing") + ". "
                + Words.number(reports.rejects()) + " rows or cells could not be read.");
        facts.add("Of " + FigureWording.count(counts.figures(), "figure") + " " + Words.number(counts.borneOut())
                + " are borne out by an independent voice, " + Words.number(counts.contradicted())
                + " contradicted by all who speak"
                + " of the same, and of " + Words.number(counts.alone()) + " nobody else speaks. "
                + Words.number(counts.blamed()) + " were told to be probably wrong.");
        if (counts.restated() > 0) {
            facts.add("It said something else later " + FigureWording.count(counts.restated(), "time")
                    + Optional.ofNullable(RecordLine.share(counts.restatedDays(), counts.restatedDated()))
                    .map(days -> ", " + plain(days) + " days after, on average").orElse("")
                    + ": " + Words.number(counts.raised()) + " up, " + Words.number(counts.restated() - counts.raised()) + " down"
                    + Optional.ofNullable(RecordLine.share(100 * counts.restatedBy(), counts.restatedOf()))
                    .map(percent -> ", by " + plain(percent) + " %").orElse("") + ".");
        }
        if (!one.aloneOf().isEmpty()) {
            facts.add("It alone speaks of " + one.aloneOf().entrySet().stream().limit(MEASURES)
                    .map(each -> vocabulary.measureTitle(each.getKey()) + " (" + FigureWording.count(each.getValue(), "time")
                    + ")")
                    .collect(Collectors.joining("; ")) + (one.aloneOf().size() > MEASURES ? " and more" : "") + ".");
        }
        return facts;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String trust(RecordLine all) {
        return "Trust " + all.trust() + " by the settings; its record would suggest " + (all.suggested() == null
                ? "nothing: fewer than " + PublisherRecord.FEWEST_COMPARED + " of its figures are spoken of by others."
                : all.suggested() + ".");
    }

    private static MonthBar month(RecordLine line, int at) {
        PublisherCounts counts = line.counts();
        List<BarPart> parts = new ArrayList<>();
        int y = HEIGHT;
        for (BarPart part : List.of(part("out", counts.borneOut(), counts.figures()),
                part("contradicted", counts.contradicted(), counts.figures()), part("alone", counts.alone(), counts.figures()))) {
            if (part.height > 0) {
                y -= part.height;
                parts.add(new BarPart(part.kind, y, part.height));
            }
        }
        return new MonthBar(MONTH.format(YearMonth.parse(line.month())), at, parts, List.of(line.reports().reports(),
                line.reports().rejects(), counts.missing(), counts.figures(), counts.borneOut(), counts.contradicted(),
                counts.alone(), counts.blamed(), counts.restated()).stream().map(Words::number).toList());
    }

    /** What there is of a kind can be seen, however little it is. */
    private static BarPart part(String kind, long some, long all) {
        return new BarPart(kind, 0, some == 0 ? 0 : (int) Math.max(1, some * HEIGHT / all));
    }

    String asset(String name) {
        return Assets.path(name);
    }
}
