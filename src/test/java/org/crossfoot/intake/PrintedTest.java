package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.AmountText;
import org.junit.jupiter.api.Test;

/** What is printed in a cell is kept to the letter, and known as a number where it is one. */
class PrintedTest {

    @Test
    void everySmallNumberIsItself() {
        assertThat(IntStream.rangeClosed(0, 1_200).boxed()).allSatisfy(number -> {
            Printed printed = Printed.in(String.valueOf(number), null);

            assertThat(printed.cell()).isEqualTo(String.valueOf(number));
            assertThat(printed.text()).isEqualTo(String.valueOf(number));
            assertThat(printed.number()).isEqualTo(Amount.exactly(number));
        });
    }

    @Test
    void aSmallNumberIsLookedAtOnce() {
        assertThat(Printed.in("7" + "1".repeat(2), null)).isSameAs(Printed.in("711", null));
    }

    @Test
    void whatStandsAboveIsLookedAtOnce() {
        Printed above = Printed.in("2025-01-26", null);

        assertThat(Printed.in("2025-01-".concat("26"), above)).isSameAs(above);
        assertThat(Printed.in("2025-01-27", above).cell()).isEqualTo("2025-01-27");
    }

    @Test
    void otherWaysToPrintASmallNumberKeepTheirLetters() {
        assertThat(List.of("00", "07", "007", "0", " 7", "7 ", "1 1", "+7", "-7", "7.", "1,179", "\u0667", "", " ", "<11", "n/a"))
                .allSatisfy(cell -> {
                    Printed printed = Printed.in(cell, null);

                    assertThat(printed.cell()).isEqualTo(cell);
                    assertThat(printed.text()).isEqualTo(CellText.trimmed(cell));
                    assertThat(printed.number()).isEqualTo(AmountText.ofNumber(CellText.trimmed(cell)));
                });
    }
}
