package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold for any evidence: worlds made by chance, of two areas by office and two by state, four measures tied by two
 * checks, two days and both together, three sources, and figures damaged here and there.
 */
class ReconciliationPropertiesTest {

    private static final int WORLDS = 150;
    private static final String DAY = "2025-01-26";
    private static final String DAY_BEFORE = "2025-01-25";
    private static final String BOTH = DAY_BEFORE + "/" + DAY;
    private static final String[] SOURCES = {"ice", "official", "press"};
    private static final String[] MEASURES = {"arrests", "criminal_arrests", "collateral_arrests", "detentions"};

    /** One figure, from {@code low} to {@code high}. */
    private record Said(String source, String measure, String area, String period, long low, long high, boolean derived, String quoted) {

        Said(String source, String measure, String area, String period, long low, long high) {
            this(source, measure, area, period, low, high, false, "");
        }

        String printed() {
            return low == high ? String.valueOf(low) : high == Amount.NO_LIMIT ? "at least " + low : low + " to " + high;
        }

        Said from(String other) {
            return new Said(other, measure, area, period, low, high, derived, quoted);
        }

        Said between(long lowest, long highest) {
            return new Said(source, measure, area, period, lowest, highest, derived, quoted);
        }

        Said quoting(String person) {
            return new Said(source, measure, area, period, low, high, derived, person);
        }

        Said computed() {
            return new Said(source, measure, area, period, low, high, true, quoted);
        }
    }

    static Stream<Long> seeds() {
        return IntStream.rangeClosed(1, WORLDS).mapToObj(Long::valueOf);
    }

    private static List<Said> world(long seed, boolean exact) {
        Random random = new Random(seed);
        Map<String, Long> truth = new TreeMap<>();
        for (String day : List.of(DAY_BEFORE, DAY)) {
            long[] criminal = {random.nextInt(40), random.nextInt(40)};
            long[] collateral = {random.nextInt(40), random.nextInt(40)};
            String[][] breakdowns = {{"boston", "chicago"}, {"north", "south"}};
            for (String[] parts : breakdowns) {
                long shift = parts == breakdowns[0] ? 0 : random.nextLong(Math.min(criminal[0], collateral[0]) + 1);
                for (int i = 0; i < 2; i++) {
                    long moved = i == 0 ? -shift : shift;
                    tell(truth, day, parts[i], criminal[i] + moved, collateral[i] + moved);
                }
            }
            tell(truth, day, "us", criminal[0] + criminal[1], collateral[0] + collateral[1]);
        }
        List<Said> said = new ArrayList<>();
        truth.keySet().stream().map(name -> name.split(" ")).forEach(name -> {
            for (String source : SOURCES) {
                String period = name[0].equals(DAY) && random.nextInt(4) == 0 ? BOTH : name[0];
                long amount = truth.get(String.join(" ", name))
                        + (period.equals(BOTH) ? truth.get(DAY_BEFORE + " " + name[1] + " " + name[2]) : 0);
                if (random.nextInt(3) == 0) {
                    long printed = random.nextInt(8) == 0 ? amount + 1 + random.nextInt(20) : amount;
                    long low = exact || random.nextInt(3) > 0 ? printed : Math.max(0, printed - random.nextInt(5));
                    long high = exact || random.nextInt(3) > 0 ? printed : random.nextInt(4) == 0 ? Amount.NO_LIMIT : printed + random.nextInt(5);
                    said.add(new Said(source, name[2], name[1], period, low, high, random.nextInt(15) == 0, ""));
                }
            }
        });
        return said;
    }

    private static void tell(Map<String, Long> truth, String day, String area, long criminal, long collateral) {
        truth.put(day + " " + area + " criminal_arrests", criminal);
        truth.put(day + " " + area + " collateral_arrests", collateral);
        truth.put(day + " " + area + " arrests", criminal + collateral);
        truth.put(day + " " + area + " detentions", criminal);
    }

    private static TestEvidence evidence(List<Said> world) {
        TestEvidence evidence = TestEvidence.on(DAY).complete("office", "boston", "chicago").complete("state", "north", "south")
                .check("criminal-or-collateral", "criminal_arrests + collateral_arrests = arrests")
                .check("after", "detentions <= arrests", "0", Severity.WARNING).source("other", 2);
        IntStream.range(0, 50).forEach(i -> evidence.repeats("copy-" + i, "ice").source("voice-" + i, 1));
        for (Said each : world) {
            evidence.says(each.source, each.measure, each.area, each.period, each.printed());
            if (each.derived) {
                evidence.derived();
            }
            if (!each.quoted.isEmpty()) {
                evidence.quoting(each.quoted);
            }
        }
        return evidence;
    }

    /** Of a world made by chance. */
    static TestEvidence anyEvidence(long seed) {
        return evidence(world(seed, false));
    }

    private static Outcome outcome(List<Said> world) {
        return evidence(world).outcome();
    }

    private static List<Said> with(List<Said> world, Said... more) {
        return Stream.concat(world.stream(), Stream.of(more)).toList();
    }

    /** By id: the verdict, and who is blamed among the sources that were there before. */
    private static Map<String, String> verdicts(Outcome outcome) {
        Map<String, String> verdicts = new TreeMap<>();
        outcome.discrepancies().forEach(found -> verdicts.put(found.id(), found.rule() + " " + found.gap() + " " + found.verdict() + " "
                + names(found.blamed())));
        return verdicts;
    }

    private static Set<String> names(List<Figure> figures) {
        return figures.stream().filter(figure -> List.of(SOURCES).contains(figure.source()))
                .map(figure -> figure.cell() + " " + figure.source() + "=" + figure.asPrinted()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Said one(List<Said> world, long seed) {
        return world.get(new Random(seed).nextInt(world.size()));
    }

    private static Set<String> found(Outcome outcome) {
        return outcome.discrepancies().stream().filter(found -> !found.rule().equals("joint")).map(Discrepancy::id).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfTheEvidenceChangesNothing(long seed) {
        List<Said> world = world(seed, false);
        Outcome expected = outcome(world);
        for (int again = 1; again <= 3; again++) {
            assertThat(evidence(world).shuffled(seed + again).outcome()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fiftySourcesThatRepeatAFigureChangeNoVerdict(long seed) {
        List<Said> world = world(seed, false);
        Said original = new Said("ice", "arrests", "us", DAY, 50, 50);
        List<Said> one = with(world.stream().filter(said -> !(said.source.equals("ice") && said.measure.equals("arrests")
                && said.area.equals("us") && said.period.equals(DAY))).toList(), original);
        Said[] copies = IntStream.range(0, 50).mapToObj(i -> original.from("copy-" + i)).toArray(Said[]::new);
        assertThat(verdicts(outcome(with(one, copies)))).isEqualTo(verdicts(outcome(one)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fiftySourcesThatQuoteTheSamePersonChangeNoVerdict(long seed) {
        List<Said> world = new ArrayList<>(world(seed, false));
        Said original = one(world, seed).quoting("spokesman");
        if (original.derived) {
            return;
        }
        world.removeIf(said -> said.source.equals(original.source) && said.measure.equals(original.measure)
                && said.area.equals(original.area) && said.period.equals(original.period));
        world.add(original);
        Said[] copies = IntStream.range(0, 50).mapToObj(i -> original.from("voice-" + i)).toArray(Said[]::new);
        assertThat(verdicts(outcome(with(world, copies)))).isEqualTo(verdicts(outcome(world)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDerivedFigureChangesNobodyElsesBlame(long seed) {
        List<Said> world = world(seed, false);
        Said wrong = one(world, seed).between(777, 777).from("other").computed();
        Map<String, Set<String>> before = new HashMap<>();
        outcome(world).discrepancies().forEach(found -> before.put(found.id(), names(found.blamed())));
        outcome(with(world, wrong)).discrepancies().stream().filter(found -> before.containsKey(found.id()) && !found.rule().equals("joint"))
                .forEach(found -> assertThat(names(found.blamed())).as(found.explanation()).isEqualTo(before.get(found.id())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void narrowingAFigureRemovesNoDiscrepancy(long seed) {
        List<Said> world = world(seed, false);
        List<Said> narrower = world.stream().map(said -> said.low == said.high ? said
                : said.between(said.low + 1, said.high == Amount.NO_LIMIT ? said.low + 30 : said.high)).toList();
        assertThat(found(outcome(narrower))).containsAll(found(outcome(world)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFigureThatSaysTheSameAsOneThatIsKeptAddsNoDiscrepancy(long seed) {
        List<Said> world = world(seed, false);
        Outcome before = outcome(world);
        for (FigureUse use : before.figures()) {
            if (use.use() == Use.KEPT && use.figure().amount().isExact()) {
                Cell cell = use.figure().cell();
                String period = cell.period().isDay() ? DAY : BOTH;
                long amount = use.figure().amount().lowest();
                Outcome after = outcome(with(world, new Said("other", cell.measure(), cell.area(), period, amount, amount)));
                assertThat(found(before)).containsAll(found(after));
                return;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tenTimesAllNumbersMakeTenTimesTheGapsAndTotalsAndTheSameVerdicts(long seed) {
        List<Said> world = world(seed, true);
        Outcome before = outcome(world);
        Outcome after = outcome(world.stream().map(said -> said.between(10 * said.low, 10 * said.high)).toList());
        assertThat(after.discrepancies()).hasSameSizeAs(before.discrepancies());
        for (int i = 0; i < before.discrepancies().size(); i++) {
            Discrepancy small = before.discrepancies().get(i);
            Discrepancy large = after.discrepancies().get(i);
            assertThat(large.id()).isEqualTo(small.id());
            assertThat(large.gap()).isEqualTo(10 * small.gap());
            assertThat(large.verdict()).isEqualTo(small.verdict());
            assertThat(large.blamed().stream().map(Figure::cell)).isEqualTo(small.blamed().stream().map(Figure::cell).toList());
        }
        for (int i = 0; i < before.totals().size(); i++) {
            Total small = before.totals().get(i);
            Total large = after.totals().get(i);
            assertThat(large.cell()).isEqualTo(small.cell());
            assertThat(large.lowest()).as(small + " " + large).isEqualTo(10 * small.lowest());
            assertThat(large.highest()).isEqualTo(small.highest() == Amount.NO_LIMIT ? Amount.NO_LIMIT : 10 * small.highest());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bestValuesLieWithinTheirBoundsAndFulfilEveryRule(long seed) {
        Outcome outcome = outcome(world(seed, false));
        if (outcome.discrepancies().stream().anyMatch(found -> found.verdict() == Verdict.UNDECIDED)) {
            return;
        }
        Map<Cell, Long> best = new HashMap<>();
        for (Total total : outcome.totals()) {
            assertThat(total.best()).as(total.toString()).isBetween(total.lowest(), total.highest());
            best.put(total.cell(), total.best());
        }
        for (String period : List.of(DAY, BOTH)) {
            for (String area : List.of("us", "boston", "chicago", "north", "south")) {
                holds(best, true, TestEvidence.cell("arrests", area, period), TestEvidence.cell("criminal_arrests", area, period),
                        TestEvidence.cell("collateral_arrests", area, period));
                holds(best, false, TestEvidence.cell("arrests", area, period), TestEvidence.cell("detentions", area, period));
            }
            for (String measure : MEASURES) {
                holds(best, true, TestEvidence.cell(measure, "us", period), TestEvidence.cell(measure, "boston", period),
                        TestEvidence.cell(measure, "chicago", period));
                holds(best, true, TestEvidence.cell(measure, "us", period), TestEvidence.cell(measure, "north", period),
                        TestEvidence.cell(measure, "south", period));
            }
        }
    }

    /** The whole is the sum of its parts, or no less; where all of them are known. */
    private static void holds(Map<Cell, Long> best, boolean equal, Cell whole, Cell... parts) {
        if (best.containsKey(whole) && Stream.of(parts).allMatch(best::containsKey)) {
            long sum = Stream.of(parts).mapToLong(best::get).sum();
            if (equal) {
                assertThat(sum).as("%s of %s", whole, best).isEqualTo(best.get(whole));
            } else {
                assertThat(sum).as("%s of %s", whole, best).isLessThanOrEqualTo(best.get(whole));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigureThatIsKeptCanBeTrueWithinTheBounds(long seed) {
        Outcome outcome = outcome(world(seed, false));
        Map<Cell, Total> totals = outcome.totals().stream().collect(Collectors.toMap(Total::cell, total -> total));
        Set<Figure> seen = new HashSet<>();
        for (FigureUse use : outcome.figures()) {
            if (use.use() == Use.KEPT && totals.containsKey(use.figure().cell()) && seen.add(use.figure())) {
                Total total = totals.get(use.figure().cell());
                assertThat(use.figure().amount().lowest()).as(use + " " + total).isLessThanOrEqualTo(total.highest());
                assertThat(use.figure().amount().highest()).as(use + " " + total).isGreaterThanOrEqualTo(total.lowest());
            }
        }
    }
}
