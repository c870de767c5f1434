package org.crossfoot.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.crossfoot.cli.print.AnswerFormat;
import org.crossfoot.cli.print.PlainTable;
import org.crossfoot.known.DecidedFigures;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Runs.Run;
import org.crossfoot.report.CsvTable;
import org.crossfoot.report.JsonText;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Waiver;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.store.LedgerReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decisions}: what people decided, since when it stands, and what rests on it. */
@Command(name = "decisions",
        description = "Lists the lines of decisions.csv and waivers.csv: whether they hold, since when, and what they hold up.")
final class DecisionsCommand implements Callable<Integer> {

    /**
     * A line, and what became of it.
     *
     * @param line    {@code decisions.csv:2}
     * @param about   a figure, a discrepancy's id, or a place
     * @param state   {@code new} until a run has read it; {@code holds}, {@code ended}, or {@code unused}
     * @param since   the date of the first run that read it, or null
     * @param age     in days from there to the date of the last run, or null
     * @param holdsUp discrepancies that are answered, or accepted, by it: date, rule and id
     */
    record StandingDecision(String line, String about, String decision, String owner, String reason, LocalDate until,
            String state, LocalDate since, Long age, List<String> holdsUp) {
    }

    /** What a line says, wherever it stands. */
    private record DecisionLine(String about, String decision, String owner, String reason, LocalDate until) {

        static DecisionLine of(Decision decision) {
            return new DecisionLine(decision.about().toString(), decision.decided(), decision.owner(), decision.reason(),
                    decision.until());
        }

        static DecisionLine of(Waiver waiver) {
            return new DecisionLine(waiver.id(), "waived", waiver.owner(), waiver.reason(), waiver.until());
        }
    }

    private static final List<String> COLUMNS = List.of("line", "about", "decision", "owner", "reason", "until", "state",
            "since", "age", "holds_up");

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "text, csv or json (default: ${DEFAULT-VALUE})")
    private AnswerFormat format;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        Settings settings = SettingsReader.read(options.settingsFiles());
        List<StandingDecision> listed = LedgerReading.ask(options.workspace(), reading -> listed(settings, reading.ledger()));
        PrintWriter out = options.out();
        switch (format) {
            case TEXT -> print(listed, out);
            case CSV -> {
                CsvTable table = new CsvTable(COLUMNS);
                listed.forEach(one -> table.row(one.line, one.about, one.decision, one.owner, one.reason, one.until, one.state,
                        one.since, one.age, String.join(" | ", one.holdsUp)));
                out.print(new String(table.bytes(), StandardCharsets.UTF_8));
            }
            case JSON -> out.print(new String(JsonText.bytes(listed), StandardCharsets.UTF_8));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void print(List<StandingDecision> listed, PrintWriter out) {
        if (listed.isEmpty()) {
            out.println("Nothing is decided: there is no line in decisions.csv and waivers.csv.");
            return;
        }
        PlainTable table = new PlainTable(List.of(), "line", "about", "decided", "by", "state", "holds up");
        listed.forEach(one -> table.row(one.line, one.about, one.decision + (one.until == null ? "" : " until " + one.until),
                one.owner + ": " + one.reason,
                one.state + (one.since == null ? "" : ", since " + one.since + " (" + one.age + " days)"),
                one.holdsUp.isEmpty() ? "nothing" : one.holdsUp.size() == 1 ? one.holdsUp.get(0)
                        : one.holdsUp.size() + ", the last " + one.holdsUp.get(one.holdsUp.size() - 1)));
        table.print(out);
    }

    private static List<StandingDecision> listed(Settings settings, Ledger ledger) {
        List<Run> runs = ledger.runs().all();
        Map<DecisionLine, LocalDate> since = since(runs, ledger);
        LocalDate last = runs.isEmpty() ? LocalDate.EPOCH : runs.get(runs.size() - 1).businessDate();
        DecidedFigures figures = new DecidedFigures(ledger);
        List<StandingDecision> listed = new ArrayList<>();
        for (Decision decision : settings.decisions()) {
            String line = SettingsFiles.DECISIONS + ":" + decision.line();
            listed.add(listed(line, DecisionLine.of(decision), decision.holdsOn(last), figures.areThere(decision), since, last,
                    ledger.acrossDates().toldWith("; " + line + ")")));
        }
        for (Waiver waiver : settings.waivers()) {
            listed.add(listed(SettingsFiles.WAIVERS + ":" + waiver.line(), DecisionLine.of(waiver), waiver.holdsOn(last),
                    ledger.acrossDates().canBeWaived(waiver.id()), since, last, ledger.acrossDates().acceptedBy(waiver.id())));
        }
        return listed;
    }

    private static StandingDecision listed(String line, DecisionLine said, boolean holds, boolean used, Map<DecisionLine,
            LocalDate> since, LocalDate last,
            List<String> holdsUp) {
        LocalDate first = since.get(said);
        return new StandingDecision(line, said.about, said.decision, said.owner, said.reason, said.until,
                !used ? "unused" : !holds ? "ended" : first == null ? "new" : "holds", first,
                first == null ? null : ChronoUnit.DAYS.between(first, last), first == null ? List.of() : holdsUp);
    }

    /** Of each line that the last run read, the date of the first run from which on all runs read it. */
    private static Map<DecisionLine, LocalDate> since(List<Run> runs, Ledger ledger) {
        Map<String, List<DecisionLine>> bySettings = new HashMap<>();
        Map<DecisionLine, LocalDate> since = new HashMap<>();
        for (Run run : runs) {
            List<DecisionLine> said = bySettings.computeIfAbsent(run.settings(), settings -> said(settings, ledger));
            since.keySet().retainAll(said);
            said.forEach(one -> since.putIfAbsent(one, run.businessDate()));
        }
        return since;
    }

    private static List<DecisionLine> said(String id, Ledger ledger) {
        try {
            Settings then = SettingsSnapshot.recall(id, ledger.archive()).settings();
            return Stream.concat(then.decisions().stream().map(DecisionLine::of), then.waivers().stream()
                    .map(DecisionLine::of)).toList();
        } catch (SettingsException e) {
            // Settings that an older Crossfoot read otherwise tell nothing of how old a line is.
            return List.of();
        }
    }
}
