package org.crossfoot.figure;

/**
 * What is counted.
 *
 * @param of for a goal, the measure it is a target for; otherwise null
 */
public record Measure(String id, String title, Kind kind, String of) {

    public enum Kind {
        /** Counts events: adds up over areas and over days. */
        FLOW,
        /** Counts what is there at a time: adds up over areas, not over days. */
        STOCK,
        /** A target a day, never a count: adds up over areas, not over days. */
        GOAL
    }

    public boolean isFlow() {
        return kind == Kind.FLOW;
    }

    public boolean isGoal() {
        return kind == Kind.GOAL;
    }
}
