package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.job.step.FailedDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that publishes many dates drafts them side by side, and shows them one after the other. */
class ManyDatesTest {

    private static final LocalDate FIRST = LocalDate.parse("2025-01-12");
    private static final int DATES = 40;

    @TempDir
    Path home;

    private Nights nights;
    private Path output;

    @BeforeEach
    void fortyDaysOfTwoMonths() {
        nights = Nights.withTwoSources(home);
        for (int day = 0; day < DATES; day++) {
            nights.arrests("ice/" + FIRST.plusDays(day) + ".csv", FIRST.plusDays(day).toString(), String.valueOf(100 + day));
        }
        nights.arrests("nbc/26.csv", "2025-01-26", "1,179");
        output = nights.workspace.output();
    }

    /** Those that the page names; beside them stand those that the page before named, for whoever has it open. */
    private static SortedMap<String, String> charts(Path output) throws IOException {
        SortedMap<String, String> charts = new TreeMap<>();
        String page = Files.readString(output.resolve("index.html"));
        try (Stream<Path> files = Files.list(output.resolve("index-data"))) {
            for (Path file : files.filter(each -> page.contains(each.getFileName().toString())).toList()) {
                charts.put(file.getFileName().toString().substring(0, 7), Files.readString(file));
            }
        }
        return charts;
    }

    private List<LocalDate> shown() throws IOException {
        try (Stream<Path> entries = Files.list(output)) {
            return entries.filter(Files::isSymbolicLink).map(link -> LocalDate.parse(link.getFileName().toString())).sorted()
                    .toList();
        }
    }

    private SortedMap<String, String> undisturbed() {
        Nights undisturbed = new Nights(nights.workspace.input(), home.resolve("undisturbed"));
        undisturbed.run("2025-02-20");
        return undisturbed.published();
    }

    @Test
    void theChartOfEachMonthHasAllItsDates() throws IOException {
        nights.run("2025-02-20");

        SortedMap<String, String> charts = charts(output);
        assertThat(charts).containsOnlyKeys("2025-01", "2025-02");
        assertThat(charts.get("2025-01").split("crossfootDay")).hasSize(1 + 20);
        assertThat(charts.get("2025-02").split("crossfootDay")).hasSize(1 + 20);
    }

    @Test
    void aDateThatCannotBePublishedHoldsBackNoOther() throws IOException {
        SortedMap<String, String> undisturbed = undisturbed();
        LocalDate held = FIRST.plusDays(7);
        Path inTheWay = Files.createDirectories(output.resolve(held.toString()));

        RunReport run = nights.run("2025-02-20");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.failed()).extracting(FailedDate::why).singleElement().asString()
                .endsWith(inTheWay + " is a folder that Crossfoot did not make; move it away");
        assertThat(shown()).containsExactlyElementsOf(allBut(held));
        assertThat(charts(output).get("2025-01").split("crossfootDay")).as("the month's chart has the others").hasSize(20);

        Files.delete(inTheWay);
        nights.run("2025-02-20");
        assertThat(withoutNews(nights.published())).isEqualTo(withoutNews(undisturbed));
        assertThat(charts(output)).isEqualTo(charts(home.resolve("undisturbed")));
        assertThat(Files.readString(output.resolve("index.html"))).contains("40 dates from 12 January 2025 to 20 February 2025");
        for (LocalDate date : shown()) {
            assertThat(output.resolve(".dates/" + date).toFile().list()).as("what is left beside %s", date).containsExactly("1");
        }
    }

    private static List<LocalDate> allBut(LocalDate held) {
        return FIRST.datesUntil(FIRST.plusDays(DATES)).filter(date -> !date.equals(held)).toList();
    }

    /** What a night brought differs where two did the work of one. */
    private static SortedMap<String, String> withoutNews(SortedMap<String, String> published) {
        SortedMap<String, String> others = new TreeMap<>(published);
        others.keySet().removeIf(file -> file.startsWith("index.html"));
        return others;
    }

    @Test
    void aDateThatCannotBeDraftedHoldsBackNoOther() throws IOException {
        LocalDate held = FIRST.plusDays(7);
        Path inTheWay = Files.createFile(Files.createDirectories(output.resolve(".dates")).resolve(held.toString()));

        RunReport run = nights.run("2025-02-20");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.failed()).extracting(FailedDate::toString).singleElement().asString().startsWith(held + ": failed while ")
                .endsWith(inTheWay + ": stands in the way; move it away");
        assertThat(shown()).containsExactlyElementsOf(allBut(held));

        Files.delete(inTheWay);
        nights.run("2025-02-20");
        assertThat(shown()).hasSize(DATES);
        assertThat(withoutNews(nights.published())).isEqualTo(withoutNews(undisturbed()));
    }
}
