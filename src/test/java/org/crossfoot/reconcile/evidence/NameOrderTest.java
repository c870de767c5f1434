package org.crossfoot.reconcile.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two reports their names say is later. */
class NameOrderTest {

    @ParameterizedTest
    @CsvSource({"returns-9.csv, returns-10.csv", "returns-009.csv, returns-10.csv", "12-31-2024.csv, 01-02-2025.csv",
            "31-12-2024.csv, 15-01-2025.csv", "2024-12-31.csv, 2025-01-02.csv", "2024/12.csv, 2025/01.csv", "x.csv, x (1).csv",
            "x (2).csv, x (10).csv", "x.csv, x-corrected.csv", "x.csv, x_v2.csv", "x.v2.csv, x.v10.csv", "x.csv, x - Copy.csv",
            "x (1).csv, x-corrected.csv", "2025-01-10-corrected.csv, 2025-01-11.csv", "2025-01-12 (1).csv, 2025-01-13.csv",
            "Report.csv, report-revised.csv.gz", "a9b2.csv, a9b10.csv"})
    void theLaterOneIsTold(String earlier, String later) {
        NameOrder order = new NameOrder();

        assertThat(order.compare("daily/" + earlier, "daily/" + later)).isNegative();
        assertThat(order.compare("daily/" + later, "daily/" + earlier)).isPositive();
    }

    @Test
    void namesOfOneSeriesDifferInNumbersAndMarksAlone() {
        assertThat(NameOrder.series("daily/2025-01-10-corrected.csv")).isEqualTo(NameOrder.series("daily/2025-02-11.csv.gz"))
                .isNotEqualTo(NameOrder.series("daily/goals-2025-02-11.csv"));
    }
}
