package org.crossfoot.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.ledger.Archive;

/**
 * What stands in a folder: two are equal where the same files with the same bytes do.
 *
 * @param sha256 of every file, by its path in the folder
 */
record FolderContent(Map<String, String> sha256) {

    /** Of a folder that is not there: nothing. */
    static FolderContent of(Path folder) throws IOException {
        Map<String, String> sha256 = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sha256.put(folder.relativize(file).toString(), Archive.sha256(Files.readAllBytes(file)));
                }
            }
        }
        return new FolderContent(sha256);
    }
}
