package org.crossfoot.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where everything stands; both folders are absolute. */
public record Workspace(Path input, Path output) {

    public Workspace {
        input = input.toAbsolutePath().normalize();
        output = output.toAbsolutePath().normalize();
    }

    public Path ledger() {
        return output.resolve("ledger");
    }

    public Path archive() {
        return ledger().resolve("archive");
    }

    Path lock() {
        return ledger().resolve("lock");
    }

    public Path run(String id) {
        return output.resolve("runs").resolve(id);
    }

    /** The first folder that is to be written to and may not be; empty where all may, as far as they are there. */
    public Optional<Path> notWritable() {
        Path there = output;
        while (there.getParent() != null && Files.notExists(there)) {
            there = there.getParent();
        }
        return Stream.of(there, ledger(), archive(), output.resolve("runs"), output.resolve(".dates"))
                .filter(folder -> Files.exists(folder) && !(Files.isWritable(folder) && Files.isExecutable(folder))).findFirst();
    }

    public Path database() {
        return ledger().resolve("crossfoot.mv.db");
    }

    public String databaseUrl() {
        return url("crossfoot");
    }

    /** Opens what is there, for reading alone. */
    String databaseUrlToAsk() {
        return databaseUrl() + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE";
    }

    Path databaseDraft() {
        return ledger().resolve("draft.mv.db");
    }

    String databaseDraftUrl() {
        return url("draft");
    }

    private String url(String name) {
        // The program closes the database itself, after the job has come to a stop at a commit. A report or date takes a dozen
        // statements, and H2 would otherwise remember the last eight and parse each anew. Compacting is where H2 2.4.240 breaks
        // an assertion of its own about space it may write to; a ledger grows no faster without it. Level 4 of tracing is our
        // log; others would leave a file beside the database.
        return "jdbc:h2:file:" + ledger().resolve(name)
                + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64;AUTO_COMPACT_FILL_RATE=0;TRACE_LEVEL_FILE=4";
    }
}
