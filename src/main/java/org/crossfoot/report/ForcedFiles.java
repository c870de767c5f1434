package org.crossfoot.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Files that are on the disk, and stay there through a power failure, when the call that wrote them comes back. */
final class ForcedFiles {

    private ForcedFiles() {
    }

    /**
     * Writes a folder that is not there yet.
     *
     * @param files by path within it
     */
    static void write(Path folder, Map<String, byte[]> files) throws IOException {
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
            write(folder.resolve(file.getKey()), file.getValue());
        }
        for (Path each : folders) {
            forceNames(each);
        }
    }

    /** A rename lasts through a power failure once the folder it happened in is forced. */
    static void forceNames(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
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
