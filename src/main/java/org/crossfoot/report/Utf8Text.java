package org.crossfoot.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text that is written at its end, kept as the bytes of the file that it will be. Nearly all of it is ASCII. */
public final class Utf8Text {

    private static final boolean[] ASCII = asciiBut("");

    private byte[] bytes;
    private int length;

    /** @param expected how many bytes it will have, about */
    public Utf8Text(int expected) {
        bytes = new byte[Math.max(64, expected)];
    }

    /** The characters of ASCII, by their code, without some; control characters are among them. */
    static boolean[] asciiBut(String others) {
        boolean[] characters = new boolean[128];
        Arrays.fill(characters, true);
        others.chars().forEach(other -> characters[other] = false);
        return characters;
    }

    /** Adds a character of ASCII. */
    public Utf8Text add(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    public Utf8Text add(String text) {
        return addPlain(text, ASCII) ? this : add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Utf8Text add(byte[] utf8) {
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    public Utf8Text add(long number) {
        if (number < 0) {
            return add(Long.toString(number));
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        room(digits);
        length += digits;
        int at = length;
        long rest = number;
        do {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return this;
    }

    /**
     * Adds a text that has no characters but plain ones; of any other it adds nothing, and says so.
     *
     * @param plain characters of ASCII, by their code
     */
    boolean addPlain(String text, boolean[] plain) {
        int size = text.length();
        room(size);
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= plain.length || !plain[c]) {
                return false;
            }
            to[at + i] = (byte) c;
        }
        length = at + size;
        return true;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
