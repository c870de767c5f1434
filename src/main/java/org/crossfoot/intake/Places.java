package org.crossfoot.intake;

import org.crossfoot.settings.Place;

/** Finds a profile's places in one report. */
record Places(Header header, String file, Positions positions, Rejects rejects) {

    Places(Header header, String file, Rejects rejects) {
        this(header, file, new Positions(file), rejects);
    }

    PlacedText find(Place place) throws UnreadableReport {
        return new PlacedText(place, header, file, rejects);
    }

    /** Null where the profile says nothing. */
    PlacedText findOptional(Place place) throws UnreadableReport {
        return place == null ? null : find(place);
    }
}
