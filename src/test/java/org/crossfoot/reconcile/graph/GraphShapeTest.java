package org.crossfoot.reconcile.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.cell;

import java.time.LocalDate;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.junit.jupiter.api.Test;

/** A date is tied together like another where the same is spoken of, as many days later. */
class GraphShapeTest {

    private static final LocalDate DAY = LocalDate.parse("2025-01-26");
    private static final LocalDate NEXT = LocalDate.parse("2025-01-27");

    private final GraphShape shape = new GraphShape(DAY, List.of(cell("arrests", "boston", "2025-01-26"),
            cell("arrests", "us", "2025-01-20/2025-01-26")), List.of());

    private boolean areOfNext(Cell... cells) {
        return shape.areOf(NEXT, List.of(cells), List.of());
    }

    @Test
    void theSameOnTheNextDayIsTiedAlike() {
        assertThat(areOfNext(cell("arrests", "boston", "2025-01-27"), cell("arrests", "us", "2025-01-21/2025-01-27"))).isTrue();
        assertThat(shape.cell(1, NEXT)).isEqualTo(cell("arrests", "us", "2025-01-21/2025-01-27"));
    }

    @Test
    void anotherAreaMeasureOrPeriodOrOneMoreIsNot() {
        Cell boston = cell("arrests", "boston", "2025-01-27");
        assertThat(areOfNext(boston, cell("arrests", "texas", "2025-01-21/2025-01-27"))).isFalse();
        assertThat(areOfNext(boston, cell("detentions", "us", "2025-01-21/2025-01-27"))).isFalse();
        assertThat(areOfNext(boston, cell("arrests", "us", "2025-01-20/2025-01-27"))).isFalse();
        assertThat(areOfNext(boston, cell("arrests", "us", "2025-01-21/2025-01-27"), cell("arrests", "us", "2025-01-27")))
                .isFalse();
    }
}
