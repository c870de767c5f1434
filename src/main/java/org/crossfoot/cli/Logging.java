package org.crossfoot.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warnings go to standard error, since standard output is for the summary line alone; a run has a log in its folder besides.
 * In code, because Logback takes twice as long to start where it has to read a file.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    /** The logger that H2 writes to. It tells every failed statement, which is for the run's own log alone. */
    static final String DATABASE = "h2database";

    /** What Spring tells of failures is for the run's own log alone: the user is told the reason, with the exit code. */
    static final String FRAMEWORK = "org.springframework";

    /** On one line, whatever it quotes, and without what would move a terminal's cursor or the reading direction. */
    private static final String MESSAGE = "%replace(%msg){'[\\pC\u2028\u2029]', '\u00b7'}";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel(Level.WARN.levelStr);
        warnings.start();
        ConsoleAppender<ILoggingEvent> error = new ConsoleAppender<>();
        error.setContext(context);
        error.setTarget("System.err");
        error.addFilter(warnings);
        error.setEncoder(lines(context, "crossfoot: " + MESSAGE + "%n%nopex"));
        error.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(error);
        // What Flyway and the pool of connections warn of is theirs; failures reach the user as an exit code with its reason.
        context.getLogger("org.flywaydb").setLevel(Level.ERROR);
        context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
        for (String logger : List.of(DATABASE, FRAMEWORK)) {
            context.getLogger(logger).setLevel(Level.ERROR);
            context.getLogger(logger).setAdditive(false);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Adds the log of one run. */
    static void writeTo(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        FileAppender<ILoggingEvent> log = new FileAppender<>();
        log.setContext(context);
        log.setFile(file.toString());
        log.setEncoder(lines(context, "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level %logger{0}: " + MESSAGE + "%n"));
        log.start();
        for (String logger : List.of(Logger.ROOT_LOGGER_NAME, DATABASE, FRAMEWORK)) {
            context.getLogger(logger).addAppender(log);
        }
    }

    /** Writes the whole of a failure, of which the user was told the end. */
    static void failure(Exception failure) {
        LoggerFactory.getLogger(Logging.class).info("failed inside", failure);
    }

    private static PatternLayoutEncoder lines(LoggerContext context, String pattern) {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern(pattern);
        lines.start();
        return lines;
    }
}
