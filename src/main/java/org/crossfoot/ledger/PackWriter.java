package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.Arrays;

/** Writes the numbers, texts and dates of which {@link FigurePack} is made. */
final class PackWriter {

    private static final int LONGEST_NUMBER = (Long.SIZE + 6) / 7;

    static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();

    private final RecentTexts recent = new RecentTexts();
    private byte[] bytes = new byte[256];
    private int length;

    byte[] written() {
        return Arrays.copyOf(bytes, length);
    }

    void number(long number) {
        if (bytes.length - length < LONGEST_NUMBER) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int end = length;
        long rest = number;
        while (rest > 0x7f) {
            bytes[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
        length = end;
    }

    void text(String text) {
        int place = recent.place(text);
        if (place != RecentTexts.UNKNOWN) {
            number(place);
            return;
        }
        number(recent.add(text));
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            number(text.charAt(i));
        }
    }

    void date(LocalDate date) {
        number(date == null ? 0 : date.toEpochDay() - FIRST_DAY + 1);
    }
}
