package org.crossfoot.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossfoot.job.DamagedLedger;
import org.crossfoot.job.FailureInWords;
import org.crossfoot.job.JobFailure;
import org.crossfoot.job.NewerLedger;
import org.crossfoot.job.NoLedgerException;
import org.crossfoot.job.RunningException;
import org.crossfoot.settings.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point: reads the command line, runs a command, and ends with its exit code. */
@Command(name = "crossfoot", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class, sortOptions = false,
        description = "Reconciles public totals of arrests that contradict each other.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:done; nothing at or above --fail-on", " 1:done; discrepancies at or above --fail-on; verify: not identical",
            " 2:usage or settings wrong", " 3:incomplete: a report could not be read, or a scheduled one is missing",
            " 4:failed inside (database, disk); nothing half-published", " 5:another run holds the lock; nothing was touched",
            "130, 143:interrupted; the next run goes on from there"})
public final class Crossfoot implements Runnable {

    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("run", RunCommand.class);
        COMMANDS.put("rerun", RerunCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("explain", ExplainCommand.class);
        COMMANDS.put("diff", DiffCommand.class);
        COMMANDS.put("ask", AskCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("status", StatusCommand.class);
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Crossfoot() {
    }

    public static void main(String[] arguments) {
        int exitCode = ExitCode.FAILED_INSIDE;
        StandardOutput out = new StandardOutput();
        try {
            CommandLine line = commandLine(arguments).setOut(new PrintWriter(out, true));
            exitCode = line.execute(arguments);
            line.getOut().flush();
            if (out.wasLost()) {
                System.err.println("crossfoot: standard output cannot be written (" + out.failure() + "); what was published stands");
                exitCode = ExitCode.FAILED_INSIDE;
            }
        } catch (Error e) {
            System.err.println("crossfoot: failed inside: " + e);
        }
        System.exit(exitCode);
    }

    /** Knows the command that the arguments begin with, or every command: each takes its while to be described. */
    static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Crossfoot());
        if (arguments.length > 0 && COMMANDS.containsKey(arguments[0])) {
            line.addSubcommand(arguments[0], COMMANDS.get(arguments[0]));
        } else {
            COMMANDS.forEach(line::addSubcommand);
        }
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(LocalDate.class, new CalendarDate());
        line.setExecutionExceptionHandler(Crossfoot::failed);
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command? one of " + String.join(", ", COMMANDS.keySet()));
    }

    private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter error = line.getErr();
        if (failure instanceof SettingsException settings) {
            settings.problems().forEach(error::println);
            int count = settings.problems().size();
            error.println("crossfoot: " + count + (count == 1 ? " mistake" : " mistakes") + " in the settings; nothing was done");
            return ExitCode.SETTINGS_WRONG;
        }
        if (failure instanceof WrongUsage || failure instanceof NoLedgerException) {
            error.println("crossfoot: " + failure.getMessage());
            return ExitCode.SETTINGS_WRONG;
        }
        if (failure instanceof RunningException) {
            error.println("crossfoot: " + failure.getMessage());
            return ExitCode.LOCKED;
        }
        if (failure instanceof DamagedLedger || failure instanceof NewerLedger || failure instanceof JobFailure job && job.wasStopped()) {
            error.println("crossfoot: " + failure.getMessage());
            return ExitCode.FAILED_INSIDE;
        }
        error.println("crossfoot: failed inside: " + (failure instanceof JobFailure ? failure.getMessage() : FailureInWords.of(failure)));
        error.println("crossfoot: what was published before stands; the next run goes on from the last commit");
        RunLog.failure(failure);
        return ExitCode.FAILED_INSIDE;
    }
}
