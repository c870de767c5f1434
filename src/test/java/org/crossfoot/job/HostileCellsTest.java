package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that would be commands to a database or a spreadsheet are texts, all the way to what is published. */
class HostileCellsTest {

    private static final String STATEMENT = "'); drop table report; --";
    private static final String FORMULA = "=HYPERLINK(\"http://localhost/?\"&A1;\"open\")";

    private static final String SETTINGS = """
            title: "%s"
            trust: official-statement
            published: { column: published }
            figures:
              - { value: { column: figure }, measure: { is: arrests }, area: { is: us }, day: { column: day }, statement: { column: said } }
            """;

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Test
    void aStatementOrFormulaIsPublishedAsTheTextItIs(@TempDir Path home) throws IOException {
        Nights nights = new Nights(home).put("crossfoot.yml", Nights.CROSSFOOT).put("areas.csv", Nights.AREAS)
                .put("ice/source.yml", SETTINGS.formatted(STATEMENT)).put("nbc/source.yml", SETTINGS.formatted("=1+1"))
                .put("ice/" + STATEMENT + ".csv", "published,day,figure,said\n2025-01-27,2025-01-26,956," + quoted(STATEMENT)
                + "\n"
                        + "2025-01-27,2025-01-26," + quoted(FORMULA) + ",x\n")
                .put("nbc/26.csv", "published,day,figure,said\n2025-01-27,2025-01-26,\"1,179\"," + quoted(FORMULA) + "\n"
                        + "2025-01-27,2025-01-25,\"at least 12\"," + quoted("two\nlines, caf\u00e9 \ud83d\ude00") + "\n");

        RunReport run = nights.run("2025-01-26");

        assertThat(run.exitCode()).isOne();
        assertThat(nights.table("2025-01-26/figures.csv")).extracting(row -> row.get("statement"))
                .containsExactlyInAnyOrder(STATEMENT, "'" + FORMULA);
        assertThat(nights.table("runs/" + run.run() + "/rejects.csv")).extracting(row -> row.get("text"))
                .containsExactly("'" + FORMULA);
        assertThat(nights.discrepancies("2025-01-26")).extracting(row -> row.get("explanation"))
                .allSatisfy(text -> assertThat(text).contains(STATEMENT).doesNotStartWith("="))
                .anySatisfy(text -> assertThat(text).contains("=1+1"));
        assertThat(nights.run("2025-01-26").nothing()).as("the ledger is whole").isTrue();
        assertThat(List.of(nights.runJson(run).path("reports").get(0).path("file").asString()))
                .containsExactly("ice/" + STATEMENT + ".csv");

        SortedMap<String, String> published = nights.published();
        Files.delete(nights.workspace.output().resolve("2025-01-25"));
        Files.delete(nights.workspace.output().resolve("2025-01-26"));
        nights.run("2025-01-26");
        assertThat(nights.published()).as("what is made from the ledger alone is what was made at once").isEqualTo(published);
    }
}
