package org.crossfoot.page;

import java.time.LocalDate;
import java.util.List;
import org.crossfoot.ledger.AcrossDates.WaiverFinding;
import org.crossfoot.rule.Severity;

/**
 * What waits for somebody or something at the end of a run.
 *
 * @param dates     that will be reconciled by the next run
 * @param failed    dates that could not be reconciled or published, which it will try again
 * @param decisions sentences about reports that were not read
 * @param late      sources whose reports are late
 */
public record Waiting(List<LocalDate> dates, List<Failed> failed, List<String> decisions, List<Late> late, Waivers waivers) {

    /** A date and why it failed. */
    public record Failed(LocalDate date, String why) {
    }

    /**
     * A source by its title, and how many of its reports are due; {@code last} is the latest date it has a figure for, or
     * null.
     */
    public record Late(String source, int due, LocalDate last) {
    }

    /**
     * Waivers that somebody has to decide on again.
     *
     * @param findings those that ran out or were outgrown, on the pages of their dates
     * @param severity of the unused ones; null where there are none
     * @param unused   a sentence for each waiver of nothing
     */
    public record Waivers(List<WaiverFinding> findings, Severity severity, List<String> unused, Severity ofDecisions,
            List<String> unusedDecisions) {

        public static final Waivers NONE = new Waivers(List.of(), null, List.of(), null, List.of());
    }
}
