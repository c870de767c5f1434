package org.crossfoot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.crossfoot.reconcile.outcome.FailedOn;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What a user is told of a failure. */
class FailureInWordsTest {

    @Test
    void aFullDiskIsFoundHoweverDeepItIs() {
        assertThat(FailureInWords.of(new DataAccessResourceFailureException("no connection", new UncheckedIOException(
                new IOException("No space left on device")))))
                .isEqualTo("the disk of the output folder is full (No space left on device); make room there");
    }

    @Test
    void aFileIsNamedWithWhatIsWrongWithIt() {
        assertThat(FailureInWords.of(new AccessDeniedException("output/ledger/lock")))
                .isEqualTo("output/ledger/lock: access is denied; let the user that runs this read there, and a run write as "
                + "well");
        assertThat(FailureInWords.of(new ExecutionException(new NoSuchFileException("input/ice/26.csv"))))
                .isEqualTo("input/ice/26.csv: is not there, or was taken away meanwhile");
        assertThat(FailureInWords.of(new FileSystemException("output/runs", null, "Read-only file system")))
                .isEqualTo("output/runs: Read-only file system");
    }

    @Test
    void memoryThatLacksIsNoDamageWhateverTheDatabaseMakesOfIt() {
        Workspace workspace = new Workspace(Path.of("/input"), Path.of("/output"));
        for (Throwable lack : new Throwable[] {new OutOfMemoryError("Java heap space"),
            new SQLException("File corrupted while reading record", "90030", 90030, new OutOfMemoryError("Java heap space")),
            new SQLException("General error: \"java.lang.OutOfMemoryError: Java heap space\"", "90030", 90030)}) {
            RuntimeException failure = new DataAccessResourceFailureException("no connection", lack);
            assertThat(DamagedLedger.in(failure, workspace)).isEmpty();
            assertThat(DamagedLedger.isLackOfMemory(failure)).isTrue();
            assertThat(FailureInWords.of(failure)).startsWith("out of memory (")
                    .endsWith("give Java more, for example with JAVA_TOOL_OPTIONS=-Xmx4g");
        }
        assertThat(DamagedLedger.in(new SQLException("File corrupted", "90030", 90030), workspace)).isPresent();
    }

    @Test
    void aDatabaseThatMayGrowNoFurtherIsNoDamageAndSaidInWords() {
        RuntimeException failure = new DataAccessResourceFailureException("no", new SQLException(
                "General error: \"org.h2.mvstore.MVStoreException: Writing to sun.nio.ch.FileChannelImpl@5 failed\"", "HY000",
                50000));
        assertThat(FailureInWords.of(failure)).startsWith("the file of the ledger's database cannot be written")
                .contains("ulimit -f");
    }

    @Test
    void whatItFailedOnIsNamedFirst() {
        assertThat(FailureInWords.of(new ExecutionException(FailedOn.of("ice/26.csv", new StackOverflowError()))))
                .isEqualTo("ice/26.csv: too deep for Java's stack; give it more, for example with JAVA_TOOL_OPTIONS=-Xss64m");
        assertThat(FailureInWords.of(FailedOn.of("area us, arrests, 2025-01-26", new NullPointerException())))
                .startsWith("area us, arrests, 2025-01-26: in FailureInWordsTest.java, line ")
                .contains("NullPointerException", "please report it");
    }

    @Test
    void theDatabaseSaysWhatItSaysWithoutItsStatements() {
        assertThat(FailureInWords.of(new DataAccessResourceFailureException("failed",
                new SQLException("The database is read only;\nSQL: insert"))))
                .startsWith("the ledger's database says: The database is read only;").doesNotContain("insert");
    }

    @Test
    void whatTheFrameworkPutsAroundAFailureIsLeftOut() {
        assertThat(FailureInWords.of(new ExecutionException(new DataAccessResourceFailureException("step failed",
                new IllegalStateException("the sum is wrong"))))).matches("in FailureInWordsTest.java, line \\d+, "
                + "IllegalStateException \\(the sum is wrong\\), which is a fault of Crossfoot; please report it with the run's "
                + "log");
        assertThat(FailureInWords.of(new ExecutionException(new IOException("output/2025-01-26 is a folder that Crossfoot did "
                + "not make"))))
                .isEqualTo("output/2025-01-26 is a folder that Crossfoot did not make");
        assertThat(FailureInWords.of(new UncheckedIOException(new IOException("the list is cut off"))))
                .isEqualTo("the list is cut off");
        assertThat(FailureInWords.of(new UncheckedIOException("the archive cannot give back 0f", new EOFException())))
                .isEqualTo("the archive cannot give back 0f");
    }
}
