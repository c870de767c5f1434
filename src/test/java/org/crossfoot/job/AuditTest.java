package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.PostgresServer;
import org.crossfoot.audit.PastRevision;
import org.crossfoot.audit.Verification;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.store.LedgerReading;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any date again, months later: the same bytes, from the archive alone. */
class AuditTest {

    private static Nights history;

    @TempDir
    Path home;

    @BeforeAll
    static void thirtyNights(@TempDir Path home) {
        history = ThirtyNights.played(home, false);
    }

    static List<Verification> verifyAll(Nights nights, String version) throws Exception {
        List<Verification> found = new ArrayList<>();
        return LedgerReading.ask(nights.workspace, reading -> {
            Ledger ledger = reading.ledger();
            Verification.Verifier verifier = new Verification.Verifier(ledger, nights.workspace.output(), version);
            for (LocalDate date : ledger.dates().known()) {
                int current = ledger.dates().state(date).orElseThrow().revision();
                for (int number = 1; number <= current; number++) {
                    found.add(verifier.verify(ledger.revisions().find(date, number), current));
                }
            }
            return found;
        });
    }

    static List<String> findings(Nights nights) throws Exception {
        List<String> findings = new ArrayList<>(verifyAll(nights, "test").stream().flatMap(one -> one.findings().stream()
                .map(finding -> one.date() + " revision " + one.revision() + ": " + finding)).toList());
        findings.addAll(LedgerReading.ask(nights.workspace, reading ->
                new Verification.Verifier(reading.ledger(), nights.workspace.output(), "test").overview().orElseThrow()));
        return findings;
    }

    @Test
    void everyRevisionOfThirtyNightsIsIdentical() throws Exception {
        List<Verification> all = verifyAll(history, "test");

        assertThat(all).allSatisfy(one -> assertThat(one.findings()).as(one.date() + " revision " + one.revision()).isEmpty());
        assertThat(all).as("dates were published again when settings changed and reports came late").hasSizeGreaterThan(60);
        assertThat(all).filteredOn(one -> one.date().toString().equals(ThirtyNights.day(5))).hasSizeGreaterThan(4);
    }

    @Test
    void theHistoryHoldsEverythingThatMayHappen() {
        List<String> seen = new ArrayList<>();
        history.published().forEach((path, text) -> {
            if (path.endsWith("discrepancies.csv")) {
                String date = path.substring(0, 10);
                history.table(path).forEach(row -> seen.add(row.get("rule") + " " + row.get("status") + " " + date));
            }
        });
        assertThat(history.published().toString()).contains("ice/broken.csv");
        for (String expected : List.of("sources-agree new", "sources-agree waived", "sources-agree resolved",
                "sources-agree reopened", "days-add-up new", "restated new", "report-repeated new", "report-empty new",
                "report-missing new", "report-missing resolved", "goal-missed new")) {
            assertThat(seen).as(expected).anyMatch(one -> one.startsWith(expected));
        }
    }

    @Test
    void anotherZoneAnotherLanguageAndAnotherOrderOfFilesGiveTheSameBytes() throws Exception {
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Nights elsewhere;
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            elsewhere = ThirtyNights.played(home, true);
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(findings(elsewhere)).isEmpty();
            assertThat(findings(history)).isEmpty();
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
        assertThat(elsewhere.published()).isEqualTo(history.published());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLedgerOnAServerGivesTheSameBytes(boolean withItsArchive) throws Exception {
        Nights server = Nights.withTwoSources(home).onServer(PostgresServer.newDatabase(), home.resolve("output"));

        Nights played = ThirtyNights.played(withItsArchive ? server.archivedInLedger() : server, true);

        assertThat(played.published()).isEqualTo(history.published());
        assertThat(findings(played)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"077, -XX:ActiveProcessorCount=1", "002, -XX:ActiveProcessorCount=6"})
    void anotherMaskOfPermissionsAndAnotherNumberOfThreadsGiveTheSameBytes(String mask, String threads) throws Exception {
        Path said = home.resolve("said");
        Process elsewhere = new ProcessBuilder("sh", "-c", "umask " + mask + " && exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), threads, "-cp",
                System.getProperty("java.class.path"), ThirtyNights.class.getName(), home.toString()).redirectErrorStream(true)
                .redirectOutput(said.toFile()).start();

        assertThat(elsewhere.waitFor()).as(Files.readString(said)).isZero();
        assertThat(new Nights(home).published()).isEqualTo(history.published());
        assertThat(findings(new Nights(home))).isEmpty();
    }

    @Test
    void aPastRevisionIsMadeAgainAsItStandsPublished() throws Exception {
        LocalDate date = LocalDate.parse(ThirtyNights.day(3));
        RevisionRecord again = LedgerReading.ask(history.workspace,
                reading -> new PastRevision(reading.ledger(), reading.ledger().revisions().find(date, 1)).again());
        assertThat(new String(again.files().get(RevisionRecord.FIGURES)))
                .isEqualTo(history.published().get(date + "/revisions/1/figures.csv"))
                .contains(ThirtyNights.day(3) + ".csv,2,").doesNotContain("1,003");
        assertThat(history.published().get(date + "/figures.csv")).contains("1,003");
    }

    /** Without its ledger the program has forgotten when it saw what, and what files held that were written over since. */
    @Test
    void fromTheInputAloneTheSameFiguresDiscrepanciesAndTotalsComeOut() throws Exception {
        Nights nights = new Nights(history.workspace.input(), home.resolve("output"));
        SortedMap<String, String> before = current(history);

        nights.run(ThirtyNights.day(ThirtyNights.NIGHTS - 1));

        SortedMap<String, String> after = current(nights);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((path, rows) -> assertThat(rows).as(path).isEqualTo(before.get(path)));
    }

    /** What stands of each date, without age, restatements and what a file held before. */
    private static SortedMap<String, String> current(Nights nights) {
        SortedMap<String, String> current = new TreeMap<>();
        for (String path : nights.published().keySet()) {
            if (path.matches("[\\d-]+/(totals|figures|discrepancies).csv")) {
                List<Map<String, String>> rows = new ArrayList<>(nights.table(path));
                rows.removeIf(row -> "resolved".equals(row.get("status"))
                        || List.of("restated", "figures-withdrawn", "order-assumed").contains(row.getOrDefault("rule", ""))
                        || "superseded".equals(row.get("use")));
                rows.forEach(row -> List.of("status", "first_seen").forEach(row::remove));
                current.put(path, rows.toString());
            }
        }
        return current;
    }

    @Test
    void oneChangedByteOfAPublishedFileIsFoundAndNamed() throws Exception {
        Nights nights = contradicted();
        for (String file : List.of("discrepancies.csv", "totals.csv", "figures.csv", "explanations.json", "datapackage.json")) {
            for (String folder : List.of("2025-01-26/", "2025-01-26/revisions/1/")) {
                changingEachByte(nights.workspace.output().resolve(folder + file), 97,
                        () -> assertThat(findings(nights)).hasSize(1)
                        .first().asString().contains(folder + file + " was altered after it was published"));
            }
        }
    }

    @Test
    void aPublishedFileThatIsGoneIsNamed() throws Exception {
        Nights nights = contradicted();
        Files.delete(nights.workspace.output().resolve("2025-01-26/totals.csv"));
        assertThat(findings(nights)).containsExactly("2025-01-26 revision 2: 2025-01-26/totals.csv is no longer there; "
                + "rerun 2025-01-26 publishes it as it was");
    }

    /** Every file that readers read: of each date and its revisions, and of the page of all dates. */
    private static List<Path> readByReaders(Nights nights) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> top = Files.list(nights.workspace.output())) {
            for (Path entry : top.filter(path -> path.getFileName().toString()
                    .matches("2025-.*|index.*|assets|summary.csv|sources.*"))
                    .toList()) {
                try (Stream<Path> files = Files.walk(entry.toRealPath())) {
                    files.filter(Files::isRegularFile).map(file -> entry.resolve(path(entry, file))).forEach(all::add);
                }
            }
        }
        String page = Files.readString(nights.workspace.output().resolve("index.html"));
        all.removeIf(file -> file.toString().contains("index-data") && !page.contains(file.getFileName().toString()));
        return all;
    }

    private static String path(Path entry, Path file) {
        try {
            return entry.toRealPath().relativize(file).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyFileThatReadersReadIsMissedAndItsChangeIsFoundAndARerunMendsAll() throws Exception {
        Nights nights = contradicted();
        Map<Path, byte[]> whole = new TreeMap<>();
        for (Path file : readByReaders(nights)) {
            whole.put(file, Files.readAllBytes(file));
        }
        assertThat(whole.keySet()).extracting(file -> nights.workspace.output().relativize(file).toString())
                .hasSizeGreaterThan(20)
                .contains("2025-01-26/report.html", "2025-01-26/report-data/2-list.js", "2025-01-26/revisions/1/totals.csv",
                "index.html", "summary.csv", "sources.html", "sources.csv");
        for (Map.Entry<Path, byte[]> file : whole.entrySet()) {
            String name = nights.workspace.output().relativize(file.getKey()).toString();
            Files.writeString(file.getKey(), "\nalert(1)", StandardOpenOption.APPEND);
            assertThat(findings(nights)).as(name + " was changed").isNotEmpty()
                    .allMatch(finding -> finding.contains("was altered after") && finding.contains("; "))
                    .anyMatch(finding -> finding.contains(name + " was") || finding.contains(name + ", which"));
            Files.delete(file.getKey());
            assertThat(findings(nights)).as(name + " is gone").isNotEmpty()
                    .allMatch(finding -> finding.contains("is no longer there"))
                    .anyMatch(finding -> finding.contains(name + " is") || finding.contains(name + ", which"));
            Files.write(file.getKey(), file.getValue());
        }
        assertThat(findings(nights)).as("all was put back").isEmpty();

        for (Path file : whole.keySet()) {
            Files.writeString(file, "scribble");
        }
        for (String date : List.of("2025-01-26", "2025-01-27")) {
            nights.rerun(date);
        }
        assertThat(findings(nights)).as("reruns mended all").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-26/mine.html", "2025-01-26/report-data/1-0001.js", "2025-01-26/revisions/1/mine.csv",
            "2025-01-26/revisions/2/totals.csv",
        "2025-01-26/revisions/mine.txt", "assets/mine.js", "index-data/2025-01.js"})
    void aFileThatNobodyPublishedIsNamed(String surplus) throws Exception {
        Nights nights = contradicted();
        Path file = nights.workspace.output().resolve(surplus);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "mine");

        assertThat(findings(nights)).singleElement().asString().contains(surplus + " was not published by Crossfoot; ");
    }

    @Test
    void whatAnOlderCrossfootPublishedWithoutKeepingItsDigestsIsSaidNotToBeLookedAt() throws Exception {
        Nights nights = contradicted();
        try (Connection ledger = DriverManager.getConnection(nights.workspace.databaseUrl(), "crossfoot", "");
                Statement statement = ledger.createStatement()) {
            statement.executeUpdate("delete from setting where name = 'overview' or name like 'pages %'");
        }
        nights.unsealed();
        Path index = nights.workspace.output().resolve("index.html");
        Files.writeString(index, Files.readString(index).replaceAll("index-data/2025-01-\\w+", "index-data/2025-01"));
        Files.writeString(nights.workspace.output().resolve("index-data/2025-01.js"), "as an older Crossfoot named it");
        List<Verification> all = verifyAll(nights, "test");
        assertThat(all).allMatch(Verification::isIdentical);
        assertThat(all).extracting(one -> one.date() + " " + one.revision() + " " + one.page())
                .containsExactly("2025-01-26 1 true", "2025-01-26 2 false", "2025-01-27 1 false");

        assertThat(nights.run("2025-01-27").nothing()).as("the page of all dates is published with its digests").isFalse();
        assertThat(nights.run("2025-01-27").nothing()).isTrue();
        assertThat(findings(nights)).isEmpty();
    }

    @Test
    void oneChangedByteOfAnArchivedReportOrSettingIsFoundAndNamed() throws Exception {
        Nights nights = contradicted();
        int[] settings = new int[1];
        int[] reports = new int[1];
        try (Stream<Path> archived = Files.walk(nights.workspace.archive())) {
            for (Path file : archived.filter(Files::isRegularFile).toList()) {
                changingEachByte(file, 13, () -> {
                    List<String> found = findings(nights);
                    assertThat(found).as(file.toString()).isNotEmpty().allMatch(finding -> finding.contains("archive"));
                    settings[0] += found.get(0).contains("settings") ? 1 : 0;
                    reports[0] += found.get(0).contains("report ice/26.csv") || found.get(0).contains("report nbc/26.csv") ? 1
                            : 0;
                });
            }
        }
        assertThat(settings[0]).isPositive();
        assertThat(reports[0]).isPositive();
        assertThat(findings(nights)).as("each byte was put back").isEmpty();
    }

    @Test
    void aDifferenceThatComesFromANewerProgramIsSaidToBeThat() throws Exception {
        Nights nights = contradicted();
        assertThat(verifyAll(nights, "2.0")).as("nothing differs, so nothing is said").allMatch(Verification::isIdentical);
        // As if this program had found nothing in revision 1, so that what revision 2 tells of would be new.
        try (Connection ledger = DriverManager.getConnection(nights.workspace.databaseUrl(), "crossfoot", "");
                Statement statement = ledger.createStatement()) {
            statement.executeUpdate("delete from discrepancy where revision = 1");
        }
        nights.unsealed();

        assertThat(verifyAll(nights, "2.0").get(1).findings()).first().asString()
                .startsWith("discrepancies.csv comes out otherwise with this "
                + "program, 2.0, than with the one that made it, test: line 2 (").contains("status: \"changed\" became \"new\"");
        assertThat(findings(nights).get(0))
                .contains("comes out otherwise from the same reports, settings and program; please report this");
    }

    /** The 26th with two revisions: contradicted, then with a corrected figure of one source. */
    private Nights contradicted() {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956")
                .arrests("nbc/26.csv", "2025-01-26", "1,179");
        nights.run("2025-01-26");
        nights.arrests("nbc/26.csv", "2025-01-26", "1,180").run("2025-01-27");
        return nights;
    }

    private interface Check {
        void run() throws Exception;
    }

    /** Every so many bytes one is changed, and put back after the check. */
    private static void changingEachByte(Path file, int step, Check check) throws Exception {
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i += step) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) 0xff;
            write(file, changed);
            check.run();
        }
        write(file, whole);
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
