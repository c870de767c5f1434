package org.crossfoot.ledger;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.CellsWanted;
import org.crossfoot.figure.Figure;

/**
 * Figures of one report and date as one value. Form 2: the number 2, then a figure after the other. Figures of one row differ in
 * little, so each is told by what is new against the figure before it; to the first one, everything is. A figure is, in this order:
 *
 * <ol>
 * <li>the sum of those of the marks below that apply;
 * <li>{@link #MEASURE} is new: its text; {@link #AREA} is new: its text; {@link #PERIOD} is new: the dates of its start and end;
 * <li>always, the amount's lowest; where it is an {@link #INTERVAL}, the distances from there to the core's lowest and, each plus
 * one, to the core's highest and the highest, 0 for no limit;
 * <li>{@link #WORDING} of its own: the text as printed, which otherwise is the lowest in digits, with commas between the thousands
 * where {@link #GROUPED};
 * <li>{@link #ORIGIN} is new: source, file, published, attributed to, note, trust, and 1 where derived or 0;
 * <li>{@link #ROW} is new: the line;
 * <li>{@link #STATEMENT} of its own: its text, which otherwise is, in a new row, the file, a colon and the line, and else that of
 * the figure before.
 * </ol>
 *
 * <p>Numbers are variable-length, least significant seven bits first, the high bit set on all but the last byte. A text is the number
 * of its place in the list of texts so far; a place beyond the list is a new text, and is followed by its length in UTF-16
 * characters, and each of these as a number. A date is its distance in days from 0000-01-01 plus one, 0 for none.
 */
public final class FigurePack {

    static final int FORM = 2;
    static final int MEASURE = 1;
    static final int AREA = 1 << 1;
    static final int PERIOD = 1 << 2;
    static final int INTERVAL = 1 << 3;
    static final int WORDING = 1 << 4;
    static final int GROUPED = 1 << 5;
    static final int ROW = 1 << 6;
    static final int STATEMENT = 1 << 7;
    static final int ORIGIN = 1 << 8;
    static final int ALL = (ORIGIN << 1) - 1;

    /** What is new in the first figure of a pack in any case. */
    static final int FIRST = MEASURE | AREA | PERIOD | ORIGIN | ROW;

    private static final int LONGEST_NUMBER = "999,999,999,999,999".length();

    private final PackWriter out = new PackWriter();
    private Figure before;
    private int figures;
    private LocalDate earliestGoal;

    public FigurePack() {
        out.number(FORM);
    }

    public int figures() {
        return figures;
    }

    public byte[] packed() {
        return out.written();
    }

    /** The first day of the earliest goal added, or null. */
    public LocalDate earliestGoal() {
        return earliestGoal;
    }

    /** @param goal whether its measure is a goal */
    public void add(Figure figure, boolean goal) {
        int marks = marks(figure);
        out.number(marks);
        if ((marks & MEASURE) != 0) {
            out.text(figure.cell().measure());
        }
        if ((marks & AREA) != 0) {
            out.text(figure.cell().area());
        }
        if ((marks & PERIOD) != 0) {
            out.date(figure.cell().period().start());
            out.date(figure.cell().period().end());
        }
        out.number(figure.amount().lowest());
        if ((marks & INTERVAL) != 0) {
            interval(figure.amount());
        }
        if ((marks & WORDING) != 0) {
            out.text(figure.asPrinted());
        }
        if ((marks & ORIGIN) != 0) {
            origin(figure);
        }
        if ((marks & ROW) != 0) {
            out.number(figure.line());
        }
        if ((marks & STATEMENT) != 0) {
            out.text(figure.statement());
        }
        before = figure;
        figures++;
        if (goal && (earliestGoal == null || figure.cell().period().start().isBefore(earliestGoal))) {
            earliestGoal = figure.cell().period().start();
        }
    }

    private int marks(Figure figure) {
        int marks = wording(figure) | (figure.amount().isExact() ? 0 : INTERVAL);
        if (before == null) {
            return marks | FIRST | (standsFor(figure.statement(), figure) ? 0 : STATEMENT);
        }
        boolean newRow = figure.line() != before.line();
        boolean usual = newRow ? standsFor(figure.statement(), figure) : figure.statement().equals(before.statement());
        return marks | (figure.cell().measure().equals(before.cell().measure()) ? 0 : MEASURE)
                | (figure.cell().area().equals(before.cell().area()) ? 0 : AREA)
                | (figure.cell().period().equals(before.cell().period()) ? 0 : PERIOD)
                | (sameOrigin(figure, before) ? 0 : ORIGIN) | (newRow ? ROW : 0) | (usual ? 0 : STATEMENT);
    }

    private static int wording(Figure figure) {
        String printed = figure.asPrinted();
        return isNumber(printed, 0, figure.amount().lowest(), false) ? 0
                : isNumber(printed, 0, figure.amount().lowest(), true) ? GROUPED : WORDING;
    }

    /** Whether a statement says no more than where its row stands. */
    private static boolean standsFor(String statement, Figure figure) {
        int colon = figure.file().length();
        return statement.length() > colon && statement.charAt(colon) == ':' && statement.startsWith(figure.file())
                && isNumber(statement, colon + 1, figure.line(), false);
    }

    /** Whether the rest of a text is a number in its usual digits, with commas between the thousands where grouped. */
    private static boolean isNumber(String text, int start, long number, boolean grouped) {
        int length = text.length();
        if (start == length || length - start > LONGEST_NUMBER || text.charAt(start) == '0' && length - start > 1) {
            return false;
        }
        long value = 0;
        for (int i = start; i < length; i++) {
            char character = text.charAt(i);
            if (grouped && (length - i) % 4 == 0) {
                if (character != ',' || i == start) {
                    return false;
                }
            } else if (character < '0' || character > '9') {
                return false;
            } else {
                value = value * 10 + (character - '0');
            }
        }
        return value == number;
    }

    private static boolean sameOrigin(Figure one, Figure other) {
        return one.source().equals(other.source()) && one.file().equals(other.file()) && Objects.equals(one.published(), other.published())
                && one.attributedTo().equals(other.attributedTo()) && one.note().equals(other.note()) && one.trust() == other.trust()
                && one.derived() == other.derived();
    }

    private void interval(Amount amount) {
        out.number(amount.coreLowest() - amount.lowest());
        out.number(amount.coreHighest() == Amount.NO_LIMIT ? 0 : amount.coreHighest() - amount.lowest() + 1);
        out.number(amount.hasUpperLimit() ? amount.highest() - amount.lowest() + 1 : 0);
    }

    private void origin(Figure figure) {
        out.text(figure.source());
        out.text(figure.file());
        out.date(figure.published());
        out.text(figure.attributedTo());
        out.text(figure.note());
        out.number(figure.trust());
        out.number(figure.derived() ? 1 : 0);
    }

    /**
     * The figures of a pack on the cells wanted, in the order they were added.
     *
     * @throws UncheckedIOException where the bytes are no pack, or a damaged one
     */
    public static List<Figure> unpack(byte[] packed, CommonValues common, CellsWanted wanted) {
        try {
            return new FigureUnpacking(packed, common).figures(wanted);
        } catch (IOException e) {
            throw new DamagedValue("a packed value ends early or was changed", e);
        }
    }
}
