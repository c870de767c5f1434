package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.dated;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.header;
import static org.crossfoot.intake.TestReport.inFileName;
import static org.crossfoot.intake.TestReport.is;
import static org.crossfoot.intake.TestReport.mapped;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.NumberStyle;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.FigureEntry.RowsOfCell;
import org.crossfoot.settings.Place;
import org.junit.jupiter.api.Test;

class ReportReaderTest {

    @Test
    void aHundredThousandColumnsAreReadInTheTimeOfAsManyRows() {
        String header = IntStream.range(0, 100_000).mapToObj(i -> "n" + i).collect(Collectors.joining(",", "day,", ""));
        String row = IntStream.range(0, 100_000).mapToObj(Integer::toString).collect(Collectors.joining(",", "2025-01-26,", ""));

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(TestReport.of(entry().values("n\\d+")).read(header, row).figures()).hasSize(100_000);
            assertThat(TestReport.of(entry().values("n\\d+")).read(header + ",n7", row + ",1").unreadable().detail())
                    .contains("columns 9 and 100002");
        });
    }

    @Test
    void aRowGivesAFigureWithItsFileAndLine() {
        TestReport.Outcome read = TestReport.of(entry()).read("day,n", "2025-01-26, 956 ");

        assertThat(read.rejects()).isEmpty();
        Figure figure = read.figures().get(0);
        assertThat(read.printed()).containsExactly("2 arrests@us@2025-01-26=956");
        assertThat(figure.amount()).isEqualTo(Amount.exactly(956));
        assertThat(figure.source()).isEqualTo("ice");
        assertThat(figure.file()).isEqualTo(TestReport.FILE);
        assertThat(figure.statement()).isEqualTo("ice/report.csv:2");
        assertThat(figure.attributedTo()).isEmpty();
        assertThat(figure.note()).isEmpty();
        assertThat(figure.published()).isNull();
        assertThat(figure.trust()).isEqualTo(5);
        assertThat(figure.derived()).isFalse();
    }

    @Test
    void statementQuotationNoteTrustAndDerivedAreTakenFromTheEntry() {
        TestReport.Outcome read = TestReport.of(entry().statement(column("post")).attributedTo(column("who")).note(column("note"))
                .trust(2).derived())
                .read("day,n,post,who,note", "2025-01-26,5, p1 , an official ,\"two", "lines\"", "2025-01-27,6,,,");

        Figure figure = read.figures().get(0);
        assertThat(figure.statement()).isEqualTo("p1");
        assertThat(figure.attributedTo()).isEqualTo("an official");
        assertThat(figure.note()).isEqualTo("two\nlines");
        assertThat(figure.trust()).isEqualTo(2);
        assertThat(figure.derived()).isTrue();
        assertThat(read.figures().get(1).line()).isEqualTo(4);
        assertThat(read.figures().get(1).statement()).as("an empty statement binds nothing together")
                .isEqualTo("ice/report.csv:4");
        assertThat(read.account()).isEqualTo(new LineAccount(4, 1, 3, 0, 0, 0, 0));
    }

    @Test
    void eachMatchingColumnGivesAFigureInTheOrderOfTheHeader() {
        TestReport.Outcome read = TestReport.of(entry().values("[A-Z]+").area(header()))
                .read("day,TEXAS,MINNESOTA,x", "2025-01-26,5,6,7");

        assertThat(read.printed()).containsExactly("2 arrests@tx@2025-01-26=5", "2 arrests@mn@2025-01-26=6");
    }

    @Test
    void onlyRowsThatMeetAllConditionsInFullAreRead() {
        TestReport.Outcome read = TestReport.of(entry().when(column("kind"), "daily.*").when(column("unit"), "people"))
                .read("day,n,kind,unit", "2025-01-26,5,daily post,people", "2025-01-27,6,not daily,people",
                "2025-01-28,7,daily,beds");

        assertThat(read.printed()).containsExactly("2 arrests@us@2025-01-26=5");
        assertThat(read.account()).isEqualTo(new LineAccount(4, 1, 1, 0, 2, 0, 0));
    }

    @Test
    void anAbsentAmountMeansNothingUnlessTheEntrySaysZero() {
        String[] lines = {"day,n", "2025-01-26,NA", "2025-01-27, - ", "2025-01-28,"};

        assertThat(TestReport.of(entry()).read(lines).account()).isEqualTo(new LineAccount(4, 1, 0, 0, 3, 0, 0));
        assertThat(TestReport.of(entry().missingIsZero()).read(lines).figures()).hasSize(3)
                .allSatisfy(figure -> assertThat(figure.amount()).isEqualTo(Amount.exactly(0)))
                .extracting(Figure::asPrinted).containsExactly("NA", "-", "");
    }

    @Test
    void anAmountThatIsNoneIsRejectedWithItsColumnAndText() {
        TestReport.Outcome read = TestReport.of(entry()).read("day,n", "2025-01-26,several", "2025-01-27,5");

        assertThat(read.refused()).containsExactly("2 amount [n] 'several'");
        assertThat(read.account()).isEqualTo(new LineAccount(3, 1, 1, 1, 0, 0, 0));
    }

    @Test
    void aRowWithFiguresAndRejectsCountsUnderFigures() {
        TestReport.Outcome read = TestReport.of(entry(), entry().value("m")).read("day,n,m", "2025-01-26,5,several");

        assertThat(read.account()).isEqualTo(new LineAccount(2, 1, 1, 0, 0, 0, 0));
        assertThat(read.rejects()).hasSize(1);
    }

    @Test
    void aMeasureIsMappedAndMustBeDeclared() {
        TestReport.Outcome read =
                TestReport.of(entry().measure(mapped(column("what"), Map.of("Arrested  people", List.of("arrests")))))
                .read("day,n,what", "2025-01-26,5,arrested PEOPLE", "2025-01-26,6,detainers", "2025-01-26,7,jaywalkers");

        assertThat(read.printed()).containsExactly("2 arrests@us@2025-01-26=5", "3 detainers@us@2025-01-26=6");
        assertThat(read.refused()).containsExactly("4 measure [what] 'jaywalkers'");
    }

    @Test
    void anAreaIsFoundByNameAliasOrMapAndMayBeSeveral() {
        TestReport.Outcome read =
                TestReport.of(entry().area(mapped(column("where"), Map.of("the two", List.of("tx", "Minnesota")))))
                .read("day,n,where", "2025-01-26,5,texas", "2025-01-26,6,USA", "2025-01-26,7,The Two", "2025-01-26,8,Atlantis",
                "2025-01-26,9,");

        assertThat(read.printed()).containsExactly("2 arrests@tx@2025-01-26=5", "3 arrests@us@2025-01-26=6",
                "4 arrests@tx@2025-01-26=7", "4 arrests@mn@2025-01-26=7");
        assertThat(read.refused()).containsExactly("5 area [where] 'Atlantis'", "6 area [where] ''");
    }

    @Test
    void oneWrongCellIsRejectedOnceWhateverTheNumberOfColumns() {
        TestReport.Outcome read = TestReport.of(entry().values("n.").area(column("where")))
                .read("day,n1,n2,n3,where", "2025-01-26,1,2,3,Atlantis");

        assertThat(read.refused()).containsExactly("2 area [where] 'Atlantis'");
    }

    @Test
    void partOfTheFilesNameIsFoundThere() {
        TestReport report = TestReport.of(entry().day(inFileName("_(\\d{4}-\\d{2}-\\d{2})")))
                .file("2024-12-31_ice/release_2025-01-26.csv");
        assertThat(report.read("n", "5").printed()).containsExactly("2 arrests@us@2025-01-26=5");

        Reject unreadable = report.file("ice/release.csv").read("n", "5").unreadable();
        assertThat(unreadable.reason()).isEqualTo("file-name");
    }

    @Test
    void thePublishedDayIsReadWhereThereIsOne() {
        TestReport.Outcome read = TestReport.of(entry(), entry().measure(is("detainers")))
                .published(dated(column("on"), "M/d/yy"))
                .read("day,n,on", "2025-01-26,5,1/27/25", "2025-01-26,6,NA", "2025-01-26,7,soon");

        assertThat(read.figures()).extracting(Figure::published).containsExactly(
                LocalDate.of(2025, 1, 27), LocalDate.of(2025, 1, 27), null, null);
        assertThat(read.refused()).containsExactly("4 date [on] 'soon'");
    }

    @Test
    void aReaderServesSeveralReportsAtOnce() {
        TestReport report = TestReport.of(entry());
        assertThat(IntStream.range(0, 64).parallel()
                .mapToObj(i -> report.read("day,n", "2025-01-26," + i).figures().get(0).asPrinted()).toList())
                .containsExactlyElementsOf(IntStream.range(0, 64).mapToObj(Integer::toString).toList());
    }

    @Test
    void anEntryNeedsNoColumnOfAFileThatItIsNotFor() {
        TestReport byOffice = TestReport.of(
                entry().area(column("office")).when(inFileName("by-(\\w+)"), "office"),
                entry().area(is("us")).when(inFileName("by-(\\w+)"), "nation"));

        assertThat(byOffice.file("ice/by-nation.csv").read("day,n", "2025-01-26,956").printed())
                .containsExactly("2 arrests@us@2025-01-26=956");
        assertThat(byOffice.file("ice/by-office.csv").read("day,n,office", "2025-01-26,5,mn").printed())
                .containsExactly("2 arrests@mn@2025-01-26=5");
    }

    @Test
    void aFileThatNoEntryIsForIsNotPassedOver() {
        TestReport.Outcome read = TestReport.of(entry().when(inFileName("by-(\\w+)"), "nation")).file("ice/by-office.csv")
                .read("day,n", "2025-01-26,956");

        assertThat(read.unreadable().reason()).isEqualTo("file-name");
        assertThat(read.unreadable().detail()).contains("no entry under figures is for a file of this name");
    }

    @Test
    void marksAreKeptBehindTheNoteOfTheRow() {
        TestReport.Outcome read = TestReport.of(entry().values("n\\d").measure(is("arrests")).note(column("why"))
                .amounts(new AmountStyle(NumberStyle.USUAL, List.of("*", "(r)"), Map.of(), false)))
                .read("day,n1,n2,n3,why", "2025-01-26,31*,1,2 (r),late");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.figures()).extracting(Figure::note).containsExactly("late *", "late", "late (r)");
        assertThat(read.figures()).extracting(Figure::asPrinted).containsExactly("31*", "1", "2 (r)");
        assertThat(read.figures()).extracting(Figure::statement).containsOnly("ice/report.csv:2");
    }

    @Test
    void onlyADayOfWhatAddsUpMayBeBelowZero() {
        AmountStyle corrections = new AmountStyle(NumberStyle.USUAL, List.of(), Map.of(), true);
        TestReport.Outcome day = TestReport.of(entry().amounts(corrections)).read("day,n", "2025-01-26,-5");
        TestReport.Outcome goal = TestReport.of(entry().measure(is("goal")).amounts(corrections)).read("day,n", "2025-01-26,-5");
        TestReport.Outcome week = TestReport.of(entry().amounts(corrections)
                .period(new PeriodPlace.FromTo(column("from"), column("to")))).read("from,to,n", "2025-01-20,2025-01-26,(5)");

        assertThat(day.figures()).extracting(Figure::amount).containsExactly(Amount.exactly(-5));
        assertThat(goal.figures()).isEmpty();
        assertThat(week.figures()).isEmpty();
        assertThat(week.rejects()).extracting(Reject::detail).singleElement().asString()
                .startsWith("'(5)' is below zero: only a day");
    }

    @Test
    void textsOfSeveralColumnsAreJoinedAndThenMapped() {
        Place joined = new Place(new Place.From.JoinedColumns(List.of("state", "county"), "/"),
                Map.of("MN/Orange", List.of("mn"), "TX/Orange", List.of("tx")), null);
        TestReport.Outcome read = TestReport.of(entry().area(joined)).read("day,county,state,n", "2025-01-26,Orange,TX,1",
                "2025-01-26,orange, MN ,2", "2025-01-26,Orange,FL,3", "2025-01-26,,,4");

        assertThat(read.printed()).containsExactly("2 arrests@tx@2025-01-26=1", "3 arrests@mn@2025-01-26=2");
        assertThat(read.rejects()).extracting(Reject::text).containsExactly("FL/Orange", "/");
        assertThat(read.rejects()).extracting(Reject::column).containsOnly("state, county");
        assertThat(TestReport.of(entry().area(joined)).read("day,county,n", "2025-01-26,Orange,1").unreadable().detail())
                .contains("there is no column 'state'");
    }

    @Test
    void missingTextsAreMissingWhateverTheirCase() {
        TestReport.Outcome read = TestReport.of(entry()).read("day,n", "2025-01-25,n/a", "2025-01-26,Na", "2025-01-27,none");

        assertThat(read.figures()).isEmpty();
        assertThat(read.rejects()).extracting(Reject::text).containsExactly("none");
    }

    @Test
    void rowsBelowZeroAddUpWithTheOthersOfTheirCell() {
        TestReport.Outcome read = TestReport.of(entry().rows(new RowsOfCell(true, false))
                .amounts(new AmountStyle(NumberStyle.USUAL, List.of(), Map.of(), true))).read("day,n",
                "2025-01-25,-5", "2025-01-25,7", "2025-01-26,2", "2025-01-26,(5)", "2025-01-27,-5", "2025-01-27,at least 3",
                "2025-01-27,10");

        assertThat(read.rejects()).isEmpty();
        assertThat(read.figures()).extracting(Figure::amount)
                .containsExactly(Amount.exactly(2), Amount.exactly(-3), Amount.atLeast(8));
    }
}
