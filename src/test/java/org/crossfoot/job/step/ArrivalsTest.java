package org.crossfoot.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.crossfoot.job.step.Arrivals.Delivered;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.PresentReport;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Runs.Command;
import org.crossfoot.ledger.Runs.Run;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.ledger.archive.ArchiveFolder;
import org.crossfoot.ledger.archive.FileLook;
import org.crossfoot.store.Workspace;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that looks from outside as it did when its bytes were compared is not read again. */
class ArrivalsTest {

    private static final Instant LONG_AFTER = Instant.now().plus(Duration.ofDays(1));

    @TempDir
    Path home;

    private Archive archive;
    private Path file;

    @BeforeEach
    void aReportStandsInTheInputFolder() throws IOException {
        Assumptions.assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("unix"),
                "this file system does not tell when a file was changed last, so that every file is read every night");
        Files.createDirectories(home.resolve("input/ice"));
        Files.writeString(home.resolve("input/crossfoot.yml"), "zone: UTC\nmeasures: { arrests: {} }\n");
        Files.writeString(home.resolve("input/areas.csv"), "area,name,part_of,breakdown,aliases\nus,United States,,,\n");
        Files.writeString(home.resolve("input/ice/source.yml"), """
                title: ICE
                trust: 5
                figures: [{ value: { column: n }, measure: { is: arrests }, area: { is: us }, day: { column: day } }]
                """);
        file = Files.writeString(home.resolve("input/ice/26.csv"), "day,n\n2025-01-26,956\n");
        archive = new Archive(home.resolve("archive"));
    }

    private Arrival arrives(PresentReport known, Instant began, boolean readsAll) throws IOException, SettingsException {
        return arrivals(began, readsAll).of(new Delivered("ice/26.csv", "ice", file, null, known));
    }

    private boolean inDoubt(FileLook look, PresentReport known, boolean readsAll) throws IOException, SettingsException {
        return !arrivals(LONG_AFTER, readsAll).inDoubt(List.of(new Delivered("ice/26.csv", "ice", file, look, known))).isEmpty();
    }

    private Arrivals arrivals(Instant began, boolean readsAll) throws IOException, SettingsException {
        SettingsFiles files = SettingsFiles.readFrom(home.resolve("input"));
        SettingsSnapshot snapshot = SettingsSnapshot.keep(files, SettingsReader.read(files), archive);
        RunContext context = new RunContext(
                new Run("run", Command.RUN, LocalDate.EPOCH, snapshot.id(), began, null, null), snapshot,
                new Workspace(home.resolve("input"), home.resolve("output")),
                new Ledger(archive, null, null, null, null, null, null, null, null), Progress.NONE, "test",
                new StagesReached(Stages.UNWATCHED), Set.of(), readsAll);
        return new Arrivals(context);
    }

    private static PresentReport known(String sha256, String seen) {
        return new PresentReport(1, "ice", "ice/26.csv", sha256, ReportRecord.ReadingState.READ, null, seen);
    }

    /** As a first night leaves it. */
    private PresentReport received() throws IOException, SettingsException {
        Arrival.KeptReport kept = (Arrival.KeptReport) arrives(null, LONG_AFTER, false);
        return known(kept.bytes().sha256(), kept.seen());
    }

    /** What a report is known for that holds something else than its file: whoever reads the file sees it. */
    private PresentReport receivedWithOtherBytes() throws IOException, SettingsException {
        String other = archive.keep("day,n\n2025-01-26,1179\n".getBytes(StandardCharsets.UTF_8)).sha256();
        return known(other, FileLook.of(file).orElseThrow().text() + " " + archive.look(other).orElseThrow());
    }

    @Test
    void whatLooksAsBeforeIsNotOpened() throws IOException, SettingsException {
        assertThat(arrives(receivedWithOtherBytes(), LONG_AFTER, false)).isEqualTo(new Arrival.Unchanged(null));
    }

    @Test
    void onlyWhatMayHoldOtherBytesIsInDoubt() throws IOException, SettingsException {
        PresentReport received = received();
        FileLook look = FileLook.of(file).orElseThrow();
        assertThat(inDoubt(look, received, false)).isFalse();
        assertThat(inDoubt(look, received, true)).as("all are read").isTrue();
        assertThat(inDoubt(look, null, false)).as("not known").isTrue();
        assertThat(inDoubt(null, received, false)).as("it cannot be told how it looks").isTrue();
        assertThat(inDoubt(look, known(received.sha256(), null), false)).as("too young to be remembered").isTrue();
        Files.delete(new ArchiveFolder(home.resolve("archive")).file(received.sha256()));
        assertThat(inDoubt(look, received, false)).as("lost in the archive").isTrue();
        PresentReport again = received();
        Files.writeString(file, "day,n\n2025-01-26,965\n");
        assertThat(inDoubt(FileLook.of(file).orElseThrow(), again, false)).as("changed").isTrue();
    }

    @Test
    void readAllOpensWhatLooksAsBefore() throws IOException, SettingsException {
        assertThat(arrives(receivedWithOtherBytes(), LONG_AFTER, true)).isInstanceOf(Arrival.KeptReport.class);
    }

    @Test
    void aFileOfTheSameSizeWithItsOldTimeIsRead() throws IOException, SettingsException {
        PresentReport received = received();
        FileTime written = Files.getLastModifiedTime(file);
        Files.writeString(file, "day,n\n2025-01-26,965\n");
        Files.setLastModifiedTime(file, written);
        assertThat(arrives(received, LONG_AFTER, false)).isInstanceOf(Arrival.KeptReport.class);
    }

    @Test
    void aFileThatTookItsPlaceIsRead() throws IOException, SettingsException {
        PresentReport received = received();
        Path other = Files.writeString(home.resolve("other"), "day,n\n2025-01-26,965\n");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.delete(file);
        Files.move(other, file);
        assertThat(arrives(received, LONG_AFTER, false)).isInstanceOf(Arrival.KeptReport.class);
    }

    @Test
    void whatWasArchivedAndIsChangedOrGoneIsArchivedAgain() throws IOException, SettingsException {
        PresentReport received = received();
        Files.writeString(new ArchiveFolder(home.resolve("archive")).file(received.sha256()), "damaged");
        assertThat(arrives(received, LONG_AFTER, false)).isInstanceOf(Arrival.KeptReport.class);
        assertThat(archive.damage(received.sha256())).isEmpty();
        Files.delete(new ArchiveFolder(home.resolve("archive")).file(received.sha256()));
        assertThat(arrives(received, LONG_AFTER, false)).isInstanceOf(Arrival.KeptReport.class);
        assertThat(archive.has(received.sha256())).isTrue();
    }

    @Test
    void whatIsTooYoungToBeToldApartIsNotRemembered() throws IOException, SettingsException {
        Instant changed = FileLook.of(file).orElseThrow().changed();
        assertThat(((Arrival.KeptReport) arrives(null, changed.plusSeconds(5), false)).seen()).isNull();
        PresentReport received = received();
        assertThat(received.seen()).isNotNull();
        PresentReport notSeen = known(received.sha256(), null);
        assertThat(arrives(notSeen, changed.plusSeconds(5), false)).isEqualTo(new Arrival.Unchanged(null));
        assertThat(arrives(notSeen, LONG_AFTER, false)).as("compared, and remembered").isInstanceOfSatisfying(
                Arrival.Unchanged.class, unchanged -> assertThat(unchanged.seen()).isNotNull());
    }
}
