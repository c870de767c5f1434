package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.dated;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.header;
import static org.crossfoot.intake.TestReport.inFileName;
import static org.crossfoot.intake.TestReport.is;

import java.util.List;
import java.util.Map;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.figure.NumberStyle;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.SettingsExample;
import org.crossfoot.settings.text.SettingsException;
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

    /** @param period of an entry, as source.yml says it */
    private static TestReport.Outcome read(String period, String... lines) {
        try {
            return TestReport.read(new SettingsExample().with("ice/source.yml", """
                    title: ICE
                    trust: 5
                    figures:
                      - { value: { column: n }, measure: { is: arrests }, area: { is: us }, %s }
                    """.formatted(period)).read(), "ice/report.csv", lines);
        } catch (SettingsException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "day: { column: d, format: [yyyy-MM-dd, M/d/yyyy] } | 2/29/2020 | 2020-02-29",
        "day: { column: d, format: [M/d/yyyy, d/M/yyyy] } | 5/5/2020 | 2020-05-05",
        "day: { column: d, format: [M/d/yyyy, d/M/yyyy] } | 25/5/2020 | 2020-05-25",
        "day: { column: d, format: excel } | 43891 | 2020-03-01",
        "day: { column: d, format: excel } | 43891.75 | 2020-03-01",
        "day: { column: d, format: excel } | 61 | 1900-03-01",
        "day: { column: d, format: [excel, yyyy-MM-dd] } | 2020-03-01 | 2020-03-01",
        "day: { column: d, format: excel, zone: UTC } | 43891.1 | 2020-02-29",
        "day: { column: d, format: epoch_seconds } | 1740882600 | 2025-03-01",
        "day: { column: d, format: epoch_millis } | 1740882600000 | 2025-03-01",
        "day: { column: d, format: \"yyyy-MM-dd'T'HH:mm:ssX\" } | 2025-03-02T02:30:00Z | 2025-03-01",
        "day: { column: d, format: \"yyyy-MM-dd'T'HH:mm:ssX\" } | 2025-03-02T02:30:00-05 | 2025-03-02",
        "day: { column: d, format: \"yyyy-MM-dd HH:mm\", zone: UTC } | 2025-07-02 03:59 | 2025-07-01",
        "day: { column: d, format: \"yyyy-MM-dd HH:mm\", zone: UTC } | 2025-07-02 04:00 | 2025-07-02",
        "day: { column: d, format: \"yyyy-MM-dd HH:mm\" } | 2025-07-02 03:59 | 2025-07-02",
        "day: { column: d, format: yyyy-MM-ddXXX } | 2025-07-02Z | 2025-07-02",
        "day: { column: d, format: M/d/yy, years_from: 1950 } | 12/31/98 | 1998-12-31",
        "day: { column: d, format: M/d/yy, years_from: 1950 } | 1/1/49 | 2049-01-01",
        "day: { column: d, format: yyMMdd, years_from: 1950 } | 500101 | 1950-01-01",
        "day: { column: d, format: d MMM yyyy, language: fr } | 3 f\u00e9vr. 2020 | 2020-02-03",
        "day: { column: d, format: d MMMM yyyy, language: fr } | 15 Aout 2020 | 2020-08-15",
        "day: { column: d, format: EEEE d MMMM yyyy, language: fr } | dimanche 1 mars 2020 | 2020-03-01",
        "day: { column: d, format: d. MMMM yyyy, language: de } | 1. M\u00e4rz 2020 | 2020-03-01",
        "day: { column: d, format: dd.MM.yyyy, language: fr } | 01.03.2020 | 2020-03-01",
        "month: { column: d, format: MMMM yyyy, language: fr } | D\u00c9CEMBRE 2020 | 2020-12-01 to 2020-12-31",
        "week: { column: d, starts: monday } | 2020-W08 | 2020-02-17 to 2020-02-23",
        "week: { column: d } | 2020-W53 | 2020-12-28 to 2021-01-03",
        "week: { column: d, starts: sunday } | 2020-W08 | 2020-02-16 to 2020-02-22",
        "week: { column: d, starts: sunday } | 2020-02-22 | 2020-02-16 to 2020-02-22",
        "week: { column: d, format: M/d/yyyy } | 2/23/2020 | 2020-02-17 to 2020-02-23",
        "week_ending: { column: d } | 2020-02-22 | 2020-02-16 to 2020-02-22",
        "quarter: { column: d } | 2019-Q1 | 2019-01-01 to 2019-03-31",
        "quarter: { column: d } | q4 2019 | 2019-10-01 to 2019-12-31",
        "year: { column: d } | 2020 | 2020-01-01 to 2020-12-31",
        "fiscal_year: { column: d, starts: 4 } | 2019/20 | 2019-04-01 to 2020-03-31",
        "fiscal_year: { column: d, starts: 4 } | FY2020-21 | 2020-04-01 to 2021-03-31",
        "fiscal_year: { column: d, starts: 4 } | FY22 | 2021-04-01 to 2022-03-31",
        "fiscal_year: { column: d, starts: 1 } | 2022 | 2022-01-01 to 2022-12-31",
        "fiscal_year: { column: d } | 1999/2000 | 1999-10-01 to 2000-09-30",
        "fiscal_year: { column: d } | 1999-00 | 1999-10-01 to 2000-09-30",
        "fiscal_year: { column: d } | 1997/98 | 1997-10-01 to 1998-09-30",
        "fiscal_year: { column: d } | 19/20 | 2019-10-01 to 2020-09-30"
    })
    void aPeriodIsReadAsItsPublisherPrintsIt(String period, String printed, String meant) {
        assertThat(periods(read(period, "d,n", printed + ",5"))).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "day: { column: d, format: [M/d/yyyy, d/M/yyyy] } | 2/3/2020 | ambiguous: 2020-02-03 printed as M/d/yyyy, 2020-03-02 "
                + "printed as d/M/yyyy",
        "day: { column: d, format: [yyyy-MM-dd, M/d/yyyy] } | 03.02.2020 | a calendar day printed as yyyy-MM-dd or M/d/yyyy",
        "day: { column: d, format: excel } | 60 | printed as excel",
        "day: { column: d, format: excel } | 2958466 | printed as excel",
        "day: { column: d, format: excel } | -5 | printed as excel",
        "day: { column: d, format: d MMMM yyyy, language: fr } | 1 March 2020 | a calendar day",
        "week: { column: d } | 2021-W53 | not a week that the year has",
        "week: { column: d } | 2021-W00 | not a week that the year has",
        "week: { column: d } | 21-W05 | and no week printed as 2020-W08",
        "quarter: { column: d } | 2019-Q5 | 2019-Q1 or Q1 2019",
        "year: { column: d } | 20 | a year printed as 2021",
        "fiscal_year: { column: d } | 2019/21 | or as 2020/21",
        "fiscal_year: { column: d } | 2019/2119 | or as 2020/21",
        "fiscal_year: { column: d } | FY98 | of two digits it is one of 2000 to 2069",
        "fiscal_year: { column: d } | 98/99 | of two digits it is one of 2000 to 2069",
        "fiscal_year: { column: d, starts: 1 } | 2019/20 | a fiscal year printed as 2021"
    })
    void whatIsNoSuchPeriodIsRejectedWithWhatWouldBeOne(String period, String printed, String why) {
        TestReport.Outcome read = read(period, "d,n", printed + ",5");

        assertThat(read.figures()).isEmpty();
        assertThat(read.rejects()).singleElement().satisfies(reject -> assertThat(reject.detail()).contains(why));
    }

    @Test
    void yearMonthAndDayMayStandInColumnsOfTheirOwn() {
        assertThat(periods(read("day: { year: { column: y }, month: { column: m }, day: { column: d } }", "y,m,d,n", "2020,9,3,5",
                "2020,Sep,03,5", "2020,september,30,5"))).containsExactly("2020-09-03", "2020-09-03", "2020-09-30");
        assertThat(read("day: { year: { column: y }, month: { column: m }, day: { column: d } }", "y,m,d,n", "2021,2,29,5",
                "20,2,1,5",
                "2021,13,1,5", "2021,1,0,5").refused()).containsExactly("2 date [d] '29'", "3 date [y] '20'", "4 date [m] '13'",
                "5 date [d] '0'");
        assertThat(periods(read("month: { year: { column: y }, month: { column: m, format: MMM, language: es } }", "y,m,n",
                "2020,dic,5")))
                .containsExactly("2020-12-01 to 2020-12-31");
    }

    @Test
    void aRunningTotalMayBeginAnewWithEachYear() {
        String[] days = {"d,n", "2024-12-31,1000", "2025-01-01,3", "2025-03-31,8", "2025-04-01,9"};

        assertThat(periods(read("since: { year_start: true }, day: { column: d }", days)))
                .containsExactly("2024-01-01 to 2024-12-31",
                "2025-01-01", "2025-01-01 to 2025-03-31", "2025-01-01 to 2025-04-01");
        assertThat(periods(read("since: { fiscal_year_start: 4 }, day: { column: d }", days)))
                .containsExactly("2024-04-01 to 2024-12-31",
                "2024-04-01 to 2025-01-01", "2024-04-01 to 2025-03-31", "2025-04-01");
    }

    @Test
    void monthsOfAFiscalYearBeginWithTheMonthItStartsIn() {
        assertThat(periods(read("month: { column: m }, fiscal_year: { column: y, starts: 4 }", "y,m,n", "2019/20,Apr,1",
                "2019/20,Mar,1")))
                .containsExactly("2019-04-01 to 2019-04-30", "2020-03-01 to 2020-03-31");
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

    @Test
    void whatTakesBackInAPeriodThatHadNotBegunIsRejectedForThat() {
        TestReport.Outcome read = TestReport.of(entry().period(new PeriodPlace.OneDay(column("day"))).toDate()
                .amounts(new AmountStyle(NumberStyle.USUAL, List.of(), Map.of(), true)))
                .published(column("on")).read("day,n,on", "2025-01-25,-5,2025-01-26", "2025-02-01,-5,2025-01-26");

        assertThat(periods(read)).containsExactly("2025-01-25");
        assertThat(read.rejects()).extracting(Reject::detail).singleElement().asString()
                .startsWith("holds a figure for a period that begins on 2025-02-01");
    }
}
