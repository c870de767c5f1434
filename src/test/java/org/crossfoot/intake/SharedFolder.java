package org.crossfoot.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The folder {@code shared} beside the project, with other people's files; tests on them are skipped where it is absent. */
public final class SharedFolder {

    private SharedFolder() {
    }

    public static Path of(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared").resolve(name);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        Assumptions.abort("there is no folder shared/" + name + " beside the project: these files are not tried");
        throw new IllegalStateException();
    }

    /** All files below it, in a fixed order. */
    public static List<Path> files(String name) {
        try (Stream<Path> files = Files.walk(of(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
