package org.crossfoot.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A steward's decision to live with a discrepancy until a day.
 *
 * @param id    a discrepancy's id, or {@code rule/area/measure} for every period
 * @param until the last day it holds
 * @param line  of {@code waivers.csv}
 */
public record Waiver(String id, LocalDate until, String owner, String reason, int line) {

    /** Of those that are about a discrepancy the one that holds longest; of equals the first. A finding on a waiver has none. */
    public static Optional<Waiver> about(List<Waiver> waivers, String id, String rule, String area, String measure) {
        return !BuiltIn.mayBeWaived(rule) ? Optional.empty() : waivers.stream()
                .filter(waiver -> waiver.id.equals(id) || waiver.id.equals(rule + "/" + area + "/" + measure))
                .min(Comparator.comparing(Waiver::until).reversed().thenComparingInt(Waiver::line));
    }

    public boolean holdsOn(LocalDate day) {
        return !until.isBefore(day);
    }
}
