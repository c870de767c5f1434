package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.is;

import java.util.List;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.Reject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a row costs that row only. */
class DamagedReportTest {

    private static final TestReport DAILY = TestReport.of(entry());

    private static List<String> amounts(TestReport.Outcome read) {
        return read.figures().stream().map(figure -> figure.line() + "=" + figure.asPrinted()).toList();
    }

    @Test
    void aRaggedRowIsRejectedWithBothCounts() {
        TestReport.Outcome read = DAILY.read("day,n", "2025-01-26", "2025-01-27,5,6", "2025-01-28,7");

        assertThat(read.refused()).containsExactly("2 ragged-row [] ''", "3 ragged-row [] ''");
        assertThat(read.rejects()).extracting(Reject::detail)
                .containsExactly("the row has 1 cell, the header 2", "the row has 3 cells, the header 2");
        assertThat(amounts(read)).containsExactly("4=7");
    }

    @Test
    void aCellTooLongForTheRegularExpressionItIsTriedOnCostsItsRowOnly() {
        TestReport report = TestReport.of(entry().when(column("kind"), "(daily|weekly| )*"));
        TestReport.Outcome read =
                report.read("day,n,kind", "2025-01-26,5," + "daily ".repeat(100_000), "2025-01-27,6,daily weekly");

        assertThat(read.rejects()).extracting(reject -> reject.line() + " " + reject.reason() + " [" + reject.column() + "]")
                .containsExactly("2 text-too-long [kind]");
        assertThat(amounts(read)).containsExactly("3=6");
    }

    @Test
    void aHeaderTooLongForTheRegularExpressionOfTheColumnsMakesTheReportUnreadable() {
        Reject reject = TestReport.of(entry().values("([a-z]|_)*"))
                .read("day,n," + "deportations_".repeat(50_000), "2025-01-26,5,6").unreadable();

        assertThat(reject.line()).isEqualTo(1);
        assertThat(reject.detail())
                .isEqualTo("the name of a column: a text of 650000 characters is too long for the regular expression "
                + "([a-z]|_)* of source.yml; repeat characters there, as in [ab]*, and no group, as in (a|b)* or (.*a){9}; "
                        + "or was a quote left open?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void blankLinesAreSkippedAndCountedWhateverEndsALine(String end) {
        String text = String.join(end, "day,n", "", "2025-01-26,5", "  ", "", "2025-01-27,6", "", "");

        TestReport.Outcome ended = DAILY.read(text);
        assertThat(amounts(ended)).containsExactly("3=5", "6=6");
        assertThat(ended.account()).isEqualTo(new LineAccount(7, 1, 2, 0, 4, 0, 0));
        assertThat(amounts(DAILY.read(text.stripTrailing()))).as("no line break at the end").containsExactly("3=5", "6=6");
    }

    @Test
    void mixedLineEndsAreOneLineEach() {
        TestReport.Outcome read = DAILY.read("day,n\r2025-01-25,4\r\n2025-01-26,5\n\r2025-01-27,6\r\r\n2025-01-28,7");

        assertThat(amounts(read)).containsExactly("2=4", "3=5", "5=6", "7=7");
        assertThat(read.account()).isEqualTo(new LineAccount(7, 1, 4, 0, 2, 0, 0));
    }

    @Test
    void aBlankLineIsNoZero() {
        TestReport.Outcome read = TestReport.of(entry().day(is("2025-01-26")).missingIsZero()).read("n", "5", "", "6");

        assertThat(amounts(read)).containsExactly("2=5", "4=6");
    }

    @Test
    void aHeaderInMidFileIsRejected() {
        TestReport.Outcome read = DAILY.read("day,n", "2025-01-26,5", " day , n", "2025-01-27,6");

        assertThat(read.refused()).containsExactly("3 repeated-header [] ''");
        assertThat(amounts(read)).containsExactly("2=5", "4=6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-26,\"5\"y", "2025-01-26,\"5\"yes,6", "2025-01-26,\"5\"y,\"6\"z,\"7\"", "\"a\"b\"c\"d,\"e\"f",
            "\"\"\"x\"y,"})
    void aStrayQuoteCostsItsOwnRowOnly(String damaged) {
        TestReport.Outcome read = DAILY.read("day,n", "2025-01-25,4", damaged, "2025-01-27,6", "2025-01-28,7");

        assertThat(read.refused()).containsExactly("3 quote [] ''");
        assertThat(amounts(read)).containsExactly("2=4", "4=6", "5=7");
        assertThat(read.account()).isEqualTo(new LineAccount(5, 1, 3, 1, 0, 0, 0));
    }

    @Test
    void aStrayQuoteMayStandAtTheEndOfTheFile() {
        TestReport.Outcome read = DAILY.read("day,n", "2025-01-25,4", "2025-01-26,\"5\"y");

        assertThat(read.refused()).containsExactly("3 quote [] ''");
        assertThat(read.account()).isEqualTo(new LineAccount(3, 1, 1, 1, 0, 0, 0));
    }

    @Test
    void aQuoteThatIsNeverClosedCostsTheRestOfTheFile() {
        TestReport.Outcome read = DAILY.read("day,n", "2025-01-25,4", "2025-01-26,\"5", "2025-01-27,6", "2025-01-28,7", "");

        assertThat(amounts(read)).containsExactly("2=4");
        assertThat(read.refused()).containsExactly("3 open-quote [] ''");
        assertThat(read.rejects().get(0).detail()).contains("lines 3 to 5");
        assertThat(read.account()).isEqualTo(new LineAccount(5, 1, 1, 3, 0, 0, 0));
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotFillTheMemory() {
        String row = "2025-01-27,6," + "x".repeat(1000) + "\n";
        TestReport.Outcome read = DAILY.read("day,n,x\n2025-01-25,4,\n2025-01-26,\"5,\n" + row.repeat(10_000));

        assertThat(amounts(read)).containsExactly("2=4");
        assertThat(read.refused()).containsExactly("3 open-quote [] ''");
        assertThat(read.account()).isEqualTo(new LineAccount(10_003, 1, 1, 10_001, 0, 0, 0));
    }

    @Test
    void aQuoteThatSwallowedLinesIsFoundByTheLineBreakInANumberADateOrAName() {
        TestReport.Outcome number = DAILY.read("day,n", "2025-01-25,\"4", "2025-01-26,5", "2025-01-27,6\"", "2025-01-28,7");
        assertThat(number.refused()).containsExactly("2 swallowed-lines [] ''");
        assertThat(number.rejects().get(0).detail()).contains("'n'", "lines 2 to 4");
        assertThat(amounts(number)).containsExactly("5=7");
        assertThat(number.account()).isEqualTo(new LineAccount(5, 1, 1, 3, 0, 0, 0));

        TestReport areas = TestReport.of(entry().area(column("where")).when(column("kind"), "daily"));
        assertThat(areas.read("day,n,where,kind", "2025-01-25,4,\"us", "us\",daily").refused())
                .containsExactly("2 swallowed-lines [] ''");
        assertThat(areas.read("day,n,where,kind", "\"2025-01-25", "2025-01-26\",4,us,daily").refused())
                .containsExactly("2 swallowed-lines [] ''");
        assertThat(areas.read("day,n,where,kind", "2025-01-25,4,us,\"daily", "2025-01-26,4,us,daily\"").refused())
                .as("a broken key is not passed over").containsExactly("2 swallowed-lines [] ''");
        assertThat(areas.read("day,n,where,kind", "\"a footnote", "of two lines\",,,footnote").account())
                .as("rows that do not apply may be prose").isEqualTo(new LineAccount(3, 1, 0, 0, 2, 0, 0));
    }

    @Test
    void aRowWithANulByteIsRejected() {
        TestReport.Outcome read = DAILY.read("day,n", "2025-01-25,4", "2025-01-26,5\0", "2025-01-27,6");

        assertThat(read.refused()).containsExactly("3 nul-byte [] ''");
        assertThat(amounts(read)).containsExactly("2=4", "4=6");
    }

    @Test
    void quotesAreTextWhereTheSourceUsesNone() {
        TestReport.Outcome read = TestReport.of(entry().note(column("x"))).quote(null).delimiter('\t')
                .read("day\tn\tx", "2025-01-26\t5\t\"a");

        assertThat(read.figures().get(0).note()).isEqualTo("\"a");
    }

    @Test
    void longTextsAreShortenedInRejects() {
        TestReport.Outcome read = DAILY.read("day,n", "2025-01-26," + "x".repeat(5000));

        assertThat(read.rejects().get(0).text()).hasSizeLessThan(600).endsWith("...");
        assertThat(read.rejects().get(0).detail()).hasSizeLessThan(600);
    }
}
