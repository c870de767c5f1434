package org.crossfoot.settings.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The phrases in which mistakes are told: what was found, and which of the right words was probably meant. */
public final class MistakeWording {

    private static final int LONGEST = 60;
    private static final int MOST_CHOICES = 40;
    private static final int MOST_COMPARED = 2_000;

    private MistakeWording() {
    }

    /** {@code 'text'}, on one line and shortened. */
    public static String quoted(String text) {
        String line = oneLine(text);
        return "'" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line) + "'";
    }

    /** With a dot for every control character, line breaks among them. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "\u00b7");
    }

    /** The nearest of the words that would be right, or all of them. */
    public static String choice(String found, Collection<String> right) {
        return nearest(found, right).map(word -> "did you mean " + word + "?").orElseGet(() -> "write one of " + listed(right));
    }

    public static String listed(Collection<String> words) {
        String listed = String.join(", ", words.stream().limit(MOST_CHOICES).toList());
        return words.size() > MOST_CHOICES ? listed + " ... (" + words.size() + " in all)" : listed;
    }

    public static Optional<String> nearest(String found, Collection<String> words) {
        int farthest = Math.max(1, found.length() / 3);
        if (found.length() > LONGEST) {
            return Optional.empty();
        }
        return words.stream().limit(MOST_COMPARED)
                .filter(word -> Math.abs(word.length() - found.length()) <= farthest)
                .min(Comparator.comparingInt(word -> distance(found, word)))
                .filter(word -> distance(found, word) <= farthest);
    }

    /** How many letters must be put in, left out, changed or swapped to make one word of the other, whatever their case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : Math.min(
                        steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1),
                        1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
