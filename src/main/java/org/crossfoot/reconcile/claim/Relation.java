package org.crossfoot.reconcile.claim;

import org.crossfoot.figure.Cell;
import org.crossfoot.rule.Rule;

/**
 * A rule where it ties cells together, tolerance included.
 *
 * @param cell   what the rule is about there
 * @param within whether all its cells are of one area and period
 */
public record Relation(Rule rule, Cell cell, Constraint constraint, boolean within) {
}
