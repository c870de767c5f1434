package org.crossfoot.job.step;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.known.AssembleEvidence.Assembled;
import org.crossfoot.known.AssembleEvidence;
import org.crossfoot.ledger.Dates.DateState;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.PackedRevision;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.Revisions.RevisionState;
import org.crossfoot.reconcile.Reconciliation;
import org.crossfoot.reconcile.WaiverReview;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Stage;
import org.crossfoot.report.DataPackage;
import org.crossfoot.report.Input;
import org.crossfoot.report.RevisionBefore;
import org.crossfoot.report.RevisionMaker.DraftRevision;
import org.crossfoot.report.RevisionMaker;
import org.crossfoot.rule.Decisions;
import org.crossfoot.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Step 3, per date: from everything known of it to a revision that is ready to be stored, and to its folder's draft, while all
 * it is made of is at hand. A date whose newest revision is still to be published is reconciled again for that alone: where the
 * result is that of the revision, the revision stands and is drafted. May be called by several threads.
 */
public final class ReconcileDate {

    /**
     * What came of a date.
     *
     * @param state  from now on
     * @param made   null where the result is that of the revision before
     * @param tied   the cells of other dates that it was reconciled with
     * @param ties   earlier dates that are to be reconciled with what it looked at, with the cells
     */
    record Reconciled(DateState state, PackedRevision made, SortedSet<Cell> tied, SortedMap<LocalDate, SortedSet<Cell>> ties)
            implements DateResult {

        @Override
        public LocalDate date() {
            return state.date();
        }

        @Override
        public boolean isRevision() {
            return made != null;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileDate.class);

    private final RunContext context;
    private final Ledger ledger;
    private final Settings settings;
    private final RevisionMaker maker;
    private final DateDrafts drafts;
    private final Map<LocalDate, Means> means = new HashMap<>();

    public ReconcileDate(RunContext context, DateDrafts drafts) {
        this.context = context;
        this.ledger = context.ledger();
        this.settings = context.snapshot().settings();
        this.drafts = drafts;
        LocalDate businessDate = context.run().businessDate();
        this.maker = new RevisionMaker(context.run().id(), businessDate, context.snapshot().id(),
                new WaiverReview(settings.vocabulary(), settings.rules(), settings.waivers(), businessDate), context.version(),
                settings.files(), context.stages());
    }

    /** Whatever fails costs the date alone, unless all dates need it. */
    public DateResult process(LocalDate date) throws IOException {
        try {
            return reconciled(date);
        } catch (IOException | RuntimeException | Error e) {
            if (FailedDate.isOfAll(e)) {
                throw e;
            }
            return FailedDate.of(context, date, e);
        }
    }

    /** Only looks at the ledger. A date is worked at by one thread, so its newest revision stays what it is. */
    private Reconciled reconciled(LocalDate date) throws IOException {
        context.stages().begin(date, Stage.EVIDENCE);
        SortedSet<Cell> tied = ledger.ties().on(date);
        int newest = ledger.dates().state(date).map(state -> state.revision()).orElse(0);
        Optional<RevisionState> state = ledger.revisions().state(date, newest);
        // Waivers and decisions are compared with the day they were compared with then, unless something has changed since.
        boolean asItWas = state.isPresent() && !state.get().published() && !ledger.dates().waits(date);
        return reconciled(date, tied, newest, state, asItWas);
    }

    private Reconciled reconciled(LocalDate date, SortedSet<Cell> tied, int newest, Optional<RevisionState> state,
            boolean asItWas)
            throws IOException {
        LocalDate day = asItWas ? state.get().businessDate() : context.run().businessDate();
        Reconciliation reconciliation = means(day).reconciliation();
        Assembled assembled = means(day).evidence().of(date, tied);
        Outcome outcome = reconciliation.of(assembled.evidence());
        RevisionBefore before = new RevisionBefore(newest == 0 ? List.of() : ledger.revisions().discrepancies(date, newest),
                () -> ledger.revisions().discrepancyFigures(date, newest));
        SortedMap<String, List<Figure>> gone = reconciliation.lapsed(assembled.evidence(), before.stoodAndNotFound(outcome));
        DraftRevision draft = (asItWas ? maker.on(day) : maker).draft(outcome, waivedBefore(date), before, gone);
        if (state.isPresent() && draft.result().equals(state.get().result())) {
            standing(date, newest, state.get(), draft);
            return new Reconciled(state(assembled, newest), null, tied, outcome.ties());
        }
        if (asItWas) {
            LOG.warn("{}: revision {} comes out otherwise with this program, {}, than with the one that made it, {}; "
                            + "another one takes its place", date, newest, context.version(),
                    DataPackage.made(ledger.revisions().find(date, newest)).version());
            return reconciled(date, tied, newest, state, false);
        }
        // Only now: while it was reconciled, neighbouring dates may have been looked at.
        List<Input> inputs = List.copyOf(assembled.inputs());
        List<byte[]> rejects = drafts.rejects(inputs);
        RevisionRecord made = next(date, newest, draft, before, inputs, rejects);
        drafts.make(made, draft.outcome(), made.discrepancies(), rejects);
        return new Reconciled(state(assembled, made.number()), PackedRevision.of(made), tied, outcome.ties());
    }

    private static DateState state(Assembled assembled, int number) {
        return new DateState(assembled.evidence().date(), assembled.earlier().from(), assembled.earlier().dates(),
                number);
    }

    /** A revision with this result is the newest: where readers do not see it, it is drafted for them. */
    private void standing(LocalDate date, int newest, RevisionState state, DraftRevision draft) throws IOException {
        if (state.published()) {
            drafts.drop(date);
        } else {
            RevisionRecord kept = ledger.revisions().find(date, newest);
            drafts.make(kept, draft.outcome(), ledger.revisions().discrepancies(date, newest),
                    drafts.rejects(DataPackage.made(kept).inputs()));
        }
    }

    private RevisionRecord next(LocalDate date, int newest, DraftRevision draft, RevisionBefore before, List<Input> inputs,
            List<byte[]> rejects) {
        return maker.revision(draft, newest + 1, before, ledger.revisions().firstSeen(date, newest + 1), inputs,
                rejects, ledger.reports().lastChange());
    }

    private List<DiscrepancyRecord> waivedBefore(LocalDate date) {
        return settings.waivers().isEmpty() ? List.of() : ledger.revisions().waived(date, Integer.MAX_VALUE);
    }

    /** How dates are reconciled with decisions as they hold on a day. */
    private record Means(AssembleEvidence evidence, Reconciliation reconciliation) {
    }

    /** Made when the first date comes, since the reports of this run are in by then; where nothing was decided, once. */
    private synchronized Means means(LocalDate day) {
        return means.computeIfAbsent(settings.decisions().isEmpty() ? context.run().businessDate() : day, comparedWith -> {
            Decisions decisions = settings.decisionsOn(comparedWith);
            return new Means(new AssembleEvidence(ledger.reports(), settings, decisions),
                    new Reconciliation(settings.vocabulary(), settings.rules(), decisions, context.stages()));
        });
    }
}
