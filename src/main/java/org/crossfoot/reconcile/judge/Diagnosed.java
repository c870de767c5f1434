package org.crossfoot.reconcile.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Network.Statement;
import org.crossfoot.network.Network;
import org.crossfoot.network.Patience;
import org.crossfoot.network.Reach;
import org.crossfoot.network.repair.Diagnosis.State;
import org.crossfoot.network.repair.DiagnosedBefore;
import org.crossfoot.network.repair.Diagnosis;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.graph.Component;

/** A component in which something is wrong, and what is, told in claims. */
public final class Diagnosed {

    /** Claims of a component for which the verdict with equal trust is worked out as well. */
    private static final int ASKED_WITH_EQUAL_TRUST = 40;

    /** Claims, at most, among which a conflict is looked for that the search has not met. */
    private static final int CONFLICT_LOOKED_FOR = 400;

    /** Relations of a component, at most, of which it is tried which contradict each other. */
    private static final int RELATIONS_TRIED = 12;

    private final Component component;
    private final Diagnosis diagnosis;
    private final Patience patience;
    private final DiagnosedBefore before;
    private final Map<Claim, Integer> numbers = new IdentityHashMap<>();
    /** Of a statement in question, all that are tied to it; asked for by every finding of the component. */
    private final Map<Integer, BitSet> tiedTogether = new HashMap<>();

    private Diagnosed(Component component, Diagnosis diagnosis, Patience patience, DiagnosedBefore before) {
        this.component = component;
        this.diagnosis = diagnosis;
        this.patience = patience;
        this.before = before;
        for (int number = 0; number < component.claimed(); number++) {
            numbers.put(component.claims().get(number), number);
        }
    }

    /**
     * @param patience with all components of a date together
     * @return empty where all that is said can be true
     */
    static Optional<Diagnosed> of(Component component, Patience patience, DiagnosedBefore before) {
        Diagnosis diagnosis = before.of(component.network(), component.areas(), patience);
        return diagnosis.state() == State.CONSISTENT ? Optional.empty()
                : Optional.of(new Diagnosed(component, diagnosis, patience, before));
    }

    public Component component() {
        return component;
    }

    public boolean isDecided() {
        return diagnosis.state() == State.REPAIRABLE;
    }

    boolean isImpossible() {
        return diagnosis.state() == State.IMPOSSIBLE;
    }

    /** What every cheapest repair sets aside. */
    List<Claim> blamed() {
        return claims(diagnosis.blamed());
    }

    /** What some cheapest repair sets aside. */
    List<Claim> inSome() {
        return claims(diagnosis.inSome());
    }

    /** The cheapest repairs, each whole; none where it is not decided. */
    public List<List<Claim>> repairs() {
        return diagnosis.repairs().stream().map(this::claims).toList();
    }

    /** Whether there may be more repairs than are listed. */
    public boolean more() {
        return diagnosis.more();
    }

    /** Where there are more repairs than are listed: what a cell can hold under any of them. */
    public Amount underAnyRepair(int cell) {
        return Amount.between(diagnosis.hull().lowest()[cell], diagnosis.hull().highest()[cell]);
    }

    /**
     * The cheapest repairs as far as they concern some of the claims: what is blamed or in question among them, with what changes
     * together with it.
     */
    List<List<Claim>> repairsOf(List<Claim> some) {
        BitSet told = concerning(numbers(some));
        Set<BitSet> repairs = new LinkedHashSet<>();
        for (BitSet repair : diagnosis.repairs()) {
            BitSet part = (BitSet) repair.clone();
            part.and(told);
            repairs.add(part);
        }
        repairs.removeIf(BitSet::isEmpty);
        return repairs.stream().map(this::claims).toList();
    }

    private BitSet concerning(BitSet own) {
        BitSet told = diagnosis.conflicts().isEmpty() ? diagnosis.more() ? new BitSet() : tiedTo(own) : sharingConflicts(own);
        told.or(own);
        return told;
    }

    /**
     * By how many people figures would have to change at least, by the cheapest repair that asks for least: each that it sets
     * aside as far as to what all others leave to its cell. As far as it concerns some claims; 0 where it cannot be told.
     */
    long leastAdjustment(List<Claim> some) {
        BitSet told = concerning(numbers(some));
        long least = Long.MAX_VALUE;
        for (BitSet repair : diagnosis.repairs()) {
            BitSet kept = component.network().everything();
            kept.andNot(repair);
            BitSet changed = (BitSet) repair.clone();
            changed.and(told);
            BitSet cells = new BitSet();
            changed.stream().forEach(number -> cells.set(component.network().statements().get(number).cell()));
            Optional<Reach> hull = component.isSearched() ? Reach.exact(component.network(), kept, cells)
                    : Reach.byPropagation(component.network(), kept);
            // Where limits alone leave the number printed, others do not: it must change by one at least.
            least = Math.min(least, hull.map(left -> changed.stream()
                    .mapToLong(number -> Math.max(1, people(number, left))).sum()).orElse(Long.MAX_VALUE));
        }
        return least == Long.MAX_VALUE ? 0 : least;
    }

    private long people(int number, Reach left) {
        Statement said = component.network().statements().get(number);
        long above = said.highest() == Network.NO_HIGHEST ? 0 : left.lowest()[said.cell()] - said.highest();
        long below = left.highest()[said.cell()] == Network.NO_HIGHEST ? 0 : said.lowest() - left.highest()[said.cell()];
        return Math.max(0, Math.max(above, below));
    }

    /** Everything in conflicts that some claims have a part in, or that share others with these. */
    private BitSet sharingConflicts(BitSet own) {
        BitSet sharing = (BitSet) own.clone();
        boolean grown = true;
        while (grown) {
            int before = sharing.cardinality();
            diagnosis.conflicts().stream().filter(sharing::intersects).forEach(sharing::or);
            grown = sharing.cardinality() > before;
        }
        return sharing;
    }

    /** Of what is in question, all that does not go one way whichever way some claims go. */
    private BitSet tiedTo(BitSet own) {
        BitSet asked = open();
        asked.and(own);
        BitSet tied = new BitSet();
        for (int number = asked.nextSetBit(0); number >= 0; number = asked.nextSetBit(number + 1)) {
            if (!tiedTogether.containsKey(number)) {
                tieTogether(number);
            }
            tied.or(tiedTogether.get(number));
        }
        return tied;
    }

    private void tieTogether(int number) {
        BitSet tied = new BitSet();
        BitSet left = open();
        Deque<Integer> asked = new ArrayDeque<>(List.of(number));
        while (!asked.isEmpty()) {
            int one = asked.remove();
            tied.set(one);
            left.clear(one);
            left.stream().filter(other -> !isFree(one, other)).forEach(asked::add);
            asked.forEach(left::clear);
        }
        tied.stream().forEach(each -> tiedTogether.put(each, tied));
    }

    /** In some cheapest repairs, and not in all. */
    private BitSet open() {
        BitSet open = (BitSet) diagnosis.inSome().clone();
        open.andNot(diagnosis.blamed());
        return open;
    }

    /** Whether repairs have every combination of what they do with each of two statements. */
    private boolean isFree(int one, int other) {
        int combinations = 0;
        for (BitSet repair : diagnosis.repairs()) {
            combinations |= 1 << (repair.get(one) ? 2 : 0) + (repair.get(other) ? 1 : 0);
        }
        return combinations == 0b1111;
    }

    private BitSet numbers(List<Claim> some) {
        BitSet set = new BitSet();
        some.stream().map(numbers::get).filter(Objects::nonNull).forEach(set::set);
        return set;
    }

    private List<Claim> claims(BitSet numbers) {
        List<Claim> claims = new ArrayList<>(numbers.cardinality());
        numbers.stream().forEach(number -> claims.add(component.claims().get(number)));
        return claims;
    }

    /** The smallest of the conflicts met that some claims have most part in; of large components, one among these claims. */
    List<Claim> conflictWith(List<Claim> wanted) {
        Set<Claim> set = Identity.set(wanted);
        return diagnosis.conflicts().stream().map(this::claims)
                .min(Comparator.comparingLong((List<Claim> conflict) -> -conflict.stream().filter(set::contains).count())
                .thenComparingInt(List::size)).orElseGet(() -> wanted.size() > CONFLICT_LOOKED_FOR ? List.of()
                : Diagnosis.conflict(component.network(), numbers(wanted), CONFLICT_LOOKED_FOR).map(this::claims)
                .orElse(List.of()));
    }

    /** Claims that cannot all be true, one that some cheapest repair sets aside with others that it keeps; or none. */
    List<Claim> conflictThatNeeds(Claim wrong) {
        int number = numbers.get(wrong);
        Optional<BitSet> known = diagnosis.conflicts().stream().filter(conflict -> conflict.get(number)).findFirst();
        Optional<BitSet> repair = diagnosis.repairs().stream().filter(each -> each.get(number)).findFirst();
        if (known.isPresent() || repair.isEmpty()) {
            return known.map(this::claims).orElse(List.of());
        }
        BitSet kept = component.network().everything();
        kept.andNot(repair.get());
        kept.set(number);
        return Diagnosis.conflict(component.network(), kept, CONFLICT_LOOKED_FOR).map(this::claims).orElse(List.of());
    }

    /** The relations that a conflict contradicts: those that show it step by step, or else all on its cells. */
    List<Relation> relationsOf(List<Claim> conflict) {
        Optional<BitSet> shown = isImpossible() ? Optional.empty() : Diagnosis.sumsAgainst(component.network(), numbers(conflict),
                RELATIONS_TRIED);
        if (shown.isPresent()) {
            return shown.get().stream().mapToObj(component::relation).toList();
        }
        Set<Cell> cells = new HashSet<>();
        conflict.forEach(claim -> cells.add(claim.cell()));
        return IntStream.range(0, component.relations()).mapToObj(component::relation)
                .filter(relation -> relation.constraint().terms().stream().anyMatch(term -> cells.contains(term.cell())))
                .toList();
    }

    /** What would be blamed with equal trust; empty where that is not asked, or not decided. */
    Optional<List<Claim>> blamedWithEqualTrust() {
        if (component.claimed() > ASKED_WITH_EQUAL_TRUST) {
            return Optional.empty();
        }
        List<Statement> statements = component.network().statements();
        // What a person decided is no matter of trust.
        Network equal = component.network().saying(IntStream.range(0, statements.size()).mapToObj(number ->
                component.claims().get(number).isUpheld() ? statements.get(number) : statements.get(number).withEqualTrust())
                .toList());
        Diagnosis diagnosed = before.of(equal, component.areas(), patience);
        return diagnosed.state() == State.REPAIRABLE ? Optional.of(claims(diagnosed.blamed())) : Optional.empty();
    }
}
