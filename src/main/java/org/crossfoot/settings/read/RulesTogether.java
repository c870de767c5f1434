package org.crossfoot.settings.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.network.repair.Diagnosis.State;
import org.crossfoot.network.repair.Diagnosis;
import org.crossfoot.network.Network.Sum;
import org.crossfoot.network.Network;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Severity;

/**
 * Whether the settings' checks can hold together in one area and period before anybody printed anything. Only checks that bind
 * are asked; those with a tolerance in percent are not, as they give way to large figures.
 */
public final class RulesTogether {

    private final List<Rule> checks;
    private final Map<String, Integer> measures = new LinkedHashMap<>();

    public RulesTogether(Collection<Rule> rules) {
        checks = rules.stream()
                .filter(rule -> rule.enabled() && rule.equation() != null && rule.severity().atLeast(Severity.WARNING)
                && rule.tolerance().percent().signum() == 0).toList();
        checks.forEach(rule -> rule.equation().terms().forEach(term -> measures.putIfAbsent(term.measure(), measures.size())));
    }

    /** Checks that cannot hold together, of which any could be left out; none where all can. */
    public List<Rule> contradiction() {
        List<Rule> contradiction = new ArrayList<>(checks);
        if (canHold(sums(contradiction))) {
            return List.of();
        }
        for (Rule rule : checks) {
            List<Rule> without = contradiction.stream().filter(other -> other != rule).toList();
            if (!canHold(sums(without))) {
                contradiction = without;
            }
        }
        return contradiction;
    }

    /** Checks that say nothing which the others do not say already. */
    public List<Rule> implied() {
        return checks.stream().filter(rule -> {
            List<Sum> others = sums(checks.stream().filter(other -> other != rule).toList());
            return canHold(others) && !canBeBroken(rule, others);
        }).toList();
    }

    private boolean canBeBroken(Rule rule, List<Sum> others) {
        Sum sum = sum(rule);
        boolean below = sum.lowest() != Network.NO_LOWEST
                && canHold(with(others, new Sum(sum.cells(), sum.coefficients(), Network.NO_LOWEST, sum.lowest() - 1)));
        return below || sum.highest() != Network.NO_HIGHEST
                && canHold(with(others, new Sum(sum.cells(), sum.coefficients(), sum.highest() + 1, Network.NO_HIGHEST)));
    }

    private static List<Sum> with(List<Sum> sums, Sum one) {
        List<Sum> all = new ArrayList<>(sums);
        all.add(one);
        return all;
    }

    private List<Sum> sums(List<Rule> rules) {
        return rules.stream().map(this::sum).toList();
    }

    private Sum sum(Rule rule) {
        Equation equation = rule.equation();
        long tolerance = rule.tolerance().people();
        return new Sum(equation.terms().stream().mapToInt(term -> measures.get(term.measure())).toArray(),
                equation.terms().stream().mapToLong(Equation.Term::coefficient).toArray(),
                equation.sign() == Equation.Sign.AT_MOST ? Network.NO_LOWEST : equation.constant() - tolerance,
                equation.sign() == Equation.Sign.AT_LEAST ? Network.NO_HIGHEST : equation.constant() + tolerance);
    }

    /** Where it cannot be told within the limits of the search, they can. */
    private boolean canHold(List<Sum> sums) {
        return Diagnosis.of(new Network(measures.size(), sums, List.of())).state() != State.IMPOSSIBLE;
    }
}
