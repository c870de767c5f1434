package org.crossfoot.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers what short texts meant, up to a limit: a report prints the same dates, areas and small numbers again and again. */
final class Remembered<T> {

    private static final int MOST_TEXTS = 10_000;
    private static final int LONGEST_TEXT = 100;

    private final Function<String, T> meaning;
    private final Map<String, T> known = new HashMap<>();
    private String lastText;
    private T last;

    Remembered(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    T of(String text) {
        // One row's cells are asked for once per column, and tables are sorted: the same text comes again.
        if (!text.equals(lastText)) {
            last = find(text);
            lastText = text;
        }
        return last;
    }

    private T find(String text) {
        T found = known.get(text);
        if (found == null) {
            found = meaning.apply(text);
            if (known.size() < MOST_TEXTS && text.length() <= LONGEST_TEXT) {
                known.put(text, found);
            }
        }
        return found;
    }
}
