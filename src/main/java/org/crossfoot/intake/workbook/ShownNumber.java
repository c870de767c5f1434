package org.crossfoot.intake.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/**
 * The number of a cell as a workbook shows it: with the decimals of its format, without marks of thousands; a day as 2025-01-26
 * however it is shown. Formats without a text of their own are those of ECMA-376, part 1, 18.8.30.
 */
final class ShownNumber {

    private static final Map<Integer, String> BUILT_IN = Map.ofEntries(Map.entry(1, "0"), Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"), Map.entry(9, "0%"), Map.entry(10, "0.00%"), Map.entry(14, "mm-dd-yy"),
            Map.entry(15, "d-mmm-yy"), Map.entry(16, "d-mmm"), Map.entry(17, "mmm-yy"), Map.entry(18, "h:mm AM/PM"),
            Map.entry(19, "h:mm:ss AM/PM"), Map.entry(20, "h:mm"), Map.entry(21, "h:mm:ss"), Map.entry(22, "m/d/yy h:mm"),
            Map.entry(37, "#,##0"), Map.entry(38, "#,##0"), Map.entry(39, "#,##0.00"), Map.entry(40, "#,##0.00"));

    /** What a format only shows: texts in quotes, characters after a backslash, colours, conditions and fillers. */
    private static final Pattern ONLY_SHOWN = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|[_*].");
    private static final Pattern PART_OF_A_DATE = Pattern.compile("[dyhsDYHS]|(?<![0#?])[mM]");
    private static final Pattern DECIMALS = Pattern.compile("\\.([0#?]+)");
    /** What a fraction of two kept as one of ten is exact to. */
    private static final MathContext EXACT = new MathContext(15);

    private ShownNumber() {
    }

    static String of(Cell cell, BigDecimal number) {
        String format = format(cell);
        if (PART_OF_A_DATE.matcher(format).find()) {
            return time(number.signum() >= 0 ? cell.asDate() : null, number);
        }
        boolean percent = format.contains("%");
        BigDecimal shown = percent ? number.movePointRight(2) : number;
        Matcher decimals = DECIMALS.matcher(format);
        boolean hasDigits = format.contains("0") || format.contains("#");
        if (!hasDigits) {
            shown = shown.round(EXACT).stripTrailingZeros();
        } else {
            String after = decimals.find() ? decimals.group(1) : "";
            shown = shown.round(EXACT).setScale(after.length(), RoundingMode.HALF_UP);
            int kept = (int) after.chars().filter(digit -> digit == '0').count();
            BigDecimal shortest = shown.stripTrailingZeros();
            shown = shortest.setScale(Math.max(kept, Math.max(0, shortest.scale())), RoundingMode.UNNECESSARY);
        }
        return shown.toPlainString() + (percent ? "%" : "");
    }

    /** Of the format's sections the first, without what it only shows. */
    private static String format(Cell cell) {
        String text = cell.getDataFormatString();
        if (text == null && cell.getDataFormatId() != null) {
            text = BUILT_IN.get(cell.getDataFormatId());
        }
        return text == null || text.equalsIgnoreCase("general") ? "" : ONLY_SHOWN.matcher(text).replaceAll("").split(";", 2)[0];
    }

    private static String time(LocalDateTime time, BigDecimal number) {
        if (time == null) {
            return number.toPlainString();
        }
        if (number.compareTo(BigDecimal.ONE) < 0) {
            return time.toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME);
        }
        return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString()
                : time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
