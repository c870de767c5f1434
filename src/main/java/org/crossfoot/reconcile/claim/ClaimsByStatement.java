package org.crossfoot.reconcile.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.Figure;

/**
 * Claims by statement, numbered from 1 in the order they are added: the same words of one source at one place, be it of several
 * areas.
 */
public final class ClaimsByStatement {

    private final List<Claim> first = new ArrayList<>();
    /** All claims of a statement, where there are several. */
    private final Map<Integer, Set<Claim>> several = new HashMap<>();
    /** The number of a statement stands in the first slot from its hash on that was free; 0 where none does. */
    private final int[] slots;

    /** @param most how many claims will be added at most */
    public ClaimsByStatement(int most) {
        slots = new int[Integer.highestOneBit(Math.max(1, most)) << 2];
    }

    /** A claim that was added before changes nothing. */
    public void add(Claim claim) {
        int slot = slot(claim);
        if (slots[slot] == 0) {
            first.add(claim);
            slots[slot] = first.size();
        } else if (first(slots[slot]) != claim) {
            several.computeIfAbsent(slots[slot], number -> Identity.set(List.of(first(number)))).add(claim);
        }
    }

    public int statements() {
        return first.size();
    }

    public Claim first(int number) {
        return first.get(number - 1);
    }

    public Collection<Claim> of(int number) {
        Set<Claim> all = several.get(number);
        return all == null ? List.of(first(number)) : all;
    }

    /** The number of its statement; 0 where it was not added. */
    public int numberOf(Claim claim) {
        int number = slots[slot(claim)];
        return number == 0 || first(number) == claim || several.containsKey(number)
                && several.get(number).contains(claim) ? number : 0;
    }

    private int slot(Claim claim) {
        Figure figure = claim.figure();
        // Few figures share a line: the rest hardly tells more.
        int hash = 31 * (31 * Long.hashCode(figure.line()) + figure.file().hashCode()) + claim.cell().measure().hashCode();
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != 0 && !isSame(first(slots[slot]), claim)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private static boolean isSame(Claim one, Claim other) {
        Figure said = one.figure();
        Figure again = other.figure();
        return said.line() == again.line() && one.cell().measure().equals(other.cell().measure())
                && said.file().equals(again.file())
                && said.asPrinted().equals(again.asPrinted()) && said.source().equals(again.source())
                && said.attributedTo().equals(again.attributedTo()) && one.cell().period().equals(other.cell().period());
    }
}
