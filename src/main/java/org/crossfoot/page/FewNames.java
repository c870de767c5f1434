package org.crossfoot.page;

import java.util.Set;
import java.util.TreeSet;

/** The first few of many names, sorted, and how many more there are. */
final class FewNames {

    private static final int SHOWN = 8;

    private FewNames() {
    }

    static String of(Set<String> all) {
        TreeSet<String> first = new TreeSet<>();
        for (String name : all) {
            if (first.size() < SHOWN) {
                first.add(name);
            } else if (name.compareTo(first.last()) < 0) {
                first.pollLast();
                first.add(name);
            }
        }
        String shown = String.join("; ", first);
        return all.size() > SHOWN ? shown + " and " + Words.number(all.size() - SHOWN) + " more" : shown;
    }
}
