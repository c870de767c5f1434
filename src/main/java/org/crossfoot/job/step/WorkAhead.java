package org.crossfoot.job.step;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Has all threads work at the next few of many things while what came of those before them is stored; gives it in their order.
 */
public final class WorkAhead<T, R> {

    private static final Logger LOG = LoggerFactory.getLogger(WorkAhead.class);

    /** May be called by several threads. */
    public interface Work<T, R> {
        R of(T thing) throws IOException;
    }

    private final AsyncTaskExecutor threads;
    private final int ahead;
    private final Work<T, R> work;
    private final Deque<Future<R>> begun = new ArrayDeque<>();
    private Iterator<T> left;
    private volatile boolean ended;

    /** @param ahead how many are begun beyond the one that is waited for */
    public WorkAhead(AsyncTaskExecutor threads, int ahead, Work<T, R> work) {
        this.threads = threads;
        this.ahead = ahead;
        this.work = work;
    }

    public void begin(Collection<T> all) {
        left = all.iterator();
    }

    /** What came of the next one, or null where there is none. */
    public R next() throws IOException {
        while (begun.size() <= ahead && left.hasNext()) {
            T thing = left.next();
            begun.add(threads.submit(() -> ended ? null : work.of(thing)));
        }
        return begun.isEmpty() ? null : got(begun.remove());
    }

    /** Begins no more, and waits for what runs: a thread that was interrupted would close the database under the others. */
    public void end() {
        ended = true;
        while (!begun.isEmpty()) {
            try {
                got(begun.remove());
            } catch (IOException | RuntimeException e) {
                LOG.info("what was worked at ahead failed, and no longer matters to this run", e);
            }
        }
    }

    private static <R> R got(Future<R> result) throws IOException {
        try {
            return result.get();
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
            throw new IllegalStateException("interrupted while another thread worked", e);
        }
    }
}
