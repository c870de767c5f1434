package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossfoot.intake.SharedFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people who do this work ran into, and were not told of: rows, columns, files and figures that did not arrive. */
class NothingLostCasesTest {

    private static final String B_IN_JANUARY = "area,day,arrests\nNorth,2025-01-10,130\n";

    private Path home;
    private Nights nights;

    @BeforeEach
    void inAFolderOfItsOwn(@TempDir Path folder) {
        home = folder;
    }

    /** Whatever was told can be told again from the archive. */
    @AfterEach
    void everyRevisionCanBeMadeAgain() throws Exception {
        if (nights != null) {
            assertThat(AuditTest.verifyAll(nights, "test")).allSatisfy(one -> assertThat(one.findings()).isEmpty());
        }
    }

    private Nights input(String name) {
        Path input = SharedFolder.of("cases").resolve(name).resolve("input");
        copy(input, home.resolve("input"));
        nights = new Nights(home.resolve("input"), home.resolve("output"));
        return nights;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arrivesInTheSecondNight(String name, String file, String into) {
        copy(SharedFolder.of("cases").resolve(name).resolve("night2").resolve(file), home.resolve("input").resolve(into));
    }

    private List<Map<String, String>> findings(String date, String rule) {
        return nights.discrepancies(date).stream().filter(row -> row.get("rule").equals(rule)).toList();
    }

    private Map<String, String> finding(String date, String rule) {
        List<Map<String, String>> found = findings(date, rule);
        assertThat(found).as(rule + " on " + date).hasSize(1);
        return found.get(0);
    }

    private Map<String, String> total(String date, String measure, String area) {
        return nights.table(date + "/totals.csv").stream()
                .filter(row -> row.get("measure").equals(measure) && row.get("area").equals(area)).findFirst().orElseThrow();
    }

    /** 05: five of seven figures have marks in their cells. */
    @Test
    void aNightThatLosesFiveOfSevenFiguresSaysSoAndFails() {
        RunReport run = input("05-footnote-marks").run("2025-03-07");
        assertThat(run.exitCode()).isOne();
        assertThat(finding("2025-03-07", "rows-rejected")).containsEntry("severity", "error").containsEntry("status", "new")
                .extractingByKey("explanation").asString()
                .startsWith("Daily counts: daily/d.csv: 5 rows or cells were not read (first, line 3, arrests: ");
    }

    /** 28: an area was renamed, and its row lost. */
    @Test
    void anAreaThatWasRenamedIsToldAndItsTotalSaysWhatItRestsOn() {
        RunReport run = input("28-area-renamed").run("2020-03-14");
        assertThat(run.exitCode()).isOne();
        assertThat(finding("2020-03-14", "rows-rejected")).extractingByKey("explanation").asString()
                .contains("daily/2020-03-14.csv: 1 row or cell was not read (line 5, area: 'County of Gamma' is no area");
        assertThat(findings("2020-03-13", "rows-rejected")).isEmpty();
        assertThat(total("2020-03-14", "arrests", "c")).containsEntry("best", "5").containsEntry("basis", "derived")
                .extractingByKey("note").asString()
                .contains("its own may be among what was not read: daily/2020-03-14.csv: 1 row or cell");
        assertThat(total("2020-03-14", "arrests", "tx")).containsEntry("note", "");
    }

    /** 18: day and month swapped in one of five rows. */
    @Test
    void aDayThatIsNoneIsToldWhereNothingElseIsWrong() {
        assertThat(input("18-day-month-swapped").run("2020-06-28").exitCode()).isOne();
        assertThat(nights.revisions().stream().map(each -> each.substring(0, 10)).flatMap(date -> findings(date, "rows-rejected")
                .stream()))
                .hasSize(1);
    }

    private String status(String date, String rule) {
        return finding(date, rule).get("status");
    }

    private List<String> figures(String date) {
        return nights.table(date + "/figures.csv").stream().map(row -> row.get("measure") + " " + row.get("as_printed") + " "
                + row.get("use")).toList();
    }

    /** 60b: one of two files of a source is gone, and with it one of two figures that contradict each other. */
    @Test
    void whatContradictedAFileThatIsGoneHasLapsedAndIsNotResolved() {
        input("60b-one-file-gone").put("b/2025-01.csv", B_IN_JANUARY).run("2025-02-01");
        assertThat(status("2025-01-10", "sources-agree")).isEqualTo("new");
        RunReport run = nights.delete("b/2025-01.csv").run("2025-02-02");
        assertThat(run.exitCode()).isOne();
        assertThat(finding("2025-02-02", "figures-withdrawn")).containsEntry("severity", "error").extractingByKey("explanation")
                .asString()
                .contains("nothing that was delivered any more, of 2025-01-1").contains("b/2025-01.csv");
        assertThat(finding("2025-01-10", "sources-agree")).containsEntry("status", "lapsed").containsEntry("severity", "warning")
                .containsEntry("first_seen", "1").extractingByKey("explanation").asString()
                .startsWith("Lapsed: the rule is no longer broken only because figures it rested on are gone (b ");
        assertThat(nights.table("summary.csv")).filteredOn(row -> row.get("date").equals("2025-01-10"))
                .singleElement().satisfies(row -> assertThat(row).containsEntry("errors", "0").containsEntry("warnings", "1"));
        nights.put("b/2025-01.csv", B_IN_JANUARY).run("2025-02-03");
        assertThat(status("2025-01-10", "sources-agree")).isEqualTo("reopened");
        assertThat(status("2025-02-02", "figures-withdrawn")).isEqualTo("resolved");
    }

    /** A lapsed one stays until somebody decides to live with it. */
    @Test
    void aLapsedDiscrepancyStaysUntilItIsWaivedOrItsFiguresFit() {
        input("60b-one-file-gone").put("b/2025-01.csv", B_IN_JANUARY).run("2025-02-01");
        nights.delete("b/2025-01.csv").run("2025-02-02");
        nights.put("a/2025-01.csv", "area,day,arrests\nNorth,2025-01-09,100\nNorth,2025-01-10,101\n").run("2025-02-03");
        Map<String, String> lapsed = finding("2025-01-10", "sources-agree");
        assertThat(lapsed).containsEntry("status", "lapsed");
        nights.put("waivers.csv", "id,until,owner,reason\n" + lapsed.get("id")
                + ",2025-12-31,A. Steward,the old file was wrong\n")
                .run("2025-02-04");
        assertThat(finding("2025-01-10", "sources-agree")).containsEntry("status", "waived").containsEntry("waived_until",
                "2025-12-31");
        nights.put("b/again.csv", "area,day,arrests\nNorth,2025-01-10,101\n").run("2025-02-05");
        assertThat(finding("2025-01-10", "sources-agree")).containsEntry("status", "resolved");
    }

    /** 61: a file of a whole month is overwritten by one of a day. */
    @Test
    void aHistoryThatVanishesFromItsFileIsAnErrorOfThatNight() {
        assertThat(input("61-history-overwritten-by-live-file").run("2020-05-30").exitCode()).isZero();
        arrivesInTheSecondNight("61-history-overwritten-by-live-file", "us.csv", "daily/us.csv");
        assertThat(nights.run("2020-05-31").exitCode()).isOne();
        assertThat(finding("2020-05-31", "figures-withdrawn")).extractingByKey("explanation").asString().contains(
                "30 figures that stood are in nothing that was delivered any more, of 2020-05-01 to 2020-05-30 (daily/us.csv as "
                + "it was received");
        assertThat(nights.run("2020-06-01").exitCode()).as("it is told of the night that lost them").isZero();
    }

    /** 06b: one file name, always the last three days. */
    @Test
    void figuresThatLeaveTheWindowOfAFileAreWithdrawnUnlessTheWindowIsRolling() {
        input("06b-latest-overwritten").run("2025-03-03");
        arrivesInTheSecondNight("06b-latest-overwritten", "latest.csv", "daily/latest.csv");
        nights.run("2025-03-04");
        assertThat(finding("2025-03-04", "figures-withdrawn")).extractingByKey("explanation").asString().contains("3 figures");
        assertThat(figures("2025-03-01")).isEmpty();
    }

    @Test
    void figuresThatLeaveARollingWindowStandOn() throws Exception {
        input("06b-latest-overwritten");
        Path source = home.resolve("input/daily/source.yml");
        Files.writeString(source, Files.readString(source) + "window: rolling\n");
        nights.run("2025-03-03");
        arrivesInTheSecondNight("06b-latest-overwritten", "latest.csv", "daily/latest.csv");
        RunReport run = nights.run("2025-03-04");
        assertThat(findings("2025-03-04", "figures-withdrawn")).isEmpty();
        assertThat(figures("2025-03-01")).containsExactly("arrests 15 kept", "collateral 5 kept", "targeted 10 kept");
        assertThat(figures("2025-03-02")).containsExactly("arrests 17 kept", "collateral 6 kept", "targeted 10 kept");
        assertThat(run.missing()).isFalse();
        nights.delete("daily/latest.csv").put("daily/2025-03-05.csv", "day,Targeted,Collateral,Arrests\n2025-03-05,1,1,2\n")
                .run("2025-03-05");
        assertThat(figures("2025-03-04")).contains("arrests 20 kept");
        assertThat(nights.discrepancies("2025-03-05")).isEmpty();
    }

    /** 02: the ninth and the tenth return, in one night and in two. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theTenthReturnIsLaterThanTheNinth(boolean atOnce) throws Exception {
        input("02-order-of-file-names");
        byte[] tenth = Files.readAllBytes(home.resolve("input/returns/returns-10.csv"));
        if (!atOnce) {
            nights.delete("returns/returns-10.csv").run("2025-01-12");
        }
        nights.put("returns/returns-10.csv", tenth).run(atOnce ? "2025-01-12" : "2025-01-13");
        assertThat(total("2025-01-10", "arrests", "north")).containsEntry("best", "140");
        if (atOnce) {
            assertThat(finding("2025-01-10", "order-assumed")).containsEntry("severity", "warning")
                    .containsEntry("figures", "returns:arrests@north@2025-01-10=100 | returns:arrests@north@2025-01-10=140")
                    .extractingByKey("explanation").asString()
                    .contains("140 (returns/returns-10.csv:2) is taken to be later than 100 (returns/returns-9.csv:2)");
        } else {
            assertThat(findings("2025-01-10", "order-assumed")).as("the night tells").isEmpty();
            assertThat(finding("2025-01-10", "restated")).extractingByKey("explanation").asString()
                    .contains("changed 100 (returns/returns-9.csv:2) to 140 (returns/returns-10.csv:2)");
        }
    }

    /** 59: corrections of the same day, with the names that browsers and editors give. */
    @Test
    void aCorrectionStandsOverWhatItCorrectsWhateverItsName() {
        input("59-correction-of-the-same-day").run("2025-01-16");
        for (String date : List.of("2025-01-09", "2025-01-11", "2025-01-13", "2025-01-15")) {
            assertThat(total(date, "arrests", "north")).as(date).containsEntry("best", "140");
            assertThat(finding(date, "order-assumed")).extractingByKey("explanation").asString().startsWith("Counts: 140 (");
            assertThat(finding(date, "restated")).extractingByKey("explanation").asString().contains("changed 100 (");
        }
    }

    /** 62: a source contradicts itself, in reports of two days and of one. */
    @ParameterizedTest
    @CsvSource({"2025-01-20, restated", "2025-01-05, order-assumed"})
    void aSourceThatContradictsItselfIsTold(String published, String rule) {
        input("62-contradicts-itself").put("a/2.csv", "pub,day,s,m\n" + published + ",2025-01-05,23390,900\n").run("2025-01-20");
        assertThat(findings("2025-01-05", rule)).isNotEmpty();
        assertThat(total("2025-01-05", "s", "x")).containsEntry("best", "23390");
    }

    /** 06: one of several columns has another name. */
    @Test
    void aColumnThatAnEntryUsedAndThatIsGoneIsAnErrorWithTheNearestNewOne() {
        RunReport run = input("06-one-of-several-columns-renamed").run("2025-03-02");
        assertThat(run.exitCode()).isOne();
        assertThat(finding("2025-03-02", "columns-changed")).containsEntry("severity", "error").extractingByKey("explanation")
                .asString()
                .contains("daily/2025-03-03.csv, against daily/2025-03-02.csv: 'Collateral', which an entry used, is gone (the "
                + "nearest new one"
                + " is 'Collateral arrests')");
        assertThat(total("2025-03-02", "collateral", "north")).containsEntry("basis", "derived").extractingByKey("note")
                .asString()
                .contains("'Collateral', which an entry used, is gone");
        nights.put("daily/2025-03-03.csv", "day,Targeted,Collateral,Arrests,Remarks\n2025-03-02,10,50,60,x\n").run("2025-03-03");
        assertThat(finding("2025-03-02", "columns-changed")).containsEntry("severity", "warning").extractingByKey("explanation")
                .asString()
                .contains("new, and not used, is 'Remarks'");
    }

    /** 16: files that no pattern takes. */
    @Test
    void everyFileThatIsNotReadIsNamed() throws Exception {
        RunReport run = input("16-files-not-seen").run("2025-03-01");
        assertThat(finding("2025-03-01", "file-unread")).containsEntry("severity", "warning").extractingByKey("explanation")
                .asString()
                .contains("daily/2025-03-04.txt", "daily/2025-03-05.tsv", "daily/2025-03-08.csv.zip", "daily/2025-03-09.csv.part",
                "daily/2025/2025-03-06.csv").doesNotContain("source.yml", "2025-03-02");
        assertThat(run.arrivals()).anyMatch(sentence -> sentence.startsWith("2025-03-01, file-unread: "));
        for (String file : List.of("2025-03-04.txt", "2025-03-05.tsv", "2025-03-08.csv.zip", "2025-03-09.csv.part",
                "2025/2025-03-06.csv")) {
            nights.delete("daily/" + file);
        }
        nights.run("2025-03-01");
        assertThat(status("2025-03-01", "file-unread")).isEqualTo("resolved");
    }

    /** A part of a known whole whose file is gone: what follows is told as such. */
    @Test
    void aTotalThatFollowsOnlySinceItsFigureWasWithdrawnSaysSo() {
        input("28-area-renamed").put("daily/2020-03-15.csv", "area,day,arrests\nTexas,2020-03-15,50\nAlpha County,2020-03-15,40\n"
                + "Beta County,2020-03-15,5\n").put("daily/gamma.csv", "area,day,arrests\nGamma County,2020-03-15,4\n")
                .run("2020-03-15");
        assertThat(total("2020-03-15", "arrests", "c")).containsEntry("basis", "open");
        nights.delete("daily/gamma.csv").run("2020-03-16");
        assertThat(total("2020-03-15", "arrests", "c")).containsEntry("best", "5").containsEntry("basis", "derived")
                .extractingByKey("note").asString().contains("4 (daily/gamma.csv:2) was withdrawn");
        nights.put("daily/2020-03-15.csv", "area,day,arrests\nAlpha County,2020-03-15,40\n").run("2020-03-17");
        assertThat(total("2020-03-15", "arrests", "tx")).as("only a limit follows").containsEntry("best", "")
                .containsEntry("lowest", "40").containsEntry("basis", "open")
                .extractingByKey("note").asString().contains("50 (daily/2020-03-15.csv:2) was withdrawn");
    }

    /** 29: one agency's file lay in another's folder too. */
    @Test
    void theSameBytesOfTwoSourcesAreToldWithoutAnAlarm() {
        RunReport run = input("29-same-bytes-in-two-sources").run("2023-03-14");
        assertThat(run.exitCode()).isZero();
        assertThat(run.arrivals()).isEmpty();
        assertThat(finding("2023-03-14", "copied")).containsEntry("severity", "info").extractingByKey("explanation").asString()
                .contains("orchard/2023.csv has the same bytes as angeles/2023.csv");
        StringBuilder rows = new StringBuilder("day,arrests\n");
        for (int day = 10; day < 22; day++) {
            rows.append("2023-03-").append(day).append(',').append(day * day).append('\n');
        }
        nights.put("angeles/2023.csv", rows.toString()).put("orchard/2023.csv", rows + "\n").run("2023-03-21");
        assertThat(finding("2023-03-21", "copied")).extractingByKey("explanation").asString()
                .contains("orchard/2023.csv has the same figures as angeles/2023.csv, for other areas");
    }

    /** 55: a tenfold jump that nobody contradicts. */
    @Test
    void aTenfoldJumpIsToldWhereTheSettingsAskForIt() throws Exception {
        input("55-tenfold-jump-single-source").run("2020-01-15");
        Path settings = home.resolve("input/crossfoot.yml");
        List<String> dates = nights.revisions().stream().map(date -> date.substring(0, 10)).toList();
        assertThat(dates).allSatisfy(date -> assertThat(findings(date, "jumped")).isEmpty());
        nights.put("crossfoot.yml", Files.readString(settings) + "rules: { jumped: { factor: 5, days: 14, enabled: true } }\n")
                .run("2020-01-16");
        assertThat(dates.stream().flatMap(date -> findings(date, "jumped").stream())).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("severity", "warning"));
    }

    /** 25: the number of the day typed into the total, which fell. */
    @Test
    void aDaysFigureGivenAsARunningTotalIsNamedForTheTotal() {
        input("25-daily-entered-as-total").run("2020-06-04");
        assertThat(findings("2020-06-04", "days-add-up")).isNotEmpty().allSatisfy(row -> assertThat(row)
                .extractingByKey("possible_cause")
                .asString().contains("a day's figure given as a running total")
                .doesNotContain("a running total given as a day's"));
        assertThat(nights.table("2020-06-04/totals.csv")).filteredOn(row -> row.get("period_start").equals("2020-06-04"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("best")).isIn("115", ""));
    }
}
