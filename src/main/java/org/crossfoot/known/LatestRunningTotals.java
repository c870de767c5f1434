package org.crossfoot.known;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.evidence.Delivery;

/**
 * Of earlier readings of one running total only the latest is needed: what it says against those before it was checked on its
 * own date. Without this a year of running totals would need all of its days on each of them.
 */
final class LatestRunningTotals {

    private LatestRunningTotals() {
    }

    static List<Delivery> of(Collection<Delivery> context) {
        Map<String, LocalDate> latest = new HashMap<>();
        for (Delivery delivery : context) {
            latest.merge(series(delivery.figure()), delivery.figure().date(), (one, other) -> one.isAfter(other) ? one : other);
        }
        return context.stream().filter(delivery -> delivery.figure().cell().period().isDay()
                || latest.get(series(delivery.figure())).equals(delivery.figure().date())).toList();
    }

    private static String series(Figure figure) {
        return String.join("\n", figure.source(), figure.attributedTo(), figure.cell().area(), figure.cell().measure(),
                figure.cell().period().start().toString());
    }
}
