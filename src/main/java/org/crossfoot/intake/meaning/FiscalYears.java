package org.crossfoot.intake.meaning;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.row.CellText;
import org.crossfoot.intake.row.Reading;
import org.crossfoot.intake.row.RejectReason;

/** Fiscal years of the United States: 2021 runs from October 2020 to September 2021. */
final class FiscalYears {

    private static final Pattern PRINTED = Pattern.compile("(?:FY\\s*)?([0-9]{4}|[0-9]{2})", Pattern.CASE_INSENSITIVE);

    private FiscalYears() {
    }

    /** {@code 2021}, {@code 21}, {@code FY2021} or {@code FY21}. */
    static Reading<Integer> year(String text) {
        Matcher printed = PRINTED.matcher(text);
        int year = printed.matches() ? Integer.parseInt(printed.group(1)) : 0;
        if (printed.matches() && printed.group(1).length() == 2) {
            year += 2000;
        }
        return year >= 1000 ? Reading.of(year) : Reading.refused(RejectReason.DATE,
                CellText.quoted(text) + " is not a fiscal year printed as 2021, 21, FY2021 or FY21");
    }

    static Period whole(int year) {
        return new Period(LocalDate.of(year - 1, Month.OCTOBER, 1), LocalDate.of(year, Month.SEPTEMBER, 30));
    }

    static YearMonth monthOf(int year, Month month) {
        return YearMonth.of(month.compareTo(Month.OCTOBER) >= 0 ? year - 1 : year, month);
    }
}
