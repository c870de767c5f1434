package org.crossfoot.ledger.pack;

import java.util.HashMap;
import java.util.Map;
import org.crossfoot.figure.Period;

/**
 * What the packs unpacked together have in common: of equal texts and periods all figures get the same object, which is found
 * equal at once. For one thread.
 */
public final class CommonValues {

    private final Texts declared;
    private final Texts others = new Texts();
    private final Map<Period, Period> periods = new HashMap<>();

    public CommonValues() {
        this(new Texts());
    }

    /** @param declared texts that most packs have; nothing is added to them */
    public CommonValues(Texts declared) {
        this.declared = declared;
    }

    String same(String text) {
        String known = declared.find(text);
        return known == null ? others.add(text) : known;
    }

    /** The text of these bytes, each a character below 128. */
    String ascii(byte[] bytes, int from, int to) {
        String known = declared.find(bytes, from, to);
        return known == null ? others.add(bytes, from, to) : known;
    }

    Period same(Period period) {
        Period known = periods.putIfAbsent(period, period);
        return known == null ? period : known;
    }
}
