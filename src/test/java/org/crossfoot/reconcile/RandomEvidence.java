package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.rule.Severity;

/**
 * What three sources print of a hidden truth, right but for the figures that are damaged: a nation of two offices, sometimes
 * of two states as well, four measures tied by two checks, two days and sometimes both together.
 */
record RandomEvidence(List<Said> all) {

    static final String DAY = "2025-01-26";
    static final String BOTH = "2025-01-25/2025-01-26";
    static final List<String> SOURCES = List.of("ice", "official", "press");
    static final List<String> AREAS = List.of("us", "boston", "chicago", "north", "south");
    static final List<String> MEASURES = List.of("arrests", "criminal_arrests", "collateral_arrests", "detentions");

    private static final List<String> OFFICES = List.of("boston", "chicago");
    private static final List<String> STATES = List.of("north", "south");
    private static final String DAY_BEFORE = "2025-01-25";
    private static final int COPIES = 50;

    /** Where the choices come from; 0 is the simplest one: nothing said, nothing damaged, nothing but a number. */
    interface Choices {

        /** A number from 0 to below the bound. */
        int below(int bound);

        default boolean oneIn(int bound) {
            return below(bound) == bound - 1;
        }
    }

    /** One figure, from {@code low} to {@code high}. */
    record Said(String source, String measure, String area, String period, long low, long high, boolean derived, String quoted) {

        String printed() {
            return low == high ? String.valueOf(low) : high == Amount.NO_LIMIT ? "at least " + low : low + " to " + high;
        }

        Said from(String other) {
            return new Said(other, measure, area, period, low, high, derived, quoted);
        }

        Said between(long lowest, long highest) {
            return new Said(source, measure, area, period, lowest, highest, derived, quoted);
        }

        Said timesTen() {
            return between(10 * low, high == Amount.NO_LIMIT ? high : 10 * high);
        }

        Said quoting(String person) {
            return new Said(source, measure, area, period, low, high, derived, person);
        }

        Said computed() {
            return new Said(source, measure, area, period, low, high, true, quoted);
        }

        @Override
        public String toString() {
            return String.join(" ", source, measure, area, period, printed(), derived ? "derived" : "", quoted).strip();
        }
    }

    static RandomEvidence of(Choices choices, boolean exact) {
        Map<String, Long> before = truth(choices);
        Map<String, Long> today = truth(choices);
        boolean states = choices.oneIn(4);
        boolean longer = choices.oneIn(3);
        List<Said> all = new ArrayList<>();
        for (String cell : today.keySet().stream().filter(cell -> states || !STATES.contains(cell.split(" ")[0])).toList()) {
            for (String source : SOURCES) {
                say(choices, source, cell, DAY_BEFORE, before.get(cell), exact).ifPresent(all::add);
                boolean both = choices.oneIn(3) && longer;
                say(choices, source, cell, both ? BOTH : DAY, today.get(cell) + (both ? before.get(cell) : 0), exact)
                        .ifPresent(all::add);
            }
        }
        return new RandomEvidence(List.copyOf(all));
    }

    /** Of one day, by area and measure: offices and states add up to the nation, and every check holds. */
    private static Map<String, Long> truth(Choices choices) {
        long criminal = choices.below(80);
        long collateral = choices.below(80);
        Map<String, Long> truth = new LinkedHashMap<>();
        tell(truth, "us", criminal, collateral);
        for (List<String> parts : List.of(OFFICES, STATES)) {
            long criminalThere = choices.below(80) % (criminal + 1);
            long collateralThere = choices.below(80) % (collateral + 1);
            tell(truth, parts.get(0), criminalThere, collateralThere);
            tell(truth, parts.get(1), criminal - criminalThere, collateral - collateralThere);
        }
        return truth;
    }

    private static void tell(Map<String, Long> truth, String area, long criminal, long collateral) {
        truth.put(area + " arrests", criminal + collateral);
        truth.put(area + " criminal_arrests", criminal);
        truth.put(area + " collateral_arrests", collateral);
        truth.put(area + " detentions", criminal);
    }

    /** As many choices whether it is said or not: so that one figure less leaves all others as they are. */
    private static Optional<Said> say(Choices choices, String source, String cell, String period, long right, boolean exact) {
        boolean said = choices.oneIn(3);
        long printed = right + Math.max(0, choices.below(160) - 139);
        long below = Math.max(0, choices.below(15) - 10);
        long above = Math.max(0, choices.below(15) - 10);
        boolean open = choices.oneIn(12);
        boolean derived = choices.oneIn(15);
        String[] areaAndMeasure = cell.split(" ");
        return said ? Optional.of(new Said(source, areaAndMeasure[1], areaAndMeasure[0], period, exact ? printed
                : Math.max(0, printed - below),
                exact ? printed : open ? Amount.NO_LIMIT : printed + above, derived, "")) : Optional.empty();
    }

    RandomEvidence with(Said... more) {
        return new RandomEvidence(Stream.concat(all.stream(), Stream.of(more)).toList());
    }

    /** Another figure in the place of one. */
    RandomEvidence with(Said one, Said instead) {
        return each(said -> said == one ? instead : said);
    }

    RandomEvidence each(UnaryOperator<Said> change) {
        return new RandomEvidence(all.stream().map(change).toList());
    }

    /** A figure with fifty others that say the same. */
    RandomEvidence withCopies(Said original, String sources) {
        return with(IntStream.range(0, COPIES).mapToObj(i -> original.from(sources + i)).toArray(Said[]::new));
    }

    /** The sources {@code copy-...} pass on what ICE says; {@code voice-...} and {@code other} are sources of their own. */
    TestEvidence evidence() {
        TestEvidence evidence = TestEvidence.on(DAY).complete("office", "boston", "chicago").complete("state", "north", "south")
                .check("criminal-or-collateral", "criminal_arrests + collateral_arrests = arrests")
                .check("after", "detentions <= arrests", "0", Severity.WARNING).source("other", 2);
        IntStream.range(0, COPIES).forEach(i -> evidence.repeats("copy-" + i, "ice").source("voice-" + i, 1));
        for (Said each : all) {
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

    Outcome outcome() {
        return evidence().outcome();
    }

    @Override
    public String toString() {
        return all.stream().map(said -> "\n  " + said).collect(Collectors.joining());
    }
}
