package org.crossfoot.job.step;

import java.util.List;
import java.util.Optional;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Severity;
import org.crossfoot.settings.Settings;

/**
 * Waivers of something that stands on no date. No date's figures bear on that, so that it is a finding of the run.
 *
 * @param severity  null where the rule is switched off
 * @param sentences one a waiver, in the order of {@code waivers.csv}
 */
public record UnusedWaivers(Severity severity, List<String> sentences) {

    public static UnusedWaivers of(Settings settings, Ledger ledger) {
        Optional<Rule> rule = settings.rules().builtIn(BuiltIn.WAIVER_UNUSED);
        return rule.isEmpty() ? new UnusedWaivers(null, List.of())
                : new UnusedWaivers(rule.get().severity(), settings.waivers().stream()
                .filter(waiver -> !ledger.acrossDates().canBeWaived(waiver.id()))
                .map(waiver -> "waivers.csv, line " + waiver.line() + ", " + waiver.id() + " (" + waiver.owner()
                        + "): nothing like this stands on any date; take the line out.").toList());
    }

    public boolean fail(Severity failOn) {
        return !sentences.isEmpty() && severity.atLeast(failOn);
    }
}
