package org.crossfoot.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.crossfoot.ledger.Dates.DateState;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.Schema;
import org.crossfoot.ledger.archive.ArchiveTable;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.store.JobFailure.NewerLedger;
import org.crossfoot.store.JobFailure.OtherLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a ledger that is not what it last was: damaged, put back to an earlier state, or brought here from elsewhere. The seal
 * stands in {@code .dates/}, beside what was published, and is forced to disk in this order:
 *
 * <ol>
 * <li>before a run opens the database: what it held, and that a run is at work;
 * <li>before anything is published: how many revisions it holds, once they are on the disk;
 * <li>when the database is closed: what it holds, and the size and checksum of its file.
 * </ol>
 *
 * <p>So wherever a run is cut short the ledger has all that the seal names, and one that lacks some of it did not come of that.
 */
public final class SealedLedger {

    private static final Logger LOG = LoggerFactory.getLogger(SealedLedger.class);
    private static final String SEAL = ".dates/ledger";

    private final Workspace workspace;
    private final LedgerStore store;
    private final boolean onServer;
    private final PublishedFolder published;

    public SealedLedger(Workspace workspace) {
        this.workspace = workspace;
        this.store = LedgerStore.of(workspace);
        this.onServer = workspace.server().isPresent();
        this.published = new PublishedFolder(workspace.output());
    }

    /** Whether there is, or was, a ledger that something was published from. */
    boolean isKnown() throws IOException {
        return read().filter(seal -> seal.ended() + seal.revisions() > 0).isPresent() || !published.dates().isEmpty();
    }

    /** Of those that ended the run that began last; empty where a run is at work, or was interrupted. */
    Optional<String> lastRun() throws IOException {
        return read().filter(LedgerSeal::isAtRest).map(LedgerSeal::run);
    }

    /** Of a ledger that is still to be made. */
    LedgerSeal ofNothing() {
        return onServer ? new LedgerSeal(Schema.MIGRATIONS, "", 0, 0, "", LedgerSeal.ANY_SERVER) : LedgerSeal.OF_NOTHING;
    }

    /** @throws OtherLedger where the ledger, which is known, is not to be looked for where it was */
    void refuseOther() throws IOException, OtherLedger {
        Optional<LedgerSeal> seal = read();
        boolean wasOnServer = seal.isPresent() && seal.get().isOfServer();
        if (wasOnServer && !onServer) {
            throw new OtherLedger(workspace.output() + ": its ledger is on a PostgreSQL server; name that with --ledger or"
                    + " CROSSFOOT_LEDGER, or bring it back with 'crossfoot ledger copy ADDRESS h2'; run --rebuild makes a new one"
                    + " in " + workspace.database());
        }
        if (!wasOnServer && onServer && seal.isPresent()) {
            throw new OtherLedger(workspace.output() + ": its ledger is the file " + workspace.database()
                    + ", not " + workspace.databaseName() + "; leave --ledger out, or move it there with"
                    + " 'crossfoot ledger copy h2 ADDRESS'; run --rebuild makes a new one there");
        }
    }

    /** @throws OtherLedger where a ledger that is known is not there, and no run is to make it anew unasked */
    void refuseMissing() throws IOException, OtherLedger {
        refuseOther();
        if (onServer) {
            throw new OtherLedger(workspace.databaseName() + ": has no ledger, or none that this role may read, though dates were"
                    + " published from one; name the database that has it, or put it back from its backup; run --rebuild makes"
                    + " it anew from input/");
        }
    }

    /**
     * Holds the ledger, which must be there, against its seal; changes nothing. The lock must be held.
     *
     * @return what it surely holds
     * @throws JobFailure where it lacks some of that, or a newer program's
     */
    LedgerSeal check() throws IOException, JobFailure, RunningException {
        Optional<LedgerSeal> seal = read();
        refuseOther();
        if (seal.isPresent() && seal.get().isAtRest() && !onServer) {
            boolean same = seal.get().file().equals(store.digest());
            if (same ? seal.get().tables() > Schema.MIGRATIONS : isNewer()) {
                throw new NewerLedger(workspace);
            }
            if (!same) {
                throw DamagedLedger.found("it is not what run " + seal.get().run()
                        + " left: bytes of it were changed, or it is an earlier"
                        + " state, or another ledger, or an older Crossfoot wrote to it;"
                        + " where the whole output folder can be put back"
                        + " from a copy, that keeps its history", workspace);
            }
            return seal.get().atWork();
        }
        try {
            return asking(database -> check(seal, database));
        } catch (RuntimeException e) {
            Optional<RunningException> running = RunningException.in(e);
            if (running.isPresent()) {
                throw running.get();
            }
            if (onServer || DamagedLedger.isLackOfMemory(e)) {
                throw e;
            }
            throw DamagedLedger.whileOpened(e, workspace);
        }
    }

    /** Whether one that is not as it was sealed has a newer program's tables; of one that cannot be read that is not known. */
    private boolean isNewer() throws IOException, JobFailure {
        try {
            return asking(database -> new Schema(database).isNewer());
        } catch (RuntimeException e) {
            LOG.debug("the ledger cannot be read", e);
            return false;
        }
    }

    private interface LedgerQuestion<T> {
        T at(DataSource database) throws IOException, JobFailure;
    }

    private <T> T asking(LedgerQuestion<T> look) throws IOException, JobFailure {
        try (LedgerStore.Opened opened = store.openToAsk()) {
            return look.at(opened.database());
        }
    }

    /** Of a ledger that a run left at work, or that has no seal. */
    private LedgerSeal check(Optional<LedgerSeal> seal, DataSource database) throws IOException, JobFailure {
        if (new Schema(database).isNewer()) {
            throw new NewerLedger(workspace);
        }
        refuseOtherArchive(database);
        if (seal.isEmpty()) {
            compareWithPublished(Ledger.of(database, workspace.archive(database)));
            return LedgerSeal.of(database);
        }
        if (!seal.get().isIn(database)) {
            throw DamagedLedger.found("it is an earlier state, or another ledger: it lacks some of the " + seal.get().revisions()
                    + " revisions that were made, or the end of run " + seal.get().run(), workspace);
        }
        return seal.get().atWork();
    }

    /** Of a ledger on a server that has its archive elsewhere than is said. */
    private void refuseOtherArchive(DataSource database) throws OtherLedger {
        if (!onServer || new Schema(database).isOlder()) {
            return;
        }
        boolean isInLedger = !new ArchiveTable(database).isEmpty();
        if (isInLedger && !workspace.archivedInLedger()) {
            throw new OtherLedger("--archive " + workspace.archive() + ": the archive of " + workspace.databaseName()
                    + " stands in the ledger itself; name it with --archive ledger, or CROSSFOOT_ARCHIVE=ledger");
        }
        if (!isInLedger && workspace.archivedInLedger() && LedgerSeal.of(database).ended() > 0) {
            throw new OtherLedger("--archive ledger: the archive of " + workspace.databaseName() + " stands in a folder; name"
                    + " that with --archive, or leave it out where it is " + workspace.archive()
                    + "; 'crossfoot ledger copy' to h2, and from there with --archive ledger, brings it into the ledger");
        }
    }

    /** Of a ledger without a seal, as an older Crossfoot leaves it: what is published must have come of it. */
    private void compareWithPublished(Ledger ledger) throws IOException, DamagedLedger {
        boolean anyIsOurs = false;
        boolean anyIsNot = false;
        for (LocalDate date : published.dates()) {
            int number = published.number(date);
            int newest = ledger.dates().state(date).map(DateState::revision).orElse(0);
            if (newest < number) {
                throw DamagedLedger.found("it is an earlier state, or another ledger: revision " + number + " of " + date
                        + " is published, and it has " + newest, workspace);
            }
            byte[] described = anyIsOurs || newest != number ? null : published.read(date, RevisionRecord.DATA_PACKAGE);
            if (described != null) {
                anyIsOurs = Arrays.equals(described, ledger.revisions().datapackage(date, number));
                anyIsNot |= !anyIsOurs;
            }
        }
        if (anyIsNot && !anyIsOurs) {
            throw DamagedLedger.found("it is another ledger: no date is published as it has it", workspace);
        }
    }

    /** Says that a run is at work, and what the ledger holds meanwhile. */
    void open(LedgerSeal seal) throws IOException {
        if (!read().equals(Optional.of(seal))) {
            write(seal);
        }
    }

    /** Before anything is published: the revisions that are on the disk by then. */
    public void hold(long revisions) throws IOException {
        LedgerSeal seal = read().orElseGet(this::ofNothing);
        open(seal.with(Math.max(revisions, seal.revisions())));
    }

    /** Before revisions are taken back that no reader saw: what stays. */
    public void letGo(long revisions) throws IOException {
        LedgerSeal seal = read().orElseGet(this::ofNothing);
        open(seal.with(Math.max(0, seal.revisions() - revisions)));
    }

    /** Whether a ledger that a run works at still holds what it surely held. */
    boolean isIn(DataSource database) throws IOException {
        return read().filter(seal -> seal.isIn(database)).isPresent();
    }

    /** Once the database is closed. */
    void close(LedgerSeal seal) throws IOException {
        write(seal.atRest(store.digest()));
    }

    private void write(LedgerSeal seal) throws IOException {
        published.replaceForGood(SEAL, seal.text().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<LedgerSeal> read() throws IOException {
        Path file = workspace.output().resolve(SEAL);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Optional<LedgerSeal> seal = LedgerSeal.parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        if (seal.isEmpty()) {
            LOG.warn("{}: is damaged; the ledger is held against what is published instead", file);
        }
        return seal;
    }
}
