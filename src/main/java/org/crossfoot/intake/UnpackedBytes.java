package org.crossfoot.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952) as it is read, up to a limit. Stricter than {@link java.util.zip.GZIPInputStream}, which passes over
 * whatever follows the first packed part where it cannot read it: half a report would be taken for a whole one.
 */
final class UnpackedBytes extends InputStream {

    private static final int WITH_HEADER_CHECK = 2;
    private static final int WITH_EXTRA = 4;
    private static final int WITH_NAME = 8;
    private static final int WITH_COMMENT = 16;

    private final InputStream packed;
    private final long limit;
    private final byte[] buffer = new byte[1 << 16];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private int next;
    private int filled;
    private long unpacked;
    private boolean begun;
    private boolean ended;

    UnpackedBytes(InputStream packed, long limit) {
        this.packed = packed;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (!begun) {
            header("the file is not packed with gzip, as its name says it is; name it .csv, or pack it");
            begun = true;
        }
        while (!ended && length > 0) {
            int taken = inflate(target, offset, length);
            if (taken > 0) {
                return taken;
            }
            if (inflater.finished()) {
                partEnds();
            } else if (inflater.needsDictionary()) {
                throw broken();
            } else if (fill()) {
                inflater.setInput(buffer, 0, filled);
            } else {
                throw endsEarly();
            }
        }
        return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] target, int offset, int length) throws PackingFault {
        try {
            int taken = inflater.inflate(target, offset, length);
            check.update(target, offset, taken);
            unpacked += taken;
            if (unpacked > limit) {
                throw new PackingFault(RejectReason.UNPACKED_SIZE, "unpacked it holds more than " + limit
                        + " bytes; raise read.unpacked_limit in source.yml, or have it delivered in parts");
            }
            return taken;
        } catch (DataFormatException e) {
            throw broken();
        }
    }

    /** Checks a part's sum and size, and begins the next part where one follows. */
    private void partEnds() throws IOException {
        next = filled - inflater.getRemaining();
        long sum = number();
        long size = number();
        if (sum != check.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw broken();
        }
        if (next == filled && !fill()) {
            ended = true;
        } else {
            inflater.reset();
            check.reset();
            header("something follows the packed report that is not packed; deliver it again");
        }
    }

    private void header(String otherwise) throws IOException {
        if (take() != 0x1f || take() != 0x8b || take() != 8) {
            throw new PackingFault(RejectReason.PACKING, otherwise);
        }
        int flags = take();
        skip(6);
        if ((flags & WITH_EXTRA) != 0) {
            skip(take() | take() << 8);
        }
        skipText((flags & WITH_NAME) != 0);
        skipText((flags & WITH_COMMENT) != 0);
        skip((flags & WITH_HEADER_CHECK) != 0 ? 2 : 0);
        inflater.setInput(buffer, next, filled - next);
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            take();
        }
    }

    private void skipText(boolean present) throws IOException {
        while (present && take() != 0) {
            // The text ends with a zero.
        }
    }

    private long number() throws IOException {
        return take() | take() << 8 | take() << 16 | (long) take() << 24;
    }

    private int take() throws IOException {
        if (next == filled && !fill()) {
            throw endsEarly();
        }
        return buffer[next++] & 0xff;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, packed.read(buffer));
        return filled > 0;
    }

    private static PackingFault broken() {
        return new PackingFault(RejectReason.PACKING, "the packed bytes are damaged; deliver it again (gzip -t tells whether a file is whole)");
    }

    private static PackingFault endsEarly() {
        return new PackingFault(RejectReason.CUT_OFF, "looks cut off: the file ends before the packed report does; deliver it whole");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
