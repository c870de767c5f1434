package org.crossfoot.reconcile.total;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.network.Propagation;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.claim.SaidTogether;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.judge.Judge.Judgement;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Total;

/**
 * Totals that would not be what they are without a figure whose source is set aside with another one that it said in the same
 * breath: who is wrong about one of them may mean something else with all.
 */
public final class DoubtfulTotals {

    private final Scope scope;
    private final Judgement judgement;
    /** By what was said together, the figures of it that are set aside. */
    private final Map<SaidTogether, SortedSet<Figure>> setAside = new HashMap<>();
    /** Areas of which something is set aside: nearly all claims are of others. */
    private final Set<String> areas = new HashSet<>();

    private DoubtfulTotals(Scope scope, Judgement judgement) {
        this.scope = scope;
        this.judgement = judgement;
        for (Claim claim : judgement.setAside()) {
            areas.add(claim.cell().area());
            claim.figures().forEach(figure ->
                    setAside.computeIfAbsent(SaidTogether.of(figure), together -> new TreeSet<>()).add(figure));
        }
    }

    /** The totals, with those that rest on such figures marked. */
    public static List<Total> marked(List<Total> totals, Scope scope, Judgement judgement) {
        return judgement.setAside().isEmpty() ? totals : new DoubtfulTotals(scope, judgement).marked(totals);
    }

    private List<Total> marked(List<Total> totals) {
        Map<Integer, Set<Claim>> doubtful = scope.claims().byCell().stream().flatMap(List::stream)
                .filter(claim -> areas.contains(claim.cell().area()) && !judgement.setAside().contains(claim)
                        && !beside(claim).isEmpty())
                .collect(Collectors.groupingBy(claim -> judgement.components().numberOf(judgement.graph().number(claim.cell())),
                        TreeMap::new, Collectors.toCollection(Identity::set)));
        SortedMap<Cell, Set<Claim>> restsOn = new TreeMap<>();
        doubtful.forEach((number, claims) -> addCells(judgement.components().get(number), claims, restsOn));
        return restsOn.isEmpty() ? totals : totals.stream().map(total -> total.basis() == Basis.OPEN
                || !restsOn.containsKey(total.cell()) ? total : total.doubtful(inWords(restsOn.get(total.cell())))).toList();
    }

    /** The figures set aside that were said with a claim, of other measures. */
    private List<Figure> beside(Claim claim) {
        return setAside.getOrDefault(SaidTogether.of(claim.figure()), new TreeSet<>()).stream()
                .filter(figure -> !figure.cell().measure().equals(claim.cell().measure())).toList();
    }

    /** Cells whose limits are others without these claims, as far as sums tell. */
    private void addCells(Component component, Set<Claim> doubtful, SortedMap<Cell, Set<Claim>> restsOn) {
        Set<Claim> wrong = Identity.set();
        Stream.of(judgement.setAside(), judgement.inQuestion()).forEach(wrong::addAll);
        Propagation with = new Propagation(component.network());
        Propagation without = new Propagation(component.network());
        boolean fits = with.take(component.allBut(wrong));
        wrong.addAll(doubtful);
        fits &= without.take(component.allBut(wrong));
        for (int cell = 0; fits && cell < component.size(); cell++) {
            boolean others = with.lowest(cell) != without.lowest(cell) || with.highest(cell) != without.highest(cell);
            // What somebody else says of a cell stands, though its limits may come from elsewhere.
            if (others && wrong.containsAll(component.on(cell))) {
                restsOn.put(component.cells().get(cell), behind(with.why(cell), component, doubtful));
            }
        }
    }

    /** Of the doubtful claims, those that limits of a cell come from. */
    private static Set<Claim> behind(BitSet why, Component component, Set<Claim> doubtful) {
        return why.stream().mapToObj(component.claims()::get).filter(doubtful::contains)
                .collect(Collectors.toCollection(Identity::set));
    }

    private String inWords(Set<Claim> claims) {
        SortedSet<Figure> wrong = new TreeSet<>();
        claims.forEach(claim -> wrong.addAll(beside(claim)));
        Figure first = wrong.first();
        return "rests on what was said together with " + scope.wording().said(first) + ", which is set aside"
                + (wrong.size() == 1 ? "" : wrong.size() == 2 ? ", as is one more" : ", as are " + (wrong.size() - 1) + " more");
    }
}
