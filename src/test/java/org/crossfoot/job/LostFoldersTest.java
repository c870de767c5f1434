package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Published folders that somebody took away or changed are published again from the ledger. */
class LostFoldersTest {

    @TempDir
    Path home;

    private Nights nights;
    private Path output;
    private SortedMap<String, String> published;

    @BeforeEach
    void twoDates() {
        nights = Nights.withTwoSources(home).arrests("ice/25.csv", "2025-01-25", "286")
                .arrests("ice/26.csv", "2025-01-26", "956");
        nights.run("2025-01-26");
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179").run("2025-01-26");
        output = nights.workspace.output();
        published = nights.published();
    }

    private void nextNightMendsAll() {
        RunReport run = nights.run("2025-01-26");
        assertThat(run.nothing()).isFalse();
        assertThat(run.published()).as("what is published again is no new revision").isEmpty();
        assertThat(nights.published()).isEqualTo(published);
        assertThat(nights.run("2025-01-26").nothing()).isTrue();
    }

    @Test
    void aLinkThatWasDeleted() throws IOException {
        Files.delete(output.resolve("2025-01-26"));
        nextNightMendsAll();
    }

    @Test
    void linksThatLeadNowhereSinceTheirFoldersAreGone() throws IOException {
        try (var files = Files.walk(output.resolve(".dates"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        nextNightMendsAll();
    }

    @Test
    void aLinkToAnEarlierRevision() throws IOException {
        Path earlier = Files.createDirectories(output.resolve(".dates/2025-01-26/1"));
        Files.delete(output.resolve("2025-01-26"));
        Files.createSymbolicLink(output.resolve("2025-01-26"), output.relativize(earlier));
        nextNightMendsAll();
    }

    @Test
    void theSummaryOfAllDates() throws IOException {
        Files.delete(output.resolve("summary.csv"));
        nextNightMendsAll();
    }

    /** What the pages need beside the folders of the dates. */
    private SortedMap<String, String> neededByPages() throws IOException {
        SortedMap<String, String> needed = new TreeMap<>();
        for (String folder : List.of("assets", "index-data")) {
            try (Stream<Path> files = Files.list(output.resolve(folder))) {
                for (Path file : files.filter(each -> folder.equals("assets")
                        || charts().contains("index-data/" + each.getFileName())).toList()) {
                    needed.put(folder + "/" + file.getFileName(), Files.readString(file));
                }
            }
        }
        return needed;
    }

    private Set<String> charts() {
        try {
            return Pattern.compile("index-data/[^\"]+").matcher(Files.readString(output.resolve("index.html"))).results()
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private interface Mishap {
        void to(Path file) throws IOException;
    }

    static Stream<Arguments> mishaps() {
        return Stream.of("assets/style", "assets/data", "index-data/2025-01")
                .flatMap(file -> Stream.of(Arguments.of(file, (Mishap) Files::delete),
                        Arguments.of(file, (Mishap) path -> Files.writeString(path, "alert(1)", StandardOpenOption.APPEND)),
                        Arguments.of(file, (Mishap) path -> Files.writeString(path, Files.readString(path).replace('e', 'i')))));
    }

    @ParameterizedTest
    @MethodSource("mishaps")
    void whatThePagesNeed(String file, Mishap mishap) throws IOException {
        SortedMap<String, String> needed = neededByPages();
        String name = needed.keySet().stream().filter(path -> path.startsWith(file)).findFirst().orElseThrow();
        mishap.to(output.resolve(name));

        nextNightMendsAll();
        assertThat(neededByPages()).isEqualTo(needed);
    }

    @Test
    void aMonthWhoseFileIsGoneStaysInTheChartOfLaterNights() throws IOException {
        String january = neededByPages().keySet().stream().filter(path -> path.contains("2025-01")).findFirst().orElseThrow();
        Files.delete(output.resolve(january));

        nights.arrests("ice/february.csv", "2025-02-01", "300").run("2025-02-01");

        assertThat(Files.readString(output.resolve("index.html"))).contains(january, "index-data/2025-02-");
        assertThat(output.resolve(january)).content().contains("2025-01-25", "2025-01-26");
    }

    @Test
    void chartsOfTheStateBeforeStayForPagesThatAreOpenAndThoseBeforeThemGo() throws IOException {
        List<Set<String>> states = new ArrayList<>();
        for (String figure : List.of("957", "958", "959", "960")) {
            nights.arrests("ice/26.csv", "2025-01-26", figure).run("2025-01-26");
            states.add(charts());
        }

        assertThat(output.resolve("index-data").toFile().list((folder, name) -> name.endsWith(".js"))).hasSize(2)
                .extracting(name -> "index-data/" + name)
                .containsAll(states.get(3)).containsAll(states.get(2));
        assertThat(states.get(2)).isNotEqualTo(states.get(3));
    }

    @Test
    void filesThatWereChangedAreMendedByARerunOfTheirDate() throws IOException {
        Files.writeString(output.resolve("2025-01-26/totals.csv"), "scribble");
        Files.delete(output.resolve("2025-01-26/figures.csv"));

        RunReport run = nights.rerun("2025-01-26");

        assertThat(run.published()).isEmpty();
        assertThat(nights.published()).isEqualTo(published);
        Files.writeString(output.resolve("2025-01-26/totals.csv"), "scribble again");
        nights.rerun("2025-01-26");
        assertThat(nights.published()).isEqualTo(published);
    }

    @Test
    void aDraftThatAKilledRunLeftIsTakenAwayThoughItsDateSaysTheSameAsBefore() throws IOException {
        Files.writeString(Files.createDirectories(output.resolve(".dates/2025-01-26/draft/report-data")).resolve("0001.js"),
                "half");

        RunReport run = nights.put("crossfoot.yml", Nights.CROSSFOOT
                + "# settings that change nothing let all dates be reconciled\n").run("2025-01-26");

        assertThat(run.published()).isEmpty();
        assertThat(output.resolve(".dates/2025-01-26/draft")).doesNotExist();
        assertThat(nights.published()).isEqualTo(published);
    }

    @Test
    void aFolderThatCrossfootDidNotMakeIsLeftAlone() throws IOException {
        Files.delete(output.resolve("2025-01-25"));
        Files.writeString(Files.createDirectories(output.resolve("2025-01-25")).resolve("notes.txt"), "mine");

        costsItsDateAlone("2025-01-25", "is a folder that Crossfoot did not make; move it away");

        assertThat(output.resolve("2025-01-25/notes.txt")).hasContent("mine");
        Files.delete(output.resolve("2025-01-25/notes.txt"));
        costsItsDateAlone("2025-01-25", "is a folder that Crossfoot did not make; move it away");
        Files.delete(output.resolve("2025-01-25"));
        assertThat(nights.run("2025-01-26").exitCode()).isOne();
        assertThat(nights.published()).containsAllEntriesOf(of("2025-01-25"));
    }

    /** As after a change of the program; what it made before stays what it is. */
    @Test
    void aDateThatThisProgramMakesOtherwiseGetsAnotherRevisionAndKeepsTheOneBefore() throws IOException {
        try (var context = LedgerConfiguration.open(nights.workspace)) {
            JdbcClient.create(context.getBean(DataSource.class))
                    .sql("update revision set result_sha256 = 'of another program' where date = '2025-01-26'").update();
        }
        nights.unsealed();
        Files.delete(output.resolve("2025-01-26"));

        RunReport run = nights.run("2025-01-26");

        assertThat(Nights.made(run)).containsExactly("2025-01-26=3");
        assertThat(output.resolve("2025-01-26/report.html")).content().contains("Revision 3");
        assertThat(output.resolve("2025-01-26/revisions/2/totals.csv")).hasContent(published.get("2025-01-26/totals.csv"));
        assertThat(nights.published()).containsAllEntriesOf(of("2025-01-25"));
        assertThat(nights.run("2025-01-26").nothing()).isTrue();
    }

    /** On which day somebody looks again decides nothing, as long as nothing else has changed. */
    @Test
    void aDateWhoseWaiverRanOutIsPublishedAsItWasByARunForADayOnWhichItStillHeld() throws IOException {
        nights.put("waivers.csv", "id,until,owner,reason\nsources-agree/us/arrests,2025-01-28,desk,known\n").run("2025-02-01");
        published = nights.published();
        assertThat(nights.discrepancies("2025-01-26")).extracting(row -> row.get("rule")).contains("waiver-expired");
        Files.delete(output.resolve("2025-01-26"));

        RunReport run = nights.rerun("2025-01-25");

        assertThat(run.published()).isEmpty();
        assertThat(nights.published()).containsAllEntriesOf(of("2025-01-26"));
    }

    private SortedMap<String, String> of(String date) {
        SortedMap<String, String> own = new TreeMap<>(published);
        own.keySet().removeIf(file -> !file.startsWith(date));
        return own;
    }

    /** Night after night, while other dates have news. */
    private void costsItsDateAlone(String date, String why) {
        for (int night = 0; night < 2; night++) {
            String day = LocalDate.parse("2025-01-27").plusDays(nights.revisions().size()).toString();
            RunReport run = nights.arrests("ice/" + day + ".csv", day, "700").run("2025-01-26");
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.nothing()).isFalse();
            assertThat(run.failed()).singleElement().satisfies(failed -> assertThat(failed.toString())
                    .startsWith(date + ": failed while ").endsWith(output.resolve(date) + " " + why));
            assertThat(Nights.made(run)).containsExactly(day + "=1");
            assertThat(output.resolve(day + "/report.html")).exists();
            RunReport nothingElse = nights.run("2025-01-26");
            assertThat(nothingElse.exitCode()).as("with no news at all").isEqualTo(4);
            assertThat(nothingElse.failed()).hasSize(1);
        }
    }

    @Test
    void aFileOfADatesNameIsToldToo() throws IOException {
        Files.delete(output.resolve("2025-01-25"));
        Files.writeString(output.resolve("2025-01-25"), "mine");

        costsItsDateAlone("2025-01-25", "is a file that Crossfoot did not make; move it away");

        assertThat(output.resolve("2025-01-25")).hasContent("mine");
    }

    @Test
    void aFolderInThePlaceOfADateThatWasNeverPublishedKeepsItOutOfTheSummary() throws IOException {
        Files.createDirectories(output.resolve("2025-01-20"));
        nights.arrests("ice/20.csv", "2025-01-20", "500").arrests("ice/21.csv", "2025-01-21", "500");

        RunReport run = nights.run("2025-01-26");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(Nights.made(run)).containsExactly("2025-01-21=1");
        assertThat(nights.revisions()).contains("2025-01-21=1").doesNotContain("2025-01-20=1");
        costsItsDateAlone("2025-01-20", "is a folder that Crossfoot did not make; move it away");
        Files.delete(output.resolve("2025-01-20"));
        assertThat(Nights.made(nights.run("2025-01-26"))).containsExactly("2025-01-20=1");
        assertThat(output.resolve("2025-01-20/totals.csv")).exists();
    }

    /** As {@code cp -rL} makes it. */
    @Test
    void aCopyThatHasFoldersInThePlaceOfLinksIsToldOfEveryDate() throws IOException {
        for (String date : List.of("2025-01-25", "2025-01-26")) {
            Path real = output.resolve(date).toRealPath();
            Files.delete(output.resolve(date));
            Files.move(real, output.resolve(date));
        }

        RunReport run = nights.arrests("nbc/25.csv", "2025-01-25", "999").arrests("ice/27.csv", "2025-01-27", "1")
                .run("2025-01-26");

        assertThat(run.failed()).extracting(failed -> failed.date().toString()).containsExactly("2025-01-25", "2025-01-26");
        assertThat(nights.published()).containsAllEntriesOf(of("2025-01-25")).containsAllEntriesOf(of("2025-01-26"))
                .containsKey("2025-01-27/totals.csv");
    }
}
