package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sums over more cells than are told after each choice what is left to them. */
class WideSumsTest {

    private static final int PARTS = WideSums.WIDE + 6;

    @RepeatedTest(100)
    void aChoiceLeavesWhatItWouldLeaveHadItBeenSaid(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        // A whole of many parts, some of which have parts of their own, or are bound by a check.
        List<Sum> sums = new ArrayList<>();
        int[] cells = IntStream.rangeClosed(0, PARTS).toArray();
        long[] coefficients = new long[cells.length];
        Arrays.fill(coefficients, 1);
        coefficients[0] = -1;
        sums.add(new Sum(cells, coefficients, random.nextInt(4) == 0 ? Network.NO_LOWEST : 0, random.nextInt(4) == 0
                ? Network.NO_HIGHEST : 0));
        int count = cells.length;
        for (int more = random.nextInt(6); more > 0; more--) {
            int part = 1 + random.nextInt(PARTS);
            sums.add(new Sum(new int[] {part, count, count + 1}, new long[] {-1, random.nextBoolean() ? 1 : 2, 1}, 0,
                    random.nextInt(2)));
            count += 2;
        }
        List<Statement> said = new ArrayList<>();
        for (int cell = 0; cell < count; cell++) {
            if (random.nextInt(5) > 0) {
                long low = cell == 0 ? PARTS * 4L : random.nextInt(8);
                said.add(new Statement(cell, low, random.nextInt(9) == 0 ? Network.NO_HIGHEST
                        : low + random.nextInt(cell == 0 ? PARTS : 9), 1, true));
            }
        }
        Network network = new Network(count, sums, said);
        Propagation choosing = new Propagation(network);
        boolean fits = choosing.take(network.everything());
        for (int cell = 0; cell < count && fits; cell++) {
            long number = Math.min(choosing.highest(cell), choosing.lowest(cell) + random.nextInt(3));
            fits = choosing.choose(cell, number);
            said.add(new Statement(cell, number, number, 1, true));
            Network with = network.saying(said);
            Propagation saying = new Propagation(with);
            assertThat(saying.take(with.everything())).isEqualTo(fits);
            for (int each = 0; each < count && fits && saying.isSettled(); each++) {
                assertThat(choosing.lowest(each)).isEqualTo(saying.lowest(each));
                assertThat(choosing.highest(each)).isEqualTo(saying.highest(each));
            }
        }
    }

    /** The square of the parts took a minute and a half. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void bestValuesOfAWholeOfManyPartsNeedNoSquareOfTheirNumber() {
        int parts = 100_000;
        long[] coefficients = new long[parts + 1];
        Arrays.fill(coefficients, 1);
        coefficients[0] = -1;
        List<Statement> said = new ArrayList<>(List.of(new Statement(0, parts, parts, 1, true)));
        double[] wish = new double[parts + 1];
        double[] weight = new double[parts + 1];
        Arrays.fill(weight, 1);
        for (int part = 1; part <= parts; part++) {
            said.add(new Statement(part, 0, 2 + part % 3, 1, true));
            wish[part] = 1 + part % 3;
        }
        wish[0] = parts;
        Network network = new Network(parts + 1, List.of(new Sum(IntStream.rangeClosed(0, parts).toArray(), coefficients, 0, 0)),
                said);
        long[] best = BestValues.whole(network, network.everything(), wish, weight).orElseThrow();
        assertThat(network.isWitness(best, network.everything())).isTrue();
        assertThat(best).contains(0, 1, 2).doesNotContain(3);
    }
}
