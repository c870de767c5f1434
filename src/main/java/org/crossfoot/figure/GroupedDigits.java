package org.crossfoot.figure;

/** A whole number as Crossfoot itself writes it in sentences: {@code 956}, {@code 1,179}. */
public final class GroupedDigits {

    private GroupedDigits() {
    }

    public static String of(long number) {
        StringBuilder digits = new StringBuilder().append(number);
        int first = number < 0 ? 1 : 0;
        for (int at = digits.length() - 3; at > first; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
