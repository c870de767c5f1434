package org.crossfoot.reconcile.outcome;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.rule.Severity;
import org.crossfoot.rule.Waiver;

/**
 * A rule that cannot hold for the figures as printed, with the verdict on it.
 *
 * @param id            12 hexadecimal digits; the same for the same rule, area, measure and period, whatever the values; of no
 *                      two alike
 * @param area          id, or empty for rules on reports
 * @param measure       id, or empty for rules on reports
 * @param source        id of the source for rules on reports, otherwise empty
 * @param gap           the least total adjustment, in people, that would make the rule hold
 * @param largerSide    what {@link #gapPercent} is a percentage of
 * @param blamed        those of the figures that every cheapest repair sets aside
 * @param possibleCause a hint, always called possible, or empty
 * @param explained     the reasons, as data
 */
public record Discrepancy(String id, LocalDate date, String rule, String area, String measure, Period period, String source,
        Severity severity, List<Figure> figures, long gap, long largerSide, Verdict verdict, List<Figure> blamed,
        String possibleCause, Explanation explained) implements Comparable<Discrepancy> {

    /** Figures are named as they were printed, whatever was decided of them since. */
    public Discrepancy {
        figures = printed(figures);
        blamed = printed(blamed);
    }

    private static List<Figure> printed(List<Figure> figures) {
        for (Figure figure : figures) {
            if (figure.isMoved()) {
                return figures.stream().map(Figure::printed).sorted().toList();
            }
        }
        return figures;
    }

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private static final Comparator<Discrepancy> ORDER = Comparator.comparing(Discrepancy::severity)
            .thenComparing(Discrepancy::rule)
            .thenComparing(Discrepancy::area).thenComparing(Discrepancy::measure).thenComparing(Discrepancy::period)
            .thenComparing(Discrepancy::id);

    /** The gap in percent of the larger side, to four digits, never rounded to nothing; null where there is no side. */
    public BigDecimal gapPercent() {
        return largerSide == 0 ? null
                : BigDecimal.valueOf(gap).movePointRight(2).divide(BigDecimal.valueOf(largerSide), FOUR_DIGITS);
    }

    /** The reasons in plain sentences. */
    public String explanation() {
        return ExplanationText.of(explained);
    }

    /** Of the waivers that are about it the one that holds longest; of equals the first. A finding on a waiver has none. */
    public Optional<Waiver> waiver(List<Waiver> waivers) {
        return Waiver.about(waivers, id, rule, area, measure);
    }

    /** The same, of which a steward's decisions have a say. */
    public Discrepancy decided(Severity now, Verdict verdictNow, List<Figure> wrong, Explanation why) {
        return new Discrepancy(id, date, rule, area, measure, period, source, now, figures, gap, largerSide, verdictNow, wrong,
                verdictNow == Verdict.DECIDED ? "" : possibleCause, why);
    }

    public Discrepancy withCause(String cause, String inWords) {
        return new Discrepancy(id, date, rule, area, measure, period, source, severity, figures, gap, largerSide, verdict, blamed,
                cause, explained.withCause(inWords));
    }

    /** The most severe first, then by rule, area, measure and period. */
    @Override
    public int compareTo(Discrepancy other) {
        return ORDER.compare(this, other);
    }
}
