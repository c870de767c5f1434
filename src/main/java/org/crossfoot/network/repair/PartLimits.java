package org.crossfoot.network.repair;

import java.util.BitSet;
import java.util.List;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.network.Propagation;
import org.crossfoot.network.Reach;
import org.crossfoot.network.repair.TreeOfParts.Link;

/** What the cells of a part can hold and add to sums of its whole, by what is set aside in it and what is around it. */
final class PartLimits {

    /** Of a look at a part, beside one for a comparison. */
    private static final long STEPS_OF_A_PART = 10;
    static final long STEPS_OF_A_SUM = 5;

    private final TreeOfParts tree;
    private final Network network;
    private final Patience patience;
    private final List<BitSet> conflicts;

    /** @param conflicts statements of which a repair sets aside one at least; they may become more */
    PartLimits(TreeOfParts tree, Patience patience, List<BitSet> conflicts) {
        this.tree = tree;
        this.network = tree.network();
        this.patience = patience;
        this.conflicts = conflicts;
    }

    TreeOfParts tree() {
        return tree;
    }

    Patience patience() {
        return patience;
    }

    int conflicts() {
        return conflicts.size();
    }

    /** The statements of a part by their numbers in the whole network. */
    BitSet inNetwork(int part, BitSet setAside) {
        BitSet numbers = new BitSet();
        for (int number = setAside.nextSetBit(0); number >= 0; number = setAside.nextSetBit(number + 1)) {
            numbers.set(tree.statements(part)[number]);
        }
        return numbers;
    }

    /** Where what a part adds to sums, and to the conflicts that are hit, stands in its whole. */
    int[] places(int part) {
        List<Link> up = tree.up(part);
        int[] places = new int[up.size() + conflicts.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i < up.size() ? tree.placeOf(up.get(i)) : tree.down(tree.whole(part)).size() + i - up.size();
        }
        return places;
    }

    /** Before anything is added to the sums of a part, and nothing is hit. */
    Reach nothing(int part) {
        return Reach.ofNothing(tree.down(part).size() + conflicts.size());
    }

    private int hits(int conflict, int part, Mending mending) {
        return !mending.setAside().isEmpty() && inNetwork(part, mending.setAside()).intersects(conflicts.get(conflict)) ? 1 : 0;
    }

    /** What the cells of a part in sums of its whole can come to, and whether each conflict is hit; null where nothing fits. */
    Reach shape(int part, Mending mending, Reach load) {
        Reach limits = limits(part, mending, load, null);
        if (limits == null) {
            return null;
        }
        List<Link> up = tree.up(part);
        Reach shape = Reach.ofNothing(up.size() + conflicts.size());
        for (int i = 0; i < up.size(); i++) {
            shape.lowest()[i] = limits.lowest()[up.get(i).cell()];
            shape.highest()[i] = limits.highest()[up.get(i).cell()];
        }
        for (int i = 0; i < conflicts.size(); i++) {
            shape.highest()[up.size() + i] = Math.min(1, hits(i, part, mending) + load.highest()[tree.down(part).size() + i]);
        }
        return shape;
    }

    /** What is left to the parts of a whole, and which conflicts they must hit; null where nothing fits. */
    Reach left(int part, Mending mending, Reach demand) {
        Reach limits = limits(part, mending, null, demand);
        if (limits == null) {
            return null;
        }
        List<Link> down = tree.down(part);
        Reach left = nothing(part);
        for (int i = 0; i < down.size(); i++) {
            Sum sum = network.sums().get(down.get(i).sum());
            long high = limits.highest()[down.get(i).cell()];
            left.lowest()[i] = sum.highest() == Network.NO_HIGHEST ? Network.NO_LOWEST
                    : limits.lowest()[down.get(i).cell()] - sum.highest();
            left.highest()[i] = sum.lowest() == Network.NO_LOWEST || high == Network.NO_HIGHEST ? Network.NO_HIGHEST
                    : high - sum.lowest();
        }
        for (int i = 0; i < conflicts.size(); i++) {
            left.lowest()[down.size() + i] = demand.lowest()[tree.up(part).size() + i] - hits(i, part, mending);
            left.highest()[down.size() + i] = Network.NO_HIGHEST;
        }
        return left;
    }

    /**
     * What the cells of a part can hold; null where nothing fits.
     *
     * @param load   what its own parts add to its sums; null where they are not asked
     * @param demand what is left to its cells in sums of its whole; null where that is not asked
     */
    Reach limits(int part, Mending mending, Reach load, Reach demand) {
        patience.use(STEPS_OF_A_PART);
        List<Link> down = tree.down(part);
        List<Link> up = tree.up(part);
        if ((load == null || down.isEmpty()) && (demand == null || up.isEmpty())) {
            return new Reach(mending.lowest(), mending.highest());
        }
        Reach limits = new Reach(mending.lowest().clone(), mending.highest().clone());
        boolean moved = false;
        for (int i = 0; load != null && i < down.size(); i++) {
            Sum sum = network.sums().get(down.get(i).sum());
            moved |= tighten(limits, down.get(i).cell(),
                    sum.lowest() == Network.NO_LOWEST ? 0 : Math.addExact(load.lowest()[i], sum.lowest()),
                    sum.highest() == Network.NO_HIGHEST ? Network.NO_HIGHEST : Reach.plusMost(load.highest()[i], sum.highest()));
        }
        for (int i = 0; demand != null && i < up.size(); i++) {
            moved |= tighten(limits, up.get(i).cell(), demand.lowest()[i], demand.highest()[i]);
        }
        if (!moved) {
            return limits;
        }
        for (int cell = 0; cell < limits.lowest().length; cell++) {
            if (limits.lowest()[cell] > limits.highest()[cell]) {
                return null;
            }
        }
        return tree.inside(part).sums().isEmpty() ? limits : settled(part, limits);
    }

    private static boolean tighten(Reach limits, int cell, long low, long high) {
        boolean moved = low > limits.lowest()[cell] || high < limits.highest()[cell];
        limits.lowest()[cell] = Math.max(limits.lowest()[cell], low);
        limits.highest()[cell] = Math.min(limits.highest()[cell], high);
        return moved;
    }

    private Reach settled(int part, Reach limits) {
        patience.use(STEPS_OF_A_PART + 20L * limits.lowest().length);
        Propagation propagation = new Propagation(tree.inside(part));
        if (!propagation.take(limits.lowest(), limits.highest())) {
            return null;
        }
        propagation.copyTo(limits.lowest(), limits.highest());
        return limits;
    }
}
