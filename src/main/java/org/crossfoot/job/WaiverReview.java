package org.crossfoot.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crossfoot.ledger.NewestDates;
import org.crossfoot.ledger.NewestDates.Accepted;
import org.crossfoot.rule.Waiver;

/** Waivers that somebody should look at again: expired, unused, or of a gap that has grown since. */
final class WaiverReview {

    private WaiverReview() {
    }

    /** One sentence a waiver that is not as it should be. */
    static List<String> of(List<Waiver> waivers, NewestDates newest, LocalDate businessDate) {
        List<String> sentences = new ArrayList<>();
        for (Waiver waiver : waivers) {
            String finding = finding(waiver, newest.acceptedBy(waiver.id()), businessDate);
            if (!finding.isEmpty()) {
                sentences.add("waivers.csv, " + waiver.id() + " (" + waiver.owner() + "): " + finding);
            }
        }
        return sentences;
    }

    private static String finding(Waiver waiver, List<Accepted> accepted, LocalDate businessDate) {
        if (accepted.isEmpty()) {
            return "there is nothing like this any more; take the line out.";
        }
        if (waiver.until().isBefore(businessDate)) {
            return "ran out after " + waiver.until() + ", and what it accepted still stands; decide again.";
        }
        return accepted.stream().filter(Accepted::hasOutgrown).findFirst()
                .map(grown -> "the gap of " + grown.date() + " was " + grown.gapWhenWaived() + " when it was accepted, and is " + grown.gap()
                        + " now; decide again.").orElse("");
    }
}
