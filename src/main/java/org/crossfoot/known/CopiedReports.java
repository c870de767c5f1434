package org.crossfoot.known;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
        Stream.of(sameBytes, sameFigures).flatMap(same -> same.values().stream())
                .forEach(same -> same.sort(Comparator.comparing(ReportRecord::source).thenComparing(ReportRecord::path)));
    }

    /**
     * What is told of a report, by the report that it is the same as: that of the first source, as the others are told to be the
     * same as that one too. So what thousands of sources hold is told once of each, and not of each pair.
     */
    Optional<Map.Entry<ReportRecord, ReportFact>> of(ReportRecord report) {
        return first(sameBytes.get(report.sha256()), report, other -> true)
                .map(other -> Map.entry(other, fact(report, " has the same bytes as " + other.path())))
                .or(() -> first(sameFigures.get(report.contents().figuresHash()), report,
                other -> other.contents().areasHash() != report.contents().areasHash())
                .map(other -> Map.entry(other, fact(report, " has the same figures as " + other.path() + ", for other areas"))));
    }

    /** Goes no further than to the first: the reports are in order. */
    private Optional<ReportRecord> first(List<ReportRecord> same, ReportRecord report, Predicate<ReportRecord> holds) {
        return same == null ? Optional.empty()
                : same.stream().filter(other -> isOfEarlierSource(other, report) && holds.test(other)).findFirst();
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
