package org.crossfoot.job.step;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.ReportName;
import org.crossfoot.intake.row.UnpackedBytes.PackingFault;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.settings.Profile;

/**
 * Finds reports that lost their end or cannot be read: taken, they would take away what was delivered before under their name.
 */
public final class SpoiltReports {

    public static final String STANDS = "; what was delivered before stands";

    private static final int COMPARED_AT_ONCE = 1 << 16;

    private final Archive archive;
    private final ReportReader reader;

    SpoiltReports(Archive archive, ReportReader reader) {
        this.archive = archive;
        this.reader = reader;
    }

    /**
     * Why a report is not taken, or empty where it is.
     *
     * @param kept  what is delivered now
     * @param known what was delivered before under the path and stands, or null
     */
    Optional<String> find(Profile profile, String path, Archive.Kept kept, ReportRecord known) throws IOException {
        if (known == null) {
            return Optional.empty();
        }
        ReportBytes delivered = () -> archive.open(kept.sha256());
        Optional<String> lostEnd = profile.read().mayShrink() ? Optional.empty() : lostEnd(profile, path, kept, known, delivered);
        return lostEnd.isPresent() ? lostEnd : reader.fault(profile, path, delivered).map(fault -> fault + STANDS);
    }

    private Optional<String> lostEnd(Profile profile, String path, Archive.Kept kept, ReportRecord known, ReportBytes delivered)
            throws IOException {
        ReportBytes before = () -> archive.open(known.sha256());
        if (kept.bytes() < known.bytes() && begins(before, delivered) || ReportName.isPacked(path)
                && begins(ReportReader.unpacked(profile, path, before), ReportReader.unpacked(profile, path, delivered))) {
            return Optional.of(("%s: looks cut off: it ends where what was delivered before goes on"
                    + " (%s bytes now, %s before), which stands;"
                    + " deliver it whole or under a new name, or set read.may_shrink: true in source.yml")
                    .formatted(path, kept.bytes(), known.bytes()));
        }
        return reader.lostEnd(profile, path, delivered).map(fault -> path + ": " + fault
                + ", or set read.may_shrink: true in source.yml" + STANDS);
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
        } catch (PackingFault | NoSuchFileException | EOFException | ZipException e) {
            // What is wrong with it is told when it is read; bytes that the archive lost can be compared with nothing.
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
}
