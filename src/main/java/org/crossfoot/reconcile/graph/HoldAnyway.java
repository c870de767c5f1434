package org.crossfoot.reconcile.graph;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;

/**
 * Relations that hold whatever is true of the cells that anybody speaks of, since a cell that nobody speaks of can be what they
 * ask: a nation that printed nothing is what its offices add up to, and its checks hold as theirs do. They tie nothing together.
 */
final class HoldAnyway {

    private final List<Cell> cells;
    private final int claimed;
    private final Sum[] sums;
    private final boolean[] within;
    private final int[][] relationsOf;
    private final BitSet anyway = new BitSet();

    private HoldAnyway(List<Cell> cells, int claimed, Sum[] sums, boolean[] within, int[][] relationsOf) {
        this.cells = cells;
        this.claimed = claimed;
        this.sums = sums;
        this.within = within;
        this.relationsOf = relationsOf;
    }

    /**
     * @param claimed     how many cells may hold anything, whatever the relations ask: the first ones
     * @param sums        of each relation, what it asks
     * @param within      of each relation, whether it stays in one area and period
     * @param relationsOf of each cell, its relations
     * @return their numbers
     */
    static BitSet of(List<Cell> cells, int claimed, Sum[] sums, boolean[] within, int[][] relationsOf) {
        HoldAnyway all = new HoldAnyway(cells, claimed, sums, within, relationsOf);
        all.find();
        return all.anyway;
    }

    private void find() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int cell = claimed; cell < cells.size(); cell++) {
            open.add(cell);
        }
        while (!open.isEmpty()) {
            int cell = open.poll();
            int relation = theOnly(cell);
            if (relation >= 0 && canBeMet(relation) || relation < 0 && dropChecksOfParts(cell)) {
                if (relation >= 0) {
                    anyway.set(relation);
                }
                for (int dropped : relationsOf[cell]) {
                    for (int other : sums[dropped].cells()) {
                        if (other >= claimed && anyway.get(dropped)) {
                            open.add(other);
                        }
                    }
                }
            }
        }
    }

    /** The relation that a cell is in, of those that may fail; -1 where there is none, or another one. */
    private int theOnly(int cell) {
        int only = -1;
        for (int relation : relationsOf[cell]) {
            if (!anyway.get(relation)) {
                if (only >= 0) {
                    return -1;
                }
                only = relation;
            }
        }
        return only;
    }

    /** Whether the cells that are in nothing else can make up for whatever the other cells hold, by numbers from 0 up. */
    private boolean canBeMet(int relation) {
        Sum sum = sums[relation];
        boolean hasOneLimit = sum.lowest() == Network.NO_LOWEST || sum.highest() == Network.NO_HIGHEST;
        boolean freeUp = false;
        boolean freeDown = false;
        boolean restUp = false;
        boolean restDown = false;
        for (int i = 0; i < sum.cells().length; i++) {
            int cell = sum.cells()[i];
            long coefficient = sum.coefficients()[i];
            boolean free = cell >= claimed && (hasOneLimit || Math.abs(coefficient) == 1) && theOnly(cell) == relation;
            freeUp |= free && coefficient > 0;
            freeDown |= free && coefficient < 0;
            restUp |= !free && coefficient > 0;
            restDown |= !free && coefficient < 0;
        }
        boolean tooLittle = sum.lowest() != Network.NO_LOWEST && (sum.lowest() > 0 || restDown) && !freeUp;
        boolean tooMuch = sum.highest() != Network.NO_HIGHEST && (sum.highest() < 0 || restUp) && !freeDown;
        return (freeUp || freeDown) && !tooLittle && !tooMuch;
    }

    /** Drops the checks on a cell that is the sum of its parts where the same checks on the parts make them hold. */
    private boolean dropChecksOfParts(int cell) {
        boolean dropped = false;
        for (int relation : relationsOf[cell]) {
            if (within[relation] && !anyway.get(relation) && followsFromParts(sums[relation])) {
                anyway.set(relation);
                dropped = true;
            }
        }
        return dropped;
    }

    private boolean followsFromParts(Sum check) {
        if (check.lowest() != 0 && check.lowest() != Network.NO_LOWEST
                || check.highest() != 0 && check.highest() != Network.NO_HIGHEST) {
            return false;
        }
        Sum[] over = new Sum[check.cells().length];
        for (int i = 0; i < over.length; i++) {
            over[i] = sumOfParts(check.cells()[i]);
            if (over[i] == null || over[i].cells().length != over[0].cells().length) {
                return false;
            }
        }
        for (int part = 1; part < over[0].cells().length; part++) {
            if (!isChecked(check, over, part)) {
                return false;
            }
        }
        return true;
    }

    /** What says that a cell, of which nobody speaks and which is part of nothing else, is the sum of its parts; or null. */
    private Sum sumOfParts(int cell) {
        Sum found = null;
        for (int relation : relationsOf[cell]) {
            if (!within[relation] && !anyway.get(relation)) {
                Sum sum = sums[relation];
                if (found != null || cell < claimed || sum.cells()[0] != cell || sum.lowest() != 0 || sum.highest() != 0
                        || cells.get(sum.cells()[1]).area().equals(cells.get(cell).area())) {
                    return null;
                }
                found = sum;
            }
        }
        return found;
    }

    /** Whether a check stands on the cells of a part as well. */
    private boolean isChecked(Sum check, Sum[] over, int part) {
        for (int relation : relationsOf[over[0].cells()[part]]) {
            Sum sum = sums[relation];
            boolean same = within[relation] && sum.cells().length == over.length && sum.lowest() == check.lowest()
                    && sum.highest() == check.highest();
            for (int i = 0; same && i < over.length; i++) {
                same = sum.cells()[i] == over[i].cells()[part] && sum.coefficients()[i] == check.coefficients()[i];
            }
            if (same) {
                return true;
            }
        }
        return false;
    }
}
