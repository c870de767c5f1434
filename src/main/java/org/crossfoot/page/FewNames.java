package org.crossfoot.page;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The first few of many names, and how many more there are. */
final class FewNames {

    private static final int SHOWN = 8;
    private static final int SHOWN_IN_ORDER = 20;

    private FewNames() {
    }

    /** In the order given. */
    static String first(List<String> all, String separator) {
        String shown = all.stream().limit(SHOWN_IN_ORDER).collect(Collectors.joining(separator));
        return all.size() > SHOWN_IN_ORDER ? shown + " and " + Words.number(all.size() - SHOWN_IN_ORDER) + " more" : shown;
    }

    /** Sorted. */
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
