package org.crossfoot.figure;

/**
 * What is counted.
 *
 * @param of for a goal, the measure it is a target for, and for what is taken back, that of which; otherwise null
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

    /** No id of the settings ends so. */
    private static final String TAKEN_BACK = " taken back";

    /** What corrections take back of this one: of days before them, so that only sums over days know it. */
    public Measure takenBack() {
        return new Measure(takenBack(id), title + " taken back", Kind.STOCK, id);
    }

    public static String takenBack(String id) {
        return id + TAKEN_BACK;
    }

    public static boolean isTakenBack(String id) {
        return id.endsWith(TAKEN_BACK);
    }

    static String ofTakenBack(String id) {
        return id.substring(0, id.length() - TAKEN_BACK.length());
    }

    public boolean isFlow() {
        return kind == Kind.FLOW;
    }

    public boolean isGoal() {
        return kind == Kind.GOAL;
    }
}
