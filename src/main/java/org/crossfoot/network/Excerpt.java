package org.crossfoot.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Proof.Limit;
import org.crossfoot.network.Proof.Step;

/**
 * Some sums and statements of a network, with only the cells they speak of, numbered anew; and what each was numbered before.
 */
public record Excerpt(Network network, List<Integer> cells, List<Integer> sums, List<Integer> statements) {

    /**
     * @param cell       one that is in it whether anything speaks of it or not
     * @param statements in the order they are to have
     */
    public static Excerpt of(Network whole, int cell, List<Integer> sums, List<Integer> statements) {
        Map<Integer, Integer> places = new HashMap<>();
        List<Integer> cells = new ArrayList<>();
        place(cell, places, cells);
        List<Sum> chosen = new ArrayList<>(sums.size());
        for (int number : sums) {
            Sum sum = whole.sums().get(number);
            int[] renamed = new int[sum.cells().length];
            for (int i = 0; i < renamed.length; i++) {
                renamed[i] = place(sum.cells()[i], places, cells);
            }
            chosen.add(new Sum(renamed, sum.coefficients(), sum.lowest(), sum.highest()));
        }
        List<Statement> said = new ArrayList<>(statements.size());
        for (int number : statements) {
            Statement each = whole.statements().get(number);
            said.add(new Statement(place(each.cell(), places, cells), each.lowest(), each.highest(), each.cost(), each.counts()));
        }
        return new Excerpt(new Network(cells.size(), chosen, said), cells, sums, statements);
    }

    private static int place(int cell, Map<Integer, Integer> places, List<Integer> cells) {
        Integer before = places.putIfAbsent(cell, cells.size());
        if (before == null) {
            cells.add(cell);
        }
        return before == null ? cells.size() - 1 : before;
    }

    /** A smaller one, of some of its sums and statements by their numbers here. */
    Excerpt only(int cell, BitSet someSums, BitSet someStatements) {
        Excerpt smaller = of(network, cell, someSums.stream().boxed().toList(), someStatements.stream().boxed().toList());
        return new Excerpt(smaller.network, smaller.cells.stream().map(cells::get).toList(),
                smaller.sums.stream().map(sums::get).toList(), smaller.statements.stream().map(statements::get).toList());
    }

    /** A proof found here, in the numbers of the whole network. */
    Proof inTheWhole(Proof proof) {
        return new Proof(renamed(proof.statements(), statements), renamed(proof.sums(), sums),
                proof.steps().stream().map(this::inTheWhole).toList());
    }

    private Step inTheWhole(Step step) {
        Limit limit = new Limit(cells.get(step.limit().cell()), step.limit().high(), step.limit().number());
        if (step instanceof Step.Summed summed) {
            return new Step.Summed(limit, sums.get(summed.sum()), summed.from());
        }
        return new Step.Stated(limit, statements.get(((Step.Stated) step).statement()));
    }

    private static BitSet renamed(BitSet numbers, List<Integer> before) {
        BitSet renamed = new BitSet();
        numbers.stream().forEach(number -> renamed.set(before.get(number)));
        return renamed;
    }
}
