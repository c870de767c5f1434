package org.crossfoot.known;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.ReportRecord;

/**
 * Lets the dates wait on which it is told that a source copies another: those of all reports of other sources that hold the same
 * bytes or figures as one that comes or goes. What thousands of sources hold, an empty report for one, is asked for twice in a
 * run and not for each of them.
 */
public final class SameElsewhere {

    private static final String SEVERAL = "";

    private final Ledger ledger;
    /** For whom bytes or figures were asked for: one source, or {@link #SEVERAL}. */
    private final Map<Object, String> asked = new HashMap<>();

    public SameElsewhere(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param figuresHash 0 where its figures are too few to be copied */
    public void wait(ReportRecord report, long figuresHash) {
        wanted(report.sha256(), report.source()).ifPresent(others -> wait(ledger.reports().ofBytes(report.sha256()), others));
        if (figuresHash != 0) {
            wanted(figuresHash, report.source()).ifPresent(others -> wait(ledger.reports().ofFigures(figuresHash), others));
        }
    }

    /** Which sources' reports are to wait that do not yet; empty where all do. */
    private Optional<Predicate<String>> wanted(Object what, String source) {
        String before = asked.putIfAbsent(what, source);
        if (before == null) {
            return Optional.of(other -> !other.equals(source));
        }
        if (before.equals(source) || before.equals(SEVERAL)) {
            return Optional.empty();
        }
        asked.put(what, SEVERAL);
        return Optional.of(before::equals);
    }

    private void wait(List<ReportRecord> same, Predicate<String> ofSource) {
        for (LocalDate date : same.stream().filter(report -> ofSource.test(report.source())).map(ReportFacts::date)
                .flatMap(Optional::stream).collect(Collectors.toSet())) {
            ledger.dates().waitIfKnown(date);
        }
    }
}
