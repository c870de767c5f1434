package org.crossfoot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.crossfoot.audit.TableDifference.Added;
import org.crossfoot.audit.TableDifference.Changed;
import org.crossfoot.audit.TableDifference.Key;
import org.crossfoot.audit.TableDifference.Removed;
import org.junit.jupiter.api.Test;

/** Two tables are compared by key and column. */
class TableDifferenceTest {

    private static List<TableDifference> between(String before, String after, String... key) {
        return TableDifference.between(before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8),
                List.of(key));
    }

    private static Key key(String... values) {
        return new Key(List.of(values), 1);
    }

    @Test
    void equalTablesDoNotDiffer() {
        assertThat(between("source,as_printed\nice,\"1,179\"\n", "source,as_printed\nice,\"1,179\"\n", "source")).isEmpty();
    }

    @Test
    void rowsAreAddedRemovedAndChangedCellByCell() {
        assertThat(between("source,as_printed,use\nice,956,kept\nnbc,\"1,179\",set-aside\n",
                "source,as_printed,use\nice,900,set-aside\nlatin-times,956,kept\n", "source")).containsExactly(
                        new Changed(key("ice"), 2, 2, "as_printed", "956", "900"),
                        new Changed(key("ice"), 2, 2, "use", "kept", "set-aside"),
                        new Removed(3, key("nbc"), Map.of("source", "nbc", "as_printed", "1,179", "use", "set-aside")),
                        new Added(3, key("latin-times"), Map.of("source", "latin-times", "as_printed", "956", "use", "kept")));
    }

    @Test
    void theOrderOfRowsAndColumnsDoesNotCount() {
        assertThat(between("source,figure\nice,956\nnbc,1179\n", "figure,source\n1179,nbc\n956,ice\n", "source")).isEmpty();
    }

    @Test
    void rowsWithOneKeyAreNumberedAndOnlyTheOneMoreIsToldAsAdded() {
        assertThat(between("source,figure\nice,956\n", "source,figure\nice,956\nice,956\n", "source")).containsExactly(
                new Added(3, new Key(List.of("ice"), 2), Map.of("source", "ice", "figure", "956")));
    }

    @Test
    void ofRowsWithOneKeyTheOneThatDiffersLeastIsWhatARowHasBecome() {
        assertThat(between("source,as_printed,lowest,use\nice,956,956,kept\n",
                "source,as_printed,lowest,use\nice,900,900,kept\nice,956,956,superseded\n", "source")).containsExactly(
                        new Changed(new Key(List.of("ice"), 2), 2, 3, "use", "kept", "superseded"),
                        new Added(2, key("ice"), Map.of("source", "ice", "as_printed", "900", "lowest", "900", "use", "kept")));
    }

    @Test
    void aCellMayHoldLinesAndTheRowsAfterItKeepTheirNumbers() {
        assertThat(between("id,note\n1,\"two\nlines\"\n2,a\n", "id,note\n2,b\n1,\"two\nlines\"\n", "id"))
                .containsExactly(new Changed(key("2"), 4, 2, "note", "a", "b"));
    }

    @Test
    void aColumnThatOneTableLacksIsEmptyThere() {
        assertThat(between("id\n1\n", "id,note\n1,late\n", "id"))
                .containsExactly(new Changed(key("1"), 2, 2, "note", "", "late"));
        assertThat(between("", "id\n1\n", "id")).containsExactly(new Added(2, key("1"), Map.of("id", "1")));
    }
}
