package org.crossfoot.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.ledger.Archive;

/**
 * What stands in a folder: two are equal where the same files with the same bytes do.
 *
 * @param sha256 of every file, by its path in the folder
 */
public record FolderContent(SortedMap<String, String> sha256) {

    /** Of a folder that is not there: nothing. */
    static FolderContent of(Path folder) throws IOException {
        SortedMap<String, String> sha256 = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sha256.put(folder.relativize(file).toString(), Archive.sha256(Files.readAllBytes(file)));
                }
            }
        }
        return new FolderContent(sha256);
    }

    static FolderContent of(Map<String, byte[]> files) {
        SortedMap<String, String> sha256 = new TreeMap<>();
        files.forEach((path, content) -> sha256.put(path, Archive.sha256(content)));
        return new FolderContent(sha256);
    }

    /** @param list as {@link #list} gives it */
    public static FolderContent listed(String list) {
        SortedMap<String, String> sha256 = new TreeMap<>();
        list.lines().forEach(line -> sha256.put(line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' '))));
        return new FolderContent(sha256);
    }

    /** A line a file: SHA-256 and path. */
    public String list() {
        return sha256.entrySet().stream().map(file -> file.getValue() + " " + file.getKey() + "\n").collect(Collectors.joining());
    }
}
