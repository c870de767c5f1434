package org.crossfoot.report;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that are on the disk, and stay there through a power failure, when the call that wrote them comes back. */
final class ForcedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ForcedFiles.class);

    private ForcedFiles() {
    }

    /**
     * Writes a folder that is not there yet.
     *
     * @param files by path within it
     * @param same  a folder that was written like this before, or null: a file that it has with the same bytes gets one more name
     *              instead of being written again
     */
    static void write(Path folder, Map<String, byte[]> files, Path same) throws IOException {
        SortedSet<Path> folders = new TreeSet<>();
        for (String file : files.keySet()) {
            for (Path inside = folder.resolve(file).getParent(); inside.startsWith(folder); inside = inside.getParent()) {
                folders.add(inside);
            }
        }
        for (Path each : folders) {
            Files.createDirectory(each);
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (same == null || !isLinked(path, same.resolve(file.getKey()), file.getValue())) {
                write(path, out -> out.write(file.getValue()));
            }
        }
        for (Path each : folders) {
            forceNames(each);
        }
    }

    /**
     * Gives a file that has certain bytes one more name; false where it has others by now, or may not be read. Not every file
     * system has files of several names, nor lets one have any number of them.
     */
    private static boolean isLinked(Path name, Path file, byte[] content) {
        try {
            boolean same = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == content.length
                    && Arrays.equals(Files.readAllBytes(file), content);
            if (same) {
                Files.createLink(name, file);
            }
            return same;
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("{} is written, since it cannot be linked", name, e);
            return false;
        }
    }

    /** A rename lasts through a power failure once the folder it happened in is forced. */
    static void forceNames(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void write(Path file, PublishedFolder.Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** Deletes a folder with all in it, where it is there. */
    static void delete(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> inside = Files.walk(path)) {
                for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
