package org.crossfoot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What stands in an output folder for users to read: every date's folder and the summary, not {@code runs/} and {@code ledger/}.
 */
public final class Published {

    private Published() {
    }

    /** The content of every file, by its path. */
    public static SortedMap<String, String> in(Path output) {
        SortedMap<String, String> published = new TreeMap<>();
        try (Stream<Path> top = Files.list(output)) {
            for (Path entry : top.filter(path -> path.getFileName().toString().matches("\\d.*|summary.csv")).toList()) {
                Path whole = entry.toRealPath();
                try (Stream<Path> files = Files.walk(whole)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        published.put(entry.getFileName() + "/" + whole.relativize(file), Files.readString(file,
                                file.toString().endsWith(".xlsx") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
                    }
                }
            }
            return published;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
