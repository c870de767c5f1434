package org.crossfoot.job.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.ledger.Revisions.Unpublished;

/**
 * A date that waits to be published.
 *
 * @param numbers of its revisions that were not published yet, the newest last
 */
record WaitingDate(LocalDate date, List<Integer> numbers) {

    /** By date. */
    static List<WaitingDate> all(List<Unpublished> revisions) {
        SortedMap<LocalDate, List<Integer>> numbers = new TreeMap<>();
        revisions.forEach(one -> numbers.computeIfAbsent(one.date(), date -> new ArrayList<>()).add(one.number()));
        return numbers.entrySet().stream().map(date -> new WaitingDate(date.getKey(), date.getValue())).toList();
    }

    int newest() {
        return numbers.get(numbers.size() - 1);
    }
}
