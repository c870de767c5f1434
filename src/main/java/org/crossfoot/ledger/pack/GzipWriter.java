package org.crossfoot.ledger.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes gzip (RFC 1952) at a level of choice. */
public final class GzipWriter extends GZIPOutputStream {

    /** For what the ledger's tables keep: the levels above take longer for an eighth fewer bytes. */
    static final int OF_TABLES = Deflater.BEST_SPEED;

    /** For reports, which may be long: a third of the time of the usual level 6, some 5 % more bytes; no level is read back sooner. */
    public static final int OF_REPORTS = 4;

    private static final int BUFFER = 1 << 16;

    public GzipWriter(OutputStream out, int level) throws IOException {
        super(out, BUFFER);
        def.setLevel(level);
    }
}
