package org.crossfoot.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crossfoot.page.DateFindings.Fresh;
import org.crossfoot.page.DateFindings.Tally;
import org.crossfoot.page.DateFindings.ToldFigure;
import org.crossfoot.ledger.Status;
import org.crossfoot.report.JsonText;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a date tells the page of all dates stands in a file, which somebody may alter. */
class DateFindingsTest {

    private static final DateFindings WHOLE = new DateFindings("2025-01-26", 1, List.of(new Fresh("2025-01-26", "0935f3a8d2ca",
            "sources-agree", "us", "arrests", "", Severity.ERROR, Status.NEW, 223, "18.91", 189_000,
            List.of(new ToldFigure("ice", "956")), 0)), List.of(new Tally("sources-agree", Severity.ERROR, 1, "18.91",
            "0935f3a8d2ca")), List.of(), List.of(), 0);

    private static String written() {
        return new String(JsonText.bytes(WHOLE), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(JsonText.read(written().getBytes(StandardCharsets.UTF_8), DateFindings.class)).contains(WHOLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {
        "\"severity\" : \"error\";\"severity\" : null",
        "\"foremost\";\"other\"",
        "\"areas\";\"other\"",
        "\"told\";\"other\"",
        "\"printed\";\"other\"",
        "\"percent\" : \"18.91\";\"percent\" : \"much\"",
        "\"key\";\"other\"",
        "\"id\";\"other\""})
    void aFileOfWhichSomethingLacksTellsNothingAndBreaksNoPage(String part, String instead) {
        String altered = written().replace(part, instead);
        assertThat(altered).isNotEqualTo(written());
        assertThat(JsonText.read(altered.getBytes(StandardCharsets.UTF_8), DateFindings.class)).isEmpty();
    }
}
