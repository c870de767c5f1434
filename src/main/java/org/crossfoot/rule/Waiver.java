package org.crossfoot.rule;

import java.time.LocalDate;

/**
 * A steward's decision to live with a discrepancy until a day.
 *
 * @param id    a discrepancy's id, or {@code rule/area/measure} for every period
 * @param until the last day it holds
 */
public record Waiver(String id, LocalDate until, String owner, String reason) {
}
