package org.crossfoot.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossfoot.intake.ReportName;

/**
 * What stands in the input folder. Links are not followed, and what begins with a dot is left alone.
 *
 * @param reports the file of every report, by its path relative to the folder
 * @param sources the source of every report, by the same path
 * @param faults  sentences about what cannot be read at all: folders without settings, sources without reports, stray reports
 */
public record InputFolder(SortedMap<String, Path> reports, SortedMap<String, String> sources, List<String> faults) {

    private static final Set<String> SETTINGS = Set.of("areas.csv", "waivers.csv");

    /** A name is printed, and some of these would tell a terminal what to do. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final char UNDECODABLE = '\ufffd';

    /** @param known ids of the sources that have settings */
    public static InputFolder scan(Path input, Set<String> known) throws IOException {
        InputFolder found = new InputFolder(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        for (Path entry : inside(input)) {
            String name = entry.getFileName().toString();
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                found.source(entry, name, known.contains(name));
            } else if (Files.isSymbolicLink(entry) && Files.isDirectory(entry)) {
                found.faults.add(shown(name) + "/: is a link, and links are not followed; put the folder itself here");
            } else if (ReportName.isReport(name) && !SETTINGS.contains(name)) {
                found.faults.add(shown(name) + ": a report outside every source; put it into the folder of its source");
            }
        }
        return found;
    }

    private void source(Path folder, String source, boolean known) throws IOException {
        int before = reports.size();
        for (Path entry : inside(folder)) {
            String name = entry.getFileName().toString();
            if (ReportName.isReport(name) && CONTROLS.matcher(name).find()) {
                faults.add(source + "/" + shown(name) + ": its name holds control characters (shown as \u00b7); rename it");
            } else if (ReportName.isReport(name) && name.indexOf(UNDECODABLE) >= 0) {
                faults.add(source + "/" + name + ": its name holds characters that cannot be read in this locale; rename it, or set LC_ALL=C.UTF-8");
            } else if (ReportName.isReport(name) && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                reports.put(source + "/" + name, entry);
                sources.put(source + "/" + name, source);
            } else if (ReportName.isReport(name)) {
                faults.add(source + "/" + name + ": is no plain file; put the report itself here");
            }
        }
        int found = reports.size() - before;
        if (!known) {
            reports.keySet().removeIf(path -> path.startsWith(source + "/"));
            sources.keySet().removeIf(path -> path.startsWith(source + "/"));
            faults.add(shown(source) + "/source.yml: missing, so " + (found == 1 ? "its report was" : "its " + found + " reports were")
                    + " not read; write how to read this publisher");
        } else if (found == 0) {
            faults.add(source + "/: holds no report (*.csv, *.csv.gz); put one there, or remove the folder");
        }
    }

    private static String shown(String name) {
        return CONTROLS.matcher(name).replaceAll("\u00b7");
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).sorted().toList();
        }
    }
}
