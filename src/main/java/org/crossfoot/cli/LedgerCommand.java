package org.crossfoot.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.crossfoot.store.LedgerCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger copy}: moves a ledger to a server, or back. */
@Command(name = "ledger", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Moves a ledger to a PostgreSQL server, or back.", subcommands = LedgerCommand.Copy.class)
final class LedgerCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what of the ledger? 'crossfoot ledger copy FROM TO' moves it");
    }

    /** The one it is copied from stays as it is. */
    @Command(name = "copy",
            description = {"Copies the ledger of an output folder from one place to another, which is its place from then on.",
                "A place is jdbc:postgresql://host/database, or h2: the file in the output folder. The archive stays where it"
                + " is, and so does the ledger that is copied; one that stands at TO is set aside.",
                "With --archive ledger a ledger on a server has its archive in itself, and h2 has it in the output folder."})
    static final class Copy implements Callable<Integer> {

        @Parameters(paramLabel = "FROM", index = "0", description = "where it is")
        private String from;

        @Parameters(paramLabel = "TO", index = "1", description = "where it is to be")
        private String to;

        @Mixin
        private CommonOptions options;

        @Override
        public Integer call() throws Exception {
            Optional<String> source = CommonOptions.server(from);
            Optional<String> target = CommonOptions.server(to);
            if (source.equals(target)) {
                throw new WrongUsage("ledger copy: " + from + " is where it is to be copied from, too; name another place");
            }
            LedgerCopy.Copied copied = new LedgerCopy(options.workspace(source.or(() -> target)), source, target).copy();
            options.out().println(from + " is copied to " + to + ", " + copied.rows() + " rows"
                    + copied.aside().map(name -> "; what stood there is set aside as " + name).orElse("")
                    + "; from now on that is the ledger of " + options.output
                    + target.map(address -> ": name it with --ledger or CROSSFOOT_LEDGER").orElse(""));
            return ExitCode.DONE;
        }
    }
}
