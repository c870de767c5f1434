package org.crossfoot.ledger.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.figure.Period;
import org.crossfoot.ledger.PackedFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures come out of a pack as they went in. */
class FigurePackTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);

    @Test
    void aFigureKeepsEverythingThatIsKnownOfIt() {
        assertComeBack(new Figure(new Cell("arrests", "us", Period.day(DAY)), Amount.exactly(956), "956", "ice", "ice/26.csv", 2,
                "post 7", DAY.plusDays(1), "ICE", "a remark", 5, true, false));
    }

    @Test
    void everyKindOfAmountComesBack() {
        assertComeBack(with(Amount.exactly(0)), with(Amount.exactly(Amount.LARGEST)), with(Amount.between(3, 7)),
                with(Amount.atLeast(0)), with(Amount.atLeast(2681)), with(new Amount(3150, 3850, 3450, 3550)),
                with(new Amount(10, Amount.NO_LIMIT, 12, 20)), with(Amount.between(0, Amount.LARGEST)),
                with(new Amount(5, 6, 5, 5)), with(new Amount(-7, -3, -5, -5)), with(Amount.exactly(-5)));
    }

    @Test
    void whatIsAbsentStaysAbsent() {
        assertComeBack(new Figure(new Cell("arrest_goal", "us", Period.openFrom(DAY)), Amount.between(1200, 1500), "", "s", "f",
                0, "", null, "", "", 0, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1969-12-31", "9999-12-31"})
    void everyDayThatAReportMayPrintComesBack(String day) {
        LocalDate date = LocalDate.parse(day);
        assertComeBack(new Figure(new Cell("arrests", "us", Period.day(date)), Amount.exactly(1), "1", "s", "f", 1, "", date, "",
                "", 1, false, false));
    }

    @Test
    void longAndStrangeTextsComeBack() {
        assertComeBack(noted("\u20ac".repeat(50_000)), noted("\0"), noted("a\ud83d\ude00".repeat(20_000)), noted("\ud83d"),
                noted("x".repeat(15_999)
                + "\ud83d\ude00"), noted("x".repeat(16_000)), noted("x".repeat(16_001)));
    }

    @Test
    void aTextThatComesAgainTakesOneByte() {
        FigurePack once = new FigurePack();
        PackedFigures.add(once, noted("the same words"), false);
        int before = once.packed().length;
        PackedFigures.add(once, noted("the same words"), false);
        assertThat(once.packed().length - before).isLessThan(30);
    }

    @Test
    void numbersThatAreNotPrintedAsUsualComeBackAsPrinted() {
        for (String printed : List.of("1179", "1,179", "01179", "1 179", "1,1,79", ",1179", "1179,", "", "1.179", "\u0661179")) {
            assertComeBack(printed(printed, 1179), printed(printed, 179), printed(printed, 0));
        }
        assertComeBack(printed("1234,567", 1_234_567), printed("1,234567", 1_234_567), printed("123,4567", 1_234_567),
                printed("12,34", 1234), printed(",123", 123), printed("1,234,567", 1_234_567));
        assertComeBack(printed("0", 0), printed("0,000", 0), printed("999", 999), printed("1,000", 1000),
                printed("999,999,999,999,999", Amount.LARGEST), printed("999999999999999", Amount.LARGEST),
                printed("9".repeat(19), Amount.LARGEST));
    }

    @Test
    void aStatementThatNamesAnotherLineComesBack() {
        assertComeBack(said("ice/26.csv:2", 2), said("ice/26.csv:2", 2), said("ice/26.csv:2", 3), said("ice/26.csv:3", 3),
                said("ice/26.csv:03", 3), said("ice/26.csv:", 3), said("ice/26.csv", 3), said("", 3), said("", 4),
                said("ice/26.csv:4", 4), said("post", 4), said("post", 5));
    }

    @Test
    void aRowThatSaysNothingElseIsPackedAsOneThatSaysWhereItStands() {
        FigurePack silent = new FigurePack();
        FigurePack spoken = new FigurePack();
        for (String file : List.of("ice/26.csv", "ice/26.csv", "ice/27.csv")) {
            for (long line : new long[] {2, 2, 3}) {
                add(silent, new Origin("ice", file, line, null, DAY, "", "", 5, false, false));
                add(spoken, new Origin("ice", file, line, file + ":" + line, DAY, "", "", 5, false, false));
            }
        }
        assertThat(silent.packed()).isEqualTo(spoken.packed());
    }

    private static void add(FigurePack pack, Origin origin) {
        pack.add(new Measure("arrests", "", Measure.Kind.FLOW, null), "us", Period.day(DAY), Amount.exactly(1), "1", origin);
    }

    @Test
    void moreTextsThanAreRememberedComeBack() {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            figures.add(noted("remark " + i % 3_000));
        }
        assertComeBack(figures.toArray(Figure[]::new));
    }

    @Test
    void figuresOfOneRowTakeFewBytes() {
        FigurePack pack = new FigurePack();
        PackedFigures.add(pack, printed("1,179", 1179), false);
        int before = pack.packed().length;
        PackedFigures.add(pack, printed("2,681", 2681), false);
        assertThat(pack.packed().length - before).isEqualTo(3);
    }

    @Test
    void randomFiguresComeBack() {
        Random random = new Random(20250126);
        for (int round = 0; round < 200; round++) {
            assertComeBack(random.ints(random.nextInt(40), 0, 1).mapToObj(zero -> figure(random)).toArray(Figure[]::new));
        }
    }

    @Test
    void theEarliestGoalIsRemembered() {
        FigurePack pack = new FigurePack();
        PackedFigures.add(pack, with(Amount.exactly(1)), false);
        assertThat(pack.whole().earliestGoal()).isNull();
        PackedFigures.add(pack, with(Amount.exactly(1)), true);
        assertThat(pack.whole().earliestGoal()).isEqualTo(DAY);
        assertThat(pack.figures()).isEqualTo(2);
    }

    @Test
    void aPackThatIsCutOrOfAnotherFormIsRefused() {
        FigurePack pack = new FigurePack();
        PackedFigures.add(pack, noted("a remark"), false);
        byte[] whole = pack.packed();
        assertThatThrownBy(() -> unpacked(Arrays.copyOf(whole, whole.length - 1))).isInstanceOf(UncheckedIOException.class);
        whole[0] = 1;
        assertThatThrownBy(() -> unpacked(whole)).isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("form 1 is not known; form 5 is");
    }

    @Test
    void noFlippedBitGivesAnotherFigure() {
        FigurePack pack = new FigurePack();
        PackedFigures.add(pack, printed("956", 956), false);
        byte[] whole = pack.packed();
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> unpacked(flipped)).as("bit %d", bit).isInstanceOf(DamagedValue.class);
        }
    }

    @Test
    void aPackOfTheFormWithoutASumComesBack() {
        FigurePack pack = new FigurePack();
        PackedFigures.add(pack, noted("a remark"), false);
        byte[] before = Arrays.copyOf(pack.packed(), pack.packed().length - 4);
        before[0] = 2;
        assertThat(unpacked(before)).containsExactly(noted("a remark"));
    }

    @Test
    void onlyFiguresOnTheCellsWantedAreUnpacked() {
        FigurePack pack = new FigurePack();
        List<Figure> figures = List.of(of("arrests", "2025.csv:2"), of("detentions", "2025.csv:2"), of("arrests", "a remark"),
                of("detentions", "a remark"));
        figures.forEach(figure -> PackedFigures.add(pack, figure, false));
        assertThat(FigurePack.unpack(pack.packed(), new CommonValues(), (measure, area, period) -> measure.equals("detentions")))
                .containsExactly(figures.get(1), figures.get(3));
    }

    @Test
    void ofEqualAreasMeasuresAndPeriodsAllPacksHaveTheSameObjects() {
        CommonValues common = new CommonValues();
        FigurePack pack = new FigurePack();
        PackedFigures.add(pack, with(Amount.exactly(1)), false);
        Cell one = FigurePack.unpack(pack.packed(), common, (measure, area, period) -> true).get(0).cell();
        Cell other = FigurePack.unpack(pack.packed(), common, (measure, area, period) -> true).get(0).cell();
        assertThat(one.area()).isSameAs(other.area());
        assertThat(one.measure()).isSameAs(other.measure());
        assertThat(one.period()).isSameAs(other.period());
    }

    /** In another file of the same line the row's statement stays what it was. */
    @Test
    void aStatementThatSpansFilesComesBack() {
        assertComeBack(in("ice/26.csv", "ice/26.csv:2"), in("ice/27.csv", "ice/26.csv:2"));
    }

    private static List<Figure> unpacked(byte[] packed) {
        return FigurePack.unpack(packed, new CommonValues(), (measure, area, period) -> true);
    }

    private static Figure of(String measure, String statement) {
        return new Figure(new Cell(measure, "us", Period.day(DAY)), Amount.exactly(1), "1", "ice", "2025.csv", 2, statement, DAY,
                "", "", 5, false, false);
    }

    private static Figure in(String file, String statement) {
        return new Figure(new Cell("arrests", "us", Period.day(DAY)), Amount.exactly(1), "1", "ice", file, 2, statement, DAY, "",
                "", 5, false, false);
    }

    private static void assertComeBack(Figure... figures) {
        FigurePack pack = new FigurePack();
        for (Figure figure : figures) {
            PackedFigures.add(pack, figure, false);
        }
        assertThat(unpacked(pack.packed())).isEqualTo(List.of(figures));
    }

    private static Figure with(Amount amount) {
        return new Figure(new Cell("arrests", "us", Period.day(DAY)), amount, "printed", "ice", "ice/26.csv", 2, "", DAY, "ICE",
                "", 5, false, false);
    }

    private static Figure printed(String printed, long number) {
        return new Figure(new Cell("arrests", "us", Period.day(DAY)), Amount.exactly(number), printed, "ice", "ice/26.csv", 2, "",
                DAY, "", "", 5, false, false);
    }

    private static Figure said(String statement, long line) {
        return new Figure(new Cell("arrests", "us", Period.day(DAY)), Amount.exactly(1), "1", "ice", "ice/26.csv", line,
                statement, DAY, "", "", 5, false, false);
    }

    private static Figure noted(String note) {
        return new Figure(new Cell("arrests", "us", Period.day(DAY)), Amount.exactly(1), "1", "ice", "ice/26.csv", 2, "", DAY, "",
                note, 5, false, false);
    }

    private static Figure figure(Random random) {
        long[] limits = random.longs(4, 0, random.nextBoolean() ? 100 : Amount.LARGEST + 1).sorted().toArray();
        boolean open = random.nextBoolean();
        Amount amount = new Amount(limits[0], open ? Amount.NO_LIMIT : limits[3], limits[1], open && random.nextBoolean()
                ? Amount.NO_LIMIT : limits[2]);
        LocalDate start = LocalDate.ofEpochDay(random.nextInt(40_000) - 15_000);
        Period period = random.nextInt(4) == 0 ? Period.openFrom(start) : new Period(start, start.plusDays(random.nextInt(400)));
        return new Figure(new Cell(text(random), text(random), period), amount, text(random), text(random), text(random),
                random.nextInt(1_000_000), text(random), random.nextBoolean() ? null : start, text(random), text(random),
                random.nextInt(300), random.nextBoolean(), false);
    }

    private static String text(Random random) {
        List<Integer> points = new ArrayList<>();
        random.ints(random.nextInt(12), 0, Character.MAX_CODE_POINT + 1).forEach(points::add);
        return points.stream().collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
