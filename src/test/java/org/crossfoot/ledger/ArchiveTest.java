package org.crossfoot.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes are kept once, under what they are. */
class ArchiveTest {

    @TempDir
    Path folder;

    private Archive.Kept keep(String text) throws IOException {
        return new Archive(folder).keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsKeptComesBackByItsSha256() throws IOException {
        Archive.Kept kept = keep("956");

        assertThat(kept).isEqualTo(new Archive.Kept("fbb2a73b0bacf3953186a92029e3e9b130373a9ff1449407e6125b3481f4f0ca", 3));
        assertThat(new Archive(folder).bytes(kept.sha256())).asString(StandardCharsets.UTF_8).isEqualTo("956");
        assertThat(new Archive(folder).has(kept.sha256())).isTrue();
    }

    @Test
    void theSameBytesAreKeptOnce() throws IOException {
        keep("956");
        keep("956");
        keep("");
        assertThat(files()).hasSize(2).noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    @Test
    void bytesThatStandThereWholeAreNotWrittenAgainAndDamagedOnesAre() throws IOException {
        Archive archive = new Archive(folder);
        for (String text : List.of("", "956", "title: ICE\n".repeat(1_000))) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Archive.Kept kept = archive.keep(bytes);
            assertThat(kept).isEqualTo(keep(text));
            Path file = files().stream().filter(each -> each.endsWith(kept.sha256() + ".gz")).findAny().orElseThrow();
            Object written = Files.getAttribute(file, "unix:ino");

            assertThat(archive.keep(bytes)).isEqualTo(kept);
            assertThat(Files.getAttribute(file, "unix:ino")).as("the file is the same").isEqualTo(written);

            for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(Files.readAllBytes(file), 12))) {
                Files.write(file, damaged);
                assertThat(archive.keep(bytes)).isEqualTo(kept);
                assertThat(archive.bytes(kept.sha256())).isEqualTo(bytes);
            }
        }
    }

    @Test
    void aStreamThatBreaksOffLeavesNothing() throws IOException {
        InputStream breaks = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> new Archive(folder).keep(breaks)).hasMessage("gone");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsTakenAwayAndNothingElse() throws IOException {
        assertThat(new Archive(folder.resolve("none")).clean()).isZero();
        keep("956");
        Files.writeString(folder.resolve("draft1.tmp"), "half");

        assertThat(new Archive(folder).clean()).isOne();
        assertThat(files()).singleElement().asString().endsWith(".gz");
    }

    @Test
    void whatWasNeverKeptIsNamed() {
        assertThatThrownBy(() -> new Archive(folder).bytes("ab".repeat(32))).hasMessageContaining("abab");
    }

    @Test
    void aKeptFileThatWasCutIsKeptAnewWhenItsBytesComeAgain() throws IOException {
        String sha256 = keep("some bytes that were whole").sha256();
        Path file = files().get(0);
        Files.write(file, new byte[] {31});

        keep("some bytes that were whole");

        assertThat(new Archive(folder).bytes(sha256)).asString(StandardCharsets.UTF_8).isEqualTo("some bytes that were whole");
    }

    @Test
    void whatIsKeptHoldsItsOwnBytesAndNoOthers() throws IOException {
        String many = "956 arrests\n".repeat(20_000);
        String sha256 = keep(many).sha256();

        assertThat(holds(sha256, many)).isTrue();
        assertThat(holds(sha256, many.substring(1))).isFalse();
        assertThat(holds(sha256, many + "1")).isFalse();
        assertThat(holds(sha256, many.replaceFirst("956", "955"))).isFalse();
        assertThat(holds("ab".repeat(32), many)).isFalse();
    }

    @Test
    void aKeptFileOfTheSameSizeThatWasDamagedHoldsNothingAndIsKeptAnew() throws IOException {
        String sha256 = keep("some bytes that were whole").sha256();
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[15] ^= 1;
        Files.write(file, bytes);

        assertThat(holds(sha256, "some bytes that were whole")).isFalse();
        keep("some bytes that were whole");

        assertThat(new Archive(folder).damage(sha256)).isEmpty();
        assertThat(holds(sha256, "some bytes that were whole")).isTrue();
    }

    @Test
    void howAKeptFileIsDamagedIsSaidInWords() throws IOException {
        String sha256 = keep("some bytes that were whole").sha256();
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(new Archive(folder).damage(sha256)).as("cut after " + length).get().asString()
                    .startsWith("cannot be unpacked from the archive (")
                    .doesNotContain("null", "Exception", file.getParent().toString());
        }
        Files.delete(file);
        assertThat(new Archive(folder).damage(sha256)).contains("is no longer in the archive");
    }

    @Test
    void whatIsKeptMayBeReadByWhoeverMayReadWhatElseIsWritten() throws IOException {
        keep("956");
        Set<PosixFilePermission> usual = Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual")));
        assertThat(files()).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file)).isEqualTo(usual));
    }

    @Test
    void whatMayNotBeReadIsNotSaidToBeDamaged() throws IOException {
        String sha256 = keep("956").sha256();
        Files.setPosixFilePermissions(files().get(0), Set.of());
        Assumptions.assumeFalse(Files.isReadable(files().get(0)), "this user may read everything: see AnotherUserIT");

        assertThatThrownBy(() -> new Archive(folder).damageSeen(sha256)).isInstanceOf(AccessDeniedException.class);
        keep("956");
        assertThat(new Archive(folder).damage(sha256)).isEmpty();
    }

    private boolean holds(String sha256, String text) {
        return new Archive(folder).holds(sha256, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
