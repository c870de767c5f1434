package org.crossfoot.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.settings.Profile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the files of reports, and archives what is not there yet. May be called by several threads. */
final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    /** @param known what stands under the path, or null */
    record Delivered(String path, String source, Path file, ReportRecord known) {
    }

    private final Archive archive;
    private final Settling settling;
    private final Map<String, Profile> profiles;

    Arrivals(RunContext context) {
        this.archive = context.ledger().archive();
        this.settling = new Settling(context.run().started());
        this.profiles = context.snapshot().settings().profiles();
    }

    Arrival of(Delivered report) throws IOException {
        try (InputStream bytes = open(report)) {
            if (isUnchanged(report)) {
                return new Arrival.Unchanged();
            }
            Optional<String> waits = settling.waits(report.path, report.file, profiles.get(report.source).settled());
            return waits.isPresent() ? new Arrival.Waits(waits.get()) : new Arrival.Kept(archive.keep(bytes));
        } catch (IOException e) {
            if (!Files.isRegularFile(report.file, LinkOption.NOFOLLOW_LINKS)) {
                return new Arrival.Gone();
            }
            if (Files.isReadable(report.file)) {
                throw e;
            }
            LOG.info("{}: cannot be opened ({}); let the user that runs Crossfoot read it", report.path, e.toString());
            return new Arrival.Kept(new Archive.Kept(Receive.NO_BYTES, 0));
        }
    }

    private boolean isUnchanged(Delivered report) throws IOException {
        if (report.known == null) {
            return false;
        }
        try (InputStream bytes = open(report)) {
            return archive.holds(report.known.sha256(), bytes);
        }
    }

    private static InputStream open(Delivered report) throws IOException {
        return Files.newInputStream(report.file, LinkOption.NOFOLLOW_LINKS);
    }
}
