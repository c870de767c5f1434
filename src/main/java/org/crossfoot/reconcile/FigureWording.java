package org.crossfoot.reconcile;

import java.util.Locale;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.GroupedDigits;
import org.crossfoot.figure.Vocabulary;

/** How numbers, cells and figures are put into words. */
record FigureWording(Vocabulary vocabulary) {

    static String number(long number) {
        return GroupedDigits.of(number);
    }

    /** {@code 3,150 to 3,850}, {@code at least 2,681}, {@code 956}. */
    static String limits(Amount amount) {
        if (amount.isExact()) {
            return number(amount.lowest());
        }
        return amount.hasUpperLimit() ? number(amount.lowest()) + " to " + number(amount.highest()) : "at least " + number(amount.lowest());
    }

    /** A sentence as it goes on after another one. */
    static String lowerFirst(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    String cell(Cell cell) {
        return vocabulary.measureTitle(cell.measure()) + ", " + vocabulary.areas().name(cell.area()) + ", " + cell.period();
    }

    String measure(Cell cell) {
        return vocabulary.measureTitle(cell.measure());
    }

    String area(Cell cell) {
        return vocabulary.areas().name(cell.area());
    }

    /** Who said it, in what words, and where it says so. */
    String said(Figure figure) {
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
