package org.crossfoot.job;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command of the user's that is told of a night: a mail, a message. Whatever becomes of it, the night is as it is.
 *
 * @param named where it is named
 */
public record NotifyCommand(String command, String named) {

    private static final Logger LOG = LoggerFactory.getLogger(NotifyCommand.class);
    private static final long SECONDS = 60;

    /**
     * Starts it with a text on its input, and waits for its end; what it prints is its own.
     *
     * @return what went wrong, a sentence, or empty
     */
    public Optional<String> tell(String text) {
        try {
            Process process = new ProcessBuilder("sh", "-c", command).redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD).start();
            try (OutputStream input = process.getOutputStream()) {
                input.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                LOG.info("{} did not read all of the digest", command, e);
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of(failed("was stopped, since it had not ended after " + SECONDS + " s"));
            }
            return process.exitValue() == 0 ? Optional.empty() : Optional.of(failed("ended with exit code "
                    + process.exitValue()));
        } catch (IOException e) {
            return Optional.of(failed("cannot be started (" + e.getMessage() + ")"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(failed("was not waited for"));
        }
    }

    private String failed(String how) {
        return named + ": '" + command + "' " + how + ", so nobody may have been told; the night itself is done: try the command"
                + " by hand with runs/<run>/digest.txt as its input";
    }
}
