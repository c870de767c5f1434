package org.crossfoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.SortedMap;
import org.crossfoot.Published;
import org.crossfoot.job.Nights;
import org.crossfoot.job.step.Progress;
import org.crossfoot.store.JobFailure.NewerLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger is what the last run left, or what a run that was cut short may have made of that; anything else is told. */
class SealedLedgerTest {

    @TempDir
    Path home;

    private Nights nights;
    private Path seal;
    private byte[] earlier;
    private byte[] latest;

    @BeforeEach
    void aDateWithTwoRevisions() throws IOException {
        nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956");
        nights.run("2025-01-26");
        earlier = Files.readAllBytes(nights.workspace.database());
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-26");
        latest = Files.readAllBytes(nights.workspace.database());
        seal = nights.workspace.output().resolve(".dates/ledger");
    }

    /** As a kill leaves it, from the opening of the database until it is closed. */
    private void atWork() {
        try {
            Files.writeString(seal, LedgerSeal.parse(Files.readString(seal)).orElseThrow().atWork().text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertThatTheNightGoesOn() {
        nights.arrests("nbc/26.csv", "2025-01-26", "1,200").run("2025-01-26");
        assertThat(nights.revisions()).containsExactly("2025-01-26=3");
        assertThat(nights.run("2025-01-26").nothing()).isTrue();
    }

    private void assertThatDamageIsTold() {
        SortedMap<String, String> before = nights.published();
        assertThatThrownBy(() -> nights.night("run", "2025-01-26").run()).isInstanceOf(DamagedLedger.class)
                .hasMessageContaining("run with --rebuild");
        assertThatThrownBy(() -> LedgerReading.ask(nights.workspace, LedgerReading::ledger)).isInstanceOf(DamagedLedger.class);
        assertThatThrownBy(() -> LedgerReading.check(nights.workspace)).isInstanceOf(DamagedLedger.class);
        assertThat(nights.published()).isEqualTo(before);
        assertThat(nights.rebuilding(true).run("2025-01-26").exitCode()).isOne();
        assertThat(nights.rebuilding(false).run("2025-01-26").nothing()).isTrue();
    }

    @Test
    void aRunThatWasKilledAtAnyMomentIsGoneOnWith() {
        atWork();
        assertThatTheNightGoesOn();
    }

    /** A run that was killed before it did anything that lasts. */
    @Test
    void aRunThatWasKilledBeforeItWroteIsGoneOnWith() throws Exception {
        new SealedLedger(nights.workspace).open(LedgerSeal.parse(Files.readString(seal)).orElseThrow().atWork());
        assertThat(nights.workspace.database()).hasBinaryContent(latest);
        assertThatTheNightGoesOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost", "cut", "of nothing", "another text"})
    void aSealThatIsLostOrDamagedCostsNothingWhereTheLedgerHasWhatIsPublished(String what) throws IOException {
        switch (what) {
            case "lost" -> Files.delete(seal);
            case "cut" -> Files.writeString(seal, Files.readString(seal).substring(0, 40));
            case "of nothing" -> Files.writeString(seal, LedgerSeal.OF_NOTHING.text());
            default -> Files.writeString(seal, Files.readString(seal).replace("revisions=2", "revisions=3"));
        }
        assertThatTheNightGoesOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at rest", "at work", "lost", "another text"})
    void anEarlierLedgerIsTold(String sealed) throws IOException {
        Files.write(nights.workspace.database(), earlier);
        switch (sealed) {
            case "at work" -> atWork();
            case "lost" -> Files.delete(seal);
            case "another text" -> Files.writeString(seal, "see you");
            default -> assertThat(LedgerSeal.parse(Files.readString(seal)).orElseThrow().isAtRest()).isTrue();
        }
        assertThatDamageIsTold();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at rest", "at work", "lost"})
    void theLedgerOfAnotherInputIsTold(String sealed) throws IOException {
        Nights other = Nights.withTwoSources(home.resolve("other")).arrests("ice/26.csv", "2025-01-26", "1");
        other.run("2025-01-26");
        other.arrests("ice/26.csv", "2025-01-26", "2");
        other.run("2025-01-26");
        Files.write(nights.workspace.database(), Files.readAllBytes(other.workspace.database()));
        if (sealed.equals("at work")) {
            // Runs of other machines have other names: a name tells the time.
            Files.writeString(seal, new LedgerSeal(1, "20250127T073000.123Z", 2, 2, "", "").text());
        } else if (sealed.equals("lost")) {
            Files.delete(seal);
        }
        assertThatDamageIsTold();
    }

    @Test
    void theWholeOutputFolderMayBePutBack() throws Exception {
        nights.arrests("ice/27.csv", "2025-01-27", "1");
        byte[] sealBefore = Files.readAllBytes(seal);
        nights.run("2025-01-27");
        assertThat(Files.readAllBytes(seal)).isNotEqualTo(sealBefore);
        // Of what is published a date goes that the ledger of then did not have.
        Files.write(seal, sealBefore);
        Files.write(nights.workspace.database(), latest);
        Files.delete(nights.workspace.output().resolve("2025-01-27"));
        nights.delete("ice/27.csv");
        assertThatTheNightGoesOn();
    }

    /** Whatever was published is on the disk and sealed before: the database is as a kill at that moment leaves it. */
    @Test
    void nothingIsPublishedThatTheLedgerOnTheDiskLacks() throws Exception {
        byte[][] file = new byte[1][];
        LedgerSeal[] sealed = new LedgerSeal[1];
        nights.arrests("nbc/26.csv", "2025-01-26", "1,200").watchedBy(new Progress() {
            @Override
            public void begin(String task, long steps) {
                if (task.equals("publish")) {
                    try {
                        file[0] = Files.readAllBytes(nights.workspace.database());
                        sealed[0] = LedgerSeal.parse(Files.readString(seal)).orElseThrow();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }

            @Override
            public void step() {
            }
        }).run("2025-01-26");
        assertThat(sealed[0].revisions()).isEqualTo(3);
        assertThat(sealed[0].isAtRest()).isFalse();
        Files.write(nights.workspace.database(), file[0]);
        Files.writeString(seal, sealed[0].text());
        assertThat(LedgerReading.<Integer>ask(nights.workspace,
                reading -> reading.questions().ask("select revision from revisions").rows().size())).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at rest", "lost"})
    void aLedgerOfANewerProgramIsLeftAlone(String sealed) throws Exception {
        try (Connection ledger = DriverManager.getConnection(nights.workspace.databaseUrl(), "crossfoot", "");
                Statement statement = ledger.createStatement()) {
            statement.execute("insert into \"flyway_schema_history\" select 999, '999', 'newer', \"type\", 'V999__newer.sql', "
                    + "\"checksum\","
                    + " \"installed_by\", \"installed_on\", 1, true from \"flyway_schema_history\" where \"installed_rank\" = 1");
            statement.execute("shutdown");
        }
        if (sealed.equals("lost")) {
            Files.delete(seal);
        }
        byte[] newer = Files.readAllBytes(nights.workspace.database());
        assertThatThrownBy(() -> nights.night("run", "2025-01-26").run()).isInstanceOf(NewerLedger.class)
                .hasMessageContaining("was written by a newer Crossfoot");
        assertThatThrownBy(() -> LedgerReading.ask(nights.workspace, LedgerReading::ledger)).isInstanceOf(NewerLedger.class);
        assertThat(nights.workspace.database()).hasBinaryContent(newer);
    }

    @Test
    void aRunWaitsForThoseWhoAskAndSaysSoButNotWithoutEnd() throws Exception {
        OutputLock asking = OutputLock.ask(nights.workspace);
        assertThatThrownBy(() -> OutputLock.take(nights.workspace, "run-3", Duration.ofMillis(100)))
                .isInstanceOf(RunningException.class)
                .hasMessageContaining("somebody asks the ledger").hasMessageEndingWith("nothing was touched");
        asking.close();
        assertThat(nights.run("2025-01-26").nothing()).isTrue();
    }

    @Test
    void aLedgerThatWasTakenAwayIsToldToThoseWhoAsk() throws IOException {
        Files.delete(nights.workspace.database());
        assertThatThrownBy(() -> LedgerReading.ask(nights.workspace, LedgerReading::ledger)).isInstanceOf(DamagedLedger.class)
                .hasMessageContaining("is missing, or empty; the next run makes the ledger anew");
        assertThat(Published.in(nights.workspace.output())).isEqualTo(nights.published());
    }
}
