package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.is;
import static org.crossfoot.intake.TestReport.mapped;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.Reject;
import org.junit.jupiter.api.Test;

/** Files of single events that list an event more than once: {@code once_per}. */
class EventsListedAgainTest {

    private static final TestReport CASES = TestReport.of(entry().countingOncePer("case").area(column("state")))
            .published(column("on"));

    @Test
    void anEventCountsOnceHoweverFarApartItIsListed() {
        TestReport.Outcome read = CASES.read("case,day,state,on", "A1,2025-01-26,tx,", "A2,2025-01-26,tx,", " A1 ,2025-01-26,TX,",
                "A3,2025-01-26,tx,", "A1,2025-01-26,Texas,");

        assertThat(read.printed()).containsExactly("2 arrests@tx@2025-01-26=3");
        assertThat(read.rejects()).isEmpty();
        assertThat(read.account()).isEqualTo(new LineAccount(6, 1, 3, 0, 2, 0, 2));
    }

    @Test
    void theSameTextUnderAnotherDayOrAreaIsAnotherEvent() {
        TestReport.Outcome read = CASES.read("case,day,state,on", "A1,2025-01-26,tx,", "A1,2025-01-27,tx,", "A1,2025-01-26,mn,",
                "a1,2025-01-26,tx,");

        assertThat(read.printed())
                .containsExactly("4 arrests@mn@2025-01-26=1", "2 arrests@tx@2025-01-26=2", "3 arrests@tx@2025-01-27=1");
        assertThat(read.account().listedAgain()).isZero();
    }

    @Test
    void rowsThatNameNoEventCountEachTime() {
        TestReport.Outcome read = CASES.read("case,day,state,on", ",2025-01-26,tx,", " ,2025-01-26,tx,", "N/A,2025-01-26,tx,",
                "N/A,2025-01-26,tx,");

        assertThat(read.printed()).containsExactly("2 arrests@tx@2025-01-26=4");
        assertThat(read.account()).isEqualTo(new LineAccount(5, 1, 4, 0, 0, 0, 0));
    }

    @Test
    void anEventThatStandsForSeveralAreasCountsOnceInEach() {
        TestReport.Outcome read = TestReport.of(entry().countingOncePer("case")
                .area(mapped(column("state"), Map.of("border", List.of("tx", "us")))))
                .read("case,day,state", "A1,2025-01-26,tx", "A1,2025-01-26,border", "A1,2025-01-26,border");

        assertThat(read.printed()).containsExactly("2 arrests@tx@2025-01-26=1", "3 arrests@us@2025-01-26=1");
        assertThat(read.account()).isEqualTo(new LineAccount(4, 1, 2, 0, 1, 0, 3));
    }

    @Test
    void aListingThatIsRejectedOrHadNotBegunHidesNoLaterOne() {
        TestReport.Outcome read = CASES.read("case,day,state,on", "A1,2025-01-26,Atlantis,", "A1,2025-01-26,tx,");
        assertThat(read.printed()).containsExactly("3 arrests@tx@2025-01-26=1");

        TestReport.Outcome toDate = TestReport.of(entry().countingOncePer("case").toDate()).published(column("on"))
                .read("case,day,on", "A1,2025-01-27,2025-01-26", "A1,2025-01-27,2025-01-27", "A1,2025-01-27,2025-01-27");
        assertThat(toDate.printed()).containsExactly("3 arrests@us@2025-01-27=1");
        assertThat(toDate.account()).isEqualTo(new LineAccount(4, 1, 1, 1, 1, 0, 1));
    }

    @Test
    void theOrderOfListingsDoesNotDecideWhenACountWasPublished() {
        String[] rows = {"A1,2025-01-26,tx,2025-01-27", "A1,2025-01-26,tx,2025-01-29"};

        for (List<String> order : List.of(List.of(rows[0], rows[1]), List.of(rows[1], rows[0]))) {
            assertThat(CASES.read("case,day,state,on", order.get(0), order.get(1)).figures()).singleElement()
                    .satisfies(figure -> assertThat(figure.published()).isEqualTo(LocalDate.of(2025, 1, 29)));
        }
    }

    @Test
    void eachEntryHasEventsOfItsOwn() {
        TestReport.Outcome read = TestReport.of(entry().countingOncePer("case"), entry().countingRows().measure(is("detainers")))
                .read("case,day", "A1,2025-01-26", "A1,2025-01-26");

        assertThat(read.printed()).containsExactly("2 arrests@us@2025-01-26=1", "2 detainers@us@2025-01-26=2");
        assertThat(read.account()).as("the second row gave the second entry's figure")
                .isEqualTo(new LineAccount(3, 1, 2, 0, 0, 0, 1));
    }

    @Test
    void noTextOfAnEventIsTold() {
        TestReport.Outcome read = CASES.read("case,day,state,on", "SECRET,2025-01-26,tx,", "SECRET,2025-01-26,tx,",
                "\"SECRET\nSECRET\",2025-01-26,tx,");

        assertThat(read.rejects()).extracting(Reject::reason).containsExactly("swallowed-lines");
        assertThat(read.toString()).doesNotContain("SECRET");
    }
}
