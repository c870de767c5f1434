package org.crossfoot.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossfoot.cli.print.Sentences;
import org.crossfoot.cli.print.StandardOutput;
import org.crossfoot.settings.text.Problems.Problem;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.store.DamagedLedger;
import org.crossfoot.store.FailureInWords;
import org.crossfoot.store.JobFailure;
import org.crossfoot.store.JobFailure.NewerLedger;
import org.crossfoot.store.JobFailure.OtherLedger;
import org.crossfoot.store.LedgerReading.NoLedgerException;
import org.crossfoot.store.RunningException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point: reads the command line, runs a command, and ends with its exit code. */
@Command(name = "crossfoot", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class, sortOptions = false,
        description = "Reconciles public totals of arrests that contradict each other.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:done; nothing at or above --fail-on",
            " 1:done; discrepancies at or above --fail-on; verify: not identical;"
                + " try: something would change",
            " 2:usage or settings wrong", " 3:incomplete: a report could not be read, or a scheduled one is missing",
            " 4:failed inside, at a date, which is named, or at the database or disk; nothing half-published",
            " 5:another run holds the lock; nothing was touched", "130, 143:interrupted; the next run goes on from there"})
public final class Crossfoot implements Runnable {

    /** The scripts have exit codes begin higher, to tell them from those of a Java that did not start: 1 as well. */
    private static final String EXIT_CODES_FROM = "crossfoot.exit-codes-from";

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
        COMMANDS.put("waive", WaiveCommand.class);
        COMMANDS.put("decide", DecideCommand.class);
        COMMANDS.put("decisions", DecisionsCommand.class);
        COMMANDS.put("try", TryCommand.class);
        COMMANDS.put("draft", DraftCommand.class);
        COMMANDS.put("ledger", LedgerCommand.class);
        COMMANDS.put("work", WorkCommand.class);
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Crossfoot() {
    }

    public static void main(String[] arguments) {
        int exitCode = ExitCode.FAILED_INSIDE;
        StandardOutput out = new StandardOutput();
        try {
            CommandLine line = commandLine(arguments).setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
            exitCode = line.execute(arguments);
            line.getOut().flush();
            if (out.wasLost()) {
                System.err.println("crossfoot: standard output cannot be written (" + out.failure()
                        + "); what was published stands");
                exitCode = ExitCode.FAILED_INSIDE;
            }
        } catch (RuntimeException | Error e) {
            System.err.println("crossfoot: failed inside: " + FailureInWords.of(e));
        }
        System.exit(Integer.getInteger(EXIT_CODES_FROM, 0) + exitCode);
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
        line.registerConverter(LocalDate.class, new CommonOptions.CalendarDate());
        line.setExecutionExceptionHandler(Crossfoot::failed);
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command? one of "
                + String.join(", ", COMMANDS.keySet()));
    }

    private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter error = line.getErr();
        if (failure instanceof SettingsException settings) {
            Sentences.print(error, "", settings.problems().stream().map(Problem::toString).toList());
            int count = settings.problems().size();
            error.println("crossfoot: " + count + (count == 1 ? " mistake" : " mistakes") + " in the settings; nothing was done");
            return ExitCode.SETTINGS_WRONG;
        }
        if (failure instanceof WrongUsage || failure instanceof NoLedgerException || failure instanceof OtherLedger) {
            Sentences.print(error, "crossfoot: ", failure.getMessage());
            return ExitCode.SETTINGS_WRONG;
        }
        if (failure instanceof RunningException) {
            Sentences.print(error, "crossfoot: ", failure.getMessage());
            return ExitCode.LOCKED;
        }
        if (failure instanceof DamagedLedger || failure instanceof NewerLedger
                || failure instanceof JobFailure job && job.wasStopped()) {
            Sentences.print(error, "crossfoot: ", failure.getMessage());
            return ExitCode.FAILED_INSIDE;
        }
        Sentences.print(error, "crossfoot: failed inside: ",
                failure instanceof JobFailure ? failure.getMessage() : FailureInWords.of(failure));
        error.println("crossfoot: what is published stands whole; the next run goes on from the last commit");
        Logging.failure(failure);
        return ExitCode.FAILED_INSIDE;
    }
}
