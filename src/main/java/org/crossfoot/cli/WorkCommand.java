package org.crossfoot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.crossfoot.job.work.Worker;
import org.crossfoot.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code work}: takes part in the nights of a ledger on a server, until it is stopped. */
@Command(name = "work",
        description = {"Takes part in the nights of a ledger on a PostgreSQL server, from this machine or another, until it is"
            + " stopped. Start as many as there are machines; a night goes on without those that end.",
            "--ledger names the ledger, --archive the folder of its archive as this machine reaches it, or 'ledger' where the"
            + " run has it there; input and output folders are the run's alone."})
final class WorkCommand implements Callable<Integer> {

    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");
    private static final int LONGEST = 24;
    private static final int SECONDS_TO_STOP = 6;

    @Option(names = "--name", paramLabel = "NAME",
            description = "by which the log of a run and status tell it from others (default: the machine's)")
    private String name;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        Workspace workspace = options.workspace(options.output);
        if (workspace.server().isEmpty()) {
            throw new WrongUsage("work: workers meet at a ledger on a server; name it with --ledger"
                    + " jdbc:postgresql://host/database");
        }
        if (name != null && !name.matches("[A-Za-z0-9._-]{1," + LONGEST + "}")) {
            throw new WrongUsage("--name " + name + ": write up to " + LONGEST + " letters, digits, '.', '_' and '-'");
        }
        String called = (name == null ? machine() : name) + "-" + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 4);
        Worker worker = new Worker(workspace, ProgramVersion.number(), called);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            worker.stop();
            try {
                ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "stop"));
        if (!options.quiet) {
            PrintWriter out = options.out();
            out.println("worker " + called + " is there for nights of " + workspace.databaseName());
            out.flush();
        }
        try {
            worker.work();
        } catch (Worker.RefusedException e) {
            throw new WrongUsage("work: " + e.getMessage());
        } finally {
            ended.countDown();
        }
        return ExitCode.DONE;
    }

    /** Java knows it by way of the network alone. */
    private static String machine() throws IOException {
        String host = Files.isReadable(HOST) ? Files.readString(HOST).strip() : "worker";
        String plain = host.replaceAll("[^A-Za-z0-9._-]", "-");
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
