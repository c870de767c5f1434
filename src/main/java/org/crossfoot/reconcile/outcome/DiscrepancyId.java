package org.crossfoot.reconcile.outcome;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.crossfoot.figure.Period;

/** Ids of discrepancies: never from values, lines or order, so that an id stays when a value changes. */
public final class DiscrepancyId {

    private DiscrepancyId() {
    }

    /**
     * @param about the source, for rules on reports; the discrepancy's id, for rules on waivers; where several {@code joint} ones
     *              share all else, the cells of its component; otherwise empty
     */
    public static String of(String rule, String area, String measure, Period period, String about) {
        String key = String.join("\n", rule, area, measure, period.start().toString(), period.isOpen() ? ""
                : period.end().toString(),
                about);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
