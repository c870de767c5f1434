package org.crossfoot.rule;

/**
 * What must hold between figures.
 *
 * @param equation the check of a rule the settings made; null for a built-in rule
 */
public record Rule(String id, Severity severity, Tolerance tolerance, boolean enabled, Equation equation) {

    public static Rule usual(BuiltIn builtIn) {
        return new Rule(builtIn.id(), builtIn.usualSeverity(), Tolerance.NONE, builtIn.isUsuallyOn(), null);
    }
}
