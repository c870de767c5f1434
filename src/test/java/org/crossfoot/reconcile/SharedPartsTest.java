package org.crossfoot.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import java.util.stream.IntStream;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Verdict;
import org.junit.jupiter.api.Test;

/** Areas that are parts of several wholes: each whole is held against its parts, and the areas form no tree. */
class SharedPartsTest {

    private static final String DAY = "2020-03-13";
    /** More statements than are searched without a look at the areas. */
    private static final int ROWS = 13;

    private static TestEvidence regionsAndCircuits() {
        return TestEvidence.on(DAY).complete("region", "east", "west").complete("circuit", "c1", "c2")
                .breakdown("east", "state", true, "ny").breakdown("west", "state", true, "ca")
                .breakdown("c1", "district", true, "ny").breakdown("c2", "district", true, "ca");
    }

    @Test
    void aPartThatFitsNeitherOfItsWholesIsWrong() {
        TestEvidence evidence = regionsAndCircuits().says("ice", "arrests", "east", DAY, "40").says("ice", "arrests", "c1", DAY,
                "40")
                .says("ice", "arrests", "ny", DAY, "45");

        assertThat(evidence.outcome().discrepancies()).extracting(Discrepancy::area).containsExactlyInAnyOrder("east", "c1");
        assertThat(evidence.outcome().discrepancies()).allSatisfy(found -> assertThat(said(found.blamed()))
                .containsExactly("ice=45"));
    }

    @Test
    void whatOneWholeSaysOfAPartIsHeldAgainstTheOther() {
        TestEvidence evidence = regionsAndCircuits().says("ice", "arrests", "east", DAY, "40").says("ice", "arrests", "c1", DAY,
                "45")
                .says("ice", "arrests", "us", DAY, "100");

        assertThat(evidence.theOne("joint").area()).isEqualTo("us");
        assertThat(evidence.theOne("joint").gap()).isEqualTo(5);
    }

    @Test
    void aPartOfOneWholeByTwoBreakdownsIsCountedOnceInEach() {
        TestEvidence evidence = TestEvidence.on(DAY).complete("region", "dc", "rest").complete("circuit", "dc", "others")
                .says("ice", "arrests", "us", DAY, "10").says("ice", "arrests", "dc", DAY, "3").says("ice", "arrests", "rest",
                DAY, "6")
                .says("ice", "arrests", "others", DAY, "6");

        Discrepancy found = evidence.theOne("areas-add-up");
        assertThat(said(found.figures())).containsExactlyInAnyOrder("ice=10", "ice=3", "ice=6", "ice=6");
        assertThat(found.gap()).isEqualTo(1);
    }

    @Test
    void theOneWrongFigureOfALargeTableWithRowsAndColumnsIsFound() {
        TestEvidence evidence = TestEvidence.on(DAY)
                .complete("row", IntStream.range(0, ROWS).mapToObj(row -> "r" + row).toArray(String[]::new))
                .complete("column", IntStream.range(0, ROWS).mapToObj(column -> "k" + column).toArray(String[]::new));
        for (int row = 0; row < ROWS; row++) {
            evidence.says("ice", "arrests", "r" + row, DAY, "" + 10 * ROWS).says("ice", "arrests", "k" + row, DAY, ""
                    + 10 * ROWS);
            for (int column = 0; column < ROWS; column++) {
                String cell = "c" + row + "-" + column;
                evidence.breakdown("r" + row, "column-of-row", true, cell).breakdown("k" + column, "row-of-column", true, cell)
                        .says("ice", "arrests", cell, DAY, row == 3 && column == 4 ? "17" : "10");
            }
        }

        assertThat(evidence.outcome().discrepancies()).extracting(Discrepancy::area).containsExactlyInAnyOrder("r3", "k4");
        assertThat(evidence.outcome().discrepancies()).allSatisfy(found -> {
            assertThat(found.verdict()).isEqualTo(Verdict.LOCALISED);
            assertThat(said(found.blamed())).containsExactly("ice=17");
        });
    }
}
