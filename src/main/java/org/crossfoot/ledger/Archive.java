package org.crossfoot.ledger;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.crossfoot.ledger.archive.ArchiveFolder;
import org.crossfoot.ledger.archive.ArchivePlace;
import org.crossfoot.ledger.pack.Compressed.GzipWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps bytes once, by content, compressed, under the SHA-256 of what was put in. */
public final class Archive {

    /** @param sha256 in lower case hexadecimal */
    public record Kept(String sha256, long bytes) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final int COMPARED = 1 << 16;

    /** What Java begins a gzip file with; the last byte, the operating system, differs between versions of Java. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

    private final ArchivePlace place;

    /** In a folder. */
    public Archive(Path folder) {
        this(new ArchiveFolder(folder));
    }

    public Archive(ArchivePlace place) {
        this.place = place;
    }

    /** Keeps what the stream holds; on the disk before it counts. */
    public Kept keep(InputStream content) throws IOException {
        try (ArchivePlace.Draft draft = place.draft()) {
            MessageDigest digest = sha256();
            GzipWriter compressed = new GzipWriter(draft.out(), GzipWriter.OF_REPORTS);
            long bytes = new DigestInputStream(content, digest).transferTo(compressed);
            compressed.finish();
            String sha256 = HexFormat.of().formatHex(digest.digest());
            if (damage(sha256).isPresent()) {
                draft.keep(sha256);
            }
            return new Kept(sha256, bytes);
        }
    }

    /** Keeps bytes that are at hand. What stands there whole is forced to disk already, and not written again. */
    public Kept keep(byte[] content) throws IOException {
        String sha256 = sha256(content);
        return damage(sha256).isEmpty() ? new Kept(sha256, content.length) : keep(new ByteArrayInputStream(content));
    }

    /** How something kept looks from outside: as before, where it is as it was. Empty where that cannot be told. */
    public Optional<String> look(String sha256) {
        return place.look(sha256);
    }

    public boolean has(String sha256) {
        return place.has(sha256);
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
        return new GZIPInputStream(place.open(sha256), 1 << 16);
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
        try (InputStream file = place.open(sha256); InputStream content = open(sha256)) {
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

    /** Takes away what a killed process left half kept; returns how many that were. Nothing may be kept meanwhile. */
    public int clean() throws IOException {
        return place.clean();
    }

    /** In bytes, as it is packed. */
    public long size() throws IOException {
        return place.size();
    }

    /** Has another one keep all of this one, as it is, that it does not have whole. */
    public void copyTo(Archive other) throws IOException {
        for (String sha256 : place.names()) {
            if (other.damage(sha256).isPresent()) {
                try (InputStream packed = place.open(sha256); ArchivePlace.Draft draft = other.place.draft()) {
                    packed.transferTo(draft.out());
                    draft.keep(sha256);
                }
            }
        }
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
