package org.crossfoot.settings;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a profile takes a text from, for each figure.
 *
 * @param map    what a printed text stands for; empty where it stands for itself. Several meanings give a figure each (areas
 *               only)
 * @param format for dates: the pattern they are printed in, or null for {@code yyyy-MM-dd}
 */
public record Place(From from, Map<String, List<String>> map, String format) {

    public sealed interface From {

        /** {@code is: TEXT} */
        record Constant(String text) implements From {
        }

        /** {@code column: NAME} */
        record NamedColumn(String name) implements From {
        }

        /** {@code header: true}: the header of the value's column. */
        record ValueHeader() implements From {
        }

        /** {@code file: REGEX}: the first group, found in the file's name. */
        record FileName(Pattern pattern) implements From {
        }
    }

    public Place {
        map = Map.copyOf(map);
    }

    /** The column that a place names, or nothing; of no place, nothing. */
    public static Stream<String> column(Place place) {
        return place != null && place.from instanceof From.NamedColumn named ? Stream.of(named.name()) : Stream.empty();
    }
}
