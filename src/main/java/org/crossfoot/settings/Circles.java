package org.crossfoot.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the circles among things that each point to at most one other. */
final class Circles {

    private Circles() {
    }

    /** Every circle once, from the member that comes first in the map's order. */
    static List<List<String>> in(Map<String, String> next) {
        List<List<String>> circles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String start : next.keySet()) {
            Set<String> path = new LinkedHashSet<>();
            String at = start;
            while (at != null && !seen.contains(at) && path.add(at)) {
                at = next.get(at);
            }
            if (at != null && path.contains(at)) {
                List<String> walked = new ArrayList<>(path);
                circles.add(List.copyOf(walked.subList(walked.indexOf(at), walked.size())));
            }
            seen.addAll(path);
        }
        return circles;
    }
}
