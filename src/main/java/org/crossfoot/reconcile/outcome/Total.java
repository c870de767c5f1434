package org.crossfoot.reconcile.outcome;

import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Keyword;

/**
 * The reconciled answer for one cell.
 *
 * @param best    null where no one value is meant: equally cheap repairs leave separate ones, or only a lower limit is known
 * @param highest {@link org.crossfoot.figure.Amount#NO_LIMIT} where no upper limit is known
 * @param sources ids of the sources it rests on, sorted
 * @param note    of one that is doubtful, or that follows only because a figure of its cell is gone, or may not have been read;
 *                otherwise empty
 */
public record Total(Cell cell, Long best, long lowest, long highest, Basis basis, List<String> sources, String note) {

    /** Of which nothing more is to be said. */
    public Total(Cell cell, Long best, long lowest, long highest, Basis basis, List<String> sources) {
        this(cell, best, lowest, highest, basis, sources, "");
    }

    /** The same with a note. */
    public Total with(String remark) {
        return new Total(cell, best, lowest, highest, basis, sources, remark);
    }

    /** The same, resting on a statement of which another figure is set aside. */
    public Total doubtful(String remark) {
        return new Total(cell, best, lowest, highest, Basis.DOUBTFUL, sources, note.isEmpty() ? remark : note + "; " + remark);
    }

    /** Why the answer is what it is. */
    public enum Basis {
        /** Independent sources say the same. */
        AGREED,
        /** One voice speaks. */
        SINGLE,
        /** Follows from rules. */
        DERIVED,
        /** A figure was set aside. */
        REPAIRED,
        /** Repairs are tied, so that the bounds cover all of them, or only a lower limit follows: nothing says which value. */
        OPEN,
        /** It rests on a statement of which another figure is set aside. */
        DOUBTFUL;

        private final String word = Keyword.of(this);

        @Override
        public String toString() {
            return word;
        }
    }
}
