package org.crossfoot.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the mistakes of all settings files, so that they can be told at once. */
final class Problems {

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparing(Problem::key);

    private final List<Problem> gathered = new ArrayList<>();

    void add(String file, int line, String key, String found, String right) {
        gathered.add(new Problem(file, line, key, found, right));
    }

    void addAll(List<Problem> problems) {
        gathered.addAll(problems);
    }

    List<Problem> all() {
        return List.copyOf(gathered);
    }

    void throwIfAny() throws SettingsException {
        if (!gathered.isEmpty()) {
            throw new SettingsException(gathered.stream().distinct().sorted(ORDER).toList());
        }
    }
}
