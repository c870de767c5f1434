package org.crossfoot.reconcile.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Vocabulary;

/**
 * What each source says now. A later report of a source (by the day it was published, then by the night it came, then by its
 * name) that speaks of a cell again, quoting the same person, replaces what it said before; the earlier figures are kept as
 * superseded, or as repeated where they say the same.
 *
 * @param assumed where only the names of reports tell which of two figures is later
 */
public record StandingFigures(List<Figure> current, List<Figure> superseded, List<Figure> repeated,
        List<Restatement> restatements, List<Restatement> assumed) {

    /** Two different figures that one source gave for a cell, one after the other. */
    public record Restatement(Delivery before, Delivery after) {
    }

    /** Of one source. */
    private record Voice(Cell cell, String attributedTo) implements Comparable<Voice> {

        private static final Comparator<Voice> ORDER = Comparator.comparing(Voice::cell).thenComparing(Voice::attributedTo);

        @Override
        public int compareTo(Voice other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Comparator<Delivery> BY_TIME = Comparator
            .comparing((Delivery delivery) -> delivery.figure().published(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Delivery::receivedOn);

    /** Puts the latest last. */
    private static Comparator<Delivery> order() {
        NameOrder names = new NameOrder();
        return BY_TIME.thenComparing(delivery -> delivery.figure().file(), names).thenComparingInt(Delivery::version)
                .thenComparing(Delivery::figure);
    }

    public static StandingFigures of(Collection<Delivery> deliveries) {
        return of(deliveries, Set.of());
    }

    /** @param first reports that go before later ones in what they say themselves */
    private static StandingFigures of(Collection<Delivery> deliveries, Set<String> first) {
        StandingFigures result = new StandingFigures(new ArrayList<>(deliveries.size()), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>());
        Comparator<Delivery> latestLast = Comparator.comparing((Delivery delivery) -> delivery.present()
                && first.contains(delivery.figure().file())).thenComparing(order());
        bySource(deliveries).values().forEach(ofSource -> result.take(ofSource, latestLast));
        result.superseded.sort(null);
        result.repeated.sort(null);
        return result;
    }

    /**
     * What is said of other dates, as it goes with what is said of this one. Figures of one report are held against each other
     * first: where a longer period stands, what its own report says of a part of it goes before what a later one says. Of other
     * dates, a longer period whose report said otherwise of a part of it than what is taken is of an older vintage: it summed
     * what its source has changed since, and speaks no longer.
     */
    public List<Figure> withOtherDates(Collection<Delivery> deliveries, Vocabulary vocabulary) {
        StandingFigures others = of(deliveries, current.stream().filter(figure -> isLonger(figure, vocabulary))
                .map(Figure::file).collect(Collectors.toSet()));
        Set<Figure> replaced = new HashSet<>(others.superseded);
        List<Figure> changed = deliveries.stream().filter(Delivery::present).map(Delivery::figure).filter(replaced::contains)
                .toList();
        return changed.isEmpty() ? others.current : others.current.stream().filter(holdsNoneOf(changed)).toList();
    }

    /** Of whatever is no longer period of the same report, measure and area that holds one of these. */
    public static Predicate<Figure> holdsNoneOf(Collection<Figure> parts) {
        Map<ReportSeries, List<Period>> byLine = new HashMap<>();
        parts.forEach(part -> byLine.computeIfAbsent(ReportSeries.of(part), line -> new ArrayList<>()).add(part.cell().period()));
        return figure -> byLine.getOrDefault(ReportSeries.of(figure), List.of()).stream().noneMatch(part ->
                figure.cell().period().contains(part) && !figure.cell().period().equals(part));
    }

    private static boolean isLonger(Figure figure, Vocabulary vocabulary) {
        Period period = figure.cell().period();
        return !period.isDay() && !period.isOpen() && vocabulary.measure(figure.cell().measure()).isFlow();
    }

    /** What one report says of a measure and area, quoting one person, whatever the period. */
    private record ReportSeries(String file, String attributedTo, String area, String measure) {

        static ReportSeries of(Figure figure) {
            return new ReportSeries(figure.file(), figure.attributedTo(), figure.cell().area(), figure.cell().measure());
        }
    }

    private static SortedMap<String, List<Delivery>> bySource(Collection<Delivery> deliveries) {
        SortedMap<String, List<Delivery>> bySource = new TreeMap<>();
        String source = null;
        List<Delivery> ofSource = null;
        for (Delivery delivery : deliveries) {
            if (!delivery.figure().source().equals(source)) {
                source = delivery.figure().source();
                ofSource = bySource.computeIfAbsent(source, each -> new ArrayList<>());
            }
            ofSource.add(delivery);
        }
        return bySource;
    }

    private void take(List<Delivery> ofSource, Comparator<Delivery> latestLast) {
        List<Delivery> said = new ArrayList<>(ofSource.size());
        for (Delivery delivery : ofSource) {
            if (!delivery.repeated()) {
                said.add(delivery);
            } else if (delivery.present()) {
                repeated.add(delivery.figure());
            }
        }
        if (isSaidAtOnce(said)) {
            said.forEach(delivery -> current.add(delivery.figure()));
        } else {
            SortedMap<Voice, List<Delivery>> again = new TreeMap<>();
            byVoice(said).forEach((voice, ofVoice) -> {
                if (ofVoice.size() > 1) {
                    again.put(voice, ofVoice);
                } else if (ofVoice.get(0).present()) {
                    current.add(ofVoice.get(0).figure());
                }
            });
            again.values().forEach(ofVoice -> settle(ofVoice, latestLast));
        }
    }

    /** As nearly all that a source says of a date: then nothing comes after something else. */
    private static boolean isSaidAtOnce(List<Delivery> said) {
        for (Delivery delivery : said) {
            if (!delivery.present() || !saidTogether(delivery, said.get(0)) || !saidTogether(said.get(0), delivery)) {
                return false;
            }
        }
        return true;
    }

    private static Map<Voice, List<Delivery>> byVoice(List<Delivery> said) {
        Map<Voice, List<Delivery>> voices = new HashMap<>(2 * said.size());
        for (Delivery delivery : said) {
            voices.computeIfAbsent(new Voice(delivery.figure().cell(), delivery.figure().attributedTo()),
                    voice -> new ArrayList<>(1))
                    .add(delivery);
        }
        return voices;
    }

    private void settle(List<Delivery> said, Comparator<Delivery> latestLast) {
        said.sort(latestLast);
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
        Set<Delivery> standing = new HashSet<>(now);
        Set<Amount> amounts = new HashSet<>();
        now.forEach(delivery -> amounts.add(delivery.figure().amount()));
        said.stream().filter(delivery -> delivery.present() && BY_TIME.compare(delivery, latest) == 0
                && !delivery.figure().file().equals(latest.figure().file()) && !amounts.contains(delivery.figure().amount()))
                .forEach(delivery -> assumed.add(new Restatement(delivery, latest)));
        // A later report that was withdrawn is no longer the last word: what stands is.
        List<Delivery> inOrder = new ArrayList<>(said.subList(0, last + 1));
        inOrder.addAll(inOrder.size() - now.size(), said.subList(last + 1, said.size()));
        Delivery before = null;
        for (Delivery delivery : inOrder) {
            boolean stands = standing.contains(delivery);
            if (!stands) {
                if (!amounts.contains(delivery.figure().amount())) {
                    superseded.add(delivery.figure());
                } else if (delivery.present()) {
                    repeated.add(delivery.figure());
                }
            }
            if (before != null && !(stands && standing.contains(before))
                    && !delivery.figure().amount().equals(before.figure().amount())) {
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
