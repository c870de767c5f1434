package org.crossfoot.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.junit.jupiter.api.Test;

/** The nearest values that fulfil all sums, and whole numbers as near to them as can be. */
class BestValuesTest {

    private static final long MANY = 1_000_000;

    private static Sum sum(long lowest, long highest, long... coefficients) {
        int[] cells = IntStream.range(0, coefficients.length).filter(cell -> coefficients[cell] != 0).toArray();
        return new Sum(cells, IntStream.of(cells).mapToLong(cell -> coefficients[cell]).toArray(), lowest, highest);
    }

    private static double[] nearest(List<Sum> sums, double[] wish, double[] weight, double low, double high) {
        double[] lowest = new double[wish.length];
        double[] highest = new double[wish.length];
        Arrays.fill(lowest, low);
        Arrays.fill(highest, high);
        return new NearestPoint(sums, wish, weight, lowest, highest).find();
    }

    private static long[] whole(List<Sum> sums, double... wish) {
        double[] weight = new double[wish.length];
        Arrays.fill(weight, 1);
        Network network = new Network(wish.length, sums, List.of());
        long[] whole = BestValues.whole(network, network.everything(), wish, weight).orElseThrow();
        assertThat(network.isWitness(whole, network.everything())).isTrue();
        return whole;
    }

    /** u + a = b, c = u, c + a = d; nobody speaks of u. Projections one after the other hardly move there. */
    @Test
    void aCellThatNobodySpeaksOfHoldsNothingBack() {
        List<Sum> sums = List.of(sum(0, 0, 1, -1, 0, 0, 1), sum(0, 0, 0, 0, 1, 0, -1), sum(0, 0, 1, 0, 1, -1));
        assertThat(nearest(sums, new double[] {20_000, 100_000, 60_000, 90_000, 0}, new double[] {1, 1, 1, 1, 0}, 0, 1e9))
                .containsExactly(new double[] {26_000, 92_000, 66_000, 92_000, 66_000}, within(1e-6));
    }

    @Test
    void limitsHoldAndWhatTheyTakeGoesToTheOthers() {
        // Three parts of 30, wished 25, 15 and 5: each would give up 5, but of 12 at most the first gives up 13.
        List<Sum> sums = List.of(sum(30, 30, 1, 1, 1));
        double[] low = {0, 0, 0};
        assertThat(new NearestPoint(sums, new double[] {25, 15, 5}, new double[] {1, 1, 1}, low, new double[] {12, 100, 100})
                .find()).containsExactly(new double[] {12, 14, 4}, within(1e-9));
    }

    /** Nothing that fulfils the sums and limits is nearer: seen from the point, the wish lies behind all of them. */
    @Test
    void nothingIsNearerWhateverTheCoefficientsAndWeights() {
        int tried = 0;
        for (long seed = 0; seed < 350; seed++) {
            Random random = new Random(seed);
            RandomNetwork made = RandomNetwork.of(seed);
            int cells = made.network().cells();
            List<Sum> sums = made.network().sums();
            double[] weight = random.ints(cells, 0, 9).mapToDouble(each -> each).toArray();
            double[] wish = random.doubles(cells, 0, 1_000).toArray();
            double[] point = nearest(sums, wish, weight, 0, MANY);
            assertThat(fulfils(sums, point)).as("seed " + seed).isTrue();
            for (int other = 0; other < 5; other++) {
                double[] elsewhere = nearest(sums, random.doubles(cells, -1_000, 2_000).toArray(),
                        random.doubles(cells, 1, 2).toArray(), 0, MANY);
                double ahead = 0;
                double size = 1;
                for (int cell = 0; cell < cells; cell++) {
                    double step = weight[cell] * (wish[cell] - point[cell]) * (elsewhere[cell] - point[cell]);
                    ahead += step;
                    size += Math.abs(step);
                }
                assertThat(ahead / size).as("seed " + seed).isLessThan(1e-4);
                tried++;
            }
        }
        assertThat(tried).isEqualTo(1_750);
    }

    private static boolean fulfils(List<Sum> sums, double[] point) {
        return sums.stream().allMatch(sum -> {
            double value = 0;
            double size = 1;
            for (int i = 0; i < sum.cells().length; i++) {
                value += sum.coefficients()[i] * point[sum.cells()[i]];
                size += Math.abs(sum.coefficients()[i] * point[sum.cells()[i]]);
            }
            return value > sum.lowest() - 1e-7 * size && value < sum.highest() + 1e-7 * size;
        });
    }

    @Test
    void theLargestRemaindersAreRoundedUpAndNobodyMovesByMoreThanOne() {
        assertThat(whole(List.of(sum(0, 0, -1, 1, 1, 1), sum(100, 100, 1)), 100, 33.5, 33.5, 33.5))
                .containsExactly(100, 33, 33, 34);
        // What one part gets is 0.4 above a whole number, so that two of the five are rounded up.
        assertThat(whole(List.of(sum(52, 52, 1, 1, 1, 1, 1)), 10.4, 10.4, 10.4, 10.4, 10.4)).containsExactly(10, 10, 10, 11, 11);
        assertThat(whole(List.of(sum(7, 7, 1, 1, 1)), 1.9, 2.8, 2.3)).containsExactly(2, 3, 2);
    }

    @Test
    void whereNextWholeNumbersDoNotAddUpThoseBehindThemDo() {
        // 2a = 3b: of 10 and 7, 9 and 6 or 12 and 8.
        assertThat(whole(List.of(sum(0, 0, 2, -3)), 11, 7)).containsExactly(12, 8);
        List<Sum> sums = new ArrayList<>(List.of(sum(0, 0, 2, -3), sum(0, 0, 0, 5, -7)));
        long[] whole = whole(sums, 100, 70, 50);
        assertThat(whole[0] * 2).isEqualTo(whole[1] * 3);
        assertThat(whole[1] * 5).isEqualTo(whole[2] * 7);
    }

    /** A year of days under twelve months and a year, each with a check, all printed roughly. */
    @Test
    void aLongChainOfSumsIsBroughtToItsEnd() {
        int days = 2_000;
        List<Sum> sums = new ArrayList<>();
        double[] wish = new double[2 * days];
        Random random = new Random(7);
        for (int day = 0; day < days; day++) {
            wish[day] = random.nextInt(100);
            // The running total so far.
            wish[days + day] = (day + 1) * 50.0;
            sums.add(day == 0 ? new Sum(new int[] {0, days}, new long[] {1, -1}, 0, 0)
                    : new Sum(new int[] {days + day - 1, day, days + day}, new long[] {1, 1, -1}, 0, 0));
        }
        double[] weight = new double[2 * days];
        Arrays.fill(weight, 1);
        double[] point = nearest(sums, wish, weight, 0, MANY);
        assertThat(fulfils(sums, point)).isTrue();
        Network network = new Network(2 * days, sums, List.of(new Statement(days, 0, 100, 1, true)));
        long[] whole = BestValues.whole(network, network.everything(), wish, weight).orElseThrow();
        assertThat(network.isWitness(whole, network.everything())).isTrue();
        assertThat(IntStream.range(0, 2 * days).mapToDouble(cell -> Math.abs(whole[cell] - point[cell])).max().orElseThrow())
                .isLessThan(60);
    }
}
