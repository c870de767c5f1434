package org.crossfoot.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.period;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Period;
import org.crossfoot.reconcile.check.DayLine.Piece;
import org.junit.jupiter.api.Test;

class DayLineTest {

    private final DayLine week = new DayLine(period("2025-01-20/2025-01-26"));

    private static Piece piece(String period, long number) {
        return new Piece(new Cell("arrests", "us", period(period)), number, number);
    }

    @Test
    void daysInsideAddUp() {
        assertThat(week.packed(List.of(piece("2025-01-23", 538), piece("2025-01-24", 593))).total()).isEqualTo(1131);
    }

    @Test
    void piecesThatOverlapAreNeverAddedTogether() {
        DayLine.SumOfPieces sum = week.packed(List.of(piece("2025-01-20/2025-01-22", 10), piece("2025-01-22/2025-01-24", 25),
                piece("2025-01-24/2025-01-26", 12)));
        assertThat(sum.total()).isEqualTo(25);
        assertThat(week.packed(List.of(piece("2025-01-20/2025-01-22", 14), piece("2025-01-22/2025-01-24", 25),
                piece("2025-01-24/2025-01-26", 12))).total()).isEqualTo(26);
    }

    @Test
    void aPieceThatReachesOutOfThePeriodSaysNothingOfItsLeast() {
        assertThat(week.packed(List.of(piece("2025-01-19/2025-01-21", 500))).total()).isZero();
    }

    @Test
    void aPieceThatReachesOutOfThePeriodStillCovers() {
        DayLine.SumOfPieces sum = week.covered(List.of(piece("2025-01-15/2025-01-22", 100), piece("2025-01-23/2025-01-30", 200)));
        assertThat(sum.total()).isEqualTo(300);
    }

    @Test
    void aDayLeftOutIsUnknownAndNotZero() {
        assertThat(week.covered(List.of(piece("2025-01-20/2025-01-22", 100), piece("2025-01-24/2025-01-26", 200)))).isNull();
    }

    @Test
    void aDayWithoutAnUpperLimitLeavesThePeriodWithoutOne() {
        Piece open = new Piece(new Cell("arrests", "us", period("2025-01-23/2025-01-26")), 5, Amount.NO_LIMIT);
        assertThat(week.covered(List.of(piece("2025-01-20/2025-01-22", 100), open))).isNull();
    }

    @Test
    void theCheapestCoverMayOverlap() {
        DayLine.SumOfPieces sum = week.covered(List.of(piece("2025-01-20/2025-01-23", 10), piece("2025-01-22/2025-01-26", 20),
                piece("2025-01-24/2025-01-26", 50)));
        assertThat(sum.total()).isEqualTo(30);
        assertThat(sum.pieces()).hasSize(2);
    }

    @Test
    void packingAndCoveringAreTheBestOfAllChoices() {
        Random random = new Random(20250126);
        LocalDate first = LocalDate.parse("2025-01-20");
        for (int round = 0; round < 400; round++) {
            List<Piece> pieces = IntStream.range(0, 1 + random.nextInt(8)).mapToObj(i -> {
                LocalDate start = first.plusDays(random.nextInt(10) - 2);
                Period period = new Period(start, start.plusDays(random.nextInt(4)));
                long least = random.nextInt(9);
                return new Piece(new Cell("arrests", "us", period), least, least + random.nextInt(3));
            }).toList();
            long mostPacked = 0;
            long leastCover = Amount.NO_LIMIT;
            for (int choice = 0; choice < 1 << pieces.size(); choice++) {
                int chosen = choice;
                List<Piece> some = IntStream.range(0, pieces.size()).filter(i -> (chosen >> i & 1) == 1).mapToObj(pieces::get)
                        .toList();
                int[] times = new int[7];
                some.forEach(piece -> IntStream.range(0, 7).filter(day -> piece.cell().period().contains(first.plusDays(day)))
                        .forEach(day -> times[day]++));
                if (some.stream().allMatch(piece -> week.period().contains(piece.cell().period()))
                        && Arrays.stream(times).allMatch(n -> n < 2)) {
                    mostPacked = Math.max(mostPacked, some.stream().mapToLong(Piece::atLeast).sum());
                }
                if (Arrays.stream(times).allMatch(n -> n > 0)) {
                    leastCover = Math.min(leastCover, some.stream().mapToLong(Piece::atMost).sum());
                }
            }
            assertThat(week.packed(pieces).total()).as("%s", pieces).isEqualTo(mostPacked);
            DayLine.SumOfPieces covered = week.covered(pieces);
            assertThat(covered == null ? Amount.NO_LIMIT : covered.total()).as("%s", pieces).isEqualTo(leastCover);
        }
    }
}
