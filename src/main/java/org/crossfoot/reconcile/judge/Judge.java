package org.crossfoot.reconcile.judge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.crossfoot.figure.Cell;
import org.crossfoot.network.repair.DiagnosedBefore;
import org.crossfoot.network.repair.Diagnosis;
import org.crossfoot.network.Patience;
import org.crossfoot.reconcile.check.Check.Scope;
import org.crossfoot.reconcile.check.Finding;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.graph.CellGraph;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.graph.Components;
import org.crossfoot.reconcile.graph.Firm;
import org.crossfoot.reconcile.graph.LatestShape;
import org.crossfoot.reconcile.outcome.FailedOn;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.Severity;

/** Decides which claims are most likely wrong: those that every cheapest repair of a whole component sets aside. */
public final class Judge {

    private static final String UNDECIDED = "It could not be decided within the limits of the search.";
    private static final String IMPOSSIBLE = "The rules themselves cannot hold together.";

    /**
     * @param graph      all cells of the date, and what ties them together
     * @param parts      of it, one area and period each
     * @param components all that is tied together
     * @param firm       parts that are firm, and of which nothing is set aside or in question
     * @param open       what is left of the components without these
     * @param setAside   every claim that is set aside
     * @param inQuestion every claim that some of several equally cheap repairs set aside
     * @param rulings    of the findings, in their order
     * @param joint      conflicts that no finding tells of, with the rulings on them
     * @param diagnosed  components in which something is wrong
     */
    public record Judgement(CellGraph graph, Components parts, Components components, Firm firm, Components open,
            Set<Claim> setAside, Set<Claim> inQuestion, List<Ruling> rulings, List<Joint> joint, List<Diagnosed> diagnosed) {
    }

    /**
     * What is said of one finding.
     *
     * @param blamed   claims of the finding that every cheapest repair sets aside
     * @param reason   a sentence, or empty
     * @param tied     claims of the finding that some of several equally cheap repairs set aside
     * @param conflict claims that cannot all be true, of which any could be left out; empty where none was looked for
     * @param repairs  the cheapest repairs as far as they concern the finding; empty where none is known
     * @param more     whether there may be more repairs than are listed
     * @param equal    what would be blamed with equal trust, or null where that was not asked
     */
    public record Ruling(Verdict verdict, List<Claim> blamed, String reason, List<Claim> tied, List<Claim> conflict,
            List<List<Claim>> repairs, boolean more, Equal equal) {

        static Ruling none(Verdict verdict, String reason) {
            return new Ruling(verdict, List.of(), reason, List.of(), List.of(), List.of(), false, null);
        }
    }

    /** The verdict with equal trust: the claims that would be set aside then; none where it would be a tie. */
    public record Equal(List<Claim> blamed) {
    }

    /**
     * Rules that hold one by one but not together.
     *
     * @param claims    that cannot all be true
     * @param relations that they contradict together
     * @param component all cells of the component, whatever is said of them
     * @param gap       by how many people figures would have to change at least; 0 where that cannot be told
     */
    public record Joint(List<Claim> claims, List<Relation> relations, Ruling ruling, List<Cell> component, long gap) {
    }

    private final BiFunction<CellGraph, Components, Firm> firm;
    private final LatestShape shape = new LatestShape();
    private final DiagnosedBefore before = new DiagnosedBefore();

    public Judge() {
        this(Firm::of);
    }

    /** @param firm of the parts of a date, those of which nothing need be found out */
    public Judge(BiFunction<CellGraph, Components, Firm> firm) {
        this.firm = firm;
    }

    public Judgement judge(Scope scope, List<Finding> findings) {
        return new Session(scope, CellGraph.of(shape.of(scope), scope), firm, before).judgement(findings);
    }

    private static final class Session {

        private final Scope scope;
        private final CellGraph graph;
        private final Components near;
        private final Components tied;
        private final Components atStake;
        private final Firm firm;
        private final Patience patience = new Patience();
        private final DiagnosedBefore before;
        /** By the number of its component. */
        private final Map<Integer, Diagnosed> diagnosed = new HashMap<>();
        private final List<Diagnosed> inOrder = new ArrayList<>();
        private final Set<Claim> setAside = Identity.set();
        private final Set<Claim> inQuestion = Identity.set();
        private final boolean anyUpheld;

        Session(Scope scope, CellGraph graph, BiFunction<CellGraph, Components, Firm> firm, DiagnosedBefore before) {
            this.before = before;
            this.scope = scope;
            this.graph = graph;
            near = graph.near();
            tied = graph.tied();
            atStake = graph.atStake();
            this.firm = firm.apply(graph, near);
            anyUpheld = scope.claims().byCell().stream().flatMap(List::stream).anyMatch(Claim::isUpheld);
        }

        Judgement judgement(List<Finding> findings) {
            diagnose();
            setAside.addAll(scope.claims().decidedWrong());
            for (Diagnosed each : inOrder) {
                setAside.addAll(each.blamed());
                inQuestion.addAll(each.inSome());
            }
            inQuestion.removeAll(setAside);
            List<Ruling> rulings = findings.stream().map(this::ruling).toList();
            List<Joint> joint = joint(findings, rulings);
            Firm left = firm.without(touched());
            return new Judgement(graph, near, tied, left, tied.without(left), setAside, inQuestion, rulings, joint, inOrder);
        }

        /** Each component that is not firm, or in which firm numbers do not add up: nearly all that is published does. */
        private void diagnose() {
            BitSet failing = firm.failing(atStake);
            BitSet asked = (BitSet) failing.clone();
            for (int part = firm.nextOpen(0); part >= 0; part = firm.nextOpen(part + 1)) {
                for (int cell : near.cells(part)) {
                    asked.set(atStake.numberOf(cell));
                }
            }
            for (int number = asked.nextSetBit(0); number >= 0; number = asked.nextSetBit(number + 1)) {
                Component component = atStake.get(number);
                int of = number;
                FailedOn.telling(() -> FailedOn.inWords(component.cells()), () -> diagnose(of, component, failing.get(of)));
            }
        }

        private void diagnose(int number, Component component, boolean failing) {
            if (component.claimed() > 0 && (failing || !Diagnosis.canHold(firm.openIn(component).network()))) {
                Diagnosed.of(component, patience, before).ifPresent(wrong -> {
                    diagnosed.put(number, wrong);
                    inOrder.add(wrong);
                });
            }
        }

        /** Cells that anything was decided of, by their numbers in the graph. */
        private IntStream touched() {
            IntStream.Builder touched = IntStream.builder();
            setAside.forEach(claim -> touched.add(graph.number(claim.cell())));
            inQuestion.forEach(claim -> touched.add(graph.number(claim.cell())));
            for (Diagnosed each : inOrder) {
                for (int cell = 0; !each.isDecided() && cell < each.component().size(); cell++) {
                    touched.add(each.component().inGraph(cell));
                }
            }
            return touched.build();
        }

        private Ruling ruling(Finding finding) {
            if (!isJudged(finding)) {
                return Ruling.none(Verdict.NOT_LOCALISED, "A rule of severity info blames nobody.");
            }
            Diagnosed wrong = diagnosed.get(atStake.numberOf(graph.number(finding.cell())));
            return wrong == null ? Ruling.none(Verdict.UNDECIDED, UNDECIDED) : ruling(finding.claims(), wrong);
        }

        private static boolean isJudged(Finding finding) {
            return !finding.claims().isEmpty() && finding.rule().severity().atLeast(Severity.WARNING);
        }

        private Ruling ruling(List<Claim> claims, Diagnosed wrong) {
            if (!wrong.isDecided()) {
                return Ruling.none(Verdict.UNDECIDED, wrong.isImpossible() ? IMPOSSIBLE : UNDECIDED);
            }
            List<Claim> blamed = Identity.those(claims, setAside);
            List<Claim> tiedClaims = Identity.those(claims, inQuestion);
            return new Ruling(blamed.isEmpty() || !tiedClaims.isEmpty() ? Verdict.NOT_LOCALISED
                    : isDecided(blamed, wrong.component()) ? Verdict.DECIDED : Verdict.LOCALISED, blamed, "",
                    tiedClaims, wrong.conflictWith(claims), wrong.repairsOf(claims), wrong.more(),
                    wrong.blamedWithEqualTrust().map(equal -> new Equal(Identity.those(equal, Identity.set(claims))))
                    .orElse(null));
        }

        /** Whether all that is blamed contradicts what somebody decided to be right, so that no trust has a say in it. */
        private boolean isDecided(List<Claim> blamed, Component component) {
            return anyUpheld && component.claims().stream().anyMatch(Claim::isUpheld)
                    && blamed.stream().allMatch(component::contradictsUpheld);
        }

        /** What no finding tells of: claims set aside or in question that stand in none, and components that are not decided. */
        private List<Joint> joint(List<Finding> findings, List<Ruling> rulings) {
            Set<Integer> spokenOf = new HashSet<>();
            Set<Claim> told = Identity.set();
            for (int i = 0; i < rulings.size(); i++) {
                if (isJudged(findings.get(i))) {
                    spokenOf.add(atStake.numberOf(graph.number(findings.get(i).cell())));
                    told.addAll(rulings.get(i).blamed());
                    told.addAll(rulings.get(i).tied());
                }
            }
            List<Joint> all = new ArrayList<>();
            for (Diagnosed wrong : inOrder) {
                for (Claim claim : wrong.inSome()) {
                    if (!told.contains(claim)) {
                        joint(wrong, wrong.conflictThatNeeds(claim)).ifPresent(joint -> {
                            told.addAll(joint.claims());
                            all.add(joint);
                        });
                    }
                }
                if (!wrong.isDecided() && !spokenOf.contains(atStake.numberOf(wrong.component().inGraph(0)))) {
                    joint(wrong, wrong.isImpossible() ? wrong.component().claims()
                            : wrong.conflictWith(wrong.component().claims())).ifPresent(all::add);
                }
            }
            return all;
        }

        private Optional<Joint> joint(Diagnosed wrong, List<Claim> conflict) {
            if (conflict.stream().map(Claim::cell).noneMatch(scope::ofDate)) {
                return Optional.empty();
            }
            return Optional.of(new Joint(conflict, wrong.relationsOf(conflict), ruling(conflict, wrong),
                    wrong.component().cells(), wrong.leastAdjustment(conflict)));
        }
    }
}
