package org.crossfoot.intake;

import java.io.IOException;
import java.util.Optional;
import org.crossfoot.intake.row.PhysicalLines;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.Rows;
import org.crossfoot.settings.Profile;

/** Whether a report ends in the middle of a row: its last line has no line end, and fewer cells than the header or an open quote. */
final class ReportEnd {

    private ReportEnd() {
    }

    /** What is wrong with the last line, or empty. */
    static Optional<String> fault(Profile profile, PhysicalLines lines) throws IOException {
        Rows rows = new Rows(lines, lines.skipLines(profile.read().headerLine() - 1), profile.read());
        Row header = rows.next();
        Row last = null;
        for (Row row = rows.next(); row != null; row = rows.next()) {
            last = row;
        }
        if (last == null || header.damage() != null || !lines.endInLine()) {
            return Optional.empty();
        }
        if (last.damage() == null) {
            return last.isBlank() || last.size() >= header.size() ? Optional.empty()
                    : Optional.of("line %s, the last, has %s of %s cells and no line end".formatted(last.line(), last.size(),
                            header.size()));
        }
        return last.damage().reason() == RejectReason.OPEN_QUOTE && last.lines() == 1
                ? Optional.of("line %s, the last, leaves a quote open and has no line end".formatted(last.line())) : Optional.empty();
    }
}
