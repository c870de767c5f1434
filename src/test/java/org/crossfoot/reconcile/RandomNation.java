package org.crossfoot.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossfoot.rule.Severity;

/**
 * What two sources print of the offices of a nation on a day, and a third of the nation: nearly all of it right. Its shape says
 * which cells are spoken of, its numbers what is said of them.
 */
public final class RandomNation {

    private static final List<String> MEASURES = List.of("arrests", "criminal_arrests", "collateral_arrests", "detentions");

    private final Random shape;
    private final Random numbers;
    private final TestEvidence evidence;
    private final String day;
    /** One figure in so many is off, in a calm nation hardly any. */
    private final int calm;
    private final long[] nation = new long[MEASURES.size()];

    private RandomNation(int offices, long shape, long numbers, LocalDate day) {
        this.shape = new Random(shape);
        this.numbers = new Random(numbers);
        this.day = day.toString();
        this.calm = 20 + this.numbers.nextInt(20) * this.numbers.nextInt(60);
        String[] names = IntStream.range(100, 100 + offices).mapToObj(i -> "office-" + i).toArray(String[]::new);
        evidence = TestEvidence.on(this.day).complete("office", names)
                .check("criminal-or-collateral", "criminal_arrests + collateral_arrests = arrests")
                .check("after", "detentions <= arrests", "0", Severity.WARNING);
        for (String name : names) {
            office(name);
        }
        for (int measure = 0; measure < nation.length; measure++) {
            if (!oneOf(this.shape, 6)) {
                long off = oneOf(this.numbers, 4) ? this.numbers.nextInt(9) : 0;
                evidence.says("official", MEASURES.get(measure), "us", this.day, String.valueOf(nation[measure] + off));
            }
        }
    }

    public static TestEvidence of(int offices, long shape, long numbers, LocalDate day) {
        return new RandomNation(offices, shape, numbers, day).evidence;
    }

    private void office(String name) {
        long criminal = numbers.nextInt(80);
        long collateral = numbers.nextInt(80);
        long[] truth = {criminal + collateral, criminal, collateral, numbers.nextInt((int) (criminal + collateral) + 1)};
        boolean silent = oneOf(shape, 8);
        for (int measure = 0; measure < truth.length; measure++) {
            nation[measure] += truth[measure];
            if (!silent || !oneOf(shape, 3)) {
                say("ice", MEASURES.get(measure), name, truth[measure]);
            }
            if (oneOf(shape, 3)) {
                say("press", MEASURES.get(measure), name, truth[measure]);
            }
        }
    }

    private void say(String source, String measure, String office, long truth) {
        long printed = Math.max(0, truth + (oneOf(numbers, calm) ? 1 + numbers.nextInt(9) : 0));
        evidence.says(source, measure, office, day, oneOf(numbers, 3 * calm) ? "at least " + printed : String.valueOf(printed));
        if (oneOf(numbers, 3 * calm)) {
            evidence.derived();
        }
    }

    private static boolean oneOf(Random random, int bound) {
        return random.nextInt(bound) == 0;
    }
}
