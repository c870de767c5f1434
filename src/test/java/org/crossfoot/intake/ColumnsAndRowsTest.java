package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.settings.SettingsExample;
import org.crossfoot.settings.text.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tables as publishers lay them out: headers of several lines, merged cells, notes above and below, several rows for one cell.
 */
class ColumnsAndRowsTest {

    private static final String COLUMNS = "measure: { is: arrests }, area: { column: area }, day: { column: day }";
    private static final String USUAL = "value: { column: arrests }, " + COLUMNS;

    /** @param options of the source, in a line of YAML */
    private static TestReport.Outcome read(String options, String entry, String... lines) {
        try {
            return TestReport.read(new SettingsExample().with("ice/source.yml", """
                    title: ICE
                    trust: 5
                    %s
                    figures:
                      - { %s }
                    """.formatted(options, entry)).read(), "ice/report.csv", lines);
        } catch (SettingsException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> figures(TestReport.Outcome read) {
        assertThat(read.unreadable()).isNull();
        return read.figures().stream()
                .map(figure -> figure.cell().area() + " " + figure.cell().period() + " " + figure.asPrinted()).toList();
    }

    @Test
    void headersOfTwoLinesAreJoinedAndAMergedCellReachesToTheNextText() {
        assertThat(figures(read("read: { header_lines: [2, 3] }",
                "value: { column: Arrests / Total }, measure: { is: arrests }, area: { is: us }, day: { column: Day }",
                "A title", "Day,Arrests,,Releases,", ",Women,Total,Women,Total", "2025-01-01,1,3,0,2")))
                .containsExactly("us 2025-01-01 3");
    }

    @Test
    void aLineOfTheHeaderThatIsNotNamedIsPassedOver() {
        TestReport.Outcome read = read("read: { header_lines: [1, 3] }", USUAL.replace("arrests }, m", "2025 / arrests }, m"),
                "area,day,2025", "(see notes),,", ",,arrests", "us,2025-01-01,3");

        assertThat(figures(read)).containsExactly("us 2025-01-01 3");
        assertThat(read.account().header()).isEqualTo(3);
    }

    @Test
    void textsOfAMergedCellEndWhereACellAboveBegins() {
        TestReport.Outcome read = read("read: { header_lines: [1, 2, 3] }", "value: { columns: \"B / .*\" }, "
                + "measure: { is: arrests }, area: { is: us }, day: { column: day }, note: { header: true }",
                "day,A,,B,", ",x,,,y", ",1,2,3,4", "2025-01-01,10,20,30,40");

        assertThat(read.figures()).extracting(figure -> figure.note() + "=" + figure.asPrinted())
                .containsExactly("B / 3=30", "B / y / 4=40");
    }

    @Test
    void bothLinesOfAHeaderThatStandAgainAreTold() {
        TestReport.Outcome read = read("read: { header_lines: [1, 2] }", USUAL.replace("arrests }, m", "2025 / arrests }, m"),
                "area,day,2025", ",,arrests", "us,2025-01-01,3", "area,day,2025", ",,arrests", "us,2025-01-02,4");

        assertThat(figures(read)).containsExactly("us 2025-01-01 3", "us 2025-01-02 4");
        assertThat(read.refused()).containsExactly("4 repeated-header [] ''", "5 repeated-header [] ''");
    }

    @Test
    void withoutAHeaderColumnsAreCalledByTheirNumbers() {
        String entry = "value: { column: 3 }, measure: { is: arrests }, area: { column: 1 }, day: { column: 2 }";

        assertThat(figures(read("read: { header: none }", entry, "", "us,2025-01-01,1", "us,2025-01-02,2")))
                .containsExactly("us 2025-01-01 1", "us 2025-01-02 2");
        assertThat(read("read: { header: none }", entry, "us,2025-01-01").unreadable().detail()).contains("no column '3'",
                "'1', '2'");
        assertThat(read("read: { header: none }",
                "value: { column: 1 }, measure: { is: arrests }, area: { is: us }, day: { is: 2025-01-01 }",
                "1").printed()).as("a row that looks like such a header").hasSize(1);
        assertThat(read("read: { header: none }", entry).account().lines()).isZero();
    }

    @Test
    void aBlankCellOfAMergedColumnSaysWhatTheOneAboveItSays() {
        TestReport.Outcome read = read("read: { fill_down: [day] }", USUAL, "day,area,arrests", "2025-01-01,us,5", ",bos,2", ",,",
                "2025-01-02,us,6", "  ,bos,3");

        assertThat(figures(read)).containsExactly("us 2025-01-01 5", "bos 2025-01-01 2", "us 2025-01-02 6", "bos 2025-01-02 3");
    }

    @Test
    void whatStoodInARowThatCannotBeReadIsNotGuessedFromTheRowAboveIt() {
        TestReport.Outcome read = read("read: { fill_down: [day] }", USUAL, "day,area,arrests", "2025-01-01,us,5",
                "2025-01-02,us,6,7",
                ",bos,2", "2025-01-03,us,6", ",bos,3");

        assertThat(figures(read)).containsExactly("us 2025-01-01 5", "us 2025-01-03 6", "bos 2025-01-03 3");
        assertThat(read.refused()).containsExactly("3 ragged-row [] ''", "4 date [day] ''");
    }

    @Test
    void theTableEndsBeforeARowThatMatchesInFull() {
        TestReport.Outcome read = read("read: { stop_at: \"Source:.*\" }", USUAL, "area,day,arrests", "us,2025-01-01,1",
                "us,2025-01-02,2 Source: none", "Source: the agency,,", "us,2025-01-03,3", "", "Source: again");

        assertThat(figures(read)).containsExactly("us 2025-01-01 1");
        assertThat(read.refused()).containsExactly("3 amount [arrests] '2 Source: none'");
        assertThat(read.account().skipped()).isEqualTo(4);
        assertThat(figures(read("read: { stop_at: \"Source:.*\" }", USUAL, "area,day,arrests", "us,2025-01-01,1")))
                .containsExactly("us 2025-01-01 1");
        assertThat(figures(read("read: { header: none, stop_at: \"end.*\" }", USUAL.replace("column: arrests", "column: 3")
                .replace("column: area", "column: 1").replace("column: day", "column: 2"), "us,2025-01-01,1", "end,,")))
                .hasSize(1);
    }

    @Test
    void anEscapedQuoteIsOneOfTheCellAndADoubledOneToo() {
        TestReport.Outcome read = read("read: { escape: \"\\\\\" }", USUAL + ", note: { column: note }", "area,day,arrests,note",
                "us,2025-01-01,1,\"a \\\"sweep\\\" of the day\"", "us,2025-01-02,2,\"a \"\"sweep\"\"\"",
                "us,2025-01-03,3,a\\, b");

        assertThat(read.figures()).extracting(figure -> figure.note()).containsExactly("a \"sweep\" of the day", "a \"sweep\"",
                "a, b");
        assertThat(read("", USUAL, "area,day,arrests,note", "us,2025-01-01,1,\"a \\\"sweep\\\"\"").refused())
                .containsExactly("2 quote [] ''");
        assertThat(read("read: { escape: \"\\\\\" }", USUAL, "area,day,arrests", "us,2025-01-01,1\\").rejects())
                .extracting(reject -> reject.detail()).containsExactly("the file ends after an escape character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARRESTS", "Total  arrests", "total\u00a0arrests", "\"Total\narrests\"", "Arrests as of 3 May"})
    void aColumnIsFoundByTheFirstOfItsNamesThatIsThereWhateverItsCaseSpacesAndLineBreaks(String header) {
        String entry = USUAL.replace("column: arrests", "column: [Arrests, \"Total arrests\", \"/Arrests as of .*/\"]");

        assertThat(figures(read("", entry, "area,day," + header, "us,2025-01-01,1"))).containsExactly("us 2025-01-01 1");
        assertThat(figures(read("", entry, "area,day," + header + ",arrests of women", "us,2025-01-01,1,2"))).hasSize(1);
    }

    @Test
    void anExactNameGoesBeforeOneThatIsNearlyTheSame() {
        assertThat(figures(read("", USUAL, "area,day,Arrests,arrests", "us,2025-01-01,1,2"))).containsExactly("us 2025-01-01 2");
        assertThat(read("", USUAL, "area,day,Arrests,ARRESTS", "us,2025-01-01,1,2").unreadable().detail())
                .isEqualTo("columns 3 and 4 are both 'arrests'; write in source.yml just what the one that is meant is called");
        assertThat(read("", USUAL.replace("column: arrests", "column: [\"/A.*/\"]"), "area,day,A1,A2", "us,2025-01-01,1,2")
                .unreadable()
                .detail()).contains("columns 3 and 4 are both that matches A.*");
        assertThat(read("", USUAL.replace("column: arrests", "column: [x, \"/A.*/\"]"), "area,day,n", "us,2025-01-01,1")
                .unreadable()
                .detail()).startsWith("there is no column 'x' or that matches A.* among the 3 columns 'area', 'day', 'n'");
    }

    @Test
    void theDayMayStandInALineAboveTheTable() {
        String options = "read: { header_line: 4 }\npublished: { line: 3, matches: \"([0-9-]+)\" }";
        String entry = "value: { column: n }, measure: { is: arrests }, area: { is: us }, "
                + "day: { line: 2, matches: \"as of (\\\\d+/\\\\d+/\\\\d+)\", format: M/d/yyyy }";

        TestReport.Outcome read = read(options, entry, "Daily summary", "\"Data as of 1/9/2025, noon\"\r", "2025-01-10,,", "n",
                "12");
        assertThat(figures(read)).containsExactly("us 2025-01-09 12");
        assertThat(read.figures().get(0).published()).hasToString("2025-01-10");
        assertThat(read(options, entry, "as of 1/9/2025", "none", "2025-01-10", "n", "12").unreadable())
                .satisfies(reject -> assertThat(reject.reason()).isEqualTo("line-above"))
                .satisfies(reject -> assertThat(reject.line()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "area,day,arrests,,   | us,2025-01-01,1,,",
        "area,day,arrests     | us,2025-01-01,1,",
        "area,day,arrests     | 'us,2025-01-01,1, ,  ,'",
        "area,day,arrests,    | us,2025-01-01,1",
        "area,day,arrests,note,x | us,2025-01-01,1"
    })
    void emptyCellsAtTheEndOfARowDoNotMatterBeTheyTooManyOrTooFew(String header, String row) {
        TestReport.Outcome read = read("", USUAL + (header.contains("note") ? ", note: { column: note }" : ""), header, row,
                "us,2025-01-02,x", "");

        assertThat(figures(read)).containsExactly("us 2025-01-01 1");
        assertThat(read.refused()).containsExactly("3 amount [arrests] 'x'");
    }

    @Test
    void aRowThatLacksACellWhichIsNeededOrThatTheFileMayHaveBeenCutOffInIsRagged() {
        assertThat(read("", USUAL, "area,day,x,arrests", "us,2025-01-01,1", "us,2025-01-01,1,2,3", "us,2025-01-02,1,2").refused())
                .containsExactly("2 ragged-row [] ''", "3 ragged-row [] ''");
        assertThat(read("", USUAL, "area,day,arrests,note", "us,2025-01-01,10,x", "us,2025-01-02,1").refused())
                .containsExactly("3 ragged-row [] ''");
        assertThat(figures(read("", USUAL, "area,day,arrests,note", "us,2025-01-02,1", ""))).hasSize(1);
    }

    @Test
    void rowsThatSpeakOfOneCellAddUp() {
        TestReport.Outcome read = read("", USUAL + ", rows: sum", "area,day,sex,arrests", "us,2025-01-01,F,7",
                "bos,2025-01-01,F,<5",
                "us,2025-01-01,M,9", "bos,2025-01-01,M,3", "us,2025-01-02,M,\"1,000\"");

        assertThat(figures(read)).containsExactly("us 2025-01-01 16", "bos 2025-01-01 3 to 7", "us 2025-01-02 1,000");
        assertThat(read.figures()).extracting(figure -> figure.line()).containsExactly(2L, 3L, 6L);
        assertThat(read.figures().get(1).amount()).isEqualTo(Amount.between(3, 7));
        assertThat(read.account().figures()).isEqualTo(5);
    }

    @Test
    void whereTheAmountOfOneRowIsNotKnownTheOthersAreTheLeastThereCanBe() {
        TestReport.Outcome read = read("", USUAL + ", rows: sum", "area,day,arrests", "us,2025-01-01,7", "us,2025-01-01,",
                "bos,2025-01-01,1", "bos,2025-01-01,some", "us,2025-01-02,NA");

        assertThat(figures(read)).containsExactly("us 2025-01-01 at least 7", "bos 2025-01-01 at least 1");
        assertThat(read.figures().get(0).amount()).isEqualTo(Amount.atLeast(7));
        assertThat(read.refused()).containsExactly("5 amount [arrests] 'some'");
        assertThat(figures(read("", USUAL + ", rows: sum, missing: zero", "area,day,arrests", "us,2025-01-01,7",
                "us,2025-01-01,")))
                .containsExactly("us 2025-01-01 7");
        assertThat(read("", USUAL + ", rows: sum", "area,day,arrests", "us,2025-01-01,999999999999999", "us,2025-01-01,1")
                .rejects())
                .extracting(reject -> reject.detail())
                .containsExactly("the rows that speak of this cell add up to more than 999999999999999");
    }

    @Test
    void whereARowCouldNotBeReadTheSumsItMayBelongToAreTheLeastThereCanBe() {
        String entry = USUAL + ", rows: sum";

        assertThat(figures(read("", entry, "area,day,arrests", "us,2025-01-01,1", "us,2025-01-02,2", "nowhere,2025-01-02,5")))
                .as("the day is known").containsExactly("us 2025-01-01 1", "us 2025-01-02 at least 2");
        assertThat(figures(read("", entry, "area,day,arrests", "us,2025-01-01,1", "bos,2025-01-03,1", "bos,soon,5")))
                .as("the area is known").containsExactly("us 2025-01-01 1", "bos 2025-01-03 at least 1");
        assertThat(figures(read("", entry, "area,day,arrests", "us,2025-01-01,1", "bos,2025-01-03,<5", "us,2025-01-02,5,6")))
                .as("nothing is known").containsExactly("us 2025-01-01 at least 1", "bos 2025-01-03 at least 0");
        assertThat(figures(read("", entry.replace("rows: sum", "when: { column: day, matches: \"2025-01-01\" }, rows: sum"),
                "area,day,arrests", "us,2025-01-01,1", "nowhere,2025-01-02,5")))
                .as("no row of the entry").containsExactly("us 2025-01-01 1");
    }

    @Test
    void noSumIsTooLargeToBeSeenToBeTooLarge() {
        List<String> rows = new ArrayList<>(List.of("area,day,arrests"));
        rows.addAll(Collections.nCopies(20_000, "us,2025-01-01,999999999999999"));

        TestReport.Outcome read = read("", USUAL + ", rows: sum", rows.toArray(String[]::new));

        assertThat(read.figures()).isEmpty();
        assertThat(read.rejects()).singleElement().satisfies(reject ->
                assertThat(reject.detail()).contains("add up to more than 999999999999999"));
    }

    @Test
    void onlyWhatTheSameVoiceSaidAtTheSameTimeAddsUp() {
        TestReport.Outcome read = read("published: { column: said }", USUAL + ", rows: sum, attributed_to: { column: who }",
                "area,day,said,who,arrests", "us,2025-01-01,2025-01-02,a,1", "us,2025-01-01,2025-01-03,a,2",
                "us,2025-01-01,2025-01-03,b,4",
                "us,2025-01-01,2025-01-03,a,8");

        assertThat(figures(read)).containsExactly("us 2025-01-01 1", "us 2025-01-01 10", "us 2025-01-01 4");
    }

    @Test
    void whatAFileDoesNotListWithinWhatItCoversIsNone() {
        TestReport.Outcome read = read("published: { column: said }", USUAL + ", no_row: zero", "area,day,said,arrests",
                "us,2025-01-01,2025-01-09,5", "bos,2025-01-03,2025-01-08,NA");

        assertThat(figures(read)).containsExactly("us 2025-01-01 5", "bos 2025-01-01 no row", "bos 2025-01-02 no row",
                "us 2025-01-02 no row", "us 2025-01-03 no row");
        assertThat(read.figures().get(1).amount()).isEqualTo(Amount.exactly(0));
        assertThat(read.figures().get(1).published()).hasToString("2025-01-09");
        assertThat(figures(read("", USUAL.replace("day: {", "month: {") + ", no_row: zero", "area,day,arrests", "us,2024-12,5",
                "us,2025-03,6"))).containsExactly("us 2024-12-01 to 2024-12-31 5", "us 2025-03-01 to 2025-03-31 6",
                "us 2025-01-01 to 2025-01-31 no row", "us 2025-02-01 to 2025-02-28 no row");
    }

    @Test
    void eventsAreNoneOnDaysOnWhichNoneIsListed() {
        TestReport.Outcome read = read("", "rows: count, no_row: zero, " + COLUMNS, "area,day", "us,2025-01-01", "us,2025-01-01",
                "us,2025-01-03");

        assertThat(figures(read)).containsExactly("us 2025-01-01 2", "us 2025-01-03 1", "us 2025-01-02 no row");
    }

    @Test
    void whatARowThatCouldNotBeReadMayHaveListedIsNotSaidToBeNone() {
        String entry = USUAL + ", no_row: zero";

        assertThat(figures(read("", entry, "area,day,arrests", "us,2025-01-01,1", "bos,2025-01-03,1", "nowhere,2025-01-02,5")))
                .as("the day is known").doesNotContain("us 2025-01-02 no row", "bos 2025-01-02 no row")
                .contains("us 2025-01-03 no row");
        assertThat(figures(read("", entry, "area,day,arrests", "us,2025-01-01,1", "bos,2025-01-03,1", "bos,soon,5")))
                .as("the area is known").containsExactly("us 2025-01-01 1", "bos 2025-01-03 1", "us 2025-01-02 no row",
                "us 2025-01-03 no row");
        assertThat(figures(read("", entry, "area,day,arrests", "us,2025-01-01,1", "us,2025-01-03,1", "us,2025-01-02,few")))
                .as("the cell is known").hasSize(2);
        assertThat(figures(read("", entry, "area,day,arrests", "us,2025-01-01,1", "us,2025-01-03,1", "us,2025-01-02,5,6")))
                .as("nothing is known").hasSize(2);
        assertThat(read("", entry, "area,day,arrests", "us,1025-01-01,1", "bos,5025-01-03,1").rejects()).singleElement()
                .satisfies(reject -> assertThat(reject.detail())
                .contains("more than 1000000 cells, from 1025-01-01 to 5025-01-03"));
    }
}
