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

/** One run at a time: a lock of the operating system, which goes when the process goes, however it ends. */
final class OutputLock implements AutoCloseable {

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
        try {
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            if (lock == null) {
                throw new OverlappingFileLockException();
            }
        } catch (OverlappingFileLockException e) {
            try (channel) {
                throw new RunningException(holder(channel));
            }
        }
        OutputLock held = new OutputLock(channel, run + ", process " + ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(held.toString().getBytes(StandardCharsets.UTF_8)), 0);
        return held;
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer name = ByteBuffer.allocate(200);
        channel.read(name, 0);
        return new String(name.array(), 0, name.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        channel.close();
    }

    /** Who holds it. */
    @Override
    public String toString() {
        return run;
    }
}
