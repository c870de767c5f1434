package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.network.Reach;
import org.crossfoot.network.repair.Diagnosis.State;

/**
 * What is wrong with statements about a single cell that is in no sum. A repair sets aside all that a number does not fulfil, so
 * that it is enough to look at the numbers in order, however many statements there are. Of more repairs than are listed, those of
 * the least numbers are.
 */
final class OneCell {

    /**
     * For each statement of each repair that is listed: what it leads to is to be found out, and all of it is told.
     */
    private static final long STEPS_OF_A_CHOICE = 1_000;

    /** Statements of all repairs that are listed, at most, where there are more than two. */
    private static final int TOLD = 20_000;

    private final List<Statement> statements;

    private OneCell(List<Statement> statements) {
        this.statements = statements;
    }

    static boolean is(Network network) {
        return network.cells() == 1 && network.sums().isEmpty()
                && network.statements().stream().allMatch(said -> said.lowest() >= 0 && said.lowest() <= said.highest());
    }

    /** @param statements that contradict each other */
    static Diagnosis diagnosis(List<Statement> statements, Patience patience) {
        OneCell cell = new OneCell(statements);
        long[] numbers = cell.cheapest();
        long steps = STEPS_OF_A_CHOICE * statements.size();
        int listed = (int) Math.min(numbers.length, Math.max(2, Math.min(Diagnosis.REPAIRS_LISTED,
                Math.min(TOLD / statements.size(), patience.most(steps * numbers.length) / steps))));
        patience.use(numbers.length > 1 ? steps * listed : 0);
        BitSet inSome = new BitSet();
        for (int i = 0; i < statements.size(); i++) {
            Statement said = statements.get(i);
            inSome.set(i, firstFrom(said.lowest(), numbers) > 0 || numbers[numbers.length - 1] > said.highest());
        }
        Reach last = Reach.byPropagation(new Network(1, List.of(), statements), cell.holding(numbers[numbers.length - 1]))
                .orElseThrow();
        return new Diagnosis(Diagnosis.State.REPAIRABLE, List.of(cell.firstConflict()), Arrays.stream(numbers).limit(listed)
                .mapToObj(cell::holdingNone).sorted(HittingSets.ORDER).toList(), listed < numbers.length,
                cell.holdingNone(numbers), inSome, new Reach(new long[] {numbers[0]}, last.highest()));
    }

    private BitSet holding(long number) {
        BitSet holding = new BitSet(statements.size());
        holding.set(0, statements.size());
        holding.andNot(holdingNone(number));
        return holding;
    }

    /** The place of the first number that is no less. */
    private static int firstFrom(long limit, long[] numbers) {
        int at = Arrays.binarySearch(numbers, limit);
        return at < 0 ? ~at : at;
    }

    /**
     * The numbers that cost least, in order. What holds at a number is all that can hold together only where something of it ends
     * before anything else begins: other numbers need not be looked at.
     */
    private long[] cheapest() {
        List<Statement> byLowest = statements.stream().sorted(Comparator.comparingLong(Statement::lowest)).toList();
        List<Statement> byHighest = statements.stream().sorted(Comparator.comparingLong(Statement::highest)).toList();
        List<Long> cheapest = new ArrayList<>();
        long least = Long.MAX_VALUE;
        // What sets aside those that begin after a number, and those that end before it.
        long weight = 0;
        for (Statement statement : statements) {
            weight = Math.addExact(weight, statement.weight());
        }
        int begun = 0;
        int ended = 0;
        while (begun < byLowest.size()) {
            long number = byLowest.get(begun).lowest();
            for (; begun < byLowest.size() && byLowest.get(begun).lowest() == number; begun++) {
                weight -= byLowest.get(begun).weight();
            }
            for (; byHighest.get(ended).highest() < number; ended++) {
                weight += byHighest.get(ended).weight();
            }
            boolean isLast = begun == byLowest.size() || byHighest.get(ended).highest() < byLowest.get(begun).lowest();
            if (isLast && weight <= least) {
                if (weight < least) {
                    cheapest.clear();
                }
                least = weight;
                cheapest.add(number);
            }
        }
        return cheapest.stream().mapToLong(Long::longValue).toArray();
    }

    /** The statements that none of some numbers, which are in order, fulfils. */
    private BitSet holdingNone(long... numbers) {
        BitSet none = new BitSet(statements.size());
        for (int i = 0; i < statements.size(); i++) {
            int next = firstFrom(statements.get(i).lowest(), numbers);
            none.set(i, next == numbers.length || numbers[next] > statements.get(i).highest());
        }
        return none;
    }

    /** The first two, in the order of the statements, that cannot both be true. */
    private BitSet firstConflict() {
        int highestLow = 0;
        int lowestHigh = 0;
        for (int i = 1; statements.get(highestLow).lowest() <= statements.get(lowestHigh).highest(); i++) {
            if (statements.get(i).lowest() > statements.get(highestLow).lowest()) {
                highestLow = i;
            }
            if (statements.get(i).highest() < statements.get(lowestHigh).highest()
                    && statements.get(highestLow).lowest() <= statements.get(lowestHigh).highest()) {
                lowestHigh = i;
            }
        }
        BitSet conflict = new BitSet();
        conflict.set(highestLow);
        conflict.set(lowestHigh);
        return conflict;
    }
}
