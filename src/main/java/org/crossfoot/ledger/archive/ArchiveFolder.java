package org.crossfoot.ledger.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A file for each: {@code ab/abcd….gz}. */
public final class ArchiveFolder implements ArchivePlace {

    private static final String DRAFT = ".tmp";
    private static final String KEPT = ".gz";

    private final Path folder;

    public ArchiveFolder(Path folder) {
        this.folder = folder;
    }

    /** Where what has a name stands, if it does. */
    public Path file(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name + KEPT);
    }

    @Override
    public Draft draft() throws IOException {
        Files.createDirectories(folder);
        // Not a temporary file of Java's, which nobody but its owner may read: whoever audits may be somebody else.
        Path draft = folder.resolve("draft" + UUID.randomUUID() + DRAFT);
        return new DraftFile(draft, FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    private final class DraftFile implements Draft {

        private final Path draft;
        private final FileChannel channel;

        DraftFile(Path draft, FileChannel channel) {
            this.draft = draft;
            this.channel = channel;
        }

        @Override
        public OutputStream out() {
            return Channels.newOutputStream(channel);
        }

        /** Forced to disk before it counts. */
        @Override
        public void keep(String name) throws IOException {
            channel.force(true);
            channel.close();
            Path target = file(name);
            Files.createDirectories(target.getParent());
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                Files.deleteIfExists(draft);
            }
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(file(name));
    }

    @Override
    public boolean has(String name) {
        return Files.exists(file(name));
    }

    @Override
    public Optional<String> look(String name) {
        return FileLook.of(file(name)).map(FileLook::text);
    }

    @Override
    public List<String> names() throws IOException {
        return files().stream().map(file -> file.getFileName().toString()).filter(name -> name.endsWith(KEPT))
                .map(name -> name.substring(0, name.length() - KEPT.length())).sorted().toList();
    }

    @Override
    public long size() throws IOException {
        return files().stream().mapToLong(file -> file.toFile().length()).sum();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public int clean() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> drafts = Files.list(folder)) {
            int cleaned = 0;
            for (Path draft : drafts.filter(file -> file.getFileName().toString().endsWith(DRAFT)).toList()) {
                Files.delete(draft);
                cleaned++;
            }
            return cleaned;
        }
    }
}
