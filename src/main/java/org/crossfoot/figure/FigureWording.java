package org.crossfoot.figure;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.LongStream;

/** How numbers, cells and figures are put into words. */
public record FigureWording(Vocabulary vocabulary) {

    /** {@code 956}, {@code 1,179}. */
    public static String number(long number) {
        StringBuilder digits = new StringBuilder().append(number);
        int first = number < 0 ? 1 : 0;
        for (int at = digits.length() - 3; at > first; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /** {@code 1 day}, {@code 25 days}. */
    public static String count(long number, String one) {
        return number(number) + " " + one + (number == 1 ? "" : "s");
    }

    /** {@code 538 + 593 - 12}. */
    public static String sum(LongStream numbers) {
        StringBuilder text = new StringBuilder();
        numbers.forEach(number -> text.append(text.isEmpty() ? number(number)
                : (number < 0 ? " - " : " + ") + number(Math.abs(number))));
        return text.toString();
    }

    /** {@code 3,150 to 3,850}, {@code at least 2,681}, {@code 956}. */
    public static String limits(Amount amount) {
        return limits(amount.lowest(), amount.hasUpperLimit() ? amount.highest() : null);
    }

    /** @param highest null where there is no upper limit */
    public static String limits(long lowest, Long highest) {
        return highest == null ? "at least " + number(lowest)
                : lowest == highest ? number(lowest) : number(lowest) + " to " + number(highest);
    }

    /** A sentence as it goes on after another one. */
    public static String lowerFirst(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** Words as a sentence begins with them. */
    public static String upperFirst(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public String cell(Cell cell) {
        return vocabulary.measureTitle(cell.measure()) + ", " + vocabulary.areas().name(cell.area()) + ", " + cell.period();
    }

    public String measure(Cell cell) {
        return vocabulary.measureTitle(cell.measure());
    }

    public String area(Cell cell) {
        return vocabulary.areas().name(cell.area());
    }

    /** Who said it, in what words, and where it says so. */
    public String said(Figure figure) {
        return said(vocabulary.sourceTitle(figure.source()), figure.attributedTo(), null, figure.asPrinted(), figure.amount(),
                figure.derived(), figure.file(), figure.line());
    }

    /** @param published null where it is not told */
    public static String said(String publisher, String quoting, LocalDate published, String asPrinted, Amount amount,
            boolean derived, String file, long line) {
        boolean plain = !amount.hasUpperLimit() || amount.isExact() || asPrinted.equals(limits(amount));
        return publisher + (quoting.isEmpty() ? "" : ", quoting " + quoting)
                + (published == null ? "" : ", published " + published) + ": "
                + asPrinted + (plain ? "" : " [" + limits(amount) + "]")
                + (derived ? ", derived from other figures" : "")
                + " (" + file + ":" + line + ")";
    }
}
