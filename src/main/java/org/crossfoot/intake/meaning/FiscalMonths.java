package org.crossfoot.intake.meaning;

import java.time.Month;
import java.util.List;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;

/** Months that need a fiscal year to say which year they are of. */
record FiscalMonths(Interpreted<Month> month, Interpreted<Integer> fiscalYear) implements PeriodReader {

    @Override
    public Period read(Row row, int valueColumn, Measure measure, Rejects rejects) {
        Month named = month.read(row, valueColumn, rejects);
        Integer year = fiscalYear.read(row, valueColumn, rejects);
        return named == null || year == null ? null : Periods.ofMonth(FiscalYears.monthOf(year, named));
    }

    @Override
    public List<PlacedText> places() {
        return List.of(month.place(), fiscalYear.place());
    }
}
