package org.crossfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as Crossfoot writes it. */
class CsvTableTest {

    private static String written(Object... cells) {
        CsvTable table = new CsvTable();
        table.row(cells);
        return new String(table.bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-42", "@SUM(A1)", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x"})
    void aTextThatASpreadsheetWouldRunIsGuarded(String text) {
        assertThat(written("a", text)).isEqualTo("a,'" + text + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tx", "\rx", "\nx"})
    void aTextThatBeginsWithAControlIsGuardedAsWell(String text) {
        assertThat(written("a", text)).contains("'" + text);
    }

    @ParameterizedTest
    @CsvSource({"956", "~3500", "5-6", "'1,179'", "a=b", "ICE"})
    void aTextThatOnlyHoldsSuchASignIsLeftAlone(String text) {
        assertThat(written("a", text)).doesNotContain("'");
    }

    @Test
    void numbersAndDatesAreNeverGuarded() {
        assertThat(written(-42L, -1, new BigDecimal("-0.5"), LocalDate.of(2025, 1, 26))).isEqualTo("-42,-1,-0.5,2025-01-26\n");
    }

    @Test
    void aVerySmallNumberIsWrittenOutInFull() {
        assertThat(written(new BigDecimal("0.0000001"), new BigDecimal("1E+3"))).isEqualTo("0.0000001,1000\n");
    }

    @Test
    void quotesCommasAndLineBreaksAreQuoted() {
        assertThat(written("1,179", "a \"quoted\" word", "two\nlines", "cr\rlf")).isEqualTo("\"1,179\",\"a \"\"quoted\"\" word\",\"two\nlines\",\"cr\rlf\"\n");
    }

    @Test
    void nothingIsAnEmptyCell() {
        assertThat(written("a", null, "", "b")).isEqualTo("a,,,b\n");
    }

    @Test
    void everyLineEndsInALineFeedAndTextIsUtf8() {
        CsvTable table = new CsvTable(List.of("x", "y"));
        table.row("caf\u00e9", "\ud83d\ude00");
        assertThat(table.bytes()).isEqualTo("x,y\ncaf\u00e9,\ud83d\ude00\n".getBytes(StandardCharsets.UTF_8));
    }
}
