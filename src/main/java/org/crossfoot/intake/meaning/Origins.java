package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import org.crossfoot.figure.Origin;

/** Gives what is said in one row, by the same and at the same time, one origin for all entries. */
final class Origins {

    private final String source;
    private final String file;
    private Origin last;

    Origins(String source, String file) {
        this.source = source;
        this.file = file;
    }

    /** @param said empty where nothing tells what was said together but the row */
    Origin of(long line, String said, LocalDate published, String attributedTo, String note, int trust, boolean derived) {
        String statement = said.isEmpty() ? null : said;
        // Texts of one row are the same objects; where equal ones are not, there are two origins that are equal.
        if (last == null || last.line() != line || last.said() != statement || last.published() != published
                || last.attributedTo() != attributedTo || last.note() != note || last.trust() != trust
                || last.derived() != derived) {
            last = new Origin(source, file, line, statement, published, attributedTo, note, trust, derived);
        }
        return last;
    }
}
