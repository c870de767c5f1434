package org.crossfoot.job.work;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossfoot.job.step.ReadWaiting;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.known.PackedReading;
import org.crossfoot.known.ReadReport;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.SeatReadings.SeatReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Has workers take part in intake: where some are there and enough waits, offers them seats to read at, from the end of what
 * waits, while the run itself reads from its beginning, and stores all in its own order. What a worker has laid down when the run
 * comes to it is taken; what not, for whatever reason, the run reads itself. So whatever becomes of a worker, the run waits for
 * none.
 */
public final class Readers implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

    /** Fewer are read before a worker has sat down, unless they are large. */
    private static final int FEWEST = 32;
    private static final long LARGE = 32 << 20;

    private final Ledger ledger;
    private final JobRepository repository;
    private final SeatOffers offers;
    private final ReadWaiting itself;
    private List<Long> offered = List.of();
    private long intake;

    Readers(RunContext context, JobRepository repository, SeatOffers offers, ReadWaiting itself) {
        this.ledger = context.ledger();
        this.repository = repository;
        this.offers = offers;
        this.itself = itself;
    }

    @Override
    public void beforeStep(StepExecution step) {
        int theirs = ledger.seatReadings().isMuch(FEWEST, LARGE) ? offers.theirs() : 0;
        if (theirs > 0) {
            intake = step.getId();
            int waiting = ledger.seatReadings().offer(intake);
            LOG.info("{} reports, with {} seats of workers", waiting, theirs);
            SimpleStepExecutionSplitter splitter = new SimpleStepExecutionSplitter(repository, "reader", SeatOffers::names);
            splitter.setAllowStartIfComplete(true);
            try {
                offered = offers.offer(offers.make(splitter, step, theirs + SeatOffers.SPARE, waiting,
                        Map.of(SeatOffers.INTAKE, intake)));
            } catch (JobExecutionException e) {
                throw new IllegalStateException("no seats to read at could be made", e);
            }
        }
    }

    /** What came of a report, whoever read it. May be called by several threads. */
    public ReadReport.ReportRead of(Long report) throws IOException {
        Optional<SeatReading> laid = offered.isEmpty() ? Optional.empty() : ledger.seatReadings().of(intake, report);
        if (laid.isEmpty()) {
            return itself.process(report);
        }
        ReportRecord record = ledger.reports().find(report);
        LOG.info("{}: read by {}", record.path(), laid.get().worker());
        return PackedReading.unpack(record, laid.get().packed());
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (!offered.isEmpty()) {
            offers.offerNothing();
            offers.closeUntaken(offered);
            ledger.seatReadings().forget(intake);
        }
        return step.getExitStatus();
    }
}
