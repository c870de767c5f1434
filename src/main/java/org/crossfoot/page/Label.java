package org.crossfoot.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossfoot.figure.Keyword;
import org.crossfoot.ledger.Status;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Severity;

/**
 * A word of the files, as pages say it.
 *
 * @param key   as it stands in the files
 * @param word  what pages say instead
 * @param gloss what it means, for readers who meet it for the first time
 */
record Label(String key, String word, String gloss) {

    static final List<Label> SEVERITIES = Stream.of(Severity.values()).map(Label::of).toList();
    static final List<Label> STATUSES = Stream.of(Status.values()).map(Label::of).toList();
    /** Those that follow from figures: where a person decided, the row itself says who and why. */
    static final List<Label> VERDICTS = Stream.of(Verdict.values()).filter(verdict -> verdict != Verdict.DECIDED).map(Label::of)
            .toList();
    static final List<Label> BASES = Stream.of(Basis.values()).map(Label::of).toList();

    static Label of(Severity severity) {
        return switch (severity) {
            case ERROR -> of(severity, "Error", "cannot be true as printed");
            case WARNING -> of(severity, "Warning", "unusual, and possibly right");
            case INFO -> of(severity, "Note", "worth knowing; nothing need be wrong");
        };
    }

    static Label of(Status status) {
        return switch (status) {
            case NEW -> of(status, "New", "was not there in the result before");
            case CHANGED -> of(status, "Changed", "was there before, with other figures");
            case REOPENED -> of(status, "Back again", "had been resolved, and is there again");
            case PERSISTING -> of(status, "Still there", "was there before, with the same figures");
            case RESOLVED -> of(status, "Resolved", "was there before; the figures fit now");
            case LAPSED -> of(status, "Lapsed", "was there before; figures it rested on are gone");
            case WAIVED -> of(status, "Accepted", "somebody decided to live with it until a day");
        };
    }

    static Label of(Verdict verdict) {
        return switch (verdict) {
            case LOCALISED -> of(verdict, "Probably wrong figure named",
                    "one explanation needs the least doubt in trusted sources");
            case NOT_LOCALISED -> of(verdict, "Cannot be told who is wrong", "several explanations are equally good");
            case DECIDED -> of(verdict, "Decided", "a person decided which figure is wrong, with a name and a reason");
            case UNDECIDED -> of(verdict, "Not decided", "there were too many figures to try everything");
        };
    }

    static Label of(Basis basis) {
        return switch (basis) {
            case AGREED -> of(basis, "Sources agree", "independent sources say the same");
            case SINGLE -> of(basis, "One source", "only one source says it, and nothing contradicts it");
            case DERIVED -> of(basis, "Calculated", "follows from other figures");
            case REPAIRED -> of(basis, "A figure set aside", "a figure that fits nothing else was left out");
            case DOUBTFUL -> of(basis, "Doubtful", "rests on a statement of which another figure is set aside");
            case OPEN -> of(basis, "Open",
                    "nothing says which value: the figures contradict each other, or only a lower limit follows");
        };
    }

    private static Label of(Enum<?> key, String word, String gloss) {
        return new Label(Keyword.of(key), word, gloss);
    }

    static Label rule(String id) {
        Optional<BuiltIn> builtIn = BuiltIn.of(id);
        return builtIn.isEmpty() ? new Label(id, Words.spelled(id), "a rule of these settings") : switch (builtIn.get()) {
            case SOURCES_AGREE -> new Label(id, "Sources disagree",
                    "what two sources say of the same thing must be possible together");
            case AREAS_ADD_UP -> new Label(id, "Areas do not add up", "the parts of an area must make up the whole");
            case KINDS_ADD_UP -> new Label(id, "Kinds do not add up", "the kinds of what is counted must make up the whole");
            case DAYS_ADD_UP -> new Label(id, "Days do not add up", "the days of a period must make up the period");
            case RUNNING_TOTAL_FELL -> new Label(id, "A running total fell", "what is counted since a day can only grow");
            case RESTATED -> new Label(id, "Figure restated", "a source says something else now about a period that had ended");
            case GOAL_MISSED -> new Label(id, "Goal missed", "the count lies outside the goal that was set");
            case REPORT_MISSING -> new Label(id, "Report missing", "a report was due and did not come");
            case REPORT_EMPTY -> new Label(id, "Report empty", "a report came without a single figure");
            case REPORT_REPEATED -> new Label(id, "Report repeated", "a report has the same content as another one");
            case FUTURE_DATED -> new Label(id, "Dated in the future",
                    "a figure is of a period that ended after it was published");
            case ROWS_REJECTED -> new Label(id, "Rows not read", "a report has rows or cells that could not be read");
            case ROWS_UNUSED -> new Label(id, "Rows not used", "a report has rows that the settings have no use for");
            case COLUMNS_CHANGED -> new Label(id, "Columns changed", "a report has other columns than the one before it");
            case FIGURES_WITHDRAWN -> new Label(id, "Figures withdrawn", "what a source said is in nothing it delivers any more");
            case FILE_UNREAD -> new Label(id, "File not read", "a file lies in a source's folder and is not taken for a report");
            case ORDER_ASSUMED -> new Label(id, "Order assumed",
                    "two reports of a source differ, and only their names say which is later");
            case COPIED -> new Label(id, "Same as another source", "two sources delivered the same for different areas");
            case FAR_FUTURE -> new Label(id, "Far in the future", "a figure is of a period that begins more than a year later");
            case JUMPED -> new Label(id, "Jumped", "a figure is many times, or a small part of, those of the days before");
            case STOOD_STILL -> new Label(id, "Stood still", "a figure has been the same for many days");
            case JOINT -> new Label(id, "Cannot all hold together", "rules that hold one by one, but not at the same time");
            case WAIVER_EXPIRED -> new Label(id, "Acceptance ran out",
                    "it was accepted until a day that has passed, and still stands");
            case WAIVER_OUTGROWN -> new Label(id, "Worse than accepted",
                    "the gap is larger than when somebody decided to live with it");
            case DECISION_ENDED -> new Label(id, "Decision ran out",
                    "what was decided of a figure holds no more, and the figure stands");
            case DECISION_CONTRADICTED -> new Label(id, "Decision contradicted",
                    "figures, or other decisions, speak against what was decided of a figure");
            case DECISION_UNUSED -> new Label(id, "Decision on nothing", "no figure is what was decided about");
            case WAIVER_UNUSED -> new Label(id, "Acceptance of nothing", "nothing like what was accepted stands on any date");
        };
    }
}
