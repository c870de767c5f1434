package org.crossfoot.draft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossfoot.figure.Source;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.row.CellText;
import org.crossfoot.intake.row.Encoded.CharsetFault;
import org.crossfoot.intake.row.Encoded;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.PhysicalLines;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.ReportName;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.Rows;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Profile.Layout;
import org.crossfoot.settings.Profile.ReadOptions;

/**
 * A report's table as it is found without settings: how its text is written, where its header is, and its rows as texts.
 *
 * @param charset    name, where it is not the usual one; otherwise empty
 * @param delimiter  between cells
 * @param headerLine counted from 1; 0 where there is no header
 * @param header     texts; columns without a header are called by their numbers
 * @param rows       below it, blank ones left out
 * @param footer     the first text of rows at the end that are no figures, such as a source; empty where there is none
 */
record ReportSample(String charset, char delimiter, long headerLine, List<String> header, List<String[]> rows, String footer) {

    private static final long UNPACKED = 2L << 30;
    private static final int CELLS_KEPT = 1_000_000;
    private static final int ROWS_COMPARED = 60;
    private static final int MERGED = 70;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /**
     * Looks at a report.
     *
     * @param file  its name, whose ending tells a packed report and a workbook
     * @param sheet of a workbook, or null for the only one that is shown
     */
    static ReportSample of(String file, ReportBytes packed, String sheet) throws IOException, UnreadableReport {
        ReportBytes report = ReportReader.unpacked(new Profile(new Source("draft", file, 1, null), null, null,
                options(StandardCharsets.UTF_8, ',', sheet), null, List.of()), file, packed);
        Charset charset = charset(file, report);
        List<Row> best = List.of();
        char delimiter = ',';
        long fit = -1;
        for (char tried : ReportName.isWorkbook(file) ? new char[] {','} : DELIMITERS) {
            List<Row> rows = rows(file, report, charset, tried, ROWS_COMPARED);
            long fits = fit(rows);
            if (fits > fit) {
                best = rows;
                delimiter = tried;
                fit = fits;
            }
        }
        int header = header(best);
        boolean isHeader = !best.isEmpty() && !looksLikeTheOthers(best, header);
        List<Row> all = rows(file, report, charset, delimiter, Integer.MAX_VALUE);
        int width = width(all, header);
        List<String[]> table = new ArrayList<>();
        for (Row row : all.subList(Math.min(all.size(), isHeader ? header + 1 : header), all.size())) {
            table.add(IntStream.range(0, width).mapToObj(i -> i < row.size() ? CellText.trimmed(row.cell(i)) : "")
                    .toArray(String[]::new));
        }
        String footer = footer(table, width);
        return new ReportSample(charset.equals(StandardCharsets.UTF_8) ? "" : charset.name(), delimiter,
                isHeader ? best.get(header).line() : 0, names(best, isHeader ? header : -1, width), List.copyOf(table), footer);
    }

    private static Charset charset(String file, ReportBytes report) throws IOException {
        return ReportName.isWorkbook(file) || CharsetFault.find(report, StandardCharsets.UTF_8).isEmpty()
                ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static ReadOptions options(Charset charset, char delimiter, String sheet) {
        return new ReadOptions(charset, delimiter, '"', new Layout(List.of(), List.of(), null, null), Set.of(), UNPACKED, false,
                sheet);
    }

    private static List<Row> rows(String file, ReportBytes report, Charset charset, char delimiter, int most)
            throws IOException, UnreadableReport {
        List<Row> kept = new ArrayList<>();
        try (InputStream bytes = report.open();
                PhysicalLines lines = new PhysicalLines(Encoded.reader(bytes, charset, new Rejects("draft", file, false,
                        null)))) {
            Rows rows = new Rows(lines, options(charset, delimiter, null));
            long cells = 0;
            for (Row row = rows.next(); row != null && kept.size() < most && cells < CELLS_KEPT; row = rows.next()) {
                if (row.damage() == null && !row.isBlank()) {
                    kept.add(row);
                    cells += row.size();
                }
            }
        }
        return kept;
    }

    /** How well a delimiter fits: the cells of all rows that are as wide as most are. */
    private static long fit(List<Row> rows) {
        Map<Integer, Integer> widths = new HashMap<>();
        rows.forEach(row -> widths.merge(filled(row), 1, Integer::sum));
        return widths.entrySet().stream().mapToLong(width -> (long) (width.getKey() - 1) * width.getValue()).max().orElse(0);
    }

    /** Up to its last cell that is not blank. */
    private static int filled(Row row) {
        int filled = row.size();
        while (filled > 1 && CellText.trimmed(row.cell(filled - 1)).isEmpty()) {
            filled--;
        }
        return filled;
    }

    /** The first row that has a text in more than half as many cells as the widest. */
    private static int header(List<Row> rows) {
        int widest = rows.stream().mapToInt(ReportSample::filled).max().orElse(0);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            long texts = IntStream.range(0, row.size()).filter(cell -> !CellText.trimmed(row.cell(cell)).isEmpty()).count();
            if (2 * texts > widest) {
                return i + 1 < rows.size() && isFuller(rows.get(i + 1), texts) ? i + 1 : i;
            }
        }
        return 0;
    }

    /** Whether a row has more texts than so many, and no number: it is the lower of two lines of a header. */
    private static boolean isFuller(Row row, long texts) {
        List<String> filled = Arrays.stream(row.cells()).map(CellText::trimmed).filter(text -> !text.isEmpty()).toList();
        return filled.size() > texts && filled.stream().noneMatch(ReportSample::isNumber);
    }

    /** Whether what should be the header has numbers and dates where the rows below have them. */
    private static boolean looksLikeTheOthers(List<Row> rows, int header) {
        Row first = rows.get(header);
        List<Row> below = rows.subList(Math.min(rows.size(), header + 1), rows.size());
        List<String> texts = Arrays.stream(first.cells()).map(CellText::trimmed).toList();
        boolean years = texts.stream().filter(ReportSample::isNumber).allMatch(ReportSample::isYear)
                && texts.stream().filter(ReportSample::isNumber).distinct().count() > 1;
        if (years || below.isEmpty()) {
            return false;
        }
        boolean numbered = false;
        for (int i = 0; i < texts.size(); i++) {
            int column = i;
            List<String> others = below.stream().filter(row -> column < row.size()).map(row -> CellText.trimmed(row.cell(column)))
                    .filter(text -> !text.isEmpty()).toList();
            long numbers = others.stream().filter(ReportSample::isNumber).count();
            if (!others.isEmpty() && 2 * numbers > others.size()) {
                if (!isNumber(texts.get(i))) {
                    return false;
                }
                numbered = true;
            }
        }
        return numbered;
    }

    /** A number or a date in digits. */
    private static boolean isNumber(String text) {
        return text.matches("[0-9][0-9.,/: -]*");
    }

    private static boolean isYear(String text) {
        return text.matches("[0-9]{4}") && Integer.parseInt(text) >= FIRST_YEAR && Integer.parseInt(text) <= LAST_YEAR;
    }

    private static int width(List<Row> rows, int header) {
        return rows.subList(Math.min(rows.size(), header), rows.size()).stream().mapToInt(ReportSample::filled).max().orElse(0);
    }

    private static List<String> names(List<Row> rows, int header, int width) {
        return IntStream.range(0, width).mapToObj(i -> header < 0 ? String.valueOf(i + 1)
                : i < rows.get(header).size() ? CellText.trimmed(rows.get(header).cell(i)).replaceAll("[\\r\\n]+", " ") : "")
                .toList();
    }

    /** Takes rows with a text in their first cell alone off the end. */
    private static String footer(List<String[]> table, int width) {
        String footer = "";
        while (width > 1 && table.size() > 1 && Arrays.stream(table.get(table.size() - 1)).skip(1).allMatch(String::isEmpty)) {
            footer = table.remove(table.size() - 1)[0];
        }
        return footer;
    }

    /** Positions of the columns that can be named: their header is there once. */
    List<Integer> nameable() {
        Map<String, Long> names = header.stream().collect(Collectors.groupingBy(Header::words, Collectors.counting()));
        return IntStream.range(0, header.size()).filter(i -> !header.get(i).isEmpty()
                && names.get(Header.words(header.get(i))) == 1)
                .boxed().toList();
    }

    /** How many of a hundred rows have a text in a column. */
    int filled(int column) {
        return rows.isEmpty() ? 0 : (int) (rows.stream().filter(row -> !row[column].isEmpty()).count() * 100 / rows.size());
    }

    /** Whether a text of a column seems to stand for the blank cells below it too: it is there first, and often blank. */
    boolean isMerged(int column) {
        return rows.size() > 2 && !rows.get(0)[column].isEmpty() && filled(column) < MERGED
                && rows.stream().filter(row -> row[column].isEmpty()).allMatch(row -> Arrays.stream(row)
                .filter(text -> !text.isEmpty()).count() > 1);
    }

    /** The texts of a column, blank ones left out. */
    List<String> texts(int column) {
        return rows.stream().map(row -> row[column]).filter(text -> !text.isEmpty()).toList();
    }

    /** Whether some columns together tell every row from every other. */
    boolean isTold(List<Integer> columns) {
        Set<List<String>> seen = new HashSet<>();
        return rows.stream().allMatch(row -> seen.add(columns.stream().map(column -> row[column]).toList()));
    }
}
