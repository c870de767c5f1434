package org.crossfoot.intake.meaning;

import java.util.List;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;

/** Periods that one text gives: a day, a month with its year, a fiscal year. */
record SinglePeriods(Interpreted<Period> text) implements PeriodReader {

    @Override
    public Period read(Row row, int valueColumn, Measure measure, Rejects rejects) {
        return text.read(row, valueColumn, rejects);
    }

    @Override
    public List<PlacedText> places() {
        return List.of(text.place());
    }
}
