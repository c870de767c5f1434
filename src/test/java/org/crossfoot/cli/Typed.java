package org.crossfoot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands as they are typed, run within this process; for the harness. */
public final class Typed {

    /** How a command ended. */
    public record Answer(int exitCode, String out, String err) {
    }

    private Typed() {
    }

    public static Answer run(Path input, Path output, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Crossfoot.commandLine(words[0]).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Answer(exitCode, out.toString(), err.toString());
    }
}
