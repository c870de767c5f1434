package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.crossfoot.figure.Source;
import org.crossfoot.job.step.Progress;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.job.step.SourceStanding;
import org.crossfoot.job.step.StagesReached;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Runs;
import org.crossfoot.ledger.Runs.Run;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is done for every source takes no more of many sources than of few, and nothing that waits for the disk where nothing is
 * new.
 */
class ManySourcesTest {

    private static final int SOURCES = 40_000;
    private static final LocalDate DATE = LocalDate.parse("2025-01-26");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"run", "rerun"})
    void settingsThatDidNotChangeAreNotWrittenIntoTheArchiveAgain(String command) throws IOException {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956")
                .arrests("nbc/26.csv", "2025-01-26", "1,179");
        nights.run("2025-01-26");
        FileTime longAgo = FileTime.from(Instant.parse("2025-01-27T07:30:00Z"));
        Files.setLastModifiedTime(nights.workspace.archive(), longAgo);

        nights.all(command, "2025-01-26");
        assertThat(Files.getLastModifiedTime(nights.workspace.archive())).as("no draft was written there").isEqualTo(longAgo);

        nights.put("nbc/source.yml", "title: NBC\n" + Nights.SOURCE).all(command, "2025-01-26");
        assertThat(Files.getLastModifiedTime(nights.workspace.archive())).as("one was").isNotEqualTo(longAgo);
    }

    @Test
    void anEmptyReportOfHundredsOfSourcesIsToldOnceOfEachAndNotOfEachPair() {
        Nights nights = Nights.withTwoSources(home).report("nbc/25.csv").report("ice/25.csv");
        nights.run("2025-01-25");
        for (int source = 0; source < 300; source++) {
            String name = "a%03d".formatted(source);
            nights.put(name + "/source.yml", "title: " + name + "\n" + Nights.SOURCE).report(name + "/26.csv");
        }

        nights.run("2025-01-26");

        assertThat(copied("2025-01-26")).hasSize(299)
                .allSatisfy(told -> assertThat(told).contains("has the same bytes as a000/26.csv"));
        assertThat(copied("2025-01-25")).as("held the same the night before").hasSize(2)
                .allSatisfy(told -> assertThat(told).contains("has the same bytes as a000/26.csv"));

        nights.delete("a000/26.csv").run("2025-01-27");

        assertThat(Stream.of("2025-01-25", "2025-01-26").flatMap(date -> copied(date).stream())).hasSize(300)
                .allSatisfy(told -> assertThat(told).contains("has the same bytes as a001/26.csv"));
    }

    private List<String> copied(String date) {
        return new Nights(home).discrepancies(date).stream()
                .filter(row -> row.get("rule").equals("copied") && !row.get("status").equals("resolved"))
                .map(row -> row.get("explanation")).toList();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void howFortyThousandSourcesStandNeedsNoSquareOfTheirNumber() throws IOException, SettingsException {
        Nights nights = Nights.withTwoSources(home);
        Files.createDirectories(nights.workspace.ledger());
        try (var context = LedgerConfiguration.open(nights.workspace)) {
            JdbcClient.create(context.getBean(DataSource.class)).sql("""
                    insert into report (source, path, version, sha256, bytes, received_run, received_on, standing, state, last_date)
                    select 's' || x, 's' || x || '/26.csv', 1, repeat('0', 64), 1, 'run', date '2025-01-27', 'present', 'read',
                    date '2025-01-26' from system_range(1, ?)""").param(SOURCES).update();

            RunContext many = ofManySources(nights, context);
            long begun = processorTime();
            List<SourceStanding> all = SourceStanding.all(many);

            assertThat(Duration.ofNanos(processorTime() - begun)).as("of a processor, since others may use the machine as well")
                    .isLessThan(Duration.ofSeconds(8));
            assertThat(all).hasSize(SOURCES + 1)
                    .filteredOn(source -> source.equals(new SourceStanding(source.id(), 1, DATE, List.of())))
                    .hasSize(SOURCES);
            assertThat(all).filteredOn(source -> source.reports() == 0)
                    .containsExactly(new SourceStanding("silent", 0, null, List.of()));
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static RunContext ofManySources(Nights nights, ApplicationContext context) throws IOException, SettingsException {
        SettingsFiles files = SettingsFiles.readFrom(nights.workspace.input());
        Settings settings = SettingsReader.read(files);
        Profile ice = settings.profiles().get("ice");
        SortedMap<String, Profile> profiles = new TreeMap<>();
        for (int number = 0; number <= SOURCES; number++) {
            String id = number == 0 ? "silent" : "s" + number;
            profiles.put(id, new Profile(new Source(id, id, 5, null), null, ice.settled(), ice.read(), ice.published(),
                    ice.entries()));
        }
        Settings many = new Settings(settings.zone(), settings.wording(), settings.breakdowns(), settings.measures(),
                settings.rules(), settings.files(), null, settings.areas(), profiles, List.of(), List.of());
        Ledger ledger = context.getBean(Ledger.class);
        SettingsSnapshot snapshot = SettingsSnapshot.keep(files, many, ledger.archive());
        return new RunContext(new Run("run", Runs.Command.RUN, DATE, snapshot.id(), Instant.EPOCH, null, null), snapshot,
                nights.workspace,
                ledger, Progress.NONE, "test", new StagesReached(Stages.UNWATCHED), Set.of(), false);
    }
}
