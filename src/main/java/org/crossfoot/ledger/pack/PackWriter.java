package org.crossfoot.ledger.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Writes the numbers, texts and dates of which {@link FigurePack} is made. */
final class PackWriter {

    private static final int LONGEST_NUMBER = (Long.SIZE + 6) / 7;
    private static final int LONGEST_CHARACTER = (Character.SIZE + 6) / 7;

    static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();

    private final RecentTexts recent = new RecentTexts();
    private byte[] bytes = new byte[256];
    private int length;

    byte[] writtenWithSum() {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return ByteBuffer.wrap(Arrays.copyOf(bytes, length + Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length, (int) sum.getValue()).array();
    }

    void number(long number) {
        reserve(LONGEST_NUMBER);
        length = put(number, bytes, length);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private static int put(long number, byte[] to, int at) {
        int end = at;
        long rest = number;
        while (rest > 0x7f) {
            to[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[end++] = (byte) rest;
        return end;
    }

    void text(String text) {
        int place = recent.place(text);
        if (place != RecentTexts.UNKNOWN) {
            number(place);
            return;
        }
        number(recent.add(text));
        number(text.length());
        reserve(text.length() * LONGEST_CHARACTER);
        byte[] to = bytes;
        int end = length;
        for (int i = 0; i < text.length(); i++) {
            end = put(text.charAt(i), to, end);
        }
        length = end;
    }

    /** Its length, and its bytes as they are. */
    void value(byte[] value) {
        number(value.length);
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    void date(LocalDate date) {
        number(date == null ? 0 : date.toEpochDay() - FIRST_DAY + 1);
    }

    /**
     * The places of texts in a list that only grows. Of texts that share a slot the last one is remembered, so that a list of
     * many texts that never come again costs little.
     */
    static final class RecentTexts {

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
}
