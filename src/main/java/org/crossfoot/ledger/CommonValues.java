package org.crossfoot.ledger;

import java.util.HashMap;
import java.util.Map;
import org.crossfoot.figure.Period;

/**
 * What the packs unpacked together have in common: of equal texts and periods all figures get the same object, which is found
 * equal at once. For one thread.
 */
public final class CommonValues {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<Period, Period> periods = new HashMap<>();

    String same(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    Period same(Period period) {
        Period known = periods.putIfAbsent(period, period);
        return known == null ? period : known;
    }
}
