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
}
