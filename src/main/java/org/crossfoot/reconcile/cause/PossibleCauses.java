package org.crossfoot.reconcile.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.cause.PrintedNumbers.Fit;
import org.crossfoot.reconcile.cause.PrintedNumbers.NumberTried;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.check.Finding;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.judge.Judge.Joint;
import org.crossfoot.reconcile.judge.Judge.Judgement;
import org.crossfoot.reconcile.judge.Judge.Ruling;

/**
 * What may have gone wrong with the figures that are blamed, or, where nobody is, with those of tied repairs. A cause is named
 * only where it is the only one for the only figure, and where no other figure of the rule, as easily set aside, may as well be
 * misprinted. It changes no verdict and no total.
 */
public final class PossibleCauses {

    /** Figures in doubt, at most, for one of them to be told from the others. */
    private static final int TOLD_APART = 100;

    /**
     * @param claim the one it explains
     * @param alone whether no other could be meant
     */
    public record CauseFound(Claim claim, Hint hint, boolean alone) {

        /** As it stands in {@code possible_cause}. */
        public String text(FigureWording wording) {
            return "possible: " + inWords(wording);
        }

        public String inWords(FigureWording wording) {
            return (alone ? "" : wording.said(claim.figure()) + ": ") + hint.text();
        }

        /** The same ruling, its tied repairs with the explained figure's first: for display alone. */
        public Ruling first(Ruling ruling) {
            List<List<Claim>> repairs = ruling.repairs().stream()
                    .sorted(Comparator.comparing(repair -> !Identity.isAmong(repair, claim))).toList();
            return new Ruling(ruling.verdict(), ruling.blamed(), ruling.reason(), ruling.tied(), ruling.conflict(), repairs,
                    ruling.more(), ruling.equal());
        }
    }

    /** A claim in doubt, and what it would have been. */
    private record Doubt(Claim claim, Suspect suspect) {

        List<NumberTried> trial() {
            return List.of(new NumberTried(claim.cell(), suspect.value()));
        }
    }

    private final Judgement judgement;
    private final PrintedNumbers printed;
    private final WhatRulesLeave left;
    private final Neighbourhood around;

    private PossibleCauses(Scope scope, Judgement judgement, Set<Cell> inDoubt) {
        this.judgement = judgement;
        printed = new PrintedNumbers(judgement.graph(), judgement.firm(), judgement.setAside());
        left = new WhatRulesLeave(judgement);
        around = new Neighbourhood(scope, printed, judgement.setAside(), inDoubt, wrongBySource(scope));
    }

    /** All that is set aside, and what is left in its place. */
    private Map<String, List<Suspect>> wrongBySource(Scope scope) {
        Map<String, List<Suspect>> wrong = new HashMap<>();
        for (Claim claim : judgement.setAside()) {
            if (claim.amount().isExact() && !claim.figure().derived() && scope.ofDate(claim.cell())
                    && !claim.figure().amount().isCorrection()) {
                left.of(claim.cell(), List.of()).ifPresent(value -> wrong
                        .computeIfAbsent(claim.figure().source(), source -> new ArrayList<>())
                        .add(new Suspect(claim.figure(), value, false)));
            }
        }
        return wrong;
    }

    /** For each finding, then for each joint conflict, in their order. */
    public static List<Optional<CauseFound>> of(Scope scope, List<Finding> findings, Judgement judgement) {
        List<Ruling> rulings = new ArrayList<>(judgement.rulings());
        judgement.joint().stream().map(Joint::ruling).forEach(rulings::add);
        Set<Cell> inDoubt = new HashSet<>();
        // With all that is said of the same area and period: a row may be another's as a whole.
        rulings.forEach(ruling -> inDoubt(ruling).forEach(claim -> scope.claims().placesIn(claim.cell().area()).stream()
                .filter(place -> place.period().equals(claim.cell().period())).forEach(place -> inDoubt.addAll(place.cells()))));
        if (inDoubt.isEmpty()) {
            return rulings.stream().map(ruling -> Optional.<CauseFound>empty()).toList();
        }
        PossibleCauses causes = new PossibleCauses(scope, judgement, inDoubt);
        List<Optional<CauseFound>> explained = new ArrayList<>();
        for (int i = 0; i < rulings.size(); i++) {
            explained.add(causes.of(i < findings.size() ? findings.get(i) : null, rulings.get(i)));
        }
        return explained;
    }

    private static List<Claim> inDoubt(Ruling ruling) {
        List<Claim> exact = new ArrayList<>();
        for (Claim claim : ruling.blamed().isEmpty() ? ruling.more() ? List.<Claim>of() : ruling.tied() : ruling.blamed()) {
            if (claim.amount().isExact() && !claim.figure().derived() && !claim.figure().amount().isCorrection()) {
                exact.add(claim);
            }
        }
        return exact.size() > TOLD_APART ? List.of() : exact;
    }

    private Optional<CauseFound> of(Finding finding, Ruling ruling) {
        List<Claim> claims = inDoubt(ruling);
        List<Claim> named = ruling.blamed().isEmpty() ? ruling.tied() : ruling.blamed();
        int[] asked = asked(finding);
        Set<Hint> hints = new LinkedHashSet<>();
        CauseFound explained = null;
        Doubt explainedBy = null;
        for (Claim claim : claims) {
            for (Doubt doubt : doubts(claim, asked, ruling)) {
                for (Hint hint : Causes.fitting(doubt.suspect(), around)) {
                    boolean known = hint.wrong().size() > 1
                            && hints.stream().anyMatch(other -> other.wrong().equals(hint.wrong()));
                    if (!known && hints.add(hint) && explained == null) {
                        explained = new CauseFound(claim, hint, named.size() == 1);
                        explainedBy = doubt;
                    }
                }
            }
        }
        return hints.size() != 1 || explained.hint().misprint()
                && hasRival(explainedBy, claims, asked, finding) ? Optional.empty()
                : Optional.of(explained);
    }

    /** The numbers of the relations that a finding is about. */
    private int[] asked(Finding finding) {
        return finding == null ? new int[0] : Arrays.stream(printed.relationsOn(finding.cell())).filter(number -> {
            Relation relation = printed.relation(number);
            return relation.rule() == finding.rule() && relation.cell().equals(finding.cell());
        }).toArray();
    }

    /** A claim with each number that its cell may have had, by the repairs that set the claim aside. */
    private List<Doubt> doubts(Claim claim, int[] asked, Ruling ruling) {
        if (printed.isBorneOut(claim)) {
            return List.of();
        }
        Set<OptionalLong> values = new LinkedHashSet<>();
        for (List<Claim> repair : ruling.repairs()) {
            if (Identity.isAmong(repair, claim)) {
                values.add(left.of(claim.cell(), repair));
            }
        }
        if (values.isEmpty()) {
            values.add(left.of(claim.cell(), List.of()));
        }
        if (values.size() > 1 && judgement.setAside().contains(claim)) {
            values = Set.of(OptionalLong.empty());
        }
        List<Doubt> doubts = new ArrayList<>(values.size());
        for (OptionalLong value : values) {
            doubts.add(doubt(claim, value, asked));
        }
        return doubts;
    }

    /** A number that does not mend the rule it was found by explains nothing: something else is wrong there as well. */
    private Doubt doubt(Claim claim, OptionalLong value, int[] asked) {
        Doubt unknown = new Doubt(claim, new Suspect(claim.figure(), null, asked.length > 0));
        if (value.isEmpty()) {
            return unknown;
        }
        Doubt known = new Doubt(claim, new Suspect(claim.figure(), value.getAsLong(), asked.length > 0));
        for (int relation : asked) {
            if (printed.result(relation, known.trial()) == Fit.FAILS) {
                return unknown;
            }
        }
        return known;
    }

    /** Whether another figure of the rule, which costs no more, may be misprinted and would mend as many relations. */
    private boolean hasRival(Doubt doubt, List<Claim> claims, int[] asked, Finding finding) {
        int mends = doubt.suspect().value() == null ? 0 : printed.mended(doubt.claim(), doubt.suspect().value());
        for (int number : asked) {
            OptionalLong sum = printed.sum(number, List.of(new NumberTried(doubt.claim().cell(), doubt.suspect().printed())));
            if (!printed.isSum(number) || sum.isEmpty()) {
                continue;
            }
            Constraint constraint = printed.relation(number).constraint();
            long over = sum.getAsLong() > constraint.highest() ? sum.getAsLong() - constraint.highest()
                    : sum.getAsLong() - constraint.lowest();
            for (Claim claim : finding.claims()) {
                if (claim.cost() <= doubt.claim().cost() && claim.amount().isExact() && !Identity.isAmong(claims, claim)
                        && isRival(claim, number, over, mends)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isRival(Claim claim, int relation, long over, int mends) {
        long coefficient = printed.coefficient(claim.cell(), relation);
        if (coefficient == 0 || over % coefficient != 0 || claim.amount().lowest() < over / coefficient) {
            return false;
        }
        long value = claim.amount().lowest() - over / coefficient;
        return !Causes.misprints(new Suspect(claim.figure(), value, true), around).isEmpty()
                && !printed.isBorneOut(claim) && printed.mended(claim, value) >= mends;
    }
}
