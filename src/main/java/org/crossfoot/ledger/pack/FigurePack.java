package org.crossfoot.ledger.pack;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.CellsWanted;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.figure.Period;

/**
 * Figures of one report and date as one value. Form 5: the number 5, then a figure after the other, then four bytes with the
 * CRC-32C of all before them, the least significant first. Form 2, which is still read, is the same without these four; no
 * flipped bit makes a 2 of a 5. Figures of one row differ in
 * little, so each is told by what is new against the figure before it; to the first one, everything is. A figure is, in this
 * order:
 *
 * <ol>
 * <li>the sum of those of the marks below that apply;
 * <li>{@link #MEASURE} is new: its text; {@link #AREA} is new: its text; {@link #PERIOD} is new: the dates of its start and end;
 * <li>always, the amount's lowest; of a {@link #CORRECTION} that of what it takes back; where it is an {@link #INTERVAL}, the
 * distances from there to the core's lowest and, each plus one, to the core's highest and the highest, 0 for no limit;
 * <li>{@link #WORDING} of its own: the text as printed, which otherwise is the lowest in digits, with commas between the
 * thousands where {@link #GROUPED};
 * <li>{@link #ORIGIN} is new: source, file, published, attributed to, note, trust, and the sum of 1 where derived
 * and 2 where shared;
 * <li>{@link #ROW} is new: the line;
 * <li>{@link #STATEMENT} of its own: its text, which otherwise is, in a new row, the file, a colon and the line, and else that of
 * the figure before.
 * </ol>
 *
 * <p>Numbers are variable-length, least significant seven bits first, the high bit set on all but the last byte. A text is the
 * number of its place in the list of texts so far; a place beyond the list is a new text, and is followed by its length in
 * UTF-16 characters, and each of these as a number. A date is its distance in days from 0000-01-01 plus one, 0 for none.
 */
public final class FigurePack {

    /**
     * A pack that nothing more is added to.
     *
     * @param figures      how many there are
     * @param earliestGoal the first day of the earliest goal, or null
     */
    public record Packed(int figures, LocalDate earliestGoal, byte[] packed) {
    }

    static final int FORM = 5;
    static final int FORM_WITHOUT_SUM = 2;
    static final int MEASURE = 1;
    static final int AREA = 1 << 1;
    static final int PERIOD = 1 << 2;
    static final int INTERVAL = 1 << 3;
    static final int WORDING = 1 << 4;
    static final int GROUPED = 1 << 5;
    static final int ROW = 1 << 6;
    static final int STATEMENT = 1 << 7;
    static final int ORIGIN = 1 << 8;
    static final int CORRECTION = 1 << 9;
    static final int ALL = (CORRECTION << 1) - 1;
    static final int DERIVED = 1;
    static final int SHARED = 2;

    /** What is new in the first figure of a pack in any case. */
    static final int FIRST = MEASURE | AREA | PERIOD | ORIGIN | ROW;

    private static final int LONGEST_NUMBER = "999,999,999,999,999".length();

    private final PackWriter out = new PackWriter();
    private String measure;
    private String area;
    private Period period;
    private Origin origin;
    private int figures;
    private LocalDate earliestGoal;

    public FigurePack() {
        out.number(FORM);
    }

    public int figures() {
        return figures;
    }

    public byte[] packed() {
        return out.writtenWithSum();
    }

    public Packed whole() {
        return new Packed(figures, earliestGoal, packed());
    }

    /** Adds a figure, in parts: what it has in common with the figure before it mostly is the same object. */
    public void add(Measure ofMeasure, String inArea, Period over, Amount amount, String asPrinted, Origin from) {
        add(ofMeasure.id(), inArea, over, amount, asPrinted, from);
        if (ofMeasure.isGoal() && (earliestGoal == null || over.start().isBefore(earliestGoal))) {
            earliestGoal = over.start();
        }
    }

    void add(Figure figure) {
        add(figure.cell().measure(), figure.cell().area(), figure.cell().period(), figure.amount(),
                figure.asPrinted(), new Origin(
                figure.source(), figure.file(), figure.line(), figure.statement(), figure.published(), figure.attributedTo(),
                figure.note(), figure.trust(), figure.derived(), figure.shared()));
    }

    private void add(String ofMeasure, String inArea, Period over, Amount claimed, String asPrinted, Origin from) {
        Amount amount = claimed.isCorrection() ? claimed.negated() : claimed;
        int marks = (claimed.isCorrection() ? CORRECTION | WORDING : marks(asPrinted, amount.lowest()))
                | (amount.isExact() ? 0 : INTERVAL) | news(ofMeasure, inArea, over, from);
        out.number(marks);
        if ((marks & MEASURE) != 0) {
            out.text(ofMeasure);
        }
        if ((marks & AREA) != 0) {
            out.text(inArea);
        }
        if ((marks & PERIOD) != 0) {
            out.date(over.start());
            out.date(over.end());
        }
        out.number(amount.lowest());
        if ((marks & INTERVAL) != 0) {
            interval(amount);
        }
        if ((marks & WORDING) != 0) {
            out.text(asPrinted);
        }
        if ((marks & ORIGIN) != 0) {
            origin(from);
        }
        if ((marks & ROW) != 0) {
            out.number(from.line());
        }
        if ((marks & STATEMENT) != 0) {
            out.text(from.statement());
        }
        measure = ofMeasure;
        area = inArea;
        period = over;
        origin = from;
        figures++;
    }

    private int news(String ofMeasure, String inArea, Period over, Origin from) {
        if (figures == 0) {
            return FIRST | (isPlace(from.said(), from) ? 0 : STATEMENT);
        }
        return (ofMeasure.equals(measure) ? 0 : MEASURE) | (inArea.equals(area) ? 0 : AREA) | (over.equals(period) ? 0 : PERIOD)
                | (from == origin ? 0 : newsOf(from));
    }

    private int newsOf(Origin from) {
        boolean newRow = from.line() != origin.line();
        boolean usual = newRow ? isPlace(from.said(), from) : from.statement().equals(origin.statement());
        return (newRow ? ROW : 0) | (usual ? 0 : STATEMENT) | (isSaidAsBefore(from) ? 0 : ORIGIN);
    }

    private boolean isSaidAsBefore(Origin from) {
        return from.source().equals(origin.source()) && from.file().equals(origin.file())
                && Objects.equals(from.published(), origin.published()) && from.attributedTo().equals(origin.attributedTo())
                && from.note().equals(origin.note()) && from.trust() == origin.trust() && from.derived() == origin.derived()
                && from.shared() == origin.shared();
    }

    private void interval(Amount amount) {
        out.number(amount.coreLowest() - amount.lowest());
        out.number(amount.coreHighest() == Amount.NO_LIMIT ? 0 : amount.coreHighest() - amount.lowest() + 1);
        out.number(amount.hasUpperLimit() ? amount.highest() - amount.lowest() + 1 : 0);
    }

    private void origin(Origin from) {
        out.text(from.source());
        out.text(from.file());
        out.date(from.published());
        out.text(from.attributedTo());
        out.text(from.note());
        out.number(from.trust());
        out.number((from.derived() ? DERIVED : 0) + (from.shared() ? SHARED : 0));
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

    /** Whether two packs have figures of the same cells by the same people, one after the other. */
    public static boolean areOfSameCells(byte[] one, byte[] other) {
        CommonValues common = new CommonValues();
        List<Figure> figures = unpack(one, common, (measure, area, period) -> true);
        List<Figure> others = unpack(other, common, (measure, area, period) -> true);
        return figures.size() == others.size() && IntStream.range(0, figures.size())
                .allMatch(i -> figures.get(i).cell().equals(others.get(i).cell())
                && figures.get(i).attributedTo().equals(others.get(i).attributedTo()));
    }

    /**
     * How a number is printed: 0 where it is in its usual digits, {@link #GROUPED} where with commas between the thousands,
     * otherwise {@link #WORDING}.
     */
    private static int marks(String printed, long number) {
        int length = printed.length();
        if (length == 0 || length > LONGEST_NUMBER || printed.charAt(0) == '0' && length > 1) {
            return WORDING;
        }
        long value = 0;
        int commas = 0;
        for (int i = 0; i < length; i++) {
            char character = printed.charAt(i);
            if (character >= '0' && character <= '9') {
                value = value * 10 + (character - '0');
            } else if (character == ',' && (length - i) % 4 == 0) {
                commas++;
            } else {
                return WORDING;
            }
        }
        if (value != number || commas > 0 && (commas != length / 4 || length % 4 == 0)) {
            return WORDING;
        }
        return commas == 0 ? 0 : GROUPED;
    }

    /** Whether a statement, or null for none, is that of its row: the file, a colon and the line. */
    private static boolean isPlace(String said, Origin origin) {
        if (said == null) {
            return true;
        }
        int colon = origin.file().length();
        return said.length() > colon && said.charAt(colon) == ':' && said.startsWith(origin.file())
                && marks(said.substring(colon + 1), origin.line()) == 0;
    }
}
