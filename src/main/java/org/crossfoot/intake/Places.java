package org.crossfoot.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.settings.PeriodPlace;
import org.crossfoot.settings.Place;

/**
 * Finds a profile's places in one report.
 *
 * @param areas   what was found for areas so far; entries that look at the same place read it once a row
 * @param periods the same for periods
 */
record Places(Header header, String file, Positions positions, Rejects rejects, Map<Place, Interpreted<List<String>>> areas,
        Map<PeriodPlace, PeriodReader> periods) {

    Places(Header header, String file, Rejects rejects) {
        this(header, file, new Positions(file), rejects, new HashMap<>(), new HashMap<>());
    }

    PlacedText find(Place place) throws UnreadableReport {
        return new PlacedText(place, header, file, rejects);
    }

    /** Null where the profile says nothing. */
    PlacedText findOptional(Place place) throws UnreadableReport {
        return place == null ? null : find(place);
    }
}
