package org.crossfoot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.cli.print.Sentences;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.store.LedgerReading;
import org.crossfoot.store.Workers;
import org.crossfoot.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code status}: how things stood when the last run ended. It reads what runs wrote, so it may be asked while one is at
 * work.
 */
@Command(name = "status",
        description = "Shows the last run, dates waiting, sources late, and workers, who is at what.")
final class StatusCommand implements Callable<Integer> {

    private static final int SHOWN = 10;
    private static final JsonMapper JSON = new JsonMapper();

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        Workspace workspace = options.workspace();
        SettingsReader.read(options.settingsFiles());
        PrintWriter out = options.out();
        List<Path> runs = newestFirst(workspace);
        Sentences.print(out, "worker ", Workers.inWords(workspace));
        if (runs.isEmpty()) {
            out.println("no run yet in " + workspace.output());
            return ExitCode.DONE;
        }
        if (!Files.exists(report(runs.get(0)))) {
            out.println("run " + runs.get(0).getFileName()
                    + " is at work, or was interrupted; then the next run goes on from there");
        }
        Path finished = runs.stream().filter(run -> Files.exists(report(run))).findFirst().orElse(null);
        if (finished != null) {
            print(JSON.readTree(report(finished)), out);
        }
        out.println("archive: " + LedgerReading.archivedBytes(workspace) + " bytes");
        out.flush();
        LedgerReading.check(workspace);
        return ExitCode.DONE;
    }

    private static void print(JsonNode run, PrintWriter out) {
        out.println("last run: " + run.path("run").asString() + ", " + run.path("command").asString() + " for "
                + run.path("date").asString() + ", ended " + run.path("ended").asString() + " with exit "
                + run.path("exit_code").asInt());
        List<String> waiting = texts(run.path("waiting"));
        out.println("dates: " + run.path("dates").asInt() + " published, " + waiting.size() + " waiting"
                + (waiting.isEmpty() ? "" : ": "
                + waiting.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (waiting.size() > SHOWN ? ", ..." : "")));
        Sentences.print(out, "failed, and is tried again by the next run: ", run.path("failed").valueStream()
                .map(failed -> failed.path("date").asString() + ": " + failed.path("reason").asString()).toList());
        Sentences.print(out, "", texts(run.path("unwritten")));
        Sentences.print(out, "not readable: ", texts(run.path("faults")));
        Sentences.print(out, "", texts(run.path("reports_waiting")));
        Sentences.print(out, "remark: ", texts(run.path("remarks")));
        Sentences.print(out, "not as it should have arrived: ", texts(run.path("arrivals")));
        for (JsonNode source : run.path("sources")) {
            List<String> late = texts(source.path("late"));
            int reports = source.path("reports").asInt();
            out.println(source.path("source").asString() + ": " + reports + (reports == 1 ? " report, " : " reports, ")
                    + (source.path("last_date").isNull() ? "no figures" : "figures up to " + source.path("last_date").asString())
                    + (late.isEmpty() ? "" : "; LATE since " + late.get(0) + " (" + late.size() + " due)"));
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static Path report(Path run) {
        return run.resolve("run.json");
    }

    /** By their names, which tell the time; the clock may have been ahead, so of runs that ended the ledger knows better. */
    private static List<Path> newestFirst(Workspace workspace) throws IOException {
        Path runs = workspace.output().resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            Path last = LedgerReading.lastRun(workspace).map(runs::resolve).orElse(null);
            return folders.filter(Files::isDirectory)
                    .sorted(Comparator.<Path, Boolean>comparing(run -> run.equals(last)).thenComparing(Comparator.naturalOrder())
                    .reversed()).toList();
        }
    }
}
