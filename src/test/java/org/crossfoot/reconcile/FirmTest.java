package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.Judge.Choice;
import org.crossfoot.reconcile.Judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing comes out otherwise for being known beforehand: parts that are firm, and how a date is tied together. */
class FirmTest {

    private static final LocalDate DAY = LocalDate.parse("2025-01-26");
    private static final int TRIED = 40;

    /** So few that they are searched as a whole, and of more cells than that; and so many that they are judged by their sums. */
    @ParameterizedTest
    @ValueSource(ints = {3, 14, 70})
    void whatFirmPartsHoldIsWhatSearchingThemFinds(int offices) {
        for (long seed = 0; seed < TRIED; seed++) {
            TestEvidence evidence = RandomNation.of(offices, seed, seed + TRIED, DAY);
            Check.Scope scope = new Reconciliation(evidence.vocabulary(), evidence.rules()).scope(evidence.evidence());
            List<Finding> findings = Reconciliation.findings(scope);
            Judgement judgement = new NetworkJudge().judge(scope, findings);
            Judgement searched = new NetworkJudge(Firm::none).judge(scope, findings);
            assertThat(judgement.setAside()).as("%s offices, seed %s", offices, seed).isEqualTo(searched.setAside());
            assertThat(judgement.rulings()).isEqualTo(searched.rulings());
            assertThat(judgement.joint()).isEqualTo(searched.joint());
            assertThat(judgement.choices()).extracting(Choice::repairs)
                    .isEqualTo(searched.choices().stream().map(Choice::repairs).toList());
            assertThat(judgement.freed()).isEqualTo(searched.freed());
            assertThat(new Totals(scope, judgement, judgement.open()).all()).as("%s offices, seed %s", offices, seed)
                    .isEqualTo(new Totals(scope, searched, searched.components()).all())
                    .isEqualTo(new Totals(scope, judgement, judgement.components()).all());
            assertThat(PossibleCauses.of(scope, findings, judgement)).isEqualTo(PossibleCauses.of(scope, findings, searched));
        }
    }

    @Test
    void aCellHasRoomForWhatItsChecksAllowAndNothingElse() {
        Set<Boolean> rooms = new HashSet<>();
        for (long seed = 0; seed < TRIED; seed++) {
            Judgement judgement = judgement(14, seed);
            Firm firm = judgement.firm();
            for (int cell : firm.cells().toArray()) {
                Amount room = firm.room(cell);
                assertThat(LongStream.of(room.lowest(), firm.number(cell), Math.min(room.highest(), 1_000_000)))
                        .as("seed %s, room %s of %s", seed, room, cell).allMatch(number -> holds(judgement, cell, number));
                assertThat(LongStream.of(room.lowest() - 1, room.hasUpperLimit() ? room.highest() + 1 : -1))
                        .as("seed %s, room %s of %s", seed, room, cell).noneMatch(number -> number >= 0 && holds(judgement, cell, number));
                rooms.add(room.isExact());
            }
        }
        assertThat(rooms).as("both kinds were met").containsExactlyInAnyOrder(true, false);
    }

    private static Judgement judgement(int offices, long seed) {
        TestEvidence evidence = RandomNation.of(offices, seed, seed + TRIED, DAY);
        Check.Scope scope = new Reconciliation(evidence.vocabulary(), evidence.rules()).scope(evidence.evidence());
        return new NetworkJudge().judge(scope, Reconciliation.findings(scope));
    }

    /** Whether the checks on a cell hold where it holds a number and all others hold what is said. */
    private static boolean holds(Judgement judgement, int cell, long number) {
        long[] numbers = IntStream.range(0, judgement.web().cells()).mapToLong(judgement.firm()::number).toArray();
        numbers[cell] = number;
        return Arrays.stream(judgement.web().relationsOn(cell)).filter(judgement.web()::isWithin)
                .allMatch(relation -> judgement.web().sum(relation).holds(numbers));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 14, 70})
    void nothingOfWhichAnythingWasDecidedIsFirm(int offices) {
        for (long seed = 0; seed < 4 * TRIED; seed++) {
            Judgement judgement = judgement(offices, seed);
            Stream<Cell> spokenOf = Stream.concat(judgement.setAside().stream(), judgement.inQuestion().stream()).map(Claim::cell);
            Stream<Cell> chosen = judgement.choices().stream().flatMap(choice -> choice.component().cells().stream());
            assertThat(Stream.of(spokenOf, judgement.freed().keySet().stream(), chosen).flatMap(cells -> cells)).as("seed %s", seed)
                    .noneMatch(cell -> judgement.firm().is(judgement.web().number(cell)));
        }
    }

    /** Of every four dates in a row three speak of the same. */
    @Test
    void theDateBeforeMakesNoDifference() {
        TestEvidence any = RandomNation.of(20, 0, 0, DAY);
        Reconciliation inARow = new Reconciliation(any.vocabulary(), any.rules());
        for (int day = 0; day < TRIED; day++) {
            TestEvidence evidence = RandomNation.of(20, day % 4 == 3 ? day : day / 8, day, DAY.plusDays(day));
            assertThat(inARow.of(evidence.evidence())).as("day %s", day).isEqualTo(evidence.outcome());
        }
    }
}
