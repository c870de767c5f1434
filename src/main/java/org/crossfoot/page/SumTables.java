package org.crossfoot.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.Equation.Term;
import org.crossfoot.rule.Rule;

/** The sums that a discrepancy is about: parts down, publishers across, each with its own sum and how far it is off the whole. */
final class SumTables {

    /** Beyond these a table is no longer read; the figures all stand in figures.csv. */
    private static final int PUBLISHERS = 5;
    private static final int PARTS = 60;
    private static final int SHORT = 14;

    private static final String PART = "part";
    private static final String DIFFERS = "differs";
    private static final String SUM = "sum";

    /**
     * One sum.
     *
     * @param hidden how many parts are left out, of those that nobody contradicts
     */
    record SumTable(String title, List<String> publishers, List<SumRow> rows, int hidden) {

        long parts() {
            return hidden + rows.stream().filter(row -> !row.kind.equals(SUM)).count();
        }

        long differing() {
            return rows.stream().filter(row -> row.kind.equals(DIFFERS)).count();
        }

        /** Whether it is shown at once. */
        boolean isShort() {
            return rows.size() <= SHORT;
        }
    }

    /**
     * A row of it.
     *
     * @param kind {@code part}, {@code differs} where publishers contradict each other or a figure is probably wrong,
     *             {@code sum}
     */
    record SumRow(String kind, String what, List<String> cells) {
    }

    /** What is added up: parts in words and by cell, in their order. */
    private record SumOfParts(String title, Map<Cell, String> parts, boolean complete, Cell whole, String wholeInWords) {
    }

    private final Vocabulary vocabulary;
    private final List<Rule> checks;
    private final Map<Cell, List<Figure>> said = new HashMap<>();

    /** @param figures of a date, and the earlier ones that longer periods need */
    SumTables(Vocabulary vocabulary, List<Rule> checks, List<FigureUse> figures) {
        this.vocabulary = vocabulary;
        this.checks = checks;
        figures.stream().filter(one -> one.use() != Use.SUPERSEDED && one.use() != Use.MOVED)
                .forEach(one -> said.computeIfAbsent(one.figure().cell(), first -> new ArrayList<>()).add(one.figure()));
    }

    List<SumTable> of(DiscrepancyRecord row, Discrepancy found) {
        if (found == null || row.periodStart() == null) {
            return List.of();
        }
        Cell cell = new Cell(row.measure(), row.area(), new Period(row.periodStart(), row.periodEnd()));
        List<SumOfParts> sums = row.rule().equals(BuiltIn.AREAS_ADD_UP.id()) ? ofAreas(cell)
                : row.rule().equals(BuiltIn.DAYS_ADD_UP.id()) ? ofDays(cell, found)
                : checks.stream().filter(check -> check.id().equals(row.rule())).flatMap(check -> ofKinds(check, cell).stream())
                .toList();
        Set<Figure> wrong = new HashSet<>(found.blamed());
        return sums.stream().filter(sum -> sum.parts.keySet().stream().filter(said::containsKey).limit(2).count() > 1)
                .map(sum -> table(sum, wrong)).filter(table -> !table.publishers.isEmpty()).toList();
    }

    private List<SumOfParts> ofAreas(Cell whole) {
        List<SumOfParts> sums = new ArrayList<>();
        vocabulary.areas().partsOf(whole.area()).forEach((breakdown, areas) -> {
            Map<Cell, String> parts = new LinkedHashMap<>();
            for (Area area : areas) {
                parts.put(new Cell(whole.measure(), area.id(), whole.period()), area.name());
            }
            boolean complete = vocabulary.breakdowns().containsKey(breakdown) && vocabulary.breakdowns().get(breakdown)
                    .complete();
            sums.add(new SumOfParts("By " + breakdown.replace('_', ' ').replace('-', ' '), parts, complete, whole,
                    vocabulary.areas().name(whole.area())));
        });
        return sums;
    }

    /** The periods that the row's figures are of, where they do not overlap. */
    private List<SumOfParts> ofDays(Cell whole, Discrepancy found) {
        Map<Period, Cell> within = new TreeMap<>();
        for (Figure figure : found.figures()) {
            Cell cell = figure.cell();
            if (cell.area().equals(whole.area()) && cell.measure().equals(whole.measure())
                    && !cell.period().equals(whole.period()) && whole.period().contains(cell.period())) {
                within.put(cell.period(), cell);
            }
        }
        Map<Cell, String> parts = new LinkedHashMap<>();
        long days = 0;
        Period last = null;
        for (Map.Entry<Period, Cell> part : within.entrySet()) {
            if (last != null && last.overlaps(part.getKey())) {
                return List.of();
            }
            last = part.getKey();
            days += last.days();
            parts.put(part.getValue(), Words.period(last.start(), last.end()));
        }
        return List.of(new SumOfParts("By day", parts, days == whole.period().days(), whole,
                Words.period(whole.period().start(), whole.period().end())));
    }

    /** Of a check that says that kinds make up one whole. */
    private List<SumOfParts> ofKinds(Rule check, Cell at) {
        Equation equation = check.equation();
        List<Term> plus = equation.terms().stream().filter(term -> term.coefficient() == 1).toList();
        List<Term> minus = equation.terms().stream().filter(term -> term.coefficient() == -1).toList();
        boolean oneWhole = minus.size() == 1 || plus.size() == 1;
        if (equation.sign() != Equation.Sign.EQUAL || equation.constant() != 0 || equation.terms().size() < 3 || !oneWhole
                || plus.size() + minus.size() != equation.terms().size()) {
            return List.of();
        }
        String whole = (minus.size() == 1 ? minus : plus).get(0).measure();
        Map<Cell, String> parts = new LinkedHashMap<>();
        (minus.size() == 1 ? plus : minus).forEach(term -> parts.put(new Cell(term.measure(), at.area(), at.period()),
                vocabulary.measureTitle(term.measure())));
        return List.of(new SumOfParts("By kind", parts, true, new Cell(whole, at.area(), at.period()),
                vocabulary.measureTitle(whole)));
    }

    /**
     * What a publisher prints of the parts, added up.
     *
     * @param parts how many it speaks of
     */
    private record OwnSum(int parts, Amount amount) {
    }

    /** What is said of a part. */
    private record SaidOfPart(String words, List<Figure> figures, boolean differs) {
    }

    private SumTable table(SumOfParts sum, Set<Figure> wrong) {
        List<SaidOfPart> parts = new ArrayList<>();
        sum.parts.forEach((cell, words) -> {
            List<Figure> figures = said.get(cell);
            if (figures != null) {
                parts.add(new SaidOfPart(words, figures, contradict(figures) || figures.stream().anyMatch(wrong::contains)));
            }
        });
        parts.sort(Comparator.comparing(part -> !part.differs));
        List<Figure> whole = said.getOrDefault(sum.whole, List.of());
        List<String> publishers = publishers(parts, whole);
        List<OwnSum> own = publishers.stream().map(source -> ownSum(sum, parts, source)).toList();
        List<SumRow> rows = new ArrayList<>();
        for (SaidOfPart part : parts.subList(0, Math.min(parts.size(), PARTS))) {
            rows.add(new SumRow(part.differs ? DIFFERS : PART, part.words,
                    publishers.stream().map(source -> printed(of(part.figures, source))).toList()));
        }
        rows.add(new SumRow(SUM, "Sum", own.stream().map(each -> inWords(each, sum)).toList()));
        rows.add(new SumRow(SUM, sum.wholeInWords + ", as printed",
                publishers.stream().map(source -> printed(of(whole, source))).toList()));
        rows.add(new SumRow(SUM, "Difference", IntStream.range(0, own.size())
                .mapToObj(each -> difference(own.get(each), whole, publishers.get(each))).toList()));
        return new SumTable(sum.title, publishers.stream().map(vocabulary::sourceTitle).toList(), rows,
                parts.size() - Math.min(parts.size(), PARTS));
    }

    /** Those who speak of most parts, and of the whole. */
    private static List<String> publishers(List<SaidOfPart> parts, List<Figure> whole) {
        Map<String, Integer> spoken = new TreeMap<>();
        parts.forEach(part -> count(part.figures, spoken));
        count(whole, spoken);
        return spoken.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).limit(PUBLISHERS).map(Map.Entry::getKey).toList();
    }

    private static void count(List<Figure> ofCell, Map<String, Integer> spoken) {
        Set<String> sources = new HashSet<>();
        ofCell.stream().map(Figure::source).filter(sources::add).forEach(source -> spoken.merge(source, 1, Integer::sum));
    }

    private static boolean contradict(List<Figure> figures) {
        long lowest = Long.MIN_VALUE;
        long highest = Long.MAX_VALUE;
        for (Figure figure : figures) {
            lowest = Math.max(lowest, figure.amount().lowest());
            highest = Math.min(highest, figure.amount().highest());
        }
        return lowest > highest;
    }

    private static List<Figure> of(List<Figure> figures, String source) {
        return figures.stream().filter(figure -> figure.source().equals(source)).toList();
    }

    private static String printed(List<Figure> figures) {
        return String.join(" / ", figures.stream().map(Figure::asPrinted).distinct().toList());
    }

    /** From the least to the most that the publisher says of one cell. */
    private static Amount spanned(List<Figure> figures) {
        return figures.stream().map(Figure::amount).reduce(Amount::spanning).orElseThrow();
    }

    private static OwnSum ownSum(SumOfParts sum, List<SaidOfPart> parts, String source) {
        int count = 0;
        long lowest = 0;
        long highest = 0;
        for (SaidOfPart part : parts) {
            Amount amount = null;
            for (Figure figure : part.figures) {
                if (figure.source().equals(source)) {
                    amount = amount == null ? figure.amount() : amount.spanning(figure.amount());
                }
            }
            if (amount != null) {
                count++;
                lowest = Math.addExact(lowest, Math.max(0, amount.lowest()));
                highest = amount.highest() == Amount.NO_LIMIT || highest == Amount.NO_LIMIT ? Amount.NO_LIMIT
                        : Math.addExact(highest, Math.max(0, amount.highest()));
            }
        }
        return new OwnSum(count, Amount.between(lowest, count < sum.parts.size() || !sum.complete ? Amount.NO_LIMIT : highest));
    }

    private static String inWords(OwnSum own, SumOfParts sum) {
        return own.parts == 0 ? "" : Words.limits(own.amount.lowest(), Words.limit(own.amount.highest()))
                + (own.parts == sum.parts.size() ? "" : "\n" + Words.number(own.parts) + " of "
                + FigureWording.count(sum.parts.size(), "part"));
    }

    /** From the publisher's own whole; without one, from what all others say of it. */
    private static String difference(OwnSum parts, List<Figure> saidOfWhole, String source) {
        List<Figure> own = of(saidOfWhole, source);
        List<Figure> wholes = own.isEmpty() ? saidOfWhole : own;
        if (parts.parts == 0 || wholes.isEmpty()) {
            return "";
        }
        Amount whole = spanned(wholes);
        String of = own.isEmpty() ? "\nagainst the others" : "";
        return (parts.amount.lowest() > whole.highest() ? Words.number(parts.amount.lowest() - whole.highest()) + " too many"
                : parts.amount.highest() < whole.lowest() ? Words.number(whole.lowest() - parts.amount.highest()) + " too few"
                : "fits") + of;
    }
}
