package org.crossfoot.intake.meaning;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers what short texts meant, up to a limit: a report prints the same dates, areas and small numbers again and again. */
public final class Remembered<T> {

    private static final int MOST_TEXTS = 10_000;
    private static final int LONGEST_TEXT = 100;

    private static final class Text<T> {

        private final String text;
        private final T meaning;
        private Text<T> followedBy;

        Text(String text, T meaning) {
            this.text = text;
            this.meaning = meaning;
        }
    }

    private final Function<String, T> meaning;
    private final Map<String, Text<T>> known = new HashMap<>();
    private Text<T> last;

    public Remembered(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    public T of(String text) {
        // One row's cells are asked for once per column: the same text comes again.
        if (last == null || !last.text.equals(text)) {
            last = next(text);
        }
        return last.meaning;
    }

    /** Tables list the same names in the same order, day after day: what followed the last text before follows it again. */
    private Text<T> next(String text) {
        Text<T> expected = last == null ? null : last.followedBy;
        return expected != null && expected.text.equals(text) ? expected : find(text);
    }

    private Text<T> find(String text) {
        boolean mayKeep = known.size() < MOST_TEXTS && text.length() <= LONGEST_TEXT;
        // One call, too large for Java's second compiler to inline: the map's code would take the place of calls made for each
        // cell.
        Text<T> found = mayKeep ? known.computeIfAbsent(text, this::text) : known.get(text);
        if (found == null) {
            return text(text);
        }
        if (last != null) {
            last.followedBy = found;
        }
        return found;
    }

    private Text<T> text(String text) {
        return new Text<>(text, meaning.apply(text));
    }
}
