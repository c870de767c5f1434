package org.crossfoot.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;
import org.crossfoot.network.repair.Referee;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Rules;
import org.crossfoot.rule.Severity;

/**
 * A second reading of the method, from its text alone: all figures of all dates make one network of pieces of periods over all
 * areas and checks, and choco-solver finds the cheapest repair of each of its components. Slow, and short enough to be checked by
 * reading it.
 *
 * <p>Where the method leaves a choice: a running total is longer than a day; equal figures of one cell make one claim where they
 * have their origin or the person they quote in common; a rule with a tolerance holds with it on each piece and on each printed
 * period; a check with a constant, which cannot hold both on the parts of a period and on the whole, holds on printed periods;
 * the tolerance of {@code sources-agree} widens figures that others contradict, or with {@code -Dcrossfoot.widenAll=true} every
 * one, upwards by half of it rounded up and downwards by half of it rounded down, so that a difference of one more is a
 * conflict. Left out: one row that speaks of many areas, tolerances in percent
 * or of {@code days-add-up}, goals, decisions.
 */
final class WorldReferee {

    /** Equal figures of one group on one cell. */
    record Claim(Cell cell, long lowest, long highest, int cost, boolean counts, List<Figure> figures) {

        boolean isFree() {
            return cost == 0 && !counts;
        }

        @Override
        public String toString() {
            return figures.stream().map(WorldReferee::text).collect(Collectors.joining(" = "));
        }
    }

    /** In short. */
    static String text(Figure figure) {
        return String.join(" ", figure.source(), figure.cell().area(), figure.cell().measure(),
                figure.cell().period().toString(), figure.asPrinted(), "[" + (figure.derived() ? 0 : figure.trust()) + "]");
    }

    /** What is counted where. */
    private record Line(String area, String measure) {
    }

    private record Place(Line line, Period period) {
    }

    /** {@code lowest <= sum of coefficient x number <= highest}. */
    private static final class Row {

        final Map<Integer, Long> terms = new LinkedHashMap<>();
        long lowest;
        long highest;

        Row(long lowest, long highest) {
            this.lowest = lowest;
            this.highest = highest;
        }

        void add(Collection<Integer> numbers, long coefficient) {
            numbers.forEach(number -> terms.merge(number, coefficient, Long::sum));
        }

        /** It can be met whatever the numbers of others are, as this one is in no other sum and nothing is said of it. */
        void free(int number) {
            long coefficient = terms.get(number);
            boolean up = coefficient > 0;
            boolean isLimitedOnOneSide = up ? lowest == Network.NO_LOWEST : highest == Network.NO_HIGHEST;
            if (Math.abs(coefficient) > 1 && !isLimitedOnOneSide) {
                return;
            }
            terms.remove(number);
            lowest = up ? Network.NO_LOWEST : lowest;
            highest = up ? highest : Network.NO_HIGHEST;
        }

        boolean alwaysHolds() {
            boolean low = lowest == Network.NO_LOWEST || lowest <= 0 && terms.values().stream().allMatch(each -> each > 0);
            boolean high = highest == Network.NO_HIGHEST || highest >= 0 && terms.values().stream().allMatch(each -> each < 0);
            return low && high;
        }
    }

    /** Numbers that sums tie together, all claims on them, and what follows. */
    static final class Component {

        private final List<Claim> claims;
        private final Map<Cell, Integer> cells;
        private final Network network;
        private final long printed;
        private final Referee referee;
        private final BitSet cheapest;
        private final BitSet blamed;
        private List<BitSet> repairs;

        Component(Network network, List<Claim> claims, Map<Cell, Integer> cells, long printed) {
            this.network = network;
            this.claims = claims;
            this.cells = cells;
            this.printed = printed;
            this.referee = new Referee(network, Math.toIntExact(4 * printed + 10), TIME_OF_A_QUESTION);
            this.cheapest = referee.cheapest();
            this.blamed = cheapest == null ? new BitSet() : referee.blamed(cheapest);
        }

        List<Claim> claims() {
            return claims;
        }

        /** Those of a repair; one that is none of them is left out. */
        List<Claim> claims(BitSet repair) {
            return repair.stream().filter(number -> number < claims.size()).mapToObj(claims::get).toList();
        }

        Network network() {
            return network;
        }

        Set<Cell> cells() {
            return cells.keySet();
        }

        boolean isImpossible() {
            return cheapest == null;
        }

        /** Whether what is said cannot all be true. */
        boolean isContradictory() {
            return isImpossible() || repairs().stream().noneMatch(BitSet::isEmpty);
        }

        /** In trust. */
        int cost() {
            return cheapest.stream().map(number -> claims.get(number).cost()).sum();
        }

        List<Claim> blamed() {
            return blamed.stream().mapToObj(claims::get).toList();
        }

        /** All cheapest ones, or one more than {@link #MOST_REPAIRS}. */
        List<BitSet> repairs() {
            if (repairs == null) {
                repairs = isImpossible() ? List.of() : cheapest.isEmpty() ? List.of(new BitSet())
                        : referee.repairs(cheapest, MOST_REPAIRS);
            }
            return repairs;
        }

        boolean hasMoreRepairs() {
            return repairs().size() > MOST_REPAIRS;
        }

        /** Where something costs nothing to set aside, each repair is asked by itself: of many that would take minutes. */
        boolean canBeAsked() {
            return claims.stream().noneMatch(Claim::isFree) || repairs().size() <= REPAIRS_ASKED;
        }

        /**
         * Whether some cheapest repair leaves a number between two limits to a cell; those above all that is printed are one.
         */
        boolean canBe(Cell cell, long low, long high) {
            int number = cells.get(cell);
            if (claims.stream().noneMatch(Claim::isFree)) {
                return referee.canBeAtTheCostOf(number, low, high, cheapest);
            }
            return repairs().stream().anyMatch(repair -> referee.canBe(number, low, high, repair));
        }

        /** A number that nothing printed can limit. */
        long withoutLimit() {
            return 2 * printed + 5;
        }

        boolean ranOutOfTime() {
            return referee.ranOutOfTime();
        }
    }

    /** Of each component; what is asked beyond it is left out. */
    static final int MOST_REPAIRS = 500;

    private static final int REPAIRS_ASKED = 16;

    /**
     * The method widens every figure of a cell by half of the tolerance of {@code sources-agree}; src/site/method.md says that
     * one which nobody contradicts is not widened, and that the truth lies anywhere between those within it.
     */
    private static final boolean ONLY_CONTRADICTED = !Boolean.getBoolean("crossfoot.widenAll");

    private static final String TIME_OF_A_QUESTION = System.getProperty("crossfoot.refereeTime", "400ms");

    private final Vocabulary vocabulary;
    private final Rules rules;
    private final boolean daysBind;
    private final List<Claim> claims = new ArrayList<>();
    private final Set<Figure> takenBack = new HashSet<>();
    /** By the first line of those that rules tie together. */
    private final Map<Line, Line> tied = new HashMap<>();
    private final Map<Line, NavigableSet<LocalDate>> cuts = new HashMap<>();
    private final Map<Line, NavigableSet<Period>> printed = new HashMap<>();
    private final Map<Place, Integer> numbers = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Component> components = new ArrayList<>();

    /** @param asked cells that are asked about beside those of the figures */
    WorldReferee(Vocabulary vocabulary, Rules rules, Collection<Figure> figures, Collection<Cell> asked) {
        this.vocabulary = vocabulary;
        this.rules = rules;
        this.daysBind = rules.builtIn(BuiltIn.DAYS_ADD_UP).filter(WorldReferee::binds).isPresent();
        takeBack(figures);
        List<Figure> speaking = figures.stream().filter(figure -> !takenBack.contains(figure)).sorted().toList();
        claim(speaking);
        tieLines();
        speaking.forEach(figure -> cut(figure.cell()));
        areasAddUp();
        rules.checks().stream().filter(WorldReferee::binds).forEach(this::check);
        Map<Cell, Integer> cells = new TreeMap<>();
        claims.forEach(each -> cells.computeIfAbsent(each.cell, this::number));
        asked.stream().filter(this::isMadeOfPieces).forEach(each -> cells.computeIfAbsent(each, this::number));
        simplify(new HashSet<>(cells.values()));
        split(cells);
    }

    List<Component> components() {
        return components;
    }

    /** Figures that their own source's later running total went below. */
    Set<Figure> takenBack() {
        return takenBack;
    }

    private static boolean binds(Rule rule) {
        return rule.enabled() && rule.severity().atLeast(Severity.WARNING);
    }

    private void takeBack(Collection<Figure> figures) {
        for (Figure before : figures) {
            Period period = before.cell().period();
            if (vocabulary.measure(before.cell().measure()).isFlow() && !period.isDay() && figures.stream().anyMatch(after ->
                    after.source().equals(before.source()) && after.attributedTo().equals(before.attributedTo())
                    && line(after.cell()).equals(line(before.cell())) && after.cell().period().start().equals(period.start())
                    && after.cell().period().end().isAfter(period.end())
                    && after.amount().highest() < before.amount().lowest())) {
                takenBack.add(before);
            }
        }
    }

    private void claim(List<Figure> figures) {
        Map<Cell, Map<Amount, List<List<Figure>>>> groups = new LinkedHashMap<>();
        for (Figure figure : figures) {
            Amount limits = Amount.between(figure.amount().lowest(), figure.amount().highest());
            List<List<Figure>> equal = groups.computeIfAbsent(figure.cell(), cell -> new LinkedHashMap<>())
                    .computeIfAbsent(limits, each -> new ArrayList<>());
            List<Figure> joined = new ArrayList<>(List.of(figure));
            equal.removeIf(group -> {
                boolean same = group.stream().anyMatch(other -> areOneGroup(figure, other));
                if (same) {
                    joined.addAll(group);
                }
                return same;
            });
            equal.add(joined);
        }
        groups.forEach((cell, byAmount) -> byAmount.forEach((amount, equal) -> {
            Amount allowed = allowed(amount, byAmount.keySet());
            equal.forEach(group -> claims.add(new Claim(cell, allowed.lowest(), allowed.highest(),
                    group.stream().mapToInt(each -> each.derived() ? 0 : each.trust()).max().orElseThrow(),
                    group.stream().anyMatch(each -> !each.derived()), List.copyOf(group))));
        }));
    }

    /** What the tolerance of {@code sources-agree} makes of an amount, beside all that are printed of the cell. */
    private Amount allowed(Amount amount, Set<Amount> all) {
        long tolerance = rules.builtIn(BuiltIn.SOURCES_AGREE).map(rule -> rule.tolerance().people()).orElse(0L);
        long apart = all.stream().mapToLong(Amount::lowest).max().orElseThrow()
                - all.stream().mapToLong(Amount::highest).min().orElseThrow();
        if (tolerance == 0 || ONLY_CONTRADICTED && apart <= 0) {
            return amount;
        }
        if (ONLY_CONTRADICTED && apart <= tolerance) {
            return Amount.between(Math.min(amount.lowest(), all.stream().mapToLong(Amount::highest).min().orElseThrow()),
                    Math.max(amount.highest(), all.stream().mapToLong(Amount::lowest).max().orElseThrow()));
        }
        return Amount.between(Math.max(0, amount.lowest() - tolerance / 2),
                amount.hasUpperLimit() ? amount.highest() + (tolerance + 1) / 2 : Amount.NO_LIMIT);
    }

    private boolean areOneGroup(Figure one, Figure other) {
        return vocabulary.originOf(one.source()).equals(vocabulary.originOf(other.source()))
                || !one.attributedTo().isEmpty() && one.attributedTo().equalsIgnoreCase(other.attributedTo());
    }

    private static Line line(Cell cell) {
        return new Line(cell.area(), cell.measure());
    }

    private Line group(Line line) {
        Line next = tied.getOrDefault(line, line);
        return next.equals(line) ? line : group(next);
    }

    private void tieLines() {
        for (Area area : vocabulary.areas().all()) {
            for (Rule rule : rules.checks()) {
                if (binds(rule)) {
                    List<Equation.Term> terms = rule.equation().terms();
                    terms.forEach(term -> tie(new Line(area.id(), terms.get(0).measure()), new Line(area.id(), term.measure())));
                }
            }
            if (rules.builtIn(BuiltIn.AREAS_ADD_UP).filter(WorldReferee::binds).isPresent()) {
                area.wholes().forEach(part -> vocabulary.measures().keySet().forEach(measure ->
                        tie(new Line(part.whole(), measure), new Line(area.id(), measure))));
            }
        }
    }

    private void tie(Line one, Line other) {
        if (!group(one).equals(group(other))) {
            tied.put(group(one), group(other));
        }
    }

    private void cut(Cell cell) {
        Line group = group(line(cell));
        NavigableSet<LocalDate> at = cuts.computeIfAbsent(group, line -> new TreeSet<>());
        at.add(cell.period().start());
        at.add(cell.period().end().plusDays(1));
        printed.computeIfAbsent(group, line -> new TreeSet<>()).add(cell.period());
    }

    private boolean addsUpOverDays(Line line) {
        return daysBind && vocabulary.measure(line.measure).isFlow();
    }

    /** What a period is cut into. */
    private List<Period> pieces(Line line, Period period) {
        if (!addsUpOverDays(line)) {
            return List.of(period);
        }
        List<Period> pieces = new ArrayList<>();
        NavigableSet<LocalDate> at = cuts.get(group(line));
        for (LocalDate start = period.start(); !start.isAfter(period.end());) {
            LocalDate next = at.higher(start);
            pieces.add(new Period(start, next.minusDays(1)));
            start = next;
        }
        return pieces;
    }

    private boolean isMadeOfPieces(Cell cell) {
        NavigableSet<LocalDate> at = cuts.get(group(line(cell)));
        return !cell.period().isOpen() && at != null && at.contains(cell.period().start())
                && at.contains(cell.period().end().plusDays(1));
    }

    /** The numbers that a period of a line is the sum of. */
    private List<Integer> numbers(Line line, Period period) {
        return pieces(line, period).stream().map(piece -> numbers.computeIfAbsent(new Place(line, piece),
                place -> numbers.size())).toList();
    }

    /** The number of a cell; a new one, that is the sum of its pieces, where there are several. */
    private int number(Cell cell) {
        List<Integer> pieces = numbers(line(cell), cell.period());
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        int whole = numbers.size();
        numbers.put(new Place(line(cell), cell.period()), whole);
        Row row = new Row(0, 0);
        row.add(pieces, 1);
        row.add(List.of(whole), -1);
        rows.add(row);
        return whole;
    }

    /** The periods that a rule on some lines speaks of. */
    private Set<Period> periods(List<Line> lines, boolean onPiecesToo) {
        Set<Period> periods = new TreeSet<>(printed.getOrDefault(group(lines.get(0)), new TreeSet<>()));
        if (onPiecesToo && lines.stream().allMatch(this::addsUpOverDays)) {
            List.copyOf(periods).forEach(period -> periods.addAll(pieces(lines.get(0), period)));
        }
        return periods;
    }

    private void areasAddUp() {
        rules.builtIn(BuiltIn.AREAS_ADD_UP).filter(WorldReferee::binds).ifPresent(rule -> {
            long tolerance = rule.tolerance().people();
            for (Area whole : vocabulary.areas().all()) {
                vocabulary.areas().partsOf(whole.id()).forEach((breakdown, parts) -> {
                    boolean complete = vocabulary.breakdowns().get(breakdown).complete();
                    for (String measure : vocabulary.measures().keySet()) {
                        Line line = new Line(whole.id(), measure);
                        for (Period period : periods(List.of(line), true)) {
                            Row row = new Row(complete ? -tolerance : Network.NO_LOWEST, tolerance);
                            row.add(numbers(line, period), -1);
                            parts.forEach(part -> row.add(numbers(new Line(part.id(), measure), period), 1));
                            rows.add(row);
                        }
                    }
                });
            }
        });
    }

    private void check(Rule rule) {
        Equation equation = rule.equation();
        long tolerance = rule.tolerance().people();
        long least = equation.sign() == Equation.Sign.AT_MOST ? Network.NO_LOWEST : equation.constant() - tolerance;
        long most = equation.sign() == Equation.Sign.AT_LEAST ? Network.NO_HIGHEST : equation.constant() + tolerance;
        for (Area area : vocabulary.areas().all()) {
            List<Line> lines = equation.terms().stream().map(term -> new Line(area.id(), term.measure())).toList();
            for (Period period : periods(lines, equation.constant() == 0)) {
                Row row = new Row(least, most);
                equation.terms().forEach(term -> row.add(numbers(new Line(area.id(), term.measure()), period),
                        term.coefficient()));
                rows.add(row);
            }
        }
    }

    /** Leaves out numbers that nobody asks about and that meet the only sum they are in, and sums that always hold. */
    private void simplify(Set<Integer> asked) {
        boolean changed = true;
        while (changed) {
            changed = rows.removeIf(Row::alwaysHolds);
            Map<Integer, List<Row>> in = new HashMap<>();
            rows.forEach(row -> row.terms.keySet().forEach(number ->
                    in.computeIfAbsent(number, each -> new ArrayList<>()).add(row)));
            for (Map.Entry<Integer, List<Row>> each : in.entrySet()) {
                if (each.getValue().size() == 1 && !asked.contains(each.getKey())) {
                    Row row = each.getValue().get(0);
                    row.free(each.getKey());
                    changed |= !row.terms.containsKey(each.getKey());
                }
            }
        }
    }

    private void split(Map<Cell, Integer> cells) {
        int[] first = new int[numbers.size()];
        for (int number = 0; number < first.length; number++) {
            first[number] = number;
        }
        rows.forEach(row -> row.terms.keySet().forEach(number -> {
            int one = root(first, number);
            first[one] = root(first, row.terms.keySet().iterator().next());
        }));
        SortedMap<Integer, List<Claim>> byComponent = new TreeMap<>();
        claims.forEach(each -> byComponent.computeIfAbsent(root(first, cells.get(each.cell)), number -> new ArrayList<>())
                .add(each));
        byComponent.forEach((component, ofComponent) -> {
            Map<Integer, Integer> numbering = new HashMap<>();
            List<Sum> sums = new ArrayList<>();
            for (Row row : rows) {
                if (root(first, row.terms.keySet().iterator().next()) == component) {
                    sums.add(new Sum(row.terms.keySet().stream()
                            .mapToInt(number -> numbering.computeIfAbsent(number, each -> numbering.size())).toArray(),
                            row.terms.values().stream().mapToLong(Long::longValue).toArray(), row.lowest, row.highest));
                }
            }
            Map<Cell, Integer> here = new TreeMap<>();
            cells.forEach((cell, number) -> {
                if (root(first, number) == component) {
                    here.put(cell, numbering.computeIfAbsent(number, each -> numbering.size()));
                }
            });
            List<Statement> statements = ofComponent.stream().map(each ->
                    new Statement(here.get(each.cell), each.lowest, each.highest, each.cost, each.counts)).toList();
            Map<Cell, Long> largest = new HashMap<>();
            ofComponent.forEach(each -> largest.merge(each.cell, each.highest == Network.NO_HIGHEST ? each.lowest : each.highest,
                    Math::max));
            long tolerances = sums.stream().mapToLong(sum -> Math.max(finite(sum.lowest()), finite(sum.highest()))).sum();
            components.add(new Component(new Network(numbering.size(), sums, statements), ofComponent, here,
                    tolerances + largest.values().stream().mapToLong(Long::longValue).sum()));
        });
    }

    private static long finite(long limit) {
        return limit == Network.NO_LOWEST || limit == Network.NO_HIGHEST ? 0 : Math.abs(limit);
    }

    private static int root(int[] first, int number) {
        int root = number;
        while (first[root] != root) {
            root = first[root];
        }
        return root;
    }
}
