package org.crossfoot.cli.print;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.crossfoot.job.step.Progress;

/** A progress bar on standard error, for long work that a terminal watches. */
public final class TerminalProgress implements Progress, AutoCloseable {

    private static final long WORTH_A_BAR = 20;
    private static final int WIDTH = 80;

    private ProgressBar bar;

    /** A bar where a terminal watches, nothing otherwise. */
    @SuppressWarnings("SystemConsoleNull")
    public static TerminalProgress where(boolean wanted) {
        // Java 22 to 24 would give a console where no terminal is.
        System.setProperty("jdk.console", "java.base");
        return wanted && System.console() != null ? new TerminalProgress() : null;
    }

    @Override
    public synchronized void begin(String task, long steps) {
        close();
        if (steps >= WORTH_A_BAR) {
            bar = new ProgressBarBuilder().setTaskName(task).setInitialMax(steps).setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH)).build();
        }
    }

    @Override
    public synchronized void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
