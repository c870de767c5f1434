package org.crossfoot.reconcile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Network;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.reconcile.Judge.Choice;
import org.crossfoot.reconcile.Judge.Judgement;
import org.crossfoot.reconcile.Origin.Reading;

/** The least and the most that each cell can hold: under every cheapest repair, and wherever claims need not agree. */
final class Ranges {

    /** Cells of a component, at most, for which bounds on cycles are shaved by search. */
    private static final int SHAVED = 40;

    private final Scope scope;
    private final Judgement judgement;
    private final Set<Claim> inQuestion;
    private final Map<Cell, Choice> choices = new HashMap<>();

    Ranges(Scope scope, Judgement judgement) {
        this.scope = scope;
        this.judgement = judgement;
        this.inQuestion = judgement.inQuestion();
        judgement.choices().forEach(choice -> choice.component().cells().forEach(cell -> choices.put(cell, choice)));
    }

    Map<Cell, Range> of(Component component) {
        Map<Cell, Range> ranges = underEveryRepair(component);
        for (Cell cell : component.cells()) {
            Amount freed = judgement.freed().get(cell);
            if (freed != null) {
                ranges.merge(cell, Range.of(freed, new Origin.IfWrong()), Range::spanning);
            }
            Amount between = disagreement(kept(cell));
            if (between != null) {
                ranges.merge(cell, Range.of(between, new Origin.BetweenClaims()), Range::spanning);
            }
        }
        return ranges;
    }

    List<Claim> kept(Cell cell) {
        return scope.claims().on(cell).stream().filter(claim -> !judgement.setAside().contains(claim)).toList();
    }

    private Map<Cell, Range> underEveryRepair(Component component) {
        Choice own = choices.get(component.cells().get(0));
        if (own != null && own.component().cells().size() == component.cells().size()) {
            Map<Cell, Range> ranges = new HashMap<>();
            widen(ranges, component, own);
            return ranges;
        }
        if (component.cells().stream().noneMatch(choices::containsKey)) {
            Map<Cell, Range> ranges = new HashMap<>();
            widen(ranges, component, null, List.of());
            return ranges;
        }
        return partByPart(component);
    }

    private void widen(Map<Cell, Range> ranges, Component component, Choice choice) {
        for (List<Claim> repair : choice.repairs().isEmpty() ? List.of(component.claims()) : choice.repairs()) {
            widen(ranges, component, choice, repair);
        }
    }

    private void widen(Map<Cell, Range> ranges, Component component, Choice choice, List<Claim> repair) {
        Set<Claim> without = Identity.set(judgement.setAside());
        without.addAll(repair);
        Map<Cell, Range> limits = new HashMap<>();
        boolean small = component.cells().size() <= SHAVED;
        if (!(small && put(limits, new Reading(component, without, choice, repair, Map.of(), true)))
                && !put(limits, new Reading(component, without, choice, repair, Map.of(), false))) {
            alone(component.within(cell -> true), limits);
        }
        component.cells().forEach(cell -> ranges.merge(cell, limits.computeIfAbsent(cell, this::said), Range::spanning));
    }

    /** Puts the limits of a reading in the place of those known; false where it has none, as it contradicts itself or is undecided. */
    private static boolean put(Map<Cell, Range> limits, Reading reading) {
        Network network = reading.network();
        Optional<Hull> hull = reading.searched() ? Hull.exact(network, network.everything())
                : Hull.byPropagation(network, network.everything());
        hull.ifPresent(found -> {
            List<Cell> cells = reading.component().cells();
            for (int i = 0; i < cells.size(); i++) {
                limits.put(cells.get(i), Range.of(found.lowest()[i], found.highest()[i], reading));
            }
        });
        return hull.isPresent();
    }

    /** A large component of which some parts can be mended in several ways: each part by itself, then what the sums add. */
    private Map<Cell, Range> partByPart(Component component) {
        Map<Cell, Range> ranges = new HashMap<>();
        Set<Choice> seen = Identity.set();
        for (Cell cell : component.cells()) {
            Choice choice = choices.get(cell);
            if (choice != null && seen.add(choice)) {
                widen(ranges, choice.component(), choice);
            }
        }
        Map<Cell, Range> settled = Map.copyOf(ranges);
        if (!put(ranges, new Reading(component, judgement.setAside(), null, List.of(), settled, false))) {
            alone(component.within(cell -> !settled.containsKey(cell)), ranges);
        }
        component.cells().forEach(cell -> ranges.computeIfAbsent(cell, this::said));
        return ranges;
    }

    /** Where sums over areas and days still fail: what each area and period says by itself. */
    private void alone(Component component, Map<Cell, Range> limits) {
        put(limits, new Reading(component, judgement.setAside(), null, List.of(), Map.of(), false));
    }

    /** What was said of a cell, where no more can be told: from the lowest claim to the highest. */
    private Range said(Cell cell) {
        return Range.of(kept(cell).stream().map(Claim::amount).reduce(Amount::spanning).orElse(Amount.UNKNOWN), new Origin.OnlySaid());
    }

    /** Where a tolerance lets claims disagree, the truth may lie anywhere between them; null where they do not. */
    private Amount disagreement(List<Claim> keptOn) {
        List<Claim> kept = keptOn.size() < 2 ? keptOn : keptOn.stream().filter(claim -> !inQuestion.contains(claim)).toList();
        return disagree(kept) ? Amount.between(lowestHigh(kept), highestLow(kept)) : null;
    }

    static boolean disagree(List<Claim> kept) {
        return kept.size() > 1 && highestLow(kept) > lowestHigh(kept);
    }

    private static long highestLow(List<Claim> kept) {
        return kept.stream().mapToLong(claim -> claim.amount().lowest()).max().orElseThrow();
    }

    private static long lowestHigh(List<Claim> kept) {
        return kept.stream().mapToLong(claim -> claim.amount().highest()).min().orElseThrow();
    }
}
