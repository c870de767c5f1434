package org.crossfoot.reconcile.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.judge.Judge.Choice;

/**
 * All ways to choose one repair for each of several parts, followed at once by what they add up to: of those that reach the same
 * sums only one goes on.
 */
final class RepairsOfParts {

    /** Different sums that are followed, at most. */
    static final int FOLLOWED = 100_000;

    /** One repair of a part, and what the part then adds to every sum. */
    record Reading(List<Claim> repair, SumLoad load) {

        static boolean varies(List<Reading> ofPart, int sum) {
            return ofPart.stream().anyMatch(reading -> reading.load.differs(sum, ofPart.get(0).load));
        }
    }

    private final Map<Choice, List<Reading>> readings;
    /** What can be reached before the first choice, and after each. */
    private final List<Set<SumLoad>> reached;

    private RepairsOfParts(Map<Choice, List<Reading>> readings, List<Set<SumLoad>> reached) {
        this.readings = readings;
        this.reached = reached;
    }

    /**
     * Empty where there is too much to follow.
     *
     * @param start what everything else adds to the sums
     */
    static Optional<RepairsOfParts> from(SumLoad start, Map<Choice, List<Reading>> readings) {
        List<Set<SumLoad>> reached = new ArrayList<>(List.of(Set.of(start)));
        int followed = 0;
        for (List<Reading> ofPart : readings.values()) {
            Set<SumLoad> next = new LinkedHashSet<>();
            for (SumLoad load : reached.get(reached.size() - 1)) {
                ofPart.forEach(reading -> next.add(load.plus(reading.load)));
                if (followed + next.size() > FOLLOWED) {
                    return Optional.empty();
                }
            }
            followed += next.size();
            reached.add(next);
        }
        return Optional.of(new RepairsOfParts(readings, reached));
    }

    /** What the sums come to by any of the ways. */
    Set<SumLoad> ends() {
        return reached.get(reached.size() - 1);
    }

    /** Going back from the ends that fit: of each part the repairs that lead there. Only where there are such ends. */
    Map<Choice, List<List<Claim>>> leadingTo(Predicate<SumLoad> fits) {
        if (readings.isEmpty()) {
            // A set would go through all sums, and this is asked for each group of them.
            return Map.of();
        }
        Set<SumLoad> goal = new HashSet<>(ends());
        goal.removeIf(fits.negate());
        Map<Choice, List<List<Claim>>> leading = new LinkedHashMap<>();
        List<Choice> choices = List.copyOf(readings.keySet());
        for (int i = choices.size() - 1; i >= 0; i--) {
            List<Reading> ofPart = readings.get(choices.get(i));
            Set<Reading> there = Identity.set();
            Set<SumLoad> before = new HashSet<>();
            for (SumLoad load : reached.get(i)) {
                for (Reading reading : ofPart) {
                    if (goal.contains(load.plus(reading.load))) {
                        there.add(reading);
                        before.add(load);
                    }
                }
            }
            leading.put(choices.get(i), ofPart.stream().filter(there::contains).map(Reading::repair).toList());
            goal = before;
        }
        return leading;
    }
}
