package org.crossfoot.settings.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds circles among things that point to others. */
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

    /**
     * Circles, each from the member that is met first when all are walked through in the map's order: every one where each thing
     * points to at most one other; of those that share members, some.
     */
    public static List<List<String>> in(Map<String, List<String>> next) {
        List<List<String>> circles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String start : next.keySet()) {
            // Walked without calls within calls: a chain may be longer than the stack is deep.
            List<String> path = new ArrayList<>();
            Deque<Iterator<String>> open = new ArrayDeque<>(List.of(List.of(start).iterator()));
            Map<String, Integer> onPath = new HashMap<>();
            while (!open.isEmpty()) {
                if (!open.peek().hasNext()) {
                    open.pop();
                    if (!path.isEmpty()) {
                        onPath.remove(path.remove(path.size() - 1));
                    }
                    continue;
                }
                String at = open.peek().next();
                if (onPath.containsKey(at)) {
                    circles.add(List.copyOf(path.subList(onPath.get(at), path.size())));
                } else if (seen.add(at)) {
                    onPath.put(at, path.size());
                    path.add(at);
                    open.push(next.getOrDefault(at, List.of()).iterator());
                }
            }
        }
        return circles;
    }
}
