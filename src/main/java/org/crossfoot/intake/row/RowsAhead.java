package org.crossfoot.intake.row;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Gives rows in their order, which a thread of its own takes apart a little ahead of who reads them: half of the work on a long
 * report is done before its first cell has a meaning. Short reports need no thread, and get none.
 */
public final class RowsAhead implements Closeable {

    private static final int ROWS = 512;
    private static final int CHARACTERS = 1 << 18;
    private static final int BATCHES_AHEAD = 4;

    /** So many are read before a thread pays; they are the first ones, as nothing tells how many there are. */
    private static final int BATCHES_ALONE = 6;

    /** @param failure what ended the reading after these rows, or null */
    private record Batch(List<Row> rows, boolean isLast, Throwable failure) {
    }

    private final Rows source;
    private final BlockingQueue<Batch> ahead = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final Thread thread = new Thread(this::readOn, "rows ahead");
    private Batch batch = new Batch(List.of(), false, null);
    private int next;
    private int batchesTaken;

    public RowsAhead(Rows source) {
        this.source = source;
        thread.setDaemon(true);
    }

    /** The next row, or null at the end. */
    public Row next() throws IOException {
        while (next == batch.rows.size()) {
            if (batch.isLast) {
                fail(batch.failure);
                return null;
            }
            batch = batchesTaken < BATCHES_ALONE ? read() : take();
            next = 0;
            batchesTaken++;
            if (batchesTaken == BATCHES_ALONE && !batch.isLast) {
                thread.start();
            }
        }
        return batch.rows.get(next++);
    }

    private Batch take() throws IOException {
        try {
            return ahead.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading rows");
        }
    }

    private static void fail(Throwable failure) throws IOException {
        if (failure instanceof IOException unreadable) {
            throw unreadable;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    private void readOn() {
        try {
            Batch read;
            do {
                read = read();
                ahead.put(read);
            } while (!read.isLast);
        } catch (InterruptedException e) {
            // Nobody wants the rest.
            Thread.currentThread().interrupt();
        }
    }

    private Batch read() {
        List<Row> rows = new ArrayList<>(ROWS);
        try {
            long most = source.characters() + CHARACTERS;
            while (rows.size() < ROWS && source.characters() < most) {
                Row row = source.next();
                if (row == null) {
                    return new Batch(rows, true, null);
                }
                rows.add(row);
            }
            return new Batch(rows, false, null);
        } catch (IOException | RuntimeException | Error e) {
            return new Batch(rows, true, e);
        }
    }

    /** Ends the reading; only then may what the rows are read from be closed. */
    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading rows");
        }
    }
}
