package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossfoot.intake.SharedFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people who do this work ran into, and were not told of: rows, columns, files and figures that did not arrive. */
class NothingLostCasesTest {

    private Path home;
    private Nights nights;

    @BeforeEach
    void inAFolderOfItsOwn(@TempDir Path folder) {
        home = folder;
    }

    private Nights input(String name) {
        Path input = SharedFolder.of("cases").resolve(name).resolve("input");
        copy(input, home.resolve("input"));
        nights = new Nights(home.resolve("input"), home.resolve("output"));
        return nights;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arrivesInTheSecondNight(String name, String file, String into) {
        copy(SharedFolder.of("cases").resolve(name).resolve("night2").resolve(file), home.resolve("input").resolve(into));
    }

    private List<Map<String, String>> findings(String date, String rule) {
        return nights.discrepancies(date).stream().filter(row -> row.get("rule").equals(rule)).toList();
    }

    private Map<String, String> finding(String date, String rule) {
        List<Map<String, String>> found = findings(date, rule);
        assertThat(found).as(rule + " on " + date).hasSize(1);
        return found.get(0);
    }

    private Map<String, String> total(String date, String measure, String area) {
        return nights.table(date + "/totals.csv").stream()
                .filter(row -> row.get("measure").equals(measure) && row.get("area").equals(area)).findFirst().orElseThrow();
    }

    /** 05: five of seven figures have marks in their cells. */
    @Test
    void aNightThatLosesFiveOfSevenFiguresSaysSoAndFails() {
        RunReport run = input("05-footnote-marks").run("2025-03-07");
        assertThat(run.exitCode()).isOne();
        assertThat(finding("2025-03-07", "rows-rejected")).containsEntry("severity", "error").containsEntry("status", "new")
                .extractingByKey("explanation").asString()
                .startsWith("Daily counts: daily/d.csv: 5 rows or cells were not read (first, line 3, arrests: ");
    }

    /** 28: an area was renamed, and its row lost. */
    @Test
    void anAreaThatWasRenamedIsToldAndItsTotalSaysWhatItRestsOn() {
        RunReport run = input("28-area-renamed").run("2020-03-14");
        assertThat(run.exitCode()).isOne();
        assertThat(finding("2020-03-14", "rows-rejected")).extractingByKey("explanation").asString()
                .contains("daily/2020-03-14.csv: 1 row or cell was not read (line 5, area: 'County of Gamma' is no area");
        assertThat(findings("2020-03-13", "rows-rejected")).isEmpty();
    }

    /** 18: day and month swapped in one of five rows. */
    @Test
    void aDayThatIsNoneIsToldWhereNothingElseIsWrong() {
        assertThat(input("18-day-month-swapped").run("2020-06-28").exitCode()).isOne();
        assertThat(nights.revisions().stream().map(each -> each.substring(0, 10)).flatMap(date -> findings(date, "rows-rejected").stream()))
                .hasSize(1);
    }
}
