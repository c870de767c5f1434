package org.crossfoot.intake.row;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/** Packed bytes, one after the other or as many at once as the unpacking asks for. */
final class PackedBytes {

    private final InputStream bytes;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;

    PackedBytes(InputStream bytes) {
        this.bytes = bytes;
    }

    boolean atEnd() throws IOException {
        if (next == filled) {
            next = 0;
            filled = Math.max(0, bytes.read(buffer));
        }
        return filled == 0;
    }

    int take() throws IOException {
        if (atEnd()) {
            throw new PackingFault(RejectReason.CUT_OFF, "looks cut off: the file ends before the packed report does; deliver it whole");
        }
        return buffer[next++] & 0xff;
    }

    /** A number of four bytes, the lowest first. */
    long takeNumber() throws IOException {
        return take() | take() << 8 | take() << 16 | (long) take() << 24;
    }

    /** Hands over all bytes at hand, and at least one. */
    void handTo(Inflater inflater) throws IOException {
        take();
        inflater.setInput(buffer, next - 1, filled - next + 1);
        next = filled;
    }

    /** Takes back what was handed over last and not used. */
    void takeBack(int unused) {
        next = filled - unused;
    }
}
