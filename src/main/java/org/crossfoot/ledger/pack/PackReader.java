package org.crossfoot.ledger.pack;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads what {@link PackWriter} wrote. */
final class PackReader {

    private static final long LAST_DAY = LocalDate.MAX.toEpochDay();

    private final byte[] bytes;
    private final CommonValues common;
    private final List<String> texts = new ArrayList<>();
    private int at;
    private int end;

    PackReader(byte[] bytes, CommonValues common) {
        this.bytes = bytes;
        this.end = bytes.length;
        this.common = common;
    }

    /** Leaves off the sum that {@link PackWriter} ends with. */
    void takeOffSum() throws IOException {
        end = bytes.length - Integer.BYTES;
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, Math.max(end, 0));
        if (end < at || ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end) != (int) sum.getValue()) {
            throw new IOException("the sum is another one");
        }
    }

    boolean isAtEnd() {
        return at == end;
    }

    long number() throws IOException {
        // Nearly all are small.
        if (at < end && bytes[at] >= 0) {
            return bytes[at++];
        }
        long number = 0;
        for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
            if (isAtEnd()) {
                throw new EOFException("it ends after " + at + " bytes");
            }
            byte next = bytes[at++];
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IOException("the number that ends with byte " + at + " is too large");
    }

    /** A number that is not larger than another. */
    int numberUpTo(int largest) throws IOException {
        long number = number();
        if (number > largest) {
            throw new IOException(number + " stands before byte " + at + ", where at most " + largest + " may");
        }
        return (int) number;
    }

    String text() throws IOException {
        int place = numberUpTo(texts.size());
        if (place == texts.size()) {
            texts.add(newText());
        }
        return texts.get(place);
    }

    private String newText() throws IOException {
        long length = number();
        if (isAscii(length)) {
            at += (int) length;
            return common.ascii(bytes, at - (int) length, at);
        }
        StringBuilder text = new StringBuilder();
        for (long left = length; left > 0; left--) {
            text.append((char) numberUpTo(Character.MAX_VALUE));
        }
        return common.same(text.toString());
    }

    /** Whether a byte each is all that the next numbers take. */
    private boolean isAscii(long length) {
        if (length > end - at) {
            return false;
        }
        for (int i = at; i < at + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    byte[] value() throws IOException {
        int length = numberUpTo(end - at);
        if (length > end - at) {
            throw new EOFException("it ends after " + end + " bytes");
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    LocalDate date() throws IOException {
        long day = number() - 1 + PackWriter.FIRST_DAY;
        if (day > LAST_DAY) {
            throw new IOException("no calendar has the day that stands before byte " + at);
        }
        return day < PackWriter.FIRST_DAY ? null : LocalDate.ofEpochDay(day);
    }
}
