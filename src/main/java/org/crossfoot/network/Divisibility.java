package org.crossfoot.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.crossfoot.network.Network.Sum;

/**
 * Finds statements that fractions can fulfil but whole numbers cannot, since something would have to be odd by one sum and even
 * by another, or the like for other divisors. Branching never ends there where cells have no end.
 */
final class Divisibility {

    /** A sum, or a cell between its limits; and the statements that this rests on. */
    private record Claim(Sum sum, Supplier<BitSet> reasons) {
    }

    private final int cells;

    private Divisibility(int cells) {
        this.cells = cells;
    }

    /** Statements that contradict each other; null where divisors show nothing. */
    static BitSet contradiction(Network network, BitSet kept) {
        Propagation limits = new Propagation(network);
        if (!limits.take(kept)) {
            return limits.whyContradiction();
        }
        try {
            return new Divisibility(network.cells()).contradiction(claims(network, limits));
        } catch (ArithmeticException e) {
            // A long cannot hold a number on the way: divisors show nothing.
            return null;
        }
    }

    /** Cells come first: what they settle is no question any more in the sums. */
    private static List<Claim> claims(Network network, Propagation limits) {
        List<Claim> claims = new ArrayList<>();
        for (int number = 0; number < network.cells(); number++) {
            int cell = number;
            if (limits.highest(cell) != Network.NO_HIGHEST) {
                claims.add(new Claim(new Sum(new int[] {cell}, new long[] {1}, limits.lowest(cell), limits.highest(cell)),
                        () -> limits.why(cell)));
            }
        }
        for (Sum sum : network.sums()) {
            if (sum.lowest() != Network.NO_LOWEST && sum.highest() != Network.NO_HIGHEST) {
                claims.add(new Claim(sum, BitSet::new));
            }
        }
        return claims;
    }

    private BitSet contradiction(List<Claim> claims) {
        if (canHold(claims.stream())) {
            return null;
        }
        BitSet statements = new BitSet();
        proof(claims).forEach(claim -> statements.or(claim.reasons.get()));
        return statements;
    }

    /** Claims that cannot hold together, of which none can be left out. The last that breaks the ones before it is always one. */
    private List<Claim> proof(List<Claim> claims) {
        List<Claim> proof = new ArrayList<>();
        int enough = claims.size();
        while (canHold(proof.stream())) {
            int tooFew = 0;
            while (enough - tooFew > 1) {
                int middle = (tooFew + enough) / 2;
                if (canHold(Stream.concat(proof.stream(), claims.subList(0, middle).stream()))) {
                    tooFew = middle;
                } else {
                    enough = middle;
                }
            }
            enough = tooFew;
            proof.add(claims.get(tooFew));
        }
        return proof;
    }

    /** Whether divisors leave room for claims. What one of them settles may narrow the others, so that all are asked again. */
    private boolean canHold(Stream<Claim> claims) {
        List<Sum> sums = claims.map(Claim::sum).toList();
        Lattice lattice = new Lattice(cells);
        int before;
        do {
            before = lattice.dimension();
            for (Sum sum : sums) {
                if (!lattice.take(sum)) {
                    return false;
                }
            }
        } while (lattice.dimension() < before);
        return true;
    }
}
