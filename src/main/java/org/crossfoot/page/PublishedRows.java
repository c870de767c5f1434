package org.crossfoot.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Rows of the tables that a revision publishes. */
final class PublishedRows {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private PublishedRows() {
    }

    /**
     * A row of {@code figures.csv}.
     *
     * @param end     null where the period has none
     * @param highest null where there is no upper limit
     */
    record FigureRow(String source, String file, String line, LocalDate published, LocalDate start, LocalDate end, String area,
            String measure, String printed, long lowest, Long highest, String use) {

        /** Of this date, not of an earlier period that a longer one needs. */
        boolean isOfTheDate() {
            return !use.equals("context");
        }
    }

    /** A row of {@code totals.csv}. */
    record TotalRow(String area, String measure, LocalDate start, LocalDate end, long best, long lowest, Long highest, String basis,
            String sources) {
    }

    /** A row of {@code rejects.csv}. */
    record RejectRow(String file, String line, String column, String reason, String detail, String text) {

        String place() {
            return line.isEmpty() ? file : file + ":" + line;
        }

        List<String> cells() {
            return List.of(place(), column, Words.spelled(reason) + "\n" + detail, text);
        }
    }

    static List<FigureRow> figures(byte[] csv) {
        return rows(FORMAT, csv).stream().map(row -> new FigureRow(row.get("source"), row.get("file"), row.get("line"),
                day(row.get("published")), day(row.get("period_start")), day(row.get("period_end")), row.get("area"), row.get("measure"), row.get("as_printed"), number(row.get("lowest")),
                number(row.get("highest")), row.get("use"))).toList();
    }

    static List<TotalRow> totals(byte[] csv) {
        return rows(FORMAT, csv).stream().map(row -> new TotalRow(row.get("area"), row.get("measure"), day(row.get("period_start")),
                day(row.get("period_end")), number(row.get("best")), number(row.get("lowest")), number(row.get("highest")),
                row.get("basis"), row.get("sources"))).toList();
    }

    /** @param csv lines without a header */
    static List<RejectRow> rejects(byte[] csv) {
        return rows(CSVFormat.RFC4180, csv).stream()
                .map(row -> new RejectRow(row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row.get(6))).toList();
    }

    private static List<CSVRecord> rows(CSVFormat format, byte[] csv) {
        try (var reader = new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static Long number(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }
}
