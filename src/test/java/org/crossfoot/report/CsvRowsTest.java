package org.crossfoot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What CsvTable wrote is read as it was meant. */
class CsvRowsTest {

    private static List<List<String>> read(byte[] csv) {
        CsvRows rows = new CsvRows(csv);
        List<List<String>> read = new ArrayList<>();
        for (int columns = 0; rows.next(); read.add(IntStream.range(0, columns).mapToObj(rows::cell).toList())) {
            columns = rows.columns();
        }
        return read;
    }

    private static byte[] utf8(String csv) {
        return csv.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void cellsWithQuotesCommasAndLineBreaksComeBackAsTheyWere() {
        assertThat(read(utf8("us,\"1,179\",\"said \"\"no\"\"\",\"two\nlines\"\n,\"\",caf\u00e9,\n")))
                .containsExactly(List.of("us", "1,179", "said \"no\"", "two\nlines"), List.of("", "", "caf\u00e9", ""));
    }

    @Test
    void aColumnIsFoundByItsName() {
        CsvRows rows = new CsvRows(utf8("date,area,best\n2025-01-26,us,956\n"));
        rows.next();
        int best = rows.column("best");
        rows.next();
        assertThat(rows.cell(best)).isEqualTo("956");
        assertThatThrownBy(() -> rows.column("worst")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a table has no column worst");
    }

    @Test
    void aWholeNumberIsReadAsItWasWritten() {
        CsvRows rows = new CsvRows(utf8("956,-12,0,,9223372036854775807\n"));
        rows.next();
        assertThat(IntStream.range(0, 5).mapToObj(rows::number)).containsExactly(956L, -12L, 0L, null, Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-", "12-", " 7", "'-3", "9223372036854775808"})
    void whatIsNoWholeNumberIsRefusedAsOne(String cell) {
        CsvRows rows = new CsvRows(utf8(cell + "\n"));
        rows.next();
        assertThatThrownBy(() -> rows.number(0)).isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    /** Few different cells and many rows, so that texts are remembered, forgotten and taken for each other if they can be. */
    @Test
    void whateverWasWrittenIsReadBack() {
        Random random = new Random(956);
        List<String> texts = Stream.generate(() -> random.ints(random.nextInt(6), 0, 14)
                .mapToObj(i -> "ab,\"\n\r 01\u00e9\u2028#'x".substring(i, i + 1))
                .collect(Collectors.joining())).limit(9_000).toList();
        CsvTable table = new CsvTable();
        List<List<String>> written = new ArrayList<>();
        for (int row = 0; row < 30_000; row++) {
            List<String> cells = random.ints(random.nextInt(1, 40), 0, texts.size()).mapToObj(texts::get)
                    .map(text -> text.startsWith("\n") || text.startsWith("\r") ? "x" + text : text).toList();
            table.row(cells.toArray());
            written.add(cells);
        }
        assertThat(read(table.bytes())).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a,", "\"a", "\"a\"", "\"a\"b\n", "a\n\"b\"\"\n"})
    void aTableThatEndsEarlyIsRefused(String csv) {
        assertThatThrownBy(() -> read(utf8(csv))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not as Crossfoot writes one");
    }
}
