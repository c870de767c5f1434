package org.crossfoot.intake.row;

/**
 * A column that looks like a person's identifier, in a file that should hold totals.
 *
 * @param why the end of a sentence that begins with the column; it quotes no value
 */
public record PersonalColumn(String column, String why) {

    /**
     * The sentence that warns of it.
     *
     * @param where the report, or several
     */
    public String warning(String where) {
        return "warning: " + where + ": column " + CellText.quoted(column) + " " + why + "; its values are shown nowhere, a file of"
                + " totals needs none, and the archive keeps reports whole: take the column out before the file comes here,"
                + " or say rows: count where each row is an event";
    }
}
