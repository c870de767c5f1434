package org.crossfoot.network.repair;

import java.nio.LongBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;

/**
 * Diagnoses that were made before: a date that is reconciled again, since a later one tells otherwise of it, asks mostly what it
 * asked the first time. The answer is the one that would be found, and takes the same patience. Threads may share it.
 */
public final class DiagnosedBefore {

    /** Numbers, at most, that the networks kept are made of: some 30 megabytes. */
    private static final int KEPT_NUMBERS = 4_000_000;

    /** @param mostLeft the patience up to which it is the answer: what there was, where all of it was used up */
    private record EarlierDiagnosis(Diagnosis diagnosis, long steps, long mostLeft) {
    }

    /** By all numbers of a network and its parts, the one asked for longest ago first. */
    private final Map<LongBuffer, EarlierDiagnosis> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long numbers;

    /** As {@link Diagnosis#of(Network, int[], Patience)}. */
    public Diagnosis of(Network network, int[] partOf, Patience patience) {
        LongBuffer asked = LongBuffer.wrap(numbers(network, partOf));
        EarlierDiagnosis before;
        synchronized (kept) {
            before = kept.get(asked);
        }
        if (before != null && patience.left() >= before.steps && patience.left() <= before.mostLeft) {
            patience.use(before.steps);
            return before.diagnosis;
        }
        long left = patience.left();
        Diagnosis found = Diagnosis.of(network, partOf, patience);
        long steps = left - patience.left();
        keep(asked, new EarlierDiagnosis(found, steps, patience.isUsedUp() ? left : Long.MAX_VALUE));
        return found;
    }

    private void keep(LongBuffer asked, EarlierDiagnosis answer) {
        synchronized (kept) {
            numbers += kept.put(asked, answer) == null ? asked.limit() : 0;
            for (Iterator<LongBuffer> oldest = kept.keySet().iterator(); numbers > KEPT_NUMBERS;) {
                numbers -= oldest.next().limit();
                oldest.remove();
            }
        }
    }

    private static long[] numbers(Network network, int[] partOf) {
        LongStream sums = network.sums().stream().flatMapToLong(DiagnosedBefore::numbers);
        LongStream said = network.statements().stream().flatMapToLong(DiagnosedBefore::numbers);
        return LongStream.concat(LongStream.concat(LongStream.of(network.cells(), network.sums().size()), sums),
                LongStream.concat(said, IntStream.of(partOf).asLongStream())).toArray();
    }

    private static LongStream numbers(Sum sum) {
        return LongStream.concat(LongStream.of(sum.cells().length, sum.lowest(), sum.highest()),
                LongStream.concat(IntStream.of(sum.cells()).asLongStream(), LongStream.of(sum.coefficients())));
    }

    private static LongStream numbers(Statement said) {
        return LongStream.of(said.cell(), said.lowest(), said.highest(), said.cost(), said.counts() ? 1 : 0, said.shared());
    }
}
