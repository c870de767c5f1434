package org.crossfoot.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The phrases in which mistakes are told: what was found, and which of the right words was probably meant. */
final class Wording {

    private static final int LONGEST = 60;
    private static final int MOST_CHOICES = 20;
    private static final int MOST_COMPARED = 2_000;

    private Wording() {
    }

    /** {@code 'text'}, on one line and shortened. */
    static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "\u00b7");
        return "'" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line) + "'";
    }

    /** The nearest of the words that would be right, or all of them. */
    static String choice(String found, Collection<String> right) {
        return nearest(found, right).map(word -> "did you mean " + word + "?").orElseGet(() -> "write one of " + listed(right));
    }

    static String listed(Collection<String> words) {
        String listed = String.join(", ", words.stream().limit(MOST_CHOICES).toList());
        return words.size() > MOST_CHOICES ? listed + " ... (" + words.size() + " in all)" : listed;
    }

    private static Optional<String> nearest(String found, Collection<String> words) {
        int farthest = Math.max(1, found.length() / 3);
        if (found.length() > LONGEST) {
            return Optional.empty();
        }
        return words.stream().limit(MOST_COMPARED)
                .filter(word -> Math.abs(word.length() - found.length()) <= farthest)
                .min(Comparator.comparingInt(word -> distance(found, word)))
                .filter(word -> distance(found, word) <= farthest);
    }

    /** How many letters must be put in, left out or changed to make one word of the other, whatever their case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
