package org.crossfoot.intake;

/**
 * A column that looks like a person's identifier, in a file that should hold totals.
 *
 * @param why the end of a sentence that begins with the column; it quotes no value
 */
public record PersonalColumn(String column, String why) {
}
