package org.crossfoot.harness;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a history has set: the sources' trust, schedules and whom they repeat, and the rules that are switched off or tolerant.
 */
final class PrintedSettings {

    static final String CHECK = "criminal-or-collateral";

    final Map<String, Integer> trust = new TreeMap<>();
    final Map<String, String> repeats = new TreeMap<>();
    final Set<String> daily = new TreeSet<>();
    final Set<String> switchedOff = new TreeSet<>();
    long tolerance;

    String crossfoot() {
        StringBuilder text = new StringBuilder("""
                zone: America/New_York
                breakdowns: { office: { complete: true } }
                measures: { arrests: {}, criminal: {}, collateral: {} }
                rules:
                """);
        text.append("  " + CHECK + ": { check: criminal + collateral = arrests, tolerance: " + tolerance + enabled(CHECK));
        text.append("  areas-add-up: { tolerance: " + tolerance + enabled("areas-add-up"));
        return text.toString();
    }

    private String enabled(String rule) {
        return ", enabled: " + !switchedOff.contains(rule) + " }\n";
    }

    String source(String id) {
        return "title: " + id + "\ntrust: " + trust.get(id) + "\n"
                + (repeats.containsKey(id) ? "repeats: " + repeats.get(id) + "\n" : "")
                + (daily.contains(id) ? "schedule: { every: daily, from: 2025-01-20 }\n" : "") + """
                read: { may_shrink: true }
                published: { column: published }
                figures:
                  - { value: { column: figure }, measure: { column: counted }, area: { column: place }, from: { column: from }, to: { column: to } }
                """;
    }

    /** Who a source speaks for. */
    String voice(String id) {
        return repeats.getOrDefault(id, id);
    }
}
