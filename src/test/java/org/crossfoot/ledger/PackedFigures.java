package org.crossfoot.ledger;

import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.ledger.pack.FigurePack;

/** Adds figures to a pack that a test has as objects. */
public final class PackedFigures {

    private PackedFigures() {
    }

    public static void add(FigurePack pack, Figure figure, boolean goal) {
        Measure measure = new Measure(figure.cell().measure(), "", goal ? Measure.Kind.GOAL : Measure.Kind.FLOW, null);
        pack.add(measure, figure.cell().area(), figure.cell().period(), figure.amount(), figure.asPrinted(),
                new Origin(figure.source(), figure.file(), figure.line(), figure.statement(), figure.published(),
                figure.attributedTo(), figure.note(), figure.trust(), figure.derived(), false));
    }
}
