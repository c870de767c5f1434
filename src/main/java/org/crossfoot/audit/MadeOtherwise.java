package org.crossfoot.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.ReportRecord.Standing;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.report.DataPackage;
import org.crossfoot.report.Input;

/**
 * What a revision was made from that another was not: reports, settings, the business date that waivers are compared with, and
 * the program.
 *
 * @param reports       by path
 * @param settingsFiles by path; waivers are among them
 */
public record MadeOtherwise(List<FileChange> reports, List<FileChange> settingsFiles, List<Replaced> others) {

    /** @param before SHA-256 of its contents, several for a report that was overwritten; none where it was not there */
    public record FileChange(String path, SortedSet<String> before, SortedSet<String> after) {

        public boolean isNew() {
            return before.isEmpty();
        }

        public boolean isGone() {
            return after.isEmpty();
        }
    }

    /** @param what {@code business date} or {@code program} */
    public record Replaced(String what, String before, String after) {
    }

    /**
     * A report that was overwritten or taken away brought what changed, though both were made from what it was: of its contents
     * those count that stood. The business date is named where nothing else differs, as waivers are compared with it.
     */
    static MadeOtherwise between(RevisionRecord before, RevisionRecord after, Ledger ledger) {
        Archive archive = ledger.archive();
        DataPackage.Made had = DataPackage.made(before);
        DataPackage.Made has = DataPackage.made(after);
        List<Replaced> others = new ArrayList<>();
        others.add(new Replaced("program", had.version(), has.version()));
        others.removeIf(one -> one.before.equals(one.after));
        Set<String> bearing = Stream.of(had, has).flatMap(made -> made.inputs().stream()).map(Input::path)
                .collect(Collectors.toSet());
        List<FileChange> reports = changes(stood(before, had, bearing, ledger), stood(after, has, bearing, ledger));
        List<FileChange> settings = before.settings().equals(after.settings()) ? List.of()
                        : changes(contents(SettingsSnapshot.files(before.settings(), archive)),
                        contents(SettingsSnapshot.files(after.settings(), archive)));
        if (reports.isEmpty() && settings.isEmpty() && others.isEmpty() && !before.businessDate().equals(after.businessDate())) {
            others.add(new Replaced("business date", before.businessDate().toString(), after.businessDate().toString()));
        }
        return new MadeOtherwise(reports, settings, others);
    }

    /**
     * What stood of the reports that bear on one of both; of a revision of which that was not kept, all that it was made from.
     */
    private static SortedMap<String, SortedSet<String>> stood(RevisionRecord revision, DataPackage.Made made, Set<String> bearing,
            Ledger ledger) {
        return contents(revision.knownTo() == null ? made.inputs()
                : ledger.reports().notWithdrawnAfter(revision.knownTo()).stream()
                .filter(report -> report.standing() == Standing.PRESENT && bearing.contains(report.path()))
                .map(report -> new Input(report.path(), report.sha256())).toList());
    }

    private static SortedMap<String, SortedSet<String>> contents(Collection<Input> inputs) {
        SortedMap<String, SortedSet<String>> contents = new TreeMap<>();
        inputs.forEach(input -> contents.computeIfAbsent(input.path(), path -> new TreeSet<>()).add(input.sha256()));
        return contents;
    }

    private static SortedMap<String, SortedSet<String>> contents(Map<String, String> files) {
        return contents(files.entrySet().stream().map(file -> new Input(file.getKey(), file.getValue())).toList());
    }

    private static List<FileChange> changes(SortedMap<String, SortedSet<String>> before,
            SortedMap<String, SortedSet<String>> after) {
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream().map(path -> new FileChange(path, before.getOrDefault(path, new TreeSet<>()),
                after.getOrDefault(path, new TreeSet<>())))
                .filter(change -> !change.before.equals(change.after)).toList();
    }
}
