package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.rule.Severity;

/**
 * Lets trust decide, one rule at a time: first among the claims on one cell, then, where a sum still fails without those set
 * aside, the single claim that costs least and mends it; sums within an area and period before sums over areas or days.
 * A tie is a tie: nobody is blamed for it. Where no single claim mends a sum it is undecided. Rules of severity info blame nobody.
 */
final class TrustJudge implements Judge {

    private static final Comparator<Repair> CHEAPEST = Comparator.comparingInt(Repair::cost).thenComparingLong(Repair::claimsThatWeigh);

    /** Claims which, set aside together, mend a finding. */
    private record Repair(List<Claim> claims) {

        int cost() {
            return claims.stream().mapToInt(Claim::cost).sum();
        }

        long claimsThatWeigh() {
            return claims.stream().filter(claim -> !claim.figure().derived()).count();
        }

        boolean hasMoreThan(Repair other) {
            return claims.size() > other.claims.size() && claims.containsAll(other.claims);
        }
    }

    @Override
    public Judgement judge(List<Finding> findings) {
        Set<Claim> setAside = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<Finding, Ruling> rulings = new IdentityHashMap<>();
        for (Reach reach : Reach.values()) {
            // What is judged together is judged on what the narrower rules left, so that the order of rules decides nothing.
            Set<Claim> left = Collections.newSetFromMap(new IdentityHashMap<>());
            left.addAll(setAside);
            for (Finding finding : findings) {
                if (reach != Reach.NOT_JUDGED && Reach.of(finding) == reach) {
                    Ruling ruling = reach == Reach.CELL ? rule(repairsOfCell(finding), List.of()) : judgeSum(finding, left);
                    rulings.put(finding, ruling);
                    setAside.addAll(ruling.blamed());
                }
            }
        }
        Ruling none = new Ruling(Verdict.NOT_LOCALISED, List.of(), "A rule of severity info blames nobody.", List.of());
        return new Judgement(setAside, findings.stream().map(finding -> rulings.getOrDefault(finding, none)).toList());
    }

    /** How far a finding reaches; the narrower ones are judged first. */
    private enum Reach {
        CELL, AREA_AND_PERIOD, BEYOND, NOT_JUDGED;

        static Reach of(Finding finding) {
            if (finding.claims().isEmpty() || !finding.rule().severity().atLeast(Severity.WARNING)) {
                return NOT_JUDGED;
            }
            if (finding.constraints().isEmpty()) {
                return CELL;
            }
            Cell first = finding.cell();
            return finding.claims().stream().map(Claim::cell)
                    .allMatch(cell -> cell.area().equals(first.area()) && cell.period().equals(first.period())) ? AREA_AND_PERIOD : BEYOND;
        }
    }

    private static Ruling judgeSum(Finding finding, Set<Claim> setAside) {
        List<Claim> already = finding.claims().stream().filter(setAside::contains).toList();
        Map<Cell, List<Claim>> kept = finding.claims().stream().filter(claim -> !setAside.contains(claim))
                .collect(Collectors.groupingBy(Claim::cell, TreeMap::new, Collectors.toList()));
        Function<Cell, List<Claim>> claims = cell -> kept.getOrDefault(cell, List.of());
        if (finding.constraints().stream().allMatch(constraint -> constraint.worstMiss(claims).worst() == 0)) {
            return new Ruling(Verdict.LOCALISED, already, "", List.of());
        }
        return rule(singleRepairs(finding, kept), already);
    }

    /** Every claim that mends the finding when it alone is set aside as well. */
    private static List<Repair> singleRepairs(Finding finding, Map<Cell, List<Claim>> kept) {
        List<Repair> repairs = new ArrayList<>();
        List<Without> without = finding.constraints().stream().map(constraint -> new Without(constraint, kept)).toList();
        kept.values().forEach(ofCell -> ofCell.forEach(claim -> {
            if (without.stream().allMatch(constraint -> constraint.holdsWithout(claim))) {
                repairs.add(new Repair(List.of(claim)));
            }
        }));
        return repairs;
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

    /** For each number that a claim asks for at least: the claims that ask for more, or allow too little, beyond the tolerance. */
    private static List<Repair> repairsOfCell(Finding finding) {
        Set<Repair> repairs = new LinkedHashSet<>();
        for (Claim candidate : finding.claims()) {
            long number = candidate.amount().lowest();
            repairs.add(new Repair(finding.claims().stream().filter(claim -> claim.amount().lowest() > number
                    || claim.amount().hasUpperLimit() && claim.amount().highest() + finding.tolerance() < number).toList()));
        }
        return repairs.stream().filter(repair -> repairs.stream().noneMatch(repair::hasMoreThan)).toList();
    }

    private static Ruling rule(List<Repair> repairs, List<Claim> already) {
        if (repairs.isEmpty()) {
            // Repairs of several claims were not tried, so nothing is known of who is wrong in the rest.
            return new Ruling(Verdict.UNDECIDED, already, "No single figure explains "
                    + (already.isEmpty() ? "it." : "the rest."), List.of());
        }
        Repair best = repairs.stream().min(CHEAPEST).orElseThrow();
        List<Repair> cheapest = repairs.stream().filter(repair -> CHEAPEST.compare(repair, best) == 0).toList();
        List<Claim> blamed = new ArrayList<>(already);
        best.claims().stream().filter(claim -> cheapest.stream().allMatch(repair -> repair.claims().contains(claim))).forEach(blamed::add);
        Set<Claim> tied = new LinkedHashSet<>();
        cheapest.forEach(repair -> repair.claims().stream().filter(claim -> !blamed.contains(claim)).forEach(tied::add));
        blamed.sort(Comparator.comparing(Claim::figure));
        return new Ruling(blamed.isEmpty() ? Verdict.NOT_LOCALISED : Verdict.LOCALISED, blamed, "", List.copyOf(tied));
    }
}
