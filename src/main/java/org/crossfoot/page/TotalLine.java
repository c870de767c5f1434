package org.crossfoot.page;

import java.util.List;

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

    List<String> cells() {
        return List.of(measure, area, span.words, best, limits, grounds.cell, span.key);
    }
}
