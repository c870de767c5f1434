package org.crossfoot.publisher;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How the figures of one publisher and measure fared.
 *
 * @param source            id
 * @param measure           id; empty for what is about reports
 * @param figures           that it gave, without those of other periods
 * @param borneOut          of these, those that an independent voice says something of that can be true together with them
 * @param contradictedByOne those that only contradict what others say, where that is one other voice
 * @param contradictedByMore the same, where several others are against it
 * @param alone             those of which no independent voice says anything
 * @param blamed            those that were told to be probably wrong
 * @param missing           reports that were due and did not come
 * @param dated             of how many figures it is known when they were published first
 * @param daysLate          the days from the end of what they tell of to then, of all these
 * @param restated          how often it said something else later
 * @param raised            how often that was more
 * @param restatedDated     of how many restatements it is known when both were published
 * @param restatedDays      the days between, of all these
 * @param restatedBy        by how many people, up or down, in all
 * @param restatedOf        of how many, as it was said before
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record PublisherCounts(String source, String measure, long figures, long borneOut, long contradictedByOne,
        long contradictedByMore, long alone, long blamed, long missing, long dated, long daysLate, long restated, long raised,
        long restatedDated,
        long restatedDays, long restatedBy, long restatedOf) {

    /** What is empty or none is left out of files. */
    public PublisherCounts {
        source = source == null ? "" : source;
        measure = measure == null ? "" : measure;
    }

    static PublisherCounts none(String source, String measure) {
        return new PublisherCounts(source, measure, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static PublisherCounts missing(String source) {
        return new PublisherCounts(source, "", 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** One figure, and how many others are for it and against it. */
    static PublisherCounts figure(String source, String measure, int with, int against, boolean blamed) {
        return new PublisherCounts(source, measure, 1, with > 0 ? 1 : 0, with == 0 && against == 1 ? 1 : 0,
                with == 0 && against > 1 ? 1 : 0, with == 0 && against == 0 ? 1 : 0, blamed ? 1 : 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** A figure that was published so many days after the last one it tells of. */
    static PublisherCounts published(String source, String measure, long days) {
        return new PublisherCounts(source, measure, 0, 0, 0, 0, 0, 0, 0, 1, days, 0, 0, 0, 0, 0, 0);
    }

    /** @param days between the two, or null where it is not known */
    static PublisherCounts restatement(String source, String measure, long before, long later, Long days) {
        return new PublisherCounts(source, measure, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, later > before ? 1 : 0, days == null ? 0 : 1,
                days == null ? 0 : days, Math.abs(later - before), before);
    }

    /** Both together, under the names of this one. */
    public PublisherCounts and(PublisherCounts other) {
        return new PublisherCounts(source, measure, figures + other.figures, borneOut + other.borneOut,
                contradictedByOne + other.contradictedByOne, contradictedByMore + other.contradictedByMore, alone + other.alone,
                blamed + other.blamed, missing + other.missing, dated + other.dated,
                daysLate + other.daysLate, restated + other.restated, raised + other.raised,
                restatedDated + other.restatedDated, restatedDays + other.restatedDays, restatedBy + other.restatedBy,
                restatedOf + other.restatedOf);
    }

    public long contradicted() {
        return contradictedByOne + contradictedByMore;
    }
}
