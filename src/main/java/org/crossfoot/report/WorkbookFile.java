package org.crossfoot.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.TableColumn.Type;
import org.crossfoot.ledger.TableColumn;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * {@code crossfoot.xlsx}: a date's tables as sheets of a workbook, for people who work in a spreadsheet. A text is a text cell,
 * whatever it looks like, so that nothing in it runs; numbers and days are what they are. Rows are written as they come, and none
 * is kept: a date may have very many.
 */
final class WorkbookFile {

    /** As a spreadsheet has them: a row more is none. */
    static final int MOST_ROWS = Worksheet.MAX_ROWS;
    static final int MOST_CHARACTERS = 32_767;

    private static final int MOST_LINKS = 65_530;
    private static final long LARGEST_EXACT = 999_999_999_999_999L;
    private static final int ROWS_AT_ONCE = 500;
    /** Spreadsheets count a 29 February 1900 that never was: no day before March is the same in all of them. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final Pattern NOT_IN_XML = Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    /** What a workbook would take for a character that is written by its number. */
    private static final Pattern BY_NUMBER = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "Crossfoot", null);
    private final int mostRows;

    /** @param mostRows of a sheet, its header among them */
    WorkbookFile(LocalDate date, int mostRows) {
        this.mostRows = mostRows;
        workbook.properties().setTitle("Discrepancies and reconciled totals of " + date);
    }

    /** Adds a sheet of a table. */
    <R> WorkbookFile sheet(String name, List<TableColumn<R>> columns, Iterable<R> rows, int count, String file) {
        return sheet(name, columns, rows, count, file, row -> null);
    }

    /** The same, where the first cell of a row leads to somewhere on the report's page. */
    WorkbookFile discrepancies(List<DiscrepancyRecord> rows) {
        return sheet("discrepancies", DiscrepancyRecord.COLUMNS, rows, rows.size(), RevisionRecord.DISCREPANCIES,
                row -> "report.html#" + row.id());
    }

    private <R> WorkbookFile sheet(String name, List<TableColumn<R>> columns, Iterable<R> rows, int count, String file,
            Function<R, String> link) {
        try {
            int shown = count < mostRows ? count : mostRows - 2;
            Worksheet sheet = workbook.newWorksheet(name);
            header(sheet, columns, shown);
            Iterator<R> each = rows.iterator();
            for (int row = 1; row <= shown; row++) {
                R values = each.next();
                fill(sheet, row, columns, values, file);
                String target = row <= MOST_LINKS ? link.apply(values) : null;
                if (target != null) {
                    sheet.hyperlink(row, 0, new HyperLink(target, (String) columns.get(0).cell().apply(values)));
                    sheet.style(row, 0).fontColor("0563C1").underlined().set();
                }
                if (row % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            }
            if (shown < count) {
                sheet.inlineString(shown + 1, 0, "And " + FigureWording.number(count - shown) + " rows more, which stand in "
                        + file + ": a sheet holds " + FigureWording.number(mostRows) + " rows at most.");
            }
            sheet.finish();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void header(Worksheet sheet, List<? extends TableColumn<?>> columns, int rows) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i).name());
            sheet.width(i, columns.get(i).type() == Type.STRING ? 22 : 12);
        }
        sheet.range(0, 0, 0, columns.size() - 1).style().bold().fillColor(Color.GRAY1).set();
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, rows, columns.size() - 1);
    }

    private static <R> void fill(Worksheet sheet, int row, List<TableColumn<R>> columns, R values, String file) {
        for (int i = 0; i < columns.size(); i++) {
            Object value = columns.get(i).cell().apply(values);
            if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
                sheet.value(row, i, day);
                sheet.style(row, i).format("yyyy-mm-dd").set();
            } else if (value instanceof Number number && Math.abs(number.longValue()) <= LARGEST_EXACT) {
                sheet.value(row, i, number);
            } else if (columns.get(i).type() == Type.NUMBER && value instanceof String number && !number.isEmpty()) {
                sheet.value(row, i, new BigDecimal(number));
            } else if (value != null && !value.toString().isEmpty()) {
                sheet.inlineString(row, i, text(value.toString(), file));
            }
        }
    }

    private static String text(String text, String file) {
        String cell = text;
        if (!isPlain(text)) {
            cell = BY_NUMBER.matcher(NOT_IN_XML.matcher(text).replaceAll("\ufffd")).replaceAll("_x005F_");
        }
        if (cell.length() <= MOST_CHARACTERS) {
            return cell;
        }
        String more = " ... (cut off here: a cell holds no more; all of it stands in " + file + ")";
        int end = MOST_CHARACTERS - more.length();
        return cell.substring(0, Character.isHighSurrogate(cell.charAt(end - 1)) ? end - 1 : end) + more;
    }

    /** Whether nothing in it has to be looked at twice; nearly all texts are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < ' ' || each > '~' || each == '_' && text.startsWith("_x", i)) {
                return false;
            }
        }
        return true;
    }

    /** The whole of it, once all sheets are in. */
    ResultFile file() {
        try {
            // What follows is small, and is laid down as it is, so that the time in it can be taken out.
            workbook.setCompressionLevel(0);
            workbook.finish();
            return new ResultFile(RevisionRecord.WORKBOOK, withoutTime(bytes.toByteArray()), ResultFile.Form.WORKBOOK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes out the time at which the workbook was written, which the library always puts in: the same tables have the same
     * bytes.
     */
    private static byte[] withoutTime(byte[] zip) {
        String properties = "<cp:coreProperties";
        int begin = lastIndexOf("<?xml", zip, lastIndexOf(properties, zip, zip.length));
        int time = lastIndexOf("W3CDTF\">", zip, zip.length) + "W3CDTF\">".length();
        int end = lastIndexOf("</cp:coreProperties>", zip, zip.length) + "</cp:coreProperties>".length();
        byte[] never = "2000-01-01T00:00:00.000Z".getBytes(StandardCharsets.US_ASCII);
        if (lastIndexOf("</dcterms:created>", zip, zip.length) != time + never.length) {
            throw new IllegalStateException("the library writes the time of a workbook in another way");
        }
        System.arraycopy(never, 0, zip, time, never.length);
        CRC32 sum = new CRC32();
        sum.update(zip, begin, end - begin);
        // It stands in the descriptor behind the file, and in the directory at the end, 30 bytes before the file's name.
        ByteBuffer sums = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        sums.putInt(end + 4, (int) sum.getValue());
        sums.putInt(lastIndexOf("docProps/core.xml", zip, zip.length) - 30, (int) sum.getValue());
        return zip;
    }

    /** Where a text stands last before a place. */
    private static int lastIndexOf(String text, byte[] bytes, int before) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = before - wanted.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new IllegalStateException("the library writes no " + text + " into a workbook");
    }
}
