package org.crossfoot.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossfoot.settings.text.Problems;
import org.crossfoot.settings.text.SettingsTree;
import org.crossfoot.settings.text.Problems.Problem;

/**
 * The bytes of all settings files by their path relative to the input folder ({@code crossfoot.yml}, {@code ice/source.yml}).
 * Settings are always read from here, so that those of a past night are read in the same way from the archive.
 *
 * @param closed   folders that may not be entered: what their source.yml says, and whether there is one, cannot be told
 * @param problems files that are there and cannot be taken
 */
public record SettingsFiles(SortedMap<String, byte[]> bytes, Set<String> closed, List<Problem> problems) {

    public static final String CROSSFOOT = "crossfoot.yml";
    public static final String AREAS = "areas.csv";
    public static final String WAIVERS = "waivers.csv";
    public static final String DECISIONS = "decisions.csv";
    public static final String SOURCE = "source.yml";

    private static final long LARGEST = 64L * 1024 * 1024;

    public SettingsFiles {
        bytes = new TreeMap<>(bytes);
        closed = Set.copyOf(closed);
        problems = List.copyOf(problems);
    }

    public SettingsFiles(SortedMap<String, byte[]> bytes) {
        this(bytes, Set.of(), List.of());
    }

    /** With the source.yml of every closed folder as it was another time, where it was there then. */
    public SettingsFiles closedAs(SortedMap<String, byte[]> before) {
        SortedMap<String, byte[]> all = new TreeMap<>(bytes);
        closed.stream().map(folder -> folder + "/" + SOURCE).filter(before::containsKey)
                .forEach(file -> all.put(file, before.get(file)));
        return new SettingsFiles(all, closed, problems);
    }

    /**
     * Collects the settings files that are present. Hidden folders are skipped, and links that lead out of the input folder
     * are not followed.
     */
    public static SettingsFiles readFrom(Path input) throws IOException {
        Path root = input.toRealPath();
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        Set<String> closed = new TreeSet<>();
        Problems problems = new Problems();
        for (String name : List.of(CROSSFOOT, AREAS, WAIVERS, DECISIONS)) {
            take(root, name, bytes, problems);
        }
        for (String folder : foldersOf(root)) {
            if (Files.isExecutable(root.resolve(folder))) {
                take(root, folder + "/" + SOURCE, bytes, problems);
            } else {
                closed.add(folder);
            }
        }
        return new SettingsFiles(bytes, closed, problems.all());
    }

    /** The same with another content of one file. */
    public SettingsFiles with(String file, byte[] content) {
        SortedMap<String, byte[]> all = new TreeMap<>(bytes);
        all.put(file, content);
        return new SettingsFiles(all, closed, problems);
    }

    /** Whether two contents of crossfoot.yml say the same but for their rules. */
    public static boolean differInRulesAlone(byte[] one, byte[] other) {
        return withoutRules(one).map(known -> Arrays.equals(known, withoutRules(other).orElse(null))).orElse(false);
    }

    private static Optional<byte[]> withoutRules(byte[] crossfoot) {
        return SettingsTree.of(CROSSFOOT, crossfoot, new Problems()).map(tree -> {
            tree.remove("rules");
            return tree.bytes();
        });
    }

    private static List<String> foldersOf(Path root) throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory).map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith(".")).toList();
        }
    }

    private static void take(Path root, String name, SortedMap<String, byte[]> bytes, Problems problems) throws IOException {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(root)) {
            return;
        }
        if (Files.size(file) > LARGEST) {
            problems.add(name, 0, "", "found " + Files.size(file) + " bytes", "write at most " + LARGEST + " (64 MiB)");
            return;
        }
        try {
            bytes.put(name, Files.readAllBytes(file));
        } catch (AccessDeniedException e) {
            problems.add(name, 0, "", "found a file that may not be read (access denied)",
                    "its owner, or root, can let the user that runs Crossfoot read it: chmod a+r");
        }
    }
}
