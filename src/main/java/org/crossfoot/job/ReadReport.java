package org.crossfoot.job;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.intake.LineAccount;
import org.crossfoot.intake.Reject;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.ReportSink;
import org.crossfoot.intake.UnreadableReport;
import org.crossfoot.ledger.FigurePack;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.ReportRecord.Reading;
import org.crossfoot.report.RejectLines;
import org.crossfoot.settings.Profile;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Step 2, per report: from its archived bytes to packed figures and rejects. */
final class ReadReport implements ItemProcessor<Long, ReadReport.Result> {

    /**
     * @param failure why the report could not be read, or null
     * @param rejects CSV lines as {@code rejects.csv} has them
     */
    record Result(ReportRecord report, LocalDate publishedOn, Reading reading, String failure, Map<LocalDate, FigurePack> figures,
            byte[] rejects) {
    }

    private final RunContext context;
    private final ReportReader reader;

    ReadReport(RunContext context) {
        this.context = context;
        this.reader = new ReportReader(context.snapshot().settings());
    }

    @Override
    public Result process(Long id) throws IOException {
        ReportRecord report = context.ledger().reports().find(id);
        Profile profile = context.snapshot().settings().profiles().get(report.source());
        LocalDate publishedOn = reader.publishedByName(profile, report.path()).orElse(null);
        Packing packing = new Packing(context.snapshot().settings().measures());
        try {
            if (Receive.hasNoBytes(report)) {
                throw new UnreadableReport(new Reject(report.source(), report.path(), 0, "", "permission",
                        "cannot be opened; let the user that runs Crossfoot read it", ""));
            }
            LineAccount lines = reader.read(profile, report.path(), () -> context.ledger().archive().open(report.sha256()), packing);
            Reading reading = new Reading(lines.lines(), lines.header(), lines.figures(), lines.rejected(), lines.skipped(),
                    lines.notBegun(), lines.listedAgain(), packing.figures, packing.rejects.count());
            return new Result(report, publishedOn, reading, null, packing.byDate, packing.rejects.bytes());
        } catch (UnreadableReport e) {
            RejectLines only = new RejectLines();
            only.add(e.reject());
            return new Result(report, publishedOn, new Reading(0, 0, 0, 0, 0, 0, 0, 0, 1), e.getMessage(), Map.of(), only.bytes());
        } catch (IOException e) {
            throw new IOException(report.path() + ": the archive cannot give back its bytes, " + report.sha256() + " (" + e + ")", e);
        }
    }

    private static final class Packing implements ReportSink {

        private final Map<String, Measure> measures;
        private final Map<LocalDate, FigurePack> byDate = new TreeMap<>();
        private final RejectLines rejects = new RejectLines();
        private long figures;

        Packing(Map<String, Measure> measures) {
            this.measures = measures;
        }

        @Override
        public void accept(Figure figure) {
            byDate.computeIfAbsent(figure.date(), date -> new FigurePack()).add(figure, measures.get(figure.cell().measure()).isGoal());
            figures++;
        }

        @Override
        public void accept(Reject reject) {
            rejects.add(reject);
        }
    }
}
