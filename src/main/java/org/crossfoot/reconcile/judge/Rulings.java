package org.crossfoot.reconcile.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Diagnosis.State;
import org.crossfoot.reconcile.check.Finding;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.judge.Judge.Joint;
import org.crossfoot.reconcile.judge.Judge.Ruling;
import org.crossfoot.reconcile.judge.SumsOverParts.Settled;
import org.crossfoot.reconcile.outcome.Verdict;

/** What is said of findings and of joint conflicts, from what was decided. */
final class Rulings {

    private static final String UNDECIDED = "It could not be decided within the limits of the search.";

    private final Decisions decisions;

    Rulings(Decisions decisions) {
        this.decisions = decisions;
    }

    Ruling on(Finding finding) {
        Diagnosed near = decisions.within(finding.cell());
        Diagnosed far = decisions.beyond(finding.cell());
        return finding.isWithin() ? on(finding.claims(), near, far) : on(finding.claims(), far, near);
    }

    /** What is wrong in a component where no single rule shows it; empty where no conflict was found. */
    Optional<Joint> joint(Diagnosed diagnosed) {
        Component component = diagnosed.component();
        List<Claim> conflict = diagnosed.state() == State.IMPOSSIBLE ? component.claims() : diagnosed.conflictWith(List.of());
        if (conflict.isEmpty()) {
            return Optional.empty();
        }
        Set<Cell> cells = new HashSet<>();
        conflict.forEach(claim -> cells.add(claim.cell()));
        List<Relation> involved = IntStream.range(0, component.relations()).mapToObj(component::relation)
                .filter(relation -> relation.constraint().terms().stream().anyMatch(term -> cells.contains(term.cell()))).toList();
        return Optional.of(new Joint(conflict, involved, on(conflict, diagnosed, null), component.cells()));
    }

    /** @param first what decides; {@code second} what else is known, where that left something open; either may be null */
    private Ruling on(List<Claim> claims, Diagnosed first, Diagnosed second) {
        Diagnosed decisive = first == null ? second : first.isUnique() || second == null ? first : second;
        List<Claim> blamed = blamed(claims);
        if (decisive == null) {
            return blamed.isEmpty() ? Ruling.none(Verdict.UNDECIDED, UNDECIDED)
                    : new Ruling(Verdict.LOCALISED, blamed, "", List.of(), List.of(), List.of(blamed), false, null);
        }
        if (decisive.state() == State.IMPOSSIBLE || decisive.state() == State.UNDECIDED) {
            return Ruling.none(Verdict.UNDECIDED, decisive.state() == State.IMPOSSIBLE ? "The rules themselves cannot hold together."
                    : UNDECIDED);
        }
        List<List<Claim>> left = decisions.narrowed(decisive);
        List<List<Claim>> repairs = left == null ? decisive.repairs() : left;
        return new Ruling(blamed.isEmpty() ? Verdict.NOT_LOCALISED : Verdict.LOCALISED, blamed,
                left == null ? "" : "With the other repairs that are as cheap here, sums over areas or days could not hold.",
                tied(claims, repairs.stream()), decisive.conflictWith(claims), repairs, decisive.diagnosis().more(),
                left == null ? decisive.withEqualTrust() : null);
    }

    /** @param settled the groups of sums that are about its cell, of a component that was too large to be searched as a whole */
    Ruling on(Finding finding, List<Settled> settled) {
        List<Settled> own = settled.stream().filter(group -> group.sums().stream()
                .anyMatch(relation -> relation.rule() == finding.rule() && relation.cell().equals(finding.cell()))).toList();
        List<List<Claim>> mending = own.stream().flatMap(group -> group.mending().claims().stream()).map(List::of).toList();
        List<Claim> blamed = blamed(finding.claims());
        List<Claim> tied = tied(finding.claims(), Stream.concat(mending.stream(),
                own.stream().flatMap(group -> group.left().values().stream()).flatMap(List::stream)));
        Verdict verdict = !blamed.isEmpty() ? Verdict.LOCALISED : tied.isEmpty() ? Verdict.UNDECIDED : Verdict.NOT_LOCALISED;
        return new Ruling(verdict, blamed, reason(own, mending.size(), blamed.size(), !tied.isEmpty()), tied, List.of(), mending, false, null);
    }

    /** @param mending how many claims would each let the sums hold */
    private static String reason(List<Settled> sums, int mending, int blamed, boolean tied) {
        Settled open = sums.stream().filter(group -> !group.holds() && group.mending().claims().isEmpty()).findFirst().orElse(null);
        if (sums.isEmpty() || open != null && !open.decided()) {
            return UNDECIDED;
        }
        if (open != null) {
            return "No single figure explains " + (blamed == 0 ? "it." : "the rest.");
        }
        return switch (mending) {
            case 0 -> tied ? "The sum holds in more than one way." : "Without them the sum holds.";
            case 1 -> blamed == 1 ? "" : "Without the others named the sum still fails.";
            default -> blamed == 0 ? "" : "One figure more must be wrong.";
        };
    }

    private List<Claim> blamed(List<Claim> claims) {
        return List.copyOf(Identity.those(claims, decisions.setAside()));
    }

    /** Those that some repair sets aside, but not all. */
    private List<Claim> tied(List<Claim> claims, Stream<List<Claim>> repairs) {
        Set<Claim> some = Identity.set();
        repairs.forEach(some::addAll);
        some.removeAll(decisions.setAside());
        return some.isEmpty() ? List.of() : List.copyOf(Identity.those(claims, some));
    }
}
