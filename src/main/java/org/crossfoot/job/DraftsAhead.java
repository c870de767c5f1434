package org.crossfoot.job;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.crossfoot.report.PublishedFolder.Draft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;

/** Has a few dates drafted by all threads while the one before them is published. */
final class DraftsAhead {

    private static final Logger LOG = LoggerFactory.getLogger(DraftsAhead.class);

    /** Drafts a date; may be called by several threads. */
    interface Drafter {
        Draft draft(WaitingDate date) throws IOException;
    }

    /** Drafts wait on the disk, so it is not memory that limits them; what a crash leaves of them is written again. */
    private static final int AHEAD = 2 * Runtime.getRuntime().availableProcessors();

    private final AsyncTaskExecutor threads;
    private final Drafter drafter;
    private final Deque<Future<Draft>> begun = new ArrayDeque<>();
    private volatile boolean ended;

    DraftsAhead(AsyncTaskExecutor threads, Drafter drafter) {
        this.threads = threads;
        this.drafter = drafter;
    }

    /** The draft of the first of the dates that wait, which is one date further at each call; those that are near are begun. */
    Draft next(Iterable<WaitingDate> waiting) throws IOException {
        Iterator<WaitingDate> dates = waiting.iterator();
        for (int i = 0; i <= AHEAD && dates.hasNext(); i++) {
            WaitingDate date = dates.next();
            if (i >= begun.size()) {
                begun.add(threads.submit(() -> ended ? null : drafter.draft(date)));
            }
        }
        return got(begun.remove());
    }

    /** Begins no more, and waits for what runs: a thread that was interrupted would close the database under the others. */
    void end() {
        ended = true;
        while (!begun.isEmpty()) {
            try {
                got(begun.remove());
            } catch (IOException | RuntimeException e) {
                LOG.info("a date that was drafted ahead failed, and no longer matters to this run", e);
            }
        }
    }

    private static Draft got(Future<Draft> draft) throws IOException {
        try {
            return draft.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a date was drafted", e);
        }
    }
}
