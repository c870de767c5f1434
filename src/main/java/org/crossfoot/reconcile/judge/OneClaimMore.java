package org.crossfoot.reconcile.judge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Claims;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.graph.Components;
import org.crossfoot.reconcile.graph.Firm;

/**
 * Looks for a claim more that must be wrong where sums fail whatever is chosen among the repairs of their parts: the cheapest.
 */
final class OneClaimMore {

    /**
     * Claims any one of which, set aside as well, would let the sums hold.
     *
     * @param claims all that are equally cheap, in a fixed order; none where no single one would do
     * @param freed  what the cells of several such claims would hold if theirs were the one that is wrong
     */
    record Mending(List<Claim> claims, Map<Cell, Amount> freed) {
    }

    /**
     * A claim that what the sums add up hangs on.
     *
     * @param cell its cell, by its number in the graph
     */
    private record Candidate(Claim claim, int cell) {

        /** Of two that cost the same, one that is derived is cheaper. */
        int price() {
            return 2 * claim.cost() + (claim.figure().derived() ? 0 : 1);
        }
    }

    private final Components parts;
    private final Firm firm;
    private final PartsInSums inSums;
    private final Hull held;
    private final BitSet failing;
    private final BitSet binding;
    private final Set<SumLoad> ends;

    /**
     * @param parts   one area and period each
     * @param firm    parts of which nothing need be found out
     * @param held    what the cells of parts without a choice hold, by their numbers in the graph
     * @param failing sums of which some fail whatever is chosen
     * @param binding these, and other sums that ask something of the same parts
     * @param ends    what the sums come to by all the choices
     */
    OneClaimMore(Components parts, Firm firm, PartsInSums inSums, Hull held, BitSet failing, BitSet binding, Set<SumLoad> ends) {
        this.parts = parts;
        this.firm = firm;
        this.inSums = inSums;
        this.held = held;
        this.failing = failing;
        this.binding = binding;
        this.ends = ends;
    }

    /** @param closed numbers of the parts without a choice */
    Mending among(int[] closed) {
        List<Candidate> candidates = new ArrayList<>();
        for (int part : closed) {
            addCandidates(part, candidates);
        }
        for (int price : candidates.stream().mapToInt(Candidate::price).distinct().sorted().toArray()) {
            Mending mending = among(candidates.stream().filter(candidate -> candidate.price() == price).toList());
            if (!mending.claims.isEmpty()) {
                return mending;
            }
        }
        return new Mending(List.of(), Map.of());
    }

    /** @param equallyCheap candidates */
    private Mending among(List<Candidate> equallyCheap) {
        List<Claim> mending = new ArrayList<>();
        Map<Cell, Amount> freed = new HashMap<>();
        for (Candidate candidate : equallyCheap) {
            Map<Cell, Amount> holding = without(candidate);
            if (!holding.isEmpty()) {
                mending.add(candidate.claim);
                holding.forEach((cell, amount) -> freed.merge(cell, amount, Amount::spanning));
            }
        }
        mending.sort(Comparator.comparing(Claim::figure));
        return new Mending(mending, mending.size() > 1 ? freed : Map.of());
    }

    /** A cell that an exact claim stays on holds the same, whatever else is set aside. */
    private void addCandidates(int part, List<Candidate> candidates) {
        int before = candidates.size();
        for (int cell : parts.cells(part)) {
            if (inSums.isIn(cell, failing)) {
                List<Claim> exact = firm.is(cell) ? parts.claims(cell) : exact(parts.claims(cell));
                if (exact.isEmpty()) {
                    candidates.subList(before, candidates.size()).clear();
                    addAll(part, candidates);
                    return;
                }
                if (exact.size() == 1) {
                    candidates.add(new Candidate(exact.get(0), cell));
                }
            }
        }
    }

    private void addAll(int part, List<Candidate> candidates) {
        for (int cell : parts.cells(part)) {
            parts.claims(cell).stream().filter(inSums::keeps).forEach(claim -> candidates.add(new Candidate(claim, cell)));
        }
    }

    private List<Claim> exact(List<Claim> claims) {
        return claims.stream().filter(claim -> claim.amount().isExact() && inSums.keeps(claim)).toList();
    }

    /** What the cells of the part hold without a claim where the sums hold then; none where they still fail. */
    private Map<Cell, Amount> without(Candidate candidate) {
        if (firm.is(candidate.cell) && !mayMend(candidate.cell)) {
            return Map.of();
        }
        Component part = parts.of(candidate.cell);
        Network alone = inSums.alone(part, List.of(candidate.claim));
        Hull holds = PartsInSums.holds(alone);
        if (!moves(part, holds)) {
            return Map.of();
        }
        SumLoad before = inSums.load(part, heldBy(part));
        SumLoad after = inSums.load(part, holds);
        Map<Cell, Amount> holding = new HashMap<>();
        for (SumLoad end : ends) {
            SumLoad rest = end.minus(before);
            if (inSums.fits(rest.plus(after), failing)) {
                List<Sum> asked = new ArrayList<>(alone.sums());
                binding.stream().forEach(sum -> inSums.shareOf(sum, part, rest).ifPresent(asked::add));
                Network network = new Network(alone.cells(), asked, alone.statements());
                Hull.byPropagation(network, network.everything()).ifPresent(hull -> {
                    for (int i = 0; i < part.size(); i++) {
                        holding.merge(part.cells().get(i), Amount.between(hull.lowest()[i], hull.highest()[i]), Amount::spanning);
                    }
                });
            }
        }
        return holding;
    }

    /** Whether the sums that fail may hold if a cell of a firm part, which one claim speaks of, holds something else. */
    private boolean mayMend(int cell) {
        Amount room = firm.room(cell);
        if (room.isExact() && held.lowest()[cell] == held.highest()[cell]) {
            return false;
        }
        SumLoad before = inSums.load(cell, held.lowest()[cell], held.highest()[cell]);
        SumLoad after = inSums.load(cell, room.lowest(), room.highest());
        return ends.stream().anyMatch(end -> inSums.fits(end.minus(before).plus(after), failing));
    }

    /** Whether the sums that fail are given something else. */
    private boolean moves(Component part, Hull holds) {
        for (int cell = 0; cell < part.size(); cell++) {
            int number = part.inGraph(cell);
            if ((holds.lowest()[cell] != held.lowest()[number] || holds.highest()[cell] != held.highest()[number])
                    && inSums.isIn(number, failing)) {
                return true;
            }
        }
        return false;
    }

    private Hull heldBy(Component part) {
        int cells = part.size();
        Hull own = new Hull(new long[cells], new long[cells]);
        for (int cell = 0; cell < cells; cell++) {
            own.lowest()[cell] = held.lowest()[part.inGraph(cell)];
            own.highest()[cell] = held.highest()[part.inGraph(cell)];
        }
        return own;
    }
}
