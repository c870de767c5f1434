package org.crossfoot.reconcile.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.RandomNation;
import org.crossfoot.reconcile.Reconciliation;
import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.cause.PossibleCauses;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.check.Finding;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.judge.Judge.Choice;
import org.crossfoot.reconcile.judge.Judge.Judgement;
import org.crossfoot.reconcile.judge.NetworkJudge;
import org.crossfoot.reconcile.total.Totals;
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
                        .as("seed %s, room %s of %s", seed, room, cell)
                        .noneMatch(number -> number >= 0 && holds(judgement, cell, number));
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
        long[] numbers = IntStream.range(0, judgement.graph().cells()).mapToLong(judgement.firm()::number).toArray();
        numbers[cell] = number;
        return Arrays.stream(judgement.graph().relationsOn(cell)).filter(judgement.graph()::isWithin)
                .allMatch(relation -> judgement.graph().sum(relation).holds(numbers));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 14, 70})
    void nothingOfWhichAnythingWasDecidedIsFirm(int offices) {
        for (long seed = 0; seed < 4 * TRIED; seed++) {
            Judgement judgement = judgement(offices, seed);
            Stream<Cell> spokenOf = Stream.concat(judgement.setAside().stream(), judgement.inQuestion().stream())
                    .map(Claim::cell);
            Stream<Cell> chosen = judgement.choices().stream().flatMap(choice -> choice.component().cells().stream());
            assertThat(Stream.of(spokenOf, judgement.freed().keySet().stream(), chosen).flatMap(cells -> cells))
                    .as("seed %s", seed)
                    .noneMatch(cell -> judgement.firm().is(judgement.graph().number(cell)));
        }
    }

    /**
     * Offices that print months, and all of them together, each in four measures; and one of them a window across some of the
     * months as well, so that sums fail of which no finding tells.
     */
    private static TestEvidence monthsAndAWindow(long seed) {
        Random random = new Random(seed);
        LocalDate first = LocalDate.of(2025, 1, 1);
        int offices = 7 + random.nextInt(3);
        String[] names = IntStream.range(0, offices).mapToObj(number -> "office-" + number).toArray(String[]::new);
        TestEvidence evidence = TestEvidence.on("2025-07-02").complete("office", names)
                .check("parts", "criminal_arrests + collateral_arrests + detentions = arrests");
        for (String name : names) {
            long[] sums = new long[3];
            for (LocalDate month = first; month.getMonthValue() <= 7; month = month.plusMonths(1)) {
                LocalDate last = month.getMonthValue() == 7 ? LocalDate.of(2025, 7, 2) : month.plusMonths(1).minusDays(1);
                long[] parts = {random.nextInt(9), random.nextInt(9), random.nextInt(9)};
                says(evidence, name, month + "/" + last, parts);
                for (int part = 0; part < parts.length; part++) {
                    sums[part] += parts[part];
                }
            }
            says(evidence, name, first + "/2025-07-02", sums);
        }
        LocalDate end = first.plusDays(40 + random.nextInt(120));
        return evidence.says("ice", "detentions", names[random.nextInt(offices)], first + "/" + end,
                String.valueOf(random.nextInt(12)));
    }

    private static void says(TestEvidence evidence, String office, String period, long[] parts) {
        evidence.says("ice", "arrests", office, period, String.valueOf(parts[0] + parts[1] + parts[2]))
                .says("ice", "criminal_arrests", office, period, String.valueOf(parts[0]))
                .says("ice", "collateral_arrests", office, period, String.valueOf(parts[1]))
                .says("ice", "detentions", office, period, String.valueOf(parts[2]));
    }

    @Test
    void sumsThatFailThoughNoFindingTellsOfThemFreeNothingThatIsFirm() {
        int freed = 0;
        for (long seed = 0; seed < TRIED; seed++) {
            TestEvidence evidence = monthsAndAWindow(seed);
            Check.Scope scope = new Reconciliation(evidence.vocabulary(), evidence.rules()).scope(evidence.evidence());
            Judgement judgement = new NetworkJudge().judge(scope, Reconciliation.findings(scope));
            assertThat(judgement.freed().keySet()).as("seed %s", seed)
                    .noneMatch(cell -> judgement.firm().is(judgement.graph().number(cell)));
            assertThat(new Totals(scope, judgement, judgement.open()).all()).as("seed %s", seed)
                    .isEqualTo(new Totals(scope, judgement, judgement.components()).all());
            freed += judgement.freed().isEmpty() ? 0 : 1;
        }
        assertThat(freed).as("times that something was freed").isGreaterThan(3);
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
