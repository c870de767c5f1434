package org.crossfoot.ledger.pack;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.CellsWanted;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Period;

/** Takes apart what {@link FigurePack} put together; what a figure does not tell anew is as in the one before it. */
final class FigureUnpacking {

    private record SaidBy(String source, String file, LocalDate published, String attributedTo, String note, int trust,
            int kind) {
    }

    /** Most amounts are small, and printed in their digits alone. */
    private static final String[] SMALL = IntStream.range(0, 1000).mapToObj(Integer::toString).toArray(String[]::new);

    private final PackReader in;
    private final CommonValues common;
    private String measure;
    private String area;
    private Period period;
    /** Null where nobody wanted it yet. */
    private Cell cell;
    private SaidBy origin;
    private long line;
    private String fileOfRow;
    /** Null where it is the place of the row and nobody wanted it yet. */
    private String statement;

    FigureUnpacking(byte[] packed, CommonValues common) throws IOException {
        this.in = new PackReader(packed, common);
        this.common = common;
        long form = in.number();
        if (form == FigurePack.FORM) {
            in.takeOffSum();
        } else if (form != FigurePack.FORM_WITHOUT_SUM) {
            throw new IOException("form " + form + " is not known; form " + FigurePack.FORM + " is");
        }
    }

    List<Figure> figures(CellsWanted wanted) throws IOException {
        List<Figure> figures = new ArrayList<>();
        while (!in.isAtEnd()) {
            int marks = in.numberUpTo(FigurePack.ALL);
            if (origin == null && (marks & FigurePack.FIRST) != FigurePack.FIRST) {
                throw new IOException("the first figure does not tell everything");
            }
            if (has(marks, FigurePack.MEASURE | FigurePack.AREA | FigurePack.PERIOD)) {
                turnToCell(marks);
            }
            long lowest = in.number();
            Amount interval = has(marks, FigurePack.INTERVAL) ? interval(lowest) : null;
            String wording = has(marks, FigurePack.WORDING) ? in.text() : null;
            origin = has(marks, FigurePack.ORIGIN) ? origin() : origin;
            if (has(marks, FigurePack.ROW)) {
                line = in.number();
                fileOfRow = origin.file();
            }
            if (has(marks, FigurePack.ROW | FigurePack.STATEMENT)) {
                statement = has(marks, FigurePack.STATEMENT) ? in.text() : null;
            }
            if (wanted.include(measure, area, period)) {
                Amount amount = interval == null ? Amount.exactly(lowest) : interval;
                figures.add(figure(has(marks, FigurePack.CORRECTION) ? amount.negated() : amount,
                        wording == null ? digits(lowest, has(marks, FigurePack.GROUPED)) : wording));
            }
        }
        return figures;
    }

    private void turnToCell(int marks) throws IOException {
        measure = has(marks, FigurePack.MEASURE) ? in.text() : measure;
        area = has(marks, FigurePack.AREA) ? in.text() : area;
        period = has(marks, FigurePack.PERIOD) ? common.same(period(in.date(), in.date())) : period;
        cell = null;
    }

    private Figure figure(Amount amount, String printed) {
        if (cell == null) {
            cell = new Cell(measure, area, period);
        }
        if (statement == null) {
            statement = fileOfRow + ":" + line;
        }
        return new Figure(cell, amount, printed, origin.source(), origin.file(), line, statement,
                origin.published(), origin.attributedTo(), origin.note(), origin.trust(),
                has(origin.kind(), FigurePack.DERIVED), has(origin.kind(), FigurePack.SHARED));
    }

    private static boolean has(int marks, int mark) {
        return (marks & mark) != 0;
    }

    private static Period period(LocalDate start, LocalDate end) throws IOException {
        if (start == null || end != null && end.isBefore(start)) {
            throw new IOException("there is no period from " + start + " to " + end);
        }
        return new Period(start, end);
    }

    private Amount interval(long lowest) throws IOException {
        long coreLowest = lowest + in.number();
        long core = in.number();
        long highest = in.number();
        try {
            return new Amount(lowest, highest == 0 ? Amount.NO_LIMIT : lowest + highest - 1, coreLowest,
                    core == 0 ? Amount.NO_LIMIT : lowest + core - 1);
        } catch (IllegalArgumentException e) {
            throw new IOException("the limits make no amount", e);
        }
    }

    private static String digits(long number, boolean grouped) {
        return number < SMALL.length ? SMALL[(int) number] : grouped ? FigureWording.number(number) : Long.toString(number);
    }

    private SaidBy origin() throws IOException {
        return new SaidBy(in.text(), in.text(), in.date(), in.text(), in.text(), in.numberUpTo(Integer.MAX_VALUE),
                in.numberUpTo(FigurePack.DERIVED + FigurePack.SHARED));
    }
}
