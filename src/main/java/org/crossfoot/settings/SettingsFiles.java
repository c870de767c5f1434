package org.crossfoot.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bytes of all settings files by their path relative to the input folder ({@code crossfoot.yml}, {@code ice/source.yml}).
 * Settings are always read from here, so that those of a past night are read in the same way from the archive.
 */
public record SettingsFiles(SortedMap<String, byte[]> bytes) {

    static final String CROSSFOOT = "crossfoot.yml";
    static final String AREAS = "areas.csv";
    static final String WAIVERS = "waivers.csv";
    static final String SOURCE = "source.yml";

    private static final long LARGEST = 64L * 1024 * 1024;

    public SettingsFiles {
        bytes = new TreeMap<>(bytes);
    }

    /**
     * Collects the settings files that are present. Hidden folders are skipped, and links that lead out of the input folder
     * are not followed.
     */
    public static SettingsFiles readFrom(Path input) throws IOException {
        Path root = input.toRealPath();
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        for (String name : List.of(CROSSFOOT, AREAS, WAIVERS)) {
            take(root, name, bytes);
        }
        for (String folder : foldersOf(root)) {
            take(root, folder + "/" + SOURCE, bytes);
        }
        return new SettingsFiles(bytes);
    }

    private static List<String> foldersOf(Path root) throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory).map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith(".")).toList();
        }
    }

    private static void take(Path root, String name, SortedMap<String, byte[]> bytes) throws IOException {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(root)) {
            return;
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException(name + " is larger than 64 MB, which no settings file is");
        }
        bytes.put(name, Files.readAllBytes(file));
    }
}
