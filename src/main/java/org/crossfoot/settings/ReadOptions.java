package org.crossfoot.settings;

import java.nio.charset.Charset;
import java.util.Set;

/**
 * How a source writes its CSV.
 *
 * @param quote      the quote character, or null where the source uses none
 * @param headerLine the line that holds the header, counted from 1; lines above it are skipped
 * @param missing    texts that stand for an absent amount
 * @param unpackedLimit the most bytes that a packed report may hold
 * @param mayShrink  whether a report may lose its end and still be taken for a whole one
 */
public record ReadOptions(Charset charset, char delimiter, Character quote, int headerLine, Set<String> missing,
        long unpackedLimit,
        boolean mayShrink) {

    public ReadOptions {
        missing = Set.copyOf(missing);
    }
}
