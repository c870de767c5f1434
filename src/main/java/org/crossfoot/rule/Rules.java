package org.crossfoot.rule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All rules in force: the built-in ones as the settings leave them, and the settings' own checks. */
public final class Rules {

    private final SortedMap<String, Rule> byId = new TreeMap<>();

    private final List<Kinds> kinds;

    /** Takes the rules the settings speak of; built-in ones they do not mention stay as usual. */
    public Rules(Collection<Rule> declared) {
        this(declared, List.of());
    }

    /** @param kinds how measures are taken apart */
    public Rules(Collection<Rule> declared, List<Kinds> kinds) {
        this.kinds = List.copyOf(kinds);
        for (BuiltIn builtIn : BuiltIn.values()) {
            byId.put(builtIn.id(), Rule.usual(builtIn));
        }
        declared.forEach(rule -> byId.put(rule.id(), rule));
    }

    /** A built-in rule, where it is switched on. */
    public Optional<Rule> builtIn(BuiltIn rule) {
        return Optional.of(byId.get(rule.id())).filter(Rule::enabled);
    }

    /** How measures are taken apart, in the order they are declared. */
    public List<Kinds> kinds() {
        return kinds;
    }

    /** All that ties measures together in one area and period: checks, and kinds as if they were checks. */
    public List<Rule> equations() {
        return kinds.isEmpty() ? checks() : Stream.concat(checks().stream(), builtIn(BuiltIn.KINDS_ADD_UP).stream()
                .flatMap(rule -> kinds.stream().map(each -> each.asCheck(rule)))).toList();
    }

    /** The settings' own checks that are switched on, by id. */
    public List<Rule> checks() {
        return byId.values().stream().filter(rule -> rule.enabled() && rule.equation() != null).toList();
    }
}
