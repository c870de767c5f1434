package org.crossfoot.publisher;

import static org.crossfoot.ledger.TableColumn.text;
import static org.crossfoot.ledger.TableColumn.whole;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossfoot.figure.Source;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.Reports.ReceivedReports;
import org.crossfoot.ledger.TableColumn;
import org.crossfoot.ledger.TableColumn.Type;

/**
 * The record of one publisher: month by month, and in all.
 *
 * @param months    by month; only those that something is known of
 * @param all       the same together; its month is empty
 * @param aloneOf   measures that it alone speaks of, at times, with how many such figures there are; the most first
 */
public record PublisherRecord(Source source, List<RecordLine> months, RecordLine all, Map<String, Long> aloneOf) {

    /** Fewer figures that others speak of too suggest nothing. */
    public static final int FEWEST_COMPARED = 10;

    private static final int LARGEST_TRUST = 8;

    /**
     * What is known of a publisher in a month: of the reports that came then, and of the figures of its dates.
     *
     * @param month empty for all of them
     * @param trust that the settings give it, and that its record suggests; null where the line is of a month
     */
    public record RecordLine(String source, String month, ReceivedReports reports, PublisherCounts counts, Long trust,
            Long suggested) {

        /** Of {@code sources.csv}. */
        public static final List<TableColumn<RecordLine>> COLUMNS = List.of(
                text("source", RecordLine::source), text("month", RecordLine::month),
                whole("reports", line -> line.reports.reports()),
                new TableColumn<>("days_late", Type.NUMBER, line -> share(line.counts.daysLate(), line.counts.dated())),
                whole("rejected", line -> line.reports.rejects()), whole("missing", line -> line.counts.missing()),
                whole("figures", line -> line.counts.figures()), whole("borne_out", line -> line.counts.borneOut()),
                whole("contradicted", line -> line.counts.contradicted()), whole("alone", line -> line.counts.alone()),
                whole("blamed", line -> line.counts.blamed()), whole("restated", line -> line.counts.restated()),
                whole("raised", line -> line.counts.raised()),
                new TableColumn<>("days_until_restated", Type.NUMBER,
                        line -> share(line.counts.restatedDays(), line.counts.restatedDated())),
                new TableColumn<>("restated_percent", Type.NUMBER,
                        line -> share(100 * line.counts.restatedBy(), line.counts.restatedOf())),
                whole("trust", RecordLine::trust), whole("trust_by_record", RecordLine::suggested));

        /** To two digits; null where there is nothing to divide by. */
        public static BigDecimal share(long some, long all) {
            return all == 0 ? null : BigDecimal.valueOf(some).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
        }
    }

    /**
     * The records of all publishers of the settings, by id.
     *
     * @param tallies  by month
     * @param received by source and month
     */
    public static List<PublisherRecord> of(SortedMap<YearMonth, PublisherTally> tallies, List<ReceivedReports> received,
            Vocabulary vocabulary) {
        Map<String, SortedMap<String, PublisherCounts>> counted = new TreeMap<>();
        tallies.forEach((month, tally) -> tally.bySource().forEach((source, counts) ->
                counted.computeIfAbsent(source, first -> new TreeMap<>()).put(month.toString(), counts)));
        Map<String, SortedMap<String, ReceivedReports>> came = new TreeMap<>();
        received.forEach(each -> came.computeIfAbsent(each.source(), first -> new TreeMap<>()).put(each.month(), each));
        Map<String, Map<String, Long>> alone = new TreeMap<>();
        PublisherTally.sum(tallies.values()).counts().stream().filter(each -> each.alone() > 0)
                .forEach(each -> alone.computeIfAbsent(each.source(), first -> new TreeMap<>()).put(each.measure(),
                each.alone()));
        List<PublisherRecord> records = new ArrayList<>();
        vocabulary.sources().values().forEach(source -> records.add(of(source, counted.getOrDefault(source.id(), new TreeMap<>()),
                came.getOrDefault(source.id(), new TreeMap<>()), alone.getOrDefault(source.id(), Map.of()))));
        return records;
    }

    private static PublisherRecord of(Source source, SortedMap<String, PublisherCounts> counted,
            SortedMap<String, ReceivedReports> came, Map<String, Long> alone) {
        TreeSet<String> months = new TreeSet<>(counted.keySet());
        months.addAll(came.keySet());
        PublisherCounts nothing = PublisherCounts.none(source.id(), "");
        List<RecordLine> lines = months.stream().map(month -> new RecordLine(source.id(), month,
                came.getOrDefault(month, ReceivedReports.none(source.id(), month)), counted.getOrDefault(month, nothing), null,
                null))
                .toList();
        PublisherCounts all = counted.values().stream().reduce(nothing, PublisherCounts::and);
        return new PublisherRecord(source, lines, new RecordLine(source.id(), "",
                came.values().stream().reduce(ReceivedReports.none(source.id(), ""), ReceivedReports::and), all,
                (long) source.trust(), suggestedTrust(all)), alone.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new)));
    }

    /** All lines of {@code sources.csv}: of each publisher all together, then its months. */
    public List<RecordLine> lines() {
        List<RecordLine> lines = new ArrayList<>(List.of(all));
        lines.addAll(months);
        return lines;
    }

    /**
     * The trust that a record suggests: one more for each doubling of how often other voices bore it out for each time they did
     * not. Against one other voice either may be wrong, so that counts half. Whom trust blames plays no part.
     *
     * @return null where too few of its figures were spoken of by others
     */
    static Long suggestedTrust(PublisherCounts counts) {
        if (counts.borneOut() + counts.contradicted() < FEWEST_COMPARED) {
            return null;
        }
        double right = counts.borneOut() + 1.0;
        double wrong = counts.contradictedByMore() + counts.contradictedByOne() / 2.0 + 1.0;
        return Math.max(1, Math.min(LARGEST_TRUST, 1 + Math.round(StrictMath.log(right / wrong) / StrictMath.log(2))));
    }
}
