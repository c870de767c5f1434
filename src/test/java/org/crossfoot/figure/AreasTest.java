package org.crossfoot.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Areas are found however a publisher prints them. */
class AreasTest {

    private final Areas areas = new Areas(List.of(new Area("us", "United States", null, null, List.of("U.S.", "Nationwide")),
            new Area("newark", "Newark Field Office", "us", "office", List.of("NATIONWIDE", "Newark"))));

    private String found(String printed) {
        return areas.find(printed).map(Area::id).orElse("none");
    }

    @Test
    void anAreaIsFoundByIdNameOrAliasAsDeclaredAndInAnyCaseAndSpacing() {
        assertThat(List.of("us", "United States", "U.S.", "UNITED\u00a0 states", " u.s. ")).allSatisfy(printed -> assertThat(found(printed)).isEqualTo("us"));
        assertThat(List.of("Newark Field Office", "newark", "Newark")).allSatisfy(printed -> assertThat(found(printed)).isEqualTo("newark"));
        assertThat(found("Newark Office")).isEqualTo("none");
    }

    @Test
    void ofTwoThatShareAWordTheFirstHasItHoweverItIsPrinted() {
        assertThat(List.of("Nationwide", "NATIONWIDE", "nationwide")).allSatisfy(printed -> assertThat(found(printed)).isEqualTo("us"));
    }
}
