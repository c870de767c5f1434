package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.crossfoot.Published;
import org.crossfoot.cli.Program.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output folder stands on a disk of its own, which is full or may not be written. */
class FullDiskIT {

    @TempDir
    Path home;

    private Path output;
    private Program crossfoot;
    private boolean mounted;

    @BeforeEach
    void aDiskOfItsOwn() throws Exception {
        crossfoot = new Program(home).withSample();
        output = Files.createDirectories(home.resolve("output"));
        mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", output.toString());
        Assumptions.assumeTrue(mounted, "the user that runs this test may not mount a small disk: a full disk is not tried");
    }

    @AfterEach
    void takeItAway() throws Exception {
        if (mounted) {
            assertThat(succeeds("umount", output.toString())).isTrue();
        }
    }

    private static boolean succeeds(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void remount(String options) throws Exception {
        assertThat(succeeds("mount", "-o", "remount," + options, output.toString())).isTrue();
    }

    private Map<String, String> undisturbed() throws Exception {
        Path other = home.resolve("undisturbed");
        assertThat(new Program(other).withSample().run("run", "--date", "2025-01-26").exitCode()).isOne();
        return Published.in(other.resolve("output"));
    }

    /** From a disk that cannot even hold an empty ledger to one that is full when the dates are published. */
    @ParameterizedTest
    @ValueSource(strings = {"4k", "100k", "300k"})
    void aFullDiskIsNamedAndTheNextRunDoesTheWorkOnceThereIsRoom(String size) throws Exception {
        remount("size=" + size);
        Ended full = crossfoot.run("run", "--date", "2025-01-26");
        assertThat(full.exitCode()).as(full.err()).isEqualTo(4);
        assertThat(full.err()).contains("the disk of the output folder is full", "make room there").doesNotContain("\tat ");
        assertThat(full.out()).isEmpty();

        remount("size=64m");
        Ended next = crossfoot.run("run", "--date", "2025-01-26");

        assertThat(next.exitCode()).as(next.err()).isOne();
        assertThat(crossfoot.published()).isEqualTo(undisturbed());
    }

    @Test
    void whatWasPublishedStandsOnADiskThatHasBecomeFull() throws Exception {
        assertThat(crossfoot.run("run", "--date", "2025-01-26").exitCode()).isOne();
        Map<String, String> before = crossfoot.published();
        crossfoot.put("official-via-nbc/2025-01-28.csv",
                Files.readAllBytes(home.resolve("input/official-via-nbc/2025-01-27.csv")));
        crossfoot.put("official-via-nbc/2025-01-27.csv",
                Files.readString(home.resolve("input/official-via-nbc/2025-01-27.csv")).replace("1,179", "1,200"));
        remount("size=" + (used() + 8192));

        assertThat(crossfoot.run("run", "--date", "2025-01-26").exitCode()).isEqualTo(4);
        assertThat(crossfoot.published()).isEqualTo(before);

        remount("size=64m");
        assertThat(crossfoot.run("run", "--date", "2025-01-26").exitCode()).isOne();
        assertThat(crossfoot.published()).isNotEqualTo(before);
    }

    private long used() {
        return output.toFile().getTotalSpace() - output.toFile().getFreeSpace();
    }

    @Test
    void aDiskThatMayNotBeWrittenIsNamed() throws Exception {
        assertThat(crossfoot.run("run", "--date", "2025-01-26").exitCode()).isOne();
        Map<String, String> before = crossfoot.published();
        remount("ro");

        Ended night = crossfoot.run("run", "--date", "2025-01-27");

        assertThat(night.exitCode()).isEqualTo(4);
        assertThat(night.err()).contains(output + ": may not be written to (access denied, or mounted for reading only)",
                "nothing was read")
                .doesNotContain("\tat ");
        assertThat(crossfoot.published()).isEqualTo(before);
        remount("rw");
        assertThat(crossfoot.run("run", "--date", "2025-01-26", "--quiet").exitCode()).isOne();
    }
}
