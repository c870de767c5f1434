package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.reconcile.ProvenBounds.Bounds;
import org.crossfoot.reconcile.Total.Basis;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Severity;

/**
 * The reconciled answer for every cell of a date that somebody spoke of: what the claims leave that are not set aside.
 * Where it cannot be told which claims are wrong, the bounds cover every choice.
 */
final class Totals {

    private static final Comparator<Claim> BEST_FIRST = Comparator.comparingInt(Claim::cost).reversed()
            .thenComparingLong(claim -> claim.amount().highest() - claim.amount().lowest()).thenComparing(Claim::figure);

    private final Scope scope;
    private final Set<Claim> setAside;
    private final Set<Claim> tied;
    private final ProvenBounds proven;

    Totals(Scope scope, Set<Claim> setAside, Set<Claim> tied) {
        this.scope = scope;
        this.setAside = setAside;
        this.tied = tied;
        Map<Cell, Bounds> said = new HashMap<>();
        scope.claims().byCell().keySet().forEach(cell -> {
            List<Claim> kept = kept(cell);
            if (!kept.isEmpty()) {
                said.put(cell, bounds(kept));
            }
        });
        this.proven = new ProvenBounds(scope, said);
    }

    List<Total> all() {
        return scope.claims().byCell().keySet().stream().filter(scope::ofDate).map(this::total).toList();
    }

    private List<Claim> kept(Cell cell) {
        return scope.claims().on(cell).stream().filter(claim -> !setAside.contains(claim)).toList();
    }

    private Total total(Cell cell) {
        List<Claim> kept = kept(cell);
        if (kept.isEmpty()) {
            return ofRules(cell);
        }
        List<Claim> undecided = kept.stream().filter(tied::contains).toList();
        if (!agree(kept)) {
            return open(cell, kept, undecided.isEmpty() ? kept.stream().map(claim -> bounds(List.of(claim))).toList()
                    : undecided.stream().map(claim -> bounds(with(claim, kept))).toList());
        }
        Bounds said = bounds(kept);
        if (!undecided.isEmpty()) {
            List<Bounds> choices = new ArrayList<>(List.of(said));
            undecided.forEach(claim -> choices.add(without(claim, kept)));
            Bounds all = hull(choices);
            return new Total(cell, best(kept, said), all.lowest(), all.highest(), Basis.OPEN, sources(kept));
        }
        Basis basis = kept.size() < scope.claims().on(cell).size() ? Basis.REPAIRED : kept.size() > 1 ? Basis.AGREED : Basis.SINGLE;
        return new Total(cell, best(kept, said), said.lowest(), said.highest(), basis, sources(kept));
    }

    private static Total open(Cell cell, List<Claim> kept, List<Bounds> choices) {
        Bounds all = hull(choices);
        return new Total(cell, Amount.between(all.lowest(), all.highest()).middle(), all.lowest(), all.highest(), Basis.OPEN,
                sources(kept));
    }

    /** All that was said of the cell is set aside: what do the rules still prove of it? */
    private Total ofRules(Cell cell) {
        Bounds bounds = proven.of(cell);
        return bounds.proven() ? new Total(cell, Amount.between(bounds.lowest(), bounds.highest()).middle(), bounds.lowest(),
                bounds.highest(), Basis.DERIVED, List.copyOf(bounds.sources()))
                : new Total(cell, 0, 0, Amount.NO_LIMIT, Basis.OPEN, List.of());
    }

    private boolean agree(List<Claim> kept) {
        long lowest = kept.stream().mapToLong(claim -> claim.amount().lowest()).max().orElseThrow();
        long highest = kept.stream().mapToLong(claim -> claim.amount().highest()).min().orElseThrow();
        long largest = kept.stream().mapToLong(claim -> claim.amount().largestLimit()).max().orElseThrow();
        return lowest <= highest || lowest - highest <= scope.rules().builtIn(BuiltIn.SOURCES_AGREE)
                .filter(rule -> rule.severity().atLeast(Severity.WARNING)).map(rule -> rule.tolerance().peopleFor(largest)).orElse(0L);
    }

    /** One of the claims that conflict, with all that are not in question. */
    private List<Claim> with(Claim claim, List<Claim> kept) {
        return kept.stream().filter(other -> other == claim || !tied.contains(other)).toList();
    }

    private Bounds without(Claim claim, List<Claim> kept) {
        List<Claim> others = kept.stream().filter(other -> other != claim).toList();
        Bounds bounds = others.isEmpty() ? proven.of(claim.cell()) : bounds(others);
        return bounds.lowest() <= bounds.highest() ? bounds : Bounds.NONE;
    }

    private static Bounds hull(List<Bounds> choices) {
        return new Bounds(choices.stream().mapToLong(Bounds::lowest).min().orElseThrow(),
                choices.stream().mapToLong(Bounds::highest).max().orElseThrow(), Set.of());
    }

    /** What all of some claims leave; where a tolerance lets them disagree, what lies between them. */
    private static Bounds bounds(List<Claim> claims) {
        long low = claims.stream().mapToLong(claim -> claim.amount().lowest()).max().orElseThrow();
        long high = claims.stream().mapToLong(claim -> claim.amount().highest()).min().orElseThrow();
        return new Bounds(Math.min(low, high), Math.max(low, high), Set.copyOf(sources(claims)));
    }

    private static long best(List<Claim> kept, Bounds bounds) {
        long middle = kept.stream().min(BEST_FIRST).orElseThrow().amount().middle();
        return Math.max(bounds.lowest(), Math.min(bounds.highest(), middle));
    }

    private static List<String> sources(List<Claim> claims) {
        Set<String> sources = new TreeSet<>();
        claims.forEach(claim -> claim.figures().stream().map(Figure::source).forEach(sources::add));
        return List.copyOf(sources);
    }
}
