package org.crossfoot.settings.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the circles among things that each point to at most one other. */
public final class Circles {

    private static final int MOST_TOLD = 10;

    private Circles() {
    }

    /**
     * A circle in words; of a long one the first members.
     *
     * @param leads as {@code " is part of "}
     */
    public static String told(List<String> circle, String leads) {
        String some = String.join(leads, circle.subList(0, Math.min(circle.size(), MOST_TOLD)));
        return some + leads + (circle.size() > MOST_TOLD ? "... (" + circle.size() + " in all)" + leads : "") + circle.get(0);
    }

    /** Every circle once, from the member that comes first in the map's order. */
    public static List<List<String>> in(Map<String, String> next) {
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
