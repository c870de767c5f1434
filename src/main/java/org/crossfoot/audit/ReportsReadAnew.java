package org.crossfoot.audit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crossfoot.known.ReadReport;
import org.crossfoot.ledger.KnownReports;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Reports.DatedFigures;
import org.crossfoot.ledger.Reports;
import org.crossfoot.report.Input;
import org.crossfoot.settings.Settings;

/** Reports as they stand, read again from their archived bytes as other settings say; what is gone is told as it was read. */
final class ReportsReadAnew implements KnownReports {

    private final Reports known;
    private final RecalledReports read;

    ReportsReadAnew(Reports known, Settings settings, ReadReport reader) throws IOException {
        this.known = known;
        List<ReportRecord> declared = known.notWithdrawn().stream()
                .filter(report -> settings.profiles().containsKey(report.source())).toList();
        this.read = new RecalledReports(declared, List.of(), List.of(), List.of(), declared.stream()
                .map(report -> new Input(report.path(), report.sha256())).collect(Collectors.toSet()), reader);
    }

    @Override
    public List<ReportRecord> notWithdrawn() {
        return read.notWithdrawn();
    }

    @Override
    public List<DatedFigures> figures(LocalDate first, LocalDate last) {
        return read.figures(first, last);
    }

    @Override
    public List<DatedFigures> goals(LocalDate begunBy) {
        return read.goals(begunBy);
    }

    @Override
    public List<ReportRecord> takenAway(LocalDate businessDate) {
        return known.takenAway(businessDate);
    }

    @Override
    public List<GoneFigures> gone(LocalDate date) {
        return known.gone(date);
    }

    @Override
    public List<String> unread(LocalDate businessDate) {
        return known.unread(businessDate);
    }

    @Override
    public List<DatedFigures> figuresOf(long report) {
        return known.figuresOf(report);
    }

    @Override
    public List<DatedFigures> saidInstead(String source, long report) {
        return known.saidInstead(source, report);
    }

    @Override
    public Optional<Long> withFigures(String source, LocalDate first, LocalDate last, boolean orReplaced) {
        return read.withFigures(source, first, last, orReplaced);
    }
}
