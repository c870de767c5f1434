package org.crossfoot.reconcile.total;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.graph.Components;
import org.crossfoot.reconcile.judge.Judge.Choice;
import org.crossfoot.reconcile.judge.Judge.Judgement;
import org.crossfoot.reconcile.total.LimitOrigin.Reading;

/** The least and the most that each cell can hold: under every cheapest repair, and wherever claims need not agree. */
final class Ranges {

    private final Judgement judgement;
    private final Set<Claim> inQuestion;
    /** By the component that their cells are in. */
    private final Map<Component, List<Choice>> choices = new IdentityHashMap<>();
    /** By the component and the number of the cell there. */
    private final Map<Component, SortedMap<Integer, Amount>> freed = new IdentityHashMap<>();

    /** @param components all of them, or what is left of them without what is settled */
    Ranges(Judgement judgement, Components components) {
        this.judgement = judgement;
        this.inQuestion = judgement.inQuestion();
        judgement.choices().forEach(choice ->
                choices.computeIfAbsent(components.of(choice.component().inGraph(0)), component -> new ArrayList<>())
                        .add(choice));
        judgement.freed().forEach((cell, amount) -> {
            int number = judgement.graph().number(cell);
            Component component = components.of(number);
            freed.computeIfAbsent(component, each -> new TreeMap<>()).put(component.place(number), amount);
        });
    }

    /**
     * For each cell of a component, by its number.
     *
     * @param keptOn the claims kept on each of them
     */
    Range[] of(Component component, List<List<Claim>> keptOn) {
        Range[] ranges = underEveryRepair(component);
        freed.getOrDefault(component, Collections.emptySortedMap()).forEach((cell, amount) ->
                ranges[cell] = ranges[cell].spanning(Range.of(amount, new LimitOrigin.IfWrong())));
        for (int cell = 0; cell < ranges.length; cell++) {
            Amount between = disagreement(keptOn.get(cell));
            if (between != null) {
                ranges[cell] = ranges[cell].spanning(Range.of(between, new LimitOrigin.BetweenClaims()));
            }
        }
        return ranges;
    }

    /** For each cell of a component those of its claims that are not set aside: nearly always all. */
    List<List<Claim>> keptOn(Component component) {
        BitSet kept = component.allBut(judgement.setAside());
        List<List<Claim>> keptOn = new ArrayList<>(component.size());
        for (int cell = 0; cell < component.size(); cell++) {
            boolean all = kept.nextClearBit(component.firstOn(cell)) >= component.firstOn(cell + 1);
            keptOn.add(all ? component.on(cell) : kept(component.on(cell)));
        }
        return keptOn;
    }

    private List<Claim> kept(List<Claim> claims) {
        return claims.stream().filter(claim -> !judgement.setAside().contains(claim)).toList();
    }

    private Range[] underEveryRepair(Component component) {
        List<Choice> own = choices.getOrDefault(component, List.of());
        if (own.isEmpty()) {
            return under(component, null, List.of());
        }
        return own.get(0).component().size() == component.whole().size() ? underEveryRepair(component, own.get(0))
                : partByPart(component, own);
    }

    private Range[] underEveryRepair(Component component, Choice choice) {
        Range[] ranges = null;
        for (List<Claim> repair : choice.repairs().isEmpty() ? List.of(component.claims()) : choice.repairs()) {
            Range[] one = under(component, choice, repair);
            for (int i = 0; ranges != null && i < one.length; i++) {
                one[i] = ranges[i].spanning(one[i]);
            }
            ranges = one;
        }
        return ranges;
    }

    private Range[] under(Component component, Choice choice, List<Claim> repair) {
        Set<Claim> without = judgement.setAside();
        if (!repair.isEmpty()) {
            without = Identity.set(without);
            without.addAll(repair);
        }
        Reading reading = new Reading(component, without, choice, repair, Collections.emptySortedMap(), component.isSearched());
        return limits(reading).or(() -> limits(reading.bySumsAlone())).or(() -> alone(component.within(cell -> true)))
                .orElseGet(() -> IntStream.range(0, component.size()).mapToObj(cell -> said(component.on(cell)))
                .toArray(Range[]::new));
    }

    private static Optional<Range[]> limits(Reading reading) {
        return reading.limits().map(found -> {
            Range[] limits = new Range[found.lowest().length];
            Arrays.setAll(limits, i -> Range.of(found.lowest()[i], found.highest()[i], reading));
            return limits;
        });
    }

    /** A large component of which some parts can be mended in several ways: each part by itself, then what the sums add. */
    private Range[] partByPart(Component component, List<Choice> own) {
        SortedMap<Integer, Range> settled = new TreeMap<>();
        for (Choice choice : own) {
            Component part = choice.component();
            Range[] ranges = underEveryRepair(part, choice);
            for (int i = 0; i < ranges.length; i++) {
                settled.put(component.place(part.inGraph(i)), ranges[i]);
            }
        }
        Range[] ranges = limits(new Reading(component, judgement.setAside(), null, List.of(), settled, false))
                .orElseGet(() -> withoutSums(component, settled));
        settled.forEach((cell, range) -> ranges[cell] = range.shared() == null ? ranges[cell].torn() : ranges[cell]);
        return ranges;
    }

    private Range[] withoutSums(Component component, SortedMap<Integer, Range> settled) {
        Range[] ranges = new Range[component.size()];
        settled.forEach((cell, range) -> ranges[cell] = range);
        Component rest = component.within(cell -> !settled.containsKey(cell));
        Range[] limits = alone(rest).orElse(null);
        for (int cell = 0, other = 0; cell < ranges.length; cell++) {
            if (ranges[cell] == null) {
                ranges[cell] = limits == null ? said(component.on(cell)) : limits[other];
                other++;
            }
        }
        return ranges;
    }

    /** Where sums over areas and days still fail: what each area and period says by itself. */
    private Optional<Range[]> alone(Component component) {
        return limits(new Reading(component, judgement.setAside(), null, List.of(), Collections.emptySortedMap(), false));
    }

    /** What was said of a cell, where no more can be told: from the lowest claim to the highest. */
    private Range said(List<Claim> claims) {
        return Range.of(kept(claims).stream().map(Claim::amount).reduce(Amount::spanning).orElse(Amount.UNKNOWN),
                new LimitOrigin.OnlySaid());
    }

    /** Where a tolerance lets claims disagree, the truth may lie anywhere between them; null where they do not. */
    private Amount disagreement(List<Claim> keptOn) {
        if (!disagree(keptOn)) {
            return null;
        }
        List<Claim> kept = keptOn.stream().filter(claim -> !inQuestion.contains(claim)).toList();
        return disagree(kept) ? Amount.between(lowestHigh(kept), highestLow(kept)) : null;
    }

    static boolean disagree(List<Claim> kept) {
        return kept.size() > 1 && highestLow(kept) > lowestHigh(kept);
    }

    private static long highestLow(List<Claim> kept) {
        long highest = 0;
        for (Claim claim : kept) {
            highest = Math.max(highest, claim.amount().lowest());
        }
        return highest;
    }

    private static long lowestHigh(List<Claim> kept) {
        long lowest = Amount.NO_LIMIT;
        for (Claim claim : kept) {
            lowest = Math.min(lowest, claim.amount().highest());
        }
        return lowest;
    }
}
