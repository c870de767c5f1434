package org.crossfoot.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder with {@code input/} and {@code output/}. */
record Folder(Path path) {

    static Folder temporary() throws IOException {
        return new Folder(Files.createTempDirectory("crossfoot-harness"));
    }

    Path input() {
        return path.resolve("input");
    }

    Path output() {
        return path.resolve("output");
    }

    void put(String name, String text) throws IOException {
        Path file = input().resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy beside it, with links as links. */
    Folder copyTo(String name) throws IOException {
        Folder copy = new Folder(path.resolveSibling(name));
        copy.delete();
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.toList()) {
                Files.copy(each, copy.path.resolve(path.relativize(each).toString()), LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    void delete() throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
