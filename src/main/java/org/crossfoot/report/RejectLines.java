package org.crossfoot.report;

import static org.crossfoot.ledger.TableColumn.text;
import static org.crossfoot.ledger.TableColumn.whole;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.ledger.TableColumn;

/** Lines of {@code rejects.csv}; each report's are kept, and put together under one header. */
public final class RejectLines {

    private static final List<TableColumn<Reject>> COLUMNS = List.of(
            text("source", Reject::source),
            text("file", Reject::file),
            whole("line", reject -> reject.line() == 0 ? null : reject.line()),
            text("column", Reject::column),
            text("reason", Reject::reason),
            text("detail", Reject::detail),
            text("text", Reject::text));

    private final CsvTable table = new CsvTable();
    private long count;

    public void add(Reject reject) {
        table.row(COLUMNS, reject);
        count++;
    }

    public long count() {
        return count;
    }

    public byte[] bytes() {
        return table.bytes();
    }

    public static byte[] header() {
        return new CsvTable(TableColumn.names(COLUMNS)).bytes();
    }

    /** Of lines that are read, as a spreadsheet shows them. */
    static List<TableColumn<NamedCsvRecord>> columns() {
        return COLUMNS.stream().map(column -> column.type() == TableColumn.Type.STRING
                ? text(column.name(), (NamedCsvRecord line) -> line.getField(column.name()))
                : whole(column.name(), (NamedCsvRecord line) -> line.getField(column.name()).isEmpty() ? null
                : Long.valueOf(line.getField(column.name())))).toList();
    }

    /** The lines that were kept of a report, one by one, with their cells by name. */
    public static CsvReader<NamedCsvRecord> read(byte[] lines) {
        return CsvReader.builder().build(NamedCsvRecordHandler.builder().header(TableColumn.names(COLUMNS)).build(),
                new String(lines, StandardCharsets.UTF_8));
    }
}
