package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crossfoot.network.Consistency.Feasibility;
import org.crossfoot.network.Consistency;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.network.repair.TreeOfParts.Link;

/** The parts in which there is something to choose or to find out; what all others add to a sum is one number. */
final class Unsettled {

    /** Statements of a conflict, at most, of which it is tried which could be left out. */
    private static final int TRIED = 64;

    private final TreeOfParts tree;
    private final Network network;
    private final Patience patience;
    private final BitSet settledParts = new BitSet();
    private final Round round;
    private final Network rest;
    /** One for all questions: what fits one repair mostly fits what is left of it as well. */
    private final Consistency consistency;
    /** Of each statement of the rest, its number in the whole network; below 0 the complement of a sum that others add to. */
    private final List<Integer> numbers = new ArrayList<>();

    Unsettled(Round round, PartLimits limits) {
        this.tree = limits.tree();
        this.network = tree.network();
        this.patience = limits.patience();
        this.round = round;
        int[] places = new int[network.cells()];
        Arrays.fill(places, -1);
        int cells = 0;
        Map<Integer, Long> added = new TreeMap<>();
        for (int part = 0; part < tree.parts(); part++) {
            settledParts.set(part, round.isSettled(part));
            for (int cell : settledParts.get(part) ? new int[0] : tree.cells(part)) {
                places[cell] = cells++;
            }
            for (Link link : settledParts.get(part) ? tree.up(part) : List.<Link>of()) {
                added.merge(link.sum(), round.only(part).lowest()[link.cell()], Math::addExact);
            }
        }
        List<Statement> said = new ArrayList<>();
        for (int number = 0; number < network.statements().size(); number++) {
            Statement each = network.statements().get(number);
            if (places[each.cell()] >= 0) {
                said.add(new Statement(places[each.cell()], each.lowest(), each.highest(), each.cost(), each.counts()));
                numbers.add(number);
            }
        }
        List<Sum> sums = new ArrayList<>();
        for (int number = 0; number < network.sums().size(); number++) {
            Sum sum = network.sums().get(number);
            if (places[sum.cells()[0]] >= 0) {
                int other = -1;
                if (added.containsKey(number)) {
                    other = cells++;
                    said.add(new Statement(other, added.get(number), added.get(number), 1, true));
                    numbers.add(~number);
                }
                sums.add(without(sum, places, other));
            }
        }
        rest = new Network(cells, sums, said);
        consistency = Consistency.ofAlike(rest);
    }

    private static Sum without(Sum sum, int[] places, int other) {
        int[] cells = new int[sum.cells().length + 1];
        long[] coefficients = new long[cells.length];
        int count = 0;
        for (int i = 0; i < sum.cells().length; i++) {
            if (places[sum.cells()[i]] >= 0) {
                cells[count] = places[sum.cells()[i]];
                coefficients[count++] = sum.coefficients()[i];
            }
        }
        if (other >= 0) {
            cells[count] = other;
            coefficients[count++] = -1;
        }
        return new Sum(Arrays.copyOf(cells, count), Arrays.copyOf(coefficients, count), sum.lowest(), sum.highest());
    }

    /** Statements that cannot all be true though some are set aside; none where they can, null where it cannot be told. */
    BitSet conflictWithout(BitSet setAside) {
        Feasibility answer = without(setAside);
        if (answer instanceof Feasibility.Contradiction contradiction) {
            patience.use(Diagnosis.STEPS_OF_A_QUESTION * (rest.cells() + numbers.size() + rest.sums().size()));
            return inNetwork(Diagnosis.conflict(rest, contradiction.statements(), TRIED)
                    .orElse(contradiction.statements()));
        }
        return answer instanceof Feasibility.Consistent ? new BitSet() : null;
    }

    private Feasibility without(BitSet setAside) {
        BitSet kept = new BitSet();
        for (int number = 0; number < numbers.size(); number++) {
            kept.set(number, numbers.get(number) < 0 || !setAside.get(numbers.get(number)));
        }
        long before = consistency.steps();
        Feasibility answer = consistency.of(kept);
        patience.use(consistency.steps() - before);
        return answer;
    }

    /** A repair without what costs nothing and is not needed. */
    BitSet leanest(BitSet repair) {
        BitSet leanest = (BitSet) repair.clone();
        for (int number : numbers) {
            if (number >= 0 && repair.get(number) && !patience.isUsedUp() && network.statements().get(number).weight() == 0) {
                leanest.clear(number);
                leanest.set(number, !(without(leanest) instanceof Feasibility.Consistent));
            }
        }
        return leanest;
    }

    private BitSet inNetwork(BitSet conflict) {
        BitSet all = new BitSet();
        conflict.stream().map(numbers::get).forEach(number -> {
            if (number >= 0) {
                all.set(number);
            } else {
                keptBehind(~number, all);
            }
        });
        return all;
    }

    private void keptBehind(int sum, BitSet statements) {
        for (int part = settledParts.nextSetBit(0); part >= 0; part = settledParts.nextSetBit(part + 1)) {
            if (tree.up(part).stream().anyMatch(link -> link.sum() == sum)) {
                BitSet setAside = round.only(part).setAside();
                for (int number = 0; number < tree.statements(part).length; number++) {
                    if (!setAside.get(number)) {
                        statements.set(tree.statements(part)[number]);
                    }
                }
            }
        }
    }
}
