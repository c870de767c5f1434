package org.crossfoot.report;

import static org.crossfoot.report.JsonText.members;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossfoot.ledger.RevisionRecord;
import tools.jackson.databind.JsonNode;

/** {@code datapackage.json}: a Frictionless Data Package of a date's folder. */
public final class DataPackage {

    /**
     * What a revision was made from, and by which version of the program.
     *
     * @param settings id of the settings
     * @param files    SHA-256 of each file it describes, by name
     */
    public record Made(String version, String settings, SortedSet<Input> inputs, Map<String, String> files) {

        /** Whether a file has the content that was described; one that is not described has any. */
        public boolean isWhole(String file, String sha256) {
            return files.getOrDefault(file, sha256).equals(sha256);
        }
    }

    private DataPackage() {
    }

    /**
     * @param files  those it describes
     * @param inputs every report the revision was made from, sorted
     */
    static ResultFile of(LocalDate date, int revision, List<ResultFile> files, List<Input> inputs, String settings,
            String version) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("version", version);
        made.put("date", date.toString());
        made.put("revision", revision);
        made.put("settings", "sha256:" + settings);
        List<Map<String, Object>> reports = new ArrayList<>();
        inputs.forEach(input -> reports.add(members("path", input.path(), "hash", "sha256:" + input.sha256())));
        made.put("inputs", reports);
        Map<String, Object> descriptor = members("profile", "tabular-data-package", "name", "crossfoot-" + date, "title",
                "Discrepancies and reconciled totals of " + date, "resources",
                files.stream().map(ResultFile::described).toList());
        descriptor.put("crossfoot", made);
        return ResultFile.json(RevisionRecord.DATA_PACKAGE, descriptor);
    }

    /** What a revision's data package says of its making. */
    public static Made made(RevisionRecord revision) {
        JsonNode descriptor = JsonText.read(revision.files().get(RevisionRecord.DATA_PACKAGE));
        JsonNode made = descriptor.path("crossfoot");
        SortedSet<Input> inputs = new TreeSet<>();
        made.path("inputs").forEach(input -> inputs.add(new Input(input.path("path").asString(), hash(input.path("hash")))));
        Map<String, String> files = new TreeMap<>();
        descriptor.path("resources").forEach(file -> files.put(file.path("path").asString(), hash(file.path("hash"))));
        return new Made(made.path("version").asString(), hash(made.path("settings")), inputs, files);
    }

    private static String hash(JsonNode text) {
        return text.asString().substring("sha256:".length());
    }
}
