package org.crossfoot.cli.print;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Help;

/**
 * A table for terminals: aligned, without colours or lines, never wider than a page; what does not fit is wrapped in its
 * column.
 */
public final class PlainTable {

    public static final int WIDTH = 100;

    private static final int GAP = 2;
    private static final int NARROWEST = 6;

    private final List<String[]> rows = new ArrayList<>();
    private final List<Integer> numbers;

    /** @param numbers positions of the columns that hold numbers, which stand to the right and are never wrapped */
    public PlainTable(List<Integer> numbers, String... titles) {
        this.numbers = numbers;
        rows.add(titles);
    }

    public PlainTable row(Object... cells) {
        rows.add(Arrays.stream(cells).map(cell -> cell == null ? "" : oneLine(cell.toString())).toArray(String[]::new));
        return this;
    }

    /** Without line breaks and other characters that would move a terminal's cursor or the reading direction. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\u00b7");
    }

    public void print(PrintWriter out) {
        int[] widths = widths();
        Help.ColorScheme plain = Help.defaultColorScheme(Help.Ansi.OFF);
        TextTable table = TextTable.forColumns(plain, Arrays.stream(widths)
                .mapToObj(width -> new Help.Column(width + GAP, GAP, Help.Column.Overflow.WRAP)).toArray(Help.Column[]::new));
        table.indentWrappedLines = 0;
        for (String[] row : rows) {
            table.addEmptyRow();
            int line = table.rowCount() - 1;
            for (int column = 0; column < row.length; column++) {
                // apply takes a text as it is; every other way reads markup in it.
                table.putValue(line, column, plain.apply(aligned(row[column], column, widths), List.of()));
            }
        }
        // Every cell that wraps adds lines for itself alone; those that another cell had added before stay blank.
        table.toString().lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).forEach(out::println);
    }

    private String aligned(String cell, int column, int[] widths) {
        return numbers.contains(column) ? " ".repeat(widths[column] - cell.length()) + cell : cell;
    }

    /** As wide as the widest cell; where that is too much together, the widest columns give way. */
    private int[] widths() {
        int[] widths = IntStream.range(0, rows.get(0).length)
                .map(column -> rows.stream().mapToInt(row -> row[column].length()).max().orElseThrow()).toArray();
        while (Arrays.stream(widths).sum() + GAP * widths.length > WIDTH) {
            int widest = IntStream.range(0, widths.length).filter(column -> !numbers.contains(column))
                    .reduce((one, other) -> widths[other] > widths[one] ? other : one).orElseThrow();
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }
}
