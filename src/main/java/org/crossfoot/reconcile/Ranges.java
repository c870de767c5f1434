package org.crossfoot.reconcile;

import java.util.Arrays;
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

    /** For each cell of a component, by its number. */
    Range[] of(Component component) {
        Range[] ranges = underEveryRepair(component);
        for (int i = 0; i < ranges.length; i++) {
            Amount freed = judgement.freed().get(component.cells().get(i));
            if (freed != null) {
                ranges[i] = ranges[i].spanning(Range.of(freed, new Origin.IfWrong()));
            }
            Amount between = disagreement(kept(component.on(i)));
            if (between != null) {
                ranges[i] = ranges[i].spanning(Range.of(between, new Origin.BetweenClaims()));
            }
        }
        return ranges;
    }

    /** Those of a cell's claims that are not set aside. */
    List<Claim> kept(List<Claim> claims) {
        for (Claim claim : claims) {
            if (judgement.setAside().contains(claim)) {
                return claims.stream().filter(each -> !judgement.setAside().contains(each)).toList();
            }
        }
        return claims;
    }

    private Range[] underEveryRepair(Component component) {
        Choice own = choices.get(component.cells().get(0));
        if (own != null && own.component().cells().size() == component.cells().size()) {
            return underEveryRepair(component, own);
        }
        return choices.isEmpty() || component.cells().stream().noneMatch(choices::containsKey) ? under(component, null, List.of())
                : partByPart(component);
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
        Set<Claim> without = Identity.set(judgement.setAside());
        without.addAll(repair);
        boolean small = component.cells().size() <= SHAVED;
        return (small ? limits(new Reading(component, without, choice, repair, Map.of(), true)) : Optional.<Range[]>empty())
                .or(() -> limits(new Reading(component, without, choice, repair, Map.of(), false)))
                .or(() -> alone(component.within(cell -> true)))
                .orElseGet(() -> component.cells().stream().map(this::said).toArray(Range[]::new));
    }

    /** The limits of a reading; empty where it has none, as it contradicts itself or is undecided. */
    private static Optional<Range[]> limits(Reading reading) {
        Network network = reading.network();
        return (reading.searched() ? Hull.exact(network, network.everything()) : Hull.byPropagation(network, network.everything()))
                .map(found -> {
                    Range[] limits = new Range[reading.component().cells().size()];
                    Arrays.setAll(limits, i -> Range.of(found.lowest()[i], found.highest()[i], reading));
                    return limits;
                });
    }

    /** A large component of which some parts can be mended in several ways: each part by itself, then what the sums add. */
    private Range[] partByPart(Component component) {
        Map<Cell, Range> settled = new HashMap<>();
        Set<Choice> seen = Identity.set();
        for (Cell cell : component.cells()) {
            Choice choice = choices.get(cell);
            if (choice != null && seen.add(choice)) {
                Range[] ranges = underEveryRepair(choice.component(), choice);
                for (int i = 0; i < ranges.length; i++) {
                    settled.put(choice.component().cells().get(i), ranges[i]);
                }
            }
        }
        return limits(new Reading(component, judgement.setAside(), null, List.of(), settled, false)).orElseGet(() -> {
            Component rest = component.within(cell -> !settled.containsKey(cell));
            alone(rest).ifPresent(limits -> {
                for (int i = 0; i < limits.length; i++) {
                    settled.put(rest.cells().get(i), limits[i]);
                }
            });
            return component.cells().stream().map(cell -> settled.computeIfAbsent(cell, this::said)).toArray(Range[]::new);
        });
    }

    /** Where sums over areas and days still fail: what each area and period says by itself. */
    private Optional<Range[]> alone(Component component) {
        return limits(new Reading(component, judgement.setAside(), null, List.of(), Map.of(), false));
    }

    /** What was said of a cell, where no more can be told: from the lowest claim to the highest. */
    private Range said(Cell cell) {
        return Range.of(kept(scope.claims().on(cell)).stream().map(Claim::amount).reduce(Amount::spanning).orElse(Amount.UNKNOWN),
                new Origin.OnlySaid());
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
