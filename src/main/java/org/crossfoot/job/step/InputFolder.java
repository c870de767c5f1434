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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.intake.row.ReportName;
import org.crossfoot.ledger.archive.FileLook;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.SettingsFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in the input folder. Links are not followed, and folders that begin with a dot are left alone.
 *
 * @param reports by their paths relative to the folder
 * @param closed  sources whose folder may not be read, so that nothing tells what stands in it
 * @param faults  what cannot be read at all: folders without settings, sources without reports, stray reports
 * @param unread  files in the folders of sources with settings, or below, that are not taken for reports
 */
public record InputFolder(SortedMap<String, StandingReport> reports, Set<String> closed, List<NotTaken> faults,
        SortedSet<String> unread) {

    /** @param look how its file looked, or null where the file system does not tell */
    public record StandingReport(String source, Path file, FileLook look) {
    }

    /** Those with reports. */
    public SortedSet<String> sources() {
        return reports.values().stream().map(StandingReport::source).collect(Collectors.toCollection(TreeSet::new));
    }

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

    /** Looks through the folder once: what is told of it is what was taken from it. */
    public static final class Once {

        private static final Logger LOG = LoggerFactory.getLogger(Once.class);

        private final Path input;
        private final Map<String, Profile> known;
        private InputFolder found;

        /** @param known the sources that have settings, by id */
        public Once(Path input, Map<String, Profile> known) {
            this.input = input;
            this.known = known;
        }

        /** Looks already while the ledger is opened and asked: a folder of very many files takes as long. */
        public void begin() {
            Thread looking = new Thread(() -> {
                try {
                    look();
                } catch (IOException | RuntimeException e) {
                    LOG.debug("whoever asks what stands in the folder meets it again", e);
                }
            }, "input");
            looking.setDaemon(true);
            looking.start();
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
        InputFolder found = new InputFolder(new TreeMap<>(), new TreeSet<>(), new ArrayList<>(), new TreeSet<>());
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
        SortedMap<String, StandingReport> found = new TreeMap<>();
        for (Path entry : entries.get()) {
            String name = entry.getFileName().toString();
            if (!ReportName.isReport(name) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                below(entry, source, name, patterns, found);
            } else if (ReportName.isReport(name, patterns)) {
                take(entry, source, name, found);
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
            unread(entries.get(), source, source, found.keySet(), patterns);
            reports.putAll(found);
        }
    }

    /**
     * Names what lies in a folder of a source and is not taken; what is named after a report beside it, as its marker, belongs
     * to it, and what should be one and cannot be taken is told as a fault.
     */
    private void unread(List<Path> entries, String shown, String source, Set<String> taken, List<String> patterns) {
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            String path = shown + "/" + shown(name);
            // Nearly all are taken, and known to be files.
            if (!taken.contains(path) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                List<Path> inside = Files.isExecutable(entry) ? opened(entry, path).orElse(List.of()) : List.of();
                unread(inside, path, source, taken, patterns);
            } else if (!taken.contains(path) && !ReportName.isReport(path.substring(source.length() + 1), patterns)
                    && taken.stream().noneMatch(path::startsWith) && !path.equals(source + "/" + SettingsFiles.SOURCE)) {
                unread.add(path);
            }
        }
    }

    /** Takes what is named like a report, or tells why not. */
    private void take(Path file, String source, String name, SortedMap<String, StandingReport> found) {
        // Looked at once: of very many files each look takes its time.
        FileLook look = FileLook.of(file).orElse(null);
        String why = whyNot(name, look == null ? Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) : look.isPlain());
        if (why == null) {
            found.put(source + "/" + name, new StandingReport(source, file, look));
        } else {
            notTaken(shown(source + "/" + name), ": " + why);
        }
    }

    private void notTaken(String place, String why) {
        faults.add(new NotTaken(place, why));
    }

    private static String whyNot(String name, boolean isPlain) {
        if (CONTROLS.matcher(name).find()) {
            return "its name holds control characters (shown as \u00b7); rename it";
        }
        if (name.indexOf(UNDECODABLE) >= 0) {
            return "its name holds characters that cannot be read in this locale; rename it, or set LC_ALL=C.UTF-8";
        }
        if (name.substring(name.lastIndexOf('/') + 1).startsWith(HIDDEN)) {
            return "its name begins with a dot, so it was not read; rename it, or take it out where it is no report";
        }
        return isPlain ? null : "is no plain file; put the report itself here";
    }

    /** Takes the reports below a source's own folder that the settings name, and names the others. */
    private void below(Path folder, String source, String path, List<String> patterns,
            SortedMap<String, StandingReport> found) {
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
                take(entry, source, inner, found);
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
