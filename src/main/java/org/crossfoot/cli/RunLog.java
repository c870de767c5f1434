package org.crossfoot.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of one run, in its folder; {@link Logging} sends warnings to standard error besides. */
final class RunLog {

    private RunLog() {
    }

    static void writeTo(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        FileAppender<ILoggingEvent> log = new FileAppender<>();
        log.setContext(context);
        log.setFile(file.toString());
        log.setEncoder(Logging.lines(context, "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level %logger{0}: " + Logging.MESSAGE
                + "%n"));
        log.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
        context.getLogger(Logging.DATABASE).addAppender(log);
    }

    /** Writes the whole of a failure, of which the user was told the end. */
    static void failure(Exception failure) {
        LoggerFactory.getLogger(RunLog.class).info("failed inside", failure);
    }
}
