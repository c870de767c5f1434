package org.crossfoot.ledger.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes as the ledger's tables keep them: gzip at its quickest. */
public final class Compressed {

    private static final int BUFFER = 1 << 15;

    private Compressed() {
    }

    public static byte[] pack(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 8 + 64);
        try (GzipWriter out = new GzipWriter(bytes, GzipWriter.OF_TABLES)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] unpack(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DamagedValue("a compressed value ends early or was changed", e);
        }
    }

    /** Writes gzip (RFC 1952) at a level of choice. */
    public static final class GzipWriter extends GZIPOutputStream {

        /** For what the ledger's tables keep: the levels above take longer for an eighth fewer bytes. */
        static final int OF_TABLES = Deflater.BEST_SPEED;

        /** For reports, which may be long: a third of the time of the usual level 6, some 5 % more bytes, read back as soon. */
        public static final int OF_REPORTS = 4;

        private static final int BUFFER = 1 << 16;

        public GzipWriter(OutputStream out, int level) throws IOException {
            super(out, BUFFER);
            def.setLevel(level);
        }
    }
}
