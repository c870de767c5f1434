package org.crossfoot.reconcile.judge;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Constraint;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.graph.CellGraph;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.graph.Firm;

/**
 * What parts, one area and period each, hold by themselves, and what they then add to the sums over them. Cells go by their
 * numbers in the graph.
 */
final class PartsInSums {

    private final CellGraph graph;
    private final Firm firm;
    private final Component whole;
    private final Set<Claim> setAside;
    /** Of each sum, its number among the relations of the graph. */
    private final int[] sums;

    /**
     * @param whole    all that the sums tie together
     * @param setAside claims that are set aside already
     */
    PartsInSums(CellGraph graph, Firm firm, Component whole, Set<Claim> setAside) {
        this(graph, firm, whole, setAside, IntStream.range(0, whole.relations()).map(whole::relationInGraph)
                .filter(relation -> !graph.isWithin(relation)).sorted().toArray());
    }

    private PartsInSums(CellGraph graph, Firm firm, Component whole, Set<Claim> setAside, int[] sums) {
        this.graph = graph;
        this.firm = firm;
        this.whole = whole;
        this.setAside = setAside;
        this.sums = sums;
    }

    /** With some of the sums only, numbered anew in their order. */
    PartsInSums only(int[] some) {
        return new PartsInSums(graph, firm, whole, setAside, Arrays.stream(some).map(sum -> sums[sum]).toArray());
    }

    /** Below 0 where a relation of the graph is none of the sums. */
    private int number(int relation) {
        return Arrays.binarySearch(sums, relation);
    }

    /** How many there are: they are numbered from 0. */
    int sums() {
        return sums.length;
    }

    Relation sum(int number) {
        return graph.relation(sums[number]);
    }

    /** Whether a cell is in one of some sums. */
    boolean isIn(int cell, BitSet group) {
        for (int relation : graph.relationsOn(cell)) {
            int number = number(relation);
            if (number >= 0 && group.get(number)) {
                return true;
            }
        }
        return false;
    }

    /** The cells of some sums, by their numbers in the graph. */
    IntStream cellsOf(BitSet group) {
        return group.stream().flatMap(sum -> Arrays.stream(graph.sum(sums[sum]).cells()));
    }

    /** Those of some sums that any of some cells is in. */
    IntStream sumsOn(IntStream cells, BitSet group) {
        return cells.flatMap(cell -> Arrays.stream(graph.relationsOn(cell))).map(this::number)
                .filter(sum -> sum >= 0 && group.get(sum));
    }


    boolean fits(SumLoad load, int sum) {
        return load.fits(sum, graph.sum(sums[sum]));
    }

    boolean fits(SumLoad load, BitSet group) {
        for (int sum = group.nextSetBit(0); sum >= 0; sum = group.nextSetBit(sum + 1)) {
            if (!fits(load, sum)) {
                return false;
            }
        }
        return true;
    }

    boolean keeps(Claim claim) {
        return !setAside.contains(claim);
    }

    /** The part alone, without a repair and without what is set aside already. */
    Network alone(Component part, List<Claim> repair) {
        Set<Claim> without = Identity.set(repair);
        return part.stated(claim -> keeps(claim) && !without.contains(claim)).network();
    }

    /** What the cells hold as far as relations within say, without a repair; unknown where that is a contradiction still. */
    Hull holds(Component part, List<Claim> repair) {
        return holds(alone(part, repair));
    }

    static Hull holds(Network network) {
        return Hull.byPropagation(network, network.everything()).orElseGet(() -> unknown(network.cells()));
    }

    /** The same of all areas and periods but those of some cells, by the numbers of all cells in the graph. */
    Hull holdAllBut(BitSet some) {
        Component others = whole.within(place -> !some.get(whole.inGraph(place)) && !firm.is(whole.inGraph(place)));
        Hull held = unknown(graph.cells());
        Hull.byPropagation(others.network(), others.allBut(setAside)).ifPresent(hull -> {
            for (int cell = 0; cell < others.size(); cell++) {
                held.lowest()[others.inGraph(cell)] = hull.lowest()[cell];
                held.highest()[others.inGraph(cell)] = hull.highest()[cell];
            }
            firm.cells().filter(cell -> !some.get(cell)).forEach(cell -> {
                held.lowest()[cell] = firm.number(cell);
                held.highest()[cell] = firm.number(cell);
            });
        });
        return held;
    }

    static Hull unknown(int cells) {
        long[] highest = new long[cells];
        Arrays.fill(highest, Amount.NO_LIMIT);
        return new Hull(new long[cells], highest);
    }

    /** What a part adds to the sums. */
    SumLoad load(Component part, Hull holds) {
        SumLoad load = SumLoad.none(sums.length);
        for (int cell = 0; cell < part.size(); cell++) {
            add(load, part.inGraph(cell), holds.lowest()[cell], holds.highest()[cell]);
        }
        return load;
    }

    /** What a single cell adds to the sums. */
    SumLoad load(int cell, long lowest, long highest) {
        SumLoad load = SumLoad.none(sums.length);
        add(load, cell, lowest, highest);
        return load;
    }

    /** What all cells but some add to the sums, by their numbers in the graph. */
    SumLoad loadOfAllBut(BitSet some, Hull holds) {
        SumLoad load = SumLoad.none(sums.length);
        for (int place = 0; place < whole.size(); place++) {
            int cell = whole.inGraph(place);
            if (!some.get(cell)) {
                add(load, cell, holds.lowest()[cell], holds.highest()[cell]);
            }
        }
        return load;
    }

    private void add(SumLoad load, int cell, long lowest, long highest) {
        for (int relation : graph.relationsOn(cell)) {
            int number = number(relation);
            if (number >= 0) {
                load.add(number, graph.coefficient(cell, relation), lowest, highest);
            }
        }
    }

    /** What a sum asks of a part when the rest is what it is; empty where the part is not in it. */
    Optional<Sum> shareOf(int number, Component part, SumLoad rest) {
        Sum sum = graph.sum(sums[number]);
        int[] cells = IntStream.range(0, part.size()).filter(cell -> graph.coefficient(part.inGraph(cell), sums[number]) != 0)
                .toArray();
        long[] coefficients = Arrays.stream(cells).mapToLong(cell -> graph.coefficient(part.inGraph(cell), sums[number]))
                .toArray();
        return cells.length == 0 ? Optional.empty() : Optional.of(new Sum(cells, coefficients,
                sum.lowest() == Network.NO_LOWEST || rest.most(number) == Amount.NO_LIMIT ? Network.NO_LOWEST
                        : Math.subtractExact(sum.lowest(), rest.most(number)),
                sum.highest() == Network.NO_HIGHEST || rest.least(number) == Constraint.NO_LOWEST ? Network.NO_HIGHEST
                        : Math.subtractExact(sum.highest(), rest.least(number))));
    }
}
