package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Diagnosis;
import org.crossfoot.network.Diagnosis.State;
import org.crossfoot.network.Hull;
import org.crossfoot.reconcile.Check.Scope;
import org.crossfoot.reconcile.Component.Stated;
import org.crossfoot.reconcile.SumsOverParts.Settled;
import org.crossfoot.rule.Severity;

/**
 * Finds the cheapest repairs of everything that contradicts itself. Within each area and period first; then sums over areas and
 * days may break ties, or be blamed themselves, but never overturn what was blamed within. Components too large to be searched as
 * a whole are judged by their sums: {@link SumsOverParts}.
 */
final class NetworkJudge implements Judge {

    /** Claims of a component that sums over areas and days tie together, at most, for it to be searched as a whole. */
    private static final int SEARCHED_AS_A_WHOLE = 200;

    /** Claims of a component for which the verdict with equal trust is worked out as well. */
    private static final int ASKED_WITH_EQUAL_TRUST = 40;

    private static final String UNDECIDED = "It could not be decided within the limits of the search.";

    @Override
    public Judgement judge(Scope scope, List<Finding> findings) {
        return new Session(scope, findings).judgement();
    }

    /** A component and what is wrong in it. */
    private record Diagnosed(Component component, Stated stated, Diagnosis diagnosis) {

        List<Claim> claims(BitSet numbers) {
            return numbers.stream().mapToObj(stated.claims()::get).toList();
        }

        List<List<Claim>> repairs() {
            return diagnosis.repairs().stream().map(this::claims).toList();
        }

        /** The smallest of the conflicts met that the wanted claims have most part in. */
        List<Claim> conflictWith(Collection<Claim> wanted) {
            Set<Claim> set = Identity.set(wanted);
            return diagnosis.conflicts().stream().map(this::claims)
                    .min(Comparator.comparingLong((List<Claim> conflict) -> -conflict.stream().filter(set::contains).count())
                            .thenComparingInt(List::size)).orElse(List.of());
        }
    }

    private static final class Session {

        private final List<Finding> all;
        private final List<Finding> findings;
        private final List<Component> near;
        private final List<Component> tied;
        private final Set<Claim> setAside = Identity.set();
        private final Map<Cell, Diagnosed> within = new HashMap<>();
        private final Map<Cell, Diagnosed> whole = new HashMap<>();
        private final Map<Cell, List<List<Claim>>> narrowed = new HashMap<>();
        private final Map<Finding, Ruling> sumBySum = new IdentityHashMap<>();
        private final List<Joint> joint = new ArrayList<>();
        private final List<Choice> choices = new ArrayList<>();
        private final Map<Cell, Amount> freed = new HashMap<>();

        Session(Scope scope, List<Finding> findings) {
            this.all = findings;
            this.findings = findings.stream().filter(Session::isJudged).toList();
            Components components = new Components(scope, Relations.of(scope));
            this.near = components.by(Relation::within);
            this.tied = components.by(relation -> true);
        }

        private static boolean isJudged(Finding finding) {
            return !finding.claims().isEmpty() && finding.rule().severity().atLeast(Severity.WARNING);
        }

        Judgement judgement() {
            judgeWithin();
            judgeBeyond();
            List<Ruling> rulings = all.stream().map(finding -> isJudged(finding) ? ruling(finding)
                    : Ruling.none(Verdict.NOT_LOCALISED, "A rule of severity info blames nobody.")).toList();
            return new Judgement(tied, setAside, rulings, joint, choices, freed);
        }

        /** Each area and period by itself. */
        private void judgeWithin() {
            Set<Cell> found = cells(findings.stream().filter(Session::isWithin).toList());
            for (Component component : near) {
                boolean broken = component.cells().stream().anyMatch(found::contains);
                if (component.claims().isEmpty() || !broken && component.relations().size() < 2) {
                    continue;
                }
                Stated stated = component.stated(claim -> true, Claim::cost);
                Diagnosed diagnosed = new Diagnosed(component, stated, Diagnosis.of(stated.network()));
                if (diagnosed.diagnosis().state() != State.CONSISTENT) {
                    component.cells().forEach(cell -> within.put(cell, diagnosed));
                    setAside.addAll(diagnosed.claims(diagnosed.diagnosis().blamed()));
                    if (!broken) {
                        addJoint(diagnosed);
                    }
                }
            }
        }

        private static boolean isWithin(Finding finding) {
            return finding.claims().stream().map(Claim::cell).allMatch(cell -> cell.area().equals(finding.cell().area())
                    && cell.period().equals(finding.cell().period()));
        }

        private static Set<Cell> cells(List<Finding> findings) {
            Set<Cell> cells = new HashSet<>();
            findings.forEach(finding -> finding.claims().forEach(claim -> cells.add(claim.cell())));
            return cells;
        }

        /** What sums over areas and days tie together, without what was blamed within. */
        private void judgeBeyond() {
            List<Finding> sums = findings.stream().filter(finding -> !isWithin(finding)).toList();
            Set<Cell> found = cells(sums);
            for (Component component : tied) {
                boolean hasSums = component.relations().stream().anyMatch(relation -> !relation.within());
                boolean broken = component.cells().stream().anyMatch(found::contains);
                List<Diagnosed> open = openWithin(component);
                if (hasSums && (broken || !open.isEmpty() || contradicts(component))) {
                    judge(component, broken, sums, open);
                } else {
                    open.forEach(diagnosed -> choices.add(new Choice(diagnosed.component(), diagnosed.repairs())));
                }
            }
        }

        private List<Diagnosed> openWithin(Component component) {
            Set<Diagnosed> open = Identity.set();
            List<Diagnosed> inOrder = new ArrayList<>();
            for (Cell cell : component.cells()) {
                Diagnosed diagnosed = within.get(cell);
                if (diagnosed != null && diagnosed.diagnosis().repairs().size() != 1 && open.add(diagnosed)) {
                    inOrder.add(diagnosed);
                }
            }
            return inOrder;
        }

        private boolean contradicts(Component component) {
            Stated stated = component.stated(claim -> !setAside.contains(claim), Claim::cost);
            // Limits alone do not show every contradiction where sums form cycles; of more than is searched nothing better is known.
            return stated.claims().size() <= SEARCHED_AS_A_WHOLE
                    || Hull.byPropagation(stated.network(), stated.network().everything()).isEmpty();
        }

        private void judge(Component component, boolean broken, List<Finding> sums, List<Diagnosed> open) {
            Stated stated = component.stated(claim -> !setAside.contains(claim), Claim::cost);
            if (stated.claims().size() > SEARCHED_AS_A_WHOLE) {
                sumBySum(component, sums, open);
                return;
            }
            Diagnosed diagnosed = new Diagnosed(component, stated, Diagnosis.of(stated.network()));
            if (diagnosed.diagnosis().state() == State.CONSISTENT) {
                return;
            }
            component.cells().forEach(cell -> whole.put(cell, diagnosed));
            setAside.addAll(diagnosed.claims(diagnosed.diagnosis().blamed()));
            if (diagnosed.diagnosis().repairs().size() != 1) {
                choices.add(new Choice(component, diagnosed.repairs()));
            }
            if (!broken && open.isEmpty()) {
                addJoint(diagnosed);
            }
        }

        /** Too large to be searched as a whole: the areas and periods as they were judged, and the sums over them. */
        private void sumBySum(Component component, List<Finding> sums, List<Diagnosed> open) {
            Map<Choice, Diagnosed> choosing = new LinkedHashMap<>();
            open.forEach(diagnosed -> choosing.put(new Choice(diagnosed.component(),
                    diagnosed.diagnosis().more() ? List.of() : diagnosed.repairs()), diagnosed));
            Set<Cell> cells = new HashSet<>(component.cells());
            List<Component> parts = near.stream().filter(part -> cells.contains(part.cells().get(0))).toList();
            List<Settled> settled = new SumsOverParts(component, parts, List.copyOf(choosing.keySet()), setAside).all();
            Map<Choice, List<List<Claim>>> left = new LinkedHashMap<>();
            for (Settled group : settled) {
                left.putAll(group.left());
                if (group.mending().size() == 1) {
                    setAside.addAll(group.mending());
                }
                freed.putAll(group.freed());
            }
            choosing.forEach((choice, diagnosed) -> narrow(diagnosed, left.getOrDefault(choice, diagnosed.repairs())));
            for (Finding finding : sums) {
                if (cells.contains(finding.cell())) {
                    sumBySum.put(finding, ruling(finding, settled));
                }
            }
        }

        /** What the sums leave of the repairs of a part. */
        private void narrow(Diagnosed diagnosed, List<List<Claim>> left) {
            if (left.size() < diagnosed.repairs().size()) {
                diagnosed.component().cells().forEach(cell -> narrowed.put(cell, left));
            }
            if (!left.isEmpty()) {
                Set<Claim> common = Identity.set(left.get(0));
                left.forEach(repair -> common.retainAll(Identity.set(repair)));
                setAside.addAll(common);
            }
            if (left.size() != 1) {
                choices.add(new Choice(diagnosed.component(), left));
            }
        }

        private Ruling ruling(Finding finding, List<Settled> settled) {
            List<Settled> own = settled.stream().filter(group -> group.sums().stream()
                    .anyMatch(relation -> relation.rule() == finding.rule() && relation.cell().equals(finding.cell()))).toList();
            List<Claim> blamed = finding.claims().stream().filter(setAside::contains).toList();
            Set<Claim> some = Identity.set();
            own.forEach(group -> some.addAll(group.mending()));
            own.forEach(group -> group.left().values().forEach(repairs -> repairs.forEach(some::addAll)));
            List<Claim> tied = finding.claims().stream().filter(claim -> some.contains(claim) && !setAside.contains(claim)).toList();
            List<List<Claim>> repairs = own.stream().flatMap(group -> group.mending().stream()).map(List::of).toList();
            Settled open = own.stream().filter(group -> !group.holds() && group.mending().isEmpty()).findFirst().orElse(null);
            String reason = own.isEmpty() || open != null && !open.decided() ? UNDECIDED
                    : open != null ? "No single figure explains " + (blamed.isEmpty() ? "it." : "the rest.")
                    : repairs.size() > 1 ? blamed.isEmpty() ? "" : "One figure more must be wrong."
                    : repairs.size() == 1 ? blamed.size() == 1 ? "" : "Without the others named the sum still fails."
                    : tied.isEmpty() ? "Without them the sum holds." : "The sum holds in more than one way.";
            Verdict verdict = !blamed.isEmpty() ? Verdict.LOCALISED : tied.isEmpty() ? Verdict.UNDECIDED : Verdict.NOT_LOCALISED;
            return new Ruling(verdict, blamed, reason, tied, List.of(), repairs, false, null);
        }

        private void addJoint(Diagnosed diagnosed) {
            List<Claim> conflict = diagnosed.diagnosis().state() == State.IMPOSSIBLE ? diagnosed.component().claims()
                    : diagnosed.conflictWith(List.of());
            Set<Cell> cells = new HashSet<>();
            conflict.forEach(claim -> cells.add(claim.cell()));
            List<Relation> involved = diagnosed.component().relations().stream()
                    .filter(relation -> relation.constraint().terms().stream().anyMatch(term -> cells.contains(term.cell()))).toList();
            if (!conflict.isEmpty()) {
                joint.add(new Joint(conflict, involved, ruling(conflict, diagnosed, null)));
            }
        }

        private Ruling ruling(Finding finding) {
            Ruling own = sumBySum.get(finding);
            if (own != null) {
                return own;
            }
            Diagnosed near = within.get(finding.cell());
            Diagnosed far = whole.get(finding.cell());
            return ruling(finding.claims(), isWithin(finding) ? near : far, isWithin(finding) ? far : near);
        }

        /** @param first what decides; {@code second} what else is known, where that left something open; either may be null */
        private Ruling ruling(List<Claim> claims, Diagnosed first, Diagnosed second) {
            Diagnosed decisive = first == null ? second : first.diagnosis().repairs().size() == 1 || second == null ? first : second;
            List<Claim> blamed = claims.stream().filter(setAside::contains).toList();
            if (decisive == null) {
                return blamed.isEmpty() ? Ruling.none(Verdict.UNDECIDED, UNDECIDED)
                        : new Ruling(Verdict.LOCALISED, blamed, "", List.of(), List.of(), List.of(blamed), false, null);
            }
            State state = decisive.diagnosis().state();
            if (state == State.IMPOSSIBLE || state == State.UNDECIDED) {
                return Ruling.none(Verdict.UNDECIDED, state == State.IMPOSSIBLE ? "The rules themselves cannot hold together."
                        : UNDECIDED);
            }
            List<List<Claim>> left = narrowed.get(decisive.component().cells().get(0));
            List<List<Claim>> repairs = left == null ? decisive.repairs() : left;
            Set<Claim> some = Identity.set();
            repairs.forEach(some::addAll);
            List<Claim> tied = claims.stream().filter(claim -> some.contains(claim) && !setAside.contains(claim)).toList();
            return new Ruling(blamed.isEmpty() ? Verdict.NOT_LOCALISED : Verdict.LOCALISED, blamed,
                    left == null ? "" : "With the other repairs that are as cheap here, sums over areas or days could not hold.", tied,
                    decisive.conflictWith(claims), repairs, decisive.diagnosis().more(), left == null ? equal(decisive) : null);
        }

        private Equal equal(Diagnosed diagnosed) {
            if (diagnosed.stated().claims().size() > ASKED_WITH_EQUAL_TRUST) {
                return null;
            }
            Stated stated = diagnosed.component().stated(Identity.set(diagnosed.stated().claims())::contains,
                    claim -> claim.figure().derived() ? 0 : 1);
            Diagnosis equal = Diagnosis.of(stated.network());
            return equal.state() == State.REPAIRABLE ? new Equal(equal.blamed().stream().mapToObj(stated.claims()::get).toList()) : null;
        }
    }
}
