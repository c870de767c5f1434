package org.crossfoot.figure;

/**
 * One way to break an area down into parts (offices, states).
 *
 * @param complete whether the parts listed make up the whole; otherwise they only bound it from below
 */
public record Breakdown(String id, boolean complete) {
}
