package org.crossfoot.job.step;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.known.ReadReport;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.reconcile.outcome.FailedOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Step 2, per report. Bytes that the archive lost are archived again where they still stand in {@code input/}; where they do not,
 * the report cannot be read, and the night goes on without it. May be called by several threads.
 */
public final class ReadWaiting {

    private static final Logger LOG = LoggerFactory.getLogger(ReadWaiting.class);

    private final Archive archive;
    private final RunContext context;
    private final ReadReport reader;

    public ReadWaiting(RunContext context) {
        this.archive = context.ledger().archive();
        this.context = context;
        DeliveredBytes delivered = new DeliveredBytes(archive, context.workspace().input());
        this.reader = new ReadReport(context.snapshot().settings(),
                report -> () -> delivered.open(report.path(), report.sha256()));
    }

    public ReadReport.ReportRead process(Long id) throws IOException {
        ReportRecord report = context.ledger().reports().find(id);
        try {
            return reader.read(report);
        } catch (RuntimeException | Error e) {
            throw FailedOn.of(report.path(), e);
        } catch (IOException e) {
            Optional<String> damage = archive.damage(report.sha256());
            if (damage.isEmpty()) {
                throw e;
            }
            if (archivedAgain(report)) {
                LOG.warn("{}: {}; it is archived again from input/", report.path(), damage.get());
                return reader.read(report);
            }
            return ReadReport.unreadable(report, null,
                    new UnreadableReport(new Reject(report.source(), report.path(), 0, "", "archive",
                    damage.get() + ", and input/ no longer holds it as it was; deliver it again", "")));
        }
    }

    private boolean archivedAgain(ReportRecord report) throws IOException {
        Path file = context.workspace().input().resolve(report.path());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isReadable(file)) {
            return false;
        }
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return archive.keep(content).sha256().equals(report.sha256()) && archive.damage(report.sha256()).isEmpty();
        }
    }
}
