package org.crossfoot.ledger;

import org.crossfoot.ledger.pack.Compressed;

/** A revision ready to be stored: its files are compressed, which takes longer than storing them. */
public record PackedRevision(RevisionRecord revision) {

    /** Keeps nothing of the files as they were: many revisions may wait to be stored. */
    public static PackedRevision of(RevisionRecord revision) {
        RevisionRecord.Files files = revision.files();
        return new PackedRevision(new RevisionRecord(revision.date(), revision.number(), revision.run(), revision.businessDate(),
                revision.settings(), revision.knownTo(), revision.result(), revision.figures(), revision.sources(),
                new RevisionRecord.Files(Compressed.pack(files.discrepancies()), Compressed.pack(files.totals()),
                        Compressed.pack(files.figures()), Compressed.pack(files.explanations()), Compressed.pack(files.datapackage())),
                revision.about(), revision.discrepancies()));
    }
}
