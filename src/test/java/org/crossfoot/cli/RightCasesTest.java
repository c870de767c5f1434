package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.crossfoot.intake.SharedFolder;
import org.crossfoot.job.Nights;
import org.crossfoot.job.RunReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people who do this job ran into and is right, so that it stays right: cases of the folder shared beside the project. */
class RightCasesTest {

    @TempDir
    private Path home;

    private Nights nights;

    private RunReport run(String name, String date) {
        nights = new Nights(SharedFolder.of("cases/" + name).resolve("input"), home);
        return nights.run(date);
    }

    /** Rule, area and gap of every row of a date. */
    private List<String> rows(String date) {
        return nights.discrepancies(date).stream().map(row -> row.get("rule") + " " + row.get("area") + " " + row.get("gap"))
                .toList();
    }

    @Test
    void aPartThatNobodyPrintsIsWhatIsLeftAndPartsThatCannotAddUpAreTold() {
        run("03-counties-and-state", "2020-03-14");
        assertThat(rows("2020-03-13")).isEmpty();
        assertThat(nights.table("2020-03-13/totals.csv")).anySatisfy(total -> assertThat(total).containsEntry("best", "2")
                .containsEntry("basis", "derived"));
        assertThat(rows("2020-03-14")).containsExactly("areas-add-up tx 2");
    }

    @Test
    void aliasesTakeNumbersWithoutTheirZeros() {
        assertThat(run("21-fips-zeros", "2020-03-03").rejects()).isZero();
        assertThat(nights.table("2020-03-02/figures.csv")).extracting(row -> row.get("area")).doesNotContain("1001", "1001.0");
    }

    @Test
    void aSeriesADayEarlyIsTheNeighbouringDays() {
        run("26-series-shifted-by-a-day", "2020-07-12");
        for (String day : List.of("2020-07-11", "2020-07-12", "2020-07-13", "2020-07-14")) {
            assertThat(nights.discrepancies(day)).singleElement().satisfies(row -> {
                assertThat(row).containsEntry("verdict", "localised").containsEntry("blamed", "mirror:arrests");
                assertThat(row.get("possible_cause")).startsWith("possible: the neighbouring day's figure");
            });
        }
    }

    @Test
    void copiesOfOneEventCountOnceAndEventsWithoutAPlaceAreTold() {
        RunReport run = run("39-events-duplicates-blank-place", "2022-08-31");
        assertThat(run.rejects()).isEqualTo(2);
        assertThat(rows("2022-08-31")).containsExactly("areas-add-up city 1", "rows-rejected  0");
    }

    @Test
    void whatIsWaivedIsVisibleAndCountsForNothing() {
        assertThat(run("44-two-officials-differ-waived", "2016-11-08").exitCode()).isZero();
        assertThat(nights.discrepancies("2016-11-08")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("status", "waived").containsEntry("gap", "4"));
    }

    /** Gaps of 1, 2, 3 and more people; what is no larger than the tolerance passes, and what is larger has a verdict. */
    @ParameterizedTest
    @CsvSource({"45-areas-tol-1, areas-add-up, 1, 3", "45-areas-tol-2, areas-add-up, 2, 2", "45-check-tol-1, sum, 1, 3",
        "45-check-tol-2, sum, 2, 2", "45-check-tol-1, le, 1, 2", "45-check-tol-2, le, 2, 1", "45-tol-1, sources-agree, 1, 6",
        "45-tol-2, sources-agree, 2, 5", "45-tolerance-boundary, sources-agree, 1, 1"})
    void aToleranceIsTheLargestGapThatPasses(String name, String rule, long tolerance, int larger) {
        run(name, "2019-01-02");
        assertThat(nights.table("summary.csv").stream().flatMap(date -> nights.discrepancies(date.get("date")).stream())
                .filter(row -> row.get("rule").equals(rule))).hasSize(larger).allSatisfy(row -> {
                    assertThat(Long.parseLong(row.get("gap"))).isGreaterThan(tolerance);
                    assertThat(row.get("verdict")).isNotEqualTo("undecided");
                });
    }
}
