package org.crossfoot.settings.text;

import java.util.List;
import java.util.stream.Collectors;
import org.crossfoot.settings.text.Problems.Problem;

/** The settings are wrong; says all mistakes at once. */
public final class SettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public SettingsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
