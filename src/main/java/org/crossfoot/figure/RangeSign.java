package org.crossfoot.figure;

/**
 * What stands between the ends of a range: a dash, or the word "to" with spaces.
 *
 * @param start its first index
 * @param end   the index after it
 */
record RangeSign(int start, int end, boolean isDash) {

    /**
     * The first one in a text. A dash at the very start is a minus sign.
     *
     * @return null where there is none
     */
    static RangeSign in(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (Characters.isDash(text.charAt(i))) {
                return new RangeSign(i, i + 1, true);
            }
            int after = Characters.isSpace(text.charAt(i)) ? Characters.afterPhrase(text, i + 1, "to") : -1;
            if (after >= 0) {
                return new RangeSign(i, after, false);
            }
        }
        return null;
    }
}
