package org.crossfoot.job;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Has all threads work on the next few things while the one before them is dealt with, in their order.
 *
 * @param <T> what waits
 * @param <R> what is made of it
 */
final class Ahead<T, R> {

    private static final Logger LOG = LoggerFactory.getLogger(Ahead.class);

    /** May be called by several threads. */
    interface Work<T, R> {
        R on(T thing) throws IOException;
    }

    /** The work waits on the disk, so it is not memory that limits it; what a crash leaves of it is done again. */
    private static final int AHEAD = 2 * Runtime.getRuntime().availableProcessors();

    private final AsyncTaskExecutor threads;
    private final Work<T, R> work;
    private final Deque<Future<R>> begun = new ArrayDeque<>();
    private volatile boolean ended;

    Ahead(AsyncTaskExecutor threads, Work<T, R> work) {
        this.threads = threads;
        this.work = work;
    }

    /** What is made of the first thing that waits, which is one further at each call; those that are near are begun. */
    R next(Iterable<? extends T> waiting) throws IOException {
        Iterator<? extends T> things = waiting.iterator();
        for (int i = 0; i <= AHEAD && things.hasNext(); i++) {
            T thing = things.next();
            if (i >= begun.size()) {
                begun.add(threads.submit(() -> ended ? null : work.on(thing)));
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
                LOG.info("work that was begun ahead failed, and no longer matters to this run", e);
            }
        }
    }

    private static <R> R got(Future<R> made) throws IOException {
        try {
            return made.get();
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
            throw new IllegalStateException("interrupted while waiting for what was begun ahead", e);
        }
    }
}
