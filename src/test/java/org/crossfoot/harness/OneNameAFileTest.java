package org.crossfoot.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.report.PublishedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk on which a file has one name, as FAT has it, or that gives a file no more names. */
class OneNameAFileTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);

    @TempDir
    Path output;

    private static RevisionRecord revision(int number) {
        byte[] content = {(byte) ('0' + number)};
        return new RevisionRecord(DAY, number, "run", DAY, "settings", 1L, "result", 0, 0,
                RevisionRecord.FILES.stream().collect(Collectors.toMap(file -> file, file -> content)), null, List.of());
    }

    @Test
    void earlierRevisionsAreWritten() throws IOException {
        FaultyFiles files = new FaultyFiles(Fault.NONE) {
            @Override
            public void createLink(Path name, Path file) {
                throw new UnsupportedOperationException();
            }
        };
        PublishedFolder folder = new PublishedFolder(files.reach(output));
        List<RevisionRecord> all = List.of(revision(1), revision(2), revision(3));
        for (RevisionRecord each : all) {
            folder.publish(folder.draft(each, all.stream().limit(each.number() - 1), Map.of()));
        }

        assertThat(output.resolve("2025-01-26/revisions/1/totals.csv")).hasContent("1");
        assertThat(output.resolve("2025-01-26/revisions/2/datapackage.json")).hasContent("2");
        assertThat(output.resolve("2025-01-26/revisions/2").toFile().list()).hasSize(RevisionRecord.FILES.size());
    }
}
