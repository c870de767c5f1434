package org.crossfoot.job.step;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crossfoot.known.DecidedFigures;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Severity;
import org.crossfoot.settings.Settings;

/**
 * Lines of {@code waivers.csv} or {@code decisions.csv} that are about nothing: no such thing stands on any date, or no such
 * figure was ever said. No date's figures bear on that, so that it is a finding of the run.
 *
 * @param severity  null where the rule is switched off
 * @param sentences one a line, in the order of the file
 */
public record UnusedLines(Severity severity, List<String> sentences) {

    public static UnusedLines ofWaivers(Settings settings, Ledger ledger) {
        return of(BuiltIn.WAIVER_UNUSED, settings, settings.waivers().stream()
                .filter(waiver -> !ledger.acrossDates().canBeWaived(waiver.id()))
                .map(waiver -> "waivers.csv, line " + waiver.line() + ", " + waiver.id() + " (" + waiver.owner()
                        + "): nothing like this stands on any date; take the line out."));
    }

    public static UnusedLines ofDecisions(Settings settings, Ledger ledger) {
        return of(BuiltIn.DECISION_UNUSED, settings, settings.decisions().stream()
                .filter(Predicate.not(new DecidedFigures(ledger)::areThere))
                .map(decision -> "decisions.csv, line " + decision.line() + ", " + decision.about() + " (" + decision.owner()
                        + "): no source says, or said, such a figure; name it as discrepancies.csv or figures.csv has it,"
                        + " or take the line out."));
    }

    private static UnusedLines of(BuiltIn rule, Settings settings, Stream<String> sentences) {
        Optional<Rule> on = settings.rules().builtIn(rule);
        return on.isEmpty() ? new UnusedLines(null, List.of()) : new UnusedLines(on.get().severity(), sentences.toList());
    }

    public boolean fail(Severity failOn) {
        return !sentences.isEmpty() && severity.atLeast(failOn);
    }
}
