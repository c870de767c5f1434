package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published folders that somebody took away or changed are published again from the ledger. */
class LostFoldersTest {

    @TempDir
    Path home;

    private Nights nights;
    private Path output;
    private SortedMap<String, String> published;

    @BeforeEach
    void twoDates() {
        nights = Nights.withTwoSources(home).arrests("ice/25.csv", "2025-01-25", "286").arrests("ice/26.csv", "2025-01-26", "956");
        nights.run("2025-01-26");
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-26");
        output = nights.workspace.output();
        published = nights.published();
    }

    private void nextNightMendsAll() {
        RunReport run = nights.run("2025-01-26");
        assertThat(run.nothing()).isFalse();
        assertThat(run.published()).as("what is published again is no new revision").isEmpty();
        assertThat(nights.published()).isEqualTo(published);
        assertThat(nights.run("2025-01-26").nothing()).isTrue();
    }

    @Test
    void aLinkThatWasDeleted() throws IOException {
        Files.delete(output.resolve("2025-01-26"));
        nextNightMendsAll();
    }

    @Test
    void linksThatLeadNowhereSinceTheirFoldersAreGone() throws IOException {
        try (var files = Files.walk(output.resolve(".dates"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        nextNightMendsAll();
    }

    @Test
    void aLinkToAnEarlierRevision() throws IOException {
        Path earlier = Files.createDirectories(output.resolve(".dates/2025-01-26/1"));
        Files.delete(output.resolve("2025-01-26"));
        Files.createSymbolicLink(output.resolve("2025-01-26"), output.relativize(earlier));
        nextNightMendsAll();
    }

    @Test
    void theSummaryOfAllDates() throws IOException {
        Files.delete(output.resolve("summary.csv"));
        nextNightMendsAll();
    }

    @Test
    void filesThatWereChangedAreMendedByARerunOfTheirDate() throws IOException {
        Files.writeString(output.resolve("2025-01-26/totals.csv"), "scribble");
        Files.delete(output.resolve("2025-01-26/figures.csv"));

        RunReport run = nights.rerun("2025-01-26");

        assertThat(run.published()).isEmpty();
        assertThat(nights.published()).isEqualTo(published);
        Files.writeString(output.resolve("2025-01-26/totals.csv"), "scribble again");
        nights.rerun("2025-01-26");
        assertThat(nights.published()).isEqualTo(published);
    }

    @Test
    void aDraftThatAKilledRunLeftIsTakenAwayThoughItsDateSaysTheSameAsBefore() throws IOException {
        Files.writeString(Files.createDirectories(output.resolve(".dates/2025-01-26/draft/report-data")).resolve("0001.js"), "half");

        RunReport run = nights.put("crossfoot.yml", Nights.CROSSFOOT + "# settings that change nothing let all dates be reconciled\n").run("2025-01-26");

        assertThat(run.published()).isEmpty();
        assertThat(output.resolve(".dates/2025-01-26/draft")).doesNotExist();
        assertThat(nights.published()).isEqualTo(published);
    }

    @Test
    void aFolderThatCrossfootDidNotMakeIsLeftAlone() throws IOException {
        Files.delete(output.resolve("2025-01-25"));
        Files.writeString(Files.createDirectories(output.resolve("2025-01-25")).resolve("notes.txt"), "mine");

        assertThat(nights.run("2025-01-26").nothing()).isTrue();
        assertThat(output.resolve("2025-01-25/notes.txt")).hasContent("mine");
    }
}
