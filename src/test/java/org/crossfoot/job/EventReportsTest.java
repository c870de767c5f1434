package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nights with a source that lists single events. */
class EventReportsTest {

    @TempDir
    Path home;

    @Test
    void anEventListedAgainIsCountedOnceAndNamedInTheAccountOfTheRun() {
        Nights nights = Nights.withTwoSources(home).arrests("nbc/26.csv", "2025-01-26", "3").put("ice/source.yml", """
                title: ICE
                trust: official-data
                figures:
                  - { rows: count, once_per: { column: case }, measure: { is: arrests }, area: { is: us }, day: { column: day } }
                """).put("ice/cases.csv", "case,day\nA1,2025-01-26\nA2,2025-01-26\nA1,2025-01-26\nA3,2025-01-26\nA1,2025-01-26\n");

        RunReport run = nights.run("2025-01-26");

        assertThat(run.exitCode()).as("three events agree with the three that were announced").isZero();
        JsonNode report = nights.runJson(run).path("reports").get(0);
        assertThat(report.path("file").asString()).isEqualTo("ice/cases.csv");
        assertThat(report.path("events_listed_again").asInt()).isEqualTo(2);
        assertThat(report.path("lines").toString())
                .isEqualTo("{\"all\":6,\"header\":1,\"figures\":3,\"rejected\":0,\"skipped\":2}");
    }
}
