package org.crossfoot.reconcile;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Network;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.reconcile.Component.Stated;
import org.crossfoot.reconcile.Constraint.Term;

/** What parts, one area and period each, hold by themselves, and what they then add to the sums over them. */
final class PartsInSums {

    private final List<Relation> sums;
    private final Set<Claim> setAside;
    private final Map<Cell, Map<Integer, Long>> termsOf = new HashMap<>();

    /** @param setAside claims that are set aside already */
    PartsInSums(List<Relation> sums, Set<Claim> setAside) {
        this.sums = sums;
        this.setAside = setAside;
        for (int sum = 0; sum < sums.size(); sum++) {
            for (Term term : sums.get(sum).constraint().terms()) {
                termsOf.computeIfAbsent(term.cell(), cell -> new HashMap<>(2)).put(sum, term.coefficient());
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
        return terms(cell).keySet().stream().anyMatch(group::contains);
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
    Map<Cell, Amount> holds(Component part, List<Claim> repair) {
        Network network = alone(part, repair).network();
        return Hull.byPropagation(network, network.everything()).map(hull -> limits(part, hull)).orElseGet(() -> unknown(part));
    }

    static Map<Cell, Amount> unknown(Component part) {
        Map<Cell, Amount> unknown = new HashMap<>();
        part.cells().forEach(cell -> unknown.put(cell, Amount.UNKNOWN));
        return unknown;
    }

    static Map<Cell, Amount> limits(Component part, Hull hull) {
        Map<Cell, Amount> limits = new HashMap<>();
        for (int i = 0; i < part.cells().size(); i++) {
            limits.put(part.cells().get(i), Amount.between(hull.lowest()[i], hull.highest()[i]));
        }
        return limits;
    }

    SumLoad load(Map<Cell, Amount> holds) {
        SumLoad load = SumLoad.none(sums.size());
        holds.forEach((cell, amount) -> terms(cell).forEach((sum, coefficient) -> load.add(sum, coefficient, amount)));
        return load;
    }

    /** What a sum asks of a part when the rest is what it is; empty where the part is not in it. */
    Optional<Sum> shareOf(int number, Component part, SumLoad rest) {
        Constraint constraint = sums.get(number).constraint();
        int[] cells = new int[part.cells().size()];
        long[] coefficients = new long[cells.length];
        int terms = 0;
        for (int i = 0; i < part.cells().size(); i++) {
            Long coefficient = terms(part.cells().get(i)).get(number);
            if (coefficient != null) {
                cells[terms] = i;
                coefficients[terms++] = coefficient;
            }
        }
        return terms == 0 ? Optional.empty() : Optional.of(new Sum(Arrays.copyOf(cells, terms), Arrays.copyOf(coefficients, terms),
                constraint.lowest() == Constraint.NO_LOWEST || rest.most(number) == Amount.NO_LIMIT ? Network.NO_LOWEST
                        : Math.subtractExact(constraint.lowest(), rest.most(number)),
                constraint.highest() == Amount.NO_LIMIT || rest.least(number) == Constraint.NO_LOWEST ? Network.NO_HIGHEST
                        : Math.subtractExact(constraint.highest(), rest.least(number))));
    }

    /** The coefficient of a cell in every sum it is in, by the sum's number. */
    private Map<Integer, Long> terms(Cell cell) {
        return termsOf.getOrDefault(cell, Map.of());
    }
}
