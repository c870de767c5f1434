package org.crossfoot.ledger.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.crossfoot.PostgresServer;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An archive in a table of a server: write-once values of any length, whole or not at all. */
class ArchiveTableTest {

    private PGSimpleDataSource database;
    private Archive archive;

    @BeforeEach
    void anEmptyTable() {
        database = new PGSimpleDataSource();
        database.setUrl(PostgresServer.newDatabase());
        database.setCurrentSchema(Schema.ON_SERVER);
        new Schema(database).bringUpToDate();
        archive = new Archive(new ArchiveTable(database));
    }

    private int rows() {
        return JdbcClient.create(database).sql("select count(*) from archived").query(Integer.class).single();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void valuesOfAnyLengthComeBack() throws IOException {
        for (int size : new int[] {0, 1, 1 << 20, 3_500_000}) {
            Archive.Kept kept = archive.keep(new ByteArrayInputStream(random(size)));
            assertThat(archive.bytes(kept.sha256())).as(size + " bytes").isEqualTo(random(size));
            assertThat(archive.holds(kept.sha256(), new ByteArrayInputStream(random(size)))).isTrue();
            assertThat(archive.damage(kept.sha256())).isEmpty();
        }
        assertThat(rows()).as("in parts of a megabyte").isEqualTo(1 + 1 + 2 + 4);
    }

    @Test
    void whatIsKeptOnceIsNotKeptTwiceAlsoWhereTwoDoSoAtTheSameTime() throws Exception {
        byte[] bytes = random(2_500_000);
        CountDownLatch both = new CountDownLatch(2);
        List<CompletableFuture<Archive.Kept>> keeping = List.of(1, 2).stream().map(each -> CompletableFuture.supplyAsync(() -> {
            try {
                return archive.keep(new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        both.countDown();
                        try {
                            both.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        return -1;
                    }
                }));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        })).toList();
        for (CompletableFuture<Archive.Kept> each : keeping) {
            assertThat(archive.bytes(each.get().sha256())).isEqualTo(bytes);
        }
        archive.keep(bytes);
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void aStreamThatBreaksOffLeavesNothing() {
        InputStream breaks = new SequenceInputStream(new ByteArrayInputStream(random(2_500_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        assertThatThrownBy(() -> archive.keep(breaks)).hasMessage("gone");
        assertThat(rows()).isZero();
    }

    @Test
    void aPartThatIsLostIsTellableFromOutsideAndIsKeptAnewWhenTheBytesComeAgain() throws IOException {
        byte[] bytes = random(3_500_000);
        String sha256 = archive.keep(bytes).sha256();
        Optional<String> look = archive.look(sha256);
        for (int part = 0; part < 4; part++) {
            JdbcClient.create(database).sql("delete from archived where part = ?").param(part).update();
            Archive asked = new Archive(new ArchiveTable(database));
            assertThat(asked.damage(sha256).orElseThrow()).as("part " + part)
                    .matches(part == 0 ? "is no longer in the archive" : "cannot be unpacked from the archive \\(.*");
            assertThat(asked.look(sha256)).isNotEqualTo(look);

            asked.keep(bytes);

            assertThat(asked.look(sha256)).isEqualTo(look).isPresent();
            assertThat(asked.bytes(sha256)).isEqualTo(bytes);
        }
        assertThat(archive.look("ab".repeat(32))).isEmpty();
        assertThatThrownBy(() -> archive.bytes("ab".repeat(32))).hasMessageContaining("abab");
    }

    @Test
    void allOfItGoesIntoAnotherArchive() throws IOException {
        String one = archive.keep("956".getBytes(StandardCharsets.UTF_8)).sha256();
        String two = archive.keep(random(2_500_000)).sha256();
        PGSimpleDataSource another = new PGSimpleDataSource();
        another.setUrl(PostgresServer.newDatabase());
        another.setCurrentSchema(Schema.ON_SERVER);
        new Schema(another).bringUpToDate();
        Archive copy = new Archive(new ArchiveTable(another));

        archive.copyTo(copy);

        assertThat(copy.bytes(one)).asString(StandardCharsets.UTF_8).isEqualTo("956");
        assertThat(copy.bytes(two)).isEqualTo(random(2_500_000));
        assertThat(copy.size()).isEqualTo(archive.size());
    }
}
