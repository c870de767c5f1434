package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossfoot.ExampleInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights on publishers' real files, read by the settings that the documentation shows. Skipped where the files are absent. */
class ExampleNightTest {

    @TempDir
    private Path home;

    private List<String> found(Nights nights) throws IOException {
        List<String> found = new ArrayList<>();
        for (Map<String, String> summary : nights.table("summary.csv")) {
            String date = summary.get("date");
            nights.discrepancies(date).forEach(row -> found.add(row.get("rule") + " " + date));
        }
        return found;
    }

    @Test
    void minnesotasHundredAndEightyDaysFitButForOneRowThatLiesInTheFuture() throws IOException {
        Nights nights = new Nights(ExampleInput.layOut("minnesota-daily", home.resolve("input")), home.resolve("home"));
        assertThat(nights.run("2026-04-06").exitCode()).isZero();
        assertThat(found(nights)).containsExactly("future-dated 2026-09-17");
    }

    @Test
    void noReleaseOfTheDetentionStatisticsContradictsItself() throws IOException {
        Path all = ExampleInput.layOut("ice-detention-releases", home.resolve("all"));
        Set<String> releases = new TreeSet<>();
        try (Stream<Path> reports = Files.list(all.resolve("bookins"))) {
            reports.map(report -> report.getFileName().toString()).filter(name -> name.endsWith(".csv"))
                    .forEach(name -> releases.add(name.substring(0, 3)));
        }
        assertThat(releases).hasSize(18);
        Path one = ExampleInput.layOut("ice-detention-releases", home.resolve("one"));
        for (String release : releases) {
            for (String source : List.of("bookins", "detained")) {
                keepOnly(release, all.resolve(source), one.resolve(source));
            }
            Nights nights = new Nights(one, home.resolve("home-" + release));
            nights.run("2021-09-30");
            assertThat(found(nights)).as("release " + release + ": nothing but figures for months that had not begun")
                    .allMatch(row -> row.startsWith("rows-rejected "));
        }
    }

    private static void keepOnly(String release, Path from, Path to) throws IOException {
        try (Stream<Path> reports = Files.list(from)) {
            for (Path report : reports.filter(name -> name.toString().endsWith(".csv")).toList()) {
                Path target = to.resolve(report.getFileName());
                Files.deleteIfExists(target);
                if (report.getFileName().toString().startsWith(release)) {
                    Files.copy(report, target);
                }
            }
        }
    }

    @Test
    void closedMonthsThatLaterReleasesChangeAreRestated() throws IOException {
        Nights nights = new Nights(ExampleInput.layOut("ice-detention-releases", home.resolve("input")), home.resolve("home"));
        assertThat(nights.run("2021-09-30").exitCode()).as("some releases hold figures for months that had not begun").isOne();
        List<Map<String, String>> october = nights.discrepancies("2020-10-31");
        assertThat(october).extracting(row -> row.get("rule")).containsOnly("restated");
        assertThat(october).filteredOn(row -> row.get("measure").equals("bookins")).singleElement().satisfies(row -> {
            assertThat(row.get("severity")).isEqualTo("warning");
            assertThat(row.get("figures")).contains("=9195").contains("=9198");
            assertThat(row.get("explanation")).contains("001_2020-12-28_FY21_bookins_by_agency_month.csv:2",
                    "002_2021-01-25_FY21_bookins_by_agency_month.csv:2");
        });
        assertThat(found(nights)).extracting(text -> text.split(" ")[0])
                .doesNotContain("sources-agree", "areas-add-up", "days-add-up", "joint");
    }

    /**
     * Totals of the fiscal year so far. Those of 28 December and 28 June count people of the month after, so that they contradict
     * their own months or the next release. Two releases whose names say another day than theirs are left out.
     */
    @Test
    void runningTotalsAreHeldAgainstTheMonthsOfTheirOwnRelease() throws IOException {
        Path input = ExampleInput.layOut("ice-detention-releases", home.resolve("input"));
        Path profile = input.resolve("bookins/source.yml");
        Files.writeString(profile, Files.readString(profile) + """
                  - value:   { column: Total }
                    measure: { column: row, map: { Total: bookins, CBP: bookins_cbp, ICE: bookins_ice } }
                    area:    { is: us }
                    since:   { is: 2020-10-01 }
                    day:     { file: "_(\\\\d{4}-\\\\d{2}-\\\\d{2})_" }
                """);
        for (String misdated : List.of("017_2021-05-03", "020_2021-09-27")) {
            Files.delete(input.resolve("bookins/" + misdated + "_FY21_bookins_by_agency_month.csv"));
        }
        Nights nights = new Nights(input, home.resolve("home"));
        nights.run("2021-09-30");
        assertThat(found(nights)).filteredOn(row -> !row.matches("(restated|rows-rejected|running-total-fell|report-.*) .*"))
                .containsExactlyInAnyOrder("days-add-up 2020-12-28", "days-add-up 2020-12-28", "days-add-up 2020-12-28",
                "days-add-up 2021-01-25", "days-add-up 2021-07-12");
    }

    @Test
    void officesStatesAndTheNationDoNotAddUpAndOneRowSaysSo() throws IOException {
        Nights nights = new Nights(ExampleInput.layOut("arrests-by-area", home.resolve("input")), home.resolve("home"));
        assertThat(nights.run("2026-08-06").exitCode()).isOne();
        assertThat(nights.discrepancies("2026-08-06")).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("rule", "areas-add-up").containsEntry("area", "us").containsEntry("gap", "18743");
            assertThat(row.get("explanation")).contains("547,776", "530,756", "549,499");
        });
    }
}
