package org.crossfoot.job;

import static org.crossfoot.report.JsonText.members;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.job.step.FailedDate;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Revisions.Unpublished;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code openlineage.json}: what a run read and made, as OpenLineage tells it, an event a line: that it started, and how it
 * ended. Its inputs are the reports that it read, its outputs the dates that it published.
 */
final class RunEvents {

    static final String FILE = "openlineage.json";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SPEC = "https://openlineage.io/spec/";
    private static final String EVENT = SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent";
    private static final String NAMESPACE = "crossfoot";

    private final RunContext context;
    private final String producer;

    private RunEvents(RunContext context) {
        this.context = context;
        this.producer = "urn:crossfoot:" + context.version();
    }

    /** Of a run that came to its end. A date that failed is a failure of the run, though all others are published. */
    static byte[] of(RunContext context, RunReport report, Instant ended) {
        RunEvents events = new RunEvents(context);
        String failed = report.failed().stream().map(FailedDate::toString).collect(Collectors.joining(" "));
        return events.lines(events.ended(failed.isEmpty() ? "COMPLETE" : "FAIL", ended, failed,
                report.read().stream().map(events::input).toList(), report.published().stream().map(events::output).toList()));
    }

    /**
     * Of a run that did not come to its end; the next one goes on with it, and says so in this place.
     *
     * @param stopped whether somebody stopped it
     */
    static byte[] broken(RunContext context, String why, boolean stopped, Instant ended) {
        RunEvents events = new RunEvents(context);
        return events.lines(events.ended(stopped ? "ABORT" : "FAIL", ended, why, List.of(), List.of()));
    }

    private byte[] lines(Map<String, Object> end) {
        return Stream.of(event("START", context.run().started(), run(Map.of()), List.of(), List.of()), end)
                .map(event -> JSON.writeValueAsString(event) + "\n").collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> ended(String type, Instant time, String why, List<Object> inputs, List<Object> outputs) {
        return event(type, time, run(why.isEmpty() ? Map.of() : Map.of("errorMessage",
                facet("1-0-1/ErrorMessageRunFacet", "message", why, "programmingLanguage", "Java"))), inputs, outputs);
    }

    private Map<String, Object> event(String type, Instant time, Map<String, Object> run, List<Object> inputs,
            List<Object> outputs) {
        return members("eventType", type, "eventTime", time.truncatedTo(ChronoUnit.MILLIS).toString(), "run", run,
                "job", members("namespace", NAMESPACE, "name", context.run().command().toString()),
                "inputs", inputs, "outputs", outputs, "producer", producer, "schemaURL", EVENT);
    }

    private Map<String, Object> run(Map<String, Object> more) {
        Map<String, Object> facets = members("nominalTime", facet("1-0-1/NominalTimeRunFacet", "nominalStartTime",
                context.run().businessDate().atStartOfDay(context.snapshot().settings().zone()).toInstant().toString()));
        facets.putAll(more);
        UUID id = UUID.nameUUIDFromBytes(("crossfoot " + context.run().id()).getBytes(StandardCharsets.UTF_8));
        return members("runId", id.toString(), "facets", facets);
    }

    private Object input(ReportRecord report) {
        Map<String, Object> dataset = dataset(NAMESPACE + "/input", report.path(), "sha256:" + report.sha256());
        dataset.put("inputFacets", members("inputStatistics", facet("1-0-0/InputStatisticsInputDatasetFacet",
                "rowCount", report.reading().lines(), "size", report.bytes(), "fileCount", 1)));
        return dataset;
    }

    private Object output(Unpublished revision) {
        return dataset(NAMESPACE + "/output", revision.date().toString(), String.valueOf(revision.number()));
    }

    private Map<String, Object> dataset(String namespace, String name, String version) {
        return members("namespace", namespace, "name", name, "facets", members("version",
                facet("1-0-1/DatasetVersionDatasetFacet", "datasetVersion", version)));
    }

    /** @param form its version and name in the specification */
    private Map<String, Object> facet(String form, Object... keysAndValues) {
        String name = form.substring(form.indexOf('/') + 1);
        Map<String, Object> facet = members("_producer", producer, "_schemaURL",
                SPEC + "facets/" + form + ".json#/$defs/" + name);
        facet.putAll(members(keysAndValues));
        return facet;
    }
}
