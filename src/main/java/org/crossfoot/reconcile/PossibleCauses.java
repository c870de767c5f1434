package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.reconcile.Constraint.Term;
import org.crossfoot.reconcile.Judge.Joint;
import org.crossfoot.reconcile.Judge.Judgement;
import org.crossfoot.reconcile.Judge.Ruling;
import org.crossfoot.reconcile.Printed.Result;
import org.crossfoot.reconcile.cause.Causes;
import org.crossfoot.reconcile.cause.Hint;
import org.crossfoot.reconcile.cause.Suspect;

/**
 * What may have gone wrong with the figures that are blamed, or, where nobody is, with those of tied repairs. A cause is named
 * only where it is the only one for the only figure, and where no other figure of the rule, as easily set aside, may as well be
 * misprinted. It changes no verdict and no total.
 */
final class PossibleCauses {

    /** Figures in doubt, at most, for one of them to be told from the others. */
    private static final int TOLD_APART = 100;

    /** @param claim the one it explains */
    record Explained(Claim claim, Hint hint, boolean alone) {

        /** As it stands in {@code possible_cause}. */
        String text(Wording wording) {
            return "possible: " + inWords(wording);
        }

        String inWords(Wording wording) {
            return (alone ? "" : wording.said(claim.figure()) + ": ") + hint.text();
        }

        /** The same ruling, its tied repairs with the explained figure's first: for display alone. */
        Ruling first(Ruling ruling) {
            List<List<Claim>> repairs = ruling.repairs().stream()
                    .sorted(Comparator.comparing(repair -> !Identity.set(repair).contains(claim))).toList();
            return new Ruling(ruling.verdict(), ruling.blamed(), ruling.reason(), ruling.tied(), ruling.conflict(), repairs, ruling.more(),
                    ruling.equal());
        }
    }

    /** A claim in doubt, what it would have been, and how many relations that would mend. */
    private record Doubt(Claim claim, Suspect suspect, int mends) {
    }

    private final Judgement judgement;
    private final Printed printed;
    private final WhatRulesLeave left;
    private final Neighbourhood around;

    private PossibleCauses(Scope scope, Judgement judgement, Set<Cell> inDoubt) {
        this.judgement = judgement;
        printed = new Printed(scope, judgement.web(), judgement.setAside());
        left = new WhatRulesLeave(judgement);
        around = new Neighbourhood(scope, printed, judgement.setAside(), inDoubt);
    }

    /** For each finding, then for each joint conflict, in their order. */
    static List<Optional<Explained>> of(Scope scope, List<Finding> findings, Judgement judgement) {
        List<Ruling> rulings = new ArrayList<>(judgement.rulings());
        judgement.joint().stream().map(Joint::ruling).forEach(rulings::add);
        Set<Cell> inDoubt = new HashSet<>();
        rulings.forEach(ruling -> inDoubt(ruling).forEach(claim -> inDoubt.add(claim.cell())));
        if (inDoubt.isEmpty()) {
            return rulings.stream().map(ruling -> Optional.<Explained>empty()).toList();
        }
        PossibleCauses causes = new PossibleCauses(scope, judgement, inDoubt);
        List<Optional<Explained>> explained = new ArrayList<>();
        for (int i = 0; i < rulings.size(); i++) {
            explained.add(causes.of(i < findings.size() ? findings.get(i) : null, rulings.get(i)));
        }
        return explained;
    }

    private static List<Claim> inDoubt(Ruling ruling) {
        List<Claim> claims = ruling.blamed().isEmpty() ? ruling.more() ? List.of() : ruling.tied() : ruling.blamed();
        List<Claim> exact = claims.stream().filter(claim -> claim.amount().isExact() && !claim.figure().derived()).toList();
        return exact.size() > TOLD_APART ? List.of() : exact;
    }

    private Optional<Explained> of(Finding finding, Ruling ruling) {
        List<Claim> claims = inDoubt(ruling);
        List<Doubt> doubts = claims.stream().flatMap(claim -> doubts(claim, finding, ruling).stream()).toList();
        Set<Hint> hints = new LinkedHashSet<>();
        Explained explained = null;
        Doubt explainedBy = null;
        for (Doubt doubt : doubts) {
            for (Hint hint : Causes.fitting(doubt.suspect(), around)) {
                boolean known = hint.wrong().size() > 1 && hints.stream().anyMatch(other -> other.wrong().equals(hint.wrong()));
                if (!known && hints.add(hint) && explained == null) {
                    explained = new Explained(doubt.claim(), hint, claims.size() == 1);
                    explainedBy = doubt;
                }
            }
        }
        return hints.size() != 1 || explained.hint().misprint() && hasRival(explainedBy, claims, finding) ? Optional.empty()
                : Optional.of(explained);
    }

    /** A claim with each number that its cell may have had, by the repairs that set the claim aside. */
    private List<Doubt> doubts(Claim claim, Finding finding, Ruling ruling) {
        if (printed.isBorneOut(claim)) {
            return List.of();
        }
        List<List<Claim>> repairs = ruling.repairs().stream().filter(repair -> Identity.set(repair).contains(claim)).toList();
        Set<OptionalLong> values = new LinkedHashSet<>();
        for (List<Claim> repair : repairs.isEmpty() ? List.of(List.<Claim>of()) : repairs) {
            values.add(left.of(claim.cell(), repair));
        }
        if (values.size() > 1 && judgement.setAside().contains(claim)) {
            values = Set.of(OptionalLong.empty());
        }
        List<Relation> asked = relations(finding);
        return values.stream().map(value -> doubt(claim, value, asked)).toList();
    }

    /** A number that does not mend the rule it was found by explains nothing: something else is wrong there as well. */
    private Doubt doubt(Claim claim, OptionalLong value, List<Relation> asked) {
        boolean mends = value.isPresent() && asked.stream()
                .noneMatch(relation -> printed.result(relation, Map.of(claim.cell(), value.getAsLong())) == Result.FAILS);
        return mends ? new Doubt(claim, new Suspect(claim.figure(), value.getAsLong(), !asked.isEmpty()),
                printed.mended(claim, value.getAsLong())) : new Doubt(claim, new Suspect(claim.figure(), null, !asked.isEmpty()), 0);
    }

    private List<Relation> relations(Finding finding) {
        return finding == null ? List.of() : printed.relationsOn(finding.cell()).stream()
                .filter(relation -> relation.rule() == finding.rule() && relation.cell().equals(finding.cell())).toList();
    }

    /** Whether another figure of the rule, which costs no more, may be misprinted and would mend as many relations. */
    private boolean hasRival(Doubt doubt, List<Claim> claims, Finding finding) {
        Set<Claim> inDoubt = Identity.set(claims);
        for (Relation relation : relations(finding)) {
            OptionalLong sum = printed.sum(relation, Map.of(doubt.claim().cell(), doubt.suspect().printed()));
            if (!Printed.isSum(relation) || sum.isEmpty()) {
                continue;
            }
            long over = sum.getAsLong() > relation.constraint().highest() ? sum.getAsLong() - relation.constraint().highest()
                    : sum.getAsLong() - relation.constraint().lowest();
            for (Claim claim : finding.claims()) {
                if (!inDoubt.contains(claim) && claim.cost() <= doubt.claim().cost() && claim.amount().isExact()
                        && isRival(claim, relation, over, doubt)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isRival(Claim claim, Relation relation, long over, Doubt doubt) {
        long coefficient = relation.constraint().terms().stream().filter(term -> term.cell().equals(claim.cell()))
                .mapToLong(Term::coefficient).findFirst().orElse(0);
        if (coefficient == 0 || over % coefficient != 0 || claim.amount().lowest() < over / coefficient) {
            return false;
        }
        long value = claim.amount().lowest() - over / coefficient;
        return !Causes.misprints(new Suspect(claim.figure(), value, true), around).isEmpty()
                && !printed.isBorneOut(claim) && printed.mended(claim, value) >= doubt.mends();
    }
}
