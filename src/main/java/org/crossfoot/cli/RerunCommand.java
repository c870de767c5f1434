package org.crossfoot.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rerun DATE}: one date again. */
@Command(name = "rerun", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class, sortOptions = false,
        description = "Reconciles one date again with what is there now; publishes a revision where the result changed.")
final class RerunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATE", description = "the date, as 2025-01-26")
    private LocalDate date;

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return new Execution("rerun", options, spec.commandLine().getOut(), spec.commandLine().getErr()).run(date);
    }
}
