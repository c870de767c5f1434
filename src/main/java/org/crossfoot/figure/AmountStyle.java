package org.crossfoot.figure;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a publisher prints amounts: its numbers, the marks it puts behind them, and what it prints where there is none.
 *
 * @param marks       taken off the end of an amount
 * @param absent      what texts mean that stand where an amount would, whatever their case: {@link #ZERO}, {@link #UNKNOWN}, or
 *                    an amount in words
 * @param corrections whether a day may be negative: it corrects days before it
 */
public record AmountStyle(NumberStyle numbers, List<String> marks, Map<String, String> absent, boolean corrections) {

    public static final String ZERO = "zero";
    public static final String UNKNOWN = "unknown";
    public static final AmountStyle USUAL = new AmountStyle(NumberStyle.USUAL, List.of(), Map.of(), false);

    public AmountStyle {
        marks = List.copyOf(marks);
        TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(absent);
        absent = Collections.unmodifiableMap(anyCase);
    }

    /** Where texts stand for an absent amount, and it is not said otherwise what they mean. */
    public AmountStyle with(Set<String> missing, boolean isZero) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        missing.forEach(text -> all.put(text, isZero ? ZERO : UNKNOWN));
        all.putAll(absent);
        return new AmountStyle(numbers, marks, all, corrections);
    }

    /** The text without the marks at its end; the text itself where nothing would be left. */
    String unmarked(String text) {
        String left = text;
        for (String mark = lastMark(left); mark != null; mark = lastMark(left)) {
            left = AmountText.strip(left.substring(0, left.length() - mark.length()));
        }
        return left;
    }

    private String lastMark(String text) {
        return marks.stream().filter(mark -> text.length() > mark.length() && text.endsWith(mark))
                .max(Comparator.comparingInt(String::length)).orElse(null);
    }

    /** Whether a text that stands for an absent amount is a number. */
    public boolean hasAbsentNumbers() {
        return absent.keySet().stream().anyMatch(text -> AmountText.ofNumber(text) != null);
    }
}
