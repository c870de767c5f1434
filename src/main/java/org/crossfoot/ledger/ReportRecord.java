package org.crossfoot.ledger;

import java.time.LocalDate;

/**
 * One content that stood under a path of {@code input/}.
 *
 * @param version     counts the contents of the path, from 1
 * @param repeats     the path of the report of the same source that has the same bytes and counts instead, or null
 * @param readWith    id of the settings it was read with, or null
 * @param publishedOn the day it says it was published as a whole, or, where it holds no figure, the day it is of; or null
 * @param lastDate    the latest date it has a figure for, or null
 * @param contents    what it holds beside its figures
 * @param failure     why it could not be read, or null
 */
public record ReportRecord(long id, String source, String path, int version, String sha256, long bytes, String receivedRun,
        LocalDate receivedOn, Standing standing, ReadingState state, String repeats, String readRun, String readWith,
        LocalDate publishedOn, LocalDate lastDate, Reading reading, Contents contents, String failure) {

    /** Stands for the SHA-256 of a report whose bytes could not be had. */
    public static final String NO_BYTES = "0".repeat(64);

    public boolean hasNoBytes() {
        return sha256.equals(NO_BYTES);
    }

    /** The same report, read again; {@code readRun} and {@code readWith} are not asked of it. */
    public ReportRecord readAs(ReadingState newState, LocalDate newPublishedOn, LocalDate newLastDate,
            Reading newReading, Contents newContents, String newFailure) {
        return new ReportRecord(id, source, path, version, sha256, bytes, receivedRun, receivedOn, standing,
                newState, repeats, null, null, newPublishedOn, newLastDate, newReading, newContents, newFailure);
    }

    public enum Standing {
        /** Stands in {@code input/} now. */
        PRESENT,
        /** Another content stands under its path now. */
        REPLACED,
        /** Nothing stands under its path now. */
        WITHDRAWN
    }

    public enum ReadingState { WAITING, READ, UNREADABLE }

    /** What became of its lines: {@code lines = header + figureLines + rejected + skipped}. */
    public record Reading(long lines, long headerLines, long figureLines, long rejectedLines, long skippedLines, long notBegun,
            long listedAgain, long figures, long rejects) {
    }

    /**
     * What a report holds beside its figures, as far as it is told, or compared with what others hold.
     *
     * @param rejectedFirst what was rejected first, of each of some reasons, in words; null where nothing was
     * @param unusedRows    rows that no entry is for
     * @param unusedLine    the line of the first of them
     * @param columnsUsed   the names of the columns that entries use, one a line; null where they are not known
     * @param columnsUnused the names of the others, one a line; null where they are not known
     * @param figuresHash   of what its figures say of whatever areas; 0 where they are few, or say the same
     * @param areasHash     of their areas
     */
    public record Contents(String rejectedFirst, long unusedRows, long unusedLine, String columnsUsed, String columnsUnused,
            long figuresHash, long areasHash) {

        public static final Contents UNKNOWN = new Contents(null, 0, 0, null, null, 0, 0);
    }
}
