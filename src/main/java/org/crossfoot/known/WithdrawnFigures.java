package org.crossfoot.known;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.ledger.KnownReports;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Reports.DatedFigures;
import org.crossfoot.ledger.pack.CommonValues;
import org.crossfoot.ledger.pack.FigurePack;
import org.crossfoot.reconcile.evidence.Evidence.ReportFact;
import org.crossfoot.report.Input;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;

/**
 * Finds what a source said and what is in nothing it delivers any more, since runs for one date took reports away or took others
 * in their place. Of a source whose window is rolling, what left it stands on.
 */
final class WithdrawnFigures {

    private static final int DATES_TOLD = 10;

    /** Of one source. */
    private static final class Lost {

        private final SortedSet<String> reports = new TreeSet<>();
        private final SortedSet<LocalDate> dates = new TreeSet<>();
        private final Set<Cell> cells = new HashSet<>();
    }

    private final KnownReports known;
    private final Settings settings;
    private final LongFunction<Input> present;
    private final Set<Input> used = new HashSet<>();

    /** @param present the input that a present report is, by its id */
    WithdrawnFigures(KnownReports known, Settings settings, LongFunction<Input> present) {
        this.known = known;
        this.settings = settings;
        this.present = present;
    }

    /** What is to be told of runs for a date, one a source; the reports that tell it are inputs from then on. */
    List<ReportFact> of(LocalDate date, Collection<Input> inputs) {
        SortedMap<String, Lost> bySource = new TreeMap<>();
        for (ReportRecord report : known.takenAway(date)) {
            Profile profile = settings.profiles().get(report.source());
            if (profile == null || !profile.rollingWindow()) {
                look(report, bySource);
            }
        }
        inputs.addAll(used);
        List<ReportFact> facts = new ArrayList<>();
        bySource.forEach((source, lost) -> facts.add(new ReportFact(BuiltIn.FIGURES_WITHDRAWN, source,
                FigureWording.number(lost.cells.size())
                + (lost.cells.size() == 1 ? " figure that stood is" : " figures that stood are")
                + " in nothing that was delivered any more, of " + dates(lost.dates) + " ("
                + String.join("; ", lost.reports) + ")")));
        return facts;
    }

    private void look(ReportRecord report, SortedMap<String, Lost> bySource) {
        Map<LocalDate, List<DatedFigures>> instead = known.saidInstead(report.source(), report.id()).stream()
                .collect(Collectors.groupingBy(DatedFigures::date));
        CommonValues common = new CommonValues();
        Map<LocalDate, Set<Cell>> lost = new HashMap<>();
        Set<Input> covering = new HashSet<>();
        for (DatedFigures had : known.figuresOf(report.id())) {
            Set<Cell> cells = lost(had, instead.getOrDefault(had.date(), List.of()), common, covering);
            if (!cells.isEmpty()) {
                lost.put(had.date(), cells);
            }
        }
        if (!lost.isEmpty()) {
            used.addAll(covering);
            used.add(new Input(report.path(), report.sha256()));
        }
        lost.forEach((date, cells) -> {
            Lost ofSource = bySource.computeIfAbsent(report.source(), first -> new Lost());
            ofSource.reports.add(report.path() + " as it was received for " + report.receivedOn());
            ofSource.dates.add(date);
            ofSource.cells.addAll(cells);
        });
    }

    /** @param covering takes the reports that say some of it */
    private Set<Cell> lost(DatedFigures had, List<DatedFigures> instead, CommonValues common, Set<Input> covering) {
        Optional<DatedFigures> same = instead.stream().filter(has -> Arrays.equals(has.packed(), had.packed())).findFirst();
        if (same.isPresent()) {
            covering.add(present.apply(same.get().report()));
            return Set.of();
        }
        Set<Cell> cells = cells(had, common);
        for (DatedFigures has : instead) {
            if (!cells.isEmpty() && cells.removeAll(cells(has, common))) {
                covering.add(present.apply(has.report()));
            }
        }
        return cells;
    }

    private static Set<Cell> cells(DatedFigures figures, CommonValues common) {
        Set<Cell> cells = new HashSet<>();
        FigurePack.unpack(figures.packed(), common, (measure, area, period) -> true).forEach(figure -> cells.add(figure.cell()));
        return cells;
    }

    /** Days in a row as the first and the last of them. */
    private static String dates(SortedSet<LocalDate> dates) {
        List<String> spans = new ArrayList<>();
        LocalDate first = null;
        for (LocalDate date : dates) {
            first = first == null ? date : first;
            if (!dates.contains(date.plusDays(1))) {
                spans.add(first.equals(date) ? date.toString() : first + " to " + date);
                first = null;
            }
        }
        return spans.stream().limit(DATES_TOLD).collect(Collectors.joining(", "))
                + (spans.size() > DATES_TOLD ? " and " + (spans.size() - DATES_TOLD) + " times more" : "");
    }
}
