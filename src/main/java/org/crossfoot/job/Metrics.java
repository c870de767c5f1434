package org.crossfoot.job;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.crossfoot.rule.Severity;

/**
 * {@code metrics/crossfoot.prom}: the last run that came to its end, in Prometheus' text format, for a node exporter's folder. A
 * night that did not run leaves it as it was, so that its age tells.
 */
final class Metrics {

    static final String FILE = "metrics/crossfoot.prom";

    private final StringBuilder text = new StringBuilder();

    private Metrics() {
    }

    static byte[] of(RunReport report, Instant started, Instant ended, int datesWaiting) {
        Metrics metrics = new Metrics();
        metrics.gauge("last_success_timestamp_seconds", "When the last run that came to its end did so.", ended.getEpochSecond());
        metrics.gauge("business_date_timestamp_seconds", "Midnight UTC of the day that run was for.",
                report.date().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        metrics.gauge("run_seconds", "How long it took.", Duration.between(started, ended).toMillis() / 1000.0);
        metrics.gauge("exit_code",
                "0 nothing found, 1 discrepancies, 3 a report could not be read or is missing, 4 a date failed.",
                report.exitCode());
        metrics.gauge("figures", "Figures that it read.", report.figures());
        metrics.gauge("rejects", "Rows that it could not read.", report.rejects());
        metrics.gauge("dates_published", "Revisions that it published.", report.published().size());
        metrics.gauge("dates_failed", "Dates that it could not reconcile or publish.", report.failed().size());
        metrics.gauge("dates_waiting", "Dates left to the next run.", datesWaiting);
        metrics.describe("discrepancies", "Open discrepancies on its date and the dates it published.");
        for (Severity severity : Severity.values()) {
            metrics.sample("discrepancies{severity=\"" + severity + "\"}", report.open().getOrDefault(severity, 0L));
        }
        return metrics.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void gauge(String name, String help, Number value) {
        describe(name, help);
        sample(name, value);
    }

    private void describe(String name, String help) {
        text.append("# HELP crossfoot_").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE crossfoot_").append(name).append(" gauge\n");
    }

    private void sample(String name, Number value) {
        String number = value instanceof Double seconds ? String.format(Locale.ROOT, "%.3f", seconds) : value.toString();
        text.append("crossfoot_").append(name).append(' ').append(number).append('\n');
    }
}
