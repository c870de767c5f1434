package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.entry;

import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that ends in the middle of a row has lost its end. */
class CutOffReportTest {

    private static final TestReport DAILY = TestReport.of(entry().area(column("area")));
    private static final String TWO_DAYS = "day,n,area\n2025-01-25,286,us\n2025-01-26,956,us\n";

    @ParameterizedTest
    @ValueSource(strings = {"2", "2025-01-27", "2025-01-27,", "2025-01-27,1179", "\"2025-01", "2025-01-27,1179,\"u"})
    void aLastLineWithTooFewCellsOrAnOpenQuoteAndNoLineEndTellsOfALostEnd(String cut) {
        assertThat(DAILY.lostEnd(TWO_DAYS + cut)).hasValueSatisfying(fault -> assertThat(fault)
                .startsWith("looks cut off: line 4, the last, ").endsWith("no line end; deliver it whole"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-27,1179\n", "Source: ICE\r\n", "2025-01-27\r", "  ", "", "2025-01-27,1179,us,and more",
            "2025-01-27,1179,us"})
    void aLineThatEndsOrHoldsAllCellsIsARowLikeOthers(String last) {
        assertThat(DAILY.lostEnd(TWO_DAYS + last)).isEmpty();
    }

    @Test
    void aQuoteLeftOpenFurtherUpIsDamageAndNotACut() {
        String open = "day,n,area\n2025-01-25,286,us\n2025-01-26,\"956,us\n2025-01-27,1179,us";

        assertThat(DAILY.lostEnd(open)).isEmpty();
        assertThat(DAILY.read(open).refused()).containsExactly("3 open-quote [] ''");
        assertThat(DAILY.read(open).figures()).hasSize(1);
    }

    @Test
    void nothingIsSaidOfAReportWhoseHeaderIsDamaged() {
        assertThat(DAILY.lostEnd("\"day\"s,n,area\n2025-01-25,286")).isEmpty();
        assertThat(DAILY.read("\"day\"s,n,area\n2025-01-25,286").unreadable().reason()).isEqualTo("header");
    }

    @Test
    void readAloneTheLastLineIsRejectedLikeAnyOtherAndTheRestIsTaken() {
        TestReport.Outcome read = DAILY.read(TWO_DAYS + "Source: ICE");

        assertThat(read.refused()).containsExactly("4 ragged-row [] ''");
        assertThat(read.account()).isEqualTo(new LineAccount(4, 1, 2, 1, 0, 0, 0));
    }
}
