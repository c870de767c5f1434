package org.crossfoot.page;

import java.util.Iterator;
import java.util.List;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.report.CsvTable;

/** The figures of an outcome. */
final class MadeFigures implements FigureRows {

    private final Iterator<FigureUse> left;
    private FigureUse use;
    private Figure figure;

    MadeFigures(List<FigureUse> figures) {
        left = figures.iterator();
    }

    @Override
    public boolean next() {
        if (!left.hasNext()) {
            return false;
        }
        use = left.next();
        figure = use.figure();
        return true;
    }

    @Override
    public String source() {
        return CsvTable.guarded(figure.source());
    }

    @Override
    public String file() {
        return CsvTable.guarded(figure.file());
    }

    @Override
    public String area() {
        return CsvTable.guarded(figure.cell().area());
    }

    @Override
    public String measure() {
        return CsvTable.guarded(figure.cell().measure());
    }

    @Override
    public boolean isOfTheDate() {
        return use.use() != Use.CONTEXT;
    }

    @Override
    public FigureRow whole() {
        return FigureRow.of(figure, use.use().toString());
    }
}
