package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.Judge.Ruling;

/** A sum with very many terms judged by itself: which single claim, set aside, mends it at the least cost. */
final class SingleRepairs {

    private SingleRepairs() {
    }

    /** @param freed what the cells of tied claims would hold if their claim were the one that is wrong */
    record Result(Ruling ruling, Map<Cell, Amount> freed) {
    }

    /**
     * @param relations what the rule asks of the finding's cells, in both directions
     * @param setAside  claims that are set aside already
     */
    static Result of(Finding finding, List<Constraint> relations, Set<Claim> setAside) {
        List<Claim> already = finding.claims().stream().filter(setAside::contains).toList();
        Map<Cell, List<Claim>> kept = finding.claims().stream().filter(claim -> !setAside.contains(claim))
                .collect(Collectors.groupingBy(Claim::cell, TreeMap::new, Collectors.toList()));
        Function<Cell, List<Claim>> claims = cell -> kept.getOrDefault(cell, List.of());
        if (finding.constraints().stream().allMatch(constraint -> constraint.worstMiss(claims).worst() == 0)) {
            return new Result(new Ruling(Verdict.LOCALISED, already, "Without them the sum holds.", List.of(), List.of(), List.of(), false,
                    null), Map.of());
        }
        List<Without> without = finding.constraints().stream().map(constraint -> new Without(constraint, kept)).toList();
        List<Claim> mending = kept.values().stream().flatMap(List::stream)
                .filter(claim -> without.stream().allMatch(constraint -> constraint.holdsWithout(claim))).toList();
        if (mending.isEmpty()) {
            // Repairs of several claims are not tried here, so nothing is known of who is wrong in the rest.
            return new Result(new Ruling(already.isEmpty() ? Verdict.UNDECIDED : Verdict.LOCALISED, already,
                    "No single figure explains " + (already.isEmpty() ? "it." : "the rest."), List.of(), List.of(), List.of(), false, null),
                    Map.of());
        }
        int least = mending.stream().mapToInt(Claim::cost).min().orElseThrow();
        List<Claim> cheapest = mending.stream().filter(claim -> claim.cost() == least).toList();
        List<Claim> blamed = new ArrayList<>(already);
        Map<Cell, Amount> freed = new HashMap<>();
        if (cheapest.size() == 1) {
            blamed.addAll(cheapest);
        } else {
            List<Without> both = relations.stream().map(constraint -> new Without(constraint, kept)).toList();
            cheapest.forEach(claim -> freed.put(claim.cell(), both.stream().map(constraint -> constraint.rangeWithout(claim))
                    .reduce(Amount.UNKNOWN, SingleRepairs::both)));
        }
        return new Result(new Ruling(blamed.isEmpty() ? Verdict.NOT_LOCALISED : Verdict.LOCALISED, blamed, "",
                cheapest.size() == 1 ? List.of() : cheapest, List.of(), cheapest.stream().map(List::of).toList(), false, null),
                freed);
    }

    private static Amount both(Amount one, Amount other) {
        long lowest = Math.max(one.lowest(), other.lowest());
        return Amount.between(lowest, Math.max(lowest, Math.min(one.highest(), other.highest())));
    }

    /** A constraint whose sums are known, so that leaving one claim out costs one step, however many terms there are. */
    private static final class Without {

        private final Constraint constraint;
        private final Map<Cell, List<Claim>> kept;
        private final Map<Cell, Long> coefficients = new HashMap<>();
        private long most;
        private long least;
        private int withoutMost;
        private int withoutLeast;

        Without(Constraint constraint, Map<Cell, List<Claim>> kept) {
            this.constraint = constraint;
            this.kept = kept;
            constraint.terms().forEach(term -> {
                coefficients.put(term.cell(), term.coefficient());
                add(1, term.coefficient(), claims(term.cell()));
            });
        }

        private List<Claim> claims(Cell cell) {
            return kept.getOrDefault(cell, List.of());
        }

        private void add(int sign, long coefficient, List<Claim> claims) {
            long atMost = Constraint.atMost(coefficient, claims);
            long atLeast = Constraint.atLeast(coefficient, claims);
            if (atMost == Amount.NO_LIMIT) {
                withoutMost += sign;
            } else {
                most = Constraint.plusMost(most, sign * atMost);
            }
            if (atLeast == Constraint.NO_LOWEST) {
                withoutLeast += sign;
            } else {
                least = Constraint.plusLeast(least, sign * atLeast);
            }
        }

        /** What the cell of a claim can hold as far as the rest of the sum says. */
        Amount rangeWithout(Claim claim) {
            Long coefficient = coefficients.get(claim.cell());
            if (coefficient == null || Math.abs(coefficient) != 1) {
                return Amount.UNKNOWN;
            }
            add(-1, coefficient, claims(claim.cell()));
            long low = withoutMost > 0 || constraint.lowest() == Constraint.NO_LOWEST ? Constraint.NO_LOWEST : constraint.lowest() - most;
            long high = withoutLeast > 0 || constraint.highest() == Amount.NO_LIMIT ? Amount.NO_LIMIT : constraint.highest() - least;
            add(1, coefficient, claims(claim.cell()));
            long lowest = Math.max(0, coefficient > 0 ? low : high == Amount.NO_LIMIT ? 0 : -high);
            long highest = coefficient > 0 ? high : low == Constraint.NO_LOWEST ? Amount.NO_LIMIT : -low;
            return Amount.between(lowest, Math.max(lowest, highest));
        }

        boolean holdsWithout(Claim claim) {
            Long coefficient = coefficients.get(claim.cell());
            if (coefficient == null) {
                return false;
            }
            List<Claim> all = claims(claim.cell());
            List<Claim> others = all.stream().filter(other -> other != claim).toList();
            add(-1, coefficient, all);
            add(1, coefficient, others);
            boolean holds = constraint.miss(withoutMost > 0 ? Amount.NO_LIMIT : most, withoutLeast > 0 ? Constraint.NO_LOWEST : least)
                    .worst() == 0;
            add(-1, coefficient, others);
            add(1, coefficient, all);
            return holds;
        }
    }
}
