package org.crossfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.crossfoot.ledger.Revisions.DateSummary;
import org.junit.jupiter.api.Test;

class SummaryTableTest {

    @Test
    void thereIsOneRowForEachDate() {
        assertThat(SummaryTable.of(List.of(new DateSummary(LocalDate.of(2025, 1, 25), 1, 3, 55, 1, 0, 1, 0, 2),
                new DateSummary(LocalDate.of(2025, 1, 26), 2, 3, 8, 2, 4, 1, 5, 3)))).asString().isEqualTo("""
                        date,revision,sources,figures,errors,warnings,infos,waived,fresh
                        2025-01-25,1,3,55,1,0,1,0,2
                        2025-01-26,2,3,8,2,4,1,5,3
                        """);
    }
}
