package org.crossfoot.settings.source;

import java.util.List;
import java.util.Optional;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlValue;

/** Reads how much a source or an entry is trusted, by name or as a number. */
final class TrustReader {

    static final String RIGHT =
            "write one of official-data, official-statement, named-via-press, unnamed-via-press, estimate, or a whole number from 1 to 1000";

    private static final int MOST = 1_000;
    private static final List<String> NAMES =
            List.of("official-data", "official-statement", "named-via-press", "unnamed-via-press", "estimate");

    private TrustReader() {
    }

    static Optional<Integer> read(YamlValue value) {
        return value.text(RIGHT).flatMap(text -> switch (text) {
            case "official-data" -> Optional.of(8);
            case "official-statement" -> Optional.of(5);
            case "named-via-press" -> Optional.of(3);
            case "unnamed-via-press" -> Optional.of(2);
            case "estimate" -> Optional.of(1);
            default -> number(value, text);
        });
    }

    private static Optional<Integer> number(YamlValue value, String text) {
        if (text.matches("-?[0-9].*")) {
            return value.number(1, MOST);
        }
        String choice = MistakeWording.choice(text, NAMES);
        value.wrong("found " + MistakeWording.quoted(text), choice.startsWith("did") ? choice : RIGHT);
        return Optional.empty();
    }
}
