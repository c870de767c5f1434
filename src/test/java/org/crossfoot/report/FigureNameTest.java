package org.crossfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.junit.jupiter.api.Test;

/** How figures are named in a discrepancy. */
class FigureNameTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);
    private static final Period SUNDAY = Period.day(DAY);

    private static Figure figure(String source, String area, Period period, String asPrinted) {
        return new Figure(new Cell("arrests", area, period), Amount.exactly(1), asPrinted, source, source + "/a.csv", 2, "", DAY,
                "", "", 5, false, false);
    }

    @Test
    void aFigureOfTheDiscrepancysOwnCellIsItsSourceAndMeasure() {
        assertThat(FigureName.claims(List.of(figure("nbc", "us", SUNDAY, "1,179"), figure("ice", "us", SUNDAY, "956")), "us",
                SUNDAY))
                .isEqualTo("ice:arrests=956 | nbc:arrests=1,179");
    }

    @Test
    void aFigureOfAnotherCellSaysWhich() {
        assertThat(FigureName.claims(List.of(figure("ice", "boston", SUNDAY, "7"),
                figure("ice", "us", new Period(DAY.minusDays(6), DAY), "9"), figure("ice", "us", Period.openFrom(DAY), "8")),
                "us", SUNDAY)).isEqualTo("ice:arrests@boston@2025-01-26=7"
                        + " | ice:arrests@us@2025-01-20/2025-01-26=9 | ice:arrests@us@2025-01-26/..=8");
    }

    @Test
    void fiftyAreShownAndTheRestIsCounted() {
        assertThat(FigureName.claims(sources(50), "us", SUNDAY)).endsWith("s50:arrests=1").doesNotContain("more");
        assertThat(FigureName.claims(sources(51), "us", SUNDAY)).endsWith("s50:arrests=1 ... and 1 more").doesNotContain("s51");
        assertThat(FigureName.claims(sources(99), "us", SUNDAY)).endsWith(" ... and 49 more");
    }

    @Test
    void theBlamedAreNamedOnceAndWithoutTheirValue() {
        List<Figure> both = List.of(figure("nbc", "us", SUNDAY, "1,179"), figure("nbc", "us", SUNDAY, "1,180"));
        assertThat(FigureName.blamed(both, both, "us", SUNDAY)).containsExactly("nbc:arrests");
        assertThat(FigureName.joined(FigureName.blamed(List.of(), both, "us", SUNDAY))).isEmpty();
    }

    @Test
    void ofASourceThatQuotesTwoPeopleTheFigureMeantIsNamed() {
        Figure wrong = figure("nbc", "us", SUNDAY, "1,179");
        List<Figure> all = List.of(wrong, figure("nbc", "us", SUNDAY, "956"), figure("ice", "us", SUNDAY, "956"));
        assertThat(FigureName.blamed(List.of(wrong), all, "us", SUNDAY)).containsExactly("nbc:arrests=1,179");
    }

    private static List<Figure> sources(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> figure("s" + (number < 10 ? "0" : "") + number, "us", SUNDAY, "1")).toList();
    }
}
