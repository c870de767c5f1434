package org.crossfoot.page;

import java.util.List;

/**
 * One discrepancy, ready to be shown.
 *
 * @param headline  what contradicts what, in a sentence
 * @param gap       in people, with its percentage
 * @param accepted  id of the discrepancy that a waiver is about, or empty
 * @param said      the figures, side by side
 * @param more      how many more were said that are not shown
 * @param possible  what can still be true
 * @param axis      what figures are drawn on; null where there are none
 * @param sentences the arithmetic and the verdict
 * @param cause     a hint at what may have happened, or empty
 * @param waived    until which day it is accepted, or empty
 * @param ofWrong   what is said of figures that are wrong
 * @param sums      what adds up to what, where that is what the discrepancy is about
 */
record Item(String id, Label severity, Label status, Label rule, String place, String measure, String period, String gap,
        Label verdict, String headline, String accepted, List<ShownStatement> said, int more, List<Possible> possible, Axis axis,
        List<String> sentences, String cause, String waived, String ofWrong, List<SumTables.SumTable> sums) {

    /**
     * One figure as somebody said it.
     *
     * @param about   what it is of, where that is not what the discrepancy is of
     * @param means   the limits that its words stand for; empty where they are a plain number
     * @param highest null where no upper limit was said
     * @param trust   what it costs to doubt it
     * @param wrong   whether it is probably wrong
     * @param details who was quoted, when, and who repeats it
     */
    record ShownStatement(int number, String publisher, String details, String about, String printed, String means, long lowest,
            Long highest, String trust, boolean wrong, String where, String note) {
    }

    /** What can still be true of one total, once the least trusted contradiction is set aside. */
    record Possible(String about, String limits, long lowest, Long highest) {
    }
}
