package org.crossfoot.intake.row;

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
public final class UnpackedBytes extends InputStream {

    private static final int HEADER_HAS_CHECK = 2;
    private static final int HEADER_HAS_EXTRA = 4;
    private static final int HEADER_HAS_NAME = 8;
    private static final int HEADER_HAS_COMMENT = 16;

    private final InputStream source;
    private final PackedBytes packed;
    private final long limit;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private long unpacked;
    private boolean begun;
    private boolean ended;

    public UnpackedBytes(InputStream source, long limit) {
        this.source = source;
        this.packed = new PackedBytes(source);
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
            skipHeader("the file is not packed with gzip, as its name says it is; name it .csv, or pack it");
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
                throw damaged();
            } else {
                packed.handTo(inflater);
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
                throw PackingFault.tooLarge(limit);
            }
            return taken;
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    /** Checks a part's sum and size, and begins the next part where one follows. */
    private void partEnds() throws IOException {
        packed.takeBack(inflater.getRemaining());
        long sum = packed.takeNumber();
        long size = packed.takeNumber();
        if (sum != check.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw damaged();
        }
        inflater.reset();
        check.reset();
        ended = packed.atEnd();
        if (!ended) {
            skipHeader("something follows the packed report that is not packed; deliver it again");
        }
    }

    private void skipHeader(String otherwise) throws IOException {
        if (packed.take() != 0x1f || packed.take() != 0x8b || packed.take() != 8) {
            throw new PackingFault(RejectReason.PACKING, otherwise);
        }
        int has = packed.take();
        skip(6);
        if ((has & HEADER_HAS_EXTRA) != 0) {
            skip(packed.take() | packed.take() << 8);
        }
        skipText((has & HEADER_HAS_NAME) != 0);
        skipText((has & HEADER_HAS_COMMENT) != 0);
        skip((has & HEADER_HAS_CHECK) != 0 ? 2 : 0);
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            packed.take();
        }
    }

    private void skipText(boolean present) throws IOException {
        while (present && packed.take() != 0) {
            // The text ends with a zero.
        }
    }

    private static PackingFault damaged() {
        return new PackingFault(RejectReason.PACKING,
                "the packed bytes are damaged; deliver it again (gzip -t tells whether a file is whole)");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        source.close();
    }

    /** Packed bytes, one after the other or as many at once as the unpacking asks for. */
    private static final class PackedBytes {

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
                throw new PackingFault(RejectReason.CUT_OFF,
                        "looks cut off: the file ends before the packed report does; deliver it whole");
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

    /** Packed bytes that cannot be unpacked; the message says what was found and what would be right. */
    public static final class PackingFault extends IOException {

        private static final long serialVersionUID = 1L;

        private final RejectReason reason;

        public PackingFault(RejectReason reason, String message) {
            super(message);
            this.reason = reason;
        }

        /** @param limit of what a report may hold unpacked, in bytes */
        public static PackingFault tooLarge(long limit) {
            return new PackingFault(RejectReason.UNPACKED_SIZE, "unpacked it holds more than " + limit
                    + " bytes; raise read.unpacked_limit in source.yml, or have it delivered in parts");
        }

        public RejectReason reason() {
            return reason;
        }
    }
}
