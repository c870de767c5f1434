package org.crossfoot.job.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossfoot.intake.row.ReportName;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.SettingsFiles;

/**
 * What stands in the input folder. Links are not followed, and folders that begin with a dot are left alone.
 *
 * @param reports the file of every report, by its path relative to the folder
 * @param sources the source of every report, by the same path
 * @param closed  sources whose folder may not be read, so that nothing tells what stands in it
 * @param faults  what cannot be read at all: folders without settings, sources without reports, stray reports
 * @param unread  files in the folders of sources with settings, or below, that are not taken for reports
 */
public record InputFolder(SortedMap<String, Path> reports, SortedMap<String, String> sources,
        Set<String> closed, List<NotTaken> faults, SortedSet<String> unread) {

    /**
     * Something in the folder that cannot be read.
     *
     * @param place its path within the folder, as it can be shown
     * @param why   what a sentence says that begins with the place
     */
    public record NotTaken(String place, String why) {

        public String sentence() {
            return place + why;
        }

        /** Whether it is what has a name, or stands in it. */
        public boolean isIn(String name) {
            return place.equals(name) || place.startsWith(name + "/");
        }
    }

    private static final Set<String> SETTINGS = Set.of("areas.csv", "waivers.csv", "decisions.csv");

    /** A name is printed, and some of these would tell a terminal what to do. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final String HIDDEN = ".";
    private static final String DENIED = "/: may not be read (access denied), so nothing new in it was taken; its owner, or root,"
            + " can let the user that runs Crossfoot in: chmod a+rx";
    private static final char UNDECODABLE = '\ufffd';

    /** Looks through the folder once, when it is first asked what stands there: what is told of it is what was taken from it. */
    static final class Once {

        private final Path input;
        private final Map<String, Profile> known;
        private InputFolder found;

        Once(Path input, Map<String, Profile> known) {
            this.input = input;
            this.known = known;
        }

        synchronized InputFolder look() throws IOException {
            if (found == null) {
                found = scan(input, known);
            }
            return found;
        }
    }

    /** @param known the sources that have settings, by id */
    public static InputFolder scan(Path input, Map<String, Profile> known) throws IOException {
        InputFolder found = new InputFolder(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(),
                new ArrayList<>(), new TreeSet<>());
        for (Path entry : inside(input)) {
            String name = entry.getFileName().toString();
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                found.source(entry, name, known.get(name));
            } else if (Files.isSymbolicLink(entry) && Files.isDirectory(entry)) {
                found.notTaken(shown(name), "/: is a link, and links are not followed; put the folder itself here");
            } else if (ReportName.isReport(name) && !SETTINGS.contains(name)) {
                found.notTaken(shown(name), ": a report outside every source; put it into the folder of its source");
            }
        }
        return found;
    }

    /** @param profile null where it has none */
    private void source(Path folder, String source, Profile profile) {
        List<String> patterns = profile == null ? List.of() : profile.files();
        Optional<List<Path>> entries = opened(folder, shown(source));
        if (entries.isEmpty()) {
            closed.add(source);
            return;
        }
        SortedMap<String, Path> found = new TreeMap<>();
        for (Path entry : entries.get()) {
            String name = entry.getFileName().toString();
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !ReportName.isReport(name)) {
                below(entry, source, name, patterns, found);
            } else if (ReportName.isReport(name, patterns)) {
                report(entry, source, name).ifPresentOrElse(faults::add, () -> found.put(source + "/" + name, entry));
            }
        }
        if (profile == null) {
            notTaken(shown(source) + "/source.yml", ": missing, so "
                    + (found.size() == 1 ? "its report was" : "its " + found.size() + " reports were")
                    + " not read; write how to read this publisher");
        } else if (found.isEmpty()) {
            notTaken(source, "/: holds no report (%s); put one there, or remove the folder".formatted(
                    patterns.isEmpty() ? "*.csv, *.csv.gz" : String.join(", ", patterns)));
        } else {
            unread(folder, source, source, found.keySet(), patterns);
            reports.putAll(found);
            found.keySet().forEach(path -> sources.put(path, source));
        }
    }

    /**
     * Names what lies in a folder of a source and is not taken; what is named after a report beside it, as its marker, belongs
     * to it, and what should be one and cannot be taken is told as a fault.
     */
    private void unread(Path folder, String shown, String source, Set<String> taken, List<String> patterns) {
        List<Path> entries = Files.isExecutable(folder) ? opened(folder, shown).orElse(List.of()) : List.of();
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            String path = shown + "/" + shown(name);
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                unread(entry, path, source, taken, patterns);
            } else if (!taken.contains(path) && !ReportName.isReport(path.substring(source.length() + 1), patterns)
                    && taken.stream().noneMatch(path::startsWith) && !path.equals(source + "/" + SettingsFiles.SOURCE)) {
                unread.add(path);
            }
        }
    }

    /** Why what is named like a report is not read, or empty where it is. */
    private static Optional<NotTaken> report(Path file, String source, String name) {
        String why = whyNot(file, name);
        return why == null ? Optional.empty() : Optional.of(new NotTaken(shown(source + "/" + name), ": " + why));
    }

    private void notTaken(String place, String why) {
        faults.add(new NotTaken(place, why));
    }

    private static String whyNot(Path file, String name) {
        if (CONTROLS.matcher(name).find()) {
            return "its name holds control characters (shown as \u00b7); rename it";
        }
        if (name.indexOf(UNDECODABLE) >= 0) {
            return "its name holds characters that cannot be read in this locale; rename it, or set LC_ALL=C.UTF-8";
        }
        if (name.substring(name.lastIndexOf('/') + 1).startsWith(HIDDEN)) {
            return "its name begins with a dot, so it was not read; rename it, or take it out where it is no report";
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? null : "is no plain file; put the report itself here";
    }

    /** Takes the reports below a source's own folder that the settings name, and names the others. */
    private void below(Path folder, String source, String path, List<String> patterns, SortedMap<String, Path> found) {
        List<String> names = new ArrayList<>();
        String shown = shown(source + "/" + path);
        Optional<List<Path>> entries = opened(folder, shown);
        if (entries.isEmpty() && !patterns.isEmpty()) {
            closed.add(source);
        }
        for (Path entry : entries.orElse(List.of())) {
            String name = entry.getFileName().toString();
            String inner = path + "/" + name;
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                below(entry, source, inner, patterns, found);
            } else if (ReportName.isReport(inner, patterns)) {
                report(entry, source, inner).ifPresentOrElse(faults::add, () -> found.put(source + "/" + inner, entry));
            } else if (ReportName.isReport(name)) {
                names.add(shown(name));
            }
        }
        if (!names.isEmpty()) {
            boolean one = names.size() == 1;
            notTaken(shown + "/" + names.get(0), (": %s below the folder of a source, so %s not read; put %s into %s/, or into a "
                    + "source's folder beside it where another publishes %3$s, or name %3$s under files in %4$s/source.yml")
                    .formatted(one ? "a report" : "and " + (names.size() - 1) + " more in this folder: reports",
                    one ? "it was" : "they were", one ? "it" : "them", shown(source)));
        }
    }

    private static boolean isHidden(Path entry) {
        String name = entry.getFileName().toString();
        return name.startsWith(HIDDEN) && (!ReportName.isReport(name) || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS));
    }

    private static String shown(String name) {
        return CONTROLS.matcher(name).replaceAll("\u00b7");
    }

    /** What stands in a folder; empty, and a fault, where that cannot be seen. */
    private Optional<List<Path>> opened(Path folder, String shown) {
        try {
            // Without the right to enter it, a folder lists names of which nothing more can be known.
            if (Files.isExecutable(folder)) {
                return Optional.of(inside(folder));
            }
            notTaken(shown, DENIED);
        } catch (IOException | UncheckedIOException e) {
            IOException cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e;
            notTaken(shown, cause instanceof AccessDeniedException ? DENIED
                    : "/: cannot be read (" + cause + "), so nothing new in it was taken; see whether its disk is well");
        }
        return Optional.empty();
    }

    /** Hidden are folders and links, and files but reports: who leaves one of those expects it to be read. */
    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isHidden(entry)).sorted().toList();
        }
    }
}
