package org.crossfoot.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.crossfoot.ledger.RevisionRecord;

/**
 * The folder users open. Each date's current revision is written whole under {@code .dates/DATE/NUMBER} and forced to disk; then
 * the link {@code DATE} is renamed onto it. Renaming a link is the one way to replace a folder in a single step, so a reader
 * sees the old revision or the new one; one who has just followed the link finds the old one until the next is published.
 */
public final class PublishedFolder {

    private final Path output;

    public PublishedFolder(Path output) {
        this.output = output;
    }

    /** Publishes a date's tables alone. */
    public void publish(LocalDate date, List<RevisionRecord> revisions) throws IOException {
        publish(date, revisions, Map.of());
    }

    /**
     * Publishes the last of a date's revisions; the others stand under {@code revisions/}. Repeatable.
     *
     * @param pages what stands beside the last one's files, by path
     */
    public void publish(LocalDate date, List<RevisionRecord> revisions, Map<String, byte[]> pages) throws IOException {
        RevisionRecord current = revisions.get(revisions.size() - 1);
        Path link = output.resolve(date.toString());
        refuseForeign(link);
        Path home = Files.createDirectories(output.resolve(".dates").resolve(date.toString()));
        Path draft = home.resolve("draft");
        delete(draft);
        write(draft, current.files().named());
        write(draft, pages);
        for (RevisionRecord earlier : revisions.subList(0, revisions.size() - 1)) {
            write(draft.resolve("revisions").resolve(String.valueOf(earlier.number())), earlier.files().named());
        }
        Path whole = home.resolve(String.valueOf(current.number()));
        Path before = Files.isSymbolicLink(link) ? output.resolve(Files.readSymbolicLink(link)) : null;
        if (!whole.equals(before) || !Files.isDirectory(whole)) {
            delete(whole);
            Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
            forceNames(home);
            point(link, output.relativize(whole), home.resolve("link"));
            forceNames(output);
        }
        try (Stream<Path> leftovers = Files.list(home)) {
            for (Path leftover : leftovers.filter(path -> !path.equals(whole) && !path.equals(before)).toList()) {
                delete(leftover);
            }
        }
    }

    /**
     * Where the files of a revision stand.
     *
     * @param current number of the date's current revision
     */
    public Path folderOf(LocalDate date, int number, int current) {
        Path folder = output.resolve(date.toString());
        return number == current ? folder : folder.resolve("revisions").resolve(String.valueOf(number));
    }

    private static void refuseForeign(Path link) throws IOException {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new IOException(link + " is a " + (Files.isDirectory(link) ? "folder" : "file") + " that Crossfoot did not make; move it away");
        }
    }

    private static void point(Path link, Path target, Path draft) throws IOException {
        Files.deleteIfExists(draft);
        Files.createSymbolicLink(draft, target);
        Files.move(draft, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        SortedSet<Path> folders = new TreeSet<>(List.of(folder));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            folders.add(Files.createDirectories(path.getParent()));
            force(path, file.getValue());
        }
        for (Path written : folders) {
            forceNames(written);
        }
    }

    /** A rename lasts through a power failure once the folder it happened in is forced. */
    private static void forceNames(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void force(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Replaces one file of the output folder in a single step. */
    public void replace(String name, byte[] content) throws IOException {
        Path file = output.resolve(name);
        Path draft = Files.createDirectories(file.getParent()).resolve("." + file.getFileName() + ".draft");
        force(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public boolean has(String name) {
        return Files.exists(output.resolve(name));
    }

    /** Writes a file that never has another content under this name; costs nothing where it stands already. */
    public void keep(String name, byte[] content) throws IOException {
        if (!has(name)) {
            replace(name, content);
        }
    }

    /** A file of a date's current revision, or null where it has none of that name. */
    public byte[] read(LocalDate date, String name) throws IOException {
        Path file = output.resolve(date.toString()).resolve(name);
        return Files.exists(file) ? Files.readAllBytes(file) : null;
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> inside = Files.walk(path)) {
                for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
