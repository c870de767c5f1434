package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network;

/** The statements of a network by what is set aside at once: mostly each by itself, numbered as in the network. */
final class SaidAtOnce {

    private final int[] numberOf;
    private final List<BitSet> statements = new ArrayList<>();
    private final long[] weights;

    SaidAtOnce(List<Statement> said) {
        numberOf = new int[said.size()];
        Map<Integer, Integer> shared = new HashMap<>();
        for (int statement = 0; statement < numberOf.length; statement++) {
            int with = said.get(statement).shared();
            numberOf[statement] = with == Statement.ITS_OWN ? statements.size()
                    : shared.computeIfAbsent(with, added -> statements.size());
            if (numberOf[statement] == statements.size()) {
                statements.add(new BitSet());
            }
            statements.get(numberOf[statement]).set(statement);
        }
        weights = new long[statements.size()];
        for (int statement = 0; statement < numberOf.length; statement++) {
            weights[numberOf[statement]] = Math.max(weights[numberOf[statement]], said.get(statement).weight());
        }
    }

    /** Whether each statement is set aside by itself. */
    static boolean eachByItself(Network network) {
        return network.statements().stream().allMatch(said -> said.shared() == Statement.ITS_OWN);
    }

    /** What setting each of them aside weighs: as much as the heaviest of its statements. */
    long[] weights() {
        return weights;
    }

    BitSet statements(BitSet some) {
        BitSet all = new BitSet(numberOf.length);
        some.stream().forEach(number -> all.or(statements.get(number)));
        return all;
    }

    /** Those that some statements are of. */
    BitSet of(BitSet some) {
        BitSet all = new BitSet(statements.size());
        some.stream().forEach(statement -> all.set(numberOf[statement]));
        return all;
    }
}
