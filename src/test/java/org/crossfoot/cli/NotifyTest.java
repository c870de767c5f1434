package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.crossfoot.cli.Typed.Answer;
import org.crossfoot.job.Nights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command of the user's hears of a night where somebody should, and its own failure fails nothing. */
class NotifyTest {

    @TempDir
    Path home;

    private Nights nights;

    @BeforeEach
    void twoSourcesThatContradictEachOther() {
        nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956").arrests("nbc/26.csv", "2025-01-26",
                "1,179");
    }

    private Answer run(String command) {
        return Typed.run(nights.workspace.input(), nights.workspace.output(), "run", "--date", "2025-01-26", "--quiet",
                "--notify",
                command);
    }

    @Test
    void itHasTheDigestOnItsInput() throws IOException {
        Path heard = home.resolve("heard of it");
        Answer answer = run("cat > '" + heard + "'");
        assertThat(answer.exitCode()).isOne();
        assertThat(answer.err()).isEmpty();
        assertThat(Files.readString(heard)).startsWith("2025-01-26: 2 reports read").contains("\n\nNew (1)\n  Error 2025-01-26");
    }

    @Test
    void itHearsOfNothingWhereNothingChanged() {
        run("true");
        Path heard = home.resolve("heard");
        run("cat > '" + heard + "'");
        assertThat(heard).doesNotExist();
    }

    private Answer runAsTheSettingsSay(String... more) throws IOException {
        Path settings = nights.workspace.input().resolve("crossfoot.yml");
        Files.writeString(settings, Files.readString(settings) + "notify: cat > '" + home.resolve("told") + "'; exit 3\n");
        return Typed.run(nights.workspace.input(), nights.workspace.output(),
                Stream.concat(Stream.of("run", "--date", "2025-01-26", "--quiet"), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void theSettingsMayNameIt() throws IOException {
        Answer answer = runAsTheSettingsSay();
        assertThat(answer.exitCode()).isOne();
        assertThat(Files.readString(home.resolve("told"))).startsWith("2025-01-26: 2 reports read").contains("New (1)");
        assertThat(answer.err()).contains("notify: of crossfoot.yml: 'cat > ", "ended with exit code 3");
    }

    @Test
    void theCommandLineGoesBeforeTheSettings() throws IOException {
        Path heard = home.resolve("heard");
        assertThat(runAsTheSettingsSay("--notify", "cat > '" + heard + "'").err()).isEmpty();
        assertThat(heard).exists();
        assertThat(home.resolve("told")).doesNotExist();
    }

    @Test
    void nobodyIsToldWhereTheCommandLineNamesNobody() throws IOException {
        assertThat(runAsTheSettingsSay("--notify", "").err()).isEmpty();
        assertThat(home.resolve("told")).doesNotExist();
    }

    @Test
    void itsFailureIsToldAndTheNightEndsAsItWould() {
        Answer answer = run("exit 7");
        assertThat(answer.exitCode()).isOne();
        assertThat(answer.err()).contains("--notify: 'exit 7' ended with exit code 7, so nobody may have been told");
        assertThat(home.resolve("output/2025-01-26/report.html")).exists();
    }
}
