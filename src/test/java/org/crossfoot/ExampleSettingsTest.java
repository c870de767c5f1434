package org.crossfoot;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that the documentation shows read the publishers' real files. */
class ExampleSettingsTest {

    @TempDir
    private Path folder;

    private ReadInput read(String example) {
        ReadInput read = ReadInput.from(ExampleInput.layOut(example, folder.resolve(example)));
        assertThat(read.rejects()).as("nothing but figures for months that had not begun")
                .allMatch(reject -> reject.reason().equals("not-begun"));
        return read;
    }

    private static Map<LocalDate, Long> byDay(List<Figure> figures, String area, String... measures) {
        return figures.stream().filter(figure -> figure.cell().area().equals(area)
                && List.of(measures).contains(figure.cell().measure()))
                .collect(groupingBy(Figure::date, summingLong(figure -> figure.amount().lowest())));
    }

    private static long sum(Stream<Figure> figures) {
        return figures.mapToLong(figure -> figure.amount().lowest()).sum();
    }

    @Test
    void noExampleCarriesAReport() throws IOException {
        for (String example : ExampleInput.names()) {
            try (Stream<Path> files = Files.walk(Path.of("src/site/examples").resolve(example))) {
                assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
                        .contains("crossfoot.yml", "areas.csv", "source.yml")
                        .containsOnly("crossfoot.yml", "areas.csv", "source.yml");
            }
        }
    }

    @Test
    void minnesotasFilesAreReadWhole() {
        ReadInput minnesota = read("minnesota-daily");

        assertThat(minnesota.skippedLines()).isZero();
        assertThat(minnesota.of("arrests-by-state")).hasSize(5 * 222);
        assertThat(minnesota.of("arrests-by-kind")).hasSize(2 * 180);
        assertThat(minnesota.of("detainers-by-day")).hasSize(1227);
        assertThat(minnesota.of("detainers-by-month")).hasSize(42);
        assertThat(minnesota.figure("arrests-by-state", "arrests", "texas", "2025-08-02").amount())
                .isEqualTo(Amount.exactly(181));
        assertThat(minnesota.figure("detainers-by-month", "detainers", "minnesota", "2022-10-01 to 2022-10-31").asPrinted())
                .isEqualTo("93");
    }

    @Test
    void anAbsentAmountOfMinnesotaMeansNone() {
        ReadInput minnesota = read("minnesota-daily");

        Figure absent = minnesota.figure("arrests-by-state", "arrests", "wisconsin", "2025-08-03");
        assertThat(absent.amount()).isEqualTo(Amount.exactly(0));
        assertThat(absent.asPrinted()).isEqualTo("NA");
        assertThat(minnesota.figures()).filteredOn(figure -> figure.asPrinted().equals("NA")).hasSize(75);
    }

    @Test
    void minnesotasKindsAddUpOnEachOfThe180DaysTheyShare() {
        ReadInput minnesota = read("minnesota-daily");

        Map<LocalDate, Long> arrests = byDay(minnesota.of("arrests-by-state"), "minnesota", "arrests");
        Map<LocalDate, Long> kinds = byDay(minnesota.of("arrests-by-kind"), "minnesota", "collateral_arrests",
                "targeted_arrests");
        assertThat(kinds).hasSize(180);
        assertThat(arrests).hasSize(222).containsAllEntriesOf(kinds);
    }

    @Test
    void minnesotasDetainersByDayAddUpToEachMonth() {
        ReadInput minnesota = read("minnesota-daily");

        assertThat(minnesota.of("detainers-by-month"))
                .allSatisfy(month -> assertThat(sum(minnesota.of("detainers-by-day").stream()
                .filter(day -> month.cell().period().contains(day.date())))).isEqualTo(month.amount().lowest()));
    }

    @Test
    void oneDayOfMinnesotasFileHadNotComeWhenItWasPublished() {
        ReadInput minnesota = read("minnesota-daily");

        List<Figure> future = minnesota.figures().stream().filter(figure -> figure.date().isAfter(figure.published())).toList();
        assertThat(future).extracting(Figure::date).containsOnly(LocalDate.of(2026, 9, 17));
        assertThat(future).extracting(ReadInput::printed).contains("arrests@texas@2026-09-17=1");
        assertThat(future).hasSize(5).extracting(Figure::source).containsOnly("arrests-by-state");
    }

    @Test
    void releasesGiveAFigureForEachMonthBegunAndForEachCrossingOfAgencyAndCriminality() {
        ReadInput releases = read("ice-detention-releases");

        assertThat(releases.accounts()).hasSize(36);
        assertThat(releases.skippedLines()).isZero();
        assertThat(releases.rejects()).hasSize(21);
        assertThat(releases.of("detained")).hasSize(18 * 12);
        assertThat(releases.of("bookins")).hasSize(444);
        assertThat(releases.notBegun()).isEqualTo(18 * 3 * 12 - 444 - 21);
        assertThat(releases.printed("bookins")).contains("bookins@us@2020-10-01 to 2020-10-31=9195",
                "bookins_cbp@us@2021-01-01 to 2021-01-25=2902", "bookins_ice@us@2021-09-01 to 2021-09-06=1291");
        assertThat(releases.printed("detained")).contains("detained@us@2020-12-28=15444",
                "detained_other_cbp@us@2021-06-28=21409", "detained_convicted_ice@us@2020-12-28=7498");
    }

    @Test
    void insideEachReleasePartsEqualTheWhole() {
        ReadInput releases = read("ice-detention-releases");

        Map<String, List<Figure>> byFile = releases.figures().stream().collect(groupingBy(Figure::file));
        byFile.forEach((file, figures) -> {
            if (file.startsWith("bookins/")) {
                assertThat(byDay(figures, "us", "bookins_cbp", "bookins_ice")).as(file)
                        .isEqualTo(byDay(figures, "us", "bookins"));
            } else {
                assertThat(byDay(figures, "us", "detained_cbp", "detained_ice")).as(file)
                        .isEqualTo(byDay(figures, "us", "detained"));
                assertThat(byDay(figures, "us", "detained_convicted", "detained_pending", "detained_other")).as(file)
                        .isEqualTo(byDay(figures, "us", "detained"));
                for (String agency : List.of("_ice", "_cbp")) {
                    assertThat(byDay(figures, "us", "detained_convicted" + agency, "detained_pending" + agency, "detained_other"
                            + agency))
                            .as(file).isEqualTo(byDay(figures, "us", "detained" + agency));
                }
            }
        });
    }

    @Test
    void officesAndStatesAddUpToLessThanTheNation() {
        ReadInput arrests = read("arrests-by-area");

        assertThat(arrests.of("arrests")).hasSize(1 + 25 + 52).extracting(figure -> figure.cell().period().toString())
                .containsOnly("2025-01-20 to 2026-08-06");
        assertThat(sumOfParts(arrests, "office")).isEqualTo(547_776);
        assertThat(sumOfParts(arrests, "state")).isEqualTo(530_756);
        assertThat(arrests.figure("arrests", "arrests", "us", "2025-01-20 to 2026-08-06").amount())
                .isEqualTo(Amount.exactly(549_499));
    }

    private static long sumOfParts(ReadInput read, String breakdown) {
        return sum(read.figures().stream().filter(figure -> read.settings().areas().byId(figure.cell().area())
                .filter(area -> area.wholes().stream().anyMatch(part -> part.breakdown().equals(breakdown))).isPresent()));
    }

    @Test
    void washingtonIsAnOfficeInOneFileAndAStateInAnother() {
        ReadInput arrests = read("arrests-by-area");

        assertThat(arrests.printed("arrests")).contains("arrests@office-washington@2025-01-20 to 2026-08-06=18691",
                "arrests@washington@2025-01-20 to 2026-08-06=6287", "arrests@office-st-paul@2025-01-20 to 2026-08-06=13677");
    }

    @Test
    void countiesAndStatesAreRunningTotalsSinceTheSameDay() {
        ReadInput cases = read("covid-two-publishers");

        assertThat(cases.of("usafacts")).hasSize(3195 * 164);
        assertThat(cases.of("ctp")).hasSize(6722);
        assertThat(cases.figures()).extracting(figure -> figure.cell().period().start()).containsOnly(LocalDate.of(2020, 1, 22));
        assertThat(cases.figure("ctp", "cases", "WA", "2020-01-22").asPrinted()).isEqualTo("2");
        assertThat(cases.of("usafacts").stream().map(figure -> figure.cell().area()).distinct()).hasSize(3195);
    }
}
