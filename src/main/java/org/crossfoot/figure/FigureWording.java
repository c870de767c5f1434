package org.crossfoot.figure;

import java.util.Locale;

/** How numbers, cells and figures are put into words. */
public record FigureWording(Vocabulary vocabulary) {

    public static String number(long number) {
        return GroupedDigits.of(number);
    }

    /** {@code 3,150 to 3,850}, {@code at least 2,681}, {@code 956}. */
    public static String limits(Amount amount) {
        if (amount.isExact()) {
            return number(amount.lowest());
        }
        return amount.hasUpperLimit() ? number(amount.lowest()) + " to " + number(amount.highest()) : "at least " + number(amount.lowest());
    }

    /** A sentence as it goes on after another one. */
    public static String lowerFirst(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
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
        StringBuilder text = new StringBuilder(vocabulary.sourceTitle(figure.source()));
        if (!figure.attributedTo().isEmpty()) {
            text.append(", quoting ").append(figure.attributedTo());
        }
        text.append(": ").append(figure.asPrinted());
        if (!figure.amount().isExact() && figure.amount().hasUpperLimit() && !figure.asPrinted().equals(limits(figure.amount()))) {
            text.append(" [").append(limits(figure.amount())).append(']');
        }
        if (figure.derived()) {
            text.append(", derived from other figures");
        }
        return text.append(" (").append(figure.file()).append(':').append(figure.line()).append(')').toString();
    }
}
