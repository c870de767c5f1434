package org.crossfoot.reconcile.outcome;

import java.util.List;
import org.crossfoot.figure.Figure;

/**
 * Why a reconciled total is what it is, as data; {@link #sentences()} puts it into words.
 *
 * @param about    measure, area and period in words
 * @param setAside what was said of the cell and is probably wrong
 * @param decided  what was said of it and somebody decided to be wrong
 */
public record TotalReasons(Total total, String about, BestValue best, LimitReasons lowest, LimitReasons highest,
        List<Said> setAside, List<Said> decided) {

    /**
     * A figure and who said it.
     *
     * @param publisher the source's title
     */
    public record Said(String publisher, Figure figure) {
    }

    /**
     * How the best value was chosen.
     *
     * @param follows what it is nearest to: figures of a single number, otherwise the most trusted one; none where none is kept,
     *                so that it is the middle of what is possible, or the lowest where that is open above
     * @param ofMost  whether it is what most of these say, or the middle one of them, and no mean
     * @param wished  what was looked for within the limits, before it was made to add up with the others
     * @param addsUp  whether values were found that fulfil every sum
     */
    public record BestValue(List<Said> follows, boolean ofMost, long wished, boolean addsUp) {
    }

    /** In plain sentences, as {@code explain} prints them: the total first, then why it is no lower and no higher. */
    public List<String> sentences() {
        return TotalReasonsText.sentences(this);
    }

    public String text() {
        return String.join(" ", sentences());
    }
}
