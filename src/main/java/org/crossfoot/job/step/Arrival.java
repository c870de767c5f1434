package org.crossfoot.job.step;

import org.crossfoot.ledger.Archive;

/** What became of a report in the input folder, as far as its file and the archive tell. */
sealed interface Arrival {

    /** It is what stands already. */
    record Unchanged() implements Arrival {
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

    /** Its bytes are in the archive. */
    record Kept(Archive.Kept bytes) implements Arrival {
    }
}
