package org.crossfoot.known;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.ledger.Archive;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;

/**
 * The settings as they were when a run began. They are kept in the archive as a list of {@code sha256 path} lines, and the id
 * of the settings is the list's own SHA-256, so that equal settings have equal ids.
 *
 * @param sha256 of each settings file, by path
 */
public record SettingsSnapshot(String id, Settings settings, SortedMap<String, String> sha256) {

    public static SettingsSnapshot keep(SettingsFiles files, Settings settings, Archive archive) throws IOException {
        SortedMap<String, String> sha256 = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.bytes().entrySet()) {
            sha256.put(file.getKey(), archive.keep(file.getValue()).sha256());
        }
        String id = archive.keep(list(sha256).getBytes(StandardCharsets.UTF_8)).sha256();
        return new SettingsSnapshot(id, settings, sha256);
    }

    /** Settings as they were, from the archive. */
    public static SettingsSnapshot recall(String id, Archive archive) throws SettingsException {
        SortedMap<String, String> sha256 = files(id, archive);
        return new SettingsSnapshot(id, SettingsReader.read(new SettingsFiles(bytes(sha256, archive))), sha256);
    }

    /** Settings as they stand now, and those of sources whose folder may not be read as they were another time. */
    public static SettingsSnapshot keep(SettingsFiles files, String before, Archive archive)
            throws SettingsException, IOException {
        SettingsFiles all = files.closedAs(bytes(files(before, archive), archive));
        return keep(all, SettingsReader.read(all), archive);
    }

    private static SortedMap<String, byte[]> bytes(SortedMap<String, String> sha256, Archive archive) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        sha256.forEach((path, content) -> bytes.put(path, archive.bytes(content)));
        return bytes;
    }

    /** SHA-256 of each settings file, by path. */
    public static SortedMap<String, String> files(String id, Archive archive) {
        SortedMap<String, String> sha256 = new TreeMap<>();
        new String(archive.bytes(id), StandardCharsets.UTF_8).lines().forEach(line -> {
            int space = line.indexOf(' ');
            sha256.put(line.substring(space + 1), line.substring(0, space));
        });
        return sha256;
    }

    /** SHA-256 of each of some files, by path. */
    public static SortedMap<String, String> sha256(SettingsFiles files) {
        SortedMap<String, String> sha256 = new TreeMap<>();
        files.bytes().forEach((path, content) -> sha256.put(path, Archive.sha256(content)));
        return sha256;
    }

    private static String list(SortedMap<String, String> sha256) {
        return sha256.entrySet().stream().map(file -> file.getValue() + " " + file.getKey() + "\n").collect(Collectors.joining());
    }

    /** Changes when anything changes that decides how a source's reports are read. */
    public String howToRead(String source) {
        // Not by going through all files: of ten thousand sources each is asked for.
        SortedMap<String, String> deciding = new TreeMap<>();
        Stream.of("crossfoot.yml", "areas.csv", source + "/source.yml").filter(sha256::containsKey)
                .forEach(file -> deciding.put(file, sha256.get(file)));
        return Archive.sha256(list(deciding).getBytes(StandardCharsets.UTF_8));
    }
}
