package org.crossfoot.ledger;

import java.io.EOFException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link PackWriter} wrote. */
final class PackReader {

    private final byte[] bytes;
    private final List<String> texts = new ArrayList<>();
    private int at;

    PackReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    long number() throws IOException {
        long number = 0;
        for (int shift = 0;; shift += 7) {
            if (isAtEnd()) {
                throw new EOFException("it ends after " + at + " bytes");
            }
            byte next = bytes[at++];
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    String text() throws IOException {
        int place = (int) number();
        if (place == texts.size()) {
            StringBuilder text = new StringBuilder();
            for (long left = number(); left > 0; left--) {
                text.append((char) number());
            }
            texts.add(text.toString());
        }
        return texts.get(place);
    }

    LocalDate date() throws IOException {
        long day = number();
        return day == 0 ? null : LocalDate.ofEpochDay(day - 1 + PackWriter.FIRST_DAY);
    }
}
