package org.crossfoot.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The built jar, run as users run it: a process of its own. */
final class BuiltProgram {

    /**
     * A night in a process of its own.
     *
     * @param took how long it took, the start of Java included; there when the process has ended
     */
    record Running(Process process, Path said, CompletableFuture<Duration> took) {

        int exitCode() throws InterruptedException {
            return process.waitFor();
        }

        String words() throws IOException {
            return Files.readString(said);
        }
    }

    private static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar",
            Path.of(System.getProperty("crossfoot.jar", "target/crossfoot.jar")).toAbsolutePath().toString());

    private int started;

    Running night(Folder folder) throws IOException {
        return start(folder, "run", "--date", SampleNights.DATE, "--input", folder.input().toString(), "--output",
                folder.output().toString());
    }

    Running version(Folder folder) throws IOException {
        return start(folder, "--version");
    }

    private Running start(Folder folder, String... arguments) throws IOException {
        Path said = folder.path().resolve("said-" + ++started);
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of(arguments));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        return new Running(process, said, process.onExit().thenApply(ended -> Duration.ofNanos(System.nanoTime() - began)));
    }
}
