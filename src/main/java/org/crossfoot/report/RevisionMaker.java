package org.crossfoot.report;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crossfoot.figure.Figure;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.pack.DiscrepancyFigures.Involved;
import org.crossfoot.ledger.pack.DiscrepancyFigures;
import org.crossfoot.reconcile.WaiverReview.Acceptance;
import org.crossfoot.reconcile.WaiverReview;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Stage;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.rule.Waiver;
import org.crossfoot.settings.FilesWanted;

/**
 * Makes a revision of an outcome.
 *
 * @param run          the run that makes it
 * @param businessDate of that run
 * @param settings     id of the settings, in the archive
 * @param version      the program's
 * @param wanted       which files are made for other tools; they say what the tables say, and make no new revision
 * @param stages       is told which file is laid out
 */
public record RevisionMaker(String run, LocalDate businessDate, String settings, WaiverReview waivers, String version,
        FilesWanted wanted, Stages stages) {

    /**
     * An outcome as it will be published, without status and age.
     *
     * @param files  beside its discrepancies
     * @param result SHA-256 of all of it: two outcomes with the same result need no new revision
     */
    public record DraftRevision(Outcome outcome, List<DiscrepancyRecord> rows, List<ResultFile> files, String result) {
    }

    /** The same for another business date. */
    public RevisionMaker on(LocalDate day) {
        return new RevisionMaker(run, day, settings,
                new WaiverReview(waivers.vocabulary(), waivers.rules(), waivers.waivers(), day), version, wanted, stages);
    }

    /**
     * @param waived what was waived in earlier revisions of the date, by revision
     * @param gone   figures that are gone, by the id of the discrepancy that lapsed with them
     */
    public DraftRevision draft(Outcome found, List<DiscrepancyRecord> waived, RevisionBefore before, Map<String,
            List<Figure>> gone) {
        LocalDate date = found.date();
        stages.begin(date, Stage.WAIVERS);
        Map<Acceptance, Long> gaps = new HashMap<>();
        waived.forEach(row -> gaps.putIfAbsent(new Acceptance(row.id(), row.waivedUntil()), row.gap()));
        Outcome outcome = waivers.of(found, gaps);
        List<DiscrepancyRecord> rows = Stream.concat(outcome.discrepancies().stream().map(this::row),
                before.lapsed(gone, waivers).stream()).toList();
        stages.begin(date, Stage.TOTALS_FILE);
        List<ResultFile> files = new ArrayList<>();
        files.add(ResultFile.table(RevisionRecord.TOTALS, ResultTables.totals(date), outcome.totals()));
        stages.begin(date, Stage.FIGURES_FILE);
        files.add(ResultFile.table(RevisionRecord.FIGURES, ResultTables.figures(date, outcome.figures()), outcome.figures()));
        stages.begin(date, Stage.EXPLANATIONS_FILE);
        files.add(ExplanationsFile.of(outcome));
        MessageDigest all = Archive.sha256();
        // Waived or not shows in waived_until; the status itself, as the age, makes no new revision.
        all.update(discrepancies(rows.stream().map(row -> row.withStatus(null, 0, row.explanation())).toList()).content());
        files.forEach(file -> all.update(file.content()));
        return new DraftRevision(outcome, rows, files, HexFormat.of().formatHex(all.digest()));
    }

    /** In the order given: the most severe first, then by rule, area, measure and period; resolved ones last. */
    private static ResultFile discrepancies(List<DiscrepancyRecord> rows) {
        return ResultFile.table(RevisionRecord.DISCREPANCIES, DiscrepancyRecord.COLUMNS, rows);
    }

    private DiscrepancyRecord row(Discrepancy found) {
        return Lifecycle.row(found, waivers.holding(found).map(Waiver::until).orElse(null));
    }

    /**
     * @param firstSeen for every discrepancy that ever stood on the date, the first revision it stood in
     * @param inputs    every report the outcome was made from, sorted
     * @param rejects   lines of {@code rejects.csv}, of these reports
     * @param knownTo   the last change to how reports stand that was known
     */
    public RevisionRecord revision(DraftRevision draft, int number, RevisionBefore before,
            Map<String, Integer> firstSeen, List<Input> inputs, List<byte[]> rejects, Long knownTo) {
        LocalDate date = draft.outcome.date();
        stages.begin(date, Stage.DISCREPANCIES_FILE);
        List<DiscrepancyRecord> aged = new Lifecycle(before.rows(), firstSeen, number).aged(draft.rows);
        List<ResultFile> files = new ArrayList<>(List.of(discrepancies(aged)));
        files.addAll(draft.files);
        stages.begin(date, Stage.TOOLS_FILES);
        DiscrepancyFigures about = about(draft.outcome, aged, before);
        files.addAll(FilesForTools.of(this, number, draft.outcome, aged, about, rejects));
        stages.begin(date, Stage.DATA_PACKAGE);
        files.add(DataPackage.of(date, number, files, inputs, settings, version));
        Map<String, byte[]> byName = new LinkedHashMap<>();
        files.forEach(file -> byName.put(file.name(), file.content()));
        int ofDate = 0;
        Set<String> sources = new HashSet<>();
        for (FigureUse use : draft.outcome.figures()) {
            if (use.figure().date().equals(date)) {
                ofDate++;
                sources.add(use.figure().source());
            }
        }
        return new RevisionRecord(date, number, run, businessDate, settings, knownTo, draft.result, ofDate, sources.size(),
                byName, about.packed(), aged);
    }

    private static DiscrepancyFigures about(Outcome outcome, List<DiscrepancyRecord> aged, RevisionBefore revisionBefore) {
        Map<String, Involved> about = new LinkedHashMap<>();
        outcome.discrepancies().forEach(found -> about.put(found.id(), new Involved(found.figures(), found.blamed())));
        List<DiscrepancyRecord> noMore = aged.stream().filter(row -> !about.containsKey(row.id())).toList();
        if (!noMore.isEmpty()) {
            DiscrepancyFigures before = revisionBefore.had().get();
            noMore.forEach(row -> before.of(row.id()).ifPresent(known -> about.put(row.id(), known)));
        }
        return new DiscrepancyFigures(about);
    }
}
