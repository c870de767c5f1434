package org.crossfoot.job.step;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/**
 * The bytes of a report's file, as far as it went when it was opened: one that goes on growing is read to an end all the same.
 * Links are not followed. Whatever fails in the file, and not in who takes its bytes, is an {@link Unreadable}.
 */
public final class ReportFile extends InputStream {

    /** A file that cannot be read; the message goes on after its name, and says who can mend it. */
    public static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1L;

        private Unreadable(IOException cause) {
            super(cause instanceof AccessDeniedException
                    ? "may not be read (access denied); its owner, or root, can let the user that runs Crossfoot read it:"
                    + " chmod a+r"
                    : "cannot be read (" + reason(cause) + "); put it there again, from where it came", cause);
        }

        private static String reason(IOException cause) {
            return cause instanceof FileSystemException file && file.getReason() != null ? file.getReason() : cause.toString();
        }
    }

    private final SeekableByteChannel channel;
    private final long size;
    private long left;

    private ReportFile(SeekableByteChannel channel, long size) {
        this.channel = channel;
        this.size = size;
        this.left = size;
    }

    public static ReportFile open(Path file) throws Unreadable {
        try {
            SeekableByteChannel channel = Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
            return new ReportFile(channel, channel.size());
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    /** How many bytes it had more, or less, than when it was opened; 0 where it is as it was. */
    long growth() throws Unreadable {
        try {
            return channel.size() - size;
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (left == 0 && length > 0) {
            return -1;
        }
        try {
            int taken = channel.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, left)));
            left -= Math.max(0, taken);
            return taken;
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
