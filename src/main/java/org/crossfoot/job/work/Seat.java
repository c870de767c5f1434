package org.crossfoot.job.work;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A partition of a night, which is no list of things to do but a place to work at. Whoever sits there takes some that wait, in
 * the transaction that stores what comes of them: what it does not come to the end of waits as before. Stale is who no longer has
 * the version of the seat's own record, which is written in the same transaction.
 *
 * @param <T> what is done there
 * @param <R> what comes of it
 */
abstract sealed class Seat<T, R> permits ReconcilingSeat, ReadingSeat {

    /** Is told what a seat begins. */
    interface Sitting {
        void at(String what);
    }

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    Seat(JobRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    /** Takes some that wait and that nobody is at, and holds them until the transaction ends; fewer than asked: no more wait. */
    abstract List<T> claim(int most);

    abstract R work(T one) throws Exception;

    abstract void store(List<? extends R> results) throws Exception;

    /** For people who ask who is at what. */
    abstract String inWords(List<T> claimed);

    /**
     * The work of one who sits.
     *
     * @param atOnce how many are taken at a time
     */
    Step step(String name, int atOnce, Sitting sitting) {
        return new StepBuilder(name, repository).<T, R>chunk(atOnce).transactionManager(transactions)
                .reader(new Claimed(atOnce, sitting)).processor(this::work).writer(this::write).build();
    }

    private void write(Chunk<? extends R> chunk) throws Exception {
        store(chunk.getItems());
    }

    private final class Claimed implements ItemReader<T> {

        private final int atOnce;
        private final Sitting sitting;
        private final Queue<T> claimed = new ArrayDeque<>();
        private boolean isLast;

        Claimed(int atOnce, Sitting sitting) {
            this.atOnce = atOnce;
            this.sitting = sitting;
        }

        @Override
        public T read() {
            if (claimed.isEmpty() && !isLast) {
                List<T> more = claim(atOnce);
                claimed.addAll(more);
                // In the same transaction the same ones would be given once more.
                isLast = claimed.size() < atOnce;
                if (!more.isEmpty()) {
                    sitting.at(inWords(more));
                }
            }
            return claimed.poll();
        }
    }
}
