package org.crossfoot.reconcile.judge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.evidence.Delivery;
import org.crossfoot.reconcile.evidence.Evidence;
import org.crossfoot.reconcile.judge.Judge.Judgement;

/**
 * How figures of earlier dates stand by what is known up to them. What one date asks for the next one mostly asks for again, so
 * that the latest answers are kept: without them a year of which no date fits is judged its days squared times. Threads may
 * share it.
 */
public final class StandingThen {

    enum EarlierVerdict {
        KEPT, SET_ASIDE, IN_QUESTION
    }

    /** In whatever order: it changes no answer. */
    private record SaidOnDate(LocalDate date, Set<Delivery> said) {

        static SaidOnDate of(Evidence evidence) {
            return new SaidOnDate(evidence.date(), Stream.concat(evidence.ofDate().stream(), evidence.context().stream())
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** Deliveries, at most, behind the answers kept: some ten megabytes. */
    private static final int KEPT_DELIVERIES = 50_000;

    private final Function<Evidence, Judgement> judging;
    /** By what was known, the answer asked for longest ago first. */
    private final Map<SaidOnDate, Map<Figure, EarlierVerdict>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int deliveries;

    /** @param judging of what is known of a date */
    public StandingThen(Function<Evidence, Judgement> judging) {
        this.judging = judging;
    }

    /** Of each figure on a cell of the evidence's date. */
    Map<Figure, EarlierVerdict> of(Evidence evidence) {
        SaidOnDate known = SaidOnDate.of(evidence);
        Map<Figure, EarlierVerdict> before;
        synchronized (kept) {
            before = kept.get(known);
        }
        if (before != null) {
            return before;
        }
        Judgement judged = judging.apply(evidence);
        Map<Figure, EarlierVerdict> found = of(judged, IntStream.range(0, judged.graph().claimed())
                .filter(cell -> judged.graph().cell(cell).period().date().equals(evidence.date()))
                .mapToObj(judged.graph()::claims).flatMap(List::stream));
        keep(known, found);
        return found;
    }

    private void keep(SaidOnDate known, Map<Figure, EarlierVerdict> found) {
        synchronized (kept) {
            deliveries += kept.put(known, found) == null ? known.said().size() : 0;
            for (Iterator<SaidOnDate> oldest = kept.keySet().iterator(); deliveries > KEPT_DELIVERIES;) {
                deliveries -= oldest.next().said().size();
                oldest.remove();
            }
        }
    }

    static Map<Figure, EarlierVerdict> of(Judgement judgement, Stream<Claim> claims) {
        Set<Claim> inQuestion = judgement.inQuestion();
        Map<Figure, EarlierVerdict> standing = new HashMap<>();
        claims.forEach(claim -> claim.figures().forEach(figure -> standing.put(figure, judgement.setAside().contains(claim)
                ? EarlierVerdict.SET_ASIDE : inQuestion.contains(claim) ? EarlierVerdict.IN_QUESTION : EarlierVerdict.KEPT)));
        return standing;
    }
}
