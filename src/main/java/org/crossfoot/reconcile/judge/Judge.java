package org.crossfoot.reconcile.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.reconcile.check.Check;
import org.crossfoot.reconcile.check.Finding;
import org.crossfoot.reconcile.claim.Claim;
import org.crossfoot.reconcile.claim.Identity;
import org.crossfoot.reconcile.claim.Relation;
import org.crossfoot.reconcile.graph.CellGraph;
import org.crossfoot.reconcile.graph.Component;
import org.crossfoot.reconcile.graph.Components;
import org.crossfoot.reconcile.graph.Firm;
import org.crossfoot.reconcile.outcome.Verdict;

/** Decides which claims are most likely wrong. */
public interface Judge {

    /**
     * @param graph        all cells of the date, and what ties them together
     * @param parts      of it, one area and period each
     * @param components all that sums over areas and days tie together as well
     * @param firm       parts that are firm, and of which nothing is set aside, in question or freed
     * @param open       what is left of the components without these
     * @param setAside  every claim that is set aside
     * @param rulings   of the findings, in their order
     * @param joint     conflicts that no single rule shows, with the rulings on them
     * @param choices   components where several repairs are equally cheap, or none could be decided on
     * @param freed     of sums too large to be searched: what the cells of tied claims would hold if their claim were the wrong
     *                  one
     */
    record Judgement(CellGraph graph, Components parts, Components components, Firm firm, Components open, Set<Claim> setAside,
            List<Ruling> rulings, List<Joint> joint, List<Choice> choices, Map<Cell, Amount> freed) {

        /** @param firm parts that are firm before anything is decided of them */
        static Judgement of(CellGraph graph, Components parts, Components components, Firm firm, Set<Claim> setAside,
                List<Ruling> rulings, List<Joint> joint, List<Choice> choices, Map<Cell, Amount> freed) {
            Judgement all = new Judgement(graph, parts, components, firm, components, setAside, rulings, joint, choices, freed);
            Firm left = firm.without(all.decided());
            return new Judgement(graph, parts, components, left, components.without(left), setAside, rulings, joint, choices,
                    freed);
        }

        /** Cells that anything was decided of, by their numbers in the graph. */
        private IntStream decided() {
            IntStream.Builder decided = IntStream.builder();
            setAside.forEach(claim -> decided.add(graph.number(claim.cell())));
            inQuestion().forEach(claim -> decided.add(graph.number(claim.cell())));
            // Where no finding tells of sums that fail together, no ruling has their claims in question.
            freed.keySet().forEach(cell -> decided.add(graph.number(cell)));
            choices.forEach(choice -> IntStream.range(0, choice.component().size()).map(choice.component()::inGraph)
                    .forEach(decided));
            return decided.build();
        }

        /** Every claim that one of several equally cheap repairs sets aside. */
        public Set<Claim> inQuestion() {
            Set<Claim> claims = Identity.set();
            choices.forEach(choice -> choice.repairs().forEach(claims::addAll));
            rulings.forEach(ruling -> claims.addAll(ruling.tied()));
            claims.removeAll(setAside);
            return claims;
        }
    }

    /**
     * What is said of one finding.
     *
     * @param blamed   claims of the finding that every cheapest repair sets aside
     * @param reason   a sentence, or empty
     * @param tied     claims of the finding that some of several equally cheap repairs set aside
     * @param conflict claims that cannot all be true, of which any could be left out; empty where none was looked for
     * @param repairs  the cheapest repairs, each whole; empty where none is known
     * @param more     whether there are more repairs than are listed
     * @param equal    what would be said with equal trust, or null where that was not asked
     */
    record Ruling(Verdict verdict, List<Claim> blamed, String reason, List<Claim> tied, List<Claim> conflict,
            List<List<Claim>> repairs, boolean more, Equal equal) {

        static Ruling none(Verdict verdict, String reason) {
            return new Ruling(verdict, List.of(), reason, List.of(), List.of(), List.of(), false, null);
        }
    }

    /** The verdict with equal trust: the claims that would be set aside then; none where it would be a tie. */
    record Equal(List<Claim> blamed) {
    }

    /**
     * Rules that hold one by one but not together.
     *
     * @param claims    that cannot all be true
     * @param relations that they contradict together
     * @param component all cells of the component, whatever is said of them
     */
    record Joint(List<Claim> claims, List<Relation> relations, Ruling ruling, List<Cell> component) {
    }

    /**
     * A component that can be mended in several ways.
     *
     * @param repairs each whole; empty where it is undecided
     */
    record Choice(Component component, List<List<Claim>> repairs) {
    }

    Judgement judge(Check.Scope scope, List<Finding> findings);
}
