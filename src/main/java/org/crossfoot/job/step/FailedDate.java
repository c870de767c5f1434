package org.crossfoot.job.step;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Runs.Note.NoteKind;
import org.crossfoot.ledger.Runs.Note;
import org.crossfoot.ledger.pack.DamagedValue;
import org.crossfoot.store.FailureInWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * A date that could not be reconciled or published. It keeps its last revision and waits; the next run tries it again.
 *
 * @param why what failed and what can be done about it
 */
public record FailedDate(LocalDate date, String why) implements DateResult {

    private static final Logger LOG = LoggerFactory.getLogger(FailedDate.class);
    private static final int LONGEST = 1_000;

    public static FailedDate of(RunContext context, LocalDate date, Throwable failure) {
        LOG.info("{} failed", date, failure);
        String why = ("failed while " + context.stages().reached(date).inWords() + ": " + FailureInWords.of(failure))
                .replaceAll("[\\p{Cc}\\p{Cf}]", "\u00b7");
        return new FailedDate(date, why.length() > LONGEST ? why.substring(0, LONGEST) + " ..." : why);
    }

    /** Once the date succeeded; one that was only published again, and still waits, did not. */
    static void forget(RunContext context, LocalDate date) {
        if (context.failedBefore().contains(date) && !context.ledger().dates().waiting().contains(date)) {
            context.ledger().runs().forget(date.toString(), NoteKind.FAILED);
        }
    }

    /** Whether something failed that all dates need: the ledger, or the disk. */
    static boolean isOfAll(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        boolean own = causes.stream()
                .anyMatch(cause -> cause instanceof OutOfMemoryError || cause instanceof DataIntegrityViolationException);
        return !own && causes.stream().anyMatch(cause -> cause instanceof DataAccessException
                || cause instanceof TransactionException || cause instanceof DamagedValue || FailureInWords.isOfTheDisk(cause));
    }

    /** Those that wait, each with the reason of the last run that tried it. */
    public static List<FailedDate> all(Ledger ledger) {
        return waiting(ledger, ledger.runs().notes(NoteKind.FAILED));
    }

    /** The dates of all of them. */
    public static Set<LocalDate> dates(Ledger ledger) {
        return all(ledger).stream().map(FailedDate::date).collect(Collectors.toSet());
    }

    /** Those that one run tried in vain. */
    public static List<FailedDate> of(String run, Ledger ledger) {
        return waiting(ledger, ledger.runs().notes(run).stream().filter(note -> note.kind() == NoteKind.FAILED).toList());
    }

    private static List<FailedDate> waiting(Ledger ledger, List<Note> notes) {
        Set<LocalDate> waiting = new HashSet<>(ledger.dates().waiting());
        ledger.revisions().unpublished().forEach(revision -> waiting.add(revision.date()));
        SortedMap<LocalDate, FailedDate> failed = new TreeMap<>();
        for (Note note : notes) {
            LocalDate date = LocalDate.parse(note.path());
            if (waiting.contains(date)) {
                failed.put(date, new FailedDate(date, note.text()));
            }
        }
        return List.copyOf(failed.values());
    }

    /** Keeps it with the run: how a run that is killed and finished ends does not depend on that. */
    void note(RunContext context) {
        context.note(date.toString(), NoteKind.FAILED, why);
    }

    @Override
    public String toString() {
        return date + ": " + why;
    }
}
