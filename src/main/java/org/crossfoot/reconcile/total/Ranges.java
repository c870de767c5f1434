package org.crossfoot.reconcile.total;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.graph.Components;
import org.crossfoot.reconcile.judge.Diagnosed;
import org.crossfoot.reconcile.judge.Judge.Judgement;
import org.crossfoot.reconcile.total.LimitOrigin.Premises;

/** The least and the most that each cell can hold: under every cheapest repair, and wherever claims need not agree. */
final class Ranges {

    private final Judgement judgement;
    /** By the component that their cells are in. */
    private final Map<Component, List<Diagnosed>> wrong = new IdentityHashMap<>();

    /** @param components all of them, or what is left of them without what is settled */
    Ranges(Judgement judgement, Components components) {
        this.judgement = judgement;
        judgement.diagnosed().forEach(each -> wrong.computeIfAbsent(components.of(each.component().inGraph(0)),
                component -> new ArrayList<>()).add(each));
    }

    /**
     * For each cell of a component, by its number.
     *
     * @param keptOn the claims kept on each of them
     */
    Range[] of(Component component, List<List<Claim>> keptOn) {
        Range[] ranges = underEveryRepair(component);
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
        List<Diagnosed> here = wrong.getOrDefault(component, List.of());
        if (here.isEmpty()) {
            return under(component, null, List.of());
        }
        return here.get(0).component().size() == component.whole().size() ? underEveryRepair(component, here.get(0))
                : partByPart(component, here);
    }

    /** Where what is wrong is in parts that nothing but sums which hold anyway ties to the rest: these first, then the rest. */
    private Range[] partByPart(Component component, List<Diagnosed> here) {
        SortedMap<Integer, Range> settled = new TreeMap<>();
        for (Diagnosed each : here) {
            Range[] ranges = underEveryRepair(each.component(), each);
            for (int cell = 0; cell < ranges.length; cell++) {
                int place = component.place(each.component().inGraph(cell));
                if (place >= 0) {
                    settled.put(place, ranges[cell]);
                }
            }
        }
        Premises premises = new Premises(component, judgement.setAside(), null, List.of(), settled, component.isSearched());
        Range[] limits = limits(premises).or(() -> limits(premises.bySumsAlone())).orElseGet(() -> said(component));
        if (settled.values().stream().anyMatch(range -> range.shared() == null)) {
            Arrays.setAll(limits, cell -> limits[cell].lowest() < limits[cell].highest() ? limits[cell].torn() : limits[cell]);
        }
        settled.forEach((cell, range) -> limits[cell] = range);
        return limits;
    }

    private Range[] underEveryRepair(Component component, Diagnosed diagnosed) {
        if (!diagnosed.isDecided()) {
            return said(component);
        }
        if (diagnosed.more()) {
            return IntStream.range(0, component.size()).mapToObj(cell ->
                    underAnyRepair(diagnosed.underAnyRepair(diagnosed.component().place(component.inGraph(cell)))))
                    .toArray(Range[]::new);
        }
        Range[] ranges = null;
        for (List<Claim> repair : diagnosed.repairs()) {
            Range[] one = under(component, diagnosed, repair);
            for (int i = 0; ranges != null && i < one.length; i++) {
                one[i] = ranges[i].spanning(one[i]);
            }
            ranges = one;
        }
        return ranges;
    }

    private static Range underAnyRepair(Amount amount) {
        Range range = Range.of(amount, new LimitOrigin.IfWrong());
        return amount.isExact() ? range : range.torn();
    }

    private Range[] under(Component component, Diagnosed diagnosed, List<Claim> repair) {
        Premises premises = new Premises(component, Identity.set(repair), diagnosed, repair, Collections.emptySortedMap(),
                component.isSearched());
        return limits(premises).or(() -> limits(premises.bySumsAlone())).orElseGet(() -> said(component));
    }

    private static Optional<Range[]> limits(Premises premises) {
        return premises.limits().map(found -> {
            Range[] limits = new Range[found.lowest().length];
            Arrays.setAll(limits, i -> Range.of(found.lowest()[i], found.highest()[i], premises));
            return limits;
        });
    }

    private Range[] said(Component component) {
        return IntStream.range(0, component.size()).mapToObj(cell -> said(component.on(cell))).toArray(Range[]::new);
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
        List<Claim> kept = keptOn.stream().filter(claim -> !judgement.inQuestion().contains(claim)).toList();
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
