package org.crossfoot.rule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All rules in force: the built-in ones as the settings leave them, and the settings' own checks. */
public final class Rules {

    private final SortedMap<String, Rule> byId = new TreeMap<>();

    /** Takes the rules the settings speak of; built-in ones they do not mention stay as usual. */
    public Rules(Collection<Rule> declared) {
        for (BuiltIn builtIn : BuiltIn.values()) {
            byId.put(builtIn.id(), Rule.usual(builtIn));
        }
        declared.forEach(rule -> byId.put(rule.id(), rule));
    }

    /** A built-in rule, where it is switched on. */
    public Optional<Rule> builtIn(BuiltIn rule) {
        return Optional.of(byId.get(rule.id())).filter(Rule::enabled);
    }

    /** The settings' own checks that are switched on, by id. */
    public List<Rule> checks() {
        return byId.values().stream().filter(rule -> rule.enabled() && rule.equation() != null).toList();
    }
}
