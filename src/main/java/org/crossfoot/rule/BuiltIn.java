package org.crossfoot.rule;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The rules that hold everywhere; settings may change their severity and tolerance, or switch them off. */
public enum BuiltIn {
    SOURCES_AGREE("sources-agree", Severity.ERROR),
    AREAS_ADD_UP("areas-add-up", Severity.ERROR),
    DAYS_ADD_UP("days-add-up", Severity.ERROR),
    RUNNING_TOTAL_FELL("running-total-fell", Severity.WARNING),
    RESTATED("restated", Severity.WARNING),
    GOAL_MISSED("goal-missed", Severity.INFO),
    REPORT_MISSING("report-missing", Severity.ERROR),
    REPORT_EMPTY("report-empty", Severity.ERROR),
    REPORT_REPEATED("report-repeated", Severity.WARNING),
    FUTURE_DATED("future-dated", Severity.WARNING),
    JOINT("joint", Severity.ERROR),
    WAIVER_EXPIRED("waiver-expired", Severity.WARNING),
    WAIVER_OUTGROWN("waiver-outgrown", Severity.WARNING),
    WAIVER_UNUSED("waiver-unused", Severity.WARNING);

    private static final Set<BuiltIn> ON_WAIVERS = Set.of(WAIVER_EXPIRED, WAIVER_OUTGROWN, WAIVER_UNUSED);

    private final String id;
    private final Severity severity;

    BuiltIn(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    public String id() {
        return id;
    }

    public Severity usualSeverity() {
        return severity;
    }

    /** Whether it is about a decision in {@code waivers.csv} rather than about reports and figures. */
    public static boolean isOnWaivers(String id) {
        return of(id).filter(ON_WAIVERS::contains).isPresent();
    }

    public static Optional<BuiltIn> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }
}
