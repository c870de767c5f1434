package org.crossfoot.report;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.settings.FilesWanted.Kind;
import org.crossfoot.settings.FilesWanted;

/** The files of a date for spreadsheets and other tools, as far as they are wanted: what its tables say, in other forms. */
final class FilesForTools {

    private FilesForTools() {
    }

    /**
     * @param rows    its discrepancies
     * @param rejects lines of {@code rejects.csv}, of the reports it was made from
     */
    static List<ResultFile> of(FilesWanted wanted, Outcome outcome, List<DiscrepancyRecord> rows, List<byte[]> rejects) {
        int figures = outcome.figures().size();
        List<ResultFile> files = new ArrayList<>();
        if (wanted.has(Kind.WORKBOOK, figures)) {
            files.add(workbook(outcome, rows, rejects));
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
