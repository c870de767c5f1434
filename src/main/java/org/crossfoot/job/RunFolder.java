package org.crossfoot.job;

import static org.crossfoot.report.JsonText.members;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crossfoot.job.step.FailedDate;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.job.step.SourceStanding;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Revisions.Unpublished;
import org.crossfoot.ledger.pack.Compressed;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.report.RejectLines;
import org.crossfoot.rule.Severity;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code runs/RUN/}: what one execution did, with its clock times. */
final class RunFolder {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RunFolder() {
    }

    static void write(RunContext context, RunReport report, Severity failOn, Instant ended) throws IOException {
        PublishedFolder output = new PublishedFolder(context.workspace().output());
        String folder = "runs/" + report.run() + "/";
        output.replace(folder + "rejects.csv", file -> {
            file.write(RejectLines.header());
            for (ReportRecord read : report.read()) {
                byte[] lines = context.ledger().reports().rejects(read.id());
                if (lines != null) {
                    file.write(Compressed.unpack(lines));
                }
            }
        });
        if (!report.digest().isEmpty()) {
            output.replace(folder + "digest.txt", report.digest().text().getBytes(StandardCharsets.UTF_8));
            output.replace(folder + "digest.md", report.digest().markdown().getBytes(StandardCharsets.UTF_8));
        }
        output.replace(folder + RunEvents.FILE, RunEvents.of(context, report, ended));
        output.replace(folder + "run.json",
                (JSON.writeValueAsString(content(context, report, failOn, ended)) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> content(RunContext context, RunReport report, Severity failOn, Instant ended) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("run", report.run());
        content.put("command", context.run().command().toString());
        content.put("date", report.date().toString());
        content.put("version", context.version());
        content.put("java", System.getProperty("java.version"));
        content.put("settings", "sha256:" + context.run().settings());
        content.put("started", seconds(context.run().started()));
        content.put("ended", seconds(ended));
        content.put("seconds", Duration.between(context.run().started(), ended).toMillis() / 1000.0);
        content.put("fail_on", failOn == null ? "never" : failOn.toString());
        content.put("exit_code", report.exitCode());
        content.put("nothing_new", report.nothing());
        Map<String, Object> open = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            open.put(severity.toString(), report.open().getOrDefault(severity, 0L));
        }
        content.put("open", open);
        content.put("unused_waivers",
                members("severity", report.unused().severity() == null ? null : report.unused().severity().toString(),
                "waivers", report.unused().sentences()));
        content.put("unused_decisions",
                members("severity", report.unusedDecisions().severity() == null ? null
                : report.unusedDecisions().severity().toString(),
                "decisions", report.unusedDecisions().sentences()));
        content.put("faults", report.faults());
        content.put("remarks", report.remarks());
        content.put("arrivals", report.arrivals());
        content.put("reports_waiting", report.waiting());
        List<Object> published = new ArrayList<>();
        for (Unpublished revision : report.published()) {
            published.add(members("date", revision.date().toString(), "revision", revision.number()));
        }
        content.put("published", published);
        content.put("dates", context.ledger().dates().known().size());
        content.put("waiting", context.ledger().dates().waiting().stream().map(LocalDate::toString).toList());
        content.put("failed", FailedDate.all(context.ledger()).stream()
                .map(failed -> members("date", failed.date().toString(), "reason", failed.why())).toList());
        content.put("unwritten", report.unwritten());
        content.put("sources", SourceStanding.all(context).stream().map(RunFolder::source).toList());
        content.put("figures", report.figures());
        content.put("rejects", report.rejects());
        content.put("reports", report.read().stream().map(RunFolder::report).toList());
        return content;
    }

    private static Map<String, Object> report(ReportRecord report) {
        ReportRecord.Reading reading = report.reading();
        Map<String, Object> content = members("file", report.path(), "sha256", report.sha256(), "bytes", report.bytes(), "state",
                report.state().name().toLowerCase(Locale.ROOT), "figures", reading.figures(), "rejects", reading.rejects(),
                "periods_not_begun", reading.notBegun(), "events_listed_again", reading.listedAgain());
        // Always: lines = header + figures + rejected + skipped.
        content.put("lines",
                members("all", reading.lines(), "header", reading.headerLines(), "figures", reading.figureLines(), "rejected",
                reading.rejectedLines(), "skipped", reading.skippedLines()));
        if (report.failure() != null) {
            content.put("failure", report.failure());
        }
        return content;
    }

    private static Map<String, Object> source(SourceStanding source) {
        return members("source", source.id(), "reports", source.reports(), "last_date",
                source.lastDate() == null ? null : source.lastDate().toString(), "late",
                source.late().stream().map(due -> due.end().toString()).toList());
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
