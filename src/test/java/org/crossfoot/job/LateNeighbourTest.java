package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.crossfoot.job.step.Progress;
import org.crossfoot.ledger.Runs;
import org.crossfoot.rule.Severity;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The possible cause of a discrepancy is a figure of the next day, which may come later, change, or go. */
class LateNeighbourTest {

    private static final String SOURCE = """
            trust: %s
            published: { column: published }
            figures:
              - { value: { column: figure }, measure: { is: arrests }, area: { is: us }, day: { column: day } }
            """;

    private static final String NEXT_DAY = "possible: the neighbouring day's figure (ICE: 1,179 for 2025-01-27, ice/27.csv:2)";

    @TempDir
    Path home;

    private Workspace workspace;
    private int runs;

    @BeforeEach
    void twoSources() throws IOException {
        workspace = new Workspace(home.resolve("input"), home.resolve("output"));
        put("crossfoot.yml", "zone: America/New_York\nmeasures:\n  arrests: { title: Arrests }\n");
        put("areas.csv", "area,name,part_of,breakdown,aliases\nus,United States,,,\n");
        put("ice/source.yml", "title: ICE\n" + SOURCE.formatted("official-statement"));
        put("nbc/source.yml", "title: NBC News\n" + SOURCE.formatted("named-via-press"));
    }

    @Test
    void aLateNeighbourIsNamedAndIsAnInput() throws Exception {
        the26th();
        run();
        assertThat(cause()).isEmpty();
        assertThat(inputs()).doesNotContain("27.csv");

        arrests("ice/27.csv", "2025-01-27", "1,179");
        run();
        assertThat(cause()).isEqualTo(NEXT_DAY);
        assertThat(inputs()).contains("ice/26.csv", "nbc/26.csv", "ice/27.csv");
    }

    @Test
    void deliveriesInAnyOrderEndInTheSameCause() throws Exception {
        arrests("ice/27.csv", "2025-01-27", "1,179");
        run();
        the26th();
        run();
        assertThat(cause()).isEqualTo(NEXT_DAY);
        Map<String, String> tables = tables();

        home = Files.createDirectory(home.resolve("again"));
        twoSources();
        the26th();
        run();
        arrests("ice/27.csv", "2025-01-27", "1,179");
        run();
        assertThat(tables()).isEqualTo(tables);
    }

    @Test
    void aNeighbourThatChangesOrGoesIsNamedNoMore() throws Exception {
        the26th();
        arrests("ice/27.csv", "2025-01-27", "1,179");
        run();
        assertThat(cause()).isEqualTo(NEXT_DAY);

        arrests("ice/27.csv", "2025-01-27", "1,180");
        run();
        assertThat(cause()).isEmpty();

        arrests("ice/27.csv", "2025-01-27", "1,179");
        run();
        assertThat(cause()).isEqualTo(NEXT_DAY);

        Files.delete(workspace.input().resolve("ice/27.csv"));
        run();
        assertThat(cause()).isEmpty();
    }

    @Test
    void aLateNeighbourOfADateWithoutDiscrepancyMakesNoRevision() throws Exception {
        arrests("ice/26.csv", "2025-01-26", "956");
        run();
        arrests("ice/27.csv", "2025-01-27", "1,179");
        RunReport late = run();
        assertThat(late.published()).extracting(revision -> revision.date().toString()).containsExactly("2025-01-27");
    }

    private void the26th() throws IOException {
        arrests("ice/26.csv", "2025-01-26", "956");
        arrests("nbc/26.csv", "2025-01-26", "1,179");
    }

    private void arrests(String path, String day, String figure) throws IOException {
        put(path, "published,day,figure\n" + LocalDate.parse(day).plusDays(1) + "," + day + ",\"" + figure + "\"\n");
    }

    private void put(String path, String text) throws IOException {
        Path file = workspace.input().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private RunReport run() throws Exception {
        SettingsFiles files = SettingsFiles.readFrom(workspace.input());
        Instant started = Instant.parse("2025-03-01T07:30:00Z").plus(Duration.ofDays(++runs));
        List<RunReport> reports =
                new Night(new Night.Request("run-" + runs, Runs.Command.RUN, LocalDate.parse("2025-01-28"), workspace,
                Severity.ERROR, files,
                SettingsReader.read(files), started, "test"), log -> {
                }, Progress.NONE).run();
        return reports.get(reports.size() - 1);
    }

    private String cause() throws IOException {
        try (Reader reader = Files.newBufferedReader(workspace.output().resolve("2025-01-26/discrepancies.csv"),
                StandardCharsets.UTF_8)) {
            List<CSVRecord> rows = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)
                    .getRecords();
            assertThat(rows).hasSize(1);
            return rows.get(0).get("possible_cause");
        }
    }

    private String inputs() throws IOException {
        return Files.readString(workspace.output().resolve("2025-01-26/datapackage.json"));
    }

    /** What does not tell when it became known. */
    private Map<String, String> tables() throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> dates = Files.list(workspace.output())) {
            for (Path date : dates.filter(folder -> folder.getFileName().toString().startsWith("2025-")).toList()) {
                for (String table : List.of("totals.csv", "figures.csv")) {
                    tables.put(date.getFileName() + "/" + table, Files.readString(date.resolve(table)));
                }
            }
        }
        tables.put("cause", cause());
        return tables;
    }
}
