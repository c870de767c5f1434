package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.dated;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.header;
import static org.crossfoot.intake.TestReport.inFileName;
import static org.crossfoot.intake.TestReport.is;

import java.util.List;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodsTest {

    private static List<String> periods(TestReport.Outcome read) {
        return read.figures().stream().map(figure -> figure.cell().period().toString()).toList();
    }

    @ParameterizedTest
    @CsvSource({"yyyyMMdd,20200703", "M/d/yy,7/3/20", "M/d/y,7/3/2020", "MM/dd/yyyy,07/03/2020", "d MMM yyyy,3 jul 2020",
            "d MMM yyyy,3 JULY 2020",
            "d MMMM yyyy,3 July 2020", "uuuu-MM-dd,2020-07-03", "'yyyy ''day'' MM-dd',2020 day 07-03"})
    void aDayIsReadInThePatternOfItsPlace(String format, String printed) {
        TestReport.Outcome read = TestReport.of(entry().day(dated(column("day"), format))).read("day,n", printed + ",5");

        assertThat(periods(read)).containsExactly("2020-07-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "2025-13-01", "2025-1-26", "2025-01-26 10:00", "2025-01-26T00:00", "26/01/2025",
            "-2025-01-26", "+12025-01-26",
            "0025-01-26", "\u0662\u0660\u0662\u0665-01-26", ""})
    void aTextThatIsNoCalendarDayIsRejected(String printed) {
        TestReport.Outcome read = TestReport.of(entry()).read("day,n", printed + ",5");

        assertThat(read.figures()).isEmpty();
        assertThat(read.refused()).containsExactly("2 date [day] '" + printed + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0999-12-31", "0001-01-01", "0000-01-01"})
    void aDayBeforeTheYearsThatAreReadIsToldAsSuch(String printed) {
        assertThat(TestReport.of(entry()).read("day,n", printed + ",5").rejects()).singleElement()
                .satisfies(reject ->
                assertThat(reject.detail()).isEqualTo("'" + printed + "' is not in the years 1000 to 9999, which are read"));
    }

    @Test
    void aMonthIsItsFirstToItsLastDay() {
        TestReport.Outcome read = TestReport.of(entry().period(new PeriodPlace.Month(column("m"), null)))
                .read("m,n", "2024-02,5", "Feb 2024,6");

        assertThat(periods(read)).containsExactly("2024-02-01 to 2024-02-29");
        assertThat(read.refused()).containsExactly("3 date [m] 'Feb 2024'");
    }

    @Test
    void monthsOfAFiscalYearRunFromOctoberOfTheYearBefore() {
        TestReport.Outcome read =
                TestReport.of(entry().values("(?!year).*").period(new PeriodPlace.Month(header(), column("year"))))
                .read("year,Oct,December,jan,SEP,may", "2021,1,,,,", "21,,2,,,", "FY21,,,3,,", "fy2021,,,,4,", "next,,,,,5");

        assertThat(periods(read)).containsExactly("2020-10-01 to 2020-10-31", "2020-12-01 to 2020-12-31",
                "2021-01-01 to 2021-01-31", "2021-09-01 to 2021-09-30");
        assertThat(read.refused()).containsExactly("6 date [year] 'next'");
    }

    @Test
    void aFiscalYearAloneIsOctoberToSeptember() {
        TestReport.Outcome read = TestReport.of(entry().period(new PeriodPlace.FiscalYear(inFileName("_(FY\\d+)_"))))
                .file("ice/x_FY21_y.csv").read("n", "5");

        assertThat(periods(read)).containsExactly("2020-10-01 to 2021-09-30");
    }

    @Test
    void aPeriodHasAFirstAndALastDayInOrder() {
        TestReport.Outcome read = TestReport.of(entry().period(new PeriodPlace.FromTo(column("a"), column("b"))))
                .read("a,b,n", "2025-01-20,2025-01-26,5", "2025-01-26,2025-01-20,6", "2025-01-20,,7", "2025-01-20,2025-01-20,8");

        assertThat(periods(read)).containsExactly("2025-01-20 to 2025-01-26", "2025-01-20");
        assertThat(read.refused()).containsExactly("3 period [b] '2025-01-20'", "4 period [b] ''");
    }

    @Test
    void aGoalMayStandUntilItIsReplaced() {
        TestReport.Outcome empty =
                TestReport.of(entry().measure(is("goal")).period(new PeriodPlace.FromTo(column("a"), column("b"))))
                .read("a,b,n", "2025-01-20,,5");
        TestReport.Outcome noPlace = TestReport.of(entry().measure(is("goal")).period(new PeriodPlace.FromTo(column("a"), null)))
                .read("a,n", "2025-01-20,5");

        assertThat(periods(empty)).containsExactly("from 2025-01-20 on").isEqualTo(periods(noPlace));
    }

    @Test
    void aRunningTotalStartsWhereItSays() {
        TestReport.Outcome read = TestReport.of(entry().period(new PeriodPlace.Since(is("2025-01-20"), column("day"))))
                .read("day,n", "2025-01-26,5", "2025-01-19,6");

        assertThat(periods(read)).containsExactly("2025-01-20 to 2025-01-26");
        assertThat(read.refused()).containsExactly("3 period [day] '2025-01-19'");
    }

    @Test
    void aRunningTotalNeedsItsDay() {
        TestReport.Outcome read =
                TestReport.of(entry().measure(is("goal")).period(new PeriodPlace.Since(is("2025-01-20"), column("day"))))
                .read("day,n", ",5");

        assertThat(read.refused()).containsExactly("2 date [day] ''");
    }

    @Test
    void toDateEndsARunningPeriodOnTheDayOfPublicationAndSkipsThoseToCome() {
        TestReport.Outcome read = TestReport.of(entry().period(new PeriodPlace.Month(column("m"), null)).toDate())
                .published(column("on"))
                .read("m,n,on", "2024-12,5,2025-01-26", "2025-01,6,2025-01-26", "2025-02,0,2025-01-26", "2025-02,7,");

        assertThat(periods(read)).containsExactly("2024-12-01 to 2024-12-31", "2025-01-01 to 2025-01-26");
        assertThat(read.refused()).containsExactly("5 published [] ''");
        assertThat(read.rejects().get(0).detail()).contains("to_date needs");
        assertThat(read.account()).isEqualTo(new LineAccount(5, 1, 2, 1, 1, 1, 0));
    }
}
