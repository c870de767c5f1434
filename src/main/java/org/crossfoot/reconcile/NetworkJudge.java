package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.network.Diagnosis;
import org.crossfoot.network.Diagnosis.State;
import org.crossfoot.network.Hull;
import org.crossfoot.reconcile.Check.Scope;
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

    @Override
    public Judgement judge(Scope scope, List<Finding> findings) {
        return new Session(scope, findings).judgement(findings);
    }

    private static final class Session {

        private final List<Finding> within;
        private final List<Finding> sums;
        private final Web web;
        private final Components near;
        private final Components tied;
        private final Decisions decisions = new Decisions();
        private final Rulings rulings = new Rulings(decisions);
        private final Map<Finding, Ruling> sumBySum = new IdentityHashMap<>();
        private final List<Joint> joint = new ArrayList<>();

        Session(Scope scope, List<Finding> findings) {
            within = findings.stream().filter(finding -> isJudged(finding) && finding.isWithin()).toList();
            sums = findings.stream().filter(finding -> isJudged(finding) && !finding.isWithin()).toList();
            web = new Web(scope.claims(), Relations.of(scope));
            near = web.by(Relation::within);
            tied = web.by(relation -> true);
        }

        private static boolean isJudged(Finding finding) {
            return !finding.claims().isEmpty() && finding.rule().severity().atLeast(Severity.WARNING);
        }

        Judgement judgement(List<Finding> findings) {
            judgeWithin();
            judgeBeyond();
            return new Judgement(web, near, tied, decisions.setAside(), findings.stream().map(this::ruling).toList(), joint,
                    decisions.choices(), decisions.freed());
        }

        private Ruling ruling(Finding finding) {
            if (!isJudged(finding)) {
                return Ruling.none(Verdict.NOT_LOCALISED, "A rule of severity info blames nobody.");
            }
            return sumBySum.containsKey(finding) ? sumBySum.get(finding) : rulings.on(finding);
        }

        /** Each area and period by itself. */
        private void judgeWithin() {
            Set<Component> found = found();
            Set<Component> doubtful = doubtful();
            for (Component component : near.all()) {
                boolean broken = found.contains(component);
                if (!doubtful.contains(component) || component.claimed() == 0 || !broken && component.relations().size() < 2) {
                    continue;
                }
                Diagnosed diagnosed = Diagnosed.of(component, claim -> true);
                if (diagnosed.state() != State.CONSISTENT) {
                    decisions.within(diagnosed);
                    if (!broken) {
                        rulings.joint(diagnosed).ifPresent(joint::add);
                    }
                }
            }
        }

        /** Those that what was said, as it stands, does not fit: nearly all that is published fits, and needs no search. */
        private Set<Component> doubtful() {
            Set<Component> doubtful = Identity.set();
            for (Component component : tied.all()) {
                Diagnosis.misfits(component.apart(number -> true)).stream()
                        .forEach(number -> doubtful.add(near.of(component.inWeb(number))));
            }
            return doubtful;
        }

        /** Those that findings tell of. */
        private Set<Component> found() {
            Set<Component> found = Identity.set();
            within.forEach(finding -> finding.claims().forEach(claim -> found.add(near.of(claim.cell()))));
            return found;
        }

        /** What sums over areas and days tie together, without what was blamed within. */
        private void judgeBeyond() {
            Set<Component> holding = holding();
            Map<Component, List<Diagnosed>> openWithin = openWithin();
            for (Component component : tied.all()) {
                boolean hasSums = hasSums(component);
                boolean broken = !holding.contains(component);
                List<Diagnosed> open = openWithin.getOrDefault(component, List.of());
                if (!hasSums || !broken && open.isEmpty() && !mayContradict(component)) {
                    open.forEach(diagnosed -> decisions.leaveOpen(diagnosed, diagnosed.repairs()));
                } else if (isSearchedAsAWhole(component)) {
                    judgeAsAWhole(component, !broken && open.isEmpty());
                } else {
                    judgeSumBySum(component, open);
                }
            }
        }

        /** Of the components with sums over areas and days those that no finding tells of. */
        private Set<Component> holding() {
            Set<Component> holding = Identity.set(tied.all().stream().filter(Session::hasSums).toList());
            for (Finding finding : sums) {
                for (Claim claim : finding.claims()) {
                    if (holding.isEmpty()) {
                        return holding;
                    }
                    holding.remove(tied.of(claim.cell()));
                }
            }
            return holding;
        }

        private static boolean hasSums(Component component) {
            return component.relations().stream().anyMatch(relation -> !relation.within());
        }

        /** Of each component the areas and periods that can be mended in several ways, or in none that was found. */
        private Map<Component, List<Diagnosed>> openWithin() {
            Map<Component, List<Diagnosed>> open = new IdentityHashMap<>();
            for (Diagnosed diagnosed : decisions.within()) {
                if (!diagnosed.isUnique()) {
                    open.computeIfAbsent(tied.of(diagnosed.component().inWeb(0)), component -> new ArrayList<>()).add(diagnosed);
                }
            }
            return open;
        }

        private boolean isSearchedAsAWhole(Component component) {
            return component.allBut(decisions.setAside()).cardinality() <= SEARCHED_AS_A_WHOLE;
        }

        /** A small one is searched to know. */
        private boolean mayContradict(Component component) {
            if (isSearchedAsAWhole(component)) {
                return true;
            }
            // Limits alone do not show every contradiction where sums form cycles; of more than is searched nothing better is known.
            return Hull.byPropagation(component.network(), component.allBut(decisions.setAside())).isEmpty();
        }

        /** @param unseen whether no single rule shows what is wrong there */
        private void judgeAsAWhole(Component component, boolean unseen) {
            Diagnosed diagnosed = Diagnosed.of(component, decisions::keeps);
            if (diagnosed.state() != State.CONSISTENT) {
                decisions.beyond(diagnosed);
                if (unseen) {
                    rulings.joint(diagnosed).ifPresent(joint::add);
                }
            }
        }

        /** The areas and periods as they were judged, and the sums over them. */
        private void judgeSumBySum(Component component, List<Diagnosed> open) {
            Map<Choice, Diagnosed> choosing = new LinkedHashMap<>();
            open.forEach(diagnosed -> choosing.put(new Choice(diagnosed.component(),
                    diagnosed.diagnosis().more() ? List.of() : diagnosed.repairs()), diagnosed));
            List<Component> parts = near.all().stream().filter(part -> tied.of(part.inWeb(0)) == component).toList();
            List<Settled> settled = new SumsOverParts(tied, component, parts, List.copyOf(choosing.keySet()), decisions.setAside()).all();
            Map<Choice, List<List<Claim>>> left = new LinkedHashMap<>();
            for (Settled group : settled) {
                left.putAll(group.left());
                if (group.mending().claims().size() == 1) {
                    decisions.setAside(group.mending().claims());
                }
                decisions.free(group.mending().freed());
            }
            choosing.forEach((choice, diagnosed) -> decisions.narrow(diagnosed, left.getOrDefault(choice, diagnosed.repairs())));
            sums.stream().filter(finding -> tied.of(finding.cell()) == component)
                    .forEach(finding -> sumBySum.put(finding, rulings.on(finding, settled)));
        }
    }
}
