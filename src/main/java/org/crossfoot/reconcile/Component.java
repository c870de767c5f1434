package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Network;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;

/** Cells that relations tie together, with all claims on them. A cell's number is its place among them. */
final class Component {

    private final List<Cell> cells = new ArrayList<>(4);
    private final List<List<Claim>> on = new ArrayList<>(4);
    private final List<Claim> claims = new ArrayList<>(4);
    private final List<Relation> relations = new ArrayList<>(2);
    /** Of each relation, the numbers of its cells. */
    private final List<int[]> tied = new ArrayList<>(2);
    private List<Sum> sums;

    /** Adds a cell with the claims on it, and returns its number. */
    int add(Cell cell, List<Claim> claimed) {
        cells.add(cell);
        on.add(claimed);
        claims.addAll(claimed);
        return cells.size() - 1;
    }

    /** Adds a relation by the numbers of its cells, which are there already. */
    void add(Relation relation, int[] numbers) {
        relations.add(relation);
        tied.add(numbers);
    }

    List<Cell> cells() {
        return Collections.unmodifiableList(cells);
    }

    /** The claims on the cell of a number. */
    List<Claim> on(int number) {
        return on.get(number);
    }

    /** All claims, by cell. */
    List<Claim> claims() {
        return Collections.unmodifiableList(claims);
    }

    List<Relation> relations() {
        return Collections.unmodifiableList(relations);
    }

    /** Some of its cells, with only those relations that stay in one area and period. */
    Component within(Predicate<Cell> wanted) {
        Component some = new Component();
        int[] numbers = new int[cells.size()];
        for (int cell = 0; cell < numbers.length; cell++) {
            numbers[cell] = wanted.test(cells.get(cell)) ? some.add(cells.get(cell), on.get(cell)) : -1;
        }
        for (int i = 0; i < relations.size(); i++) {
            if (relations.get(i).within() && numbers[tied.get(i)[0]] >= 0) {
                some.add(relations.get(i), Arrays.stream(tied.get(i)).map(cell -> numbers[cell]).toArray());
            }
        }
        return some;
    }

    /** The network of its cells and relations with some of its claims, which are numbered in their order. */
    Stated stated(Predicate<Claim> wanted, ToIntFunction<Claim> cost) {
        List<Claim> taken = new ArrayList<>(claims.size());
        List<Statement> statements = new ArrayList<>(claims.size());
        for (int cell = 0; cell < cells.size(); cell++) {
            for (Claim claim : on.get(cell)) {
                if (wanted.test(claim)) {
                    taken.add(claim);
                    statements.add(new Statement(cell, claim.allowed().lowest(), claim.allowed().highest(), cost.applyAsInt(claim),
                            !claim.figure().derived()));
                }
            }
        }
        return new Stated(new Network(cells.size(), sums(), statements), taken);
    }

    /** What its relations ask of its cells, by their numbers. */
    List<Sum> sums() {
        if (sums == null) {
            List<Sum> all = new ArrayList<>(relations.size());
            for (int i = 0; i < tied.size(); i++) {
                Constraint constraint = relations.get(i).constraint();
                all.add(new Sum(tied.get(i), constraint.coefficients(), constraint.lowest(), constraint.highest()));
            }
            sums = List.copyOf(all);
        }
        return sums;
    }

    /** A network, and the claim behind each of its statements. */
    record Stated(Network network, List<Claim> claims) {
    }
}
