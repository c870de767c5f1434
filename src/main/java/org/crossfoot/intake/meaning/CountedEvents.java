package org.crossfoot.intake.meaning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The events a report has listed so far. No text of an event is kept, only 128 bits of its SHA-256, and these only while the
 * report is read. Among n events two different ones are taken for one with odds of n x n to 2^129: five million events, 1 to
 * 10^25.
 *
 * <p>Sixteen bytes a slot, and at most three slots in four taken: 21 to 43 bytes an event. The slots lie in many small tables,
 * each of which grows on its own, so that growing never needs much more than what is there.
 */
final class CountedEvents {

    private static final int TABLES = 256;
    private static final int FIRST_SLOTS = 16;

    private final MessageDigest digest = sha256();
    private final byte[] hash = new byte[digest.getDigestLength()];
    private final ByteBuffer halves = ByteBuffer.wrap(hash);
    private final ByteBuffer cellNumber = ByteBuffer.allocate(Integer.BYTES);
    private final long[][] tables = new long[TABLES][];
    private final int[] taken = new int[TABLES];

    /**
     * Adds an event.
     *
     * @param cell number of the measure, area and period it counts under
     * @return whether it is new there
     */
    boolean add(int cell, String event) {
        digest.update(cellNumber.putInt(0, cell).rewind());
        digest.update(event.getBytes(StandardCharsets.UTF_8));
        try {
            digest.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException("the hash is as long as the digest says", e);
        }
        long first = halves.getLong(0);
        long second = halves.getLong(Long.BYTES);
        // An empty slot holds two zeros.
        return add((int) (first >>> 56), first, first == 0 && second == 0 ? 1 : second);
    }

    private boolean add(int number, long first, long second) {
        long[] table = tables[number];
        if (table == null) {
            table = new long[2 * FIRST_SLOTS];
            tables[number] = table;
        } else if (taken[number] >= table.length / 8 * 3) {
            table = grown(table);
            tables[number] = table;
        }
        int slot = slot(table, first, second);
        if (table[slot] == first && table[slot + 1] == second) {
            return false;
        }
        table[slot] = first;
        table[slot + 1] = second;
        taken[number]++;
        return true;
    }

    /** Where the pair stands, or the empty slot where it belongs. */
    private static int slot(long[] table, long first, long second) {
        int slot = 2 * ((int) second & table.length / 2 - 1);
        while ((table[slot] != 0 || table[slot + 1] != 0) && (table[slot] != first || table[slot + 1] != second)) {
            slot = slot + 2 & table.length - 1;
        }
        return slot;
    }

    private static long[] grown(long[] table) {
        long[] grown = new long[2 * table.length];
        for (int old = 0; old < table.length; old += 2) {
            if (table[old] != 0 || table[old + 1] != 0) {
                int slot = slot(grown, table[old], table[old + 1]);
                grown[slot] = table[old];
                grown[slot + 1] = table[old + 1];
            }
        }
        return grown;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
