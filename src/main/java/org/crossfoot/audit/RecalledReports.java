package org.crossfoot.audit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.known.ReadReport;
import org.crossfoot.ledger.KnownReports;
import org.crossfoot.ledger.ReportRecord.Standing;
import org.crossfoot.ledger.ReportRecord.ReadingState;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Reports.DatedFigures;
import org.crossfoot.ledger.pack.FigurePack;
import org.crossfoot.report.Input;

/** Reports as they stood when a revision was made, read again from their archived bytes. */
final class RecalledReports implements KnownReports {

    private record Recalled(ReportRecord report, Map<LocalDate, FigurePack.Packed> figures) {
    }

    private final SortedMap<Input, byte[]> rejects = new TreeMap<>();

    private final List<Recalled> reports = new ArrayList<>();
    private final List<Recalled> takenAway = new ArrayList<>();
    private final List<String> unread;
    private final List<ReportRecord> stood;
    private final List<Recalled> gone = new ArrayList<>();

    /**
     * Reads them.
     *
     * @param stood  every report that was not withdrawn then
     * @param taken  every report that runs for its date had taken away
     * @param gone   every report with figures of its date of whose path nothing stood any more
     * @param unread files that the last run for its date had not taken for reports
     * @param inputs those that the revision was made from; no other has a say in it
     */
    RecalledReports(List<ReportRecord> stood, List<ReportRecord> taken, List<ReportRecord> gone,
            List<String> unread, Set<Input> inputs, ReadReport reader)
            throws IOException {
        this.unread = unread;
        this.stood = stood;
        read(stood, inputs, reader, reports);
        read(taken, inputs, reader, takenAway);
        read(gone, inputs, reader, this.gone);
    }

    private void read(List<ReportRecord> all, Set<Input> inputs, ReadReport reader, List<Recalled> into)
            throws IOException {
        for (ReportRecord report : all) {
            Input input = new Input(report.path(), report.sha256());
            if (inputs.contains(input)) {
                ReadReport.ReportRead result = reader.read(report);
                rejects.put(input, result.rejects());
                LocalDate last = result.figures().keySet().stream().max(Comparator.naturalOrder()).orElse(null);
                into.add(new Recalled(report.readAs(result.failure() == null ? ReadingState.READ : ReadingState.UNREADABLE,
                        result.publishedOn(), last, result.reading(), result.contents(), result.failure()),
                        new TreeMap<>(result.figures())));
            }
        }
    }

    /** Lines of {@code rejects.csv}, of those of some reports that have any. */
    List<byte[]> rejects(Collection<Input> inputs) {
        return inputs.stream().map(input -> rejects.getOrDefault(input, new byte[0])).filter(lines -> lines.length > 0).toList();
    }

    @Override
    public List<ReportRecord> notWithdrawn() {
        return reports.stream().map(Recalled::report).toList();
    }

    @Override
    public List<DatedFigures> figures(LocalDate first, LocalDate last) {
        return packed((date, pack) -> !date.isBefore(first) && !date.isAfter(last));
    }

    @Override
    public List<DatedFigures> goals(LocalDate begunBy) {
        return packed((date, pack) -> pack.earliestGoal() != null && !pack.earliestGoal().isAfter(begunBy));
    }

    private List<DatedFigures> packed(BiPredicate<LocalDate, FigurePack.Packed> wanted) {
        List<DatedFigures> found = new ArrayList<>();
        for (Recalled recalled : reports) {
            recalled.figures.forEach((date, pack) -> {
                if (wanted.test(date, pack)) {
                    found.add(new DatedFigures(recalled.report.id(), date, pack.packed()));
                }
            });
        }
        found.sort(Comparator.comparing(DatedFigures::date).thenComparingLong(DatedFigures::report));
        return found;
    }

    @Override
    public List<ReportRecord> takenAway(LocalDate businessDate) {
        return takenAway.stream().map(Recalled::report).toList();
    }

    @Override
    public List<ReportRecord> stood() {
        return stood;
    }

    @Override
    public List<GoneFigures> gone(LocalDate date) {
        return gone.stream().filter(recalled -> recalled.figures.containsKey(date))
                .map(recalled -> new GoneFigures(recalled.report, recalled.figures.get(date).packed())).toList();
    }

    @Override
    public List<String> unread(LocalDate businessDate) {
        return unread;
    }

    @Override
    public List<DatedFigures> figuresOf(long report) {
        return takenAway.stream().filter(recalled -> recalled.report.id() == report)
                .flatMap(recalled -> dated(recalled, date -> true)).toList();
    }

    @Override
    public List<DatedFigures> saidInstead(String source, long report) {
        Set<LocalDate> dates = figuresOf(report).stream().map(DatedFigures::date).collect(Collectors.toSet());
        return reports.stream()
                .filter(recalled -> recalled.report.standing() == Standing.PRESENT && recalled.report.source().equals(source))
                .flatMap(recalled -> dated(recalled, dates::contains))
                .sorted(Comparator.comparing(DatedFigures::date).thenComparing(DatedFigures::report)).toList();
    }

    private static Stream<DatedFigures> dated(Recalled recalled, Predicate<LocalDate> which) {
        return recalled.figures.entrySet().stream().filter(each -> which.test(each.getKey()))
                .map(each -> new DatedFigures(recalled.report.id(), each.getKey(), each.getValue().packed()));
    }

    @Override
    public Optional<Long> withFigures(String source, LocalDate first, LocalDate last, boolean orReplaced) {
        return reports.stream().filter(recalled -> (recalled.report.standing() == Standing.PRESENT || orReplaced)
                && recalled.report.source().equals(source))
                .filter(recalled -> recalled.figures.keySet().stream()
                .anyMatch(date -> !date.isBefore(first) && !date.isAfter(last)))
                .map(Recalled::report).min(Comparator.comparing(ReportRecord::path).thenComparing(ReportRecord::version))
                .map(ReportRecord::id);
    }
}
