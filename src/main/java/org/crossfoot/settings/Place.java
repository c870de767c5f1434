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
 * @param dates  how its dates are printed, where it is a place of dates
 */
public record Place(From from, Map<String, List<String>> map, DateForm dates) {

    public sealed interface From {

        /** {@code is: TEXT} */
        record Constant(String text) implements From {
        }

        /** {@code column: NAME}, or a list of names in order of preference: the first that is there is taken. */
        record NamedColumn(List<ColumnName> names) implements From {

            public NamedColumn {
                names = List.copyOf(names);
            }

            public NamedColumn(String name) {
                this(List.of(new ColumnName(name, false)));
            }
        }

        /** {@code line: 2, matches: REGEX}: the first group, found in a line above the table, counted from 1. */
        record LineAbove(int line, Pattern pattern) implements From {
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

    /**
     * What a column is called.
     *
     * @param isPattern whether its header is to match the text, a regular expression, in full; otherwise it is to be the text,
     *                  whatever the case, the spaces and the line breaks
     */
    public record ColumnName(String text, boolean isPattern) {
    }

    public Place {
        map = Map.copyOf(map);
    }

    /** The columns that a place names, or nothing; of no place, nothing. */
    public static Stream<ColumnName> columns(Place place) {
        return place == null ? Stream.empty() : place.from instanceof From.NamedColumn named ? named.names().stream()
                : place.from instanceof From.JoinedColumns joined
                ? joined.names().stream().map(name -> new ColumnName(name, false))
                : Stream.empty();
    }

    /** The lines above the table that a place looks at; of no place, none. */
    static Stream<Integer> linesAbove(Place place) {
        return place != null && place.from instanceof From.LineAbove above ? Stream.of(above.line()) : Stream.empty();
    }
}
