package org.crossfoot.ledger.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

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
}
