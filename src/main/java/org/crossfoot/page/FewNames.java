package org.crossfoot.page;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The first few of many names, sorted, and how many more there are. */
final class FewNames {

    private static final int SHOWN = 8;

    private final Set<String> all;
    private final TreeSet<String> first = new TreeSet<>();

    private FewNames(int most) {
        all = new HashSet<>(2 * most);
    }

    static <T> String of(Collection<T> things, Function<T, String> name) {
        FewNames names = new FewNames(things.size());
        things.forEach(thing -> names.add(name.apply(thing)));
        return names.text();
    }

    private void add(String name) {
        if (!all.add(name)) {
            return;
        }
        if (first.size() == SHOWN) {
            if (name.compareTo(first.last()) > 0) {
                return;
            }
            first.pollLast();
        }
        first.add(name);
    }

    private String text() {
        String shown = String.join("; ", first);
        return all.size() > SHOWN ? shown + " and " + Words.number(all.size() - SHOWN) + " more" : shown;
    }
}
