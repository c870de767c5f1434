package org.crossfoot.ledger.pack;

/**
 * The places of texts in a list that only grows. Of texts that share a slot the last one is remembered, so that a list of many texts
 * that never come again costs little.
 */
final class RecentTexts {

    static final int UNKNOWN = -1;

    private static final int FEWEST_SLOTS = 16;
    private static final int MOST_SLOTS = 1024;

    private String[] texts = new String[FEWEST_SLOTS];
    private int[] places = new int[FEWEST_SLOTS];
    private int size;

    /** The place of a text, or {@link #UNKNOWN} where it is new or forgotten. */
    int place(String text) {
        int slot = slot(text);
        return text.equals(texts[slot]) ? places[slot] : UNKNOWN;
    }

    /** Puts a text at the end of the list; returns its place. */
    int add(String text) {
        if (size == texts.length && size < MOST_SLOTS) {
            grow();
        }
        put(text, size);
        return size++;
    }

    private void grow() {
        String[] oldTexts = texts;
        int[] oldPlaces = places;
        texts = new String[4 * oldTexts.length];
        places = new int[texts.length];
        for (int slot = 0; slot < oldTexts.length; slot++) {
            if (oldTexts[slot] != null) {
                put(oldTexts[slot], oldPlaces[slot]);
            }
        }
    }

    private void put(String text, int place) {
        int slot = slot(text);
        texts[slot] = text;
        places[slot] = place;
    }

    private int slot(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 16) & texts.length - 1;
    }
}
