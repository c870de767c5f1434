package org.crossfoot.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.crossfoot.figure.Keyword;

/**
 * A column of a table that is published, declared once for the file and its description.
 *
 * @param cell what a row has there: a text, a number or a day; null where the cell is empty
 */
public record TableColumn<R>(String name, Type type, Function<? super R, ?> cell) {

    /** As Frictionless names them. */
    public enum Type {
        STRING, INTEGER, NUMBER, DATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String JOIN = " | ";

    public static <R> TableColumn<R> text(String name, Function<? super R, String> cell) {
        return new TableColumn<>(name, Type.STRING, cell);
    }

    /** A column of alternatives, which may be absent. */
    static <R> TableColumn<R> keyword(String name, Function<? super R, ? extends Enum<?>> cell) {
        return text(name, row -> {
            Enum<?> alternative = cell.apply(row);
            return alternative == null ? null : Keyword.of(alternative);
        });
    }

    public static <R> TableColumn<R> day(String name, Function<? super R, LocalDate> cell) {
        return new TableColumn<>(name, Type.DATE, cell);
    }

    /** A column of ids of sources, which have no sign that joins them. */
    public static <R> TableColumn<R> sources(String name, Function<? super R, List<String>> cell) {
        return text(name, row -> String.join(JOIN, cell.apply(row)));
    }

    /** The ids in a cell of such a column. */
    public static List<String> sources(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(Pattern.quote(JOIN)));
    }

    /** A column of whole numbers, which may be absent. */
    public static <R> TableColumn<R> whole(String name, Function<? super R, Long> cell) {
        return new TableColumn<>(name, Type.INTEGER, cell);
    }

    /** A column of whole numbers that are there in every row. */
    static <R> TableColumn<R> count(String name, ToIntFunction<? super R> cell) {
        return new TableColumn<>(name, Type.INTEGER, cell::applyAsInt);
    }

    public static List<String> names(List<? extends TableColumn<?>> columns) {
        return columns.stream().map(TableColumn::name).toList();
    }
}
