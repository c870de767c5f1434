package org.crossfoot.reconcile.judge;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.crossfoot.network.Diagnosis.State;
import org.crossfoot.network.Diagnosis;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Claims;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.graph.Component.NetworkOfClaims;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.judge.Judge.Equal;

/** A component and what is wrong in it, told in claims. */
record Diagnosed(Component component, NetworkOfClaims stated, Diagnosis diagnosis, Patience patience) {

    /** Claims of a component for which the verdict with equal trust is worked out as well. */
    private static final int ASKED_WITH_EQUAL_TRUST = 40;

    /** @param patience with all components of a date together */
    static Diagnosed of(Component component, Predicate<Claim> wanted, Patience patience) {
        NetworkOfClaims stated = component.stated(wanted);
        return new Diagnosed(component, stated, Diagnosis.of(stated.network(), patience), patience);
    }

    State state() {
        return diagnosis.state();
    }

    List<Claim> blamed() {
        return claims(diagnosis.blamed());
    }

    List<List<Claim>> repairs() {
        return diagnosis.repairs().stream().map(this::claims).toList();
    }

    /** Whether a single repair is cheapest. */
    boolean isUnique() {
        return diagnosis.repairs().size() == 1;
    }

    private List<Claim> claims(BitSet numbers) {
        return numbers.stream().mapToObj(stated.claims()::get).toList();
    }

    /** The smallest of the conflicts met that the wanted claims have most part in. */
    List<Claim> conflictWith(Collection<Claim> wanted) {
        Set<Claim> set = Identity.set(wanted);
        return diagnosis.conflicts().stream().map(this::claims)
                .min(Comparator.comparingLong((List<Claim> conflict) -> -conflict.stream().filter(set::contains).count())
                        .thenComparingInt(List::size)).orElse(List.of());
    }

    /** The verdict with equal trust; null where that is not asked, or not decided. */
    Equal withEqualTrust() {
        if (stated.claims().size() > ASKED_WITH_EQUAL_TRUST) {
            return null;
        }
        Network equal = stated.network().saying(stated.network().statements().stream().map(Statement::withEqualTrust).toList());
        Diagnosed diagnosed = new Diagnosed(component, new NetworkOfClaims(equal, stated.claims()), Diagnosis.of(equal, patience),
                patience);
        return diagnosed.state() == State.REPAIRABLE ? new Equal(diagnosed.blamed()) : null;
    }
}
