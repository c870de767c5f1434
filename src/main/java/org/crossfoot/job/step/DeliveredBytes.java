package org.crossfoot.job.step;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.crossfoot.ledger.Archive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archived bytes of reports, from where they can be had soonest: from {@code input/}, which needs no unpacking, where the
 * file is small enough to be looked at as a whole and still holds them; else from the archive.
 */
final class DeliveredBytes {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveredBytes.class);

    /** In bytes; two threads may hold a file each. */
    static final int LARGEST = 32 << 20;

    private static final int READ_AT_ONCE = 1 << 16;
    private static final byte[] NONE = {};

    private final Archive archive;
    private final Path input;

    DeliveredBytes(Archive archive, Path input) {
        this.archive = archive;
        this.input = input;
    }

    /**
     * @param path relative to {@code input/}
     * @throws IOException where the archive cannot give them back, or lost them, whatever {@code input/} holds
     */
    InputStream open(String path, String sha256) throws IOException {
        if (archive.has(sha256)) {
            byte[] delivered = content(path);
            if (Archive.sha256(delivered).equals(sha256)) {
                return new ByteArrayInputStream(delivered);
            }
        }
        return archive.open(sha256);
    }

    private byte[] content(String path) {
        try (FileChannel file = FileChannel.open(input.resolve(path), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return file.size() > LARGEST ? NONE : content(file);
        } catch (IOException e) {
            LOG.info("{} can no longer be read ({}); its bytes are taken from the archive", path, e.toString());
            return NONE;
        }
    }

    private static byte[] content(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate((int) file.size());
        int read = 0;
        while (content.hasRemaining() && read >= 0) {
            // Java keeps memory as large as what was read at once.
            content.limit(Math.min(content.position() + READ_AT_ONCE, content.capacity()));
            read = file.read(content);
            content.limit(content.capacity());
        }
        return content.array();
    }
}
