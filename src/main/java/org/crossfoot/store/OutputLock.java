package org.crossfoot.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run at a time: a lock of the operating system, which goes when the process goes, however it ends, and where the ledger is
 * on a server one of that as well. Those who only ask may do so together, but not while a run is at work; a run waits for them
 * to end.
 */
public final class OutputLock implements AutoCloseable {

    /**
     * The run's byte: far behind the name of the holder that the file begins with, since some systems let nobody read a locked
     * byte.
     */
    private static final long RUN = Long.MAX_VALUE - 1;

    /** The byte that those who only ask share. */
    private static final long ASKING = RUN - 1;

    private static final Logger LOG = LoggerFactory.getLogger(OutputLock.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final FileChannel channel;
    private final ServerLock server;
    private final String run;

    private OutputLock(FileChannel channel, ServerLock server, String run) {
        this.channel = channel;
        this.server = server;
        this.run = run;
    }

    /**
     * Takes it; waits a while for those who ask.
     *
     * @throws RunningException where another run holds it; names that run
     */
    public static OutputLock take(Workspace workspace, String run) throws IOException, RunningException {
        return take(workspace, run, PATIENCE);
    }

    public static OutputLock take(Workspace workspace, String run, Duration patience) throws IOException, RunningException {
        Path file = workspace.lock();
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (!isFree(channel, RUN, false)) {
            throw running(channel);
        }
        String holder = run + ", process " + ProcessHandle.current().pid();
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            waitForThoseWhoAsk(() -> isFree(channel, ASKING, false), patience);
            return new OutputLock(channel, onServer(workspace, holder, patience), holder);
        } catch (IOException | RunningException e) {
            try (channel) {
                channel.truncate(0);
                throw e;
            }
        }
    }

    /**
     * Takes one that was lost with the server; waits until that is there again, and nobody else holds it.
     *
     * @param patience how long at most
     */
    public static OutputLock takeAgain(Workspace workspace, String run, Duration patience) throws IOException, RunningException {
        long began = System.nanoTime();
        while (true) {
            try {
                return take(workspace, run);
            } catch (IOException | RunningException e) {
                if (System.nanoTime() - began > patience.toNanos()
                        || e instanceof IOException && !(e.getCause() instanceof SQLException)) {
                    throw e;
                }
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    /** Null where the ledger is a file. */
    private static ServerLock onServer(Workspace workspace, String holder, Duration patience)
            throws IOException, RunningException {
        if (workspace.server().isEmpty()) {
            return null;
        }
        ServerLock server = ServerLock.take(workspace, holder);
        try {
            waitForThoseWhoAsk(server::nobodyAsks, patience);
            return server;
        } catch (IOException | RunningException e) {
            try (server) {
                throw e;
            }
        }
    }

    private interface LockQuestion {
        boolean isFree() throws IOException;
    }

    private static void waitForThoseWhoAsk(LockQuestion asking, Duration patience)
            throws IOException, RunningException {
        long began = System.nanoTime();
        boolean told = false;
        while (!asking.isFree()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            if (waited.compareTo(patience) > 0) {
                throw new RunningException("somebody asks the ledger, with ask, verify, explain or diff, since "
                        + waited.toSeconds() + " s; end that, and run again");
            }
            if (!told && waited.compareTo(A_MOMENT) > 0) {
                told = true;
                LOG.warn("waiting for somebody who asks the ledger, with ask, verify, explain or diff, to end; at most {} s",
                        patience.toSeconds());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /**
     * For reading alone; nothing is written, not even into the lock's file.
     *
     * @throws RunningException where a run is at work
     */
    static OutputLock ask(Workspace workspace) throws IOException, RunningException {
        // Of a ledger on a server there need not be a folder on this machine.
        FileChannel channel = workspace.server().isPresent() && Files.notExists(workspace.lock()) ? null
                : FileChannel.open(workspace.lock(), StandardOpenOption.READ);
        if (channel != null && (!isFree(channel, RUN, true) || !isFree(channel, ASKING, true))) {
            throw running(channel);
        }
        try {
            return new OutputLock(channel, workspace.server().isPresent() ? ServerLock.ask(workspace) : null, null);
        } catch (IOException | RunningException e) {
            try (channel) {
                throw e;
            }
        }
    }

    /** Whether a byte could be locked; it then is, but for the run's byte, which those who ask only look at. */
    private static boolean isFree(FileChannel channel, long position, boolean shared) throws IOException {
        try {
            FileLock lock = channel.tryLock(position, 1, shared);
            if (lock != null && shared && position == RUN) {
                lock.release();
            }
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static RunningException running(FileChannel channel) throws IOException {
        try (channel) {
            String holder = holder(channel);
            return RunningException.ofRun(holder.isEmpty() ? "just starting" : "run " + holder);
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer name = ByteBuffer.allocate(200);
        channel.read(name, 0);
        return new String(name.array(), 0, name.position(), StandardCharsets.UTF_8);
    }

    /** Whether that of the server is no longer held, since it went away, or cannot be reached. */
    public boolean isLost() {
        return server != null && !server.isHeld();
    }

    @Override
    public void close() throws IOException {
        try (channel; server) {
            if (run != null) {
                channel.truncate(0);
            }
        }
    }

    /** Who holds it. */
    @Override
    public String toString() {
        return run;
    }
}
