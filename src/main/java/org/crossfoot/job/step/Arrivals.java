package org.crossfoot.job.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.PresentReport;
import org.crossfoot.settings.Profile;
import org.crossfoot.ledger.archive.FileLook;

/** Looks at the files of reports, and archives what is not there yet. May be called by several threads. */
final class Arrivals {

    /**
     * @param look  how the file looked when the folder was looked through, or null
     * @param known what stands under the path, or null
     */
    record Delivered(String path, String source, Path file, FileLook look, PresentReport known) {
    }

    private final Archive archive;
    private final Settling settling;
    private final Map<String, Profile> profiles;
    private final Instant began;
    private final boolean readsAll;

    Arrivals(RunContext context) {
        this.archive = context.ledger().archive();
        this.settling = new Settling(context.run().started());
        this.profiles = context.snapshot().settings().profiles();
        this.began = context.run().started();
        this.readsAll = context.readsAll();
    }

    /** Which of some may hold other bytes than are known, or than they were archived with, by how they look from outside. */
    List<Delivered> inDoubt(List<Delivered> some) {
        return some.stream().filter(report -> readsAll || !looksAsBefore(report, Optional.ofNullable(report.look))).toList();
    }

    private boolean looksAsBefore(Delivered report, Optional<FileLook> look) {
        return report.known != null && report.known.seen() != null
                && report.known.seen().equals(seen(look, report.known.sha256()));
    }

    Arrival of(Delivered report) throws IOException {
        Optional<FileLook> look = FileLook.of(report.file);
        if (!readsAll && looksAsBefore(report, look)) {
            return new Arrival.Unchanged(null);
        }
        Optional<FileLook> settled = look.filter(one -> one.isSettled(began));
        try (ReportFile file = ReportFile.open(report.file)) {
            if (isUnchanged(report)) {
                return new Arrival.Unchanged(seen(settled, report.known.sha256()));
            }
            Optional<String> waits = settling.waits(report.path, report.file, profiles.get(report.source).settled());
            return waits.isPresent() ? new Arrival.Waits(waits.get()) : kept(file, settled);
        } catch (IOException e) {
            if (isGone(report.file)) {
                return new Arrival.Gone();
            }
            if (e instanceof ReportFile.Unreadable) {
                return new Arrival.Refused(e.getMessage());
            }
            throw e;
        }
    }

    /** How a report's file and what is archived of it look, or null where that cannot be told. */
    private String seen(Optional<FileLook> look, String sha256) {
        return look.flatMap(file -> archive.look(sha256).map(kept -> file.text() + " " + kept)).orElse(null);
    }

    private Arrival kept(ReportFile file, Optional<FileLook> look) throws IOException {
        Archive.Kept kept = archive.keep(file);
        return file.growth() == 0 ? new Arrival.KeptReport(kept, seen(look, kept.sha256()))
                : new Arrival.Refused("is still being written (" + kept.bytes()
                + " bytes when it was opened, " + (kept.bytes() + file.growth())
                + " when these were read); the next run looks again:"
                + " copy it under another name and rename it, or set settled in source.yml");
    }

    private boolean isUnchanged(Delivered report) throws IOException {
        if (report.known == null) {
            return false;
        }
        try (ReportFile bytes = ReportFile.open(report.file)) {
            return archive.holds(report.known.sha256(), bytes);
        }
    }

    /** What may not be looked at is not known to be gone. */
    private static boolean isGone(Path file) {
        return Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
                || Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
