package org.crossfoot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.crossfoot.audit.Verification;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.store.LedgerReading;
import org.crossfoot.store.Workspace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: makes published revisions again from the archive alone, and compares byte for byte. */
@Command(name = "verify",
        description = "Recomputes a published revision from the archive and compares byte for byte; changes nothing."
                + " Exit 1: not identical.")
final class VerifyCommand implements Callable<Integer> {

    static final class RevisionsMeant {

        @Parameters(paramLabel = "DATE", description = "the date, as 2025-01-26")
        private LocalDate date;

        @Option(names = "--all", description = "every revision of every date")
        private boolean all;
    }

    @ArgGroup(multiplicity = "1")
    private RevisionsMeant which;

    @Option(names = "--revision", paramLabel = "N", description = "the revision (default: the current one)")
    private Integer revision;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        Workspace workspace = options.workspace();
        PrintWriter out = options.out();
        // Printed by a thread of its own: whoever does not read on does not keep the ledger from the next run.
        ExecutorService printing = Executors.newSingleThreadExecutor();
        try {
            return LedgerReading.ask(workspace, reading -> verify(reading.ledger(), workspace, line -> printing.execute(() -> {
                out.println(line);
                out.flush();
            })));
        } finally {
            printing.shutdown();
            printing.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS);
        }
    }

    private int verify(Ledger ledger, Workspace workspace, Consumer<String> out) throws WrongUsage, IOException {
        Verification.Verifier verifier = new Verification.Verifier(ledger, workspace.output(), ProgramVersion.number());
        int differing = 0;
        int verified = 0;
        int pages = 0;
        for (Map.Entry<LocalDate, String> unknown : verifier.publishedWithoutRevision().entrySet()) {
            if (which.all || unknown.getKey().equals(which.date)) {
                out.accept(unknown.getValue());
                differing++;
            }
        }
        for (LocalDate date : which.all ? ledger.dates().known() : List.of(which.date)) {
            int current = new CommonOptions.ChosenRevision(ledger, date).orCurrent(null);
            int first = which.all ? 1 : new CommonOptions.ChosenRevision(ledger, date).orCurrent(revision);
            for (int number = first; number <= (which.all ? current : first); number++) {
                Verification found = verifier.verify(ledger.revisions().find(date, number), current);
                verified++;
                differing += found.isIdentical() ? 0 : 1;
                pages += found.page() ? 0 : 1;
                print(found, out);
            }
        }
        if (which.all) {
            Optional<List<String>> overview = verifier.overview();
            overview.orElse(List.of()).forEach(out);
            out.accept(verified + (verified == 1 ? " revision, " : " revisions, ") + differing + " not identical"
                    + notLookedAt(pages, overview));
            differing += overview.orElse(List.of()).size();
        }
        return differing == 0 ? ExitCode.DONE : ExitCode.DISCREPANCIES;
    }

    private static String notLookedAt(int pages, Optional<List<String>> overview) {
        return pages == 0 && overview.isPresent() ? "" : "; not looked at, since an older Crossfoot published them: "
                + (pages == 0 ? "" : pages == 1 ? "the page of a date (rerun it)" : "the pages of " + pages
                + " dates (rerun them)")
                + (pages > 0 && overview.isEmpty() ? ", " : "") + (overview.isEmpty() ? "index.html with what it needs" : "");
    }

    private void print(Verification found, Consumer<String> out) {
        String name = found.date() + " revision " + found.revision();
        if (!found.isIdentical()) {
            found.findings().forEach(finding -> out.accept(name + ": " + finding));
        } else if (!options.quiet) {
            out.accept(name + ": identical (" + found.files() + " files, made from " + found.reports()
                    + (found.reports() == 1 ? " report)" : " reports)")
                    + (found.page() ? "" : "; its page was published by an older Crossfoot and is not looked at: rerun "
                    + found.date()
                            + " publishes it anew"));
        }
    }
}
