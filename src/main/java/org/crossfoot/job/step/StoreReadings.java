package org.crossfoot.job.step;

import static org.crossfoot.figure.FigureWording.count;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.crossfoot.known.ReadReport;
import org.crossfoot.known.ReportFacts;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.ReportRecord.State;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Runs.Note.Kind;
import org.crossfoot.ledger.pack.Compressed;
import org.crossfoot.rule.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Step 2, per chunk: stores what was read, and lets every date wait that it touches. */
public final class StoreReadings implements ItemWriter<ReadReport.Result> {

    private static final Logger LOG = LoggerFactory.getLogger(StoreReadings.class);

    private final RunContext context;
    private final Ledger ledger;
    /** Sources and columns, so that each column of a source is warned of once a run. */
    private final Set<String> warned = new HashSet<>();

    public StoreReadings(RunContext context) {
        this.context = context;
        this.ledger = context.ledger();
    }

    @Override
    public void write(Chunk<? extends ReadReport.Result> results) {
        for (ReadReport.Result result : results) {
            store(result);
            context.progress().step();
        }
    }

    private void store(ReadReport.Result result) {
        result.personal().stream().filter(column -> warned.add(result.report().source() + "\n" + column.column()))
                .forEach(column -> LOG.warn("{}", column.warning(result.report().path())));
        ReportRecord report = result.report();
        if (result.failure() != null) {
            // The user is told of every fault at the end, whichever run met it first.
            LOG.info("{}", result.failure());
        }
        Set<LocalDate> touched = new TreeSet<>(ledger.reports().datesOf(report.id()));
        touched.addAll(result.figures().keySet());
        ReportFacts.date(report).ifPresent(ledger.dates()::waitIfKnown);
        ledger.reports().earliestGoal(report.id()).ifPresent(ledger.dates()::waitFrom);
        ledger.reports().storeReading(report.id(), context.run().id(), context.snapshot().howToRead(report.source()),
                result.failure() == null ? State.READ : State.UNREADABLE, result.publishedOn(), result.reading(),
                result.contents(), result.failure(), result.figures(), Compressed.pack(result.rejects()));
        ledger.reports().earliestGoal(report.id()).ifPresent(ledger.dates()::waitFrom);
        ReportFacts.date(ledger.reports().find(report.id())).ifPresent(ledger.dates()::wait);
        ledger.reports().sameAs(report.id()).forEach(other -> ReportFacts.date(other).ifPresent(ledger.dates()::waitIfKnown));
        ledger.dates().figuresChanged(touched);
        noteShrunk(report, result);
        scheduledEnds(report.source(), touched);
    }

    /** Figures may go for good reasons; that they are fewer is said once, when the report comes. */
    private void noteShrunk(ReportRecord report, ReadReport.Result result) {
        if (result.failure() == null && report.receivedRun().equals(context.run().id())) {
            ledger.reports().before(report).filter(before -> before.reading().figureLines() > result.reading().figureLines())
                    .ifPresent(before -> context.note(report.path(), Kind.SHRUNK,
                            "%s: has %s with figures, %s when it was delivered before"
                            .formatted(report.path(), count(result.reading().figureLines(), "line"),
                            before.reading().figureLines())));
        }
    }

    /** Whether a week or month has its report is judged on its last day. */
    private void scheduledEnds(String source, Set<LocalDate> touched) {
        Schedule schedule = context.snapshot().settings().profiles().get(source).schedule();
        if (schedule != null) {
            touched.stream().map(schedule::judgedOn).distinct().forEach(ledger.dates()::waitIfKnown);
        }
    }
}
