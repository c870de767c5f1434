package org.crossfoot.intake.column;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossfoot.intake.meaning.Conditions;
import org.crossfoot.intake.meaning.ReportPlaces;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.PeriodPlace;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.ValuePlace;

/** Finds out what a profile uses each column of one report for. */
public final class ColumnUses {

    private final Header header;
    private final List<SortedMap<ColumnRole, SortedSet<Integer>>> roles = new ArrayList<>();

    private ColumnUses(Header header) {
        this.header = header;
        for (int column = 0; column < header.size(); column++) {
            roles.add(new TreeMap<>());
        }
    }

    /** The columns in the order of the header. */
    public static List<ColumnUse> of(Profile profile, ReportPlaces places) throws UnreadableReport {
        ColumnUses uses = new ColumnUses(places.header());
        for (int number = 1; number <= profile.entries().size(); number++) {
            FigureEntry entry = profile.entries().get(number - 1);
            if (Conditions.concern(entry, places)) {
                uses.note(entry, number);
            }
            uses.note(profile.published(), ColumnRole.PUBLISHED, new int[0], number);
        }
        List<ColumnUse> columns = new ArrayList<>();
        for (int column = 0; column < uses.roles.size(); column++) {
            columns.add(new ColumnUse(uses.header.name(column), uses.roles.get(column), profile.entries().size()));
        }
        return List.copyOf(columns);
    }

    private void note(FigureEntry entry, int number) throws UnreadableReport {
        int[] values = values(entry.value());
        for (int column : values) {
            note(column, ColumnRole.VALUE, number);
        }
        if (entry.value() instanceof ValuePlace.RowCount events) {
            note(events.oncePer(), ColumnRole.ONCE_PER, values, number);
        }
        note(entry.measure(), ColumnRole.MEASURE, values, number);
        note(entry.area(), ColumnRole.AREA, values, number);
        note(entry.period(), values, number);
        for (FigureEntry.Condition condition : entry.when()) {
            note(condition.place(), ColumnRole.WHEN, values, number);
        }
        note(entry.statement(), ColumnRole.STATEMENT, values, number);
        note(entry.attributedTo(), ColumnRole.ATTRIBUTED_TO, values, number);
        note(entry.note(), ColumnRole.NOTE, values, number);
    }

    private int[] values(ValuePlace value) throws UnreadableReport {
        if (value instanceof ValuePlace.OneColumn one) {
            return new int[] {header.column(one.name())};
        }
        return value instanceof ValuePlace.MatchingColumns matching ? header.columns(matching.pattern()) : new int[0];
    }

    private void note(PeriodPlace period, int[] values, int number) throws UnreadableReport {
        if (period instanceof PeriodPlace.Day day) {
            note(day.day(), ColumnRole.DAY, values, number);
        } else if (period instanceof PeriodPlace.Month month) {
            note(month.month(), ColumnRole.MONTH, values, number);
            note(month.fiscalYear(), ColumnRole.FISCAL_YEAR, values, number);
        } else if (period instanceof PeriodPlace.FiscalYear year) {
            note(year.fiscalYear(), ColumnRole.FISCAL_YEAR, values, number);
        } else if (period instanceof PeriodPlace.Between between) {
            note(between.from(), ColumnRole.FROM, values, number);
            note(between.to(), ColumnRole.TO, values, number);
        } else if (period instanceof PeriodPlace.Since since) {
            note(since.since(), ColumnRole.SINCE, values, number);
            note(since.day(), ColumnRole.DAY, values, number);
        }
    }

    /** Where a place is the header of the value's column, that column says both. */
    private void note(Place place, ColumnRole role, int[] values, int number) throws UnreadableReport {
        if (place != null && place.from() instanceof Place.From.Column named) {
            note(header.column(named.name()), role, number);
        } else if (place != null && place.from() instanceof Place.From.Header) {
            for (int column : values) {
                note(column, role, number);
            }
        }
    }

    private void note(int column, ColumnRole role, int number) {
        roles.get(column).computeIfAbsent(role, first -> new TreeSet<>()).add(number);
    }
}
