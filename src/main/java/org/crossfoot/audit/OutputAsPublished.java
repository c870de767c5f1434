package org.crossfoot.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.Dates.DateState;
import org.crossfoot.ledger.Dates;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.report.FolderContent;
import org.crossfoot.report.PublishedFolder;

/**
 * Compares what readers find in the output folder with what was published there: files that were altered, are gone, or that
 * nobody
 * published. Writes nothing; a file that may not be read is a failure, not a difference.
 */
final class OutputAsPublished {

    private static final int SHOWN = 20;
    private static final String ALTERED = " was altered after it was published";
    private static final String GONE = " is no longer there";
    private static final String SURPLUS = " was not published by Crossfoot";

    private static final Pattern PAGE = Pattern.compile("report\\.html|report-data/.*");
    private static final Pattern REVISION = Pattern.compile("revisions/([1-9]\\d{0,8})/.*");
    private static final Pattern ASSET = Pattern.compile("\\.\\./(assets/[\\w.-]+)");
    /** A file whose name has a part of its SHA-256. */
    private static final Pattern NAMED = Pattern.compile(".*-([0-9a-f]{10})\\.\\w+");

    private final Dates dates;
    private final Path output;
    private final Map<Path, Optional<String>> assets = new HashMap<>();

    OutputAsPublished(Dates dates, Path output) {
        this.dates = dates;
        this.output = output;
    }

    /** @param current number of the date's current revision */
    List<String> ofRevision(RevisionRecord kept, int current) throws IOException {
        LocalDate date = kept.date();
        Path folder = new PublishedFolder(output).folderOf(date, kept.number(), current);
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : kept.files().entrySet()) {
            byte[] bytes = bytes(folder.resolve(file.getKey()));
            if (bytes == null) {
                findings.add(name(folder.resolve(file.getKey())) + GONE);
            } else if (!Arrays.equals(bytes, file.getValue())) {
                findings.add(name(folder.resolve(file.getKey())) + ALTERED + ": "
                        + FileDifference.inWords(file.getKey(), file.getValue(), bytes));
            }
        }
        Set<String> published = new TreeSet<>(kept.files().keySet());
        Predicate<String> known = published::contains;
        if (kept.number() == current) {
            Optional<String> pages = dates.pages(date);
            known = known.or(file -> isOfEarlier(file, current)).or(file -> pages.isEmpty() && PAGE.matcher(file).matches());
            FolderContent content = FolderContent.listed(pages.orElse(""));
            published.addAll(content.sha256().keySet());
            findings.addAll(compared(content, folder));
            findings.addAll(assetsOf(folder.resolve("report.html")));
        }
        findings.addAll(surplus(folder, known));
        return few(findings, "; rerun " + date + " publishes it as it was");
    }

    /** Dates that stand in a revision that the ledger does not have, with a sentence on each. */
    SortedMap<LocalDate, String> withoutRevision() throws IOException {
        SortedMap<LocalDate, String> without = new TreeMap<>();
        PublishedFolder folder = new PublishedFolder(output);
        for (LocalDate date : folder.dates()) {
            int newest = dates.state(date).map(DateState::revision).orElse(0);
            if (newest == 0 || folder.number(date) > newest) {
                without.put(date, date + " is published as revision " + folder.number(date) + ", and the ledger has "
                        + (newest == 0 ? "none of this date" : "only " + newest));
            }
        }
        return without;
    }

    /** Of what stands beside the folders of the dates; empty where an older Crossfoot published it. */
    Optional<List<String>> ofOverview() throws IOException {
        Optional<String> published = dates.overview();
        if (published.isEmpty()) {
            return Optional.empty();
        }
        FolderContent content = FolderContent.listed(published.get());
        List<String> findings = new ArrayList<>(compared(content, output));
        for (String folder : List.of("assets", "index-data")) {
            for (String each : files(output.resolve(folder))) {
                String name = folder + "/" + each;
                if (!content.sha256().containsKey(name) && !asNamed(output.resolve(name))) {
                    findings.add(name + (NAMED.matcher(name).matches() ? ALTERED : SURPLUS));
                }
            }
        }
        return Optional.of(few(findings, "; a rerun of any date publishes what belongs there; move away what does not"));
    }

    private List<String> compared(FolderContent published, Path folder) throws IOException {
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, String> file : published.sha256().entrySet()) {
            byte[] bytes = bytes(folder.resolve(file.getKey()));
            if (bytes == null || !Archive.sha256(bytes).equals(file.getValue())) {
                findings.add(name(folder.resolve(file.getKey())) + (bytes == null ? GONE : ALTERED));
            }
        }
        return findings;
    }

    private List<String> assetsOf(Path page) throws IOException {
        byte[] bytes = bytes(page);
        List<String> findings = new ArrayList<>();
        Matcher named = ASSET.matcher(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8));
        while (named.find()) {
            Path asset = output.resolve(named.group(1));
            if (!assets.containsKey(asset)) {
                assets.put(asset, bytes(asset) == null ? Optional.of(GONE) : asNamed(asset) ? Optional.empty()
                        : Optional.of(ALTERED));
            }
            assets.get(asset).ifPresent(what -> findings.add(name(asset) + ", which " + name(page) + " needs," + what));
        }
        return findings;
    }

    private static boolean asNamed(Path file) throws IOException {
        Matcher named = NAMED.matcher(file.getFileName().toString());
        byte[] bytes = bytes(file);
        return named.matches() && bytes != null && Archive.sha256(bytes).startsWith(named.group(1));
    }

    private static boolean isOfEarlier(String file, int current) {
        Matcher revision = REVISION.matcher(file);
        return revision.matches() && Integer.parseInt(revision.group(1)) < current;
    }

    private List<String> surplus(Path folder, Predicate<String> known) throws IOException {
        return files(folder).stream().filter(known.negate()).map(file -> name(folder.resolve(file)) + SURPLUS).toList();
    }

    /** Whatever stands in a folder and is no folder itself, by its path there; nothing where there is no such folder. */
    private static List<String> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        Path real = folder.toRealPath();
        try (Stream<Path> all = Files.walk(real)) {
            return all.filter(file -> !Files.isDirectory(file)).map(file -> real.relativize(file).toString()).sorted().toList();
        }
    }

    /** Null where there is no such file. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.isDirectory(file) ? null : Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private String name(Path file) {
        return output.relativize(file).toString();
    }

    private static List<String> few(List<String> findings, String remedy) {
        List<String> few = new ArrayList<>(findings.stream().limit(SHOWN).map(finding -> finding + remedy).toList());
        if (findings.size() > SHOWN) {
            few.add("and " + (findings.size() - SHOWN) + " more files" + remedy);
        }
        return few;
    }
}
