package org.crossfoot.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.archive.ArchiveTable;

/**
 * Where everything stands; all folders are absolute.
 *
 * @param server           the address of the PostgreSQL database that is the ledger's, without a password; empty where that is a
 *                         file
 * @param archive          the folder of the archive, where that is one
 * @param archivedInLedger whether the archive is to stand in the ledger itself
 */
public record Workspace(Path input, Path output, Optional<String> server, Path archive, boolean archivedInLedger) {

    /** Names an archive that stands in the ledger. */
    public static final String IN_LEDGER = "ledger";

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern PASSWORD = Pattern.compile("[?&](ssl)?password=", Pattern.CASE_INSENSITIVE);

    public Workspace {
        input = input.toAbsolutePath().normalize();
        output = output.toAbsolutePath().normalize();
        archive = archive.toAbsolutePath().normalize();
    }

    /** With the archive in a folder. */
    public Workspace(Path input, Path output, Optional<String> server, Path archive) {
        this(input, output, server, archive, false);
    }

    /** With the ledger in a file, and its archive beside it. */
    public Workspace(Path input, Path output) {
        this(input, output, Optional.empty(), besides(output));
    }

    /** With the ledger elsewhere. */
    public Workspace withLedger(Optional<String> other) {
        return new Workspace(input, output, other, archive, archivedInLedger);
    }

    /**
     * The archive.
     *
     * @param database the ledger's, which is open
     */
    public Archive archive(DataSource database) {
        return archivedInLedger() ? new Archive(new ArchiveTable(database)) : new Archive(archive);
    }

    /** Whether the archive is where the ledger is: one in a file has it in a folder. */
    @Override
    public boolean archivedInLedger() {
        return archivedInLedger && server.isPresent();
    }

    /** What the archive is called before people. */
    public String archiveName() {
        return archivedInLedger() ? IN_LEDGER : archive.toString();
    }

    /** The folder of an archive for which no other is named. */
    public static Path besides(Path output) {
        return output.resolve("ledger").resolve("archive");
    }

    /** What is wrong with the address of a server, in words that go on after it; empty where nothing is. */
    public static Optional<String> mistakeIn(String server) {
        if (!server.startsWith(POSTGRESQL)) {
            return Optional.of("is no ledger's address; write " + POSTGRESQL
                    + "//host/database, or h2 for the file in the output folder");
        }
        return PASSWORD.matcher(server).find() ? Optional.of("holds a password, which others could see; it belongs into"
                + " ~/.pgpass, PGPASSWORD, or a file that CROSSFOOT_LEDGER_PASSWORD_FILE names") : Optional.empty();
    }

    public Path ledger() {
        return output.resolve("ledger");
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

    /** What the ledger's database is called before people. */
    public String databaseName() {
        return server.orElseGet(() -> database().toString());
    }

    /** The file that is the ledger's, where no server is. */
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
        // log; others would leave a file beside the database. It is written when CommitsInFile says so, never in the background.
        return "jdbc:h2:file:" + ledger().resolve(name) + ";WRITE_DELAY=" + Integer.MAX_VALUE
                + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64;AUTO_COMPACT_FILL_RATE=0;TRACE_LEVEL_FILE=4";
    }
}
