package org.crossfoot.figure;

/**
 * A publisher of figures.
 *
 * @param id      its folder under {@code input/}
 * @param trust   what it costs to set one of its figures aside
 * @param repeats the id of the source whose figures it passes on, or null
 */
public record Source(String id, String title, int trust, String repeats) {
}
