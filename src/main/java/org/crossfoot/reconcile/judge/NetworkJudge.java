package org.crossfoot.reconcile.judge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.Diagnosis.State;
import org.crossfoot.network.Diagnosis;
import org.crossfoot.network.Hull;
import org.crossfoot.network.Patience;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.check.Finding;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Claims;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.graph.Components;
import org.crossfoot.reconcile.graph.Firm;
import org.crossfoot.reconcile.graph.LatestTies;
import org.crossfoot.reconcile.graph.Web;
import org.crossfoot.reconcile.judge.SumsOverParts.Settled;
import org.crossfoot.reconcile.outcome.FailedOn;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.Severity;

/**
 * Finds the cheapest repairs of everything that contradicts itself. Within each area and period first; then sums over areas and
 * days may break ties, or be blamed themselves, but never overturn what was blamed within. Components too large to be searched as
 * a whole are judged by their sums: {@link SumsOverParts}.
 */
public final class NetworkJudge implements Judge {

    /** Claims of a component that sums over areas and days tie together, at most, for it to be searched as a whole. */
    private static final int SEARCHED_AS_A_WHOLE = 200;

    private final BiFunction<Web, Components, Firm> firm;
    private final LatestTies ties = new LatestTies();

    public NetworkJudge() {
        this(Firm::of);
    }

    /** @param firm of the parts of a date, those of which nothing need be found out */
    public NetworkJudge(BiFunction<Web, Components, Firm> firm) {
        this.firm = firm;
    }

    @Override
    public Judgement judge(Scope scope, List<Finding> findings) {
        return new Session(Web.of(ties.of(scope), scope), findings, firm).judgement(findings);
    }

    private static final class Session {

        private final List<Finding> within;
        private final List<Finding> sums;
        private final Web web;
        private final Components near;
        private final Components tied;
        private final Firm firm;
        private final Patience patience = new Patience();
        private final Decisions decisions = new Decisions();
        private final Rulings rulings = new Rulings(decisions);
        private final Map<Finding, Ruling> sumBySum = new IdentityHashMap<>();
        private final List<Joint> joint = new ArrayList<>();

        Session(Web web, List<Finding> findings, BiFunction<Web, Components, Firm> firm) {
            within = findings.stream().filter(finding -> isJudged(finding) && finding.isWithin()).toList();
            sums = findings.stream().filter(finding -> isJudged(finding) && !finding.isWithin()).toList();
            this.web = web;
            near = web.near();
            tied = web.tied();
            this.firm = firm.apply(web, near);
        }

        private static boolean isJudged(Finding finding) {
            return !finding.claims().isEmpty() && finding.rule().severity().atLeast(Severity.WARNING);
        }

        Judgement judgement(List<Finding> findings) {
            judgeWithin();
            judgeBeyond();
            return Judgement.of(web, near, tied, firm, decisions.setAside(), findings.stream().map(this::ruling).toList(), joint,
                    decisions.choices(), decisions.freed());
        }

        private Ruling ruling(Finding finding) {
            if (!isJudged(finding)) {
                return Ruling.none(Verdict.NOT_LOCALISED, "A rule of severity info blames nobody.");
            }
            return sumBySum.containsKey(finding) ? sumBySum.get(finding) : rulings.on(finding);
        }

        /** Each area and period by itself, but those that are firm: nearly all that is published fits, and needs no search. */
        private void judgeWithin() {
            Set<Component> found = found();
            for (int part = firm.nextOpen(0); part >= 0; part = firm.nextOpen(part + 1)) {
                Component component = near.get(part);
                FailedOn.telling(() -> FailedOn.inWords(component.cells()), () -> judgeWithin(component, found.contains(component)));
            }
        }

        private void judgeWithin(Component component, boolean broken) {
            if (component.claimed() == 0 || !broken && component.relations() < 2 || Diagnosis.misfits(component.network()).isEmpty()) {
                return;
            }
            Diagnosed diagnosed = Diagnosed.of(component, claim -> true, patience);
            if (diagnosed.state() != State.CONSISTENT) {
                decisions.within(diagnosed);
                if (!broken) {
                    rulings.joint(diagnosed).ifPresent(joint::add);
                }
            }
        }

        /** Those that findings tell of. */
        private Set<Component> found() {
            Set<Component> found = Identity.set();
            within.forEach(finding -> finding.claims().forEach(claim -> found.add(near.of(claim.cell()))));
            return found;
        }

        /** What sums over areas and days tie together, without what was blamed within. */
        private void judgeBeyond() {
            BitSet withSums = tied.withSums();
            BitSet holding = holding(withSums);
            Map<Integer, List<Diagnosed>> openWithin = openWithin();
            for (int number = 0; number < tied.count(); number++) {
                List<Diagnosed> open = openWithin.getOrDefault(number, List.of());
                if (withSums.get(number)) {
                    Component component = tied.get(number);
                    boolean broken = !holding.get(number);
                    FailedOn.telling(() -> FailedOn.inWords(component.cells()), () -> judgeBeyond(component, broken, open));
                } else {
                    open.forEach(diagnosed -> decisions.leaveOpen(diagnosed, diagnosed.repairs()));
                }
            }
        }

        private void judgeBeyond(Component component, boolean broken, List<Diagnosed> open) {
            if (!broken && open.isEmpty() && !mayContradict(component)) {
                return;
            }
            if (isSearchedAsAWhole(component)) {
                judgeAsAWhole(component, !broken && open.isEmpty());
            } else {
                judgeSumBySum(component, open);
            }
        }

        /** Those of which no finding tells that a sum fails. */
        private BitSet holding(BitSet withSums) {
            BitSet holding = (BitSet) withSums.clone();
            for (Finding finding : sums) {
                for (Claim claim : finding.claims()) {
                    if (holding.isEmpty()) {
                        return holding;
                    }
                    holding.clear(tied.numberOf(web.number(claim.cell())));
                }
            }
            return holding;
        }

        /** Of each component the areas and periods that can be mended in several ways, or in none that was found. */
        private Map<Integer, List<Diagnosed>> openWithin() {
            Map<Integer, List<Diagnosed>> open = new HashMap<>();
            for (Diagnosed diagnosed : decisions.within()) {
                if (!diagnosed.isUnique()) {
                    open.computeIfAbsent(tied.numberOf(diagnosed.component().inWeb(0)), component -> new ArrayList<>()).add(diagnosed);
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
            Component open = firm.openIn(component);
            return Hull.byPropagation(open.network(), open.allBut(decisions.setAside())).isEmpty();
        }

        /** @param unseen whether no single rule shows what is wrong there */
        private void judgeAsAWhole(Component component, boolean unseen) {
            Diagnosed diagnosed = Diagnosed.of(component, decisions::keeps, patience);
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
            List<Settled> settled = new SumsOverParts(web, near, firm, component, List.copyOf(choosing.keySet()), decisions.setAside())
                    .all();
            Map<Choice, List<List<Claim>>> left = new LinkedHashMap<>();
            for (Settled group : settled) {
                left.putAll(group.left());
                if (group.mending().claims().size() == 1) {
                    decisions.setAside(group.mending().claims());
                }
                decisions.free(group.mending().freed());
            }
            choosing.forEach((choice, diagnosed) -> decisions.narrow(diagnosed, left.getOrDefault(choice, diagnosed.repairs())));
            Map<Cell, List<Settled>> about = new HashMap<>();
            settled.forEach(group -> group.sums().stream().map(Relation::cell).distinct()
                    .forEach(cell -> about.computeIfAbsent(cell, none -> new ArrayList<>()).add(group)));
            sums.stream().filter(finding -> tied.of(finding.cell()) == component)
                    .forEach(finding -> sumBySum.put(finding, rulings.on(finding, about.getOrDefault(finding.cell(), List.of()))));
        }
    }
}
