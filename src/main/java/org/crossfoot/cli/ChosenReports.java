package org.crossfoot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.crossfoot.job.step.InputFolder;

/**
 * Which reports {@code check} reads, and which of them it explains.
 *
 * @param explained those named, and the last by name of each source that is read as a whole
 * @param faults    what cannot be read of all that was chosen
 */
record ChosenReports(SortedSet<String> reports, Set<String> explained, List<String> faults) {

    static ChosenReports all(InputFolder input) {
        return new ChosenReports(new TreeSet<>(input.reports().keySet()),
                lastOfEachSource(input, input.sources()), sentences(input, fault -> true));
    }

    /**
     * Chooses by name.
     *
     * @param names  {@code SOURCE} or {@code SOURCE/FILE.csv}; the input folder may stand before it, as a shell completes it
     * @param folder the input folder
     */
    static ChosenReports named(List<String> names, InputFolder input, Path folder) throws WrongUsage {
        ChosenReports chosen = new ChosenReports(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
        for (String given : names) {
            String name = inside(folder, given);
            List<String> ofSource = input.reports().keySet().stream()
                    .filter(path -> input.reports().get(path).source().equals(name)).toList();
            List<String> faults = sentences(input, fault -> fault.isIn(name));
            if (input.reports().containsKey(name)) {
                chosen.reports.add(name);
                chosen.explained.add(name);
            } else if (ofSource.isEmpty() && faults.isEmpty()) {
                throw new WrongUsage("'" + given + "' is no source and no report in " + folder + "; write one of "
                        + String.join(", ", input.sources()) + ", or a file of one, as SOURCE/FILE.csv");
            }
            chosen.reports.addAll(ofSource);
            chosen.explained.addAll(lastOfEachSource(input, Set.of(name)));
            faults.stream().filter(fault -> !chosen.faults.contains(fault)).forEach(chosen.faults::add);
        }
        return chosen;
    }

    private static List<String> sentences(InputFolder input, Predicate<InputFolder.NotTaken> wanted) {
        return input.faults().stream().filter(wanted).map(InputFolder.NotTaken::sentence).toList();
    }

    private static String inside(Path folder, String given) {
        Path path = Path.of(given).normalize();
        Path root = folder.normalize();
        Path relative = path.startsWith(root) && !path.equals(root) ? root.relativize(path) : path;
        return relative.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static Set<String> lastOfEachSource(InputFolder input, Collection<String> sources) {
        TreeMap<String, String> last = new TreeMap<>();
        input.reports().forEach((path, report) -> last.put(report.source(), path));
        last.keySet().retainAll(sources);
        return new TreeSet<>(last.values());
    }
}
