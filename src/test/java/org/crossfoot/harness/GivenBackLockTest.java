package org.crossfoot.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.crossfoot.harness.Fault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails while the lock is taken or given back. */
class GivenBackLockTest {

    @TempDir
    Path home;

    @Test
    void aNightThatCannotWriteTheLocksFileDoesNotHoldTheLockOn() throws Exception {
        Folder folder = new Folder(home.resolve("night"));
        SampleNights.beforeTheFirst(folder);
        Fault fault = new Fault(Kind.LASTING, 5);

        assertThatThrownBy(() -> SampleNights.run(folder, 1, new FaultyFiles(fault).reach(folder.output()),
                UnaryOperator.identity()))
                .isInstanceOf(IOException.class);

        assertThat(fault.struck()).startsWith("cut ").endsWith("lock");
        assertThat(SampleNights.run(folder, 2)).hasSize(1);
    }
}
