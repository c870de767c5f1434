package org.crossfoot.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crossfoot.ledger.pack.Compressed;

/** A revision ready to be stored: its files are compressed, which takes longer than storing them. */
public record PackedRevision(RevisionRecord revision) {

    /** Keeps nothing of the files as they were: many revisions may wait to be stored. */
    public static PackedRevision of(RevisionRecord revision) {
        Map<String, byte[]> packed = new LinkedHashMap<>(revision.files());
        packed.replaceAll((file, content) -> Compressed.pack(content));
        return new PackedRevision(revision.with(packed));
    }
}
