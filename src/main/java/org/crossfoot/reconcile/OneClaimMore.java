package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Network;
import org.crossfoot.network.Network.Sum;

/** Looks for a claim more that must be wrong where sums fail whatever is chosen among the repairs of their parts: the cheapest. */
final class OneClaimMore {

    private static final Comparator<Claim> CHEAPEST_FIRST = Comparator.comparingInt(Claim::cost)
            .thenComparing(claim -> !claim.figure().derived());
    private static final Comparator<Claim> IN_ORDER = CHEAPEST_FIRST.thenComparing(Claim::figure);

    /**
     * Claims any one of which, set aside as well, would let the sums hold.
     *
     * @param claims all that are equally cheap, in a fixed order; none where no single one would do
     * @param freed  what the cells of several such claims would hold if theirs were the one that is wrong
     */
    record Mending(List<Claim> claims, Map<Cell, Amount> freed) {
    }

    private final PartsInSums inSums;
    private final Hull held;
    private final List<Integer> failing;
    private final Collection<Integer> binding;
    private final Set<SumLoad> ends;

    /**
     * @param held    what the cells of parts without a choice hold, by their numbers in the sums
     * @param failing sums of which some fail whatever is chosen
     * @param binding these, and other sums that ask something of the same parts
     * @param ends    what the sums come to by all the choices
     */
    OneClaimMore(PartsInSums inSums, Hull held, List<Integer> failing, Collection<Integer> binding, Set<SumLoad> ends) {
        this.inSums = inSums;
        this.held = held;
        this.failing = failing;
        this.binding = binding;
        this.ends = ends;
    }

    /** @param parts those without a choice */
    Mending among(List<Component> parts) {
        Map<Claim, Component> candidates = candidates(parts);
        List<Claim> mending = new ArrayList<>();
        Map<Cell, Amount> freed = new HashMap<>();
        for (Claim claim : candidates.keySet().stream().sorted(IN_ORDER).toList()) {
            if (!mending.isEmpty() && CHEAPEST_FIRST.compare(claim, mending.get(0)) > 0) {
                break;
            }
            Map<Cell, Amount> holding = without(claim, candidates.get(claim));
            if (!holding.isEmpty()) {
                mending.add(claim);
                holding.forEach((cell, amount) -> freed.merge(cell, amount, Amount::spanning));
            }
        }
        return new Mending(mending, mending.size() > 1 ? freed : Map.of());
    }

    /** Claims that what the sums add up hangs on, and the part of each. */
    private Map<Claim, Component> candidates(List<Component> parts) {
        Map<Claim, Component> candidates = new IdentityHashMap<>();
        for (Component part : parts) {
            List<Cell> summed = part.cells().stream().filter(cell -> inSums.isIn(cell, failing)).toList();
            if (!summed.isEmpty()) {
                List<Claim> kept = part.claims().stream().filter(inSums::keeps).toList();
                kept.stream().filter(claim -> matters(claim, kept, summed)).forEach(claim -> candidates.put(claim, part));
            }
        }
        return candidates;
    }

    /** A cell that an exact claim stays on holds the same, whatever else is set aside. */
    private static boolean matters(Claim claim, List<Claim> kept, List<Cell> summed) {
        return summed.stream().anyMatch(cell -> kept.stream()
                .noneMatch(other -> other != claim && other.amount().isExact() && other.cell().equals(cell)));
    }

    /** What the cells of the part hold without a claim where the sums hold then; none where they still fail. */
    private Map<Cell, Amount> without(Claim claim, Component part) {
        SumLoad before = inSums.load(part, heldBy(part));
        SumLoad after = inSums.load(part, inSums.holds(part, List.of(claim)));
        if (failing.stream().noneMatch(sum -> before.differs(sum, after))) {
            return Map.of();
        }
        Network alone = inSums.alone(part, List.of(claim)).network();
        Map<Cell, Amount> holding = new HashMap<>();
        for (SumLoad end : ends) {
            SumLoad rest = end.minus(before);
            SumLoad with = rest.plus(after);
            if (failing.stream().allMatch(sum -> inSums.fits(with, sum))) {
                List<Sum> asked = new ArrayList<>(alone.sums());
                binding.forEach(sum -> inSums.shareOf(sum, part, rest).ifPresent(asked::add));
                Network network = new Network(alone.cells(), asked, alone.statements());
                Hull.byPropagation(network, network.everything()).ifPresent(hull -> {
                    for (int i = 0; i < part.cells().size(); i++) {
                        holding.merge(part.cells().get(i), Amount.between(hull.lowest()[i], hull.highest()[i]), Amount::spanning);
                    }
                });
            }
        }
        return holding;
    }

    private Hull heldBy(Component part) {
        int[] numbers = part.cells().stream().mapToInt(inSums::number).toArray();
        return new Hull(Arrays.stream(numbers).mapToLong(number -> held.lowest()[number]).toArray(),
                Arrays.stream(numbers).mapToLong(number -> held.highest()[number]).toArray());
    }
}
