package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Network;
import org.crossfoot.network.Network.Sum;

/** What parts, one area and period each, hold by themselves, and what they then add to the sums over them. */
final class PartsInSums {

    /** That a cell is in a sum. */
    private record Share(int sum, long coefficient) {
    }

    private static final Share[] NONE = {};

    private final Components components;
    private final Component whole;
    private final List<Relation> sums = new ArrayList<>();
    private final Set<Claim> setAside;
    /** Of each cell that the sums tie together, by its number. */
    private final Share[][] shares;

    /**
     * @param components of which the whole is one
     * @param whole      all that the sums tie together
     * @param setAside   claims that are set aside already
     */
    PartsInSums(Components components, Component whole, Set<Claim> setAside) {
        this.components = components;
        this.whole = whole;
        this.setAside = setAside;
        shares = new Share[whole.cells().size()][];
        Arrays.fill(shares, NONE);
        for (int number = 0; number < whole.relations().size(); number++) {
            if (!whole.relations().get(number).within()) {
                share(sums.size(), whole.sums().get(number));
                sums.add(whole.relations().get(number));
            }
        }
    }

    private void share(int number, Sum sum) {
        for (int i = 0; i < sum.cells().length; i++) {
            int cell = sum.cells()[i];
            shares[cell] = Arrays.copyOf(shares[cell], shares[cell].length + 1);
            shares[cell][shares[cell].length - 1] = new Share(number, sum.coefficients()[i]);
        }
    }

    /** How many there are: they are numbered from 0. */
    int sums() {
        return sums.size();
    }

    Relation sum(int number) {
        return sums.get(number);
    }

    /** Whether the cell of a number is in one of some sums. */
    boolean isIn(int number, BitSet group) {
        for (Share share : shares[number]) {
            if (group.get(share.sum)) {
                return true;
            }
        }
        return false;
    }

    boolean fits(SumLoad load, int sum) {
        return load.fits(sum, sums.get(sum).constraint());
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
        return part.stated(claim -> keeps(claim) && !Identity.isAmong(repair, claim)).network();
    }

    /** What the cells hold as far as relations within say, without a repair; unknown where that is a contradiction still. */
    Hull holds(Component part, List<Claim> repair) {
        return holds(alone(part, repair));
    }

    static Hull holds(Network network) {
        return holds(network, network.everything());
    }

    /** The same of all areas and periods but some, by the numbers of all cells. */
    Hull holdAllBut(BitSet some) {
        BitSet kept = whole.allBut(setAside);
        some.stream().forEach(cell -> kept.clear(whole.firstOn(cell), whole.firstOn(cell + 1)));
        return holds(whole.apart(cell -> !some.get(cell)), kept);
    }

    private static Hull holds(Network network, BitSet kept) {
        return Hull.byPropagation(network, kept).orElseGet(() -> unknown(network.cells()));
    }

    static Hull unknown(int cells) {
        long[] highest = new long[cells];
        Arrays.fill(highest, Amount.NO_LIMIT);
        return new Hull(new long[cells], highest);
    }

    /** What a part adds to the sums. */
    SumLoad load(Component part, Hull holds) {
        SumLoad load = SumLoad.none(sums.size());
        for (int cell = 0; cell < part.cells().size(); cell++) {
            add(load, number(part, cell), holds.lowest()[cell], holds.highest()[cell]);
        }
        return load;
    }

    /** What all cells but some add to the sums, by their numbers. */
    SumLoad loadOfAllBut(BitSet some, Hull holds) {
        SumLoad load = SumLoad.none(sums.size());
        for (int number = some.nextClearBit(0); number < shares.length; number = some.nextClearBit(number + 1)) {
            add(load, number, holds.lowest()[number], holds.highest()[number]);
        }
        return load;
    }

    private void add(SumLoad load, int number, long lowest, long highest) {
        for (Share share : shares[number]) {
            load.add(share.sum, share.coefficient, lowest, highest);
        }
    }

    /** What a sum asks of a part when the rest is what it is; empty where the part is not in it. */
    Optional<Sum> shareOf(int number, Component part, SumLoad rest) {
        Constraint constraint = sums.get(number).constraint();
        int[] cells = new int[part.cells().size()];
        long[] coefficients = new long[cells.length];
        int terms = 0;
        for (int i = 0; i < part.cells().size(); i++) {
            for (Share share : shares[number(part, i)]) {
                if (share.sum == number) {
                    cells[terms] = i;
                    coefficients[terms++] = share.coefficient;
                }
            }
        }
        return terms == 0 ? Optional.empty() : Optional.of(new Sum(Arrays.copyOf(cells, terms), Arrays.copyOf(coefficients, terms),
                constraint.lowest() == Constraint.NO_LOWEST || rest.most(number) == Amount.NO_LIMIT ? Network.NO_LOWEST
                        : Math.subtractExact(constraint.lowest(), rest.most(number)),
                constraint.highest() == Amount.NO_LIMIT || rest.least(number) == Constraint.NO_LOWEST ? Network.NO_HIGHEST
                        : Math.subtractExact(constraint.highest(), rest.least(number))));
    }

    /** The number that a part's cell has among all that the sums tie together. */
    int number(Component part, int cell) {
        return components.place(part.inWeb(cell));
    }
}
