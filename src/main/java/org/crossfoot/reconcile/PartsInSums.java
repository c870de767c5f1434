package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Network;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.reconcile.Component.Stated;

/** What parts, one area and period each, hold by themselves, and what they then add to the sums over them. */
final class PartsInSums {

    /** That a cell is in a sum. */
    private record Share(int sum, long coefficient) {
    }

    private final Components components;
    private final List<Relation> sums;
    private final Set<Claim> setAside;
    /** Of each cell that the sums tie together, by its number. */
    private final List<List<Share>> shares;

    /**
     * @param components of which the whole is one
     * @param whole      all that the sums tie together
     * @param setAside   claims that are set aside already
     */
    PartsInSums(Components components, Component whole, Set<Claim> setAside) {
        this.components = components;
        this.setAside = setAside;
        sums = new ArrayList<>();
        shares = new ArrayList<>(Collections.nCopies(whole.cells().size(), List.of()));
        for (int number = 0; number < whole.relations().size(); number++) {
            if (!whole.relations().get(number).within()) {
                Sum sum = whole.sums().get(number);
                for (int i = 0; i < sum.cells().length; i++) {
                    Share share = new Share(sums.size(), sum.coefficients()[i]);
                    List<Share> others = shares.get(sum.cells()[i]);
                    shares.set(sum.cells()[i], others.isEmpty() ? List.of(share) : Stream.concat(others.stream(), Stream.of(share)).toList());
                }
                sums.add(whole.relations().get(number));
            }
        }
    }

    /** How many there are: they are numbered from 0. */
    int sums() {
        return sums.size();
    }

    Relation sum(int number) {
        return sums.get(number);
    }

    boolean isIn(Cell cell, Collection<Integer> group) {
        return shares(cell).stream().anyMatch(share -> group.contains(share.sum));
    }

    boolean fits(SumLoad load, int sum) {
        return load.fits(sum, sums.get(sum).constraint());
    }

    boolean keeps(Claim claim) {
        return !setAside.contains(claim);
    }

    /** The part alone, without a repair and without what is set aside already. */
    Stated alone(Component part, List<Claim> repair) {
        Set<Claim> without = Identity.set(repair);
        return part.stated(claim -> keeps(claim) && !without.contains(claim), Claim::cost);
    }

    /** What the cells hold as far as relations within say, without a repair; unknown where that is a contradiction still. */
    Hull holds(Component part, List<Claim> repair) {
        Network network = alone(part, repair).network();
        return Hull.byPropagation(network, network.everything()).orElseGet(() -> unknown(part));
    }

    static Hull unknown(Component part) {
        long[] highest = new long[part.cells().size()];
        Arrays.fill(highest, Amount.NO_LIMIT);
        return new Hull(new long[highest.length], highest);
    }

    SumLoad load(Component part, Hull holds) {
        return load(part.cells().stream().mapToInt(this::number).toArray(), holds);
    }

    /**
     * What some cells add to the sums.
     *
     * @param numbers of the cells, in the order of what they hold
     */
    SumLoad load(int[] numbers, Hull holds) {
        SumLoad load = SumLoad.none(sums.size());
        for (int i = 0; i < numbers.length; i++) {
            for (Share share : shares.get(numbers[i])) {
                load.add(share.sum, share.coefficient, holds.lowest()[i], holds.highest()[i]);
            }
        }
        return load;
    }

    /** What a sum asks of a part when the rest is what it is; empty where the part is not in it. */
    Optional<Sum> shareOf(int number, Component part, SumLoad rest) {
        Constraint constraint = sums.get(number).constraint();
        int[] cells = new int[part.cells().size()];
        long[] coefficients = new long[cells.length];
        int terms = 0;
        for (int i = 0; i < part.cells().size(); i++) {
            for (Share share : shares(part.cells().get(i))) {
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

    private List<Share> shares(Cell cell) {
        return shares.get(number(cell));
    }

    /** The number of a cell among all that the sums tie together. */
    int number(Cell cell) {
        return components.place(cell);
    }

    /** What some cells hold, by their numbers among all that the sums tie together. */
    Hull byNumber(int[] numbers, Hull holds) {
        Hull all = new Hull(new long[shares.size()], new long[shares.size()]);
        for (int i = 0; i < numbers.length; i++) {
            all.lowest()[numbers[i]] = holds.lowest()[i];
            all.highest()[numbers[i]] = holds.highest()[i];
        }
        return all;
    }
}
