package org.crossfoot.cli.print;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Figure;
import org.crossfoot.intake.meaning.FigureSink;
import org.crossfoot.intake.row.Reject;

/** What {@code check} keeps of one report while it is read: numbers, the first figures, and the first rejects of each reason. */
public final class ReportFindings implements FigureSink {

    /** Of each reason. */
    public static final int REJECTS_KEPT = 20;

    private static final int FIGURES_KEPT = 3;

    /** What was rejected for one reason. */
    static final class SameReason {

        private final List<Reject> first = new ArrayList<>();
        private long count;

        List<Reject> first() {
            return Collections.unmodifiableList(first);
        }

        long count() {
            return count;
        }
    }

    private final List<Figure> firstFigures = new ArrayList<>();
    private final Map<String, SameReason> rejectsByReason = new LinkedHashMap<>();
    private long figures;
    private long rejects;

    @Override
    public void accept(Figure figure) {
        figures++;
        if (firstFigures.size() < FIGURES_KEPT) {
            firstFigures.add(figure);
        }
    }

    @Override
    public void accept(Reject reject) {
        rejects++;
        SameReason same = rejectsByReason.computeIfAbsent(reject.reason(), reason -> new SameReason());
        same.count++;
        if (same.first.size() < REJECTS_KEPT) {
            same.first.add(reject);
        }
    }

    public long figures() {
        return figures;
    }

    public long rejects() {
        return rejects;
    }

    List<Figure> firstFigures() {
        return Collections.unmodifiableList(firstFigures);
    }

    /** In the order in which the reasons first arise. */
    Map<String, SameReason> rejectsByReason() {
        return Collections.unmodifiableMap(rejectsByReason);
    }
}
