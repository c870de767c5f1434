package org.crossfoot.report;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.pack.DiscrepancyFigures;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.settings.FilesWanted.ToolFile;
import org.crossfoot.settings.FilesWanted;

/** The files of a date for spreadsheets and other tools, as far as they are wanted: what its tables say, in other forms. */
final class FilesForTools {

    private FilesForTools() {
    }

    /**
     * @param maker    of the revision
     * @param revision its number
     * @param rows     its discrepancies
     * @param about    their figures
     * @param rejects  lines of {@code rejects.csv}, of the reports it was made from
     */
    static List<ResultFile> of(RevisionMaker maker, int revision, Outcome outcome, List<DiscrepancyRecord> rows,
            DiscrepancyFigures about, List<byte[]> rejects) {
        FilesWanted wanted = maker.wanted();
        int figures = outcome.figures().size();
        List<ResultFile> files = new ArrayList<>();
        if (wanted.has(ToolFile.WORKBOOK, figures)) {
            files.add(workbook(outcome, rows, rejects));
        }
        if (wanted.has(ToolFile.SARIF, figures)) {
            files.add(SarifFile.of(outcome.date(), revision, maker.version(), maker.waivers(), rows, about));
        }
        if (wanted.has(ToolFile.JUNIT, figures)) {
            files.add(JunitFile.of(outcome.date(), maker.waivers().rules(), rows));
        }
        if (wanted.has(ToolFile.SDMX, figures)) {
            files.add(SdmxTables.totals(outcome.totals()));
            files.add(SdmxTables.figures(outcome.figures()));
        }
        return files;
    }

    private static ResultFile workbook(Outcome outcome, List<DiscrepancyRecord> rows, List<byte[]> rejects) {
        LocalDate date = outcome.date();
        Iterable<NamedCsvRecord> rejected = () -> rejects.stream().flatMap(lines -> RejectLines.read(lines).stream()).iterator();
        int rejectedRows = rejects.stream().mapToInt(lines -> (int) RejectLines.read(lines).stream().count()).sum();
        return new WorkbookFile(date, WorkbookFile.MOST_ROWS)
                .discrepancies(rows)
                .sheet("totals", ResultTables.totals(date), outcome.totals(), outcome.totals().size(), RevisionRecord.TOTALS)
                .sheet("figures", ResultTables.figures(date, outcome.figures()), outcome.figures(), outcome.figures().size(),
                        RevisionRecord.FIGURES)
                .sheet("rejected rows", RejectLines.columns(), rejected, rejectedRows, "rejects.csv of the run that read them")
                .file();
    }
}
