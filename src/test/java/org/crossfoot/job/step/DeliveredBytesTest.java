package org.crossfoot.job.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.crossfoot.ledger.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new report is read where it was delivered, and as it was archived. */
class DeliveredBytesTest {

    @TempDir
    Path kept;

    @TempDir
    Path input;

    private String keep(String text) throws IOException {
        return new Archive(kept).keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).sha256();
    }

    private Path archived() throws IOException {
        try (Stream<Path> files = Files.walk(kept)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private String read(String path, String sha256) throws IOException {
        try (InputStream bytes = new DeliveredBytes(new Archive(kept), input).open(path, sha256)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFileIsReadWhileItHoldsTheArchivedBytes() throws IOException {
        String sha256 = keep("956");
        Files.writeString(archived(), "nothing that could be unpacked, so that it shows which of the two is read");
        Files.writeString(input.resolve("26.csv"), "956");

        assertThat(read("26.csv", sha256)).isEqualTo("956");
    }

    @Test
    void aFileOfManyReadsIsReadWhole() throws IOException {
        String many = "956,1179,2681\n".repeat(20_000);
        String sha256 = keep(many);
        Files.writeString(archived(), "damaged");
        Files.writeString(input.resolve("26.csv"), many);

        assertThat(read("26.csv", sha256)).isEqualTo(many);
    }

    @Test
    void aFileThatChangedOrWentIsNot() throws IOException {
        String sha256 = keep("956");
        Files.writeString(input.resolve("changed.csv"), "957");
        Files.createSymbolicLink(input.resolve("link.csv"), Files.writeString(input.resolve("same.csv"), "956"));
        Files.createDirectory(input.resolve("folder.csv"));

        for (String path : List.of("changed.csv", "link.csv", "folder.csv", "gone.csv")) {
            assertThat(read(path, sha256)).as(path).isEqualTo("956");
        }
    }

    @Test
    void aFileTooLargeToBeHeldInMemoryIsNot() throws IOException {
        String large = "x".repeat(DeliveredBytes.LARGEST + 1);
        Files.writeString(input.resolve("26.csv"), large);
        String sha256 = keep(large);
        Files.writeString(archived(), "nothing that could be unpacked");

        assertThatThrownBy(() -> read("26.csv", sha256)).isInstanceOf(IOException.class);
    }

    @Test
    void whatTheArchiveLostIsMissedThoughItIsDelivered() throws IOException {
        String sha256 = keep("956");
        Files.delete(archived());
        Files.writeString(input.resolve("26.csv"), "956");

        assertThatThrownBy(() -> read("26.csv", sha256)).hasMessageContaining(sha256);
    }
}
