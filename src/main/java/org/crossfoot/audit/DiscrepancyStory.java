package org.crossfoot.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.History;
import org.crossfoot.reconcile.outcome.Explanation;

/**
 * Everything that is known of one discrepancy of a date, from the printed words to the verdict and what became of it. Its
 * members, in this order, are what {@code explain --format json} writes.
 *
 * @param discrepancy     as the newest revision in which it stood says it
 * @param revision        that revision
 * @param currentRevision the date's newest
 * @param standsNow       whether it stands in that one too
 * @param rule            the rule that cannot hold
 * @param reasons         as in {@code explanations.json}; null where the revision was made before reasons were kept as data
 * @param history         one entry for each revision of the date
 * @param otherDates      on which the same discrepancy stands or stood
 */
public record DiscrepancyStory(DiscrepancyRecord discrepancy, int revision, int currentRevision, boolean standsNow, RuleThen rule,
        Explanation reasons, List<Episode> history, List<LocalDate> otherDates) {

    /**
     * The rule as the settings of then had it.
     *
     * @param equation  empty for a built-in rule
     * @param remark    why the equation is not known, or empty
     */
    public record RuleThen(String id, String equation, String remark) {
    }

    /**
     * How it stood in one revision.
     *
     * @param status   as in {@code discrepancies.csv}; empty where the revision does not list it
     * @param gap      null where the revision does not list it
     * @param appeared figures that it was not about when it was listed before; null where that is not known, since an older
     *                 Crossfoot, which did not keep what a discrepancy was about, made the one or the other
     * @param gone     figures that it is no longer about; null like these
     */
    public record Episode(int revision, LocalDate businessDate, String run, String status, Long gap, String verdict,
            String blamed, List<String> appeared, List<String> gone) {
    }

    static List<Episode> episodes(List<History.Chapter> chapters, IntFunction<FiguresThen> figures) {
        List<Episode> episodes = new ArrayList<>();
        boolean listedBefore = false;
        List<String> had = null;
        for (History.Chapter chapter : chapters) {
            DiscrepancyRecord row = chapter.row();
            if (row == null) {
                episodes.add(new Episode(chapter.revision(), chapter.businessDate(), chapter.run(), "", null, "", "", List.of(),
                        List.of()));
            } else {
                List<String> has = figures.apply(chapter.revision()).claims(row).orElse(null);
                episodes.add(new Episode(chapter.revision(), chapter.businessDate(), chapter.run(), row.status().toString(),
                        row.gap(), row.verdict().toString(), row.blamed(), listedBefore ? without(has, had) : List.of(),
                        listedBefore ? without(had, has) : List.of()));
                listedBefore = true;
                had = has;
            }
        }
        return episodes;
    }

    private static List<String> without(List<String> figures, List<String> others) {
        return figures == null || others == null ? null
                : figures.stream().filter(Predicate.not(new HashSet<>(others)::contains)).toList();
    }
}
