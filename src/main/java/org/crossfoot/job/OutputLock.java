package org.crossfoot.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One run at a time: a lock of the operating system, which goes when the process goes, however it ends. Those who only ask may
 * do so together, but not while a run is at work; a run waits for them to end.
 */
final class OutputLock implements AutoCloseable {

    /** The run's byte: far behind the name of the holder that the file begins with, since some systems let nobody read a locked byte. */
    private static final long RUN = Long.MAX_VALUE - 1;

    /** The byte that those who only ask share. */
    private static final long ASKING = RUN - 1;

    private final FileChannel channel;
    private final String run;

    private OutputLock(FileChannel channel, String run) {
        this.channel = channel;
        this.run = run;
    }

    /** @throws RunningException where another run holds it; names that run */
    static OutputLock take(Workspace workspace, String run) throws IOException, RunningException {
        Path file = workspace.lock();
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!isFree(channel, RUN, false)) {
            throw running(channel);
        }
        OutputLock held = new OutputLock(channel, run + ", process " + ProcessHandle.current().pid());
        try {
            channel.lock(ASKING, 1, false);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(held.toString().getBytes(StandardCharsets.UTF_8)), 0);
            return held;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * For reading alone; nothing is written, not even into the lock's file.
     *
     * @throws RunningException where a run is at work
     */
    static OutputLock ask(Workspace workspace) throws IOException, RunningException {
        FileChannel channel = FileChannel.open(workspace.lock(), StandardOpenOption.READ);
        if (!isFree(channel, RUN, true) || !isFree(channel, ASKING, true)) {
            throw running(channel);
        }
        return new OutputLock(channel, null);
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
            return new RunningException(holder(channel));
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer name = ByteBuffer.allocate(200);
        channel.read(name, 0);
        return new String(name.array(), 0, name.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
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
