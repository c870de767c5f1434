package org.crossfoot.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Runs.Note.Kind;
import org.crossfoot.settings.Profile;

/** Keeps out what is no whole report: copies that may still be being written, and those that were cut off. Notes each of them. */
final class Admission {

    private final RunContext context;
    private final Settling settling;
    private final CutOff cutOff;

    Admission(RunContext context) {
        this.context = context;
        this.settling = new Settling(context.run().started());
        this.cutOff = new CutOff(context.ledger().archive(), new ReportReader(context.snapshot().settings()));
    }

    /** Whether a report is left to the next run. */
    boolean waits(String path, String source, Path file) throws IOException {
        return noted(path, Kind.WAITING, settling.waits(path, file, profile(source).settled()));
    }

    /** @param known what stands under the path, or null */
    boolean refuses(String path, String source, Archive.Kept kept, ReportRecord known) throws IOException {
        ReportRecord before = known == null || Receive.hasNoBytes(known) ? null : known;
        return noted(path, Kind.REFUSED, cutOff.find(profile(source), path, kept, before));
    }

    private boolean noted(String path, Kind kind, Optional<String> why) {
        why.ifPresent(text -> context.note(path, kind, text));
        return why.isPresent();
    }

    private Profile profile(String source) {
        return context.snapshot().settings().profiles().get(source);
    }
}
