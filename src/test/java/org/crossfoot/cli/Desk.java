package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crossfoot.cli.Program.Ended;

/** The sample on somebody's desk: commands are run within the test's own process. */
public final class Desk {

    private final Path home;
    private String ledger;
    private String archive;

    public Desk(Path home) {
        this.home = home;
        Program.copy(Path.of("input"), home.resolve("input"));
    }

    /** From now on, commands that name no ledger name this one; null for the file in the output folder. */
    Desk withLedger(String address) {
        ledger = address;
        return this;
    }

    /** From now on, commands name this archive; null for the folder beside the ledger's. */
    Desk withArchive(String place) {
        archive = place;
        return this;
    }

    Path output() {
        return home.resolve("output");
    }

    public Desk put(String path, String text) {
        try {
            Files.writeString(home.resolve("input").resolve(path), text);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Desk replace(String path, String printed, String by) {
        try {
            return put(path, Files.readString(home.resolve("input").resolve(path)).replace(printed, by));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Desk delete(String path) {
        try {
            Files.delete(home.resolve("input").resolve(path));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--input", home.resolve("input").toString()));
        if (!all.contains("--output")) {
            all.addAll(List.of("--output", output().toString()));
        }
        if (ledger != null && !all.contains("--ledger")) {
            all.addAll(List.of("--ledger", ledger));
        }
        if (archive != null && !all.contains("--archive")) {
            all.addAll(List.of("--archive", archive));
        }
        int exitCode = Crossfoot.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(error, true))
                .execute(all.toArray(String[]::new));
        return new Ended(exitCode, out.toString().replace("\r\n", "\n"), error.toString().replace("\r\n", "\n"));
    }

    /**
     * Three nights: the sample; then the official is said to have named 1,200, goals no longer matter, one report holds a word
     * where
     * a number should be and another cannot be read; then the official's figures are withdrawn.
     */
    Desk afterThreeNights() {
        run("run", "--date", "2025-01-26");
        replace("official-via-nbc/2025-01-27.csv", "1,179", "1,200");
        replace("crossfoot.yml", "rules:\n", "rules:\n  goal-missed: { severity: warning }\n");
        put("ice-daily-posts/2025-02.csv", "posted_on,date,arrests,detainers\n2025-02-02,2025-02-01,dozens,1\n");
        put("ice-daily-posts/2025-03.csv", "day,number\n2025-03-01,1\n");
        run("run", "--date", "2025-01-27");
        delete("official-via-nbc/2025-01-27.csv");
        run("run", "--date", "2025-01-28");
        return this;
    }

    /** Runs a command here and at another desk: it ends with this exit code here, and nobody sees a difference. */
    void saysAs(Desk other, int exitCode, String... command) {
        Ended expected = other.run(command);
        Ended found = run(command);
        assertThat(found.exitCode()).as(found.err()).isEqualTo(exitCode);
        assertThat(inWords(found)).isEqualTo(other.inWords(expected));
    }

    /** What was said, without what differs from desk to desk and from run to run. */
    String inWords(Ended ended) {
        return (ended.out() + ended.err()).replace(home.toString(), "HOME")
                .replaceAll("\\d{8}T\\d{6}\\.\\d{3}Z", "RUN").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "MOMENT");
    }

    /** What each command says of the three nights is what it says at another desk. */
    void answersAs(Desk other) {
        saysAs(other, 0, "verify", "--all");
        saysAs(other, 0, "explain", "0935f3a8d2ca");
        saysAs(other, 0, "explain", "arrests", "us", "2025-01-26");
        saysAs(other, 0, "diff", "2025-01-26");
        saysAs(other, 0, "decisions");
        saysAs(other, 0, "try", "--all");
        saysAs(other, 1, "try", "2025-01-26", "--set", "rules.sources-agree.enabled=false");
        saysAs(other, 0, "status");
    }
}
