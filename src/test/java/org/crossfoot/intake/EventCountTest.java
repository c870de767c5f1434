package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.is;

import java.time.LocalDate;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Figure;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.Reject;
import org.junit.jupiter.api.Test;

/** Files of single events: rows are counted, and nothing of them is told. */
class EventCountTest {

    private static final TestReport EVENTS = TestReport.of(entry().countingRows().area(column("state")).measure(column("what"))
            .statement(column("name")).note(column("name")).attributedTo(column("name")).when(column("taken"), "yes"))
            .published(column("on"));

    @Test
    void rowsAreCountedPerMeasureAreaAndDay() {
        TestReport.Outcome read = EVENTS.read("name,day,state,what,taken,on",
                "Ann,2025-01-27,Texas,arrests,yes,2025-01-28", "Bob,2025-01-26,Texas,arrests,yes,2025-01-29",
                "Cyd,2025-01-26,TEXAS,arrests,yes,2025-01-28",
                "Dan,2025-01-26,Minnesota,arrests,yes,", "Eve,2025-01-26,Texas,detainers,yes,",
                "Fay,2025-01-26,Texas,arrests,no,");

        assertThat(read.printed()).containsExactly("5 arrests@mn@2025-01-26=1", "3 arrests@tx@2025-01-26=2",
                "2 arrests@tx@2025-01-27=1", "6 detainers@tx@2025-01-26=1");
        Figure two = read.figures().get(1);
        assertThat(two.amount()).isEqualTo(Amount.exactly(2));
        assertThat(two.published()).as("the last one").isEqualTo(LocalDate.of(2025, 1, 29));
        assertThat(two.statement()).isEqualTo("ice/report.csv:3");
        assertThat(two.note() + two.attributedTo()).isEmpty();
        assertThat(read.account()).isEqualTo(new LineAccount(7, 1, 5, 0, 1, 0, 0));
    }

    @Test
    void noCellOfAnyRowIsTold() {
        TestReport events = TestReport.of(entry().countingRows().area(column("state")).measure(column("what")),
                entry().value("n")).published(column("on"));
        String header = "name,day,state,what,on,n";
        TestReport.Outcome read = events.read(header,
                "SECRET,SECRET,SECRET,SECRET,SECRET,SECRET", "SECRET", "SECRET,\"SECRET\"SECRET", "SECRET\0,,,,,",
                "SECRET,\"SECRET\nSECRET\",,,,", header, "SECRET,\"SECRET");

        assertThat(read.rejects()).extracting(Reject::reason)
                .contains("date", "area", "measure", "amount", "ragged-row", "quote", "nul-byte",
                "swallowed-lines", "repeated-header", "open-quote");
        assertThat(read.rejects()).allSatisfy(reject -> assertThat(reject.text()).isEmpty());
        assertThat(read.toString()).doesNotContain("SECRET");
    }

    @Test
    void aRowInThePlaceOfTheHeaderIsNotTold() {
        assertThat(EVENTS.read("SECRET,2025-01-27", "SECRET,2025-01-27").unreadable().toString()).doesNotContain("SECRET")
                .contains("2 columns");
        assertThat(TestReport.of(entry().countingRows(), entry().values("SEC.*")).read("day,SECRET,SECRET").unreadable().detail())
                .doesNotContain("SECRET");
    }

    @Test
    void eventsAfterTheDayOfPublicationAreRejectedToDate() {
        TestReport.Outcome read = TestReport.of(entry().countingRows().toDate()).published(is("2025-01-26"))
                .read("day", "2025-01-26", "2025-01-27");

        assertThat(read.printed()).containsExactly("2 arrests@us@2025-01-26=1");
        assertThat(read.account()).isEqualTo(new LineAccount(3, 1, 1, 1, 0, 0, 0));
    }
}
