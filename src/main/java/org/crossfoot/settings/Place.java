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

        /** {@code columns: [NAME, ...]}: what they hold, with {@code join} between. */
        record JoinedColumns(List<String> names, String join) implements From {

            public JoinedColumns {
                names = List.copyOf(names);
            }
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

    /** The columns that a place names; of no place, none. */
    public static Stream<String> columns(Place place) {
        return place == null ? Stream.empty() : place.from instanceof From.NamedColumn named ? Stream.of(named.name())
                : place.from instanceof From.JoinedColumns joined ? joined.names().stream() : Stream.empty();
    }
}
