package org.crossfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data package tells what is in a date's folder, to the byte. */
class DataPackageTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);
    private static final byte[] DISCREPANCIES = CsvTable.of(DiscrepancyRecord.COLUMNS, List.of());
    private static final byte[] TOTALS = "date,area\n2025-01-26,Bogot\u00e1\n".getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes = DataPackage.of(DAY, 3,
            List.of(new ResultFile(RevisionRecord.DISCREPANCIES, DISCREPANCIES, ResultFile.Form.TABLE, DiscrepancyRecord.COLUMNS),
                    new ResultFile(RevisionRecord.TOTALS, TOTALS, ResultFile.Form.TABLE, ResultTables.totals(DAY)),
                    new ResultFile(RevisionRecord.FIGURES, new byte[0], ResultFile.Form.TABLE, ResultTables.figures(DAY)),
                    ExplanationsFile.of(Map.of())),
            List.of(new Input("ice/\"odd\".csv", "ab".repeat(32)),
                    new Input("nbc/\u00e9.csv", "cd".repeat(32))), "ef".repeat(32), "1.2.3").content();
    private final JsonNode json = new JsonMapper().readTree(bytes);

    @Test
    void itIsValidJsonThatEndsInALineFeedAndHasNoOtherLineBreaks() {
        assertThat(bytes[bytes.length - 1]).isEqualTo((byte) '\n');
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("\r");
        assertThat(json.path("profile").asString()).isEqualTo("tabular-data-package");
    }

    @Test
    void everyFileHasItsSizeInBytesItsHashAndItsColumns() {
        JsonNode totals = json.path("resources").get(1);
        assertThat(totals.path("path").asString()).isEqualTo("totals.csv");
        assertThat(totals.path("bytes").asInt()).isEqualTo(TOTALS.length);
        assertThat(totals.path("hash").asString()).isEqualTo("sha256:" + Archive.sha256(TOTALS));
        assertThat(json.path("resources").get(2).path("hash").asString())
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        String header = new String(DISCREPANCIES, StandardCharsets.UTF_8).strip();
        JsonNode fields = json.path("resources").get(0).path("schema").path("fields");
        assertThat(fields.valueStream().map(field -> field.path("name").asString()).toList())
                .isEqualTo(List.of(header.split(",")));
        assertThat(fields.get(11).path("type").asString()).isEqualTo("integer");
    }

    @Test
    void theReasonsAreNoTable() {
        JsonNode explanations = json.path("resources").get(3);
        assertThat(explanations.path("path").asString()).isEqualTo("explanations.json");
        assertThat(explanations.path("profile").asString()).isEqualTo("data-resource");
        assertThat(explanations.has("schema")).isFalse();
    }

    @Test
    void itSaysWhatTheRevisionWasMadeFrom() {
        JsonNode made = json.path("crossfoot");
        assertThat(made.path("revision").asInt()).isEqualTo(3);
        assertThat(made.path("version").asString()).isEqualTo("1.2.3");
        assertThat(made.path("settings").asString()).isEqualTo("sha256:" + "ef".repeat(32));
        assertThat(made.path("inputs").get(0).path("path").asString()).isEqualTo("ice/\"odd\".csv");
        assertThat(made.path("inputs").get(1).path("hash").asString()).isEqualTo("sha256:" + "cd".repeat(32));
    }
}
