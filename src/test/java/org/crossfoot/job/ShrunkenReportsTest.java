package org.crossfoot.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crossfoot.job.step.SpoiltReports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports that come again with less to say than before: figures must not go because a copy was cut off. */
class ShrunkenReportsTest {

    private static final String WEEK = Nights.HEADER + """
            2025-01-27,2025-01-24,2025-01-24,us,arrests,593
            2025-01-27,2025-01-25,2025-01-25,us,arrests,286
            2025-01-27,2025-01-26,2025-01-26,us,arrests,956
            """;

    @TempDir
    Path home;

    private Nights nights;

    @BeforeEach
    void aWeekInOneReport() {
        nights = Nights.withTwoSources(home).put("ice/week.csv", WEEK).arrests("nbc/26.csv", "2025-01-26", "956");
        assertThat(nights.run("2025-01-26").exitCode()).isZero();
    }

    private void assertThatTheWeekStands() {
        for (String date : new String[] {"2025-01-24", "2025-01-25", "2025-01-26"}) {
            assertThat(nights.table(date + "/figures.csv")).filteredOn(row -> row.get("file").equals("ice/week.csv"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("use", "kept"));
        }
    }

    private static String without(int lines) {
        String[] all = WEEK.split("(?<=\n)");
        return String.join("", Arrays.copyOf(all, all.length - lines));
    }

    @Test
    void whereverACopyIsCutOffTheDeliveryBeforeStands() {
        for (int length : new int[] {0, 10, Nights.HEADER.length(), without(2).length(), without(1).length(),
                WEEK.length() - 2}) {
            RunReport run = nights.put("ice/week.csv", WEEK.substring(0, length)).run("2025-01-26");

            assertThat(run.exitCode()).as("cut to %s bytes", length).isEqualTo(3);
            assertThat(run.faults()).singleElement().asString()
                    .startsWith("ice/week.csv: looks cut off: it ends where what was delivered before goes on ("
                    + length + " bytes now, " + WEEK.length() + " before), which stands; deliver it whole")
                    .contains("read.may_shrink: true");
            assertThatTheWeekStands();
        }
        assertThat(nights.revisions()).containsExactly("2025-01-24=1", "2025-01-25=1", "2025-01-26=1");
    }

    @Test
    void aReportThatLostOnlyItsLastLineEndLostNothing() {
        RunReport run = nights.put("ice/week.csv", WEEK.stripTrailing()).run("2025-01-26");

        assertThat(run.exitCode()).isZero();
        assertThat(run.read()).singleElement().satisfies(report -> assertThat(report.reading().figures()).isEqualTo(3));
    }

    @Test
    void aCutReportIsNamedEveryNightUntilItComesWhole() {
        nights.put("ice/week.csv", without(1)).run("2025-01-26");

        RunReport again = nights.run("2025-01-27");
        assertThat(again.faults()).hasSize(1);
        assertThat(nights.runJson(again).path("faults").get(0).asString()).contains("looks cut off");

        RunReport whole = nights.put("ice/week.csv", WEEK + "2025-01-28,2025-01-27,2025-01-27,us,arrests,1179\n")
                .run("2025-01-27");
        assertThat(whole.faults()).isEmpty();
        assertThat(whole.exitCode()).isZero();
        assertThat(whole.remarks()).isEmpty();
    }

    private static byte[] wronglySummed(String text) {
        byte[] packed = Nights.packed(text);
        packed[packed.length - 8] ^= 1;
        return packed;
    }

    private static List<Object[]> unreadable() {
        return List.of(new Object[] {"NULs of the same size", new byte[WEEK.length()], "the header holds NUL bytes"},
                new Object[] {"a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                "no CSV but a PNG image"}, new Object[] {"another header", WEEK.replace("figure", "total").getBytes(UTF_8),
                "there is no column 'figure'"}, new Object[] {"no header", without(0).replace(Nights.HEADER, "").getBytes(UTF_8),
                "there is no column"}, new Object[] {"another charset", WEEK.replace("us,", "\u00e9,").getBytes(ISO_8859_1),
                "is not UTF-8"}, new Object[] {"half a copy of another file",
                (WEEK + "x".repeat(1_000_001) + WEEK).getBytes(UTF_8), "longer than"});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void aReportThatBecomesUnreadableTakesNothingAwayAndIsNamedUntilItIsMended(String what, byte[] bytes, String why) {
        Map<String, String> published = nights.published();
        for (int night = 1; night <= 2; night++) {
            RunReport run = nights.put("ice/week.csv", bytes).run("2025-01-26");

            assertThat(run.exitCode()).as("night %s", night).isEqualTo(3);
            assertThat(run.faults()).singleElement().asString().startsWith("ice/week.csv").contains(why)
                    .endsWith("; what was delivered before stands");
            assertThatTheWeekStands();
        }

        RunReport mended = nights.put("ice/week.csv", WEEK).run("2025-01-26");
        assertThat(mended.exitCode()).isZero();
        assertThat(mended.published()).isEmpty();
        assertThat(nights.published()).isEqualTo(published);
    }

    @Test
    void aPackedReportWhoseSumIsWrongTakesNothingAwayThoughItMayShrink() {
        nights.delete("ice/week.csv").put("ice/source.yml", "title: ICE\nread: { may_shrink: true }\n" + Nights.SOURCE)
                .pack("ice/week.csv.gz", WEEK)
                .run("2025-01-26");

        RunReport run = nights.put("ice/week.csv.gz", wronglySummed(WEEK.replace("956", "1179"))).run("2025-01-26");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.faults()).singleElement().asString().startsWith("ice/week.csv.gz: the packed bytes are damaged")
                .endsWith(SpoiltReports.STANDS);
        assertThat(nights.table("2025-01-26/figures.csv")).extracting(row -> row.get("as_printed")).containsOnly("956");
    }

    @Test
    void whatCouldNeverBeReadIsReplacedByWhateverComes() {
        nights.put("ice/27.csv", new byte[] {0, 1, 2}).run("2025-01-27");

        RunReport run = nights.put("ice/27.csv", new byte[] {0, 1}).run("2025-01-27");
        assertThat(run.faults()).singleElement().asString().startsWith("ice/27.csv:1: ").doesNotContain("stands");
        assertThat(nights.arrests("ice/27.csv", "2025-01-27", "1179").run("2025-01-27").exitCode()).isZero();
    }

    @Test
    void aReportThatGrewAndWasCutInItsLastLineIsNotTakenEither() {
        RunReport run = nights.put("ice/week.csv", WEEK + "2025-01-28,2025-01-27,2025-01").run("2025-01-26");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.faults()).singleElement().asString()
                .startsWith("ice/week.csv: looks cut off: line 5, the last, has 3 of 6 cells and no line end");
        assertThatTheWeekStands();
    }

    @Test
    void ofANewReportOnlyTheBrokenLastLineIsRejectedSinceNothingIsLostByTakingTheRest() {
        RunReport run = nights.put("ice/27.csv", Nights.HEADER + "2025-01-28,2025-01-27,2025-01-27,us,arrests,1179\nSource: ICE")
                .run("2025-01-26");

        assertThat(run.faults()).isEmpty();
        assertThat(run.rejects()).isOne();
        assertThat(run.read()).singleElement().satisfies(report -> assertThat(report.reading().figures()).isOne());
    }

    @Test
    void whatMayShrinkIsTakenAsItComes() {
        nights.put("ice/source.yml", "title: ICE\nread: { may_shrink: true }\n" + Nights.SOURCE);

        RunReport run = nights.put("ice/week.csv", without(1) + "Source: ICE").run("2025-01-26");

        assertThat(run.exitCode()).as("a figure is gone, and a row was not read").isOne();
        assertThat(run.rejects()).isOne();
        assertThat(run.remarks()).containsExactly("ice/week.csv: has 2 lines with figures, 3 when it was delivered before");
    }

    @Test
    void fewerFiguresInAWholeReportAreARemark() {
        RunReport run = nights.put("ice/week.csv", WEEK.replaceFirst("2025-01-27,2025-01-24.*\n", "")).run("2025-01-26");

        assertThat(run.exitCode()).as("a figure is gone").isOne();
        assertThat(run.remarks()).containsExactly("ice/week.csv: has 2 lines with figures, 3 when it was delivered before");
        assertThat(nights.runJson(run).path("remarks").get(0).asString()).startsWith("ice/week.csv: has 2 lines");
        assertThat(nights.run("2025-01-26").remarks()).as("said once").isEmpty();
        assertThat(nights.put("ice/week.csv", WEEK).run("2025-01-26").remarks()).as("it grew again").isEmpty();
    }

    @Test
    void otherSettingsThatReadFewerFiguresAreNoRemark() {
        RunReport run = nights.put("ice/source.yml", "title: ICE\n" + Nights.SOURCE.replace("from: {",
                "when: { column: figure, matches: \"9.*\" }, from: {")).run("2025-01-26");

        assertThat(run.read()).singleElement().satisfies(report -> assertThat(report.reading().figures()).isOne());
        assertThat(run.remarks()).isEmpty();
    }

    @Test
    void aReportUnderANewNameIsHeldAgainstNoOther() {
        RunReport run = nights.put("ice/week-2.csv", without(2)).run("2025-01-26");

        assertThat(run.faults()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }
}
