package org.crossfoot.intake.meaning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.PersonalColumn;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.PeriodPlace;
import org.crossfoot.settings.Place;

/**
 * Finds a profile's places in one report.
 *
 * @param areas   what was found for areas so far; entries that look at the same place read it once a row
 * @param periods the same for periods
 */
public record ReportPlaces(Header header, String file, Origins origins, Rejects rejects,
        Map<Place, Interpreted<List<String>>> areas,
        Map<PeriodPlace, PeriodReader> periods) {

    /** @param source id of the profile's source */
    public ReportPlaces(Header header, String source, String file, Rejects rejects) {
        this(header, file, new Origins(source, file), rejects, new HashMap<>(), new HashMap<>());
    }

    PlacedText find(Place place) throws UnreadableReport {
        return new PlacedText(place, header, file, rejects);
    }

    /** As {@link #findOptional}; null as well where it is a column whose header names a person, whose texts go no further. */
    PlacedText findRemark(Place place) throws UnreadableReport {
        PlacedText found = findOptional(place);
        return place != null && place.from() instanceof Place.From.NamedColumn named && PersonalColumn.isCalledOne(named.name(), false)
                ? null : found;
    }

    /** Null where the profile says nothing. */
    PlacedText findOptional(Place place) throws UnreadableReport {
        return place == null ? null : find(place);
    }
}
