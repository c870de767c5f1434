package org.crossfoot.intake;

import java.time.LocalDate;
import java.util.List;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;

/**
 * What an amount speaks of.
 *
 * @param areas     one or more, by id
 * @param published null where the report does not say
 */
record Subject(Measure measure, List<String> areas, Period period, LocalDate published) {

    Cell cell(String area) {
        return new Cell(measure.id(), area, period);
    }
}
