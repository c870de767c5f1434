package org.crossfoot.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.crossfoot.Published;
import org.crossfoot.ledger.Archive;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what stands in the output folder against the result before a night and the one after it: whole, old or new. */
record WholeResult(Map<String, String> before, Map<String, String> after) {

    /** What is wrong, in sentences. */
    List<String> faults(Path output) throws IOException {
        List<String> faults = new ArrayList<>(mismatchedHashes(output));
        Map<String, Map<String, String>> old = byEntry(before);
        Map<String, Map<String, String>> late = byEntry(after);
        Map<String, Map<String, String>> now = byEntry(Files.exists(output) ? Published.in(output) : Map.of());
        now.forEach((entry, files) -> {
            if (!files.equals(old.get(entry)) && !files.equals(late.get(entry))) {
                faults.add(entry + " is neither the old result nor the new one");
            }
        });
        old.keySet().stream().filter(entry -> !now.containsKey(entry)).forEach(entry -> faults.add(entry + " is gone"));
        return faults;
    }

    /** Whether something stands there that did not before. */
    boolean hasNew(Path output) {
        return Files.exists(output) && !before.entrySet().containsAll(Published.in(output).entrySet());
    }

    /** What differs from the result of undisturbed nights, in sentences. */
    List<String> differences(Path output) {
        SortedMap<String, String> now = Published.in(output);
        List<String> differences = new ArrayList<>();
        Stream.concat(after.keySet().stream(), now.keySet().stream()).distinct().sorted()
                .filter(file -> !now.getOrDefault(file, "").equals(after.getOrDefault(file, "")))
                .forEach(file -> differences.add(file + " differs from that of undisturbed nights"));
        return differences;
    }

    private static Map<String, Map<String, String>> byEntry(Map<String, String> files) {
        Map<String, Map<String, String>> entries = new HashMap<>();
        files.forEach((file, content) -> entries.computeIfAbsent(file.substring(0, file.indexOf('/')), entry -> new HashMap<>())
                .put(file, content));
        return entries;
    }

    private static List<String> mismatchedHashes(Path output) throws IOException {
        List<String> faults = new ArrayList<>();
        if (!Files.exists(output)) {
            return faults;
        }
        List<Path> links;
        try (Stream<Path> entries = Files.list(output)) {
            links = entries.filter(Files::isSymbolicLink).toList();
        }
        for (Path link : links) {
            JsonNode described = new JsonMapper().readTree(Files.readAllBytes(link.resolve("datapackage.json")));
            for (JsonNode file : described.path("resources")) {
                byte[] content = Files.readAllBytes(link.resolve(file.path("path").asString()));
                if (!file.path("hash").asString().equals("sha256:" + Archive.sha256(content))) {
                    faults.add(link.getFileName() + "/" + file.path("path").asString() + " is not what its data package says");
                }
            }
        }
        return faults;
    }
}
