package org.crossfoot.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.crossfoot.Published;
import org.crossfoot.figure.Keyword;
import org.crossfoot.job.step.Progress;
import org.crossfoot.ledger.Runs;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.rule.Severity;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.store.JobFailure;
import org.crossfoot.store.RunningException;
import org.crossfoot.store.Workspace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small input folder with two sources, the nights that run on it, and what they publish. */
public final class Nights {

    static final String CROSSFOOT = """
            zone: America/New_York
            measures:
              arrests: { title: Arrests }
              arrest_goal: { title: Goal, kind: goal, of: arrests }
            """;

    static final String AREAS = """
            area,name,part_of,breakdown,aliases
            us,United States,,,
            """;

    /** How both sources are read: one row a figure; a period without a first day is a day. */
    static final String SOURCE = """
            trust: official-statement
            published: { column: published }
            figures:
              - { value: { column: figure }, measure: { column: counted }, area: { column: place }, from: { column: from }, to: { column: to } }
            """;

    static final String HEADER = "published,from,to,place,counted,figure\n";

    private static final Instant FIRST = Instant.parse("2025-03-01T07:30:00Z");

    public final Workspace workspace;
    private int runs;
    private boolean rebuild;
    private Severity failOn = Severity.ERROR;
    private Progress progress = Progress.NONE;
    private Stages stages = Stages.UNWATCHED;

    Nights(Path home) {
        this(home.resolve("input"), home.resolve("output"));
    }

    public Nights(Path input, Path output) {
        this(new Workspace(input, output));
    }

    Nights(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The same input, with its ledger on a server and another output folder. */
    public Nights onServer(String address, Path output) {
        return new Nights(new Workspace(workspace.input(), output).withLedger(Optional.of(address)));
    }

    /** The same, with its archive in the ledger itself. */
    Nights archivedInLedger() {
        return new Nights(new Workspace(workspace.input(), workspace.output(), workspace.server(), workspace.archive(), true));
    }

    /** With the sources ice and nbc, and no report yet. */
    public static Nights withTwoSources(Path home) {
        return new Nights(home).put("crossfoot.yml", CROSSFOOT).put("areas.csv", AREAS)
                .put("ice/source.yml", "title: ICE\n" + SOURCE).put("nbc/source.yml", "title: NBC News\n" + SOURCE);
    }

    /** Rows are {@code published,from,to,place,counted,figure}. */
    Nights report(String path, String... rows) {
        return put(path, HEADER + String.join("\n", rows) + "\n");
    }

    /** A report of one day's arrests in the country, published on the day after. */
    public Nights arrests(String path, String day, String figure) {
        return report(path, LocalDate.parse(day).plusDays(1) + "," + day + "," + day + ",us,arrests,\"" + figure + "\"");
    }

    Nights put(String path, String text) {
        return put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Nights put(String path, byte[] bytes) {
        try {
            Path file = workspace.input().resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As {@code put}, packed with gzip. */
    Nights pack(String path, String text) {
        return put(path, packed(text));
    }

    static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** Sets when a file was written last. */
    Nights writtenAt(String path, Instant time) {
        try {
            Files.setLastModifiedTime(workspace.input().resolve(path), FileTime.from(time));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public Nights delete(String path) {
        try {
            Files.delete(workspace.input().resolve(path));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As a Crossfoot that sealed no ledger leaves it. */
    Nights unsealed() {
        try {
            Files.delete(workspace.output().resolve(".dates/ledger"));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** From now on, as with {@code --rebuild}. */
    public Nights rebuilding(boolean nowOn) {
        rebuild = nowOn;
        return this;
    }

    Nights failOn(Severity severity) {
        failOn = severity;
        return this;
    }

    public Nights watchedBy(Progress watcher) {
        progress = watcher;
        return this;
    }

    Nights stagesWatchedBy(Stages watcher) {
        stages = watcher;
        return this;
    }

    public RunReport run(String date) {
        List<RunReport> reports = all("run", date);
        return reports.get(reports.size() - 1);
    }

    RunReport rerun(String date) {
        List<RunReport> reports = all("rerun", date);
        return reports.get(reports.size() - 1);
    }

    /** With the interrupted runs that were finished before it. */
    List<RunReport> all(String command, String date) {
        try {
            return night(command, date).run();
        } catch (IOException | RunningException | JobFailure e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** When the next run begins. */
    Instant nextBegins() {
        return FIRST.plus(Duration.ofDays(runs + 1));
    }

    /** What a run wrote of itself. */
    JsonNode runJson(RunReport run) {
        return new JsonMapper().readTree(workspace.run(run.run()).resolve("run.json"));
    }

    public Night night(String command, String date) {
        try {
            SettingsFiles files = SettingsFiles.readFrom(workspace.input());
            Instant started = nextBegins();
            runs++;
            return new Night(new Night.Request("run-" + runs, Keyword.read(Runs.Command.class, command),
                    LocalDate.parse(date), workspace, failOn, files, SettingsReader.read(files), started, "test", rebuild,
                    false), log -> {
                    }, progress, LedgerConfiguration::open, stages);
        } catch (IOException | SettingsException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** Every published file but those of {@code runs/} and {@code ledger/}, by its path, with its content. */
    public SortedMap<String, String> published() {
        return Published.in(workspace.output());
    }

    /** Rows of a published table, by column. */
    public List<Map<String, String>> table(String path) {
        try (Reader reader = Files.newBufferedReader(workspace.output().resolve(path), StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).stream()
                    .map(CSVRecord::toMap).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public List<Map<String, String>> discrepancies(String date) {
        return table(date + "/discrepancies.csv");
    }

    /**
     * Each discrepancy of a date in one line: {@code sources-agree new 1}, with its status and the revision it was first seen
     * in.
     */
    List<String> standing(String date) {
        return discrepancies(date).stream().map(row -> row.get("rule") + " " + row.get("status") + " " + row.get("first_seen"))
                .toList();
    }

    /** What summary.csv says is the newest revision of every date: {@code 2025-01-26=1}. */
    public List<String> revisions() {
        return table("summary.csv").stream().map(row -> row.get("date") + "=" + row.get("revision")).toList();
    }

    /** Revisions that a run made: {@code 2025-01-26=1}. */
    static List<String> made(RunReport run) {
        return run.published().stream().map(revision -> revision.date() + "=" + revision.number()).toList();
    }
}
