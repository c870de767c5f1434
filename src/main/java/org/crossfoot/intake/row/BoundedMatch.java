package org.crossfoot.intake.row;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matches texts against the regular expressions of the settings, and gives up where one would try for hours, as
 * {@code (.*a){12}b} does on sixty times a: whoever writes a report could hold up the night with it.
 */
public final class BoundedMatch {

    private static final long READS = 1_000_000;
    private static final long READS_A_CHARACTER = 100;

    private BoundedMatch() {
    }

    /** Asks a question of a pattern on a text. */
    public static <T> Meaning<T> of(Pattern pattern, String text, Function<Matcher, T> question) {
        try {
            return Meaning.of(question.apply(pattern.matcher(new CountedText(text))));
        } catch (TooManyReads | StackOverflowError e) {
            // It goes deeper with every repetition of a group that a text holds.
            return Meaning.refused(RejectReason.TEXT_TOO_LONG, "a text of " + text.length()
                    + " characters is too long for the regular expression "
                    + pattern + " of source.yml; repeat characters there, as in [ab]*, and no group, as in (a|b)* or (.*a){9}");
        }
    }

    private static final class TooManyReads extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyReads() {
            super(null, null, false, false);
        }
    }

    private static final class CountedText implements CharSequence {

        private final String text;
        private long readsLeft;

        CountedText(String text) {
            this.text = text;
            this.readsLeft = READS + READS_A_CHARACTER * text.length();
        }

        @Override
        public char charAt(int index) {
            if (readsLeft-- == 0) {
                throw new TooManyReads();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
