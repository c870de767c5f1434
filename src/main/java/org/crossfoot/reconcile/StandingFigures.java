package org.crossfoot.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;

/**
 * What each source says now. A later report of a source (by the day it was published, then by its path) that speaks of a cell
 * again, quoting the same person, replaces what it said before; the earlier figures are kept as superseded, or as repeated
 * where they say the same.
 */
record StandingFigures(List<Figure> current, List<Figure> superseded, List<Figure> repeated, List<Restatement> restatements) {

    /** Two different figures that one source gave for a cell, one after the other. */
    record Restatement(Delivery before, Delivery after) {
    }

    private record Voice(String source, String attributedTo, Cell cell) implements Comparable<Voice> {

        private static final Comparator<Voice> ORDER =
                Comparator.comparing(Voice::cell).thenComparing(Voice::source).thenComparing(Voice::attributedTo);

        @Override
        public int hashCode() {
            return 31 * (31 * cell.hashCode() + source.hashCode()) + attributedTo.hashCode();
        }

        @Override
        public int compareTo(Voice other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Comparator<Delivery> LATEST_LAST = Comparator
            .comparing((Delivery delivery) -> delivery.figure().published(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(delivery -> delivery.figure().file())
            .thenComparingInt(Delivery::version)
            .thenComparing(Delivery::figure);

    static StandingFigures of(Collection<Delivery> deliveries) {
        StandingFigures result = new StandingFigures(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<Voice, List<Delivery>> voices = new LinkedHashMap<>(2 * deliveries.size());
        for (Delivery delivery : deliveries) {
            Figure figure = delivery.figure();
            if (delivery.repeated()) {
                if (delivery.present()) {
                    result.repeated.add(figure);
                }
            } else {
                voices.computeIfAbsent(new Voice(figure.source(), figure.attributedTo(), figure.cell()), voice -> new ArrayList<>(1))
                        .add(delivery);
            }
        }
        List<Voice> again = new ArrayList<>();
        voices.forEach((voice, said) -> {
            if (said.size() > 1) {
                again.add(voice);
            } else if (said.get(0).present()) {
                result.current.add(said.get(0).figure());
            }
        });
        again.sort(null);
        again.forEach(voice -> result.settle(voices.get(voice)));
        result.superseded.sort(null);
        result.repeated.sort(null);
        return result;
    }

    private void settle(List<Delivery> said) {
        said.sort(LATEST_LAST);
        int last = said.size() - 1;
        while (last >= 0 && !said.get(last).present()) {
            last--;
        }
        if (last < 0) {
            return;
        }
        Delivery latest = said.get(last);
        List<Delivery> now = said.stream().filter(delivery -> delivery.present() && saidTogether(delivery, latest)).toList();
        now.forEach(delivery -> current.add(delivery.figure()));
        // A later report that was withdrawn is no longer the last word: what stands is.
        List<Delivery> inOrder = new ArrayList<>(said.subList(0, last + 1));
        inOrder.addAll(inOrder.size() - now.size(), said.subList(last + 1, said.size()));
        Delivery before = null;
        for (Delivery delivery : inOrder) {
            boolean stands = now.contains(delivery);
            if (!stands) {
                boolean same = now.stream().anyMatch(standing -> standing.figure().amount().equals(delivery.figure().amount()));
                if (!same) {
                    superseded.add(delivery.figure());
                } else if (delivery.present()) {
                    repeated.add(delivery.figure());
                }
            }
            if (before != null && !(stands && now.contains(before)) && !delivery.figure().amount().equals(before.figure().amount())) {
                restatements.add(new Restatement(before, delivery));
            }
            before = delivery;
        }
    }

    private static boolean saidTogether(Delivery one, Delivery other) {
        return one.figure().file().equals(other.figure().file()) && one.version() == other.version()
                && (one.figure().published() == null || one.figure().published().equals(other.figure().published()));
    }
}
