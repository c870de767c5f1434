package org.crossfoot.ledger;

/** A revision ready to be stored: its files are compressed, which takes longer than storing them. */
public record PackedRevision(RevisionRecord revision, byte[] discrepancies, byte[] totals, byte[] figures, byte[] explanations,
        byte[] datapackage) {

    public static PackedRevision of(RevisionRecord revision) {
        RevisionRecord.Files files = revision.files();
        return new PackedRevision(revision, Compressed.pack(files.discrepancies()), Compressed.pack(files.totals()),
                Compressed.pack(files.figures()), Compressed.pack(files.explanations()), Compressed.pack(files.datapackage()));
    }
}
