package org.crossfoot.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossfoot.intake.meaning.Conditions;
import org.crossfoot.intake.meaning.ReportPlaces;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.FigureEntry.ValuePlace;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.Place.ColumnName;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.Profile;

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
            for (ColumnName filled : profile.read().layout().fillDown()) {
                uses.note(uses.header.column(List.of(filled)), ColumnRole.FILL_DOWN, number);
            }
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
            return new int[] {header.column(one.names())};
        }
        return value instanceof ValuePlace.MatchingColumns matching ? header.columns(matching.pattern()) : new int[0];
    }

    private void note(PeriodPlace period, int[] values, int number) throws UnreadableReport {
        for (Map.Entry<String, Place> place : period.byKey().entrySet()) {
            note(place.getValue(), ColumnRole.valueOf(place.getKey().toUpperCase(Locale.ROOT)), values, number);
        }
    }

    /** Where a place is the header of the value's column, that column says both. */
    private void note(Place place, ColumnRole role, int[] values, int number) throws UnreadableReport {
        if (place != null && place.from() instanceof Place.From.NamedColumn named) {
            note(header.column(named.names()), role, number);
        } else if (place != null && place.from() instanceof Place.From.JoinedColumns joined) {
            for (int column : header.columns(joined.names())) {
                note(column, role, number);
            }
        } else if (place != null && place.from() instanceof Place.From.ValueHeader) {
            for (int column : values) {
                note(column, role, number);
            }
        }
    }

    private void note(int column, ColumnRole role, int number) {
        roles.get(column).computeIfAbsent(role, first -> new TreeSet<>()).add(number);
    }

    /**
     * What one column of a report is used for.
     *
     * @param column  its header
     * @param entries the numbers of the entries that use it, from 1, by role; empty where nothing does
     * @param of      how many entries the profile has
     */
    public record ColumnUse(String column, SortedMap<ColumnRole, SortedSet<Integer>> entries, int of) {

        private static final Set<ColumnRole> SETTLED =
                EnumSet.of(ColumnRole.VALUE, ColumnRole.MEASURE, ColumnRole.AREA, ColumnRole.ATTRIBUTED_TO);

        public ColumnUse {
            entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        }

        /** Columns that hold numbers, what the settings declare, or the names of people who speak in public. */
        static BitSet settled(List<ColumnUse> columns) {
            BitSet settled = new BitSet();
            for (int i = 0; i < columns.size(); i++) {
                settled.set(i, !Collections.disjoint(columns.get(i).entries.keySet(), SETTLED));
            }
            return settled;
        }

        /** Columns of which a missing cell would be missed. */
        static BitSet needed(List<ColumnUse> columns) {
            BitSet needed = new BitSet();
            for (int i = 0; i < columns.size(); i++) {
                needed.set(i, columns.get(i).entries.keySet().stream().anyMatch(role -> role != ColumnRole.NOTE));
            }
            return needed;
        }

        public boolean isUsed() {
            return !entries.isEmpty();
        }

        /**
         * {@code value, measure}; {@code value of entry 2; when}, where the first is not true of every entry; {@code not used}.
         */
        public String text() {
            if (!isUsed()) {
                return "not used";
            }
            Map<SortedSet<Integer>, List<String>> rolesByEntries = new LinkedHashMap<>();
            entries.forEach((role, users) -> rolesByEntries.computeIfAbsent(users, same -> new ArrayList<>())
                    .add(role.toString()));
            List<String> parts = new ArrayList<>();
            rolesByEntries.forEach((users, roles) -> parts.add(String.join(", ", roles) + (users.size() == of ? "" : of(users))));
            return String.join("; ", parts);
        }

        private static String of(SortedSet<Integer> users) {
            return (users.size() == 1 ? " of entry " : " of entries ")
                    + users.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }

    /** What a column of a report may be used for; the words are those of {@code source.yml}. */
    public enum ColumnRole {
        VALUE, MEASURE, AREA, DAY, MONTH, FISCAL_YEAR, YEAR, QUARTER, WEEK, WEEK_ENDING, FROM, TO, SINCE, WHEN, ONCE_PER,
        STATEMENT, ATTRIBUTED_TO, NOTE, PUBLISHED, FILL_DOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
