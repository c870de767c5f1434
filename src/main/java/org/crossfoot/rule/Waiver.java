package org.crossfoot.rule;

import java.time.LocalDate;

/**
 * A steward's decision to live with a discrepancy until a day.
 *
 * @param id    a discrepancy's id, or {@code rule/area/measure} for every period
 * @param until the last day it holds
 * @param line  of {@code waivers.csv}
 */
public record Waiver(String id, LocalDate until, String owner, String reason, int line) {

    public boolean holdsOn(LocalDate day) {
        return !until.isBefore(day);
    }
}
