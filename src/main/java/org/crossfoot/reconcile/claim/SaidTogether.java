package org.crossfoot.reconcile.claim;

import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;

/** What a source said in one breath of an area and period: figures of one statement, or of one row where it names none. */
public record SaidTogether(String source, String statement, String file, long line, String area, Period period) {

    public static SaidTogether of(Figure figure) {
        boolean named = !figure.statement().isEmpty();
        return new SaidTogether(figure.source(), figure.statement(), named ? "" : figure.file(), named ? 0 : figure.line(),
                figure.cell().area(), figure.cell().period());
    }
}
