package org.crossfoot.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.RevisionRecord;

/**
 * The folder users open. Each date's current revision is written whole under {@code .dates/DATE/NUMBER} and forced to disk; then
 * the link {@code DATE} is renamed onto it. Renaming a link is the one way to replace a folder in a single step, so a reader
 * sees the old revision or the new one; one who has just followed the link, or has a page of it open, finds the old one until the
 * next is published.
 */
public final class PublishedFolder {

    /**
     * Ends the name of a revision's folder that takes the place of one with the same number, which a link cannot be renamed
     * onto.
     */
    private static final String AGAIN = "-again";

    private static final String DRAFT = "draft";
    private static final String REVISIONS = "revisions";
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(" + AGAIN + ")?");

    /** What every Crossfoot wrote into the files that it replaces. */
    private static final SortedMap<String, String> OWN =
            new TreeMap<>(Map.of("index.html", "<title>Crossfoot ", "summary.csv", "date,revision,sources,figures,errors,",
                    "feed.xml", "<title>Crossfoot: "));

    private static final Pattern DATE = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-([0-2]\\d|3[01])");

    /**
     * A revision of a date that is written, and that no reader sees yet.
     *
     * @param pages what stands beside its tables
     */
    public record DraftFolder(LocalDate date, int number, Path folder, FolderContent pages) {
    }

    /** Writes what a file is to hold. */
    public interface Content {
        void writeTo(OutputStream file) throws IOException;
    }

    private final Path output;

    public PublishedFolder(Path output) {
        this.output = output;
    }

    /**
     * Writes a revision beside what is published, and the earlier ones of its date under {@code revisions/}. What the folder that
     * readers see has of these is on the disk already, so it is linked, not written once more. Drafts of several dates may be
     * written at a time.
     *
     * @param earlier the other revisions to be had with it, which are asked for one by one
     * @param pages   what stands beside its files, by path
     */
    public DraftFolder draft(RevisionRecord current, Stream<RevisionRecord> earlier, Map<String, byte[]> pages)
            throws IOException {
        LocalDate date = current.date();
        refuseForeign(output.resolve(date.toString()));
        Path draft = Files.createDirectories(home(date)).resolve(DRAFT);
        ForcedFiles.delete(draft);
        Map<String, byte[]> files = new LinkedHashMap<>(current.files());
        files.putAll(pages);
        ForcedFiles.write(draft, files, null);
        int seen = number(date);
        Path revisions = draft.resolve(REVISIONS);
        Iterator<RevisionRecord> each = earlier.iterator();
        while (each.hasNext()) {
            RevisionRecord one = each.next();
            ForcedFiles.write(Files.createDirectories(revisions).resolve(String.valueOf(one.number())), one.files(),
                    folderOf(date, one.number(), seen));
        }
        if (Files.exists(revisions)) {
            ForcedFiles.forceNames(revisions);
            ForcedFiles.forceNames(draft);
        }
        return new DraftFolder(date, current.number(), draft, FolderContent.of(pages));
    }

    /** Takes away a draft that nobody publishes. */
    public void dropDraft(LocalDate date) throws IOException {
        ForcedFiles.delete(home(date).resolve(DRAFT));
    }

    /** Lets readers see a draft, whole, in the place of what they saw of its date before. */
    public void publish(DraftFolder draft) throws IOException {
        Path link = output.resolve(draft.date.toString());
        refuseForeign(link);
        Path home = home(draft.date);
        Path before = target(link);
        Path whole = home.resolve(draft.number + (before != null && before.endsWith(String.valueOf(draft.number)) ? AGAIN : ""));
        if (before != null && isOf(before, draft.number) && FolderContent.of(before).equals(FolderContent.of(draft.folder))) {
            whole = before;
        } else {
            ForcedFiles.delete(whole);
            Files.move(draft.folder, whole, StandardCopyOption.ATOMIC_MOVE);
            ForcedFiles.forceNames(home);
            point(link, output.relativize(whole), home.resolve("link"));
            ForcedFiles.forceNames(output);
        }
        try (Stream<Path> leftovers = Files.list(home)) {
            // The revision before stays for pages of it that are open: before, or what was before it where this one is published
            // again.
            boolean again = before == null || isOf(before, draft.number);
            Path current = whole;
            for (Path leftover : leftovers.filter(path -> !path.equals(current) && !path.equals(before)
                    && !(again && isOf(path, draft.number - 1))).toList()) {
                ForcedFiles.delete(leftover);
            }
        }
    }

    private Path home(LocalDate date) {
        return output.resolve(".dates").resolve(date.toString());
    }

    /** Whether a date's link is there and points to a revision that is there; its files are not looked at. */
    public boolean stands(LocalDate date, int number) throws IOException {
        Path target = target(output.resolve(date.toString()));
        return target != null && isOf(target, number) && Files.isDirectory(target);
    }

    /** Of which revision a date's link is; 0 where that is not told. */
    public int number(LocalDate date) throws IOException {
        Path target = target(output.resolve(date.toString()));
        Matcher number = NUMBER.matcher(target == null ? "" : target.getFileName().toString());
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** Whether a file of the output folder is there. */
    public boolean has(String name) {
        return Files.exists(output.resolve(name));
    }

    /** The first file that a run would replace and that Crossfoot did not make; none where a run was before. */
    public Optional<String> foreign() throws IOException {
        for (Map.Entry<String, String> own : OWN.entrySet()) {
            Path file = output.resolve(own.getKey());
            if (!has(".dates") && !has("ledger/lock") && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !(Files.isRegularFile(file)
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(own.getValue()))) {
                return Optional.of(own.getKey());
            }
        }
        return Optional.empty();
    }

    /** Whether a file of the output folder has the content with a SHA-256. */
    public boolean holds(String name, String sha256) throws IOException {
        Path file = output.resolve(name);
        return Files.isRegularFile(file) && Archive.sha256(Files.readAllBytes(file)).equals(sha256);
    }

    /**
     * The first of many files of the output folder that is gone or was changed. Looks into those alone that were written later
     * than the one that is written last.
     */
    public Optional<String> lost(FolderContent files, String last) throws IOException {
        if (!has(last)) {
            return Optional.of(last);
        }
        FileTime written = Files.getLastModifiedTime(output.resolve(last));
        for (Map.Entry<String, String> file : files.sha256().entrySet()) {
            Path path = output.resolve(file.getKey());
            if (!Files.isRegularFile(path) || Files.getLastModifiedTime(path).compareTo(written) > 0
                    && !holds(file.getKey(), file.getValue())) {
                return Optional.of(file.getKey());
            }
        }
        return Optional.empty();
    }

    /** Dates that have a link in the output folder, whoever published them. */
    public SortedSet<LocalDate> dates() throws IOException {
        if (!Files.isDirectory(output)) {
            return new TreeSet<>();
        }
        try (Stream<Path> entries = Files.list(output)) {
            return entries.filter(entry -> Files.isSymbolicLink(entry) && DATE.matcher(entry.getFileName().toString()).matches())
                    .map(entry -> LocalDate.parse(entry.getFileName().toString())).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Where a date's link points to, or null where there is no link. */
    private Path target(Path link) throws IOException {
        return Files.isSymbolicLink(link) ? output.resolve(Files.readSymbolicLink(link)) : null;
    }

    private static boolean isOf(Path folder, int number) {
        return folder.endsWith(String.valueOf(number)) || folder.endsWith(number + AGAIN);
    }

    /**
     * Where the files of a revision stand.
     *
     * @param current number of the date's current revision
     */
    public Path folderOf(LocalDate date, int number, int current) {
        Path folder = output.resolve(date.toString());
        return number == current ? folder : folder.resolve(REVISIONS).resolve(String.valueOf(number));
    }

    private static void refuseForeign(Path link) throws IOException {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new IOException(link + " is a " + (Files.isDirectory(link) ? "folder" : "file")
                    + " that Crossfoot did not make; move it away");
        }
    }

    private static void point(Path link, Path target, Path draft) throws IOException {
        Files.deleteIfExists(draft);
        Files.createSymbolicLink(draft, target);
        Files.move(draft, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Replaces one file of the output folder in a single step. */
    public void replace(String name, byte[] content) throws IOException {
        replace(name, file -> file.write(content));
    }

    /** Replaces one file of the output folder in a single step, once all of it is written. */
    public void replace(String name, Content content) throws IOException {
        Path file = output.resolve(name);
        Path draft = Files.createDirectories(file.getParent()).resolve("." + file.getFileName() + ".draft");
        ForcedFiles.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes away files of a folder within the output folder: those of a pattern that are not to stay, by their paths. */
    public void tidy(String name, Pattern pattern, Set<String> stay) throws IOException {
        Path folder = Files.createDirectories(output.resolve(name));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> pattern.matcher(each.getFileName().toString()).matches()
                    && !stay.contains(name + "/" + each.getFileName())).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Replaces a file in a single step that lasts through a power failure. */
    public void replaceForGood(String name, byte[] content) throws IOException {
        replace(name, content);
        ForcedFiles.forceNames(output.resolve(name).getParent());
    }

    /** A file of the output folder as text, or an empty text where there is none. */
    public String text(String name) throws IOException {
        return has(name) ? Files.readString(output.resolve(name)) : "";
    }

    /** A file of a date's current revision, or null where it has none of that name. */
    public byte[] read(LocalDate date, String name) throws IOException {
        Path file = output.resolve(date.toString()).resolve(name);
        return Files.exists(file) ? Files.readAllBytes(file) : null;
    }
}
