package org.crossfoot.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.pack.DiscrepancyFigures.Involved;
import org.crossfoot.ledger.pack.DiscrepancyFigures;
import org.crossfoot.page.Item.ShownStatement;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.report.FigureName;
import org.crossfoot.rule.BuiltIn;

/** The figures that a discrepancy is about, for one whose reasons have no statements; most have some. */
final class NamedFigures {

    /** Of these rules figures are read one after another, as they came; of all others side by side. */
    private static final Set<String> TOLD_IN_TIME = Set.of(BuiltIn.RESTATED.id(), BuiltIn.RUNNING_TOTAL_FELL.id());
    private static final Comparator<Figure> IN_TIME = Comparator.comparing(Figure::date)
            .thenComparing(Figure::published, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Figure::file)
            .thenComparing(Figure::line);

    private final Vocabulary vocabulary;
    private final RevisionRecord revision;
    private final Map<String, Discrepancy> found;
    private final List<FigureUse> ofTheDate;
    private DiscrepancyFigures resolved;
    private Map<List<Object>, List<Figure>> bySaid;

    /**
     * @param found     what stands, by id
     * @param ofTheDate all figures that the revision looked at
     */
    NamedFigures(Vocabulary vocabulary, RevisionRecord revision, Map<String, Discrepancy> found, List<FigureUse> ofTheDate) {
        this.vocabulary = vocabulary;
        this.revision = revision;
        this.found = found;
        this.ofTheDate = ofTheDate;
    }

    /**
     * In the order they came for a rule about that, otherwise in that of the column {@code figures}; empty where an older
     * Crossfoot, which did not keep them, saw it last.
     */
    Optional<List<ShownStatement>> of(DiscrepancyRecord row) {
        Optional<List<Figure>> about = row.figures().isEmpty() ? Optional.of(List.of())
                : found.containsKey(row.id()) ? Optional.of(found.get(row.id()).figures()) : ofResolved(row.id());
        return about.map(figures -> said(figures, row));
    }

    private Optional<List<Figure>> ofResolved(String id) {
        if (resolved == null) {
            resolved = revision.discrepancyFigures();
        }
        return resolved.of(id).map(Involved::figures);
    }

    private List<ShownStatement> said(List<Figure> figures, DiscrepancyRecord row) {
        Period period = new Period(row.periodStart(), row.periodEnd());
        Map<List<Object>, Figure> byPlace = new LinkedHashMap<>();
        Comparator<Figure> byName = Comparator.comparing(figure -> FigureName.claim(figure, row.area(), period));
        figures.stream().sorted(TOLD_IN_TIME.contains(row.rule()) ? IN_TIME.thenComparing(byName) : byName)
                .flatMap(figure -> row.stands() ? Stream.of(figure) : still(figure))
                .forEach(figure -> byPlace.putIfAbsent(List.of(figure.file(), figure.line(), what(figure)), figure));
        List<Figure> shown = List.copyOf(byPlace.values());
        return IntStream.range(0, shown.size()).mapToObj(i -> said(i + 1, shown.get(i), row)).toList();
    }

    /** What is resolved was about the figures of the revision before; those of them that are said no more stand there. */
    private Stream<Figure> still(Figure before) {
        if (bySaid == null) {
            bySaid = ofTheDate.stream().map(FigureUse::figure).collect(Collectors.groupingBy(NamedFigures::what));
        }
        return bySaid.getOrDefault(what(before), List.of()).stream();
    }

    /** What is the same of two that say the same of the same, in whatever reports. */
    private static List<Object> what(Figure figure) {
        return List.of(figure.source(), figure.cell(), figure.asPrinted());
    }

    private ShownStatement said(int number, Figure figure, DiscrepancyRecord row) {
        Cell cell = figure.cell();
        List<String> besides = new ArrayList<>();
        if (!cell.measure().equals(row.measure())) {
            besides.add(vocabulary.measureTitle(cell.measure()));
        }
        if (!cell.area().equals(row.area())) {
            besides.add(vocabulary.areas().name(cell.area()));
        }
        if (!cell.period().equals(new Period(row.periodStart(), row.periodEnd()))) {
            besides.add(Words.period(cell.period().start(), cell.period().end()));
        }
        long lowest = figure.amount().lowest();
        Long highest = Words.limit(figure.amount().highest());
        String limits = Words.limits(lowest, highest);
        boolean plain = figure.asPrinted().equals(limits) || highest != null && lowest == highest;
        String trust = vocabulary.sources().containsKey(figure.source())
                ? "trust " + vocabulary.sources().get(figure.source()).trust() : "";
        return new ShownStatement(number, vocabulary.sourceTitle(figure.source()),
                figure.published() == null ? "" : "published " + Words.day(figure.published()), String.join(", ", besides),
                figure.asPrinted(), plain ? "" : limits, lowest, highest, trust, false, figure.file() + ":" + figure.line(), "");
    }
}
