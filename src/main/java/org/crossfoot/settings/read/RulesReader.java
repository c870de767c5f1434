package org.crossfoot.settings.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossfoot.figure.Measure;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.EquationText.EquationNotUnderstood;
import org.crossfoot.rule.EquationText;
import org.crossfoot.rule.Rule.Watch;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Severity;
import org.crossfoot.rule.Tolerance;
import org.crossfoot.settings.text.Ids;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlMapping;
import org.crossfoot.settings.text.YamlValue;

/** Reads {@code rules:} of crossfoot.yml: the settings' own checks, and what they change about the built-in rules. */
final class RulesReader {

    private static final List<String> KEYS = List.of("check", "severity", "tolerance", "enabled");
    private static final int MOST_TIMES = 1_000;
    private static final int MOST_DAYS = 366;
    private static final String CHECK =
            "write an equation of measures, e.g. check: criminal_arrests + collateral_arrests = arrests";

    private final Map<String, Measure> measures;
    private final boolean haveKinds;

    private RulesReader(Map<String, Measure> measures, boolean haveKinds) {
        this.measures = measures;
        this.haveKinds = haveKinds;
    }

    /**
     * Reads the rules.
     *
     * @param measures  null where they could not be read
     * @param haveKinds whether some of them are taken apart into kinds
     */
    static List<Rule> read(YamlValue value, Map<String, Measure> measures, boolean haveKinds) {
        return value.mapping("write a mapping, e.g. { sources-agree: { tolerance: 2% } }").map(rules -> {
            List<Rule> read = new ArrayList<>();
            rules.all().forEach((id, rule) -> read.add(new RulesReader(measures, haveKinds).rule(id, rule)));
            List<Rule> contradiction = new RulesTogether(read).contradiction();
            if (!contradiction.isEmpty()) {
                rules.all().get(contradiction.get(contradiction.size() - 1).id())
                        .wrong("found checks that cannot hold together, whatever is printed: "
                        + contradiction.stream().map(rule -> rule.id() + " (" + rule.equation().text() + ")")
                        .collect(Collectors.joining(", ")),
                        "change one of them, or take it out");
            }
            return read;
        }).orElse(null);
    }

    private Rule rule(String id, YamlValue value) {
        Rule usual = BuiltIn.of(id).map(Rule::usual).orElse(new Rule(id, Severity.ERROR, Tolerance.NONE, true, null));
        return value.mapping("write a mapping, e.g. { severity: warning }").map(rule -> {
            rule.only(keys(id));
            return new Rule(id,
                    rule.get("severity").flatMap(text -> text.oneOf(Severity.class)).orElse(usual.severity()),
                    rule.get("tolerance").flatMap(tolerance -> tolerance(id, tolerance)).orElse(usual.tolerance()),
                    rule.get("enabled").flatMap(YamlValue::truth).orElse(usual.enabled()),
                    BuiltIn.of(id).isPresent() && !isOwnSum(id, rule) ? noCheck(rule) : check(id, rule),
                    watch(rule, usual.watch()));
        }).orElse(usual);
    }

    /** Whoever had a check of kinds under this name before there were kinds keeps it. */
    private boolean isOwnSum(String id, YamlMapping rule) {
        return id.equals(BuiltIn.KINDS_ADD_UP.id()) && !haveKinds && rule.has("check");
    }

    private static List<String> keys(String id) {
        return id.equals(BuiltIn.JUMPED.id()) ? List.of("severity", "enabled", "factor", "days")
                : id.equals(BuiltIn.STOOD_STILL.id()) ? List.of("severity", "enabled", "days") : KEYS;
    }

    private static Watch watch(YamlMapping rule, Watch usual) {
        return usual == null ? null
                : new Watch(rule.get("factor").flatMap(value -> value.number(2, MOST_TIMES)).orElse(usual.factor()),
                rule.get("days").flatMap(value -> value.number(2, MOST_DAYS)).orElse(usual.days()));
    }

    private static Equation noCheck(YamlMapping rule) {
        rule.get("check").ifPresent(check ->
                check.wrong("found a check for a built-in rule", "take it out, or give the rule an id of its own"));
        return null;
    }

    private Equation check(String id, YamlMapping rule) {
        if (!Ids.RULE.fits(id)) {
            rule.whole().wrong("found the id " + MistakeWording.quoted(id), Ids.RULE.right());
        }
        if (!rule.has("check")) {
            rule.whole().wrong("found no check, and no built-in rule of this id",
                    "write check: with an equation, or choose a built-in rule: " + MistakeWording.choice(id, BuiltIn.ids()));
        }
        return rule.get("check").flatMap(this::equation).orElse(null);
    }

    private Optional<Equation> equation(YamlValue value) {
        Optional<String> text = value.text(CHECK);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Equation equation = EquationText.read(text.get());
            checkMeasures(value, equation);
            return Optional.of(equation);
        } catch (EquationNotUnderstood e) {
            value.wrong("found " + MistakeWording.quoted(text.get()) + ": " + e.getMessage(), CHECK);
            return Optional.empty();
        }
    }

    private void checkMeasures(YamlValue value, Equation equation) {
        if (measures == null) {
            return;
        }
        List<String> named = equation.terms().stream().map(Equation.Term::measure).toList();
        named.stream().filter(measure -> !measures.containsKey(measure)).forEach(measure ->
                value.wrong("found " + MistakeWording.quoted(measure) + ", which is not a declared measure",
                        MistakeWording.choice(measure, measures.keySet())));
        List<Measure> known = named.stream().filter(measures::containsKey).map(measures::get).toList();
        if (known.stream().anyMatch(Measure::isGoal) && !known.stream().allMatch(Measure::isGoal)) {
            value.wrong("found goals and counts in one check",
                    "name either goals or counts only; goal-missed compares a goal with its count");
        }
    }

    private static Optional<Tolerance> tolerance(String id, YamlValue value) {
        if (!BuiltIn.of(id).map(BuiltIn::hasTolerance).orElse(true)) {
            value.wrong("found a tolerance for " + id + ", which can have none", "take it out");
            return Optional.empty();
        }
        return value.meaning("write a whole number or a percentage, e.g. 5 or 2.5%", Tolerance::read);
    }
}
