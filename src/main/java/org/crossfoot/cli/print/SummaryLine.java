package org.crossfoot.cli.print;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.crossfoot.job.RunReport;
import org.crossfoot.rule.Severity;

/** The one line on standard output. */
public final class SummaryLine {

    private SummaryLine() {
    }

    public static String of(RunReport run) {
        Set<LocalDate> dates = new TreeSet<>();
        run.published().forEach(revision -> dates.add(revision.date()));
        StringBuilder line = new StringBuilder(run.date().toString()).append(": ");
        if (run.nothing()) {
            line.append("nothing new");
        } else {
            line.append(count(run.read().size(), "report")).append(" read with ").append(count(run.figures(), "figure"))
                    .append(", ")
                    .append(run.rejects()).append(" rejected; ").append(count(dates.size(), "date")).append(" published");
        }
        line.append("; open: ");
        for (Severity severity : Severity.values()) {
            line.append(severity == Severity.ERROR ? "" : ", ")
                    .append(count(run.open().getOrDefault(severity, 0L), severity == Severity.INFO ? "note"
                    : severity.toString()));
        }
        if (!run.unused().sentences().isEmpty()) {
            line.append("; ").append(count(run.unused().sentences().size(), "unused waiver"));
        }
        if (!run.unusedDecisions().sentences().isEmpty()) {
            line.append("; ").append(count(run.unusedDecisions().sentences().size(), "unused decision"));
        }
        if (!run.faults().isEmpty()) {
            line.append("; ").append(run.faults().size()).append(" not readable");
        }
        if (!run.failed().isEmpty()) {
            line.append("; ").append(count(run.failed().size(), "date")).append(" failed: ").append(run.failed().get(0))
                    .append(run.failed().size() == 1 ? "" : "; and " + (run.failed().size() - 1) + " more");
        }
        return line.append(" (exit ").append(run.exitCode()).append(')').toString();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
