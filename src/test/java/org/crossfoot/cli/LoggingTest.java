package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.crossfoot.job.Night;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LoggingTest {

    private static final LoggerContext CONTEXT = (LoggerContext) LoggerFactory.getILoggerFactory();

    private final PrintStream error = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path home;

    @BeforeEach
    void aRun() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        Logging.writeTo(home.resolve("log"));
    }

    @AfterEach
    void theRunEnds() {
        System.setErr(error);
        for (Logger logger : List.of(CONTEXT.getLogger(Logger.ROOT_LOGGER_NAME), CONTEXT.getLogger(Logging.DATABASE),
                CONTEXT.getLogger(Logging.FRAMEWORK))) {
            Iterator<Appender<ILoggingEvent>> appenders = logger.iteratorForAppenders();
            appenders.forEachRemaining(appender -> {
                if (appender instanceof FileAppender) {
                    appender.stop();
                    logger.detachAppender(appender);
                }
            });
        }
    }

    @Test
    void aWarningIsSaidAndStandsInTheRunsLog() {
        LoggerFactory.getLogger(Night.class).warn("2025-01-26 is published again");

        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualTo("crossfoot: 2025-01-26 is published again" + System.lineSeparator());
        assertThat(home.resolve("log")).content().contains("WARN  Night: 2025-01-26 is published again");
    }

    @Test
    void aMessageStaysOnOneLineWhateverItQuotes() {
        LoggerFactory.getLogger(Night.class).warn("{}: (x), 'y' {z}", "a\nb\u001b\u202e\u2028c");

        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualTo("crossfoot: a\u00b7b\u00b7\u00b7\u00b7c: (x), 'y' {z}" + System.lineSeparator());
        assertThat(home.resolve("log")).content().endsWith("WARN  Night: a\u00b7b\u00b7\u00b7\u00b7c: (x), 'y' {z}"
                + System.lineSeparator());
    }

    @Test
    void whatTheDatabaseAndTheFrameworkSayStandsInTheRunsLogAlone() {
        LoggerFactory.getLogger("h2database").error("crossfoot:database close");
        LoggerFactory.getLogger("org.springframework.batch.core.step.AbstractStep").error("This job is in an unknown state");

        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(home.resolve("log")).content().contains("ERROR h2database: crossfoot:database close",
                "ERROR AbstractStep: This job is in an unknown state");
    }
}
