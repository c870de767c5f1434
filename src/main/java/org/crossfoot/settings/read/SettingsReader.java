package org.crossfoot.settings.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossfoot.figure.Areas;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Decision;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Rules;
import org.crossfoot.rule.Waiver;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.FrameReader.Frame;
import org.crossfoot.settings.text.Problems;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.settings.text.YamlFile;

/** Reads all settings files together and tells all their mistakes at once. */
public final class SettingsReader {

    private static final String END = "/" + SettingsFiles.SOURCE;

    private final SortedMap<String, byte[]> files;
    private final Set<String> closed;
    private final Problems problems = new Problems();

    private SettingsReader(SettingsFiles files) {
        this.files = files.bytes();
        this.closed = files.closed();
        problems.addAll(files.problems());
    }

    /**
     * Reads the settings. The result depends on nothing but the files: not on the clock, the zone or the locale.
     *
     * @throws SettingsException with every mistake, by file and line
     */
    public static Settings read(SettingsFiles files) throws SettingsException {
        return new SettingsReader(files).read();
    }

    private Settings read() throws SettingsException {
        Frame frame = required(SettingsFiles.CROSSFOOT).flatMap(bytes -> YamlFile.read(SettingsFiles.CROSSFOOT, bytes, problems))
                .map(FrameReader::read).orElse(Frame.UNREADABLE);
        Set<String> breakdowns = frame.breakdowns() == null ? null : frame.breakdowns().keySet();
        Areas areas = required(SettingsFiles.AREAS).flatMap(bytes -> AreasReader.read(bytes, breakdowns, problems)).orElse(null);
        Declared declared = new Declared(frame.measures(), areas);
        SortedMap<String, Profile> profiles = profiles(declared);
        List<Waiver> waivers = Optional.ofNullable(files.get(SettingsFiles.WAIVERS))
                .map(bytes -> new WaiversReader(ruleIds(frame.rules()), declared, problems).read(bytes)).orElse(List.of());
        List<Decision> decisions = Optional.ofNullable(files.get(SettingsFiles.DECISIONS))
                .map(bytes -> new DecisionsReader(sources(), declared, problems).read(bytes)).orElse(List.of());
        problems.throwIfAny();
        return new Settings(frame.zone(), frame.wording(), frame.breakdowns(), frame.measures(),
                new Rules(frame.rules(), frame.kinds()), frame.files(), frame.notified(), areas, profiles, waivers, decisions);
    }

    private Optional<byte[]> required(String file) {
        if (!files.containsKey(file) && problems.all().stream().noneMatch(problem -> problem.file().equals(file))) {
            problems.add(file, 0, "", "found no such file",
                    "put it into the input folder; links that lead out of it are not followed");
        }
        return Optional.ofNullable(files.get(file));
    }

    private SortedMap<String, Profile> profiles(Declared declared) {
        ProfileReader reader = new ProfileReader(declared);
        SortedMap<String, Profile> profiles = new TreeMap<>();
        Map<String, byte[]> sources = new TreeMap<>();
        files.forEach((file, bytes) -> {
            if (file.endsWith(END)) {
                sources.put(file.substring(0, file.length() - END.length()), bytes);
            }
        });
        sources.forEach((id, bytes) -> YamlFile.read(id + END, bytes, problems).flatMap(file -> reader.read(id, file))
                .ifPresent(profile -> profiles.put(id, profile)));
        reader.checkRepeats(sources());
        return profiles;
    }

    /** Those whose folder is closed too. */
    private Set<String> sources() {
        Set<String> all = new TreeSet<>(closed);
        files.keySet().stream().filter(file -> file.endsWith(END))
                .forEach(file -> all.add(file.substring(0, file.length() - END.length())));
        return all;
    }

    private static Set<String> ruleIds(List<Rule> declared) {
        if (declared == null) {
            return null;
        }
        Set<String> ids = new TreeSet<>(BuiltIn.ids());
        declared.forEach(rule -> ids.add(rule.id()));
        return ids;
    }
}
