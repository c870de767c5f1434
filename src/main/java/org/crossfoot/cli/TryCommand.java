package org.crossfoot.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crossfoot.audit.Trial;
import org.crossfoot.cli.print.AnswerFormat;
import org.crossfoot.cli.print.TrialPage;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Runs.Run;
import org.crossfoot.report.JsonText;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.Problems;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.settings.text.SettingsTree;
import org.crossfoot.store.LedgerReading;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code try}: what stored dates would be with other settings, waivers or decisions. */
@Command(name = "try",
        description = {"Reconciles stored dates with the settings, waivers and decisions that --input holds now, and --set"
                + " changes: prints what would be gained, lost and changed; publishes and stores nothing.",
            "Exit 1: something would."})
final class TryCommand implements Callable<Integer> {

    static final class DatesMeant {

        @Parameters(paramLabel = "DATE", arity = "1..*", description = "these dates, as 2025-01-26")
        private List<LocalDate> dates;

        @Option(names = "--all", description = "every date")
        private boolean all;
    }

    @ArgGroup(multiplicity = "1")
    private DatesMeant which;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "another value in crossfoot.yml,"
            + " e.g. rules.sources-agree.tolerance=1%%; may be given several times")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "text, csv or json (default: ${DEFAULT-VALUE})")
    private AnswerFormat format;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        SettingsFiles files = changed(options.settingsFiles());
        Settings settings = SettingsReader.read(files);
        List<Trial.Change> changes = LedgerReading.ask(options.workspace(), reading -> {
            Ledger ledger = reading.ledger();
            List<LocalDate> dates = which.all ? ledger.dates().known() : which.dates;
            for (LocalDate date : dates) {
                new CommonOptions.ChosenRevision(ledger, date).orCurrent(null);
            }
            LocalDate last = ledger.runs().all().stream().map(Run::businessDate).max(Comparator.naturalOrder()).orElseThrow();
            Trial trial = Trial.of(ledger, files, settings, ProgramVersion.number());
            List<Trial.Change> all = new ArrayList<>();
            dates.forEach(date -> all.addAll(trial.changes(date, last)));
            return all;
        });
        PrintWriter out = options.out();
        switch (format) {
            case TEXT -> TrialPage.print(changes, settings.vocabulary(), out);
            case CSV -> out.print(new String(TrialPage.csv(changes), StandardCharsets.UTF_8));
            case JSON -> out.print(new String(JsonText.bytes(changes), StandardCharsets.UTF_8));
        }
        out.flush();
        return changes.isEmpty() ? ExitCode.DONE : ExitCode.DISCREPANCIES;
    }

    private SettingsFiles changed(SettingsFiles files) throws SettingsException {
        byte[] crossfoot = files.bytes().get(SettingsFiles.CROSSFOOT);
        if (values.isEmpty() || crossfoot == null) {
            return files;
        }
        Problems problems = new Problems();
        byte[] other = SettingsTree.of(SettingsFiles.CROSSFOOT, crossfoot, problems).map(tree -> {
            values.forEach((key, value) -> tree.put(key, value, problems));
            return tree.bytes();
        }).orElse(crossfoot);
        problems.throwIfAny();
        return files.with(SettingsFiles.CROSSFOOT, other);
    }
}
