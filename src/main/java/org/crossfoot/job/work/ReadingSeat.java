package org.crossfoot.job.work;

import static org.crossfoot.figure.FigureWording.count;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.known.PackedReading;
import org.crossfoot.known.ReadReport;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Reports;
import org.crossfoot.ledger.SeatReadings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Where a worker reads reports from their archived bytes, once it knows that they are those, and lays down what it read. What it
 * cannot read, for whatever reason, it leaves: the run knows what to say of it.
 */
final class ReadingSeat extends Seat<Long, ReadingSeat.Laying> {

    /** @param packed null where the report is left */
    record Laying(long report, byte[] packed) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(ReadingSeat.class);

    private final Archive archive;
    private final Reports reports;
    private final SeatReadings readings;
    private final ReadReport reader;
    private final long intake;
    private final String worker;

    /** @param intake whose reports they are: the id of its execution */
    ReadingSeat(RunContext context, JobRepository repository, PlatformTransactionManager transactions, long intake,
            String worker) {
        super(repository, transactions);
        this.archive = context.ledger().archive();
        this.reports = context.ledger().reports();
        this.readings = context.ledger().seatReadings();
        this.reader = new ReadReport(archive, context.snapshot().settings());
        this.intake = intake;
        this.worker = worker;
    }

    @Override
    List<Long> claim(int most) {
        return readings.claim(intake, most);
    }

    @Override
    Laying work(Long report) {
        try {
            ReportRecord record = reports.find(report);
            Optional<String> damage = archive.damage(record.sha256());
            if (damage.isPresent()) {
                LOG.info("{}: {}, where this worker looks; it is left to the run itself", record.path(), damage.get());
                return new Laying(report, null);
            }
            return new Laying(report, PackedReading.pack(reader.read(record)));
        } catch (IOException | RuntimeException | Error e) {
            LOG.info("report {} is left to the run itself", report, e);
            return new Laying(report, null);
        }
    }

    @Override
    void store(List<? extends Laying> all) {
        for (Laying laying : all) {
            if (laying.packed() == null) {
                readings.leave(intake, laying.report());
            } else {
                readings.lay(intake, laying.report(), worker, laying.packed());
            }
        }
    }

    @Override
    String inWords(List<Long> claimed) {
        String first = reports.find(claimed.get(0)).path();
        return claimed.size() == 1 ? first : first + " and " + count(claimed.size() - 1L, "more report");
    }
}
