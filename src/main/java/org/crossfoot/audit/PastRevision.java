package org.crossfoot.audit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.crossfoot.known.AssembleEvidence.Assembled;
import org.crossfoot.known.AssembleEvidence;
import org.crossfoot.known.ReadReport;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.KnownReports.GoneFigures;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.reconcile.Reconciliation;
import org.crossfoot.reconcile.WaiverReview;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.reconcile.outcome.TotalReasons;
import org.crossfoot.report.DataPackage;
import org.crossfoot.report.RevisionBefore;
import org.crossfoot.report.RevisionMaker.DraftRevision;
import org.crossfoot.report.RevisionMaker;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.text.SettingsException;

/**
 * A revision of a date, made again with what was known then: reports, settings and waivers from the archive, the business date
 * of its run, and the discrepancies of the revisions before it.
 */
public final class PastRevision {

    private final Ledger ledger;
    private final RevisionRecord published;
    private final DataPackage.Made made;

    /** @param published as the ledger keeps it */
    public PastRevision(Ledger ledger, RevisionRecord published) {
        this.ledger = ledger;
        this.published = published;
        this.made = DataPackage.made(published);
    }

    public LocalDate date() {
        return published.date();
    }

    /** What it was made from, as its data package says. */
    public DataPackage.Made made() {
        return made;
    }

    /** SHA-256 of each settings file of then, by path. */
    Map<String, String> settingsFiles() {
        return SettingsSnapshot.files(published.settings(), ledger.archive());
    }

    /**
     * Makes it again; the version that the data package names is the one it was made with, not this program's.
     *
     * @throws SettingsException where this program cannot read the settings of then
     * @throws IOException       where the archive cannot give back a report
     */
    public RevisionRecord again() throws SettingsException, IOException {
        Settings then = settings();
        LocalDate date = published.date();
        int number = published.number();
        RevisionMaker maker = new RevisionMaker(published.run(), published.businessDate(), published.settings(),
                new WaiverReview(then.vocabulary(), then.rules(), then.waivers(), published.businessDate()), made.version(),
                then.files(), Stages.UNWATCHED);
        RecalledReports reports = reports(then);
        Assembled assembled = assembled(then, reports);
        Reconciliation reconciliation = reconciliation(then);
        Outcome outcome = reconciliation.of(assembled.evidence());
        RevisionBefore before = new RevisionBefore(number == 1 ? List.of() : ledger.revisions().discrepancies(date, number - 1),
                () -> ledger.revisions().discrepancyFigures(date, number - 1));
        DraftRevision draft = maker.draft(outcome, ledger.revisions().waived(date, number), before,
                reconciliation.lapsed(assembled.evidence(), before.stoodAndNotFound(outcome)));
        return maker.revision(draft, number, before, ledger.revisions().firstSeen(date, number),
                List.copyOf(assembled.inputs()), reports.rejects(assembled.inputs()), published.knownTo());
    }

    /**
     * Why its totals are what they are, for each period of a measure and area that ends on the date; none where there is no such
     * total.
     *
     * @param measure id
     * @param area    id
     */
    public List<TotalReasons> reasons(String measure, String area) throws SettingsException, IOException {
        Settings then = settings();
        return reconciliation(then).reasons(assembled(then, reports(then)).evidence(), measure, area);
    }

    private Reconciliation reconciliation(Settings then) {
        return new Reconciliation(then.vocabulary(), then.rules(), then.decisionsOn(published.businessDate()), Stages.UNWATCHED);
    }

    /** Why this program cannot read the settings of then, and what to do; goes on after what names the revision. */
    public String notUnderstood(SettingsException mistakes) {
        return ("was made by Crossfoot %1$s, and this one does not understand the settings of then: %2$s; ask Crossfoot %1$s of "
                + "it,"
                + " or rerun the date, which makes a revision by the settings of now").formatted(made.version(),
                mistakes.problems().get(0));
    }

    /** The settings of then. */
    public Settings settings() throws SettingsException {
        return SettingsSnapshot.recall(published.settings(), ledger.archive()).settings();
    }

    private RecalledReports reports(Settings then) throws IOException {
        return new RecalledReports(ledger.reports().notWithdrawnAfter(published.knownTo()),
                ledger.reports().takenAway(published.date(), published.knownTo()),
                ledger.reports().gone(published.date(), published.knownTo()).stream().map(GoneFigures::report).toList(),
                ledger.reports().unread(published.date(), published.run()), made.inputs(),
                new ReadReport(ledger.archive(), then));
    }

    private Assembled assembled(Settings then, RecalledReports reports) {
        return new AssembleEvidence(reports, then, then.decisionsOn(published.businessDate())).of(published.date(),
                ledger.ties().of(published.date(), published.number()));
    }
}
