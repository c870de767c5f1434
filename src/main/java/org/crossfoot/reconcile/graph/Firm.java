package org.crossfoot.reconcile.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;
import org.crossfoot.reconcile.claim.Claim;

/**
 * Parts, one area and period each, in which all that is said is exact, agrees and fits, and nothing is derived: nearly all that
 * is published. There is nothing to find out in them, and to sums over areas and days their cells are constants. Cells go by
 * their numbers in the graph.
 */
public final class Firm {

    private static final long OPEN = -1;

    private final CellGraph graph;
    private final Components parts;
    /** What is said of each cell. */
    private final long[] numbers;
    /** Numbers of the parts that are not firm. */
    private final BitSet open;

    private Firm(CellGraph graph, Components parts, long[] numbers, BitSet open) {
        this.graph = graph;
        this.parts = parts;
        this.numbers = numbers;
        this.open = open;
    }

    public static Firm of(CellGraph graph, Components parts) {
        long[] numbers = new long[graph.cells()];
        BitSet open = new BitSet(parts.count());
        for (int cell = 0; cell < numbers.length; cell++) {
            numbers[cell] = onlyNumber(graph.claims(cell));
            if (numbers[cell] == OPEN) {
                open.set(parts.numberOf(cell));
            }
        }
        for (int relation = 0; relation < graph.relations(); relation++) {
            int part = parts.numberOf(graph.sum(relation).cells()[0]);
            if (graph.isWithin(relation) && !open.get(part) && !holds(graph.sum(relation), numbers)) {
                open.set(part);
            }
        }
        return new Firm(graph, parts, numbers, open);
    }

    private static long onlyNumber(List<Claim> claims) {
        long number = OPEN;
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            Amount allowed = claim.allowed();
            if (claim.cost() == 0 || claim.isDecidedWrong() || !allowed.isExact()
                    || number != OPEN && number != allowed.lowest()) {
                return OPEN;
            }
            number = allowed.lowest();
        }
        return number;
    }

    private static boolean holds(Sum sum, long[] numbers) {
        try {
            return sum.holds(numbers);
        } catch (ArithmeticException e) {
            // A long cannot hold a number on the way: whether it holds is not for us to say.
            return false;
        }
    }

    /** As if every part were open. */
    static Firm none(CellGraph graph, Components parts) {
        BitSet open = new BitSet(parts.count());
        open.set(0, parts.count());
        return new Firm(graph, parts, new long[graph.cells()], open);
    }

    /** Without the parts of some cells. */
    public Firm without(IntStream cells) {
        BitSet more = (BitSet) open.clone();
        cells.forEach(cell -> more.set(parts.numberOf(cell)));
        return new Firm(graph, parts, numbers, more);
    }

    /** The number of the next part that is not firm, from one on; -1 where there is none. */
    public int nextOpen(int part) {
        return open.nextSetBit(part);
    }

    public boolean is(int cell) {
        return !open.get(parts.numberOf(cell));
    }

    /** What a cell holds, in a part that is firm. */
    public long number(int cell) {
        return numbers[cell];
    }

    /** Components in which all cells of some relation are firm, and it does not hold. */
    public BitSet failing(Components tied) {
        BitSet failing = new BitSet();
        for (int relation = 0; relation < graph.relations(); relation++) {
            if (!graph.isWithin(relation)) {
                Sum sum = graph.sum(relation);
                boolean all = true;
                for (int cell : sum.cells()) {
                    all = all && is(cell);
                }
                if (all && !holds(sum, numbers)) {
                    failing.set(tied.numberOf(sum.cells()[0]));
                }
            }
        }
        return failing;
    }

    /**
     * What is left of a component when firm cells are constants to its sums. Of one that is small enough to be searched, all is
     * left unless all is firm.
     */
    public Component openIn(Component whole) {
        int[] cells = IntStream.range(0, whole.size()).map(whole::inGraph).filter(cell -> !is(cell)).toArray();
        if (cells.length == whole.size() || cells.length > 0 && whole.isSearched()) {
            return whole;
        }
        int[] relations = IntStream.range(0, whole.relations()).map(whole::relationInGraph)
                .filter(relation -> !graph.isWithin(relation) || !is(graph.sum(relation).cells()[0])).toArray();
        List<Sum> sums = new ArrayList<>(relations.length);
        try {
            for (int relation : relations) {
                sums.add(open(graph.sum(relation), cells));
            }
        } catch (ArithmeticException e) {
            return whole;
        }
        return new Component(graph, cells, relations, sums, whole);
    }

    /** What a sum asks of the cells that are open, by their places among these. */
    private Sum open(Sum sum, int[] open) {
        int[] cells = new int[sum.cells().length];
        long[] coefficients = new long[cells.length];
        int terms = 0;
        long firm = 0;
        for (int i = 0; i < cells.length; i++) {
            int cell = sum.cells()[i];
            if (is(cell)) {
                firm = Math.addExact(firm, Math.multiplyExact(sum.coefficients()[i], numbers[cell]));
            } else {
                cells[terms] = Arrays.binarySearch(open, cell);
                coefficients[terms++] = sum.coefficients()[i];
            }
        }
        return new Sum(Arrays.copyOf(cells, terms), Arrays.copyOf(coefficients, terms),
                sum.lowest() == Network.NO_LOWEST ? sum.lowest() : Math.subtractExact(sum.lowest(), firm),
                sum.highest() == Network.NO_HIGHEST ? sum.highest() : Math.subtractExact(sum.highest(), firm));
    }
}
