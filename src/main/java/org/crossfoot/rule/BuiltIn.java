package org.crossfoot.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rules that hold everywhere; settings may change their severity and tolerance, or switch them off. */
public enum BuiltIn {

    SOURCES_AGREE("sources-agree", Severity.ERROR, About.FIGURES, true),
    AREAS_ADD_UP("areas-add-up", Severity.ERROR, About.FIGURES, true),
    KINDS_ADD_UP("kinds-add-up", Severity.ERROR, About.FIGURES, true),
    DAYS_ADD_UP("days-add-up", Severity.ERROR, About.FIGURES, true),
    RUNNING_TOTAL_FELL("running-total-fell", Severity.WARNING, About.FIGURES, true),
    RESTATED("restated", Severity.WARNING, About.FIGURES, false),
    GOAL_MISSED("goal-missed", Severity.INFO, About.FIGURES, true),
    REPORT_MISSING("report-missing", Severity.ERROR, About.REPORTS, false),
    REPORT_EMPTY("report-empty", Severity.ERROR, About.REPORTS, false),
    REPORT_REPEATED("report-repeated", Severity.WARNING, About.REPORTS, false),
    FUTURE_DATED("future-dated", Severity.WARNING, About.REPORTS, false),
    ROWS_REJECTED("rows-rejected", Severity.ERROR, About.REPORTS, false),
    ROWS_UNUSED("rows-unused", Severity.WARNING, About.REPORTS, false),
    COLUMNS_CHANGED("columns-changed", Severity.WARNING, About.REPORTS, false),
    FIGURES_WITHDRAWN("figures-withdrawn", Severity.ERROR, About.REPORTS, false),
    FILE_UNREAD("file-unread", Severity.WARNING, About.REPORTS, false),
    ORDER_ASSUMED("order-assumed", Severity.WARNING, About.REPORTS, false),
    COPIED("copied", Severity.INFO, About.REPORTS, false),
    FAR_FUTURE("far-future", Severity.WARNING, About.REPORTS, false),
    JUMPED("jumped", Severity.WARNING, About.FIGURES, false),
    STOOD_STILL("stood-still", Severity.WARNING, About.FIGURES, false),
    JOINT("joint", Severity.ERROR, About.FIGURES, false),
    WAIVER_EXPIRED("waiver-expired", Severity.WARNING, About.WAIVERS, false),
    WAIVER_OUTGROWN("waiver-outgrown", Severity.WARNING, About.WAIVERS, false),
    WAIVER_UNUSED("waiver-unused", Severity.WARNING, About.RUN, false),
    DECISION_ENDED("decision-ended", Severity.WARNING, About.DECISIONS, false),
    DECISION_CONTRADICTED("decision-contradicted", Severity.WARNING, About.DECISIONS, false),
    DECISION_UNUSED("decision-unused", Severity.WARNING, About.RUN, false);

    /** What a discrepancy of a rule speaks of. */
    public enum About {
        FIGURES,
        /** A report as a whole: there is no area, and often no measure. */
        REPORTS,
        /** Decisions in {@code waivers.csv} about a date's discrepancies. */
        WAIVERS,
        /** Decisions in {@code decisions.csv} about a date's figures. */
        DECISIONS,
        /** What was found in a run, of no date: it stands in no {@code discrepancies.csv}. */
        RUN
    }

    private final String id;
    private final Severity severity;
    private final About about;
    private final boolean tolerant;

    BuiltIn(String id, Severity severity, About about, boolean tolerant) {
        this.id = id;
        this.severity = severity;
        this.about = about;
        this.tolerant = tolerant;
    }

    public String id() {
        return id;
    }

    public Severity usualSeverity() {
        return severity;
    }

    public About about() {
        return about;
    }

    /** Whether the settings may give it a tolerance. */
    public boolean hasTolerance() {
        return tolerant;
    }

    /** Whether somebody may live with it: not with what is said of waivers and decisions themselves. */
    public boolean mayBeWaived() {
        return about == About.FIGURES || about == About.REPORTS;
    }

    /** Whether it is checked where the settings do not speak of it: not where what it finds may well be right. */
    public boolean isUsuallyOn() {
        return this != JUMPED && this != STOOD_STILL;
    }

    /** Null where it looks at no days before. */
    public Rule.Watch usualWatch() {
        return this == JUMPED ? new Rule.Watch(5, 14) : this == STOOD_STILL ? new Rule.Watch(1, 7) : null;
    }

    /** Whether a night tells what it finds, one by one: what did not arrive, or not as it did before. */
    public boolean isOfArrivals() {
        return switch (this) {
            case ROWS_REJECTED, ROWS_UNUSED, COLUMNS_CHANGED, FIGURES_WITHDRAWN, FILE_UNREAD, ORDER_ASSUMED,
                    COPIED, FAR_FUTURE, JUMPED, STOOD_STILL -> true;
            default -> false;
        };
    }

    public static Optional<BuiltIn> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    /** Whether a rule may be waived, by its id; the settings' own checks may. */
    public static boolean mayBeWaived(String id) {
        return of(id).map(BuiltIn::mayBeWaived).orElse(true);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(BuiltIn::id).toList();
    }
}
