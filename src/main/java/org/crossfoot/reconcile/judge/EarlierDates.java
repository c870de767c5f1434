package org.crossfoot.reconcile.judge;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.check.RunningTotals.Fall;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.evidence.Delivery;
import org.crossfoot.reconcile.evidence.Evidence;
import org.crossfoot.reconcile.judge.Judge.Judgement;
import org.crossfoot.reconcile.judge.StandingThen.EarlierVerdict;

/**
 * Of which earlier dates a date says otherwise than they do themselves. In each component with a contradiction the figures of
 * every earlier date are judged by what is said up to it; where one of them comes out otherwise, that date is to be reconciled
 * with the whole component. So is a date on which others contradicted what its source has taken back since.
 */
public final class EarlierDates {

    private final Check.Scope scope;
    private final Judgement judgement;
    private final StandingThen then;

    public EarlierDates(Check.Scope scope, Judgement judgement, StandingThen then) {
        this.scope = scope;
        this.judgement = judgement;
        this.then = then;
    }

    /** With the cells that each of them is to be reconciled with. */
    public SortedMap<LocalDate, SortedSet<Cell>> toldOtherwise() {
        SortedMap<LocalDate, SortedSet<Cell>> toldOtherwise = new TreeMap<>();
        for (Diagnosed wrong : judgement.diagnosed()) {
            List<Claim> claims = wrong.component().claims();
            Set<Cell> cells = new HashSet<>();
            SortedSet<LocalDate> earlier = new TreeSet<>();
            claims.forEach(claim -> {
                cells.add(claim.cell());
                earlier.add(claim.cell().period().date());
            });
            SortedSet<LocalDate> before = earlier.headSet(scope.date());
            Map<Figure, EarlierVerdict> now = before.isEmpty() ? Map.of()
                    : StandingThen.of(judgement, claims.stream());
            before.forEach(date -> {
                if (saysOtherwise(date, cells, now)) {
                    toldOtherwise.computeIfAbsent(date, none -> new TreeSet<>()).addAll(cells);
                }
            });
        }
        scope.falls().stream().filter(this::isContradicted).forEach(fall ->
                toldOtherwise.computeIfAbsent(fall.before().date(), none -> new TreeSet<>())
                        .addAll(List.of(fall.before().cell(), fall.after().cell())));
        return toldOtherwise;
    }

    /** Whether others contradicted what its source took back on this date. */
    private boolean isContradicted(Fall fall) {
        Amount before = fall.before().amount();
        return scope.ofDate(fall.after().cell()) && scope.claims().on(fall.before().cell()).stream().map(Claim::amount)
                .anyMatch(amount -> amount.lowest() > before.highest() || amount.highest() < before.lowest());
    }

    private boolean saysOtherwise(LocalDate date, Set<Cell> cells, Map<Figure, EarlierVerdict> now) {
        // Days alone need nothing of what was before them.
        boolean longer = cells.stream().map(Cell::period).anyMatch(period -> period.date().equals(date) && !period.isDay());
        Predicate<Delivery> told = delivery -> cells.contains(delivery.figure().cell())
                && (delivery.figure().date().equals(date) || longer && delivery.figure().date().isBefore(date));
        Map<Boolean, List<Delivery>> ofDate = Stream.concat(scope.evidence().ofDate().stream(),
                scope.evidence().context().stream())
                .filter(told).collect(Collectors.partitioningBy(delivery -> delivery.figure().date().equals(date)));
        return then.of(new Evidence(date, ofDate.get(true), ofDate.get(false), List.of(), List.of(), List.of(), List.of(),
                wanted -> List.of())).entrySet().stream()
                .anyMatch(figure -> now.get(figure.getKey()) != null && now.get(figure.getKey()) != figure.getValue());
    }
}
