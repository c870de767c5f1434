package org.crossfoot.ledger;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.crossfoot.ledger.pack.Compressed.GzipWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps bytes once, by content, compressed: {@code archive/ab/abcd….gz} under the SHA-256 of what was put in. */
public final class Archive {

    /** @param sha256 in lower case hexadecimal */
    public record Kept(String sha256, long bytes) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final String DRAFT = ".tmp";
    private static final int COMPARED = 1 << 16;

    /** What Java begins a gzip file with; the last byte, the operating system, differs between versions of Java. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

    private final Path folder;

    public Archive(Path folder) {
        this.folder = folder;
    }

    /** Keeps what the stream holds; forced to disk before it counts. */
    public Kept keep(InputStream content) throws IOException {
        Files.createDirectories(folder);
        // Not a temporary file of Java's, which nobody but its owner may read: whoever audits may be somebody else.
        Path draft = folder.resolve("draft" + UUID.randomUUID() + DRAFT);
        try {
            MessageDigest digest = sha256();
            long bytes;
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream file = Channels.newOutputStream(channel);
                GzipWriter compressed = new GzipWriter(file, GzipWriter.OF_REPORTS);
                bytes = new DigestInputStream(content, digest).transferTo(compressed);
                compressed.finish();
                channel.force(true);
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            Path target = path(sha256);
            if (damage(sha256).isPresent()) {
                Files.createDirectories(target.getParent());
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return new Kept(sha256, bytes);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Keeps bytes that are at hand. What stands there whole is forced to disk already, and not written again. */
    public Kept keep(byte[] content) throws IOException {
        String sha256 = sha256(content);
        return damage(sha256).isEmpty() ? new Kept(sha256, content.length) : keep(new ByteArrayInputStream(content));
    }

    /** Where something kept stands, if it does. */
    public Path file(String sha256) {
        return path(sha256);
    }

    public boolean has(String sha256) {
        return Files.exists(path(sha256));
    }

    /**
     * Whether something kept gives back exactly these bytes; false as well where either cannot be read. Of many files that are
     * the same every night this is known sooner than by their digests.
     */
    public boolean holds(String sha256, InputStream content) {
        if (!has(sha256)) {
            return false;
        }
        byte[] some = new byte[COMPARED];
        byte[] same = new byte[COMPARED];
        try (InputStream kept = open(sha256)) {
            int length;
            do {
                length = content.readNBytes(some, 0, COMPARED);
                if (!Arrays.equals(some, 0, length, same, 0, kept.readNBytes(same, 0, COMPARED))) {
                    return false;
                }
            } while (length == COMPARED);
            return true;
        } catch (IOException e) {
            LOG.info("what is archived under {} cannot be compared", sha256, e);
            return false;
        }
    }

    /** The bytes as they were put in. */
    public InputStream open(String sha256) throws IOException {
        return new GZIPInputStream(Files.newInputStream(path(sha256)), 1 << 16);
    }

    public byte[] bytes(String sha256) {
        try (InputStream content = open(sha256)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the archive cannot give back " + sha256, e);
        }
    }

    /** What is wrong with something kept, in words that go on after its name; empty where it gives back what was put in. */
    public Optional<String> damage(String sha256) {
        try {
            return damageSeen(sha256);
        } catch (AccessDeniedException e) {
            return Optional.of("may not be read in the archive");
        }
    }

    /**
     * As {@link #damage}.
     *
     * @throws AccessDeniedException where it may not be read, which says nothing of what it holds
     */
    public Optional<String> damageSeen(String sha256) throws AccessDeniedException {
        try (InputStream file = Files.newInputStream(path(sha256)); InputStream content = open(sha256)) {
            // Nothing reads most of a gzip header, so a changed byte there would show nowhere else.
            byte[] header = file.readNBytes(HEADER.length);
            header[HEADER.length - 1] = HEADER[HEADER.length - 1];
            return Arrays.equals(header, HEADER) && sha256(content).equals(sha256) ? Optional.empty()
                    : Optional.of("is not what was archived under " + sha256);
        } catch (NoSuchFileException e) {
            return Optional.of("is no longer in the archive");
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException e) {
            return Optional.of("cannot be unpacked from the archive ("
                    + (e instanceof EOFException ? "it ends too early"
                    : Objects.requireNonNullElse(e.getMessage(), "its bytes were changed")) + ")");
        }
    }

    /** Takes away what a killed process left half kept; returns how many files that were. Nothing may be kept meanwhile. */
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

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + ".gz");
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static String sha256(InputStream content) throws IOException {
        MessageDigest digest = sha256();
        new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String sha256(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }
}
