package org.crossfoot.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.crossfoot.Published;
import org.crossfoot.harness.Fault.Kind;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first night that ends while the tables of its ledger are being made. */
class InterruptedMigrationTest {

    @TempDir
    Path home;

    @Test
    void theNextNightMakesTheTablesFromTheBeginning() throws Exception {
        Folder undisturbed = new Folder(home.resolve("undisturbed"));
        SampleNights.beforeTheFirst(undisturbed);
        SampleNights.run(undisturbed, 1);
        Folder folder = new Folder(home.resolve("interrupted"));
        SampleNights.beforeTheFirst(folder);
        int failed = 0;
        for (int at = 20; at <= 80; at += 12) {
            Fault fault = new Fault(Kind.LASTING, at);
            int number = ++failed;
            assertThatThrownBy(() -> SampleNights.run(folder, number, folder.output(), new FaultyDatabase(fault)))
                    .isInstanceOf(RuntimeException.class).hasMessageContaining("made to fail");
            SampleNights.endOfProcess(folder);
        }

        SampleNights.run(folder, failed + 1);

        assertThat(folder.output().resolve("ledger/draft.mv.db")).doesNotExist();
        assertThat(Published.in(folder.output())).isEqualTo(Published.in(undisturbed.output()));
    }

    @Test
    void aLedgerOfAnEarlierVersionIsBroughtUpToDate() throws Exception {
        Folder folder = new Folder(home.resolve("earlier"));
        SampleNights.beforeTheFirst(folder);
        Path database = Files.createDirectories(folder.output().resolve("ledger")).resolve("crossfoot");
        Flyway.configure().dataSource("jdbc:h2:file:" + database, "crossfoot", "").encoding("UTF-8").target("5").load().migrate();

        SampleNights.run(folder, 1);

        assertThat(Published.in(folder.output())).containsKey("2025-01-26/discrepancies.csv");
        assertThat(folder.output().resolve("ledger/draft.mv.db")).doesNotExist();
    }
}
