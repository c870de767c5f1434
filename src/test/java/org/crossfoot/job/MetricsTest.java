package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves for Prometheus, read back by the grammar of its text format. */
class MetricsTest {

    private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (?:[^\\\\]|\\\\[\\\\n])*");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");
    private static final Pattern SAMPLE =
            Pattern.compile("(([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\]|\\\\[\\\\\"n])*\"\\})?) "
            + "(\\S+)");

    @TempDir
    private Path home;

    @Test
    void aNightTellsWhatItFoundAndWhenItEnded() throws IOException {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956")
                .arrests("nbc/26.csv", "2025-01-26", "1,179")
                .arrests("nbc/25.csv", "2025-01-25", "many");

        nights.run("2025-01-26");

        Map<String, Double> samples = samples(nights);
        assertThat(samples).containsEntry("crossfoot_figures", 2.0).containsEntry("crossfoot_rejects", 1.0)
                .containsEntry("crossfoot_exit_code", 1.0)
                
                .as("the sources disagree, a report has no figure, and a row of it was not read")
                .containsEntry("crossfoot_discrepancies{severity=\"error\"}", 3.0)
                .containsEntry("crossfoot_discrepancies{severity=\"warning\"}", 0.0)
                .containsEntry("crossfoot_business_date_timestamp_seconds", 1737849600.0)
                .containsEntry("crossfoot_dates_waiting", 0.0)
                .containsKeys("crossfoot_last_success_timestamp_seconds", "crossfoot_run_seconds");
    }

    @Test
    void aNightThatFailsLeavesTheLastSuccessAsItWas() throws IOException {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956");
        nights.run("2025-01-26");
        Map<String, Double> before = samples(nights);
        Path summary = nights.workspace.output().resolve("summary.csv");
        Files.delete(summary);
        Files.createDirectories(summary.resolve("in the way"));
        nights.arrests("ice/27.csv", "2025-01-27", "1,179");

        assertThat(catchThrowable(() -> nights.run("2025-01-27")))
                .hasMessageContaining("while dates were published for 2025-01-27: ");

        assertThat(samples(nights)).isEqualTo(before);
    }

    @Test
    void aDateThatFailedIsCounted() throws IOException {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956")
                .arrests("ice/27.csv", "2025-01-27", "956");
        Files.createDirectories(nights.workspace.output().resolve("2025-01-27"));

        nights.run("2025-01-26");

        assertThat(samples(nights)).containsEntry("crossfoot_dates_failed", 1.0).containsEntry("crossfoot_exit_code", 4.0)
                .containsEntry("crossfoot_dates_published", 1.0).containsEntry("crossfoot_dates_waiting", 1.0);
    }

    @Test
    void whereTheyCannotBeWrittenAllIsPublishedAndTheRunSaysWhatIsNot() throws IOException {
        Nights nights = Nights.withTwoSources(home).arrests("ice/26.csv", "2025-01-26", "956")
                .arrests("nbc/26.csv", "2025-01-26", "956");
        Path inTheWay = Files.createDirectories(nights.workspace.output()).resolve("metrics");
        Files.writeString(inTheWay, "mine");

        RunReport run = nights.run("2025-01-26");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.failed()).isEmpty();
        assertThat(run.unwritten()).containsExactly("metrics/crossfoot.prom could not be written: " + inTheWay
                + ": stands in the way; move it away");
        assertThat(nights.runJson(run).path("exit_code").asInt()).isEqualTo(4);
        assertThat(nights.runJson(run).path("unwritten").get(0).asString()).isEqualTo(run.unwritten().get(0));
        assertThat(nights.revisions()).containsExactly("2025-01-26=1");
        Files.delete(inTheWay);
        assertThat(nights.run("2025-01-26").exitCode()).isZero();
        assertThat(samples(nights)).containsEntry("crossfoot_exit_code", 0.0);
    }

    private static Map<String, Double> samples(Nights nights) throws IOException {
        String text = Files.readString(nights.workspace.output().resolve("metrics/crossfoot.prom"));
        assertThat(text).endsWith("\n").doesNotContain("\r");
        List<String> described = new ArrayList<>();
        Map<String, Double> samples = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                assertThat(described).as("described once").doesNotContain(type.group(1));
                described.add(type.group(1));
            } else if (sample.matches()) {
                assertThat(described.get(described.size() - 1)).as("a sample stands below its type").isEqualTo(sample.group(2));
                assertThat(samples.put(sample.group(1), Double.valueOf(sample.group(4)))).as(line).isNull();
            } else {
                assertThat(line).matches(HELP);
            }
        }
        return samples;
    }
}
