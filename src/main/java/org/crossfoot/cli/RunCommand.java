package org.crossfoot.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.crossfoot.ledger.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: the night. */
@Command(name = "run",
        description = "Takes in every new or changed report, reconciles a date and every other date"
                + " the new figures touch, publishes.")
final class RunCommand implements Callable<Integer> {

    @Option(names = "--date", paramLabel = "DATE", description = "the business date (default: yesterday in the settings' zone)")
    private LocalDate date;

    @Option(names = "--rebuild",
            description = "sets the ledger's database aside, which is damaged, and makes it anew from the input folder")
    private boolean rebuild;

    @Option(names = "--read-all",
            description = "reads every report's file, also where it looks from outside as it did when it was read before")
    private boolean readsAll;

    @Option(names = "--digest",
            description = "prints what changed since the run before, what was not read and what waits, where somebody should "
                    + "hear of it")
    private boolean digest;

    @Option(names = "--notify", paramLabel = "COMMAND", defaultValue = "${env:CROSSFOOT_NOTIFY}",
            description = "starts a command (by sh) with the digest on its input, where somebody should hear of the night;"
            + " its failure is told, and fails nothing")
    private String notified;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        return new Execution(Runs.Command.RUN, options, options.line()).printing(digest)
                .notifying(notified).run(date, rebuild, readsAll);
    }
}
