package org.crossfoot.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.crossfoot.network.Consistency.Feasibility;

/** Moves limits inward as far as the search proves that nothing lies beyond. */
final class Shaving {

    /** Larger than any number printed; a cell that can be as large has no limit that matters. */
    private static final long BEYOND = 1_000_000_000_000_000L;

    /** Steps of all questions about one network, at most: some seconds. Beyond it the wider limits stand. */
    private static final long STEPS = 100_000_000;

    private final Network network;
    private final BitSet kept;
    private final long[] least;
    private final long[] most;
    private long stepsLeft = STEPS;
    private final NearbyStart start = new NearbyStart();

    /** @param witness numbers that the cells can hold together */
    Shaving(Network network, BitSet kept, long[] witness) {
        this.network = network;
        this.kept = kept;
        this.least = witness.clone();
        this.most = witness.clone();
    }

    Reach shaved(Reach outer, BitSet cells) {
        Reach hull = new Reach(outer.lowest().clone(), outer.highest().clone());
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            hull.lowest()[cell] = lowest(cell, outer.lowest()[cell]);
            hull.highest()[cell] = highest(cell, outer.highest()[cell]);
        }
        return hull;
    }

    private long lowest(int cell, long outer) {
        // Nearly always the outer limit is it.
        if (least[cell] == outer || reach(cell, outer, outer) != null) {
            return outer;
        }
        long impossible = outer;
        long possible = least[cell];
        // Anything lower at all is asked for first, then by halves: what was met on the way is the limit more often than not.
        for (boolean halving = false; possible - impossible > 1; halving = !halving) {
            long to = halving ? impossible + (possible - impossible) / 2 : possible - 1;
            Long reached = reach(cell, outer, to);
            if (reached == null) {
                impossible = to;
            } else {
                possible = reached;
            }
        }
        return possible;
    }

    private long highest(int cell, long outer) {
        long possible = most[cell];
        if (outer == Network.NO_HIGHEST && reach(cell, BEYOND, Network.NO_HIGHEST) != null) {
            return outer;
        }
        if (outer != Network.NO_HIGHEST && (possible == outer || reach(cell, outer, outer) != null)) {
            return outer;
        }
        long impossible = outer == Network.NO_HIGHEST ? BEYOND : outer;
        for (boolean halving = false; impossible - possible > 1; halving = !halving) {
            long from = halving ? possible + (impossible - possible) / 2 : possible + 1;
            Long reached = reach(cell, from, impossible - 1);
            if (reached == null) {
                impossible = from;
            } else {
                possible = reached;
            }
        }
        return possible;
    }

    /** A number from low to high that the cell can hold; null where it is proven that there is none. */
    private Long reach(int cell, long low, long high) {
        List<Network.Statement> statements = new ArrayList<>(network.statements());
        statements.add(new Network.Statement(cell, low, high, 0, false));
        if (stepsLeft <= 0) {
            return wider(cell, low, high);
        }
        Network asked = network.saying(statements);
        BitSet with = (BitSet) kept.clone();
        with.set(statements.size() - 1);
        Consistency consistency = new Consistency(asked, start);
        Feasibility answer = consistency.of(with);
        stepsLeft -= consistency.steps();
        if (answer instanceof Feasibility.Consistent consistent) {
            long[] witness = consistent.witness();
            for (int each = 0; each < witness.length; each++) {
                least[each] = Math.min(least[each], witness[each]);
                most[each] = Math.max(most[each], witness[each]);
            }
            return witness[cell];
        }
        return answer instanceof Feasibility.Contradiction ? null : wider(cell, low, high);
    }

    /** Where it cannot be told, the wider limit stands. */
    private Long wider(int cell, long low, long high) {
        return low > most[cell] ? high : low;
    }
}
