package org.crossfoot.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The word that stands for one of some alternatives in files, in settings and in the ledger: in small letters, with hyphens. */
public final class Keyword {

    private Keyword() {
    }

    public static String of(Enum<?> alternative) {
        return alternative.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E extends Enum<E>> List<String> all(Class<E> alternatives) {
        return Arrays.stream(alternatives.getEnumConstants()).map(Keyword::of).toList();
    }

    /** @throws IllegalArgumentException where none of the alternatives has this word */
    public static <E extends Enum<E>> E read(Class<E> alternatives, String word) {
        return Enum.valueOf(alternatives, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
