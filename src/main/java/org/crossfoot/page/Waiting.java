package org.crossfoot.page;

import java.time.LocalDate;
import java.util.List;

/**
 * What waits for somebody or something at the end of a run.
 *
 * @param dates     that will be reconciled by the next run
 * @param decisions sentences about reports that were not read, and waivers to decide on again
 * @param late      sources whose reports are late
 */
public record Waiting(List<LocalDate> dates, List<String> decisions, List<Late> late) {

    /** A source by its title, and how many of its reports are due; {@code last} is the latest date it has a figure for, or null. */
    public record Late(String source, int due, LocalDate last) {
    }
}
