package org.crossfoot.store;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import javax.sql.DataSource;
import org.crossfoot.ledger.Schema;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the ledger last was, told outside of its database: an earlier state of a database is a whole database, and shows by this
 * alone.
 *
 * @param tables    the version of its tables
 * @param run       of those that ended the one begun last, whatever the clock said; empty where none did
 * @param ended     how many runs ended
 * @param revisions how many it holds
 * @param file      size and CRC-32C of the database's file where it is at rest; empty where a run began, from which it may have
 *                  gone on
 * @param server    the id of a ledger on a server; {@link #ANY_SERVER} where it is not known yet; empty where it is in a file
 */
record LedgerSeal(int tables, String run, long ended, long revisions, String file, String server) {

    static final LedgerSeal OF_NOTHING = new LedgerSeal(Schema.MIGRATIONS, "", 0, 0, "", "");
    static final String ANY_SERVER = "any";

    private static final Pattern TEXT = Pattern.compile(
            "(tables=(\\d{1,9})\nrun=(.*)\nended=(\\d{1,18})\nrevisions=(\\d{1,18})\nfile=(.*)\n(?:server=(.*)\n)?)"
            + "sum=(.*)\n");

    /** Of a ledger as it is now, with a run at work. */
    static LedgerSeal of(DataSource database) {
        JdbcClient ledger = JdbcClient.create(database);
        return new LedgerSeal(Schema.MIGRATIONS,
                ledger.sql("select id from run where ended is not null order by _rowid_ desc fetch first row only")
                        .query(String.class).optional().orElse(""),
                ledger.sql("select count(*) from run where ended is not null").query(Long.class).single(),
                ledger.sql("select count(*) from revision").query(Long.class).single(), "",
                ledger.sql("select text from setting where name = 'ledger'").query(String.class).optional().orElse(""));
    }

    /** Whether a ledger has all that this one had. */
    boolean isIn(DataSource database) {
        LedgerSeal found = of(database);
        return (server.equals(ANY_SERVER) ? !found.server.isEmpty() : server.equals(found.server))
                && found.ended >= ended && found.revisions >= revisions && (run.isEmpty() || JdbcClient.create(database)
                .sql("select count(*) from run where id = ? and ended is not null").param(run)
                .query(Integer.class).single() == 1);
    }

    boolean isAtRest() {
        return !file.isEmpty();
    }

    boolean isOfServer() {
        return !server.isEmpty();
    }

    /** @param digest of the database as it is now */
    LedgerSeal atRest(String digest) {
        return new LedgerSeal(tables, run, ended, revisions, digest, server);
    }

    LedgerSeal atWork() {
        return new LedgerSeal(tables, run, ended, revisions, "", server);
    }

    LedgerSeal with(long moreRevisions) {
        return new LedgerSeal(tables, run, ended, moreRevisions, "", server);
    }

    String text() {
        String text = "tables=%s\nrun=%s\nended=%s\nrevisions=%s\nfile=%s\n".formatted(tables, run, ended, revisions, file)
                + (isOfServer() ? "server=" + server + "\n" : "");
        return text + "sum=" + sum(text) + "\n";
    }

    /** Empty where a text is none, or was changed. */
    static Optional<LedgerSeal> parse(String text) {
        Matcher seal = TEXT.matcher(text);
        return seal.matches() && seal.group(8).equals(sum(seal.group(1)))
                ? Optional.of(new LedgerSeal(Integer.parseInt(seal.group(2)), seal.group(3), Long.parseLong(seal.group(4)),
                        Long.parseLong(seal.group(5)), seal.group(6), Objects.requireNonNullElse(seal.group(7), "")))
                : Optional.empty();
    }

    private static String sum(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
