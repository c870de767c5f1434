package org.crossfoot.ledger.pack;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * Texts, each once. Those of characters below 128 are found by their bytes as well, so that a text that is known need not be made
 * to be found.
 */
public final class Texts {

    private static final int FEWEST_SLOTS = 64;

    /** At least half of them are empty; a text stands in the first free one from its hash on. */
    private String[] slots = new String[FEWEST_SLOTS];
    private int size;

    public Texts() {
        this(List.of());
    }

    public Texts(Collection<String> texts) {
        texts.forEach(this::add);
    }

    /** Null where it is not known. */
    String find(String text) {
        return slots[slot(text)];
    }

    /** The text of bytes that are a character each; null where it is not known. */
    String find(byte[] bytes, int from, int to) {
        return slots[slot(bytes, from, to)];
    }

    /** The one that is known, or, where it is new, the text itself. */
    String add(String text) {
        int slot = slot(text);
        return slots[slot] == null ? put(text, slot) : slots[slot];
    }

    String add(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        return slots[slot] == null ? put(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), slot) : slots[slot];
    }

    private String put(String text, int slot) {
        slots[slot] = text;
        size++;
        if (2 * size > slots.length) {
            grow();
        }
        return text;
    }

    private void grow() {
        String[] before = slots;
        slots = new String[4 * before.length];
        for (String text : before) {
            if (text != null) {
                slots[slot(text)] = text;
            }
        }
    }

    private int slot(String text) {
        int slot = first(text.hashCode());
        while (slots[slot] != null && !slots[slot].equals(text)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            // As a text has it.
            hash = 31 * hash + bytes[i];
        }
        int slot = first(hash);
        while (slots[slot] != null && !(slots[slot].hashCode() == hash && isOf(slots[slot], bytes, from, to))) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private int first(int hash) {
        return (hash ^ hash >>> 16) & slots.length - 1;
    }

    private static boolean isOf(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
