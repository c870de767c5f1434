package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Network;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;

/** Cells that relations tie together, with all claims on them. A cell's number is its place among them. */
final class Component {

    private final int[] inWeb;
    private final List<Cell> cells;
    private final List<List<Claim>> on;
    private final List<Relation> relations;
    private final int[][] tied;
    private final ToIntFunction<Cell> numbers;
    // Found when first asked for: of most components it is never asked.
    private List<Claim> claims;
    private int[] first;
    private Network network;
    private List<Sum> sums;

    /**
     * @param inWeb   of each cell, its number in the web
     * @param on      the claims on each cell
     * @param tied    of each relation, the numbers of its cells
     * @param numbers of a cell; -1 where it is not one of these
     */
    Component(int[] inWeb, List<Cell> cells, List<List<Claim>> on, List<Relation> relations, int[][] tied, ToIntFunction<Cell> numbers) {
        this.inWeb = inWeb;
        this.cells = cells;
        this.on = on;
        this.relations = relations;
        this.tied = tied;
        this.numbers = numbers;
    }

    List<Cell> cells() {
        return cells;
    }

    /** The number in the web of the cell of a number. */
    int inWeb(int number) {
        return inWeb[number];
    }

    /** The claims on the cell of a number. */
    List<Claim> on(int number) {
        return on.get(number);
    }

    /** All claims, by cell. */
    List<Claim> claims() {
        if (claims == null) {
            List<Claim> all = new ArrayList<>(claimed());
            on.forEach(all::addAll);
            claims = List.copyOf(all);
        }
        return claims;
    }

    /** How many claims there are. */
    int claimed() {
        return firstOn(on.size());
    }

    /** The number of the first claim on a cell; after the last cell, of the first that is not there. */
    int firstOn(int cell) {
        if (first == null) {
            first = new int[on.size() + 1];
            for (int i = 0; i < on.size(); i++) {
                first[i + 1] = first[i] + on.get(i).size();
            }
        }
        return first[cell];
    }

    List<Relation> relations() {
        return relations;
    }

    /** Some of its cells, by their numbers, with only those relations that stay in one area and period. */
    Component within(IntPredicate wanted) {
        int[] renamed = new int[inWeb.length];
        int[] someInWeb = new int[inWeb.length];
        List<Cell> some = new ArrayList<>();
        List<List<Claim>> onSome = new ArrayList<>();
        for (int cell = 0; cell < renamed.length; cell++) {
            renamed[cell] = -1;
            if (wanted.test(cell)) {
                renamed[cell] = some.size();
                someInWeb[some.size()] = inWeb[cell];
                some.add(cells.get(cell));
                onSome.add(on.get(cell));
            }
        }
        List<Relation> among = new ArrayList<>();
        List<int[]> tiedAmong = new ArrayList<>();
        for (int i = 0; i < tied.length; i++) {
            if (relations.get(i).within() && wanted.test(tied[i][0])) {
                among.add(relations.get(i));
                tiedAmong.add(Arrays.stream(tied[i]).map(cell -> renamed[cell]).toArray());
            }
        }
        return new Component(someInWeb, some, onSome, among, tiedAmong.toArray(int[][]::new), cell -> {
            int number = numbers.applyAsInt(cell);
            return number < 0 ? -1 : renamed[number];
        });
    }

    /** The network of its cells and relations with all of its claims, which are numbered in their order. */
    Network network() {
        if (network == null) {
            List<Statement> statements = new ArrayList<>(claimed());
            for (int cell = 0; cell < on.size(); cell++) {
                for (Claim claim : on.get(cell)) {
                    statements.add(new Statement(cell, claim.allowed().lowest(), claim.allowed().highest(), claim.cost(),
                            !claim.figure().derived()));
                }
            }
            network = new Network(cells.size(), sums(), statements);
        }
        return network;
    }

    /** What its areas and periods say each by itself: the same, without the sums over some cells, and over areas and days. */
    Network apart(IntPredicate wanted) {
        List<Sum> within = new ArrayList<>(tied.length);
        for (int i = 0; i < tied.length; i++) {
            if (relations.get(i).within() && wanted.test(tied[i][0])) {
                within.add(sums().get(i));
            }
        }
        return new Network(cells.size(), within, network().statements());
    }

    /** The numbers of all claims but some. */
    BitSet allBut(Set<Claim> unwanted) {
        BitSet kept = network().everything();
        if (unwanted.size() < claimed()) {
            unwanted.forEach(claim -> clear(claim, kept));
        } else {
            for (int number = 0; number < claims().size(); number++) {
                kept.set(number, !unwanted.contains(claims.get(number)));
            }
        }
        return kept;
    }

    private void clear(Claim claim, BitSet kept) {
        int cell = numbers.applyAsInt(claim.cell());
        if (cell >= 0) {
            for (int i = 0; i < on.get(cell).size(); i++) {
                if (on.get(cell).get(i) == claim) {
                    kept.clear(firstOn(cell) + i);
                }
            }
        }
    }

    /** The network with some of its claims only, which are numbered in their order. */
    Stated stated(Predicate<Claim> wanted) {
        List<Claim> taken = new ArrayList<>(claims().size());
        List<Statement> statements = new ArrayList<>(claims().size());
        for (int number = 0; number < claims.size(); number++) {
            if (wanted.test(claims.get(number))) {
                taken.add(claims.get(number));
                statements.add(network().statements().get(number));
            }
        }
        return new Stated(taken.size() == claims.size() ? network() : network().saying(statements), taken);
    }

    /** What its relations ask of its cells, by their numbers. */
    List<Sum> sums() {
        if (sums == null) {
            List<Sum> all = new ArrayList<>(tied.length);
            for (int i = 0; i < tied.length; i++) {
                Constraint constraint = relations.get(i).constraint();
                all.add(new Sum(tied[i], constraint.coefficients(), constraint.lowest(), constraint.highest()));
            }
            sums = List.copyOf(all);
        }
        return sums;
    }

    /** A network, and the claim behind each of its statements. */
    record Stated(Network network, List<Claim> claims) {
    }
}
