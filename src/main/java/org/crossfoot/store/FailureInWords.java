package org.crossfoot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.crossfoot.reconcile.outcome.FailedOn;

/** Says a failure as the user can act on it: what is full, lacking or not allowed, and what would be right. */
public final class FailureInWords {

    private static final String FULL = "No space left on device";
    private static final String NOT_WRITTEN =
            "the file of the ledger's database cannot be written; see whether the disk of the output folder"
            + " is full, and whether files may grow no further (ulimit -f)";
    private static final String SERVER = "org.postgresql.";
    private static final String READ_ONLY = "Read-only file system";

    private FailureInWords() {
    }

    /** Names what it failed on, where that is known, before what failed. */
    public static String of(Throwable failure) {
        List<Throwable> causes = DamagedLedger.causes(failure).toList();
        String on = causes.stream().filter(FailedOn.class::isInstance).map(cause -> cause.getMessage() + ": ")
                .collect(Collectors.joining());
        return on + causes.stream().map(FailureInWords::known).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> DamagedLedger.couldNotBeWritten(failure) ? NOT_WRITTEN : unknown(unwrapped(failure)));
    }

    /** Whether it is the disk that fails, whatever is written to it. */
    public static boolean isOfTheDisk(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains(FULL) || message.contains(READ_ONLY);
    }

    /** What has a way out that is known. */
    private static Optional<String> known(Throwable cause) {
        if (String.valueOf(cause.getMessage()).contains(FULL)) {
            return Optional.of("the disk of the output folder is full (" + FULL + "); make room there");
        }
        if (cause instanceof OutOfMemoryError || String.valueOf(cause.getMessage()).contains(OutOfMemoryError.class.getName())) {
            return Optional.of("out of memory (" + firstLine(cause)
                    + "); give Java more, for example with JAVA_TOOL_OPTIONS=-Xmx4g");
        }
        if (cause instanceof StackOverflowError) {
            return Optional.of("too deep for Java's stack; give it more, for example with JAVA_TOOL_OPTIONS=-Xss64m");
        }
        if (cause instanceof SQLException database && cause.getClass().getName().startsWith(SERVER)) {
            return ofServer(String.valueOf(database.getSQLState())).map(why -> why.formatted(firstLine(cause)));
        }
        return cause instanceof FileSystemException file ? Optional.of(said(file)) : Optional.empty();
    }

    /** What PostgreSQL's states mean for whoever can mend it. */
    private static Optional<String> ofServer(String state) {
        if (ServerConnectionsOfRun.isMeantBy(state)) {
            return Optional.of("the server of the ledger cannot be reached, or went away (%s); see whether it runs, and what"
                    + " --ledger names");
        }
        return switch (state) {
            case "08004", "28000", "28P01" -> Optional.of("the server of the ledger does not let this role in (%s); its"
                    + " password is looked for in PGPASSWORD, in the file that CROSSFOOT_LEDGER_PASSWORD_FILE names,"
                    + " and in ~/.pgpass");
            case "3D000" -> Optional.of("the server has no such database (%s); scripts/postgres-ledger makes one");
            case "42501" -> Optional.of("the role may not do that to the ledger (%s); a run needs the role that owns it, asking"
                    + " one that may read it");
            case "53100" -> Optional.of("the disk of the ledger's server is full (%s); make room there");
            default -> Optional.empty();
        };
    }

    private static String unknown(Throwable reason) {
        if ((reason.getClass() == IOException.class || reason instanceof UncheckedIOException) && reason.getMessage() != null) {
            return reason.getMessage();
        }
        if (reason instanceof SQLException) {
            return "the ledger's database says: " + firstLine(reason)
                    + "; where it is no matter of the disk, please report it with the run's log";
        }
        return Arrays.stream(reason.getStackTrace()).filter(frame -> frame.getClassName().startsWith("org.crossfoot."))
                .findFirst().map(frame -> "in " + frame.getFileName() + ", line " + frame.getLineNumber() + ", ").orElse("")
                + reason.getClass().getSimpleName() + " (" + firstLine(reason)
                + "), which is a fault of Crossfoot; please report it with the run's log";
    }

    private static String firstLine(Throwable reason) {
        return reason.getMessage() == null ? "no more is known" : reason.getMessage().lines().findFirst().orElse("");
    }

    /** What threads, the framework and {@link FailedOn} put around a failure is no reason. */
    private static Throwable unwrapped(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null && (reason instanceof ExecutionException || reason instanceof FailedOn
                || reason.getClass().getName().startsWith("org.springframework.")
                || reason.toString().endsWith(": " + reason.getCause()))) {
            reason = reason.getCause();
        }
        return reason;
    }

    private static String said(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return failure.getFile() + ": access is denied; let the user that runs this read there, and a run write as well";
        }
        if (failure instanceof NoSuchFileException) {
            return failure.getFile() + ": is not there, or was taken away meanwhile";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return failure.getFile() + ": stands in the way; move it away";
        }
        return failure.getReason() == null ? failure.toString() : failure.getFile() + ": " + failure.getReason();
    }
}
