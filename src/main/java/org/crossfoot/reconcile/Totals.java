package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.network.BestValues;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Network;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.reconcile.Component.Stated;
import org.crossfoot.reconcile.Judge.Choice;
import org.crossfoot.reconcile.Judge.Judgement;
import org.crossfoot.reconcile.Total.Basis;

/**
 * The reconciled answer for every cell of a date that somebody spoke of, and for those that the rules prove. Bounds hold under
 * every cheapest repair; best values are nearest to the figures kept, by trust, and add up exactly.
 */
final class Totals {

    /** Cells of a component, at most, for which bounds on cycles are shaved by search. */
    private static final int SHAVED = 40;

    /** How much a cell that nobody speaks of resists being moved, beside a trust of 1 and more. */
    private static final double UNTRUSTED = 1e-7;

    private static final Comparator<Claim> BEST_FIRST = Comparator.comparingInt(Claim::cost).reversed()
            .thenComparingLong(claim -> claim.amount().highest() - claim.amount().lowest()).thenComparing(Claim::figure);

    /** What is known of a cell. */
    private record Known(long lowest, long highest, long best, List<Claim> kept, Set<String> restsOn) {
    }

    private final Scope scope;
    private final Judgement judgement;
    private final Set<Claim> inQuestion;
    private final Map<Cell, Known> known = new HashMap<>();

    Totals(Scope scope, Judgement judgement) {
        this.scope = scope;
        this.judgement = judgement;
        this.inQuestion = judgement.inQuestion();
    }

    /** By area, measure and period. */
    List<Total> all() {
        Map<Cell, Choice> choices = new HashMap<>();
        judgement.choices().forEach(choice -> choice.component().cells().forEach(cell -> choices.put(cell, choice)));
        for (Component component : judgement.components()) {
            if (component.cells().stream().anyMatch(scope::ofDate)) {
                settle(component, choices);
            }
        }
        return known.keySet().stream().filter(scope::ofDate).sorted().map(this::total).filter(Optional::isPresent).map(Optional::get)
                .toList();
    }

    private void settle(Component component, Map<Cell, Choice> choices) {
        Choice own = choices.get(component.cells().get(0));
        if (own != null && own.component().cells().size() == component.cells().size()) {
            together(component, own.repairs().isEmpty() ? List.of(component.claims()) : own.repairs());
        } else if (component.cells().stream().noneMatch(choices::containsKey)) {
            together(component, List.of(List.of()));
        } else {
            partByPart(component, choices);
        }
    }

    /** Bounds over some repairs of the whole component. */
    private void together(Component component, List<List<Claim>> repairs) {
        Map<Cell, Amount> bounds = new HashMap<>();
        for (List<Claim> repair : repairs) {
            Set<Claim> without = Identity.set(judgement.setAside());
            without.addAll(repair);
            Stated stated = component.stated(claim -> !without.contains(claim), Claim::cost);
            widen(bounds, component, stated.network());
        }
        know(component, bounds);
    }

    private void widen(Map<Cell, Amount> bounds, Component component, Network network) {
        BitSet everything = network.everything();
        Optional<Hull> hull = (component.cells().size() <= SHAVED ? Hull.exact(network, everything) : Hull.byPropagation(network, everything))
                .or(() -> Hull.byPropagation(network, everything));
        Map<Cell, Amount> limits = new HashMap<>();
        hull.ifPresentOrElse(found -> put(limits, component, found), () -> alone(component.within(cell -> true), limits));
        component.cells().forEach(cell -> bounds.merge(cell, limits.computeIfAbsent(cell, this::said), Amount::spanning));
    }

    private static void put(Map<Cell, Amount> limits, Component component, Hull hull) {
        for (int i = 0; i < component.cells().size(); i++) {
            limits.put(component.cells().get(i), Amount.between(hull.lowest()[i], hull.highest()[i]));
        }
    }

    /** What was said of a cell, where no more can be told: from the lowest claim to the highest. */
    private Amount said(Cell cell) {
        return scope.claims().on(cell).stream().filter(claim -> !judgement.setAside().contains(claim)).map(Claim::amount)
                .map(amount -> Amount.between(amount.lowest(), amount.highest())).reduce(Amount::spanning).orElse(Amount.UNKNOWN);
    }

    /** A large component of which some parts can be mended in several ways: each part by itself, then what the sums add. */
    private void partByPart(Component component, Map<Cell, Choice> choices) {
        Map<Cell, Amount> bounds = new HashMap<>();
        Set<Choice> seen = Identity.set();
        for (Cell cell : component.cells()) {
            Choice choice = choices.get(cell);
            if (choice != null && seen.add(choice)) {
                for (List<Claim> repair : choice.repairs().isEmpty() ? List.of(choice.component().claims()) : choice.repairs()) {
                    Set<Claim> without = Identity.set(judgement.setAside());
                    without.addAll(repair);
                    widen(bounds, choice.component(), choice.component().stated(claim -> !without.contains(claim), Claim::cost).network());
                }
            }
        }
        Set<Cell> settled = Set.copyOf(bounds.keySet());
        Predicate<Claim> kept = claim -> !judgement.setAside().contains(claim) && !settled.contains(claim.cell());
        Network plain = component.stated(kept, Claim::cost).network();
        List<Statement> statements = new ArrayList<>(plain.statements());
        for (int i = 0; i < component.cells().size(); i++) {
            Amount limits = bounds.get(component.cells().get(i));
            if (limits != null) {
                statements.add(new Statement(i, limits.lowest(), limits.highest(), 1, true));
            }
        }
        Network network = new Network(component.cells().size(), plain.sums(), statements);
        Hull.byPropagation(network, network.everything()).ifPresentOrElse(hull -> put(bounds, component, hull), () -> alone(component.within(cell -> !settled.contains(cell)), bounds));
        component.cells().forEach(cell -> bounds.computeIfAbsent(cell, this::said));
        know(component, bounds);
    }

    /** Where sums over areas and days still fail: what each area and period says by itself. */
    private void alone(Component component, Map<Cell, Amount> bounds) {
        Network network = component.stated(claim -> !judgement.setAside().contains(claim), Claim::cost).network();
        Hull.byPropagation(network, network.everything()).ifPresent(hull -> put(bounds, component, hull));
    }

    /** Best values: within the bounds, adding up where that is possible, nearest to what was said and is not set aside. */
    private void know(Component component, Map<Cell, Amount> bounds) {
        List<Cell> cells = component.cells();
        double[] wish = new double[cells.size()];
        double[] weight = new double[cells.size()];
        List<Statement> limits = new ArrayList<>(cells.size());
        List<List<Claim>> keptOn = new ArrayList<>(cells.size());
        for (int i = 0; i < wish.length; i++) {
            Cell cell = cells.get(i);
            Amount freed = judgement.freed().get(cell);
            if (freed != null) {
                bounds.merge(cell, freed, Amount::spanning);
            }
            List<Claim> kept = kept(cell);
            keptOn.add(kept);
            Amount within = withDisagreement(kept, bounds.get(cell));
            bounds.put(cell, within);
            int trust = kept.stream().mapToInt(Claim::cost).sum();
            wish[i] = kept.isEmpty() ? within.middle() : Math.max(within.lowest(), Math.min((double) within.highest(), wish(kept)));
            weight[i] = trust == 0 ? UNTRUSTED : trust;
            limits.add(new Statement(i, within.lowest(), within.highest(), 1, true));
        }
        Network sums = component.stated(claim -> false, Claim::cost).network();
        Network network = new Network(cells.size(), sums.sums(), limits);
        long[] best = sums.sums().isEmpty() ? null : BestValues.whole(network, network.everything(), wish, weight).orElse(null);
        Set<String> restsOn = new TreeSet<>();
        component.claims().stream().filter(claim -> !judgement.setAside().contains(claim))
                .forEach(claim -> claim.figures().forEach(figure -> restsOn.add(figure.source())));
        for (int i = 0; i < wish.length; i++) {
            Amount within = bounds.get(cells.get(i));
            known.put(cells.get(i), new Known(within.lowest(), within.highest(), best == null ? Math.round(wish[i]) : best[i],
                    keptOn.get(i), restsOn));
        }
    }

    private List<Claim> kept(Cell cell) {
        return scope.claims().on(cell).stream().filter(claim -> !judgement.setAside().contains(claim)).toList();
    }

    /** The mean of exact claims, by trust; where none is exact, the middle of the most trusted, narrowest one. */
    private static double wish(List<Claim> kept) {
        List<Claim> exact = kept.stream().filter(claim -> claim.amount().isExact() && claim.cost() > 0).toList();
        if (exact.isEmpty()) {
            return kept.stream().min(BEST_FIRST).orElseThrow().amount().middle();
        }
        double sum = 0;
        double trust = 0;
        for (Claim claim : exact) {
            sum += (double) claim.cost() * claim.amount().lowest();
            trust += claim.cost();
        }
        return sum / trust;
    }

    /** Where a tolerance lets claims disagree, the truth may lie anywhere between them. */
    private Amount withDisagreement(List<Claim> keptOn, Amount limits) {
        if (keptOn.size() < 2) {
            return limits;
        }
        List<Claim> kept = keptOn.stream().filter(claim -> !inQuestion.contains(claim)).toList();
        return disagree(kept) ? limits.spanning(Amount.between(lowestHigh(kept), highestLow(kept))) : limits;
    }

    private static boolean disagree(List<Claim> kept) {
        return kept.size() > 1 && highestLow(kept) > lowestHigh(kept);
    }

    private static long highestLow(List<Claim> kept) {
        return kept.stream().mapToLong(claim -> claim.amount().lowest()).max().orElseThrow();
    }

    private static long lowestHigh(List<Claim> kept) {
        return kept.stream().mapToLong(claim -> claim.amount().highest()).min().orElseThrow();
    }

    private Optional<Total> total(Cell cell) {
        Known here = known.get(cell);
        List<Claim> claims = scope.claims().on(cell);
        List<Claim> kept = here.kept;
        boolean open = claims.stream().anyMatch(inQuestion::contains);
        boolean says = here.lowest > 0 || here.highest != Amount.NO_LIMIT;
        if (claims.isEmpty() && !(here.lowest > 0 || here.lowest == here.highest)) {
            return Optional.empty();
        }
        boolean disagree = !Agreement.of(scope.rules()).binds() && disagree(kept);
        Basis basis = open || disagree || !says && kept.isEmpty() ? Basis.OPEN : kept.isEmpty() ? Basis.DERIVED
                : kept.size() < claims.size() ? Basis.REPAIRED : kept.size() > 1 ? Basis.AGREED : Basis.SINGLE;
        Set<String> sources = new TreeSet<>();
        kept.forEach(claim -> claim.figures().stream().map(Figure::source).forEach(sources::add));
        return Optional.of(new Total(cell, here.best, here.lowest, here.highest, basis,
                List.copyOf(kept.isEmpty() && says ? here.restsOn : sources)));
    }
}
