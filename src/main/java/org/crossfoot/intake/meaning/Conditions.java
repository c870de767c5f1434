package org.crossfoot.intake.meaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.crossfoot.intake.row.BoundedMatch;
import org.crossfoot.intake.row.Meaning;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.Place;

/** Which rows an entry applies to. */
public final class Conditions {

    private final List<Interpreted<Boolean>> conditions = new ArrayList<>();
    private final Rejects rejects;

    Conditions(List<FigureEntry.Condition> when, ReportPlaces places) throws UnreadableReport {
        this.rejects = places.rejects();
        for (FigureEntry.Condition condition : when) {
            conditions.add(new Interpreted<>(places.find(condition.place()), text -> matches(condition, text)));
        }
    }

    /** Whether an entry is for files of this name. Of a file it is not for, it needs no column. */
    public static boolean concern(FigureEntry entry, ReportPlaces places) throws UnreadableReport {
        for (FigureEntry.Condition condition : entry.when()) {
            if (condition.place().from() instanceof Place.From.FileName) {
                PlacedText place = places.find(condition.place());
                Meaning<Boolean> met = matches(condition, place.meaning(place.inFile()));
                if (met.refusal() != null) {
                    throw places.rejects().unreadable(0, met.refusal().reason(), met.refusal().detail());
                }
                if (!met.value()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Meaning<Boolean> matches(FigureEntry.Condition condition, String text) {
        return BoundedMatch.of(condition.matches(), text, Matcher::matches);
    }

    /** Whether the entry applies; where that cannot be told, it is rejected, and the entry does not. */
    boolean apply(Row row, int valueColumn) {
        for (Interpreted<Boolean> condition : conditions) {
            Boolean met = condition.read(row, valueColumn, rejects);
            if (met == null || !met) {
                return false;
            }
        }
        return true;
    }

    /**
     * The column of a cell that spans lines, among the conditions' own places and, where the row is taken, those given; or null.
     * The conditions' places count in any case: a row whose key is broken would otherwise be passed over.
     */
    String brokenColumn(Row row, int[] valueColumns, List<PlacedText> others) {
        boolean applies = Arrays.stream(valueColumns).anyMatch(column -> apply(row, column));
        return Stream.concat(conditions.stream().map(Interpreted::place), applies ? others.stream() : Stream.empty())
                .filter(place -> place.spansLines(row)).map(place -> place.columnName(valueColumns[0])).findFirst().orElse(null);
    }
}
