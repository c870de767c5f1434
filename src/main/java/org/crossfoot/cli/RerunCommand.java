package org.crossfoot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.crossfoot.audit.PastRevision;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.Runs;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.store.LedgerReading;
import org.crossfoot.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rerun DATE}: one date again, with what is there now or with what was known when a revision was made. */
@Command(name = "rerun",
        description = {"Reconciles one date again with what is there now; publishes a revision where the result changed.",
            "With --revision: from the archived reports and settings of that revision, into the folder that --output names."})
final class RerunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATE", description = "the date, as 2025-01-26")
    private LocalDate date;

    @Option(names = "--revision", paramLabel = "N", description = "as it was known when this revision was made")
    private Integer revision;

    @Option(names = "--from", paramLabel = "DIR", defaultValue = "${env:CROSSFOOT_OUTPUT:-output}",
            description = "with --revision: the output folder whose ledger holds it (default: ${DEFAULT-VALUE})")
    private Path from;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        return revision != null ? past()
                : new Execution(Runs.Command.RERUN, options, options.line()).run(date, false, false);
    }

    private int past() throws Exception {
        Path target = options.workspace().output();
        Workspace kept = options.workspace(from);
        if (target.equals(kept.output()) || Files.exists(target.resolve("ledger"))) {
            throw new WrongUsage("--output " + options.output
                    + ": is where nights are published; name a folder of its own for the past");
        }
        RevisionRecord again = LedgerReading.ask(kept, reading -> again(reading.ledger()));
        PublishedFolder folder = new PublishedFolder(Files.createDirectories(target));
        folder.publish(folder.draft(again, Stream.empty(), Map.of()));
        List<DiscrepancyRecord> open = again.discrepancies().stream().filter(DiscrepancyRecord::isOpen).toList();
        options.out()
                .println(date + ": revision " + again.number() + " made again in " + options.output + "; open: " + open.size()
                + (open.size() == 1 ? " discrepancy" : " discrepancies"));
        return exitCode(open);
    }

    private RevisionRecord again(Ledger ledger) throws WrongUsage, IOException {
        int number = new CommonOptions.ChosenRevision(ledger, date).orCurrent(revision);
        RevisionRecord published = ledger.revisions().find(date, number);
        if (published.knownTo() == null) {
            throw new WrongUsage(date + ": revision " + number
                    + " was made by a Crossfoot that did not keep which reports stood then");
        }
        PastRevision past = new PastRevision(ledger, published);
        try {
            return past.again();
        } catch (SettingsException e) {
            throw new WrongUsage(date + ": revision " + number + " " + past.notUnderstood(e));
        }
    }

    private int exitCode(List<DiscrepancyRecord> open) {
        boolean missing = open.stream().anyMatch(row -> row.rule().equals(BuiltIn.REPORT_MISSING.id()));
        boolean fails = options.failOnSeverity() != null && open.stream()
                .anyMatch(row -> row.severity().atLeast(options.failOnSeverity()));
        return missing ? ExitCode.INCOMPLETE : fails ? ExitCode.DISCREPANCIES : ExitCode.DONE;
    }
}
