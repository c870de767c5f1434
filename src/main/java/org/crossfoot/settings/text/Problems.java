package org.crossfoot.settings.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the mistakes of all settings files, so that they can be told at once. */
public final class Problems {

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparing(Problem::key);

    private final List<Problem> gathered = new ArrayList<>();

    public void add(String file, int line, String key, String found, String right) {
        gathered.add(new Problem(file, line, key, found, right));
    }

    public void addAll(List<Problem> problems) {
        gathered.addAll(problems);
    }

    public List<Problem> all() {
        return List.copyOf(gathered);
    }

    public void throwIfAny() throws SettingsException {
        if (!gathered.isEmpty()) {
            throw new SettingsException(gathered.stream().distinct().sorted(ORDER).toList());
        }
    }

    /**
     * One mistake in the settings.
     *
     * @param file  relative to the input folder
     * @param line  counted from 1, or 0 where the whole file is meant
     * @param key   as {@code figures[2].value.column}, or empty
     * @param found what stands there
     * @param right what would be right
     */
    public record Problem(String file, int line, String key, String found, String right) {

        /** On one line, whatever it quotes. */
        @Override
        public String toString() {
            return MistakeWording.oneLine(file + (line > 0 ? ":" + line : "") + (key.isEmpty() ? "" : ": " + key) + ": " + found
                    + "; " + right);
        }
    }
}
