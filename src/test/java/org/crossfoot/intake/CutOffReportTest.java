package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A last line that was cut in two is no row like others: the rest of the report is lacking. */
class CutOffReportTest {

    private static final TestReport DAILY = TestReport.of(entry().area(column("area")));
    private static final String TWO_DAYS = "day,n,area\n2025-01-25,286,us\n2025-01-26,956,us\n";

    @ParameterizedTest
    @ValueSource(strings = {"2", "2025-01-27", "2025-01-27,", "2025-01-27,1179", "\"2025-01", "2025-01-27,1179,\"u"})
    void aLastLineWithTooFewCellsAndNoLineEndMakesTheReportUnreadable(String cut) {
        Reject reject = DAILY.read(TWO_DAYS + cut).unreadable();

        assertThat(reject.reason()).isEqualTo("cut-off");
        assertThat(reject.line()).isEqualTo(4);
        assertThat(reject.detail()).contains("looks cut off: the last line", "has no line end", "read.may_shrink");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-27,1179\n", "Source: ICE\r\n", "2025-01-27\r", "  ", "", "2025-01-27,1179,us,and more", "2025-01-27,1179,us"})
    void aLineThatEndsOrHoldsAllCellsIsARowLikeOthers(String last) {
        TestReport.Outcome read = DAILY.read(TWO_DAYS + last);

        assertThat(read.unreadable()).isNull();
        assertThat(read.figures()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aQuoteLeftOpenFurtherUpIsDamageAndNotACut() {
        TestReport.Outcome read = DAILY.read("day,n,area\n2025-01-25,286,us\n2025-01-26,\"956,us\n2025-01-27,1179,us");

        assertThat(read.refused()).containsExactly("3 open-quote [] ''");
        assertThat(read.figures()).hasSize(1);
    }

    @Test
    void whereReportsMayLackTheirEndTheLastLineIsRejectedLikeAnyOther() {
        TestReport.Outcome read = TestReport.of(entry().area(column("area"))).mayShrink().read(TWO_DAYS + "Source: ICE");

        assertThat(read.refused()).containsExactly("4 ragged-row [] ''");
        assertThat(read.account()).isEqualTo(new LineAccount(4, 1, 2, 1, 0, 0, 0));
    }

    @Test
    void nothingIsToldOfAnEvent() {
        assertThat(TestReport.of(entry().countingRows()).read("day,name", "2025-01-26,Ann", "SECRET").unreadable().toString())
                .contains("cut-off").doesNotContain("SECRET");
    }
}
