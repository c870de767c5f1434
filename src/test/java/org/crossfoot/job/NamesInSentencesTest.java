package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a measure, an area or a source is called, each sentence on a page is right. */
class NamesInSentencesTest {

    private static final String DAY = "2025-01-26";

    @TempDir
    private Path home;

    private static Nights nights(Path home, String measures, String areas) {
        return Nights.withTwoSources(home).put("crossfoot.yml", "zone: America/New_York\n" + measures)
                .put("areas.csv", "area,name,part_of,breakdown,aliases\n" + areas);
    }

    private static String row(String area, String measure, String figure) {
        return "2025-01-27," + DAY + "," + DAY + "," + area + "," + measure + "," + figure;
    }

    private static String page(Nights nights) throws IOException {
        return Files.readString(nights.workspace.output().resolve(DAY + "/report.html"));
    }

    private static Map<String, String> found(Nights nights, String rule) {
        return nights.discrepancies(DAY).stream().filter(row -> row.get("rule").equals(rule)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold", "cannot", "Booked", "b", "office", "a2_B"})
    void aCheckIsToldWithTheTitlesOfItsMeasuresWhateverTheirIdsAre(String id) throws IOException {
        Nights nights = nights(home, "measures:\n  arrests: { title: Arrests cannot }\n  " + id + ": { title: People on hold }\n"
                + "rules: { order: { check: arrests >= 2*" + id + " + 1 } }\n", "us,hold b office,,,\n");

        nights.report("ice/26.csv", row("us", "arrests", "20"), row("us", id, "30")).run(DAY);

        assertThat(found(nights, "order").get("explanation")).startsWith("hold b office, " + DAY + ": arrests >= 2*" + id
                + " + 1 cannot hold.");
        assertThat(page(nights)).contains(">hold b office, " + DAY
                + ": Arrests cannot &gt;= 2*People on hold + 1 cannot hold.</h3>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Chicago; North, Chicago", "b; a, b"})
    void aFigureOfAnotherAreaIsToldWithAllOfItsName(String whole, String part) throws IOException {
        Nights nights = nights(home, "measures: { arrests: { title: Arrests } }\nbreakdowns: { office: { complete: true } }\n",
                "us,\"" + whole + "\",,,\nnorth,\"" + part + "\",us,office,\n");

        nights.report("ice/26.csv", row("us", "arrests", "20"), row("north", "arrests", "30")).run(DAY);

        assertThat(page(nights)).contains("<span class=\"small\">" + part + "</span>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Arrests; Arrests, criminal", "Arrests; Arrests", "a; a, a, a"})
    void aFigureOfAnotherMeasureIsToldWithAllOfItsTitle(String first, String second) throws IOException {
        Nights nights = nights(home, "measures:\n  arrests: { title: \"" + first + "\" }\n  more: { title: \"" + second + "\" }\n"
                + "rules: { order: { check: arrests >= more } }\n", "us,United States,,,\n");

        nights.report("ice/26.csv", row("us", "arrests", "20"), row("us", "more", "30")).run(DAY);

        assertThat(page(nights)).contains("<span class=\"small\">" + second + "</span>", "Still possible<span class=\"small\">"
                + second + "</span>");
    }

    @Test
    void whatAWaiverAcceptedIsFoundWhereverElseAnIdSeemsToStand() throws IOException {
        Nights nights = nights(home, "measures: { arrests: { title: Arrests } }\n", "us,Camp (0123456789ab),,,\n")
                .put("waivers.csv", "id,until,owner,reason\nsources-agree/us/arrests,2025-01-25,Ada,known\n")
                .arrests("ice/26.csv", DAY, "956").arrests("nbc/26.csv", DAY, "1,179");

        nights.run(DAY);

        assertThat(page(nights)).contains("<a href=\"#" + found(nights, "sources-agree").get("id") + "\">What was accepted</a>")
                .doesNotContain("#0123456789ab");
    }
}
