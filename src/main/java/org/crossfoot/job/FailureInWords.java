package org.crossfoot.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;

/** Says a failure as the user can act on it: what is full, lacking or not allowed, and what would be right. */
public final class FailureInWords {

    private static final String FULL = "No space left on device";

    private FailureInWords() {
    }

    public static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(FULL)) {
                return "the disk of the output folder is full (" + FULL + "); make room there";
            }
            if (cause instanceof OutOfMemoryError) {
                return "out of memory (" + cause.getMessage() + "); give Java more, for example with JAVA_TOOL_OPTIONS=-Xmx4g";
            }
            if (cause instanceof FileSystemException file) {
                return said(file);
            }
        }
        Throwable reason = unwrapped(failure);
        boolean speaks = reason.getClass() == IOException.class || reason instanceof UncheckedIOException;
        return speaks && reason.getMessage() != null ? reason.getMessage() : reason.toString();
    }

    /** What threads and the framework put around a failure says nothing to a user. */
    private static Throwable unwrapped(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null
                && (reason instanceof ExecutionException || reason.toString().endsWith(": " + reason.getCause())
                        || reason.getClass().getName().startsWith("org.springframework."))) {
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
        return failure.getReason() == null ? failure.toString() : failure.getFile() + ": " + failure.getReason();
    }
}
