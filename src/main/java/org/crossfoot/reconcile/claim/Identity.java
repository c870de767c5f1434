package org.crossfoot.reconcile.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.crossfoot.figure.Cell;

/** Sets of claims: two claims are the same only where they are the same object, however alike they are. */
public final class Identity {

    private Identity() {
    }

    public static <T> Set<T> set() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    public static <T> Set<T> set(Iterable<T> members) {
        Set<T> set = set();
        members.forEach(set::add);
        return set;
    }

    /**
     * Those of some claims that are in a set. Where these are few of many, most are not, which their cells tell sooner than they
     * do themselves.
     */
    public static List<Claim> those(List<Claim> many, Set<Claim> few) {
        if (few.size() >= many.size()) {
            // To look at each of the set for every finding of a date costs its findings squared.
            return many.stream().filter(few::contains).toList();
        }
        Set<Cell> cells = new HashSet<>();
        few.forEach(claim -> cells.add(claim.cell()));
        List<Claim> those = new ArrayList<>();
        for (Claim claim : many) {
            if (cells.contains(claim.cell()) && few.contains(claim)) {
                those.add(claim);
            }
        }
        return those;
    }

    /** Of a few members; of many a set knows it sooner. */
    public static <T> boolean isAmong(List<T> few, T wanted) {
        for (T each : few) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }
}
