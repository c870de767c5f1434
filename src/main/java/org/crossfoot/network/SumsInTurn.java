package org.crossfoot.network;

/** Sums that are still to be looked at, by number: first come, first served, none twice. */
final class SumsInTurn {

    private final int[] waiting;
    private final boolean[] isWaiting;
    private int first;
    private int count;

    SumsInTurn(int sums) {
        waiting = new int[sums];
        isWaiting = new boolean[sums];
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Does nothing where it waits already. */
    void add(int sum) {
        if (!isWaiting[sum]) {
            isWaiting[sum] = true;
            waiting[(first + count++) % waiting.length] = sum;
        }
    }

    int next() {
        int sum = waiting[first];
        first = (first + 1) % waiting.length;
        count--;
        isWaiting[sum] = false;
        return sum;
    }
}
