package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Network;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.reconcile.Constraint.Term;
import org.crossfoot.reconcile.Judge.Choice;

/**
 * Sums over areas and days that tie together too many claims to be searched as a whole. Their parts, one area and period each,
 * were judged by themselves; a part with several equally cheap repairs adds something else to the sums under each of them. All
 * choices that let the sums hold are followed at once, by what they add up to: of the ways so far that reach the same sums only
 * one needs to go on. Where no choice does, one claim more must be wrong: the cheapest.
 *
 * <p>What a repair leaves of a part is taken as limits of its cells one by one. So a repair that is ruled out here cannot be
 * right, while one that is left may still be ruled out by something else.
 */
final class SumsOverParts {

    /** Different sums that are followed, at most; beyond it nothing is decided. */
    static final int FOLLOWED = 100_000;

    private static final Comparator<Claim> CHEAPEST_FIRST = Comparator.comparingInt(Claim::cost)
            .thenComparing(claim -> !claim.figure().derived());
    private static final Comparator<Claim> IN_ORDER = CHEAPEST_FIRST.thenComparing(Claim::figure);

    /**
     * What is known of sums that stand or fall together.
     *
     * @param decided false where the limit was reached
     * @param holds   whether some choice among the parts' repairs lets all of them hold
     * @param left    of each part that matters to them, the repairs with which they can hold
     * @param mending where they do not hold: the claims any one of which, set aside as well, would let them; none where none would
     * @param freed   what the cells of several such claims would hold if theirs were the one that is wrong
     */
    record Settled(List<Relation> sums, boolean decided, boolean holds, Map<Choice, List<List<Claim>>> left, List<Claim> mending,
            Map<Cell, Amount> freed) {
    }

    /** One repair of a part, and what the part then adds to every sum. */
    private record Reading(List<Claim> repair, SumLoad load) {
    }

    private final List<Relation> sums;
    private final List<Component> parts;
    private final Set<Claim> setAside;
    private final Map<Cell, Map<Integer, Long>> termsOf = new HashMap<>();
    private final Map<Choice, List<Reading>> readings = new LinkedHashMap<>();
    private final Map<Cell, Amount> closed;
    private final SumLoad closedLoad;

    /**
     * @param whole    all that the sums tie together
     * @param parts    of it, one area and period each
     * @param open     parts that can be mended in several ways; without repairs where these are not all known
     * @param setAside claims that are set aside already
     */
    SumsOverParts(Component whole, List<Component> parts, List<Choice> open, Set<Claim> setAside) {
        this.sums = whole.relations().stream().filter(relation -> !relation.within()).toList();
        this.setAside = setAside;
        for (int sum = 0; sum < sums.size(); sum++) {
            for (Term term : sums.get(sum).constraint().terms()) {
                termsOf.computeIfAbsent(term.cell(), cell -> new HashMap<>(2)).put(sum, term.coefficient());
            }
        }
        Set<Cell> openCells = new HashSet<>();
        open.forEach(choice -> openCells.addAll(choice.component().cells()));
        this.parts = parts.stream().filter(part -> !openCells.contains(part.cells().get(0))).toList();
        for (Choice choice : open) {
            List<Reading> ofChoice = choice.repairs().stream().map(repair -> new Reading(repair, load(holds(choice.component(), repair)))).toList();
            readings.put(choice, ofChoice.isEmpty() ? List.of(new Reading(List.of(), load(unknown(choice.component())))) : ofChoice);
        }
        Component together = whole.within(cell -> !openCells.contains(cell));
        closed = holds(together, List.of());
        closedLoad = load(closed);
    }

    /** Of each group of sums that hang together by parts with several repairs. */
    List<Settled> all() {
        List<Settled> all = new ArrayList<>();
        for (List<Integer> group : groups()) {
            try {
                all.add(settled(group));
            } catch (ArithmeticException e) {
                all.add(undecided(group));
            }
        }
        return all;
    }

    private Settled undecided(List<Integer> group) {
        return new Settled(group.stream().map(sums::get).toList(), false, false, Map.of(), List.of(), Map.of());
    }

    private List<List<Integer>> groups() {
        int[] group = new int[sums.size()];
        Arrays.setAll(group, sum -> sum);
        for (List<Reading> ofChoice : readings.values()) {
            int first = -1;
            for (int sum = 0; sum < group.length; sum++) {
                if (varies(ofChoice, sum)) {
                    int joined = group[sum];
                    int into = first < 0 ? joined : group[first];
                    first = first < 0 ? sum : first;
                    Arrays.setAll(group, each -> group[each] == joined ? into : group[each]);
                }
            }
        }
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int sum = 0; sum < group.length; sum++) {
            groups.computeIfAbsent(group[sum], number -> new ArrayList<>()).add(sum);
        }
        return List.copyOf(groups.values());
    }

    private static boolean varies(List<Reading> readings, int sum) {
        return readings.stream().anyMatch(reading -> reading.load.differs(sum, readings.get(0).load));
    }

    private Settled settled(List<Integer> group) {
        List<Choice> choices = new ArrayList<>();
        SumLoad start = closedLoad;
        for (Map.Entry<Choice, List<Reading>> each : readings.entrySet()) {
            if (group.stream().anyMatch(sum -> varies(each.getValue(), sum))) {
                choices.add(each.getKey());
            } else {
                start = start.plus(each.getValue().get(0).load);
            }
        }
        List<Set<SumLoad>> ways = ways(start, choices);
        if (ways.isEmpty()) {
            return undecided(group);
        }
        Map<Choice, List<List<Claim>>> left = left(group, choices, ways);
        List<Relation> relations = group.stream().map(sums::get).toList();
        if (left != null) {
            return new Settled(relations, true, true, left, List.of(), Map.of());
        }
        Map<Claim, Map<Cell, Amount>> mending = mending(group, ways.get(ways.size() - 1));
        Map<Cell, Amount> freed = new HashMap<>();
        mending.values().forEach(holding -> holding.forEach((cell, amount) -> freed.merge(cell, amount, Amount::spanning)));
        return new Settled(relations, true, false, Map.of(), mending.keySet().stream().sorted(IN_ORDER).toList(), mending.size() > 1 ? freed : Map.of());
    }

    /** What can be reached after each choice; empty where that is too much. */
    private List<Set<SumLoad>> ways(SumLoad start, List<Choice> choices) {
        List<Set<SumLoad>> ways = new ArrayList<>(List.of(Set.of(start)));
        int followed = 0;
        for (Choice choice : choices) {
            List<Reading> ofChoice = readings.get(choice);
            Set<SumLoad> next = new LinkedHashSet<>();
            for (SumLoad load : ways.get(ways.size() - 1)) {
                ofChoice.forEach(reading -> next.add(load.plus(reading.load)));
                if (followed + next.size() > FOLLOWED) {
                    return List.of();
                }
            }
            followed += next.size();
            ways.add(next);
        }
        return ways;
    }

    /** Going back from where the sums hold: the repairs that lead there; null where none do. */
    private Map<Choice, List<List<Claim>>> left(List<Integer> group, List<Choice> choices, List<Set<SumLoad>> ways) {
        Set<SumLoad> goal = new HashSet<>(ways.get(choices.size()));
        goal.removeIf(load -> !fits(load, group));
        if (goal.isEmpty()) {
            return null;
        }
        Map<Choice, List<List<Claim>>> left = new LinkedHashMap<>();
        for (int i = choices.size() - 1; i >= 0; i--) {
            List<Reading> ofChoice = readings.get(choices.get(i));
            Set<Reading> leading = Identity.set();
            Set<SumLoad> before = new HashSet<>();
            for (SumLoad load : ways.get(i)) {
                for (Reading reading : ofChoice) {
                    if (goal.contains(load.plus(reading.load))) {
                        leading.add(reading);
                        before.add(load);
                    }
                }
            }
            left.put(choices.get(i), ofChoice.stream().filter(leading::contains).map(Reading::repair).toList());
            goal = before;
        }
        return left;
    }

    private boolean fits(SumLoad load, List<Integer> group) {
        return group.stream().allMatch(sum -> load.fits(sum, sums.get(sum).constraint()));
    }

    /** The cheapest single claims without which the sums can hold, and what the cells of their parts hold then. */
    private Map<Claim, Map<Cell, Amount>> mending(List<Integer> group, Set<SumLoad> ends) {
        Set<Integer> binding = new HashSet<>(group);
        for (int sum = 0; sum < sums.size(); sum++) {
            int number = sum;
            if (readings.values().stream().noneMatch(ofChoice -> varies(ofChoice, number))
                    && ends.iterator().next().fits(sum, sums.get(sum).constraint())) {
                binding.add(sum);
            }
        }
        Map<Claim, Component> candidates = new IdentityHashMap<>();
        for (Component part : parts) {
            List<Cell> summed = part.cells().stream().filter(cell -> isIn(cell, group)).toList();
            if (!summed.isEmpty()) {
                List<Claim> kept = part.claims().stream().filter(claim -> !setAside.contains(claim)).toList();
                kept.stream().filter(claim -> matters(claim, kept, summed)).forEach(claim -> candidates.put(claim, part));
            }
        }
        Map<Claim, Map<Cell, Amount>> mending = new IdentityHashMap<>();
        Claim cheapest = null;
        for (Claim claim : candidates.keySet().stream().sorted(IN_ORDER).toList()) {
            if (cheapest != null && CHEAPEST_FIRST.compare(claim, cheapest) > 0) {
                break;
            }
            Map<Cell, Amount> holding = without(claim, candidates.get(claim), group, binding, ends);
            if (!holding.isEmpty()) {
                mending.put(claim, holding);
                cheapest = claim;
            }
        }
        return mending;
    }

    private boolean isIn(Cell cell, List<Integer> group) {
        return !Collections.disjoint(termsOf.getOrDefault(cell, Map.of()).keySet(), group);
    }

    /** A cell that an exact claim stays on holds the same, whatever else is set aside. */
    private static boolean matters(Claim claim, List<Claim> kept, List<Cell> summed) {
        return summed.stream().anyMatch(cell -> kept.stream()
                .noneMatch(other -> other != claim && other.amount().isExact() && other.cell().equals(cell)));
    }

    private Map<Cell, Amount> without(Claim claim, Component part, List<Integer> group, Set<Integer> binding, Set<SumLoad> ends) {
        SumLoad before = load(limited(part.cells()));
        SumLoad after = load(holds(part, List.of(claim)));
        if (group.stream().noneMatch(sum -> before.differs(sum, after))) {
            return Map.of();
        }
        Network alone = part.stated(other -> other != claim && !setAside.contains(other), Claim::cost).network();
        Map<Cell, Amount> holding = new HashMap<>();
        for (SumLoad end : ends) {
            SumLoad rest = end.minus(before);
            if (fits(rest.plus(after), group)) {
                List<Sum> with = new ArrayList<>(alone.sums());
                binding.forEach(sum -> shareOf(sum, part, rest).ifPresent(with::add));
                Network network = new Network(alone.cells(), with, alone.statements());
                Hull.byPropagation(network, network.everything()).ifPresent(hull -> limits(part, hull)
                        .forEach((cell, amount) -> holding.merge(cell, amount, Amount::spanning)));
            }
        }
        return holding;
    }

    /** What a sum asks of a part when the rest is what it is. */
    private Optional<Sum> shareOf(int number, Component part, SumLoad rest) {
        Constraint constraint = sums.get(number).constraint();
        int[] cells = new int[part.cells().size()];
        long[] coefficients = new long[cells.length];
        int terms = 0;
        for (int i = 0; i < part.cells().size(); i++) {
            Long coefficient = termsOf.getOrDefault(part.cells().get(i), Map.of()).get(number);
            if (coefficient != null) {
                cells[terms] = i;
                coefficients[terms++] = coefficient;
            }
        }
        return terms == 0 ? Optional.empty() : Optional.of(new Sum(Arrays.copyOf(cells, terms), Arrays.copyOf(coefficients, terms),
                constraint.lowest() == Constraint.NO_LOWEST || rest.most(number) == Amount.NO_LIMIT ? Network.NO_LOWEST
                        : Math.subtractExact(constraint.lowest(), rest.most(number)),
                constraint.highest() == Amount.NO_LIMIT || rest.least(number) == Constraint.NO_LOWEST ? Network.NO_HIGHEST
                        : Math.subtractExact(constraint.highest(), rest.least(number))));
    }

    private Map<Cell, Amount> limited(List<Cell> cells) {
        Map<Cell, Amount> limited = new HashMap<>();
        cells.forEach(cell -> limited.put(cell, closed.get(cell)));
        return limited;
    }

    private static Map<Cell, Amount> unknown(Component part) {
        Map<Cell, Amount> unknown = new HashMap<>();
        part.cells().forEach(cell -> unknown.put(cell, Amount.UNKNOWN));
        return unknown;
    }

    /** What the cells hold as far as relations within say, without a repair; unknown where that is a contradiction still. */
    private Map<Cell, Amount> holds(Component part, List<Claim> repair) {
        Set<Claim> without = Identity.set(repair);
        Network network = part.stated(claim -> !setAside.contains(claim) && !without.contains(claim), Claim::cost).network();
        return Hull.byPropagation(network, network.everything()).map(hull -> limits(part, hull)).orElseGet(() -> unknown(part));
    }

    private static Map<Cell, Amount> limits(Component part, Hull hull) {
        Map<Cell, Amount> limits = new HashMap<>();
        for (int i = 0; i < part.cells().size(); i++) {
            limits.put(part.cells().get(i), Amount.between(hull.lowest()[i], hull.highest()[i]));
        }
        return limits;
    }

    private SumLoad load(Map<Cell, Amount> holds) {
        SumLoad load = SumLoad.none(sums.size());
        holds.forEach((cell, amount) -> termsOf.getOrDefault(cell, Map.of())
                .forEach((sum, coefficient) -> load.add(sum, coefficient, amount)));
        return load;
    }
}
