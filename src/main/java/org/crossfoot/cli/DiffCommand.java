package org.crossfoot.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.crossfoot.audit.RevisionDifference;
import org.crossfoot.cli.print.DifferencePage;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.store.LedgerReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}: what changed from one revision of a date to another, and what brought it. */
@Command(name = "diff",
        description = "Shows what changed from one revision of a date to another, and which report or setting brought it.")
final class DiffCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATE", description = "the date, as 2025-01-26")
    private LocalDate date;

    @Option(names = "--revision", paramLabel = "N",
            description = "twice: the earlier and the later revision (default: the last two); "
            + "once: the earlier, against the current one")
    private List<Integer> revisions;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = options.out();
        RevisionDifference difference = LedgerReading.ask(options.workspace(), reading -> {
            Ledger ledger = reading.ledger();
            List<Integer> chosen = chosen(new CommonOptions.ChosenRevision(ledger, date));
            return RevisionDifference.between(ledger.revisions().find(date, chosen.get(0)),
                    ledger.revisions().find(date, chosen.get(1)), ledger);
        });
        new DifferencePage(difference).print(out);
        out.flush();
        return ExitCode.DONE;
    }

    private List<Integer> chosen(CommonOptions.ChosenRevision of) throws WrongUsage {
        List<Integer> asked = revisions == null ? List.of() : revisions;
        if (asked.size() > 2) {
            throw new WrongUsage("diff compares two revisions; --revision was given " + asked.size() + " times");
        }
        int current = of.orCurrent(null);
        if (asked.isEmpty() && current == 1) {
            throw new WrongUsage(date + ": has only revision 1; there is nothing to compare it with");
        }
        return List.of(asked.isEmpty() ? current - 1 : of.orCurrent(asked.get(0)), asked.size() < 2 ? current
                : of.orCurrent(asked.get(1)));
    }
}
