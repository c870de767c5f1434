package org.crossfoot.reconcile.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Areas;
import org.crossfoot.figure.Cell;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Rules;
import org.crossfoot.rule.Severity;

/** Which lines of days rules may tie together: measures that checks name together, in areas that are parts of one. */
public final class TiedLines {

    private final Areas areas;
    private final boolean areasAddUp;
    private final Map<String, String> leads = new HashMap<>();

    public TiedLines(Areas areas, Rules rules) {
        this.areas = areas;
        this.areasAddUp = rules.builtIn(BuiltIn.AREAS_ADD_UP).filter(TiedLines::binds).isPresent();
        for (Rule check : rules.equations()) {
            if (binds(check)) {
                List<Equation.Term> terms = check.equation().terms();
                terms.forEach(term -> join(terms.get(0).measure(), term.measure()));
            }
        }
    }

    /** Whether a rule ties cells together: those of severity info only tell. */
    public static boolean binds(Rule rule) {
        return rule.severity().atLeast(Severity.WARNING);
    }

    private void join(String one, String other) {
        String first = lead(one);
        String second = lead(other);
        if (!first.equals(second)) {
            leads.put(second, first);
        }
    }

    private String lead(String measure) {
        String lead = measure;
        while (leads.containsKey(lead)) {
            lead = leads.get(lead);
        }
        return lead;
    }

    /** The name of the group that a line is in. */
    public String groupOf(String area, String measure) {
        return (areasAddUp ? areas.top(area) : area) + "\n" + lead(measure);
    }

    public String groupOf(Cell cell) {
        return groupOf(cell.area(), cell.measure());
    }
}
