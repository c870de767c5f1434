package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.crossfoot.cli.Program.Ended;
import org.crossfoot.cli.Program.Started;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts in the bare environment that cron gives them, on a copy of the project whose jar is newer than its sources. */
class ScriptsIT {

    /** To hang up, to interrupt, to terminate. */
    private static final List<Integer> SIGNALS = heard(1, 2, 15);

    @TempDir
    Path temporary;

    private Path home;
    private Program starter;
    private int javas;

    @BeforeEach
    void aProjectThatIsBuilt() throws IOException {
        home = Files.createDirectory(temporary.resolve("of two\nlines, 100%p 'quoted'"));
        starter = new Program(home).withSample();
        Program.copy(Path.of("scripts"), home.resolve("scripts"));
        for (String script : List.of("crossfoot", "nightly.sh", "rerun.sh")) {
            Files.setPosixFilePermissions(home.resolve("scripts").resolve(script), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.createDirectories(home.resolve("src/main"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createDirectories(home.resolve("target"));
        Files.copy(Program.jar(), home.resolve("target/crossfoot.jar"));
        Files.setLastModifiedTime(home.resolve("target/crossfoot.jar"), FileTime.from(Instant.now().plusSeconds(60)));
    }

    private Ended script(String name, String... arguments) {
        return script(Path.of(System.getProperty("java.home")), name, arguments);
    }

    private Ended script(Path java, String name, String... arguments) {
        return script(Map.of("JAVA_HOME", java.toString()), name, arguments);
    }

    private Ended script(Map<String, String> given, String name, String... arguments) {
        return start(Path.of("/"), given, at(name, arguments)).end();
    }

    private Started start(Path folder, Map<String, String> given, List<String> command) {
        Map<String, String> environment =
                new HashMap<>(Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin", "LANG", "C", "JAVA_HOME",
                System.getProperty("java.home")));
        environment.putAll(given);
        return starter.start(folder, environment, command);
    }

    private List<String> at(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("scripts").resolve(name).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** What a shell is told before it gives way to a script. */
    private List<String> after(String told, List<String> script) {
        List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", told + " && exec \"$@\"", "bash"));
        command.addAll(script);
        return command;
    }

    private void preparingIsOff() throws IOException {
        Files.createFile(home.resolve("target/start"));
        Files.createFile(home.resolve(".cache"));
    }

    /** A folder for JAVA_HOME whose Java does this. */
    private Path javaThat(String does) throws IOException {
        javas++;
        Path folder = home.resolve("java-" + javas);
        program(folder.resolve("bin/java"), does);
        return folder;
    }

    private static void program(Path file, String does) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theNightUnderCronKeepsALogAndPrintsWhatChangedOnlyWhereNotAllIsWell() throws Exception {
        Files.writeString(home.resolve("input/ice-daily-posts/f\u00e9vrier.csv"),
                "posted_on,date,arrests,detainers\n2025-02-02,2025-02-01,10,11\n");

        Ended night = script("nightly.sh", "--date", "2025-01-26");

        assertThat(night.exitCode()).as(night.err()).isOne();
        assertThat(night.err()).isEmpty();
        assertThat(night.out()).startsWith("2025-01-26: 6 reports read")
                .containsPattern("\n\nNew \\(\\d+\\)\n  Error 2025-01-31, United States, Arrests");
        assertThat(home.resolve("output/nightly.log")).content().contains(" nightly --date 2025-01-26\n").contains(night.out());
        assertThat(home.resolve("output/2025-02-01/figures.csv")).content().contains("ice-daily-posts/f\u00e9vrier.csv");
        assertThat(home.resolve("target/build.log")).as("nothing was built").doesNotExist();

        Ended calm = script("nightly.sh", "--date", "2025-02-03");
        assertThat(calm).isEqualTo(new Ended(0, "", ""));
    }

    @Test
    void theAuditorsScriptRerunsOneDate() throws IOException {
        preparingIsOff();
        Ended rerun = script("rerun.sh", "2025-01-26");
        assertThat(rerun.exitCode()).as(rerun.err()).isOne();
        assertThat(rerun.out()).startsWith("2025-01-26: 5 reports read").contains("1 date published");
        assertThat(script("rerun.sh").exitCode()).isEqualTo(2);
    }

    @Test
    void theFirstStartPreparesTheNextOnesForThisJarAndForAnotherJarAnew() throws IOException {
        assertThat(script("rerun.sh", "2025-01-26").err()).isEmpty();
        List<Path> prepared = prepared();
        assertThat(prepared).hasSize(1);
        try (Stream<Path> files = Files.list(prepared.get(0))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("^classes[.].*", "classes")))
                    .contains("done", "classes").doesNotContain("work");
        }
        FileTime archived = Files.getLastModifiedTime(prepared.get(0).resolve("done"));

        Ended again = script("rerun.sh", "2025-01-26");
        assertThat(again.out()).startsWith("2025-01-26: 0 reports read").hasLineCount(1);
        assertThat(again.err()).isEmpty();
        assertThat(prepared()).isEqualTo(prepared);
        assertThat(Files.getLastModifiedTime(prepared.get(0).resolve("done"))).as("it was used, not made again")
                .isEqualTo(archived);

        Files.setLastModifiedTime(home.resolve("target/crossfoot.jar"), FileTime.from(Instant.now().plusSeconds(120)));
        assertThat(script("crossfoot", "--version").exitCode()).isZero();
        assertThat(prepared()).hasSize(2).containsAll(prepared);
    }

    @Test
    void whereNothingCanBePreparedTheProgramStartsPlainlyAndSaysNothingOfIt() throws IOException {
        preparingIsOff();
        Ended rerun = script("rerun.sh", "2025-01-26");
        assertThat(rerun.exitCode()).isOne();
        assertThat(rerun.out()).startsWith("2025-01-26: 5 reports read").hasLineCount(1);
        assertThat(rerun.err()).isEmpty();
    }

    /** A Java that prepares an archive, and does this when it is to start with it. */
    private Path javaThatWithAnArchive(String does) throws IOException {
        return javaThat("""
                case "$*" in
                    *jarmode*) while [ $# -gt 1 ]; do shift; done; mkdir -p "$1" ;;
                    *-Xshare:dump*)
                        for option; do
                            case $option in -XX:SharedArchiveFile=*) echo classes > "${option#*=}" ;; esac
                        done ;;
                    *-XX:SharedArchiveFile=*--version) ;;
                    *-XX:SharedArchiveFile=*) %s ;;
                    *) echo plainly; exit 64 ;;
                esac""".formatted(does));
    }

    private Path archive() throws IOException {
        return prepared().get(0).resolve("classes.jsa");
    }

    @Test
    void anArchiveThatWasCutOffOrWrittenToIsMadeAnewInSilence() throws IOException {
        Path java = javaThatWithAnArchive("echo with; exit 65");
        script(java, "nightly.sh");
        for (String damaged : List.of("", "class", "glasses\n", "classes\n", "classes\nclasses\n")) {
            Files.writeString(archive(), damaged);
            assertThat(script(java, "nightly.sh")).isEqualTo(new Ended(1, "with\n", ""));
            assertThat(archive()).hasContent("classes\n");
        }
    }

    @Test
    void aNoteOnWhatIsPreparedThatCannotBeReadEndsNoCommand() throws IOException {
        Path java = javaThatWithAnArchive("echo with; exit 65");
        script(java, "nightly.sh");
        Path note = prepared().get(0).resolve("done");
        Files.delete(note);
        Files.createDirectory(note);
        assertThat(script(java, "nightly.sh")).isEqualTo(new Ended(1, "with\n", ""));
        Files.delete(note);
        Files.createSymbolicLink(note, note.resolveSibling("nowhere"));
        assertThat(script(java, "nightly.sh").exitCode()).isOne();
    }

    @Test
    void aNightThatJavaDiesOfWithWhatIsPreparedIsDoneWithoutItAndTheNextOnePreparesAnew() throws IOException {
        for (String death : List.of("kill -SEGV $$", "kill -ABRT $$", "exit 1", "exit 3")) {
            Path java = javaThatWithAnArchive(death);
            Ended night = script(java, "nightly.sh", "--date", "2025-01-26");
            assertThat(night.exitCode()).as(death).isZero();
            assertThat(night.out()).isEqualTo("plainly\n");
            assertThat(night.err()).containsOnlyOnce("crossfoot: ").contains("Java ended with exit code");

            Ended asked = script(java, "crossfoot", "status");
            assertThat(asked.exitCode()).as("half of an answer may stand there").isEqualTo(4);
            assertThat(asked.out()).isEmpty();
            assertThat(asked.err()).contains("start the command again");
        }
        for (Path folder : prepared()) {
            assertThat(folder.resolve("done")).doesNotExist();
        }
    }

    @Test
    void javaItselfDiesOfAnArchiveThatTheDiskSpoiledAndLeavesNothingWhereItWasStarted() throws Exception {
        script("crossfoot", "--version");
        Path archive;
        try (Stream<Path> files = Files.list(prepared().get(0))) {
            archive = files.filter(file -> file.getFileName().toString().startsWith("classes.")).findFirst().orElseThrow();
        }
        byte[] content = Files.readAllBytes(archive);
        Arrays.fill(content, content.length / 10, content.length, (byte) 0x5a);
        Files.delete(archive);
        Files.write(archive, content);
        Path here = Files.createDirectory(home.resolve("here"));
        Ended noted = start(here, Map.of("TZ", "UTC"), List.of("stat", "-c", "%s %i %z", archive.toString())).end();
        Files.writeString(prepared().get(0).resolve("done"), noted.out());

        Ended rerun = start(here, Map.of(), at("rerun.sh", "2025-01-26")).end();

        assertThat(rerun.exitCode()).as(rerun.err()).isOne();
        assertThat(rerun.out()).contains("2025-01-26: 5 reports read");
        assertThat(here).isEmptyDirectory();
    }

    @Test
    void theExitCodeIsWhatTheProgramSaidAndWhateverElseJavaEndsWithIsFour() throws IOException {
        preparingIsOff();
        for (String name : List.of("crossfoot", "nightly.sh", "rerun.sh")) {
            for (int said = 0; said <= 5; said++) {
                assertThat(script(javaThat("exit " + (64 + said)), name)).isEqualTo(new Ended(said, "", ""));
            }
            for (String end : List.of("exit 0", "exit 1", "exit 2", "exit 3", "exit 5", "exit 127", "kill -SEGV $$")) {
                Ended ended = script(javaThat("case $* in -version) echo 'java version \"11.0.1\"' ;; *) " + end + " ;; esac"),
                        name);
                assertThat(ended.exitCode()).as(end).isEqualTo(4);
                assertThat(ended.err()).contains("before Crossfoot could say how it went", "found: ", "java version \"11.0.1\"",
                        "right would be: Java 17 or later");
            }
            Ended none = script(home.resolve("nowhere"), name);
            assertThat(none.exitCode()).isEqualTo(4);
            assertThat(none.err()).contains("there is no " + home.resolve("nowhere/bin/java") + " that can be run")
                    .contains("Java 17 or later");
        }
    }

    @Test
    void aJavaThatCannotStartEndsWithFourAndSaysWhatWasFound() throws IOException {
        preparingIsOff();
        Map<String, String> refused = Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC -XX:+UseParallelGC", "_JAVA_OPTIONS", "-Xbogus",
                "JDK_JAVA_OPTIONS", "-Xmx999999g");
        refused.forEach((name, options) -> {
            Ended ended = script(Map.of(name, options), "nightly.sh");
            assertThat(ended.exitCode()).as(name).isEqualTo(4);
            assertThat(ended.err()).contains("crossfoot: found: " + name + "=" + options);
            assertThat(ended.out()).isEmpty();
        });
        Path here = Files.createDirectory(home.resolve("here"));
        for (int kibibytes : List.of(100_000, 400_000, 1_000_000)) {
            Ended ended = start(here, Map.of(), after("ulimit -c 100000 -v " + kibibytes, at("nightly.sh"))).end();
            assertThat(ended.exitCode()).as(kibibytes + " KiB").isEqualTo(4);
            assertThat(ended.err()).contains("limits of virtual memory " + kibibytes + " KiB");
            assertThat(here).isEmptyDirectory();
        }
        byte[] jar = Files.readAllBytes(home.resolve("target/crossfoot.jar"));
        for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(jar, jar.length / 2), new byte[jar.length])) {
            Files.write(home.resolve("target/crossfoot.jar"), damaged);
            Files.setLastModifiedTime(home.resolve("target/crossfoot.jar"), FileTime.from(Instant.now().plusSeconds(60)));
            Ended ended = script("nightly.sh");
            assertThat(ended.exitCode()).isEqualTo(4);
            assertThat(ended.err()).contains("a whole " + home.resolve("target/crossfoot.jar"));
        }
    }

    @Test
    void theCollectorAndTheMemoryThatTheEnvironmentNamesAreLeftToIt() throws IOException {
        preparingIsOff();
        Path java = javaThat("echo \"$@\"; exit 64");
        Files.write(home.resolve("input/ice-daily-posts/all.csv"), new byte[5 << 20]);
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            Ended collected = script(Map.of("JAVA_HOME", java.toString(), variable, "-ea -XX:+UseG1GC"), "crossfoot", "run");
            assertThat(collected.out()).doesNotContain("ParallelGC").contains("-XX:NewSize=");
            Ended little = script(Map.of("JAVA_HOME", java.toString(), variable, "-Xmx100m"), "crossfoot", "run");
            assertThat(little.out()).contains("ParallelGC").doesNotContain("NewSize");
        }
    }

    @Test
    void aNightWhoseLogCannotBeWrittenIsDoneWithoutItAndSaysSo() throws IOException {
        preparingIsOff();
        Path java = javaThat("echo \"$@\"; exit 65");
        Files.createFile(home.resolve("file"));
        for (String log : List.of("/dev/full", "/proc/x/y", home.resolve("file/nightly.log").toString(), home.toString())) {
            Ended night = script(Map.of("JAVA_HOME", java.toString(), "CROSSFOOT_LOG", log), "nightly.sh", "--date",
                    "2025-01-26");
            assertThat(night.exitCode()).as(log).isOne();
            assertThat(night.out()).contains("run --quiet --digest --date 2025-01-26");
            assertThat(night.err()).isEqualTo("nightly.sh: the log " + log
                    + " cannot be written; the night goes on without it\n");
        }
        Ended nowhere = script(Map.of("CROSSFOOT_OUTPUT", "/proc/x"), "nightly.sh", "--date", "2025-01-26");
        assertThat(nowhere.exitCode()).as("the program's own word").isEqualTo(4);
        assertThat(nowhere.err()).contains("/proc/x/nightly.log cannot be written").contains("crossfoot: failed inside");
    }

    @Test
    void aLogThatIsLostInMidNightEndsNoNight() throws IOException {
        preparingIsOff();
        program(home.resolve("bin/tee"), "exit 1");
        Ended night = script(Map.of("PATH", home.resolve("bin") + ":/usr/bin:/bin"), "nightly.sh", "--date", "2025-01-26",
                "--fail-on", "never");
        assertThat(night.exitCode()).isZero();
        assertThat(home.resolve("output/2025-01-26/report.html")).exists();
    }

    /** What was ignored when these tests were started ({@code nohup}), no shell below them can hear either. */
    private static List<Integer> heard(Integer... signals) {
        Path own = Path.of("/proc/self/status");
        if (!Files.exists(own)) {
            return List.of(signals);
        }
        try (Stream<String> status = Files.lines(own)) {
            long ignored = status.filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
                    .findFirst().orElse(0);
            return Stream.of(signals).filter(signal -> (ignored >> (signal - 1) & 1) == 0).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSignalReachesTheProgramAndTheExitCodeTellsOfIt() throws Exception {
        preparingIsOff();
        Path java = javaThat("echo began; exec sleep 60");
        for (int signal : SIGNALS) {
            Started night = start(Path.of("/"), Map.of("JAVA_HOME", java.toString()), at("nightly.sh"));
            List<ProcessHandle> started = whatItStarted(night);
            send(signal, night);
            assertThat(night.end().exitCode()).as("signal " + signal).isEqualTo(128 + signal);
            assertThat(started).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void aSignalIsHeardWheneverItComes() throws Exception {
        preparingIsOff();
        Path program = home.resolve("program");
        Path java = javaThat("echo $$ > '" + program.toString().replace("'", "'\\''") + "'; exec sleep 60");
        for (int i = 0; i < 24; i++) {
            Started night = start(Path.of("/"), Map.of("JAVA_HOME", java.toString()), at("nightly.sh"));
            Thread.sleep(4 * i);
            int signal = SIGNALS.get(i % SIGNALS.size());
            send(signal, night);
            assertThat(night.end().exitCode()).as("signal " + signal + " after " + 4 * i + " ms").isEqualTo(128 + signal);
            if (Files.exists(program)) {
                assertThat(ProcessHandle.of(Long.parseLong(Files.readString(program).strip())))
                        .as("the program has ended").isEmpty();
                Files.delete(program);
            }
        }
    }

    @Test
    void aSignalEndsWhatGoesBeforeTheProgramToo() throws Exception {
        Path atWork = home.resolve("at-work");
        String works = "echo > '" + atWork.toString().replace("'", "'\\''") + "'; exec sleep 60";
        program(home.resolve("bin/mvn"), works);
        Map<String, String> given = Map.of("JAVA_HOME", javaThat(works).toString(),
                "PATH", home.resolve("bin") + ":/usr/bin:/bin");
        for (String what : List.of("prepares", "builds")) {
            for (int signal : SIGNALS) {
                Started night = start(Path.of("/"), given, at("nightly.sh"));
                await(night, () -> Files.exists(atWork));
                List<ProcessHandle> started = sleepers(night);
                send(signal, night);
                assertThat(night.end().exitCode()).as(what + ", signal " + signal).isEqualTo(128 + signal);
                for (ProcessHandle one : started) {
                    one.onExit().get(10, TimeUnit.SECONDS);
                }
                Files.delete(atWork);
            }
            Files.deleteIfExists(home.resolve("target/crossfoot.jar"));
        }
    }

    private static void send(int signal, Started script) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(script.process().pid())).start().waitFor();
    }

    @Test
    void theProgramHasTheStandardInputOfTheScriptAsAConsoleIsKnownByIt() throws IOException {
        preparingIsOff();
        Map<String, String> java = Map.of("JAVA_HOME", javaThat("read -r line; echo \"$line\"; exit 64").toString());
        assertThat(start(home, java, after("exec < scripts/rerun.sh", at("rerun.sh"))).end())
                .isEqualTo(new Ended(0, "#!/usr/bin/env bash\n", ""));
        assertThat(start(home, java, after("exec <&-", at("rerun.sh"))).end()).isEqualTo(new Ended(0, "\n", ""));
    }

    @Test
    void whoKillsTheScriptKillsTheProgram() throws Exception {
        assumeThat(new ProcessBuilder("bash", "-c", "setpriv --pdeathsig KILL true").start().waitFor()).as("setpriv is there")
                .isZero();
        Path java = javaThatWithAnArchive("echo began; exec sleep 60");
        Started night = start(Path.of("/"), Map.of("JAVA_HOME", java.toString()), at("crossfoot", "run"));
        List<ProcessHandle> started = whatItStarted(night);
        night.process().destroyForcibly().waitFor();
        for (ProcessHandle program : started) {
            program.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private static List<ProcessHandle> whatItStarted(Started script) throws Exception {
        await(script, () -> Files.readString(script.out()).contains("began"));
        return sleepers(script);
    }

    private static void await(Started script, Callable<Boolean> happened) throws Exception {
        while (!happened.call()) {
            assertThat(script.process().isAlive()).as(Files.readString(script.err())).isTrue();
            Thread.sleep(20);
        }
    }

    private static List<ProcessHandle> sleepers(Started script) {
        return script.process().descendants().filter(process -> process.info().command().orElse("").endsWith("sleep")).toList();
    }

    @Test
    void noLinkOfTheInputIsFollowedBeforeTheProgramStarts() throws IOException {
        preparingIsOff();
        Path java = javaThat("echo \"$@\"; exit 64");
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.write(elsewhere.resolve("long.csv"), new byte[5 << 20]);
        Path source = home.resolve("input/ice-daily-posts");
        Files.createSymbolicLink(source.resolve("folder"), elsewhere);
        Files.createSymbolicLink(source.resolve("report.csv"), elsewhere.resolve("long.csv"));
        Files.createSymbolicLink(source.resolve("up"), Path.of(".."));
        Path self = Files.createSymbolicLink(source.resolve("self"), Path.of("/proc/self"));
        assertThat(script(java, "crossfoot", "run")).satisfies(run -> {
            assertThat(run.out()).contains("-XX:TieredStopAtLevel=1");
            assertThat(run.err()).isEmpty();
        });
        Files.delete(self);
        Path link = Files.createSymbolicLink(home.resolve("link"), elsewhere);
        assertThat(script(java, "crossfoot", "run", "--input", link.toString()).out()).as("who starts it may name a link")
                .doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void anInputOfVeryManyFilesIsNotLookedThroughBeforeTheProgramStarts() throws IOException {
        preparingIsOff();
        Path java = javaThat("echo \"$@\"; exit 64");
        for (String file : List.of("0", "0 new report.csv")) {
            program(home.resolve("bin/find"), "case \"$*\" in *-printf*) exec yes '" + file
                    + "' ;; *) exec /usr/bin/find \"$@\" ;; esac");
            Ended run = script(Map.of("JAVA_HOME", java.toString(), "PATH", home.resolve("bin") + ":/usr/bin:/bin"),
                    "crossfoot", "run");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out().contains("-XX:TieredStopAtLevel=1")).as(file).isEqualTo(!file.contains("new"));
        }
    }

    @Test
    void withoutFlockTheProgramIsBuiltAndStartedAllTheSame() throws IOException {
        Path tools = Files.createDirectory(home.resolve("tools"));
        for (String tool : List.of("bash", "env", "dirname", "mkdir", "date", "tee", "cat", "find", "awk", "locale", "stat",
                "readlink", "touch", "rm", "mv", "grep", "timeout")) {
            program(tools.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"");
        }
        program(tools.resolve("mvn"), "echo \"$@\"; : > target/crossfoot.jar");
        Map<String, String> given = Map.of("JAVA_HOME", javaThat("exit 64").toString(), "PATH", tools.toString());
        assertThat(script(given, "nightly.sh")).as("silent when all is well").isEqualTo(new Ended(0, "", ""));

        Files.delete(home.resolve("target/crossfoot.jar"));
        assertThat(script(given, "nightly.sh")).isEqualTo(new Ended(0, "", "crossfoot: building ...\n"));
        assertThat(home.resolve("target/build.log")).content().contains("package");

        Files.delete(home.resolve("target/crossfoot.jar"));
        Files.delete(tools.resolve("mvn"));
        Ended unbuilt = script(given, "nightly.sh");
        assertThat(unbuilt.exitCode()).isEqualTo(4);
        assertThat(unbuilt.err()).contains("the build failed; it needs Java 17 or later and Maven");
    }

    @Test
    void theCommandsWorkWhereTheShellsFolderIsGone() throws IOException {
        preparingIsOff();
        String gone = "mkdir gone && cd gone && rmdir ../gone";
        Ended check = start(home, Map.of(), after(gone, at("crossfoot", "check"))).end();
        assertThat(check.exitCode()).as(check.err()).isZero();
        Ended night = start(home, Map.of("CROSSFOOT_LOG", "log"), after(gone, at("nightly.sh", "--fail-on", "never"))).end();
        assertThat(night.exitCode()).as(night.err()).isZero();
        for (List<String> relative : List.of(at("crossfoot", "check", "--input", "reports"),
                at("rerun.sh", "2025-01-26", "--output=reports"), at("nightly.sh", "--input", "./reports"),
                at("crossfoot", "rerun", "2025-01-26", "--from", "../reports"))) {
            Ended ended = start(home, Map.of(), after(gone, relative)).end();
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).contains("reports' leads nowhere, since the folder that this was started in is no more");
        }
    }

    @Test
    void whatTheEnvironmentTellsTheShellChangesNothing() throws IOException {
        preparingIsOff();
        Path java = javaThat("exit 65");
        Files.createDirectories(home.resolve("elsewhere/scripts"));
        for (Map<String, String> told : List.of(Map.of("SHELLOPTS", "errexit:nounset:pipefail"), Map.of("POSIXLY_CORRECT", "1"),
                Map.of("CDPATH", home.resolve("elsewhere").toString()), Map.of("LC_ALL", "xx_XX"), Map.of("IFS", "/"))) {
            Map<String, String> given = new HashMap<>(told);
            given.put("JAVA_HOME", java.toString());
            Ended night = start(home, given, List.of("scripts/nightly.sh", "--date", "2025-01-26")).end();
            assertThat(night.exitCode()).as(told + night.err()).isOne();
        }
    }

    @Test
    void javaCompilesForALongRunOnlyWhereMuchIsNew() throws IOException {
        preparingIsOff();
        Path java = javaThat("echo \"$@\"; exit 64");
        String little = "-XX:TieredStopAtLevel=1";
        assertThat(script(java, "crossfoot", "run").out()).as("all there is, is little").contains(little);

        Path report = Files.write(home.resolve("input/ice-daily-posts/all.csv"), new byte[5 << 20]);
        assertThat(script(java, "crossfoot", "run").out()).as("the first night reads it").doesNotContain(little);

        Path ledger = Files.createDirectories(home.resolve("output/.dates")).resolve("ledger");
        Files.setLastModifiedTime(Files.createFile(ledger), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(script(java, "crossfoot", "run").out()).as("nothing is new").contains(little);
        assertThat(script(java, "crossfoot", "run", "--output", home.toString()).out()).as("another ledger")
                .doesNotContain(little);

        Files.setLastModifiedTime(home.resolve("input/latin-times/source.yml"), FileTime.from(Instant.now().plusSeconds(120)));
        assertThat(script(java, "crossfoot", "run").out()).as("all dates are reconciled again").doesNotContain(little);

        Files.setLastModifiedTime(ledger, FileTime.from(Instant.now().plusSeconds(180)));
        Files.setLastModifiedTime(report, FileTime.from(Instant.now().plusSeconds(240)));
        assertThat(script(java, "crossfoot", "run").out()).as("a long report came").doesNotContain(little);
    }

    private List<Path> prepared() throws IOException {
        try (Stream<Path> folders = Files.list(home.resolve("target/start"))) {
            return folders.sorted().toList();
        }
    }

    @Test
    void theCommandsStandInHelp() throws IOException {
        preparingIsOff();
        assertThat(script("crossfoot", "--help").out()).contains("rerun");
    }
}
