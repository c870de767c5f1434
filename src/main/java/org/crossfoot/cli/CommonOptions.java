package org.crossfoot.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.crossfoot.ledger.Dates.DateState;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.rule.Severity;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine;

/** Options of all commands, and how each of them speaks. */
@Command(mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class, sortOptions = false)
final class CommonOptions {

    enum FailOn {
        NEVER(null), ERROR(Severity.ERROR), WARNING(Severity.WARNING), INFO(Severity.INFO);

        private final Severity severity;

        FailOn(Severity severity) {
            this.severity = severity;
        }
    }

    /** Reads a date of the command line. */
    static final class CalendarDate implements ITypeConverter<LocalDate> {

        private static final int FIRST_YEAR = 1000;

        @Override
        public LocalDate convert(String text) {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                try {
                    LocalDate day = LocalDate.parse(text);
                    if (day.getYear() < FIRST_YEAR) {
                        throw new TypeConversionException("'" + text + "' is not in the years " + FIRST_YEAR
                                + " to 9999, of which reports are read");
                    }
                    return day;
                } catch (DateTimeException e) {
                    throw new TypeConversionException("'" + text + "' is no day of the calendar; write one, as 2025-01-26");
                }
            }
            throw new TypeConversionException("'" + text + "' is no date; write year, month and day, as 2025-01-26");
        }
    }

    /** The address of the file in the output folder. */
    private static final String FILE = "h2";

    @Option(names = "--input", paramLabel = "DIR", defaultValue = "${env:CROSSFOOT_INPUT:-input}",
            description = "where settings and reports are (default: ${DEFAULT-VALUE})")
    Path input;

    @Option(names = "--output", paramLabel = "DIR", defaultValue = "${env:CROSSFOOT_OUTPUT:-output}",
            description = "where results and the ledger go (default: ${DEFAULT-VALUE})")
    Path output;

    @Option(names = "--ledger", paramLabel = "ADDRESS", defaultValue = "${env:CROSSFOOT_LEDGER:-h2}",
            description = "where the ledger is: jdbc:postgresql://host/database, or h2, a file in the output folder"
            + " (default: ${DEFAULT-VALUE})")
    String ledger;

    @Option(names = "--archive", paramLabel = "DIR", defaultValue = "${env:CROSSFOOT_ARCHIVE}",
            description = "where the bytes of every report are kept: a folder, or 'ledger', the ledger itself where it is on a"
            + " server (default: ledger/archive in the output folder)")
    Path archive;

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "error",
            description = "never, error, warning or info: exit 1 at or above it (default: ${DEFAULT-VALUE})")
    FailOn failOn;

    @Option(names = "--quiet", description = "no summary line where all is well, and no progress")
    boolean quiet;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    CommandLine line() {
        return command.commandLine();
    }

    PrintWriter out() {
        return line().getOut();
    }

    Severity failOnSeverity() {
        return failOn.severity;
    }

    Workspace workspace() throws WrongUsage {
        return workspace(server(ledger));
    }

    /** With the ledger at another place than the one that is named. */
    Workspace workspace(Optional<String> server) throws WrongUsage {
        if (!Files.isDirectory(input)) {
            throw new WrongUsage("--input " + input + ": no such folder; name the one that holds crossfoot.yml");
        }
        if (!Files.isReadable(input) || !Files.isExecutable(input)) {
            throw new WrongUsage("--input " + input + ": may not be read (access denied); its owner, or root, can let the"
                    + " user that runs Crossfoot in: chmod a+rx");
        }
        if (Files.exists(output) && !Files.isDirectory(output)) {
            throw new WrongUsage("--output " + output + ": is not a folder");
        }
        Workspace workspace = workspace(output, server);
        String path = workspace.output().toString().replace(File.separatorChar, '/');
        if (path.indexOf(';') >= 0 || path.indexOf('\\') >= 0) {
            throw new WrongUsage("--output " + output + ": the database cannot stand in a folder with ';' or '\\' in its path");
        }
        if (workspace.output().startsWith(workspace.input()) || real(workspace.output()).startsWith(real(workspace.input()))) {
            throw new WrongUsage("--output " + output + ": must not lie in the input folder");
        }
        return workspace;
    }

    /** With another output folder than the one that results go to. */
    Workspace workspace(Path folder) throws WrongUsage {
        return workspace(folder, server(ledger));
    }

    private Workspace workspace(Path folder, Optional<String> server) throws WrongUsage {
        boolean inLedger = archive != null && archive.toString().equals(Workspace.IN_LEDGER);
        if (inLedger && server.isEmpty()) {
            throw new WrongUsage("--archive ledger: a ledger in a file has its archive in a folder; name one with --archive DIR"
                    + " (./ledger where it is called so), or a ledger on a server with --ledger"
                    + " jdbc:postgresql://host/database");
        }
        return new Workspace(input, folder, server, archive == null || inLedger ? Workspace.besides(folder) : archive, inLedger);
    }

    /** The address of a ledger on a server; empty where it is the file in the output folder. */
    static Optional<String> server(String address) throws WrongUsage {
        if (address.equals(FILE)) {
            return Optional.empty();
        }
        Optional<String> mistake = Workspace.mistakeIn(address);
        if (mistake.isPresent()) {
            throw new WrongUsage("--ledger " + address.replaceFirst("[?].*", "") + ": " + mistake.get());
        }
        return Optional.of(address);
    }

    /** Where a path leads in the end, by whatever links; of what is not there yet, where its folder leads. */
    private static Path real(Path path) throws WrongUsage {
        Path there = path;
        while (Files.notExists(there)) {
            there = there.getParent();
        }
        try {
            return there.toRealPath().resolve(there.relativize(path));
        } catch (IOException e) {
            throw new WrongUsage(path + ": cannot be found (" + e + ")");
        }
    }

    SettingsFiles settingsFiles() throws IOException {
        return SettingsFiles.readFrom(input);
    }

    /** The revision of a date that a command is asked for. */
    record ChosenRevision(Ledger ledger, LocalDate date) {

        /**
         * Its number.
         *
         * @param asked null for the current one
         * @throws WrongUsage where the date has no such revision
         */
        int orCurrent(Integer asked) throws WrongUsage {
            int current = ledger.dates().state(date).map(DateState::revision).orElse(0);
            if (current == 0) {
                throw new WrongUsage(date + ": no revision was ever published of this date; see summary.csv for those that were");
            }
            if (asked != null && (asked < 1 || asked > current)) {
                throw new WrongUsage(date + ": has no revision " + asked + ", only 1 to " + current);
            }
            return asked == null ? current : asked;
        }
    }
}
