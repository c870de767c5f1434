package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night says to people: each change in a line, with its gap, who is probably wrong, and where to look. */
class DigestTest {

    private static final String SUNDAY = "2025-01-26";

    @TempDir
    Path home;

    private Nights contradicting() {
        return Nights.withTwoSources(home).arrests("ice/26.csv", SUNDAY, "956").arrests("nbc/26.csv", SUNDAY, "1,179");
    }

    private Path file(Nights nights, RunReport run, String name) {
        return nights.workspace.run(run.run()).resolve(name);
    }

    @Test
    void whatIsNewIsALineWithItsGapAndWhereToLook() throws IOException {
        Nights nights = contradicting();
        RunReport run = nights.run(SUNDAY);
        String id = nights.discrepancies(SUNDAY).get(0).get("id");
        assertThat(run.digest().text()).isEqualTo("New (1)\n  Error 2025-01-26, United States, Arrests: Sources disagree, gap 223"
                + " (18.91 %) (2025-01-26/report.html#" + id + ")\n");
        assertThat(run.digest().isNews()).isTrue();
        assertThat(file(nights, run, "digest.txt")).hasContent(run.digest().text());
        assertThat(Files.readString(file(nights, run, "digest.md")))
                .startsWith("## New (1)\n\n- **Error** [2025-01-26, United States,"
                + " Arrests](../../2025-01-26/report.html#" + id + "): Sources disagree");
    }

    @Test
    void ofOneDateTheLargestPartOfTheWholeComesFirst() {
        Nights nights = Nights.withTwoSources(home).put("areas.csv", "area,name,part_of,breakdown,aliases\n"
                + "boston,Boston,,,\nchicago,Chicago,,,\nmiami,Miami,,,\nomaha,Omaha,,,\n");
        nights.report("ice/26.csv", row("boston", 100), row("chicago", 100), row("miami", 1_000), row("omaha", 100));
        nights.report("nbc/26.csv", row("boston", 106), row("chicago", 140), row("miami", 1_010), row("omaha", 111));
        assertThat(nights.run(SUNDAY).digest().text().lines().skip(1).map(line -> line.replaceAll(".*gap (\\d+) .*", "$1")))
                .containsExactly("40", "11", "6", "10");
    }

    private static String row(String place, int arrests) {
        return "2025-01-27,2025-01-26,2025-01-26," + place + ",arrests," + arrests;
    }

    @Test
    void whoIsProbablyWrongIsNamedWithFileAndLine() {
        Nights nights = contradicting().put("nbc/source.yml", "title: NBC News\n" + Nights.SOURCE.replace("official-statement",
                "estimate"));
        assertThat(nights.run(SUNDAY).digest().text()).contains("; probably wrong: NBC News: 1,179 (nbc/26.csv:2) (2025-01-26/");
    }

    @Test
    void whatChangedOrFitsAgainIsToldOnceAndWhatStaysIsNot() {
        Nights nights = contradicting();
        nights.run(SUNDAY);
        RunReport again = nights.run("2025-01-27");
        assertThat(again.digest().isEmpty()).isTrue();
        assertThat(file(nights, again, "digest.txt")).doesNotExist();
        assertThat(nights.arrests("nbc/26.csv", SUNDAY, "1,180").run("2025-01-27").digest().text()).contains("Changed (1)\n")
                .contains("gap 224");
        RunReport fits = nights.arrests("nbc/26.csv", SUNDAY, "956").run("2025-01-27");
        assertThat(fits.digest().text()).contains("Resolved (1)\n  Error 2025-01-26, United States, Arrests: Sources disagree");
    }

    /** What fits since somebody said something else for the first time restates nothing. */
    @Test
    void whatFitsAgainIsNothingThatSomebodyHasToHearOf() {
        Nights nights = contradicting();
        nights.run(SUNDAY);
        RunReport fits = nights.put("crossfoot.yml", Nights.CROSSFOOT + "rules: { sources-agree: { tolerance: 300 } }\n")
                .run(SUNDAY);
        assertThat(fits.digest().text()).startsWith("Resolved (1)\n");
        assertThat(fits.digest().isNews()).isFalse();
    }

    @Test
    void whatLapsedIsToldOnce() {
        Nights nights = contradicting();
        nights.run(SUNDAY);
        assertThat(nights.delete("nbc/26.csv").run("2025-01-27").digest().text()).contains("Lapsed (1)\n  Warning 2025-01-26");
        assertThat(nights.arrests("ice/26.csv", SUNDAY, "957").run("2025-01-27").digest().text()).doesNotContain("Lapsed");
    }

    @Test
    void whatWasNotReadIsTold() {
        RunReport run = Nights.withTwoSources(home).arrests("ice/26.csv", SUNDAY, "956").put("nbc/26.csv", "other,columns\n1,2\n")
                .run(SUNDAY);
        assertThat(run.digest().text()).contains("Not read, or not as before (").contains("nbc/26.csv");
        assertThat(run.digest().isNews()).isTrue();
    }

    @Test
    void namesFromOutsideAreNoMarkupAndNoLinesOfTheirOwn() {
        Nights nights = contradicting().put("areas.csv", "area,name,part_of,breakdown,aliases\n"
                + "us,\"United [x](http://evil) <b>`*_States\",,,\n");
        assertThat(nights.run(SUNDAY).digest().markdown()).contains("United \\[x\\](http://evil) \\<b\\>\\`\\*\\_States");
        assertThat(nights.run(SUNDAY).digest().text().lines()).allMatch(line -> line.isEmpty() || line.startsWith("  ")
                || line.matches("[A-Z][a-z, ]+ \\(\\d+\\)"));
    }
}
