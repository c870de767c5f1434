package org.crossfoot.page;

import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.RevisionRecord;

/**
 * The files beside a date's page that it takes more from when somebody asks for it. A page may stay open while another revision is
 * published in its place, so their names have the revision's number, and each says whose it is.
 *
 * @param revision number
 * @param content  what tells it from another revision of that number, of a ledger that was made anew
 */
record DataFiles(int revision, String content) {

    private static final int DIGITS = 10;

    static DataFiles of(RevisionRecord revision) {
        return new DataFiles(revision.number(), Archive.sha256(revision.files().datapackage()).substring(0, DIGITS));
    }

    /** Where one stands in the date's folder. */
    String path(String name) {
        return "report-data/" + revision + "-" + name + ".js";
    }

    /** Begins one; what it hands over follows. */
    Script script(String name, int expected) {
        Script script = new Script("crossfootData", expected);
        script.text().add('"').add(content).add("\", \"").add(name).add("\", ");
        return script;
    }
}
