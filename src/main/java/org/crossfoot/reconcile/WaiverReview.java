package org.crossfoot.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.DiscrepancyId;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rules;
import org.crossfoot.rule.Waiver;

/**
 * Compares waivers with what a date's rules found: which of them hold, which ran out while what they accepted still stands, and
 * which have been outgrown. What it finds says nothing of the business date itself, so that a date does not change every night.
 *
 * @param businessDate what waivers are compared with
 */
public record WaiverReview(Vocabulary vocabulary, Rules rules, List<Waiver> waivers, LocalDate businessDate) {

    /** That a discrepancy was accepted until a day. The same until another day is another decision. */
    public record Acceptance(String id, LocalDate until) {
    }

    /** The waiver that a discrepancy is accepted by. */
    public Optional<Waiver> holding(Discrepancy found) {
        return found.waiver(waivers).filter(waiver -> waiver.holdsOn(businessDate));
    }

    /** The day until which something that is found no more, by its id or place, is accepted; null where no waiver holds. */
    public LocalDate acceptedUntil(String id, String rule, String area, String measure) {
        return holding(id, rule, area, measure).map(Waiver::until).orElse(null);
    }

    /** The waiver by which what has an id or place is accepted. */
    public Optional<Waiver> holding(String id, String rule, String area, String measure) {
        return Waiver.about(waivers, id, rule, area, measure).filter(waiver -> waiver.holdsOn(businessDate));
    }

    /**
     * The outcome with what is to be said of waivers.
     *
     * @param gaps what was accepted in the date's revisions so far, with the gap it had when it was first
     */
    public Outcome of(Outcome outcome, Map<Acceptance, Long> gaps) {
        List<Discrepancy> all = new ArrayList<>(outcome.discrepancies());
        for (Discrepancy found : outcome.discrepancies()) {
            found.waiver(waivers).flatMap(waiver -> waiver.holdsOn(businessDate) ? outgrown(found, waiver, gaps)
                    : expired(found, waiver))
                    .ifPresent(all::add);
        }
        Collections.sort(all);
        return new Outcome(outcome.date(), List.copyOf(all), outcome.totals(), outcome.figures(), outcome.ties());
    }

    private Optional<Discrepancy> expired(Discrepancy found, Waiver waiver) {
        return finding(BuiltIn.WAIVER_EXPIRED, found, 0, "the waiver of " + subject(found) + " ran out after " + waiver.until()
                + ", and what it accepted still stands.", waiver);
    }

    private Optional<Discrepancy> outgrown(Discrepancy found, Waiver waiver, Map<Acceptance, Long> gaps) {
        long accepted = gaps.getOrDefault(new Acceptance(found.id(), waiver.until()), found.gap());
        return found.gap() <= accepted ? Optional.empty() : finding(BuiltIn.WAIVER_OUTGROWN, found, found.gap() - accepted,
                "the gap was " + FigureWording.number(accepted) + " when " + subject(found) + " was accepted until "
                + waiver.until() + ", and is "
                        + FigureWording.number(found.gap()) + " now.", waiver);
    }

    private static String subject(Discrepancy found) {
        return found.rule() + " (" + found.id() + ")";
    }

    private static String decideAgain(Waiver waiver) {
        return "Decide again: write another day in waivers.csv, line " + waiver.line() + " (" + waiver.owner() + ": "
                + waiver.reason()
                + "), or take the line out.";
    }

    private Optional<Discrepancy> finding(BuiltIn rule, Discrepancy about, long gap, String sentence, Waiver waiver) {
        return rules.builtIn(rule).map(on -> new Discrepancy(
                DiscrepancyId.of(on.id(), about.area(), about.measure(), about.period(), about.id()), about.date(), on.id(),
                about.area(), about.measure(), about.period(), about.source(), on.severity(), List.of(), gap, 0,
                Verdict.UNDECIDED, List.of(), "", Explanation.plain(place(about) + ": " + sentence, decideAgain(waiver))));
    }

    private String place(Discrepancy about) {
        if (about.area().isEmpty()) {
            return vocabulary.sourceTitle(about.source()) + ", " + about.period();
        }
        Cell cell = new Cell(about.measure(), about.area(), about.period());
        return about.measure().isEmpty() ? vocabulary.areas().name(about.area()) + ", " + about.period()
                : new FigureWording(vocabulary).cell(cell);
    }
}
