package org.crossfoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.job.Nights;
import org.crossfoot.ledger.Archive;
import org.crossfoot.store.LedgerReading.NoLedgerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger can be asked without changing it. */
class LedgerReadingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);

    private static Map<Path, String> bytes(Path folder) throws IOException {
        Map<Path, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(file, Archive.sha256(Files.readAllBytes(file)));
            }
        }
        return bytes;
    }

    private static int runs(Workspace workspace) throws Exception {
        return LedgerReading.ask(workspace, reading -> reading.questions().ask("select run from runs").rows().size());
    }

    @Test
    void askingChangesNoByteOfTheOutputFolder(@TempDir Path home) throws Exception {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956");
        nights.run("2025-01-26");
        Map<Path, String> before = bytes(nights.workspace.output());

        assertThat(LedgerReading.<Integer>ask(nights.workspace, reading -> reading.ledger().revisions().find(DAY, 1).figures()))
                .isOne();

        assertThat(bytes(nights.workspace.output())).isEqualTo(before);
    }

    @Test
    void whileARunIsAtWorkNothingIsToldButWhichOne(@TempDir Path home) throws Exception {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956");
        nights.run("2025-01-26");

        try (OutputLock held = OutputLock.take(nights.workspace, "run-of-the-night")) {
            assertThat(held).hasToString("run-of-the-night, process " + ProcessHandle.current().pid());
            assertThatThrownBy(() -> runs(nights.workspace)).isInstanceOf(RunningException.class)
                    .hasMessageContaining("run-of-the-night");
        }
        assertThat(runs(nights.workspace)).isOne();
    }

    @Test
    void whereNoRunEverWasItSaysSo(@TempDir Path home) {
        assertThatThrownBy(() -> runs(new Workspace(home, home.resolve("output"))))
                .isInstanceOf(NoLedgerException.class).hasMessageContaining("holds no ledger");
    }
}
