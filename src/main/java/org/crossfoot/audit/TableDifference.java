package org.crossfoot.audit;

import java.util.List;
import java.util.Map;

/** One way in which two CSV tables with header lines differ: a row more, a row less, or another cell in a row that both have. */
public sealed interface TableDifference {

    /**
     * What a row is known by.
     *
     * @param values of the key's columns, in the key's order
     * @param number 1 for the table's first row with these values, 2 for its second, ...
     */
    record Key(List<String> values, int number) {
    }

    Key key();

    /**
     * A row that only the later table has.
     *
     * @param line where it begins, from 1
     * @param row  its cells by column, in the table's order
     */
    record Added(int line, Key key, Map<String, String> row) implements TableDifference {
    }

    /**
     * A row that only the earlier table has.
     *
     * @param line where it begins, from 1
     * @param row  its cells by column, in the table's order
     */
    record Removed(int line, Key key, Map<String, String> row) implements TableDifference {
    }

    /**
     * A cell that differs in a row that both have; a column that one table lacks is empty there.
     *
     * @param key of the row in the later table
     */
    record Changed(Key key, int lineBefore, int lineAfter, String column, String before, String after)
            implements TableDifference {
    }

    /**
     * Compares row by row, by key; the order of rows does not count. Of several rows with one key, those that are equal belong
     * together, then those that differ least.
     *
     * @return first what befell the earlier table's rows, in its order, then the rows added, in the later one's
     */
    static List<TableDifference> between(byte[] before, byte[] after, List<String> key) {
        return RowPairing.differences(before, after, key);
    }
}
