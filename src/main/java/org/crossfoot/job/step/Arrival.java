package org.crossfoot.job.step;

import org.crossfoot.ledger.Archive;

/** What became of a report in the input folder, as far as its file and the archive tell. */
sealed interface Arrival {

    /**
     * It is what stands already.
     *
     * @param seen how its file looked when that was found out, to be remembered, or null
     */
    record Unchanged(String seen) implements Arrival {
    }

    /**
     * It is left to the next run.
     *
     * @param why a sentence
     */
    record Waits(String why) implements Arrival {
    }

    /**
     * It cannot be taken; what stood under its name stands on.
     *
     * @param why goes on after its name
     */
    record Refused(String why) implements Arrival {
    }

    /** It was taken away since the folder was looked through. */
    record Gone() implements Arrival {
    }

    /**
     * Its bytes are in the archive.
     *
     * @param seen how its file looked before they were read, or null where that tells nothing
     */
    record KeptReport(Archive.Kept bytes, String seen) implements Arrival {
    }
}
