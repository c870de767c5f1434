package org.crossfoot.network.repair;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;

/** What choco-solver says of a network: the same question, put another way and solved by other people's code. */
public final class Referee {

    /** Heavier than any number of statements. */
    private static final int COST = 1_000;
    /** Two sums that pull against each other move choco's limits one by one up to here. */
    private static final int LARGEST_NUMBER = 60_000;
    private static final String LIMIT = "300ms";

    private final Network network;
    private final int highest;
    private final String limit;
    private final int[] weights;
    private boolean outOfTime;

    Referee(Network network) {
        this(network, (int) Math.min(LARGEST_NUMBER, beyondEverything(network)), LIMIT);
    }

    /**
     * @param highest number that a cell may hold; where nothing else limits it, it stands for "no limit"
     * @param limit   of the time that one question may take, as choco reads it
     */
    public Referee(Network network, int highest, String limit) {
        this.network = network;
        this.highest = highest;
        this.limit = limit;
        this.weights = network.statements().stream().mapToInt(each -> each.cost() * COST + (each.counts() ? 1 : 0)).toArray();
    }

    /** Whether choco's numbers, which need an end, are known to reach far enough. */
    static boolean canJudge(Network network) {
        return beyondEverything(network) <= LARGEST_NUMBER;
    }

    /**
     * If whole numbers fulfil a system at all, some do that are not above cells x the largest subdeterminant x (the largest limit
     * + 1): a corner, and the way from there to whole numbers (Cook, Gerards, Schrijver and Tardos, 1986). Subdeterminants are
     * bounded row by row after Hadamard; a cell of one sum alone takes its row out of the rest, so that it counts by itself.
     */
    private static double beyondEverything(Network network) {
        double limits = 1;
        double determinant = 1;
        for (Sum sum : network.sums()) {
            limits = Math.max(limits, Math.max(finite(sum.lowest()), finite(sum.highest())));
            double shared = 0;
            double alone = 1;
            for (int i = 0; i < sum.cells().length; i++) {
                double coefficient = Math.abs(sum.coefficients()[i]);
                shared += sumsOf(network, sum.cells()[i]) > 1 ? coefficient * coefficient : 0;
                alone = Math.max(alone, coefficient);
            }
            determinant *= network.isForest() ? 1 : Math.max(alone, Math.sqrt(shared));
        }
        for (Statement statement : network.statements()) {
            limits = Math.max(limits, Math.max(finite(statement.lowest()), finite(statement.highest())));
        }
        return network.cells() * Math.ceil(determinant) * (limits + 1);
    }

    private static long sumsOf(Network network, int cell) {
        return network.sums().stream().filter(sum -> Arrays.stream(sum.cells()).anyMatch(other -> other == cell)).count();
    }

    private static double finite(long limit) {
        return limit == Network.NO_LOWEST || limit == Network.NO_HIGHEST ? 0 : Math.abs(limit);
    }

    private final class Question {

        final Model model = new Model();
        final IntVar[] cells = model.intVarArray(network.cells(), 0, highest, true);
        final BoolVar[] kept = model.boolVarArray(network.statements().size());
        final IntVar lost = model.intVar("lost", 0, IntStream.of(weights).sum(), true);

        Question() {
            for (Sum sum : network.sums()) {
                IntVar[] terms = IntStream.of(sum.cells()).mapToObj(cell -> cells[cell]).toArray(IntVar[]::new);
                int[] coefficients = Arrays.stream(sum.coefficients()).mapToInt(Math::toIntExact).toArray();
                if (sum.lowest() == sum.highest()) {
                    model.scalar(terms, coefficients, "=", (int) sum.lowest()).post();
                } else {
                    if (sum.lowest() != Network.NO_LOWEST) {
                        model.scalar(terms, coefficients, ">=", (int) sum.lowest()).post();
                    }
                    if (sum.highest() != Network.NO_HIGHEST) {
                        model.scalar(terms, coefficients, "<=", (int) sum.highest()).post();
                    }
                }
            }
            for (int number = 0; number < kept.length; number++) {
                Statement statement = network.statements().get(number);
                IntVar cell = cells[statement.cell()];
                int low = (int) statement.lowest();
                if (statement.highest() == Network.NO_HIGHEST) {
                    model.arithm(cell, ">=", low).reifyWith(kept[number]);
                } else {
                    int high = Math.toIntExact(statement.highest());
                    (low == high ? model.arithm(cell, "=", low) : model.member(cell, low, high)).reifyWith(kept[number]);
                }
            }
            // What is lost, and what is kept, make up everything.
            IntVar[] all = Arrays.copyOf(kept, kept.length + 1, IntVar[].class);
            int[] share = Arrays.copyOf(weights, kept.length + 1);
            all[kept.length] = lost;
            share[kept.length] = 1;
            model.scalar(all, share, "=", IntStream.of(weights).sum()).post();
        }

        /** The statements that do not hold in a solution; null where there is none. */
        BitSet solution(boolean cheapest) {
            Solver solver = model.getSolver();
            if (outOfTime) {
                return null;
            }
            solver.limitTime(limit);
            solver.setSearch(Search.inputOrderUBSearch(byWeight()), Search.domOverWDegSearch(cells));
            if (cheapest) {
                model.setObjective(Model.MINIMIZE, lost);
            }
            BitSet violated = null;
            while (solver.solve()) {
                violated = new BitSet();
                for (int number = 0; number < kept.length; number++) {
                    violated.set(number, kept[number].getValue() == 0);
                }
                if (!cheapest) {
                    break;
                }
            }
            outOfTime |= solver.isStopCriterionMet();
            return violated;
        }

        boolean hasBetween(int cell, long low, long high) {
            if (low > high) {
                return false;
            }
            model.member(cells[cell], (int) Math.max(0, low), (int) Math.min(highest, high)).post();
            return solution(false) != null;
        }

        private BoolVar[] byWeight() {
            return IntStream.range(0, kept.length).boxed().sorted((one, other) -> Integer.compare(weights[other], weights[one]))
                    .map(number -> kept[number]).toArray(BoolVar[]::new);
        }
    }

    /** The statements that a cheapest solution breaks; null where the sums cannot hold. */
    public BitSet cheapest() {
        return new Question().solution(true);
    }

    /** The statements that every solution as cheap breaks. */
    public BitSet blamed(BitSet cheapest) {
        BitSet blamed = new BitSet();
        cheapest.stream().forEach(number -> {
            Question question = asCheapAs(cheapest);
            question.model.arithm(question.kept[number], "=", 1).post();
            if (question.solution(false) == null) {
                blamed.set(number);
            }
        });
        return blamed;
    }

    /** All minimal sets that solutions as cheap break, no more than a limit; sorted. */
    public List<BitSet> repairs(BitSet cheapest, int most) {
        TreeSet<BitSet> found = new TreeSet<>(HittingSets.ORDER);
        Question question = asCheapAs(cheapest);
        while (found.size() <= most) {
            BitSet next = question.solution(false);
            if (next == null) {
                break;
            }
            if (next.isEmpty()) {
                return List.of(next);
            }
            question.model.getSolver().reset();
            question.model.sum(next.stream().mapToObj(number -> question.kept[number]).toArray(BoolVar[]::new), ">=", 1).post();
            found.removeIf(known -> contains(known, next));
            found.add(next);
        }
        return List.copyOf(found);
    }

    /** Whether a solution that sets just this aside, and breaks nothing else, has a number between two limits in a cell. */
    public boolean canBe(int cell, long low, long high, BitSet aside) {
        Question question = new Question();
        for (int number = 0; number < weights.length; number++) {
            if (!aside.get(number)) {
                question.model.arithm(question.kept[number], "=", 1).post();
            }
        }
        return question.hasBetween(cell, low, high);
    }

    /** Whether any solution that costs as much has a number between two limits in a cell. */
    public boolean canBeAtTheCostOf(int cell, long low, long high, BitSet cheapest) {
        return asCheapAs(cheapest).hasBetween(cell, low, high);
    }

    /** No number of a cell is above it. */
    public int highest() {
        return highest;
    }

    private Question asCheapAs(BitSet cheapest) {
        Question question = new Question();
        question.model.arithm(question.lost, "=", weight(cheapest)).post();
        return question;
    }

    private static boolean contains(BitSet larger, BitSet smaller) {
        BitSet rest = (BitSet) smaller.clone();
        rest.andNot(larger);
        return rest.isEmpty();
    }

    public int weight(BitSet set) {
        return set.stream().map(number -> weights[number]).sum();
    }

    /** Whether an answer is no answer, since choco needed too long. */
    public boolean ranOutOfTime() {
        return outOfTime;
    }
}
