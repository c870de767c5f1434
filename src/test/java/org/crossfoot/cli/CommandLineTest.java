package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the command line is read; nothing here gets as far as a run. */
class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Crossfoot.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    @Test
    void anInputFolderThatIsNotThereIsNamed() {
        assertThat(run("check", "--input", "no/such/folder")).isEqualTo(2);
        assertThat(err).asString().contains("--input no/such/folder: no such folder; name the one that holds crossfoot.yml");
    }

    @Test
    void anOutputFolderThatIsAFileIsNamed() {
        assertThat(run("run", "--input", "input", "--output", "pom.xml")).isEqualTo(2);
        assertThat(err).asString().contains("--output pom.xml: is not a folder");
    }

    @Test
    void resultsMustNotLieInTheInputFolderByAnyLink(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("input/a"));
        Files.createSymbolicLink(home.resolve("link"), home.resolve("input/a"));
        Files.createSymbolicLink(home.resolve("in"), home.resolve("input"));
        for (String[] folders : new String[][] {{"input", "link"}, {"input", "link/new/out"}, {"in", "input/out"},
                {"input", "in"}, {"input", "in/../input/a"}}) {
            assertThat(run("run", "--input", home.resolve(folders[0]).toString(), "--output",
                    home.resolve(folders[1]).toString())).isEqualTo(2);
            assertThat(err).asString().contains("must not lie in the input folder");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "run --date 2025-13-01 | '2025-13-01' is no day of the calendar; write one, as 2025-01-26",
        "run --date 2025-02-29 | '2025-02-29' is no day of the calendar; write one, as 2025-01-26",
        "run --date 0000-01-01 | '0000-01-01' is not in the years 1000 to 9999",
        "run --date 0999-12-31 | '0999-12-31' is not in the years 1000 to 9999",
        "run --date yesterday  | 'yesterday' is no date; write year, month and day, as 2025-01-26",
        "run --date 25-1-26    | '25-1-26' is no date; write year, month and day, as 2025-01-26",
        "rerun                 | Missing required parameter: 'DATE'",
        "rerun 26.1.2025       | '26.1.2025' is no date; write year, month and day, as 2025-01-26",
        "run --fail-on often   | expected one of [NEVER, ERROR, WARNING, INFO]",
        "run --bogus           | Unknown option: '--bogus'",
        "nope                  | Unmatched argument at index 0: 'nope'",
        "''                    | which command? one of run, rerun, verify, explain, diff, ask, check, status"},
        quoteCharacter = '\0')
    void wrongUsageIsToldInPlainWordsAndExits2(String arguments, String message) {
        String[] given = arguments.replace("''", "").isBlank() ? new String[0] : arguments.strip().split(" ");

        assertThat(run(given)).isEqualTo(2);
        assertThat(out).asString().isEmpty();
        assertThat(err).asString().contains(message.strip()).doesNotContain("Exception").doesNotContain("java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "rerun", "verify", "explain", "diff", "ask", "check", "status", ""})
    void everyCommandHasHelpAndAVersion(String command) {
        String[] help = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};
        String[] version = command.isEmpty() ? new String[] {"--version"} : new String[] {command, "--version"};

        assertThat(run(help)).isZero();
        assertThat(out).asString().startsWith("Usage: crossfoot " + command).contains("--help");
        out.getBuffer().setLength(0);
        assertThat(run(version)).isZero();
        assertThat(out).asString().matches("crossfoot \\S+\\R");
        assertThat(err).asString().isEmpty();
    }
}
