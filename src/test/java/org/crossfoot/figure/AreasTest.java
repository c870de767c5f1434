package org.crossfoot.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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
        assertThat(List.of("us", "United States", "U.S.", "UNITED\u00a0 states", " u.s. "))
                .allSatisfy(printed -> assertThat(found(printed)).isEqualTo("us"));
        assertThat(List.of("Newark Field Office", "newark", "Newark"))
                .allSatisfy(printed -> assertThat(found(printed)).isEqualTo("newark"));
        assertThat(found("Newark Office")).isEqualTo("none");
    }

    @Test
    void ofTwoThatShareAWordTheFirstHasItHoweverItIsPrinted() {
        assertThat(List.of("Nationwide", "NATIONWIDE", "nationwide"))
                .allSatisfy(printed -> assertThat(found(printed)).isEqualTo("us"));
    }

    @Test
    void nextToAnAreaAreThosePartsOfTheSameBreakdownThatWereDeclaredBesideIt() {
        Areas several = new Areas(List.of(part("b", "office"), part("west", "region"), part("a", "office"), part("c", "office"),
                new Area("us", "United States", null, null, List.of())));
        assertThat(several.nextTo("a")).extracting(Area::id).containsExactly("b", "c");
        assertThat(several.nextTo("b")).extracting(Area::id).containsExactly("a");
        assertThat(several.nextTo("c")).extracting(Area::id).containsExactly("a");
        assertThat(several.nextTo("west")).isEmpty();
        assertThat(several.nextTo("us")).isEmpty();
        assertThat(several.nextTo("nowhere")).isEmpty();
    }

    @Test
    void areasThatSharePartsHaveOneTopAndAreAllAboveWhatTheyShare() {
        Areas shared = new Areas(List.of(area("ny"), area("nyc", "ny", "metro"), area("metro"), area("alone"), area("newark",
                "metro")));

        assertThat(List.of("ny", "nyc", "metro", "newark")).allSatisfy(id -> assertThat(shared.top(id)).isEqualTo("ny"));
        assertThat(shared.top("alone")).isEqualTo("alone");
        assertThat(shared.top("nowhere")).isEqualTo("nowhere");
        assertThat(shared.upwards("nyc")).containsExactly("nyc", "ny", "metro");
        assertThat(shared.nextTo("nyc")).extracting(Area::id).containsExactly("newark");
        assertThat(shared.partsOf("metro").get("office")).extracting(Area::id).containsExactly("nyc", "newark");
    }

    private static Area area(String id, String... wholes) {
        return new Area(id, id, Stream.of(wholes).map(whole -> new Area.PartOf(whole, "office")).toList(), List.of());
    }

    private static Area part(String id, String breakdown) {
        return new Area(id, id, "us", breakdown, List.of());
    }
}
