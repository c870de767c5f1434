package org.crossfoot.rule;

/**
 * What must hold between figures.
 *
 * @param equation the check of a rule the settings made; null for a built-in rule
 * @param watch    of a rule that holds a day against those before it; otherwise null
 */
public record Rule(String id, Severity severity, Tolerance tolerance, boolean enabled, Equation equation, Watch watch) {

    /**
     * What a day is held against.
     *
     * @param factor how many times the usual is too much; of a rule that asks for no number, 1
     * @param days   how many days are looked at
     */
    public record Watch(int factor, int days) {
    }

    /** Of a rule that looks at no days before. */
    public Rule(String id, Severity severity, Tolerance tolerance, boolean enabled, Equation equation) {
        this(id, severity, tolerance, enabled, equation, null);
    }

    public static Rule usual(BuiltIn builtIn) {
        return new Rule(builtIn.id(), builtIn.usualSeverity(), Tolerance.NONE, builtIn.isUsuallyOn(), null, builtIn.usualWatch());
    }
}
