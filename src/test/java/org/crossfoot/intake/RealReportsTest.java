package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.dated;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.header;
import static org.crossfoot.intake.TestReport.inFileName;
import static org.crossfoot.intake.TestReport.is;
import static org.crossfoot.intake.TestReport.mapped;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.junit.jupiter.api.Test;

/** Real publishers' files, read by settings alone. */
class RealReportsTest {

    private static TestReport.Outcome read(TestReport report, String name) {
        Path file = SharedFolder.of("data").resolve(name);
        TestReport.Outcome read = report.file(name).read(() -> Files.newInputStream(file));
        assertThat(read.unreadable()).isNull();
        return read;
    }

    @Test
    void minnesotasDaysHaveAColumnPerStateAndAnEmptyFirstHeader() {
        TestReport report =
                TestReport.of(entry().values("[A-Z]+").area(header()).day(column("apprehension_date")).missingIsZero())
                .area("wi", "Wisconsin").area("il", "Illinois").area("or", "Oregon");
        TestReport.Outcome read = read(report, "minnesota-daily/daily_arrests.csv");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.figures()).hasSize(5 * (int) read.account().figures());
        assertThat(read.account().skipped()).isZero();
        assertThat(read.printed()).startsWith("2 arrests@tx@2025-08-02=181").contains("3 arrests@wi@2025-08-03=NA");
    }

    @Test
    void minnesotasDetainersComeByMonth() {
        TestReport.Outcome read = read(TestReport.of(entry().value("count").measure(is("detainers")).area(is("mn"))
                .period(new PeriodPlace.Month(column("month_year"), null))), "minnesota-daily/mn_detainers_by_month.csv");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.printed()).startsWith("2 detainers@mn@2022-10-01 to 2022-10-31=93");
    }

    @Test
    void releasesHaveMonthsOfAFiscalYearAcrossAndEndOnTheDayTheyWereMade() {
        TestReport report = TestReport.of(entry().values("Oct|Nov|Dec|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep")
                .measure(mapped(column("row"),
                Map.of("Total", List.of("bookins"), "CBP", List.of("bookins_cbp"), "ICE", List.of("bookins_ice"))))
                .period(new PeriodPlace.Month(header(), inFileName("_FY(\\d{2})_"))).toDate())
                .published(inFileName("_(\\d{4}-\\d{2}-\\d{2})_"))
                .measure("bookins", Measure.Kind.FLOW).measure("bookins_cbp", Measure.Kind.FLOW)
                .measure("bookins_ice", Measure.Kind.FLOW);

        TestReport.Outcome second = read(report, "ice-detention-releases/002_2021-01-25_FY21_bookins_by_agency_month.csv");
        assertThat(second.rejects()).isEmpty();
        assertThat(second.figures()).hasSize(3 * 4).extracting(Figure::published).containsOnly(LocalDate.of(2021, 1, 25));
        assertThat(second.account().notBegun()).isEqualTo(3 * 8);
        assertThat(second.printed())
                .contains("2 bookins@us@2020-10-01 to 2020-10-31=9198", "2 bookins@us@2021-01-01 to 2021-01-25=7948");

        for (Path file : SharedFolder.files("data/ice-detention-releases")) {
            if (file.toString().endsWith("_month.csv")) {
                assertThat(read(report, "ice-detention-releases/" + file.getFileName()).rejects())
                        .as("two releases hold numbers for a month after the day they were made")
                        .allSatisfy(reject -> assertThat(reject.reason()).isEqualTo("not-begun"));
            }
        }
    }

    @Test
    void releasesMayHaveAgenciesAcross() {
        TestReport report = TestReport.of(entry().values("ICE|CBP|Total")
                .area(mapped(header(), Map.of("ICE", List.of("tx"), "CBP", List.of("mn"), "Total", List.of("us"))))
                .measure(is("detained")).day(inFileName("_(\\d{4}-\\d{2}-\\d{2})_")).when(column("row"), "Total"))
                .measure("detained", Measure.Kind.STOCK);
        TestReport.Outcome read = read(report, "ice-detention-releases/001_2020-12-28_FY21_detained_by_criminality_agency.csv");

        assertThat(read.printed()).containsExactly("2 detained@tx@2020-12-28=10710", "2 detained@mn@2020-12-28=4734",
                "2 detained@us@2020-12-28=15444");
        assertThat(read.account()).isEqualTo(new LineAccount(5, 1, 1, 0, 3, 0, 0));
    }

    @Test
    void countiesHaveAColumnPerDay() {
        TestReport report = TestReport.of(entry().values("\\d+/\\d+/\\d+")
                .period(new PeriodPlace.Since(is("2020-01-22"), dated(header(), "M/d/yy")))
                .area(column("State")).when(column("countyFIPS"), "27053|48201"))
                .area("minnesota", "MN").area("texas", "TX");
        TestReport.Outcome read = read(report, "covid-two-publishers/usafacts_confirmed_cases.csv");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.account().lines()).isEqualTo(3196);
        assertThat(read.account().figures()).isEqualTo(2);
        assertThat(read.figures().get(0).cell().period()).hasToString("2020-01-22");
        assertThat(read.figures().get(1).cell().period()).hasToString("2020-01-22 to 2020-01-23");
    }

    @Test
    void statesMayCountCumulativelyByCompactDates() {
        TestReport.Outcome read = read(TestReport.of(entry().value("positive").area(column("state"))
                .period(new PeriodPlace.Since(is("2020-01-22"), dated(column("date"), "yyyyMMdd")))
                .when(column("state"), "TX|MN")),
                "covid-two-publishers/ctp_states_daily.csv");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.figures()).hasSizeGreaterThan(200);
    }

    @Test
    void officesHaveNoDateOfTheirOwn() {
        TestReport report = TestReport.of(entry().value("arrests").area(column("office"))
                .period(new PeriodPlace.FromTo(is("2025-01-20"), is("2026-08-06")))).area("mia", "Miami")
                .area("nol", "New Orleans");
        TestReport.Outcome read = read(report, "arrests-by-area/trump_arrests_aor.csv");

        assertThat(read.printed())
                .containsExactly("2 arrests@mia@2025-01-20 to 2026-08-06=61326", "3 arrests@nol@2025-01-20 to 2026-08-06=45097");
        assertThat(read.rejects()).extracting(Reject::reason).containsOnly("area");
        assertThat(read.account().rejected()).isEqualTo(read.rejects().size());
    }
}
