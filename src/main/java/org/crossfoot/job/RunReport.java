package org.crossfoot.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossfoot.job.step.FailedDate;
import org.crossfoot.job.step.InputFolder;
import org.crossfoot.job.step.Receive;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.job.step.UnusedLines;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.ReportRecord.ReadingState;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Revisions.Unpublished;
import org.crossfoot.ledger.Runs.Note.NoteKind;
import org.crossfoot.ledger.Runs.Note;
import org.crossfoot.page.Digest;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Severity;
import org.springframework.batch.core.job.JobExecution;

/**
 * What a run did, and what stands.
 *
 * @param published revisions it made
 * @param read      reports it read
 * @param faults    sentences about what could not be read; these stand, whichever run met them first
 * @param waiting   sentences about reports that were left to the next run, since their copies may still be being written
 * @param remarks   sentences about reports that were taken and are worth a look
 * @param arrivals  sentences about what did not arrive, or not as before, on the run's date and the dates it published
 * @param missing   whether a scheduled report is missing
 * @param unused    waivers of nothing, which count beside the open discrepancies
 * @param unusedDecisions decisions on nothing, which count like these
 * @param open      open discrepancies by severity, on the run's date and the dates it published
 * @param failed    dates that it tried in vain; the next run tries them again
 * @param digest    what changed, was not read or waits, for people
 * @param unwritten sentences about files that are no result and could not be written
 * @param exitCode  0, 1, 3 or 4, as the contract has them
 * @param nothing   whether there was nothing to do
 */
public record RunReport(String run, LocalDate date, List<Unpublished> published, List<ReportRecord> read, List<String> faults,
        List<String> waiting, List<String> remarks, List<String> arrivals, boolean missing, UnusedLines unused,
        UnusedLines unusedDecisions, SortedMap<Severity, Long> open, List<FailedDate> failed, Digest digest,
        List<String> unwritten, int exitCode, boolean nothing) {

    private static final int FAILED_INSIDE = 4;

    static RunReport of(RunContext context, Severity failOn, JobExecution execution) throws IOException {
        Ledger ledger = context.ledger();
        LocalDate date = context.run().businessDate();
        List<Unpublished> published = ledger.revisions().madeBy(context.run().id());
        SortedSet<LocalDate> dates = new TreeSet<>();
        published.forEach(revision -> dates.add(revision.date()));
        dates.add(date);
        SortedMap<Severity, Long> open = new TreeMap<>();
        boolean missing = false;
        List<String> arrivals = new ArrayList<>();
        for (LocalDate each : dates) {
            ledger.revisions().summary(each).ifPresent(summary -> {
                count(open, Severity.ERROR, summary.errors());
                count(open, Severity.WARNING, summary.warnings());
                count(open, Severity.INFO, summary.infos());
            });
            arrivals.addAll(ledger.acrossDates().ofArrivals(each));
            missing |= ledger.acrossDates().isOpen(BuiltIn.REPORT_MISSING.id(), each);
        }
        List<String> faults = new ArrayList<>(context.input().faults().stream().map(InputFolder.NotTaken::sentence).toList());
        faults.addAll(ledger.reports().failures());
        List<Note> notes = ledger.runs().notes(context.run().id());
        faults.addAll(texts(notes, NoteKind.REFUSED));
        UnusedLines unused = UnusedLines.ofWaivers(context.snapshot().settings(), ledger);
        UnusedLines unusedDecisions = UnusedLines.ofDecisions(context.snapshot().settings(), ledger);
        boolean fails = failOn != null
                && (open.keySet().stream().anyMatch(severity -> severity.atLeast(failOn)) || unused.fail(failOn)
                || unusedDecisions.fail(failOn));
        List<FailedDate> failed = FailedDate.of(context.run().id(), ledger);
        int exitCode = !failed.isEmpty() ? FAILED_INSIDE : missing || !faults.isEmpty() ? 3 : fails ? 1 : 0;
        boolean nothing = execution.getStepExecutions().stream()
                .anyMatch(step -> step.getExitStatus().getExitCode().equals(Receive.NOTHING_NEW));
        return new RunReport(context.run().id(), date, published, ledger.reports().readBy(context.run().id()),
                List.copyOf(faults), texts(notes, NoteKind.WAITING), texts(notes, NoteKind.SHRUNK), List.copyOf(arrivals),
                missing, unused, unusedDecisions, open, failed,
                Digest.of(context.snapshot().settings().vocabulary(), ledger.revisions(), published,
                notRead(faults, arrivals, failed),
                texts(notes, NoteKind.WAITING)), List.of(), exitCode, nothing);
    }

    private static List<String> notRead(List<String> faults, List<String> arrivals, List<FailedDate> failed) {
        return Stream.of(faults.stream(), arrivals.stream(), failed.stream().map(FailedDate::toString)).flatMap(each -> each)
                .distinct().toList();
    }

    private static void count(SortedMap<Severity, Long> open, Severity severity, long more) {
        if (more > 0) {
            open.merge(severity, more, Long::sum);
        }
    }

    /** The same for a run that could not write a file beside its results. */
    RunReport without(String file, String why) {
        return new RunReport(run, date, published, read, faults, waiting, remarks, arrivals, missing, unused, unusedDecisions,
                open, failed, digest, List.of(file + " could not be written: " + why), FAILED_INSIDE, nothing);
    }

    private static List<String> texts(List<Note> notes, NoteKind kind) {
        return notes.stream().filter(note -> note.kind() == kind).map(Note::text).toList();
    }

    public long figures() {
        return read.stream().mapToLong(report -> report.reading().figures()).sum();
    }

    public long rejects() {
        return read.stream().mapToLong(report -> report.reading().rejects()).sum();
    }
}
