package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.crossfoot.store.DamagedLedger;
import org.crossfoot.store.LedgerReading;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's database is lost or damaged; input/ has all that is needed to make it anew. */
class LostLedgerTest {

    @TempDir
    Path home;

    private Nights nights;
    private SortedMap<String, String> ofOneNight;

    @BeforeEach
    void aDateWithTwoRevisions() {
        nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956");
        nights.run("2025-01-26");
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-26");
        Nights other = new Nights(nights.workspace.input(), home.resolve("other"));
        other.run("2025-01-26");
        ofOneNight = other.published();
    }

    @Test
    void nothingIsLeftOfTheDraftThatTheDatabaseWasMadeAs() {
        assertThat(nights.workspace.ledger().toFile().list()).contains("crossfoot.mv.db")
                .noneMatch(name -> name.startsWith("draft"));
    }

    @Test
    void aMissingDatabaseIsMadeAnewAndPublishesWhatOneNightWould() throws IOException {
        Files.delete(nights.workspace.database());

        RunReport run = nights.run("2025-01-26");

        assertThat(run.exitCode()).isOne();
        assertThat(nights.published()).isEqualTo(ofOneNight);
        assertThat(nights.revisions()).containsExactly("2025-01-26=1");
    }

    @Test
    void aWholeLedgerThatWasTakenAwayIsMadeAnew() throws IOException {
        try (var files = Files.walk(nights.workspace.ledger())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }

        assertThat(nights.run("2025-01-26").exitCode()).isOne();
        assertThat(nights.published()).isEqualTo(ofOneNight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no database at all", "zeros at both ends"})
    void aDamagedDatabaseIsNamedAndLeftAloneUntilARebuildIsAskedFor(String damage) throws IOException {
        byte[] damaged = damaged(damage, Files.readAllBytes(nights.workspace.database()));
        Files.write(nights.workspace.database(), damaged);
        SortedMap<String, String> before = nights.published();

        assertThatThrownBy(() -> nights.night("run", "2025-01-26").run()).isInstanceOf(DamagedLedger.class)
                .hasMessageStartingWith(nights.workspace.database() + ": is damaged (")
                .hasMessageContaining("run with --rebuild");
        assertThat(nights.published()).isEqualTo(before);
        assertThat(nights.workspace.database()).hasBinaryContent(damaged);

        RunReport run = nights.rebuilding(true).run("2025-01-26");

        assertThat(run.exitCode()).isOne();
        assertThat(nights.published()).isEqualTo(ofOneNight);
        assertThat(nights.workspace.ledger().resolve("crossfoot.mv.db.set-aside-1")).hasBinaryContent(damaged);
        assertThat(nights.rebuilding(false).run("2025-01-26").nothing()).isTrue();
    }

    private static byte[] damaged(String how, byte[] whole) {
        if (how.equals("no database at all")) {
            return "see you\n".repeat(2_000).getBytes(StandardCharsets.UTF_8);
        }
        Arrays.fill(whole, 0, 16_384, (byte) 0);
        Arrays.fill(whole, whole.length / 2, whole.length, (byte) 0);
        return whole;
    }

    /** What is left of it may be a whole database of an earlier moment: then the night goes on from there. */
    @ParameterizedTest
    @ValueSource(ints = {10, 30, 50, 70, 90, 99})
    void aDatabaseThatLostItsEndIsNamedOrGoesOnFromWhatItStillKnows(int percentLeft) throws Exception {
        byte[] whole = Files.readAllBytes(nights.workspace.database());
        Files.write(nights.workspace.database(), Arrays.copyOf(whole, whole.length * percentLeft / 100));

        RunReport run;
        try {
            List<RunReport> runs = nights.night("run", "2025-01-26").run();
            run = runs.get(runs.size() - 1);
        } catch (DamagedLedger e) {
            run = nights.rebuilding(true).run("2025-01-26");
        }

        assertThat(run.exitCode()).isOne();
        assertThat(nights.discrepancies("2025-01-26")).singleElement().asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("rule", "sources-agree").containsEntry("figures", "ice:arrests=956 | nbc:arrests=1,179");
        assertThat(nights.published().get("2025-01-26/totals.csv")).isEqualTo(ofOneNight.get("2025-01-26/totals.csv"));
    }

    @Test
    void aDamagedValueIsNamedWhenItIsNeeded() throws IOException {
        try (var context = LedgerConfiguration.open(nights.workspace)) {
            JdbcClient.create(context.getBean(DataSource.class)).sql("update revision set totals_csv_gz = X'1f8b08'").update();
        }
        Files.delete(nights.workspace.output().resolve("2025-01-26"));

        assertThatThrownBy(() -> nights.night("run", "2025-01-26").run()).isInstanceOf(DamagedLedger.class)
                .hasMessageContaining("is damaged (a compressed value ends early or was changed)");

        assertThat(nights.rebuilding(true).run("2025-01-26").exitCode()).isOne();
        assertThat(nights.published()).isEqualTo(ofOneNight);
    }

    @Test
    void whatInputHasNothingForAnyMoreIsLeftAsItWasPublished() throws IOException {
        nights.arrests("ice/25.csv", "2025-01-25", "286").run("2025-01-26");
        Files.delete(nights.workspace.database());

        nights.delete("ice/25.csv").run("2025-01-26");

        assertThat(nights.revisions()).containsExactly("2025-01-26=1");
        assertThat(nights.table("2025-01-25/totals.csv")).singleElement().asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("best", "286");
    }

    @Test
    void aDatabaseThatCannotBeWrittenIsNotCalledDamaged() {
        SQLException failure = new SQLException("General error", "HY000", ErrorCode.GENERAL_ERROR_1, new MVStoreException(
                DataUtils.ERROR_WRITING_FAILED, "Writing to crossfoot.mv.db failed; length 12288 at 40960"));

        assertThat(DamagedLedger.in(failure, nights.workspace)).isEmpty();
        assertThat(DamagedLedger.in(new SQLException("General error", "HY000", ErrorCode.GENERAL_ERROR_1), nights.workspace))
                .isPresent();
    }

    @Test
    void everyRebuildSetsAsideUnderANumberOfItsOwn() {
        nights.rebuilding(true).run("2025-01-26");
        nights.run("2025-01-26");

        assertThat(nights.workspace.ledger().toFile().list()).contains("crossfoot.mv.db", "crossfoot.mv.db.set-aside-1",
                "crossfoot.mv.db.set-aside-2");
        assertThat(nights.published()).isEqualTo(ofOneNight);
    }

    @Test
    void anEmptyDatabaseFileIsAsGoodAsMissing() throws IOException {
        Files.write(nights.workspace.database(), new byte[0]);

        assertThat(nights.run("2025-01-26").exitCode()).isOne();
        assertThat(nights.published()).isEqualTo(ofOneNight);
    }

    @Test
    void aDamagedDatabaseCannotBeAskedAndSaysWhatToDo() throws IOException {
        Files.write(nights.workspace.database(), damaged("no database at all", new byte[0]));

        assertThatThrownBy(() -> LedgerReading.ask(nights.workspace, LedgerReading::ledger)).isInstanceOf(DamagedLedger.class)
                .hasMessageContaining("is damaged").hasMessageContaining("--rebuild");
    }
}
