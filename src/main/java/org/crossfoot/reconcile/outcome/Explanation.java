package org.crossfoot.reconcile.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The reasons behind one discrepancy, from the printed words to the verdict, as data; {@link ExplanationText} puts them into
 * sentences. Statements are numbered from 1, and what is said later mentions them by number.
 *
 * @param statements    who said what; those that nothing mentions are left out beyond the first hundred
 * @param statementsInAll how many there are
 * @param arithmetic    sentences that show the sum that fails
 * @param tolerance     in people, already allowed for; 0 where there is none
 * @param conflict      statements that cannot all be true, of which any could be left out
 * @param blamed        those that every cheapest repair sets aside
 * @param tied          those that some of several equally cheap repairs set aside
 * @param repairs       the cheapest repairs, each a list of statements to set aside
 * @param moreRepairs   whether there are more than are listed
 * @param cost          of each repair, in trust
 * @param verdict       null where no verdict is asked for
 * @param reason        a sentence on the verdict, or empty
 * @param equalTrust    the verdict if all were trusted alike, or null where that was not asked
 * @param bounds        of the cells in question, before and after
 * @param possibleCause a hint in words, or empty
 */
public record Explanation(String headline, List<NumberedStatement> statements, int statementsInAll, List<String> arithmetic,
        long tolerance, List<Mention> conflict, List<Mention> blamed, List<Mention> tied, List<List<Mention>> repairs,
        boolean moreRepairs, int cost, Verdict verdict, String reason, EqualTrust equalTrust, List<Bounds> bounds,
        String possibleCause) {

    /**
     * What one voice said in the same words; of several areas where one printed line stands for them.
     *
     * @param source     id
     * @param publisher  the source's title
     * @param quoting    who is quoted, or empty
     * @param published  the day, or null where the report does not say
     * @param about      measure, area and period in words; empty for the cell of the discrepancy
     * @param areas      ids
     * @param periodEnd  null where it has no end
     * @param highest    null where no upper limit was said
     * @param note       a remark of the publisher or the steward, or empty
     * @param repeatedBy titles of sources that only repeat it
     */
    public record NumberedStatement(int number, String source, String publisher, String quoting, LocalDate published, String file,
            long line, String statement, String about, String measure, List<String> areas, LocalDate periodStart,
            LocalDate periodEnd, String asPrinted, long lowest, Long highest, int trust, boolean derived, String note,
            List<String> repeatedBy) {

        boolean isOfSeveralAreas() {
            return areas.size() > 1;
        }
    }

    /**
     * A statement, or what it says of some areas.
     *
     * @param areas names; one for a statement on one area
     */
    public record Mention(int statement, List<String> areas) {
    }

    /**
     * What would be said if every source were trusted alike.
     *
     * @param same   whether the verdict would be the same
     * @param blamed who would be wrong otherwise; nobody where it would be a tie
     */
    public record EqualTrust(boolean same, List<Mention> blamed) {
    }

    /**
     * What was printed for a cell, from the lowest to the highest, and what can still be true with the cheapest repairs.
     *
     * @param about          measure, area and period in words; the measure alone beside the cell of the discrepancy
     * @param periodEnd      null where it has no end
     * @param printedLowest  null where nothing was printed
     * @param printedHighest null where nothing was printed, or without upper limit
     * @param best           null where no one value is meant
     * @param highest        null where no upper limit is known
     */
    public record Bounds(String about, String measure, String area, LocalDate periodStart, LocalDate periodEnd,
            Long printedLowest, Long printedHighest, Long best, long lowest, Long highest, Total.Basis basis) {
    }

    /** Of a discrepancy that is no matter of figures. */
    public static Explanation plain(String sentence, String... more) {
        return new Explanation(sentence, List.of(), 0, List.of(more), 0, List.of(), List.of(), List.of(), List.of(), false, 0,
                null, "", null, List.of(), "");
    }

    /** What the figures lead to, in sentences: who is probably wrong, at what cost, and what equal trust would say. */
    public List<String> judged() {
        return ExplanationText.judged(this);
    }

    /** Numbers of the statements that these sentences mention. */
    public Set<Integer> mentioned() {
        return ExplanationText.mentioned(this);
    }

    /** The same with what decisions say of it. */
    public Explanation withReason(String decisions) {
        return new Explanation(headline, statements, statementsInAll, arithmetic, tolerance, conflict, blamed, tied, repairs,
                moreRepairs, cost, verdict, reason.isEmpty() ? decisions : reason + " " + decisions, equalTrust, bounds,
                possibleCause);
    }

    /**
     * The same, where decisions settle it.
     *
     * @param wrong    what was decided to be wrong, or of something else
     * @param possible what can be true with the decisions
     */
    public Explanation decided(List<Mention> wrong, List<Bounds> possible, String decisions) {
        return new Explanation(headline, statements, statementsInAll, arithmetic, tolerance, conflict, wrong, List.of(),
                List.of(), false, 0, Verdict.DECIDED, decisions, null, possible, "");
    }

    Explanation withCause(String cause) {
        return new Explanation(headline, statements, statementsInAll, arithmetic, tolerance, conflict, blamed, tied, repairs,
                moreRepairs, cost, verdict, reason, equalTrust, bounds, cause);
    }
}
