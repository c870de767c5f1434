package org.crossfoot.figure;

/**
 * What vague words span, in percent of the number printed.
 *
 * @param around how far "around n" may be off on either side before it conflicts
 * @param nearly how far below n "nearly n" may be
 */
public record WordingSpans(int around, int nearly) {

    public static final WordingSpans USUAL = new WordingSpans(10, 5);
}
