package org.crossfoot.reconcile.total;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.crossfoot.figure.Amount;
import org.crossfoot.reconcile.claim.Claim;

/**
 * Which one value is meant of a cell, where any is. Of three and more equal voices that differ it is what most say, otherwise
 * what the middle one says; two that differ mean none, and a lower limit alone means none.
 */
final class MeantValue {

    private static final int VOICES = 3;

    private MeantValue() {
    }

    /**
     * The value of voices that contradict each other about one cell.
     *
     * @param claims     all on the cell
     * @param inQuestion those of them that some of several equally cheap repairs set aside
     */
    static OptionalLong ofTied(List<Claim> claims, Collection<Claim> inQuestion) {
        List<Claim> tied = claims.stream().filter(inQuestion::contains).toList();
        if (tied.size() < 2 || tied.stream().anyMatch(claim -> claim.cost() != tied.get(0).cost())) {
            return OptionalLong.empty();
        }
        OptionalLong value = ofEqual(claims.stream()
                .filter(claim -> claim.cost() == tied.get(0).cost() && !claim.isDecidedWrong()).toList());
        return value.isPresent() && tied.stream().anyMatch(claim -> claim.amount().lowest() == value.getAsLong()) ? value
                : OptionalLong.empty();
    }

    /**
     * What most of equal voices say, otherwise the middle one, of two the lower; empty where they are fewer than three, or do not
     * each say a single number.
     */
    static OptionalLong ofEqual(List<Claim> claims) {
        boolean equal = claims.size() >= VOICES && claims.stream().allMatch(claim -> claim.amount().isExact() && claim.cost() > 0
                && claim.cost() == claims.get(0).cost());
        if (!equal) {
            return OptionalLong.empty();
        }
        Map<Long, Integer> voices = new TreeMap<>();
        List<Long> numbers = new ArrayList<>(claims.stream().map(claim -> claim.amount().lowest()).sorted().toList());
        numbers.forEach(number -> voices.merge(number, 1, Integer::sum));
        int most = voices.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        List<Long> saidMost = voices.entrySet().stream().filter(each -> each.getValue() == most).map(Map.Entry::getKey).toList();
        return OptionalLong.of(saidMost.size() == 1 ? saidMost.get(0) : numbers.get((numbers.size() - 1) / 2));
    }

    /**
     * What the best value of a cell has to be among: the value of its tied voices, otherwise what every reading leaves to it.
     * Null where these leave separate values, so that it may be any, and is meant only if the others leave nothing else.
     */
    static Amount within(Range range, OptionalLong ofTied) {
        return ofTied.isPresent() ? Amount.between(ofTied.getAsLong(), ofTied.getAsLong()) : range.shared();
    }
}
