package org.crossfoot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.ledger.RevisionRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A date's folder is there whole: the old revision or the new one. */
class PublishedFolderTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);

    @TempDir
    Path output;

    /** Every file of a revision holds its number and nothing else. */
    private static List<RevisionRecord> revisions(int newest) {
        return IntStream.rangeClosed(1, newest).mapToObj(number -> {
            byte[] content = String.valueOf(number).getBytes(StandardCharsets.UTF_8);
            return new RevisionRecord(DAY, number, "run", DAY, "settings", 1L, "result", 0, 0,
                    RevisionRecord.FILES.stream().collect(Collectors.toMap(file -> file, file -> content)), null, List.of());
        }).toList();
    }

    private void publish(int newest) throws IOException {
        PublishedFolder folder = new PublishedFolder(output);
        List<RevisionRecord> all = revisions(newest);
        folder.publish(folder.draft(all.get(newest - 1), all.stream().limit(newest - 1), Map.of()));
    }

    private List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    @Test
    void theNewestRevisionIsTheFolderAndTheEarlierOnesStandInIt() throws IOException {
        publish(3);

        Path folder = output.resolve("2025-01-26");
        assertThat(folder.resolve("totals.csv")).hasContent("3");
        assertThat(folder.resolve("revisions/1/figures.csv")).hasContent("1");
        assertThat(folder.resolve("revisions/2/datapackage.json")).hasContent("2");
        assertThat(files(folder.toRealPath())).hasSize(3 * RevisionRecord.FILES.size());
    }

    @Test
    void whatStandsOfEarlierRevisionsIsNotWrittenOnceMore() throws IOException {
        publish(1);
        publish(2);
        Path second = output.resolve("2025-01-26").toRealPath();
        publish(3);

        Path folder = output.resolve("2025-01-26");
        for (String file : List.of("discrepancies.csv", "totals.csv", "figures.csv", "explanations.json", "datapackage.json")) {
            assertThat(Files.isSameFile(folder.resolve("revisions/1").resolve(file), second.resolve("revisions/1").resolve(file)))
                    .isTrue();
            assertThat(Files.isSameFile(folder.resolve("revisions/2").resolve(file), second.resolve(file))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"totals.csv", "revisions/1/totals.csv"})
    void whatSomebodyChangedOrTookAwayIsWrittenAsItWasPublished(String file) throws IOException {
        publish(2);
        Files.writeString(output.resolve("2025-01-26").resolve(file), "5");
        publish(3);
        Files.delete(output.resolve("2025-01-26").resolve("revisions/2/figures.csv"));
        publish(4);

        Path revisions = output.resolve("2025-01-26/revisions");
        assertThat(revisions.resolve("1/totals.csv")).hasContent("1");
        assertThat(revisions.resolve("2/totals.csv")).hasContent("2");
        assertThat(revisions.resolve("2/figures.csv")).hasContent("2");
        assertThat(revisions.resolve("3/totals.csv")).hasContent("3");
    }

    @Test
    void publishingAgainChangesNothing() throws IOException {
        publish(2);
        Path before = output.resolve("2025-01-26").toRealPath();
        publish(2);
        assertThat(output.resolve("2025-01-26").toRealPath()).isEqualTo(before);
        assertThat(output.resolve("2025-01-26/totals.csv")).hasContent("2");
    }

    @Test
    void whatACrashLeftIsTakenAway() throws IOException {
        publish(1);
        Path home = output.resolve(".dates/2025-01-26");
        Files.createDirectories(home.resolve("draft/revisions/1"));
        Files.writeString(home.resolve("draft/totals.csv"), "half");
        Files.createDirectories(home.resolve("2"));
        Files.writeString(home.resolve("2/totals.csv"), "never pointed to");
        Files.createSymbolicLink(home.resolve("link"), Path.of("nowhere"));

        publish(2);
        publish(2);

        assertThat(output.resolve("2025-01-26/totals.csv")).hasContent("2");
        assertThat(home.toFile().list()).as("the revision before stays for those who read it").containsExactlyInAnyOrder("1",
                "2");
    }

    @Test
    void aFolderOrFileThatIsNotItsOwnIsRefusedAndLeftAlone() throws IOException {
        Path mine = Files.createDirectories(output.resolve("2025-01-26"));
        Files.writeString(mine.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> publish(1)).isInstanceOf(IOException.class).hasMessage(mine
                + " is a folder that Crossfoot did not make; move it away");
        assertThat(mine.resolve("notes.txt")).hasContent("mine");

        Files.delete(mine.resolve("notes.txt"));
        Files.delete(mine);
        Files.writeString(mine, "mine too");
        assertThatThrownBy(() -> publish(1)).isInstanceOf(IOException.class).hasMessage(mine
                + " is a file that Crossfoot did not make; move it away");
        assertThat(mine).hasContent("mine too");

        Files.delete(mine);
        publish(1);
        assertThat(mine.resolve("totals.csv")).hasContent("1");
    }

    @Test
    @Timeout(300)
    void aReaderSeesOneRevisionAndAllOfItWhileTheNextOnesArePublished() throws Exception {
        publish(1);
        AtomicBoolean published = new AtomicBoolean();
        Semaphore reads = new Semaphore(0);
        CompletableFuture<List<String>> reader = CompletableFuture.supplyAsync(() -> {
            List<String> seen = new ArrayList<>();
            while (!published.get()) {
                seen.add(readOnce());
                reads.release();
            }
            return seen;
        });
        for (int newest = 2; newest <= 40; newest++) {
            // The second read to end from now on began after the last publication: no read may last through two of them.
            reads.drainPermits();
            reads.acquire(2);
            publish(newest);
        }
        published.set(true);

        assertThat(reader.get()).allMatch(seen -> seen.matches("(\\d+) \\1 \\1"));
    }

    /** As a script does that follows the link once and then reads the files one by one. */
    private String readOnce() {
        try {
            Path folder = output.resolve("2025-01-26").toRealPath();
            return Files.readString(folder.resolve("discrepancies.csv")) + " " + Files.readString(folder.resolve("totals.csv"))
                    + " "
                    + Files.readString(folder.resolve("figures.csv"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void theSummaryIsReplacedInOneStep() throws IOException {
        PublishedFolder folder = new PublishedFolder(output);
        folder.replace("summary.csv", new byte[] {'a', 'b'});
        folder.replace("summary.csv", new byte[] {'c'});
        assertThat(output.resolve("summary.csv")).hasContent("c");
        assertThat(output.toFile().list()).containsExactly("summary.csv");
    }
}
