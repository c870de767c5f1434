package org.crossfoot.ledger;

/**
 * What a night asks of every report that stands in {@code input/}: however many there are, of most it asks no more.
 *
 * @param repeats the path of the report of its source that has the same bytes and counts instead, or null
 * @param seen    how its file looked when its bytes were last compared, or null
 */
public record PresentReport(long id, String source, String path, String sha256, ReportRecord.ReadingState state, String repeats,
        String seen) {

    public boolean hasNoBytes() {
        return sha256.equals(ReportRecord.NO_BYTES);
    }
}
