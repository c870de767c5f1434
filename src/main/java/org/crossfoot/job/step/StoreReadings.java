package org.crossfoot.job.step;

import static org.crossfoot.figure.FigureWording.count;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossfoot.known.DecidedFigures;
import org.crossfoot.known.ReadReport;
import org.crossfoot.known.ReportFacts;
import org.crossfoot.known.SameElsewhere;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.ReportRecord.ReadingState;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Reports.DatedFigures;
import org.crossfoot.ledger.Runs.Note.NoteKind;
import org.crossfoot.ledger.pack.Compressed;
import org.crossfoot.ledger.pack.FigurePack;
import org.crossfoot.rule.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Step 2, per chunk: stores what was read, and lets every date wait that it touches. */
public final class StoreReadings implements ItemWriter<ReadReport.ReportRead> {

    private static final Logger LOG = LoggerFactory.getLogger(StoreReadings.class);

    private final RunContext context;
    private final Ledger ledger;
    private final SameElsewhere elsewhere;
    /** Sources and columns, so that each column of a source is warned of once a run. */
    private final Set<String> warned = new HashSet<>();

    public StoreReadings(RunContext context) {
        this.context = context;
        this.ledger = context.ledger();
        this.elsewhere = new SameElsewhere(ledger);
    }

    @Override
    public void write(Chunk<? extends ReadReport.ReportRead> results) {
        for (ReadReport.ReportRead result : results) {
            store(result);
            context.progress().step();
        }
    }

    private void store(ReadReport.ReportRead result) {
        result.personal().stream().filter(column -> warned.add(result.report().source() + "\n" + column.column()))
                .forEach(column -> LOG.warn("{}", column.warning(result.report().path())));
        ReportRecord report = result.report();
        if (result.failure() != null) {
            // The user is told of every fault at the end, whichever run met it first.
            LOG.info("{}", result.failure());
        }
        Set<LocalDate> touched = new TreeSet<>(result.figures().keySet());
        Set<LocalDate> ofSameCells = Set.of();
        if (report.readRun() == null) {
            ofSameCells = withoutSame(result, touched);
        } else {
            touched.addAll(ledger.reports().datesOf(report.id()));
            ReportFacts.date(report).ifPresent(ledger.dates()::waitIfKnown);
            ledger.reports().earliestGoal(report.id()).ifPresent(ledger.dates()::waitFrom);
        }
        ledger.reports().storeReading(report.id(), context.run().id(), context.snapshot().howToRead(report.source()),
                result.failure() == null ? ReadingState.READ : ReadingState.UNREADABLE, result.publishedOn(), result.reading(),
                result.contents(), result.failure(), result.figures(), Compressed.pack(result.rejects()));
        result.figures().values().stream().map(FigurePack.Packed::earliestGoal).filter(Objects::nonNull).min(LocalDate::compareTo)
                .ifPresent(ledger.dates()::waitFrom);
        ReportFacts.date(ledger.reports().find(report.id())).ifPresent(ledger.dates()::wait);
        elsewhere.wait(report, result.contents().figuresHash());
        Set<LocalDate> changed = new DecidedFigures(ledger).touched(Stream.of(touched, ofSameCells).flatMap(Set::stream).toList(),
                context.snapshot().settings().decisionsOn(context.run().businessDate()));
        changed.removeAll(ofSameCells);
        ledger.dates().figuresChanged(changed);
        ledger.dates().amountsChanged(report.source(), ofSameCells);
        noteShrunk(report, result);
        scheduledEnds(report.source(), touched);
    }

    /**
     * Where a report came in another's place and is read for the first time, nothing else of its source speaks of a date, and it
     * says the same of it to the byte, no date sees anything new.
     *
     * @param touched the dates of the report; those of the other are added, and those of which it says the same are taken off
     * @return dates taken off as well: of the same cells, something else is said
     */
    private Set<LocalDate> withoutSame(ReadReport.ReportRead result, Set<LocalDate> touched) {
        Set<LocalDate> ofSameCells = new TreeSet<>();
        ReportRecord report = result.report();
        ledger.reports().replacedBy(report).ifPresent(replaced -> {
            boolean comparable = replaced.repeats() == null && report.repeats() == null
                    && !context.snapshot().settings().profiles().get(report.source()).rollingWindow();
            // What lies more than a year ahead of the day it came is told of.
            LocalDate ahead = Stream.of(report.receivedOn(), replaced.receivedOn()).min(LocalDate::compareTo).orElseThrow()
                    .plusYears(1);
            Set<LocalDate> shared = ledger.reports().datesOfOthers(report);
            for (DatedFigures before : ledger.reports().figuresOf(replaced.id())) {
                LocalDate date = before.date();
                touched.add(date);
                if (comparable && result.figures().containsKey(date) && !shared.contains(date) && !date.isAfter(ahead)) {
                    byte[] now = result.figures().get(date).packed();
                    if (Arrays.equals(now, before.packed())) {
                        touched.remove(date);
                    } else if (FigurePack.areOfSameCells(now, before.packed())) {
                        touched.remove(date);
                        ofSameCells.add(date);
                    }
                }
            }
        });
        return ofSameCells;
    }

    /** Figures may go for good reasons; that they are fewer is said once, when the report comes. */
    private void noteShrunk(ReportRecord report, ReadReport.ReportRead result) {
        if (result.failure() == null && report.receivedRun().equals(context.run().id())) {
            ledger.reports().before(report).filter(before -> before.reading().figureLines() > result.reading().figureLines())
                    .ifPresent(before -> context.note(report.path(), NoteKind.SHRUNK,
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
