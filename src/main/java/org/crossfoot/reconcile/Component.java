package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Network;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;

/** Cells that relations tie together, with all claims on them. */
final class Component {

    private final List<Cell> cells;
    private final List<Relation> relations;
    private final List<Claim> claims;
    private int[] numbers;
    private List<Sum> sums;

    Component(List<Cell> cells, List<Relation> relations, List<Claim> claims) {
        this.cells = cells;
        this.relations = relations;
        this.claims = claims;
    }

    List<Cell> cells() {
        return cells;
    }

    List<Relation> relations() {
        return relations;
    }

    List<Claim> claims() {
        return claims;
    }

    /** Some of its cells, with only those relations that stay in one area and period. */
    Component within(Predicate<Cell> wanted) {
        return new Component(cells.stream().filter(wanted).toList(), relations.stream()
                .filter(relation -> relation.within() && wanted.test(relation.cell())).toList(),
                claims.stream().filter(claim -> wanted.test(claim.cell())).toList());
    }

    /** The network of its cells and relations with some of its claims, which are numbered in their order. */
    Stated stated(Predicate<Claim> wanted, ToIntFunction<Claim> cost) {
        number();
        List<Claim> taken = new ArrayList<>(claims.size());
        List<Statement> statements = new ArrayList<>(claims.size());
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            if (wanted.test(claim)) {
                taken.add(claim);
                statements.add(new Statement(numbers[i], claim.allowed().lowest(), claim.allowed().highest(), cost.applyAsInt(claim),
                        !claim.figure().derived()));
            }
        }
        return new Stated(new Network(cells.size(), sums, statements), taken);
    }

    /** Once, as a component is asked for many networks. */
    private void number() {
        if (sums != null) {
            return;
        }
        Map<Cell, Integer> number = new HashMap<>(2 * cells.size());
        cells.forEach(cell -> number.put(cell, number.size()));
        numbers = new int[claims.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number.get(claims.get(i).cell());
        }
        sums = new ArrayList<>(relations.size());
        for (Relation relation : relations) {
            Constraint constraint = relation.constraint();
            int[] of = new int[constraint.terms().size()];
            long[] coefficients = new long[of.length];
            for (int i = 0; i < of.length; i++) {
                of[i] = number.get(constraint.terms().get(i).cell());
                coefficients[i] = constraint.terms().get(i).coefficient();
            }
            sums.add(new Sum(of, coefficients, constraint.lowest(), constraint.highest()));
        }
    }

    /** A network, and the claim behind each of its statements. */
    record Stated(Network network, List<Claim> claims) {
    }
}
