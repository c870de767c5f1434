package org.crossfoot.known;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.ReportRecord.Standing;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.reconcile.evidence.Evidence.ReportFact;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.settings.Settings;

/**
 * Finds reports of two sources that hold the same bytes, or the same figures for different areas; told of the one whose id is
 * later.
 */
final class CopiedReports {

    private final Vocabulary vocabulary;
    private final Map<String, List<ReportRecord>> sameBytes = new HashMap<>();
    private final Map<Long, List<ReportRecord>> sameFigures = new HashMap<>();

    CopiedReports(Collection<ReportRecord> reports, Settings settings) {
        this.vocabulary = settings.vocabulary();
        for (ReportRecord report : reports) {
            if (report.standing() == Standing.PRESENT && !report.hasNoBytes()) {
                sameBytes.computeIfAbsent(report.sha256(), first -> new ArrayList<>()).add(report);
                if (report.contents().figuresHash() != 0) {
                    sameFigures.computeIfAbsent(report.contents().figuresHash(), first -> new ArrayList<>()).add(report);
                }
            }
        }
    }

    /** What is told of a report, by the report that it is the same as: the first of each other source. */
    Map<ReportRecord, ReportFact> of(ReportRecord report) {
        Map<ReportRecord, ReportFact> facts = new LinkedHashMap<>();
        Map<String, ReportRecord> told = new HashMap<>();
        sameBytes.getOrDefault(report.sha256(), List.of()).stream().filter(other -> isOfEarlierSource(other, report))
                .sorted(Comparator.comparing(ReportRecord::path)).filter(other -> told.putIfAbsent(other.source(), other) == null)
                .forEach(other -> facts.put(other, fact(report, " has the same bytes as " + other.path())));
        sameFigures.getOrDefault(report.contents().figuresHash(), List.of()).stream()
                .filter(other -> isOfEarlierSource(other, report)
                && other.contents().areasHash() != report.contents().areasHash())
                .sorted(Comparator.comparing(ReportRecord::path)).filter(other -> told.putIfAbsent(other.source(), other) == null)
                .forEach(other -> facts.put(other,
                fact(report, " has the same figures as " + other.path() + ", for other areas")));
        return facts;
    }

    /** Of sources that repeat one another the same is to be expected. */
    private boolean isOfEarlierSource(ReportRecord other, ReportRecord report) {
        return other.source().compareTo(report.source()) < 0
                && !vocabulary.originOf(other.source()).equals(vocabulary.originOf(report.source()));
    }

    private static ReportFact fact(ReportRecord report, String text) {
        return new ReportFact(BuiltIn.COPIED, report.source(), report.path() + text);
    }
}
