package org.crossfoot.page;

/** One total, in words. */
record TotalLine(String measure, String area, Span span, String best, String limits, Grounds grounds) {

    /**
     * Its period.
     *
     * @param key what totals are ordered by
     */
    record Span(String words, String key) {
    }

    /**
     * What it rests on.
     *
     * @param cell all of it, as a cell of a table
     */
    record Grounds(Term basis, String sources, String cell) {
    }

    String[] cells() {
        return new String[] {measure, area, span.words, best, limits, grounds.cell, span.key};
    }
}
