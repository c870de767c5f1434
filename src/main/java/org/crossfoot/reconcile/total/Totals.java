package org.crossfoot.reconcile.total;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Measure;
import org.crossfoot.network.BestValues;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network;
import org.crossfoot.network.Reach;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.claim.Agreement;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.SourcesOfClaims;
import org.crossfoot.reconcile.graph.CellGraph;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.graph.Components;
import org.crossfoot.reconcile.judge.Judge.Judgement;
import org.crossfoot.reconcile.outcome.FailedOn;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Total;

/**
 * The reconciled answer for every cell of a date that somebody spoke of, and for those that the rules prove. Bounds hold under
 * every cheapest repair, as {@link Ranges} has them; best values are nearest to the figures kept, by trust, and add up exactly.
 */
public final class Totals {

    private static final Comparator<Claim> BEST_FIRST = Comparator.comparingInt(Claim::cost).reversed()
            .thenComparingLong(claim -> claim.amount().highest() - claim.amount().lowest()).thenComparing(Claim::figure);

    /**
     * What is known of a cell.
     *
     * @param claims all claims on it
     * @param best   null where no one value is meant
     * @param wish   what was said of it, as one number, before it was made to add up
     * @param addsUp whether the best values of its component fulfil every sum
     * @param sources of the claims kept; where there are none, those of its component
     */
    record KnownOfCell(List<Claim> claims, List<Claim> kept, Range range, Long best, double wish, boolean addsUp,
            List<String> sources) {
    }

    private final Scope scope;
    private final Agreement agreement;
    private final CellGraph graph;
    private final Set<Claim> inQuestion;
    private final Ranges ranges;
    private final SourcesOfClaims sources = new SourcesOfClaims();
    /** Of each cell by its number in the graph; null where it holds the one number that is said of it. */
    private final KnownOfCell[] known;

    /**
     * @param components what is left of them without firm cells, which hold what is said; or all, to know where that comes from
     */
    public Totals(Scope scope, Judgement judgement, Components components) {
        this.scope = scope;
        this.agreement = Agreement.of(scope.rules());
        this.graph = judgement.graph();
        this.inQuestion = judgement.inQuestion();
        this.ranges = new Ranges(judgement, components);
        this.known = new KnownOfCell[graph.cells()];
        for (int number = 0; number < components.count(); number++) {
            if (Arrays.stream(components.cells(number)).anyMatch(this::isOfDate) && components.get(number).size() > 0) {
                Component component = components.get(number);
                FailedOn.telling(() -> FailedOn.inWords(component.cells()), () -> know(component));
            }
        }
    }

    private boolean isOfDate(int cell) {
        return scope.ofDate(graph.cell(cell));
    }

    /** By area, measure and period. */
    public List<Total> all() {
        List<Total> totals = new ArrayList<>(known.length);
        for (int cell = 0; cell < known.length; cell++) {
            if (isOfDate(cell) && !Measure.isTakenBack(graph.cell(cell).measure())) {
                Total total = known[cell] == null ? said(cell) : total(graph.cell(cell), known[cell]);
                if (total != null) {
                    totals.add(total);
                }
            }
        }
        if (graph.cells() > graph.claimed()) {
            // Cells that nobody speaks of come last in the graph.
            totals.sort(Comparator.comparing(Total::cell));
        }
        return List.copyOf(totals);
    }

    private Total said(int cell) {
        List<Claim> claims = graph.claims(cell);
        long number = claims.get(0).amount().lowest();
        return new Total(graph.cell(cell), number, number, number, claims.size() > 1 ? Basis.AGREED : Basis.SINGLE,
                sources.of(claims));
    }

    KnownOfCell known(Cell cell) {
        return known[graph.number(cell)];
    }

    /** Best values: within the bounds, adding up where that is possible, nearest to what was said and is not set aside. */
    private void know(Component component) {
        List<List<Claim>> keptOn = ranges.keptOn(component);
        Range[] bounds = ranges.of(component, keptOn);
        double[] wish = new double[bounds.length];
        double[] weight = new double[bounds.length];
        Amount[] meant = new Amount[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            List<Claim> kept = keptOn.get(i);
            wish[i] = kept.isEmpty() ? bounds[i].middle() : wish(kept);
            weight[i] = trust(kept);
            meant[i] = MeantValue.within(bounds[i], MeantValue.ofTied(component.on(i), inQuestion));
        }
        boolean alone = component.network().sums().isEmpty();
        Long[] best = alone ? null : best(component.network(), bounds, meant, wish, weight);
        List<String> restsOn = keptOn.stream().anyMatch(List::isEmpty) ? all(component, keptOn) : List.of();
        for (int i = 0; i < bounds.length; i++) {
            Long value = alone ? alone(meant[i], wish[i]) : best != null ? best[i]
                    : bounds[i].lowest() == bounds[i].highest() ? (Long) bounds[i].lowest() : null;
            known[component.inGraph(i)] = new KnownOfCell(component.on(i), keptOn.get(i), bounds[i],
                    bounds[i].highest() == Amount.NO_LIMIT ? null : value, wish[i], alone || best != null,
                    keptOn.get(i).isEmpty() ? restsOn : sources.of(keptOn.get(i)));
        }
    }

    /**
     * For each cell the best value, or null where none is meant; null where no values that add up were found. Where what is
     * meant of several cells does not go together, values that add up are found without it, and those that are not meant are
     * left blank.
     */
    private static Long[] best(Network network, Range[] bounds, Amount[] meant, double[] wish, double[] weight) {
        Network limited = limited(network, bounds, meant);
        long[] values = BestValues.whole(limited, limited.everything(), wish, weight).orElse(null);
        if (values == null) {
            limited = limited(network, bounds, new Amount[bounds.length]);
            values = BestValues.whole(limited, limited.everything(), wish, weight).orElse(null);
        }
        if (values == null) {
            return null;
        }
        long[] found = values;
        boolean torn = Arrays.asList(meant).contains(null);
        Reach left = torn ? Reach.byPropagation(limited, limited.everything()).orElse(null) : null;
        Long[] best = new Long[found.length];
        Arrays.setAll(best, i -> meant[i] != null && found[i] >= meant[i].lowest() && found[i] <= meant[i].highest()
                || left != null && left.lowest()[i] == left.highest()[i] ? (Long) found[i] : null);
        return best;
    }

    private static Network limited(Network network, Range[] bounds, Amount[] meant) {
        List<Statement> limits = new ArrayList<>(bounds.length);
        for (int i = 0; i < bounds.length; i++) {
            limits.add(new Statement(i, meant[i] == null ? bounds[i].lowest() : meant[i].lowest(),
                    meant[i] == null ? bounds[i].highest() : meant[i].highest(), 1, true));
        }
        return network.saying(limits);
    }

    /** Of a cell by itself, which is in no sum. */
    private static Long alone(Amount meant, double wish) {
        return meant == null ? null : (Long) Math.max(meant.lowest(), Math.min(meant.highest(), Math.round(wish)));
    }

    /** The sources of all claims that are kept in a component. */
    private List<String> all(Component component, List<List<Claim>> keptOn) {
        SortedSet<String> all = new TreeSet<>();
        keptOn.forEach(kept -> all.addAll(sources.of(kept)));
        for (int cell = 0; cell < component.whole().size(); cell++) {
            if (component.place(component.whole().inGraph(cell)) < 0) {
                all.addAll(sources.of(component.whole().on(cell)));
            }
        }
        return List.copyOf(all);
    }

    private static int trust(List<Claim> claims) {
        int trust = 0;
        for (Claim claim : claims) {
            trust += claim.cost();
        }
        return trust;
    }

    /**
     * Of exact claims what most say or the middle one says, if they are equal voices, otherwise their mean, by trust; where none
     * is exact, the middle of the one that leads.
     */
    private static double wish(List<Claim> kept) {
        List<Claim> leading = leading(kept);
        OptionalLong ofEqual = MeantValue.ofEqual(leading);
        if (ofEqual.isPresent()) {
            return ofEqual.getAsLong();
        }
        if (!weighsExactly(leading.get(0))) {
            return leading.get(0).amount().middle();
        }
        double sum = 0;
        double trust = 0;
        for (Claim claim : leading) {
            sum += (double) claim.cost() * claim.amount().lowest();
            trust += claim.cost();
        }
        return sum / trust;
    }

    /** Whom the best value follows: claims of a single number, otherwise the most trusted, narrowest one. */
    static List<Claim> leading(List<Claim> kept) {
        List<Claim> exact = new ArrayList<>(kept.size());
        for (Claim claim : kept) {
            if (weighsExactly(claim)) {
                exact.add(claim);
            }
        }
        return exact.isEmpty() ? kept.stream().min(BEST_FIRST).stream().toList() : exact;
    }

    private static boolean weighsExactly(Claim claim) {
        return claim.amount().isExact() && claim.cost() > 0;
    }

    /** Null where nobody spoke of the cell and the rules prove nothing of it. */
    private Total total(Cell cell, KnownOfCell here) {
        long lowest = here.range.lowest();
        long highest = here.range.highest();
        List<Claim> kept = here.kept;
        boolean says = lowest > 0 || highest != Amount.NO_LIMIT;
        if (here.claims.isEmpty() && !(lowest > 0 || lowest == highest)) {
            return null;
        }
        boolean disagree = Ranges.disagree(kept) && (!agreement.binds() || !canAllHold(kept));
        boolean open = isInQuestion(here.claims) || disagree || here.range.isUnproven();
        boolean onlyFromBelow = kept.isEmpty() && highest == Amount.NO_LIMIT;
        Basis basis = open || onlyFromBelow ? Basis.OPEN : kept.isEmpty() ? Basis.DERIVED
                : kept.size() < here.claims.size() ? Basis.REPAIRED : kept.size() > 1 ? Basis.AGREED : Basis.SINGLE;
        return new Total(cell, here.best, lowest, highest, basis, kept.isEmpty() && !says ? List.of() : here.sources);
    }

    /** Whether some number is allowed by all of them, as far as they may lie apart. */
    private static boolean canAllHold(List<Claim> kept) {
        long highestLow = kept.stream().mapToLong(claim -> claim.allowed().lowest()).max().orElse(0);
        return kept.stream().allMatch(claim -> claim.allowed().highest() >= highestLow);
    }

    private boolean isInQuestion(List<Claim> claims) {
        for (Claim claim : claims) {
            if (inQuestion.contains(claim)) {
                return true;
            }
        }
        return false;
    }
}
