package org.crossfoot.reconcile.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.crossfoot.network.Hull;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.graph.CellGraph;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.graph.Components;
import org.crossfoot.reconcile.graph.Firm;
import org.crossfoot.reconcile.judge.Judge.Choice;
import org.crossfoot.reconcile.judge.OneClaimMore.Mending;
import org.crossfoot.reconcile.judge.RepairsOfParts.Reading;

/**
 * Sums over areas and days that tie together too many claims to be searched as a whole. Their parts, one area and period each,
 * were judged by themselves; a part with several equally cheap repairs adds something else to the sums under each of them. The
 * choices that let the sums hold are left; where none does, one claim more must be wrong.
 *
 * <p>What a repair leaves of a part is taken as limits of its cells one by one. So a repair that is ruled out here cannot be
 * right, while one that is left may still be ruled out by something else.
 */
final class SumsOverParts {

    /**
     * What is known of sums that stand or fall together.
     *
     * @param decided false where there was too much to follow
     * @param holds   whether some choice among the parts' repairs lets all of them hold
     * @param left    of each part that matters to them, the repairs with which they can hold
     * @param mending where they do not hold: the claims of which one more must be wrong
     */
    record Settled(List<Relation> sums, boolean decided, boolean holds, Map<Choice, List<List<Claim>>> left, Mending mending) {
    }

    private static final Mending NOTHING = new Mending(List.of(), Map.of());

    private final Components parts;
    private final Firm firm;
    private final PartsInSums inSums;
    private final Map<Choice, List<Reading>> readings = new LinkedHashMap<>();
    private final BitSet openCells = new BitSet();
    private final Hull held;
    private final SumLoad heldLoad;
    /** Null until it is first asked for. */
    private BitSet steady;

    /**
     * @param parts    one area and period each
     * @param firm     parts of which nothing need be found out
     * @param whole    all that the sums tie together
     * @param open     parts that can be mended in several ways; without repairs where these are not all known
     * @param setAside claims that are set aside already
     */
    SumsOverParts(CellGraph graph, Components parts, Firm firm, Component whole, List<Choice> open, Set<Claim> setAside) {
        this.parts = parts;
        this.firm = firm;
        inSums = new PartsInSums(graph, firm, whole, setAside);
        for (Choice choice : open) {
            readings.put(choice, readings(choice));
            for (int cell = 0; cell < choice.component().size(); cell++) {
                openCells.set(choice.component().inGraph(cell));
            }
        }
        held = inSums.holdAllBut(openCells);
        heldLoad = inSums.loadOfAllBut(openCells, held);
    }

    private List<Reading> readings(Choice choice) {
        Component part = choice.component();
        return choice.repairs().isEmpty() ? List.of(new Reading(List.of(), inSums.load(part, PartsInSums.unknown(part.size()))))
                : choice.repairs().stream().map(repair -> new Reading(repair, inSums.load(part, inSums.holds(part, repair))))
                .toList();
    }

    /** Of each group of sums that hang together by parts with several repairs. */
    List<Settled> all() {
        List<Settled> all = new ArrayList<>();
        for (BitSet group : groups()) {
            try {
                all.add(settled(group));
            } catch (ArithmeticException e) {
                all.add(undecided(group));
            }
        }
        return all;
    }

    private List<BitSet> groups() {
        int[] group = new int[inSums.sums()];
        Arrays.setAll(group, sum -> sum);
        for (List<Reading> ofPart : readings.values()) {
            int[] varying = IntStream.range(0, group.length).filter(sum -> Reading.varies(ofPart, sum)).toArray();
            for (int sum : varying) {
                int joined = group[sum];
                int into = group[varying[0]];
                Arrays.setAll(group, each -> group[each] == joined ? into : group[each]);
            }
        }
        Map<Integer, BitSet> groups = new TreeMap<>();
        for (int sum = 0; sum < group.length; sum++) {
            groups.computeIfAbsent(group[sum], number -> new BitSet()).set(sum);
        }
        return List.copyOf(groups.values());
    }

    private Settled settled(BitSet group) {
        Map<Choice, List<Reading>> varying = new LinkedHashMap<>();
        SumLoad start = heldLoad;
        for (Map.Entry<Choice, List<Reading>> each : readings.entrySet()) {
            if (group.stream().anyMatch(sum -> Reading.varies(each.getValue(), sum))) {
                varying.put(each.getKey(), each.getValue());
            } else {
                start = start.plus(each.getValue().get(0).load());
            }
        }
        Optional<RepairsOfParts> followed = RepairsOfParts.from(start, varying);
        if (followed.isEmpty()) {
            return undecided(group);
        }
        RepairsOfParts repairs = followed.get();
        Predicate<SumLoad> fits = load -> inSums.fits(load, group);
        if (repairs.ends().stream().anyMatch(fits)) {
            return new Settled(relations(group), true, true, repairs.leadingTo(fits), NOTHING);
        }
        int[] closed = inSums.cellsOf(group).filter(cell -> !openCells.get(cell)).map(parts::numberOf).sorted().distinct()
                .toArray();
        BitSet binding = (BitSet) steady(repairs.ends().iterator().next()).clone();
        binding.or(group);
        // Of all other sums nothing is asked: to go through them for each group takes the square of their number.
        IntStream besides = Arrays.stream(closed).flatMap(part -> Arrays.stream(parts.cells(part)));
        int[] asked = IntStream.concat(group.stream(), inSums.sumsOn(besides, binding)).sorted().distinct().toArray();
        BitSet failing = new BitSet();
        IntStream.range(0, asked.length).filter(i -> group.get(asked[i])).forEach(failing::set);
        BitSet all = new BitSet();
        all.set(0, asked.length);
        Set<SumLoad> ends = new LinkedHashSet<>();
        repairs.ends().forEach(end -> ends.add(end.only(asked)));
        Mending mending = new OneClaimMore(parts, firm, inSums.only(asked), held, failing, all, ends).among(closed);
        return new Settled(relations(group), true, false, Map.of(), mending);
    }

    /**
     * Every sum that holds whatever is chosen: a claim more must not break it.
     *
     * @param end what the sums come to by any of the choices
     */
    private BitSet steady(SumLoad end) {
        if (steady == null) {
            steady = new BitSet();
            for (int sum = 0; sum < inSums.sums(); sum++) {
                int number = sum;
                if (readings.values().stream().noneMatch(ofPart -> Reading.varies(ofPart, number)) && inSums.fits(end, sum)) {
                    steady.set(sum);
                }
            }
        }
        return steady;
    }

    private Settled undecided(BitSet group) {
        return new Settled(relations(group), false, false, Map.of(), NOTHING);
    }

    private List<Relation> relations(BitSet group) {
        return group.stream().mapToObj(inSums::sum).toList();
    }
}
