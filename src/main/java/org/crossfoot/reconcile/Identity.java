package org.crossfoot.reconcile;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Sets of claims: two claims are the same only where they are the same object, however alike they are. */
final class Identity {

    private Identity() {
    }

    static <T> Set<T> set() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    static <T> Set<T> set(Iterable<T> members) {
        Set<T> set = set();
        members.forEach(set::add);
        return set;
    }

    /** Of a few members; of many a set knows it sooner. */
    static <T> boolean isAmong(List<T> few, T wanted) {
        for (T each : few) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }
}
