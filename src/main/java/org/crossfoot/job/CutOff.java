package org.crossfoot.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.crossfoot.figure.Figure;
import org.crossfoot.intake.PackingFault;
import org.crossfoot.intake.Reject;
import org.crossfoot.intake.RejectReason;
import org.crossfoot.intake.ReportBytes;
import org.crossfoot.intake.ReportName;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.ReportSink;
import org.crossfoot.intake.UnreadableReport;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.settings.Profile;

/** Finds reports that lost their end: taken for whole, they would take away what was said there before. */
final class CutOff {

    private static final int COMPARED_AT_ONCE = 1 << 16;

    private final Archive archive;
    private final ReportReader reader;

    CutOff(Archive archive, ReportReader reader) {
        this.archive = archive;
        this.reader = reader;
    }

    /**
     * Why a report looks cut off, or empty where it does not.
     *
     * @param kept  what is delivered now
     * @param known what was delivered before under the path and stands, or null
     */
    Optional<String> find(Profile profile, String path, Archive.Kept kept, ReportRecord known) throws IOException {
        if (profile.read().mayShrink()) {
            return Optional.empty();
        }
        ReportBytes delivered = () -> archive.open(kept.sha256());
        if (known != null) {
            ReportBytes before = () -> archive.open(known.sha256());
            if (kept.bytes() < known.bytes() && begins(before, delivered) || ReportName.isPacked(path)
                    && begins(ReportReader.unpacked(profile, path, before), ReportReader.unpacked(profile, path, delivered))) {
                return Optional.of(("%s: looks cut off: it ends where what was delivered before goes on (%s bytes now, %s before), which stands;"
                        + " deliver it whole or under a new name, or set read.may_shrink: true in source.yml")
                        .formatted(path, kept.bytes(), known.bytes()));
            }
        }
        return endsInLine(ReportReader.unpacked(profile, path, delivered)) ? read(profile, path, delivered) : Optional.empty();
    }

    /** Whether the whole begins with all of the part and goes on with more than line ends. */
    private static boolean begins(ReportBytes whole, ReportBytes part) throws IOException {
        try (InputStream all = whole.open(); InputStream some = part.open()) {
            while (true) {
                byte[] next = some.readNBytes(COMPARED_AT_ONCE);
                byte[] same = all.readNBytes(next.length);
                if (!Arrays.equals(next, same)) {
                    return false;
                }
                if (next.length < COMPARED_AT_ONCE) {
                    return goesOn(all);
                }
            }
        } catch (PackingFault e) {
            // What is wrong with it is told when it is read.
            return false;
        }
    }

    private static boolean goesOn(InputStream rest) throws IOException {
        int next = rest.read();
        while (next == '\n' || next == '\r') {
            next = rest.read();
        }
        return next >= 0;
    }

    private static boolean endsInLine(ReportBytes report) throws IOException {
        byte[] buffer = new byte[COMPARED_AT_ONCE];
        int last = '\n';
        try (InputStream in = report.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                last = read == 0 ? last : buffer[read - 1];
            }
        } catch (PackingFault e) {
            return true;
        }
        return last != '\n' && last != '\r';
    }

    /** Reads it only to hear whether its last row is whole. */
    private Optional<String> read(Profile profile, String path, ReportBytes report) throws IOException {
        try {
            reader.read(profile, path, report, new ReportSink() {
                @Override
                public void accept(Figure figure) {
                }

                @Override
                public void accept(Reject reject) {
                }
            });
            return Optional.empty();
        } catch (UnreadableReport e) {
            return e.reject().reason().equals(RejectReason.CUT_OFF.id()) ? Optional.of(e.getMessage()) : Optional.empty();
        }
    }
}
