package org.crossfoot.audit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Keyword;
import org.crossfoot.known.AssembleEvidence.Assembled;
import org.crossfoot.known.AssembleEvidence;
import org.crossfoot.known.ReadReport;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.Dates.DateState;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.KnownReports;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.TableColumn;
import org.crossfoot.reconcile.Reconciliation;
import org.crossfoot.reconcile.WaiverReview;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.report.Input;
import org.crossfoot.report.RevisionBefore;
import org.crossfoot.report.RevisionMaker;
import org.crossfoot.rule.Decisions;
import org.crossfoot.settings.FilesWanted;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;

/**
 * What dates would be with other settings, waivers or decisions, from the reports that the ledger knows; against what stands.
 * Writes nothing. Each date by itself: what a later date would tell of an earlier one is not gone after.
 */
public final class Trial {

    /** What would become of a row. */
    public enum Fate {
        /** It would be there. */
        GAINED,
        /** It would be there no more. */
        LOST,
        /** It would say something else. */
        CHANGED;

        @Override
        public String toString() {
            return Keyword.of(this);
        }
    }

    /**
     * A row that would not be what it is.
     *
     * @param table  {@code discrepancies} or {@code totals}
     * @param id     of a discrepancy, otherwise empty
     * @param rule   of a discrepancy, otherwise empty
     * @param before by column, what stands; of one that is gained nothing
     * @param after  by column, what would stand; of one that is lost nothing. Of one that changes, only what does
     */
    public record Change(LocalDate date, Fate kind, String table, String id, String rule, String area, String measure,
            LocalDate periodStart, LocalDate periodEnd, Map<String, String> before, Map<String, String> after) {
    }

    private static final Set<String> OF_A_DISCREPANCY = Set.of("severity", "figures", "gap", "verdict", "blamed",
            "waived_until");
    private static final Set<String> OF_A_TOTAL = Set.of("best", "lowest", "highest", "basis");
    private static final List<String> TOTAL = List.of("area", "measure", "period_start", "period_end");

    private final Ledger ledger;
    private final Settings settings;
    /** By the day that decisions are compared with. */
    private final Map<LocalDate, AssembleEvidence> evidence = new HashMap<>();
    private final KnownReports reports;
    private final String version;

    private Trial(Ledger ledger, Settings settings, KnownReports reports, String version) {
        this.ledger = ledger;
        this.settings = settings;
        this.reports = reports;
        this.version = version;
    }

    /**
     * Tries settings. Reports are read again where these say otherwise how to.
     *
     * @param version of this program
     */
    public static Trial of(Ledger ledger, SettingsFiles files, Settings settings, String version) throws IOException {
        return new Trial(ledger, settings, isReadAlike(ledger, files) ? ledger.reports()
                : new ReportsReadAnew(ledger.reports(), settings, new ReadReport(ledger.archive(), settings)), version);
    }

    /** Whether files say as those of the last run did how reports are read: to the byte, but for the rules of crossfoot.yml. */
    private static boolean isReadAlike(Ledger ledger, SettingsFiles files) {
        String last = ledger.dates().setting("settings").orElse("");
        if (last.isEmpty()) {
            return false;
        }
        SortedMap<String, String> before = SettingsSnapshot.files(last, ledger.archive());
        SortedMap<String, String> now = SettingsSnapshot.sha256(files);
        Set<String> differing = new HashSet<>();
        Stream.concat(before.keySet().stream(), now.keySet().stream())
                .filter(file -> !before.getOrDefault(file, "").equals(now.getOrDefault(file, ""))).forEach(differing::add);
        differing.removeAll(Set.of(SettingsFiles.WAIVERS, SettingsFiles.DECISIONS));
        return differing.isEmpty() || differing.equals(Set.of(SettingsFiles.CROSSFOOT))
                && SettingsFiles.differInRulesAlone(ledger.archive().bytes(before.get(SettingsFiles.CROSSFOOT)),
                files.bytes().get(SettingsFiles.CROSSFOOT));
    }

    /**
     * What would change of a date.
     *
     * @param day what waivers and decisions are compared with, where nothing is known of the date; otherwise they are compared
     *            with what they were
     */
    public List<Change> changes(LocalDate date, LocalDate day) {
        int current = ledger.dates().state(date).map(DateState::revision).orElse(0);
        RevisionRecord published = current == 0 ? null : ledger.revisions().find(date, current);
        List<DiscrepancyRecord> rows = current == 0 ? List.of() : ledger.revisions().discrepancies(date, current);
        RevisionRecord tried = tried(date, published == null ? day : published.businessDate(), current, rows);
        List<Change> changes = new ArrayList<>(discrepancies(date, rows, tried.discrepancies()));
        changes.addAll(totals(date, published == null ? new byte[0] : published.files().get(RevisionRecord.TOTALS),
                tried.files().get(RevisionRecord.TOTALS)));
        return changes;
    }

    private RevisionRecord tried(LocalDate date, LocalDate day, int current, List<DiscrepancyRecord> rows) {
        Decisions decisions = settings.decisionsOn(day);
        Assembled assembled = evidence.computeIfAbsent(settings.decisions().isEmpty() ? LocalDate.EPOCH : day,
                first -> new AssembleEvidence(reports, settings, decisions)).of(date, ledger.ties().on(date));
        Reconciliation reconciliation = new Reconciliation(settings.vocabulary(), settings.rules(), decisions, Stages.UNWATCHED);
        Outcome outcome = reconciliation.of(assembled.evidence());
        RevisionBefore before = new RevisionBefore(rows, () -> ledger.revisions().discrepancyFigures(date, current));
        RevisionMaker maker = new RevisionMaker("", day, "", new WaiverReview(settings.vocabulary(), settings.rules(),
                settings.waivers(), day), version, FilesWanted.NONE, Stages.UNWATCHED);
        RevisionMaker.DraftRevision draft = maker.draft(outcome, ledger.revisions().waived(date, Integer.MAX_VALUE), before,
                reconciliation.lapsed(assembled.evidence(), before.stoodAndNotFound(outcome)));
        return maker.revision(draft, current + 1, before, Collections.emptyMap(), List.<Input>of(), List.of(), null);
    }

    private static List<Change> discrepancies(LocalDate date, List<DiscrepancyRecord> before, List<DiscrepancyRecord> after) {
        Map<String, DiscrepancyRecord> stood = standing(before);
        List<Change> changes = new ArrayList<>();
        standing(after).forEach((id, row) -> {
            DiscrepancyRecord old = stood.remove(id);
            Map<String, String> had = old == null ? Map.of() : cells(old);
            Map<String, String> has = cells(row);
            if (!had.equals(has)) {
                changes.add(change(date, old == null ? Fate.GAINED : Fate.CHANGED, row, had, has));
            }
        });
        stood.values().forEach(row -> changes.add(change(date, Fate.LOST, row, cells(row), Map.of())));
        return changes;
    }

    private static Map<String, DiscrepancyRecord> standing(List<DiscrepancyRecord> rows) {
        return rows.stream().filter(DiscrepancyRecord::stands).collect(Collectors.toMap(DiscrepancyRecord::id,
                Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> cells(DiscrepancyRecord row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (TableColumn<DiscrepancyRecord> column : DiscrepancyRecord.COLUMNS) {
            Object cell = OF_A_DISCREPANCY.contains(column.name()) ? column.cell().apply(row) : null;
            if (cell != null && !cell.toString().isEmpty()) {
                cells.put(column.name(), cell.toString());
            }
        }
        return cells;
    }

    private static Change change(LocalDate date, Fate kind, DiscrepancyRecord row, Map<String, String> had,
            Map<String, String> has) {
        Set<String> same = kind == Fate.CHANGED ? had.keySet().stream().filter(column -> had.get(column).equals(has.get(column)))
                .collect(Collectors.toSet()) : Set.of();
        return new Change(date, kind, "discrepancies", row.id(), row.rule(), row.area(), row.measure(), row.periodStart(),
                row.periodEnd(), without(had, same), without(has, same));
    }

    private static Map<String, String> without(Map<String, String> cells, Set<String> same) {
        Map<String, String> others = new LinkedHashMap<>(cells);
        others.keySet().removeAll(same);
        return others;
    }

    private static List<Change> totals(LocalDate date, byte[] before, byte[] after) {
        Map<TableDifference.Key, Change> changes = new LinkedHashMap<>();
        for (TableDifference difference : TableDifference.between(before, after, TOTAL)) {
            if (difference instanceof TableDifference.Changed changed) {
                if (OF_A_TOTAL.contains(changed.column())) {
                    Change change = changes.computeIfAbsent(changed.key(),
                            key -> total(date, Fate.CHANGED, key, new LinkedHashMap<>(), new LinkedHashMap<>()));
                    change.before().put(changed.column(), changed.before());
                    change.after().put(changed.column(), changed.after());
                }
            } else if (difference instanceof TableDifference.Added added) {
                changes.put(added.key(), total(date, Fate.GAINED, added.key(), Map.of(), told(added.row())));
            } else if (difference instanceof TableDifference.Removed removed) {
                changes.put(removed.key(), total(date, Fate.LOST, removed.key(), told(removed.row()), Map.of()));
            }
        }
        return List.copyOf(changes.values());
    }

    private static Map<String, String> told(Map<String, String> row) {
        Map<String, String> told = new LinkedHashMap<>(row);
        told.keySet().retainAll(OF_A_TOTAL);
        return told;
    }

    private static Change total(LocalDate date, Fate kind, TableDifference.Key key, Map<String, String> had,
            Map<String, String> has) {
        List<String> values = key.values();
        return new Change(date, kind, "totals", "", "", values.get(0), values.get(1), LocalDate.parse(values.get(2)),
                values.get(3).isEmpty() ? null : LocalDate.parse(values.get(3)), had, has);
    }
}
