package org.crossfoot.reconcile;

import java.util.Collections;
import java.util.IdentityHashMap;
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

    static <T> boolean contains(Iterable<T> members, T wanted) {
        for (T member : members) {
            if (member == wanted) {
                return true;
            }
        }
        return false;
    }
}
