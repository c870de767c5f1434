package org.crossfoot.cli.print;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output, which remembers that it could not be written: those who print to it are not told. */
public final class StandardOutput extends OutputStream {

    /** Whoever read it has read enough, as {@code head} does. */
    private static final String NOBODY_READS = "Broken pipe";

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private String failure;

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? String.valueOf(e.getMessage()) : failure;
            throw e;
        }
    }

    /** Whether somebody may still wait for what could not be written. */
    public boolean wasLost() {
        return failure != null && !failure.contains(NOBODY_READS);
    }

    /** Why the first of it could not be written, or null. */
    public String failure() {
        return failure;
    }
}
