package org.crossfoot.intake.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.UnpackedBytes.PackingFault;
import org.crossfoot.intake.workbook.MergedCells.CellRange;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * One sheet of a workbook as the text of a CSV report in UTF-8, a line for each of its rows, so that line 7 is row 7. Numbers are
 * as they are shown, days as 2025-01-26, merged cells have what is printed in them each, and a line break in a cell is a space.
 */
public final class SheetText extends ByteArrayInputStream {

    private static final Pattern LINE_BREAKS = Pattern.compile("\\R");

    private final List<CellRange> merged;

    private SheetText(byte[] text, List<CellRange> merged) {
        super(text);
        this.merged = merged;
    }

    /** The cells of which one printed text stands in each. */
    public List<CellRange> merged() {
        return merged;
    }

    /**
     * @param sheet its name, or an expression that its name matches in full; null for the only one that is shown
     * @param limit of the bytes the workbook may hold unpacked
     * @throws PackingFault where it is none, holds more, or has no such sheet
     */
    public static InputStream of(ReportBytes workbook, String sheet, long limit) throws IOException {
        byte[] bytes;
        try (InputStream in = workbook.open()) {
            bytes = in.readAllBytes();
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(bytes)) {
            throw new PackingFault(RejectReason.WORKBOOK,
                    "the file is no workbook, as its name says it is; save it as .xlsx, or as CSV");
        }
        try {
            return text(bytes, sheet, limit);
        } catch (ExcelReaderException | IllegalArgumentException | UncheckedIOException | IOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PackingFault fault) {
                    throw fault;
                }
            }
            PackingFault damaged = new PackingFault(RejectReason.WORKBOOK, "the workbook is damaged; save it again, or as CSV");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private static SheetText text(byte[] bytes, String sheet, long limit) throws IOException {
        MergedCells cells = MergedCells.of(bytes, limit);
        ReadingOptions options = new ReadingOptions(cells.knowStyles(), true);
        try (ReadableWorkbook opened = new ReadableWorkbook(new ByteArrayInputStream(bytes), options)) {
            Sheet chosen = chosen(opened, sheet);
            List<CellRange> merged = cells.of(chosen.getId());
            return new SheetText(text(chosen, merged), merged);
        }
    }

    private static Sheet chosen(ReadableWorkbook workbook, String wanted) throws PackingFault {
        List<Sheet> all = workbook.getSheets().toList();
        List<Sheet> fitting = all.stream().filter(sheet -> wanted == null ? sheet.getVisibility() == SheetVisibility.VISIBLE
                : sheet.getName().equals(wanted)).toList();
        if (fitting.isEmpty() && wanted != null) {
            Predicate<String> expression = expression(wanted);
            fitting = all.stream().filter(sheet -> expression.test(sheet.getName())).toList();
        }
        if (fitting.size() != 1) {
            String names = all.stream().map(sheet -> "'" + sheet.getName() + "'").collect(Collectors.joining(", "));
            throw new PackingFault(RejectReason.WORKBOOK, wanted == null
                    ? "the workbook has " + fitting.size() + " sheets; say which in read.sheet of source.yml: " + names
                    : (fitting.isEmpty() ? "no sheet" : fitting.size() + " sheets") + " of the workbook "
                    + (fitting.size() > 1 ? "match" : "matches") + " read.sheet " + wanted + "; there are " + names);
        }
        return fitting.get(0);
    }

    /** A name such as 'Notes (1' is no expression, and then only the sheet of that name is meant. */
    private static Predicate<String> expression(String wanted) {
        try {
            return Pattern.compile(wanted).asMatchPredicate();
        } catch (PatternSyntaxException e) {
            return name -> false;
        }
    }

    private static byte[] text(Sheet sheet, List<CellRange> merged) throws IOException {
        TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
        try (Stream<Row> read = sheet.openStream()) {
            read.forEach(row -> {
                for (Cell cell : row) {
                    String shown = cell == null ? "" : shown(cell);
                    if (!shown.isEmpty()) {
                        rows.computeIfAbsent(row.getRowNum() - 1, none -> new TreeMap<>()).put(cell.getColumnIndex(), shown);
                    }
                }
            });
        }
        int columns = rows.values().stream().mapToInt(row -> row.lastKey() + 1).max().orElse(0);
        merged.forEach(range -> fill(rows, range, columns));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            for (int number = 0; !rows.isEmpty() && number <= rows.lastKey(); number++) {
                TreeMap<Integer, String> row = rows.getOrDefault(number, new TreeMap<>());
                List<String> cells = new ArrayList<>(columns);
                for (int column = 0; column < columns && !row.isEmpty(); column++) {
                    cells.add("\"" + row.getOrDefault(column, "").replace("\"", "\"\"") + "\"");
                }
                text.append(String.join(",", cells)).append('\n');
            }
        }
        return bytes.toByteArray();
    }

    /** Gives each of some merged cells what is printed in the first; rows and columns without anything else stay blank. */
    private static void fill(TreeMap<Integer, TreeMap<Integer, String>> rows, CellRange range, int columns) {
        String printed = rows.getOrDefault(range.firstRow(), new TreeMap<>()).get(range.firstColumn());
        if (printed != null) {
            rows.subMap(range.firstRow(), true, range.lastRow(), true).values().forEach(row -> {
                for (int column = range.firstColumn(); column <= range.lastColumn() && column < columns; column++) {
                    row.putIfAbsent(column, printed);
                }
            });
        }
    }

    private static String shown(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return ShownNumber.of(cell, number);
        }
        if (value instanceof Boolean yes) {
            return yes ? "TRUE" : "FALSE";
        }
        String text = value == null ? cell.getRawValue() : value.toString();
        if (cell.getType() == CellType.FORMULA && (text == null || text.isEmpty())) {
            // Nobody has calculated it yet: what it would show is not known, and it is not blank.
            return "=" + (cell.getFormula() == null ? "" : cell.getFormula());
        }
        return text == null ? "" : LINE_BREAKS.matcher(text).replaceAll(" ");
    }
}
