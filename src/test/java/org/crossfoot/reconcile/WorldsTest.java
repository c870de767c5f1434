package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.intake.SharedFolder;
import org.crossfoot.known.AssembleEvidence;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;
import org.crossfoot.reconcile.RandomWorld.Size;
import org.crossfoot.reconcile.WorldReferee.Claim;
import org.crossfoot.reconcile.WorldReferee.Component;
import org.crossfoot.reconcile.evidence.Delivery;
import org.crossfoot.reconcile.evidence.Evidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Decisions;
import org.crossfoot.rule.Severity;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program against a second reading of the method, on random worlds through the front door: whether something is wrong, what
 * is blamed, what may be set aside instead, and what can still be true, of all dates together.
 *
 * <p>{@code -Dcrossfoot.worlds=10000} says how many worlds (otherwise a few), {@code -Dcrossfoot.firstWorld=1} where
 * their seeds begin; all are tried, and how many differ is printed, by what differs and by their kind, with the smallest of each.
 * {@code java -cp (test class path) org.crossfoot.reconcile.WorldsTest FOLDER SEED} writes the folder of one, on which the
 * program can be run, and tells all that differs.
 */
class WorldsTest {

    /** The built-in rules that join the network, and the row of what breaks none of them by itself. */
    private static final Set<BuiltIn> BINDING = Set.of(BuiltIn.SOURCES_AGREE, BuiltIn.AREAS_ADD_UP, BuiltIn.DAYS_ADD_UP,
            BuiltIn.JOINT);
    private static final String WORLDS = "crossfoot.worlds";
    private static final long[] TOOK_MINUTES = {57, 246};
    private static final String LARGE_WORLDS = "crossfoot.largeWorlds";
    private static final int REPAIRS_LISTED = 32;
    /** A component of so many cells is small: its limits must be exact. */
    private static final int SMALL = 12;
    /** Of a component with many totals only so many are compared, spread over them: each takes the referee four questions. */
    private static final int TOTALS_ASKED = 10;
    /** Where what rules tie to figures of earlier days decides. */
    private static final long[] TIED_TO_EARLIER_DAYS = {5075, 5112, 5161, 5170};
    /** So many others are tried with every build. */
    private static final int FEW_WORLDS = 30;
    /** So many of the worlds that differ are told in full. */
    private static final int TOLD = 3;

    /** What the program and the referee may say differently. */
    enum Difference {
        NO_ANSWER("no answer: the program failed"),
        SAME_ID("two rows of a date have one id"),
        NOT_FOUND("a contradiction in no row"),
        INVENTED("a row although all of its figures can be true"),
        NOT_SET_ASIDE("a figure that every cheapest repair sets aside is kept"),
        WRONGLY_SET_ASIDE("a figure is set aside although a cheapest repair keeps it"),
        IN_NO_ROW("a figure is set aside, and no row names it"),
        BLAME_IN_ROW("a row blames others of its figures than every cheapest repair sets aside"),
        TWO_STORIES("two dates judge one figure differently"),
        DEARER("a repair is listed that is part of no cheapest one"),
        REPAIR_MISSING("a cheapest repair is not listed"),
        COST("another cost"),
        UNDECIDED("undecided"),
        TOO_NARROW("a total leaves out what a cheapest repair allows"),
        TOO_WIDE("a total is wider than what the cheapest repairs allow"),
        NO_TOTAL("a printed cell has no total");

        private final String words;

        Difference(String words) {
            this.words = words;
        }
    }

    /** An input folder as the program reads it, and what it says of each date. */
    record Run(Settings settings, List<Figure> figures, List<Outcome> outcomes) {

        static Run of(Path folder) throws IOException, SettingsException {
            Settings settings = SettingsReader.read(SettingsFiles.readFrom(folder));
            ReportsInMemory reports = ReportsInMemory.read(folder, settings);
            AssembleEvidence assemble = new AssembleEvidence(reports, settings, Decisions.NONE);
            Reconciliation reconciliation = new Reconciliation(settings.vocabulary(), settings.rules());
            List<Figure> figures = new ArrayList<>();
            SortedMap<LocalDate, SortedSet<Cell>> tied = new TreeMap<>();
            for (LocalDate date : reports.dates()) {
                Evidence evidence = assemble.of(date).evidence();
                evidence.ofDate().stream().map(Delivery::figure).forEach(figures::add);
                // As the ledger keeps them: they follow from what is known up to a date, whatever later dates say.
                reconciliation.of(evidence).ties().forEach((earlier, cells) ->
                        tied.computeIfAbsent(earlier, none -> new TreeSet<>()).addAll(cells));
            }
            List<Outcome> outcomes = reports.dates().stream().map(date ->
                    reconciliation.of(assemble.of(date, tied.getOrDefault(date, new TreeSet<>())).evidence())).toList();
            return new Run(settings, figures, outcomes);
        }

        static List<Figure> figures(Path folder) throws IOException, SettingsException {
            Settings settings = SettingsReader.read(SettingsFiles.readFrom(folder));
            ReportsInMemory reports = ReportsInMemory.read(folder, settings);
            AssembleEvidence assemble = new AssembleEvidence(reports, settings, Decisions.NONE);
            return reports.dates().stream().flatMap(date -> assemble.of(date).evidence().ofDate().stream())
                    .map(Delivery::figure).toList();
        }

        /** Rows on what figures say, that a network is told of. */
        Stream<Discrepancy> rows() {
            return outcomes.stream().flatMap(outcome -> outcome.discrepancies().stream())
                    .filter(row -> row.severity().atLeast(Severity.WARNING))
                    .filter(row -> BuiltIn.of(row.rule()).map(BINDING::contains).orElse(true));
        }
    }

    /** One world, with everything that was said differently of it. */
    private static final class Comparison {

        private final Run run;
        private final WorldReferee referee;
        private final Map<String, Figure> byLine = new HashMap<>();
        private final Map<Figure, Claim> claimOf = new HashMap<>();
        private final Map<Figure, Component> componentOf = new HashMap<>();
        private final Set<Figure> blamed = new HashSet<>();
        private final Map<Difference, List<String>> differences = new EnumMap<>(Difference.class);
        private boolean outOfTime;

        Comparison(Run run) {
            this.run = run;
            List<Cell> asked = run.outcomes.stream().flatMap(outcome -> outcome.totals().stream()).map(Total::cell).toList();
            this.referee = new WorldReferee(run.settings.vocabulary(), run.settings.rules(), run.figures, asked);
            run.figures.forEach(figure -> byLine.put(figure.file() + ":" + figure.line(), figure));
            for (Component component : referee.components()) {
                component.claims().forEach(claim -> claim.figures().forEach(figure -> {
                    claimOf.put(figure, claim);
                    componentOf.put(figure, component);
                }));
                component.blamed().forEach(claim -> blamed.addAll(claim.figures()));
            }
            compare();
        }

        private void differs(Difference difference, String about) {
            differences.computeIfAbsent(difference, each -> new ArrayList<>()).add(about);
        }

        private static String text(Discrepancy row) {
            return row.date() + " " + row.rule() + " " + row.area() + " " + row.measure() + " " + row.period();
        }

        private void compare() {
            for (Outcome outcome : run.outcomes) {
                if (outcome.discrepancies().stream().map(Discrepancy::id).distinct().count() < outcome.discrepancies().size()) {
                    differs(Difference.SAME_ID, outcome.date().toString());
                }
            }
            for (Component component : referee.components()) {
                boolean contradictory = component.isContradictory();
                outOfTime |= component.ranOutOfTime() || component.isImpossible() || component.hasMoreRepairs();
                List<Discrepancy> rows = run.rows().filter(row -> row.figures().stream()
                        .anyMatch(figure -> componentOf.get(figure) == component)).toList();
                if (outOfTime) {
                    return;
                }
                if (contradictory && rows.isEmpty()) {
                    differs(Difference.NOT_FOUND, component.claims().toString());
                } else if (!contradictory) {
                    rows.forEach(row -> differs(Difference.INVENTED, text(row)));
                } else {
                    rows.forEach(row -> compareRow(row, component, rows.size() == 1));
                }
            }
            compareUses();
            if (differences.isEmpty()) {
                // A total follows from what is set aside: its limits are compared where that is the same.
                compareTotals();
            }
        }

        private void compareRow(Discrepancy row, Component component, boolean alone) {
            if (row.verdict() == Verdict.UNDECIDED) {
                differs(Difference.UNDECIDED, text(row));
                return;
            }
            Set<Figure> expected = row.figures().stream().filter(blamed::contains).collect(Collectors.toSet());
            if (!expected.equals(new HashSet<>(row.blamed()))) {
                differs(Difference.BLAME_IN_ROW, text(row) + " blames " + row.blamed().stream().map(WorldReferee::text).toList()
                        + ", not " + expected.stream().map(WorldReferee::text).sorted().toList());
            }
            Explanation explained = row.explained();
            List<BitSet> listed = explained.repairs().stream().map(repair -> claims(repair, explained, component)).toList();
            listed.stream().filter(some -> component.repairs().stream().noneMatch(repair -> contains(repair, some)))
                    .forEach(some -> differs(Difference.DEARER, text(row) + ": " + component.claims(some)));
            if (!explained.moreRepairs() && component.repairs().size() <= REPAIRS_LISTED) {
                component.repairs().stream().filter(repair -> listed.stream().noneMatch(some -> contains(repair, some)))
                        .forEach(repair -> differs(Difference.REPAIR_MISSING, text(row) + ": " + component.claims(repair)));
            }
            if (alone && explained.cost() != component.cost()) {
                differs(Difference.COST, text(row) + ": " + explained.cost() + ", not " + component.cost());
            }
        }

        /** Of a component, by number; one beyond all of them for what is none of its claims. */
        private BitSet claims(List<Explanation.Mention> repair, Explanation explained, Component component) {
            BitSet claims = new BitSet();
            for (Explanation.Mention mention : repair) {
                Explanation.NumberedStatement statement = explained.statements().stream()
                        .filter(each -> each.number() == mention.statement()).findFirst().orElse(null);
                Figure figure = statement == null ? null : byLine.get(statement.file() + ":" + statement.line());
                int number = component.claims().indexOf(claimOf.get(figure));
                claims.set(number < 0 ? component.claims().size() : number);
            }
            return claims;
        }

        private static boolean contains(BitSet larger, BitSet smaller) {
            BitSet rest = (BitSet) smaller.clone();
            rest.andNot(larger);
            return rest.isEmpty();
        }

        private void compareUses() {
            Set<Figure> setAside = run.outcomes.stream().flatMap(outcome -> outcome.figures().stream())
                    .filter(use -> use.use() == Use.SET_ASIDE).map(use -> use.figure()).collect(Collectors.toSet());
            Set<Figure> named = run.rows().flatMap(row -> row.figures().stream()).collect(Collectors.toSet());
            Set<Figure> blamedByRows = run.rows().flatMap(row -> row.blamed().stream()).collect(Collectors.toSet());
            for (Figure figure : run.figures) {
                if (blamed.contains(figure) && !setAside.contains(figure)) {
                    differs(Difference.NOT_SET_ASIDE, WorldReferee.text(figure));
                } else if (setAside.contains(figure) && !blamed.contains(figure)) {
                    differs(Difference.WRONGLY_SET_ASIDE, WorldReferee.text(figure));
                }
                if (setAside.contains(figure) && !named.contains(figure)) {
                    differs(Difference.IN_NO_ROW, WorldReferee.text(figure));
                }
                boolean innocentElsewhere = run.rows().anyMatch(row -> row.verdict() != Verdict.UNDECIDED
                        && row.figures().contains(figure) && !row.blamed().contains(figure));
                if (blamedByRows.contains(figure) && (!setAside.contains(figure) || innocentElsewhere)
                        || setAside.contains(figure) && innocentElsewhere) {
                    differs(Difference.TWO_STORIES, WorldReferee.text(figure));
                }
            }
        }

        private void compareTotals() {
            Map<Cell, Total> totals = new HashMap<>();
            run.outcomes.forEach(outcome -> outcome.totals().forEach(total -> totals.put(total.cell(), total)));
            run.figures.stream().map(Figure::cell).distinct().filter(cell -> !totals.containsKey(cell))
                    .forEach(cell -> differs(Difference.NO_TOTAL, cell.toString()));
            for (Component component : referee.components()) {
                List<Total> here = component.cells().stream().filter(totals::containsKey).map(totals::get).toList();
                int step = 1 + here.size() / TOTALS_ASKED;
                for (int i = 0; i < here.size() && component.canBeAsked() && !component.ranOutOfTime(); i += step) {
                    compareTotal(here.get(i), component);
                }
            }
        }

        private void compareTotal(Total total, Component component) {
            boolean limited = total.highest() != Amount.NO_LIMIT;
            Cell cell = total.cell();
            boolean outside = component.canBe(cell, 0, total.lowest() - 1)
                    || limited && component.canBe(cell, total.highest() + 1, Network.NO_HIGHEST);
            boolean reached = component.canBe(cell, total.lowest(), total.lowest()) && (limited
                    ? component.canBe(cell, total.highest(), total.highest())
                    : component.canBe(cell, component.withoutLimit(), Network.NO_HIGHEST));
            if (component.ranOutOfTime()) {
                return;
            }
            if (outside) {
                differs(Difference.TOO_NARROW, total.toString());
            } else if (!reached && component.cells().size() <= SMALL) {
                differs(Difference.TOO_WIDE, total.toString());
            }
        }
    }

    /** How many worlds differ in which way, by their kind, and the first of them. */
    private static final class Tally {

        private final Map<Difference, SortedMap<String, List<Long>>> byKind = new EnumMap<>(Difference.class);
        private final Map<Long, Integer> figures = new HashMap<>();
        private final SortedMap<String, Integer> kinds = new TreeMap<>();
        private final SortedMap<String, String> told = new TreeMap<>();
        private int contradictory;
        private int different;
        private int outOfTime;

        void add(long seed, RandomWorld world, Path folder) throws IOException, SettingsException {
            kinds.merge(world.kind(), 1, Integer::sum);
            figures.put(seed, world.figures());
            Map<Difference, List<String>> differences = differences(folder);
            if (!differences.isEmpty()) {
                different++;
                told.put(String.format("%3d figures, world %d", world.figures(), seed), differences + "\n" + world);
                if (told.size() > TOLD) {
                    told.remove(told.lastKey());
                }
            }
            for (Difference difference : differences.keySet()) {
                byKind.computeIfAbsent(difference, each -> new TreeMap<>())
                        .computeIfAbsent(world.kind(), each -> new ArrayList<>()).add(seed);
            }
        }

        private Map<Difference, List<String>> differences(Path folder) throws IOException, SettingsException {
            Run run;
            try {
                run = Run.of(folder);
            } catch (RuntimeException e) {
                return Map.of(Difference.NO_ANSWER, List.of(e.toString()));
            }
            Comparison comparison = new Comparison(run);
            contradictory += comparison.referee.components().stream().anyMatch(Component::isContradictory) ? 1 : 0;
            outOfTime += comparison.outOfTime ? 1 : 0;
            return comparison.outOfTime ? Map.of() : comparison.differences;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(String.format("%,d worlds of which %,d are contradictory: %,d told"
                    + " differently, %,d left out, as the referee needs too long%n",
                    kinds.values().stream().mapToInt(Integer::intValue).sum(), contradictory, different, outOfTime));
            kinds.forEach((kind, count) -> text.append(String.format("  %5d  %s%n", count, kind)));
            byKind.forEach((difference, seeds) -> {
                text.append(String.format("%5d  %s%n", seeds.values().stream().mapToInt(List::size).sum(), difference.words));
                seeds.forEach((kind, ofKind) -> text.append(String.format("       %5d  %s; smallest: %s%n", ofKind.size(), kind,
                        ofKind.stream().sorted(Comparator.comparing(figures::get)).limit(6)
                        .map(seed -> seed + " (" + figures.get(seed) + " figures)").collect(Collectors.joining(", ")))));
            });
            return text.toString();
        }
    }

    @TempDir
    private Path work;

    @Test
    void everyWorldIsJudgedAsTheMethodSays() throws IOException, SettingsException {
        Tally tally = new Tally();
        long[] seeds = seeds();
        for (long seed : seeds) {
            RandomWorld world = RandomWorld.of(seed, Size.USUAL);
            Path folder = work.resolve("world-" + seed);
            world.writeTo(folder);
            tally.add(seed, world, folder);
            remove(folder);
        }
        System.out.print(tally);
        assertThat(tally.outOfTime).as("worlds that the referee could not judge in time").isLessThan(1 + seeds.length / 20);
        assertThat(tally.told).as("the smallest worlds that are judged otherwise, of " + tally.different).isEmpty();
    }

    private static long[] seeds() {
        if (System.getProperty(WORLDS) == null) {
            return LongStream.concat(LongStream.of(TIED_TO_EARLIER_DAYS), LongStream.rangeClosed(1, FEW_WORLDS)).toArray();
        }
        long first = Long.getLong("crossfoot.firstWorld", 1);
        return LongStream.range(first, first + Integer.getInteger(WORLDS)).toArray();
    }

    /**
     * {@code -Dcrossfoot.largeWorlds=1000} says how many, of 500 figures, on a machine that has nothing else to do; else those
     * that took minutes are tried. Timed is the CPU, of all dates together.
     */
    @Test
    void noLargeWorldTakesLong() throws IOException, SettingsException {
        boolean asked = System.getProperty(LARGE_WORLDS) != null;
        SortedMap<Long, String> slowest = new TreeMap<>(Comparator.reverseOrder());
        for (long seed : asked ? LongStream.rangeClosed(1, Integer.getInteger(LARGE_WORLDS)).toArray() : TOOK_MINUTES) {
            RandomWorld world = RandomWorld.of(seed, Size.LARGE);
            Path folder = work.resolve("large-" + seed);
            world.writeTo(folder);
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            List<Outcome> outcomes = Run.of(folder).outcomes();
            long took = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1_000_000;
            long undecided = outcomes.stream().flatMap(outcome -> outcome.discrepancies().stream())
                    .filter(row -> row.verdict() == Verdict.UNDECIDED).count();
            slowest.put(took, "world %d: %d figures, %,d ms, %d undecided rows".formatted(seed, world.figures(), took,
                    undecided));
            remove(folder);
        }
        slowest.values().stream().limit(10).forEach(System.out::println);
        assertThat(slowest.firstKey()).as("ms, of " + slowest.get(slowest.firstKey())).isLessThan(asked ? 10_000 : 30_000);
    }

    /** Every set of claims, and for each every combination of numbers: the referee is right about the smallest worlds. */
    @Test
    void theRefereeSaysWhatTryingEverythingSays() throws IOException, SettingsException {
        int compared = 0;
        int contradictory = 0;
        for (long seed = 1; seed <= 100; seed++) {
            RandomWorld world = RandomWorld.of(seed, Size.TINY);
            Path folder = work.resolve("tiny-" + seed);
            world.writeTo(folder);
            Settings settings = SettingsReader.read(SettingsFiles.readFrom(folder));
            WorldReferee referee = new WorldReferee(settings.vocabulary(), settings.rules(), Run.figures(folder), List.of());
            for (Component component : referee.components()) {
                if (component.network().cells() <= 7) {
                    compared++;
                    contradictory += component.isContradictory() ? 1 : 0;
                    assertThat(component.repairs()).as("tiny world " + seed + ", " + world)
                            .containsExactlyInAnyOrderElementsOf(cheapestByTryingAll(component));
                }
            }
            remove(folder);
        }
        System.out.printf("all sets and numbers tried: %,d components, %,d of them contradictory%n", compared, contradictory);
        assertThat(contradictory).isGreaterThan(20);
    }

    private static List<BitSet> cheapestByTryingAll(Component component) {
        int size = component.claims().size();
        List<BitSet> cheapest = new ArrayList<>();
        List<BitSet> bySize = IntStream.range(0, 1 << size).boxed().sorted(Comparator.comparing(Integer::bitCount))
                .map(set -> BitSet.valueOf(new long[] {set})).toList();
        int best = Integer.MAX_VALUE;
        for (BitSet aside : bySize) {
            int weight = aside.stream().map(number -> 1_000 * component.claims().get(number).cost()
                    + (component.claims().get(number).counts() ? 1 : 0)).sum();
            if (weight <= best && canAllBeTrue(component, aside)) {
                if (weight < best) {
                    cheapest.clear();
                }
                best = weight;
                if (cheapest.stream().noneMatch(smaller -> Comparison.contains(aside, smaller))) {
                    cheapest.add(aside);
                }
            }
        }
        return cheapest;
    }

    private static boolean canAllBeTrue(Component component, BitSet aside) {
        Network network = component.network();
        long[] low = new long[network.cells()];
        long[] high = new long[network.cells()];
        // No cell needs more than what is printed of all cells together.
        long most = component.withoutLimit() / 2;
        Arrays.fill(high, most);
        for (int number = 0; number < network.statements().size(); number++) {
            if (!aside.get(number)) {
                int cell = network.statements().get(number).cell();
                low[cell] = Math.max(low[cell], network.statements().get(number).lowest());
                high[cell] = Math.min(high[cell], network.statements().get(number).highest());
            }
        }
        return hasSolution(network, new long[network.cells()], low, high, 0);
    }

    private static boolean hasSolution(Network network, long[] values, long[] low, long[] high, int cell) {
        if (cell == values.length) {
            return true;
        }
        for (long value = low[cell]; value <= high[cell]; value++) {
            values[cell] = value;
            if (network.sums().stream().allMatch(sum -> canHold(sum, values, low, high, cell))
                    && hasSolution(network, values, low, high, cell + 1)) {
                return true;
            }
        }
        return false;
    }

    /** With the values up to a cell, and any numbers in the others. */
    private static boolean canHold(Sum sum, long[] values, long[] low, long[] high, int known) {
        long least = 0;
        long most = 0;
        for (int i = 0; i < sum.cells().length; i++) {
            int cell = sum.cells()[i];
            long one = sum.coefficients()[i] * (cell <= known ? values[cell] : low[cell]);
            long other = sum.coefficients()[i] * (cell <= known ? values[cell] : high[cell]);
            least += Math.min(one, other);
            most += Math.max(one, other);
        }
        return least <= sum.highest() && most >= sum.lowest();
    }

    /** What the method says of inputs on which version 0.2.0 was wrong. */
    @Test
    void theRefereeSaysWhatIsRightOfKnownInputs() throws IOException, SettingsException {
        assertThat(refereed("st")).containsExactly("[agency a arrests 2025-01-06 6 [5]]");
        assertThat(refereed("c1")).containsExactly("[c8 us arrests 2025-01-06 700 [8]]");
        assertThat(refereed("loc")).as("10 is blamed, and 7 against 68 is a tie")
                .containsExactly("[r5 us arrests 2025-01-06 10 [5]]");
        assertThat(refereed("f1")).containsExactly("[a2 us arrests 2025-01-06 to 2025-01-09 90 [2]]");
        assertThat(refereed("f3")).as("taken back: no contradiction").isEmpty();
        assertThat(refereed("h2")).containsExactly("[s8 us arrests 2025-01-06 to 2025-01-12 700 [8]]");
        assertThat(refereed("h4")).as("a tie").containsExactly("[]");
        assertThat(refereed("par0")).as("a rule that cannot hold by itself").containsExactly("[a us z 2025-01-06 231 [8]]");
        assertThat(refereed("par1")).containsExactly("[c us y 2025-01-06 228 [2], a us z 2025-01-06 231 [8]]");
        assertThat(refereed("j1")).containsExactly("[s2 b criminal 2025-01-06 6 [2]]");
        assertThat(refereed("j6")).containsExactly("[s5b a arrests 2025-01-06 50 [5]]");
        assertThat(refereed("cst")).as("of each area").containsExactly("[s us arrests 2025-01-06 20 [5]]");
        assertThat(refereed("crash3")).as("two ties of one area and day").containsExactly("[]", "[]");
        assertThat(refereed("bnd12")).isEmpty();
        assertThat(refereed("bnd13")).isEmpty();
    }

    /** What is blamed in each contradictory component. */
    private static List<String> refereed(String name) throws IOException, SettingsException {
        Path folder = SharedFolder.of("verdict").resolve(name);
        Settings settings = SettingsReader.read(SettingsFiles.readFrom(folder));
        return new WorldReferee(settings.vocabulary(), settings.rules(), Run.figures(folder), List.of()).components().stream()
                .filter(Component::isContradictory).map(component -> component.blamed().stream()
                .map(claim -> WorldReferee.text(claim.figures().get(0))).toList().toString()).toList();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Writes the folder of one world, and prints what is said differently of it. */
    public static void main(String[] arguments) throws IOException, SettingsException {
        Path folder = Path.of(arguments[0]);
        RandomWorld world = RandomWorld.of(Long.parseLong(arguments[1]), Size.USUAL);
        world.writeTo(folder);
        System.out.print(world);
        Comparison comparison = new Comparison(Run.of(folder));
        comparison.referee.components().stream().filter(Component::isContradictory).forEach(component -> System.out.printf(
                "%nThe referee: cost %d, blamed %s, %d cheapest repairs:%n  %s%n", component.cost(), component.blamed(),
                component.repairs().size(), component.repairs().stream().limit(REPAIRS_LISTED)
                .map(repair -> component.claims(repair).toString()).collect(Collectors.joining("\n  "))));
        comparison.differences.forEach((difference, about) -> System.out.println(difference.words + ":\n  "
                + String.join("\n  ", about)));
    }
}
