package org.crossfoot.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;

/**
 * Figures of one report and date as one value. Form 1: the byte 1, then a figure after the other, each field in the order of
 * {@link Figure}. Whole numbers are variable-length, least significant seven bits first, the high bit set on all but the last
 * byte. A text is the number of its place in the list of texts so far; a place beyond the list is a new text, and follows as
 * {@link DataOutputStream#writeUTF}, in pieces where it is long. A date is its distance in days from 0000-01-01 plus one, 0 for none.
 * An amount is its lowest, 0 for an exact one, or 1 and then the distances to core and highest, each plus one, 0 for no limit.
 */
public final class FigurePack {

    private static final int FORM = 1;
    private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
    private static final int PIECE = 16_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<String, Integer> texts = new HashMap<>();
    private int figures;
    private LocalDate earliestGoal;

    public FigurePack() {
        bytes.write(FORM);
    }

    public int figures() {
        return figures;
    }

    public byte[] packed() {
        return bytes.toByteArray();
    }

    /** The first day of the earliest goal added, or null. */
    public LocalDate earliestGoal() {
        return earliestGoal;
    }

    /** @param goal whether its measure is a goal */
    public void add(Figure figure, boolean goal) {
        try {
            text(figure.cell().measure());
            text(figure.cell().area());
            date(figure.cell().period().start());
            date(figure.cell().period().end());
            amount(figure.amount());
            text(figure.asPrinted());
            text(figure.source());
            text(figure.file());
            number(figure.line());
            text(figure.statement());
            date(figure.published());
            text(figure.attributedTo());
            text(figure.note());
            number(figure.trust());
            number(figure.derived() ? 1 : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        figures++;
        if (goal && (earliestGoal == null || figure.cell().period().start().isBefore(earliestGoal))) {
            earliestGoal = figure.cell().period().start();
        }
    }

    private void number(long number) throws IOException {
        long rest = number;
        while (rest > 0x7f) {
            out.writeByte((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private void text(String text) throws IOException {
        Integer place = texts.putIfAbsent(text, texts.size());
        if (place != null) {
            number(place);
            return;
        }
        number(texts.size() - 1L);
        number((text.length() + PIECE - 1) / PIECE);
        for (int start = 0; start < text.length(); start += PIECE) {
            out.writeUTF(text.substring(start, Math.min(text.length(), start + PIECE)));
        }
    }

    private void date(LocalDate date) throws IOException {
        number(date == null ? 0 : date.toEpochDay() - FIRST_DAY + 1);
    }

    private void amount(Amount amount) throws IOException {
        number(amount.lowest());
        if (amount.isExact()) {
            number(0);
            return;
        }
        number(1);
        number(amount.coreLowest() - amount.lowest());
        number(amount.coreHighest() == Amount.NO_LIMIT ? 0 : amount.coreHighest() - amount.lowest() + 1);
        number(amount.hasUpperLimit() ? amount.highest() - amount.lowest() + 1 : 0);
    }

    /** The figures of a pack, in the order they were added. */
    public static List<Figure> unpack(byte[] packed) {
        try {
            return new Unpacking(packed).figures();
        } catch (IOException e) {
            throw new UncheckedIOException("a packed value of the ledger ends too early", e);
        }
    }

    private static final class Unpacking {

        private final DataInputStream in;
        private final List<String> texts = new ArrayList<>();

        Unpacking(byte[] packed) throws IOException {
            in = new DataInputStream(new ByteArrayInputStream(packed));
            int form = in.readByte();
            if (form != FORM) {
                throw new IOException("form " + form + " is not known; form " + FORM + " is");
            }
        }

        List<Figure> figures() throws IOException {
            List<Figure> figures = new ArrayList<>();
            while (in.available() > 0) {
                String measure = text();
                String area = text();
                Period period = new Period(date(), date());
                figures.add(new Figure(new Cell(measure, area, period), amount(), text(), text(), text(), number(), text(), date(), text(),
                        text(), (int) number(), number() == 1));
            }
            return figures;
        }

        private long number() throws IOException {
            long number = 0;
            for (int shift = 0;; shift += 7) {
                int next = in.readUnsignedByte();
                number |= (long) (next & 0x7f) << shift;
                if (next < 0x80) {
                    return number;
                }
            }
        }

        private String text() throws IOException {
            int place = (int) number();
            if (place == texts.size()) {
                StringBuilder text = new StringBuilder();
                for (long pieces = number(); pieces > 0; pieces--) {
                    text.append(in.readUTF());
                }
                texts.add(text.toString());
            }
            return texts.get(place);
        }

        private LocalDate date() throws IOException {
            long day = number();
            return day == 0 ? null : LocalDate.ofEpochDay(day - 1 + FIRST_DAY);
        }

        private Amount amount() throws IOException {
            long lowest = number();
            if (number() == 0) {
                return Amount.exactly(lowest);
            }
            long coreLowest = lowest + number();
            long core = number();
            long highest = number();
            return new Amount(lowest, highest == 0 ? Amount.NO_LIMIT : lowest + highest - 1, coreLowest,
                    core == 0 ? Amount.NO_LIMIT : lowest + core - 1);
        }
    }
}
