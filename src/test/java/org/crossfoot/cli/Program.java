package org.crossfoot.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.crossfoot.Published;

/** The built jar, run as users run it: a process of its own. */
public final class Program {

    /** What a process said and how it ended. */
    public record Ended(int exitCode, String out, String err) {
    }

    /** A process that was started; its streams go to files, so that nothing it writes can hold it up. */
    record Started(Process process, Path out, Path err) {

        Ended end() {
            try {
                if (!process.waitFor(120, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("still running after two minutes; it said: " + Files.readString(err));
                }
                for (int i = 0; i < 500 && (isWritten(out) || isWritten(err)); i++) {
                    Thread.sleep(10);
                }
                return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        /** Whether somebody has it open still: what a script writes to its log as well comes a little after its end. */
        private static boolean isWritten(Path file) {
            return ProcessHandle.allProcesses().filter(other -> other.pid() != ProcessHandle.current().pid()).anyMatch(other -> {
                File[] open = new File("/proc/" + other.pid() + "/fd").listFiles();
                return open != null && Stream.of(open).anyMatch(one -> file.toString().equals(target(one)));
            });
        }

        private static String target(File link) {
            try {
                return Files.readSymbolicLink(link.toPath()).toString();
            } catch (IOException e) {
                return "closed meanwhile, or another user's";
            }
        }
    }

    private final Path home;
    private final List<String> java = new ArrayList<>();
    private final Map<String, String> environment;
    private int started;

    /** @param home where streams are kept; {@code home/input} and {@code home/output} are the program's folders */
    Program(Path home, String... javaOptions) {
        this(home, Map.of("LC_ALL", "C.UTF-8"), javaOptions);
    }

    Program(Path home, Map<String, String> environment, String... javaOptions) {
        this.home = home;
        this.environment = environment;
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        java.addAll(List.of(javaOptions));
        java.addAll(List.of("-jar", jar().toString()));
    }

    /**
     * From now on as a user whom permissions bind, which they do not the one that often runs these tests; false where that
     * cannot be.
     * Everything that stands in {@code home} is opened to that user.
     */
    boolean bindsPermissions() {
        try {
            if (!Files.isReadable(Path.of("/proc/1/environ"))) {
                return true;
            }
            List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
            List<String> opened = List.of("sh", "-c", "chmod -R a+rwX \"$0\" && exec " + String.join(" ", nobody)
                    + " test -r \"$1\" -a -w \"$0\"", home.toString(), jar().toString());
            boolean can = new ProcessBuilder(opened).redirectErrorStream(true).start().waitFor() == 0;
            java.addAll(0, can ? nobody : List.of());
            return can;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Path jar() {
        Path jar = Path.of(System.getProperty("crossfoot.jar", "target/crossfoot.jar")).toAbsolutePath();
        Assertions.assertThat(jar).as("the jar is built before these tests: run mvn verify").isRegularFile();
        return jar;
    }

    /** Runs a command on {@code home/input} and {@code home/output}. */
    Ended run(String... arguments) {
        return start(arguments).end();
    }

    Started start(String... arguments) {
        return start(environment, List.of(), arguments);
    }

    /** @param before what the command is started by */
    Started start(Map<String, String> given, List<String> before, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.addAll(java);
        command.addAll(List.of(arguments));
        if (arguments.length > 0 && List.of("run", "rerun", "verify", "explain", "diff", "ask", "check", "status")
                .contains(arguments[0])) {
            command.addAll(List.of("--input", home.resolve("input").toString(), "--output", home.resolve("output").toString()));
        }
        return start(home, given, command);
    }

    Started start(Path folder, Map<String, String> given, List<String> command) {
        try {
            started++;
            Path out = home.resolve("out-" + started);
            Path err = home.resolve("err-" + started);
            ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            process.environment().clear();
            process.environment().putAll(given);
            return new Started(process.start(), out, err);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Copies the project's sample to {@code home/input}. */
    Program withSample() {
        copy(Path.of("input"), home.resolve("input"));
        return this;
    }

    static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Program put(String path, String text) {
        return put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Program put(String path, byte[] content) {
        try {
            Path file = home.resolve("input").resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every published file but those of {@code runs/} and {@code ledger/}, by its path, with its content. */
    Map<String, String> published() {
        return Published.in(home.resolve("output"));
    }
}
