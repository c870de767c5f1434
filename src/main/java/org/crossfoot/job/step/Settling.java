package org.crossfoot.job.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.crossfoot.settings.Profile.Settled;

/** Tells whether the copy of a report may still be being written; then it is left to the next run. */
final class Settling {

    private final Instant now;

    /** @param now when the run began: a run that is finished later waits for the same reports */
    Settling(Instant now) {
        this.now = now;
    }

    /**
     * Why a report waits, or empty where it does not.
     *
     * @param settled null where its source says nothing
     */
    Optional<String> waits(String path, Path file, Settled settled) throws IOException {
        if (settled instanceof Settled.After after) {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            if (written.isAfter(now.minus(after.time()))) {
                return Optional.of("%s: waits, since it was written at %s; settled.after in source.yml says how long"
                        .formatted(path, written.truncatedTo(ChronoUnit.SECONDS)));
            }
        }
        if (settled instanceof Settled.Marker marker
                && !Files.exists(file.resolveSibling(file.getFileName() + marker.ending()))) {
            return Optional.of("%s: waits for %s%s beside it; settled.marker in source.yml asks for it"
                    .formatted(path, file.getFileName(), marker.ending()));
        }
        return Optional.empty();
    }
}
