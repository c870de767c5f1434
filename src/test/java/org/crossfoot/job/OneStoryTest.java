package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.audit.Verification.Verifier;
import org.crossfoot.audit.Verification;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.store.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a later period shows of an earlier day is that day's business too: no two dates judge one figure in two ways. */
class OneStoryTest {

    private static final Map<String, String> REPORTS = Map.of("two/a.csv", "2025-01-06,2025-01-06,2025-01-06,us,arrests,700",
            "three/a.csv", "2025-01-07,2025-01-07,2025-01-07,us,arrests,20",
            "five/a.csv", "2025-01-07,2025-01-06,2025-01-07,us,arrests,100");

    @TempDir
    Path home;

    private Nights withFourSources(String folder) {
        Nights nights = new Nights(home.resolve(folder)).put("crossfoot.yml", Nights.CROSSFOOT).put("areas.csv", Nights.AREAS);
        Map.of("two", 2, "three", 3, "five", 5, "eight", 8).forEach((source, trust) -> nights.put(source + "/source.yml",
                "title: " + source + "\n" + Nights.SOURCE.replace("official-statement", String.valueOf(trust))));
        return nights;
    }

    private static Nights deliver(Nights nights, String report) {
        return nights.report(report, REPORTS.get(report));
    }

    /** What stands of a date, however many revisions it took. */
    private static List<String> story(Nights nights, String date) {
        List<String> story = new ArrayList<>();
        nights.table(date + "/figures.csv").forEach(row -> story.add(row.get("source") + " " + row.get("as_printed") + " "
                + row.get("use")));
        nights.table(date + "/totals.csv").forEach(row -> story.add(row.get("period_start") + " " + row.get("lowest") + " "
                + row.get("highest")));
        nights.discrepancies(date).stream().filter(row -> !row.get("status").equals("resolved"))
                .forEach(row -> story.add(row.get("rule") + " " + row.get("blamed") + " " + row.get("explanation")));
        return story;
    }

    @Test
    void aLaterPeriodMakesTheEarlierDayAnewInTheSameNight() {
        Nights nights = withFourSources("input");
        REPORTS.keySet().forEach(report -> deliver(nights, report));

        assertThat(Nights.made(nights.run("2025-01-07"))).as("one revision each").containsExactlyInAnyOrder("2025-01-06=1",
                "2025-01-07=1");

        assertThat(nights.discrepancies("2025-01-06")).as("each contradiction is told on its last date").isEmpty();
        assertThat(nights.discrepancies("2025-01-07").get(0).get("blamed")).isEqualTo("two:arrests@us@2025-01-06");
        assertThat(nights.table("2025-01-06/figures.csv")).extracting(row -> row.get("as_printed") + " " + row.get("use"))
                .containsExactlyInAnyOrder("700 set-aside", "20 context", "100 context");
        assertThat(nights.table("2025-01-06/totals.csv")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("best", "80"));
        assertThat(nights.run("2025-01-07").nothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"three two five", "five two three", "two five three", "five three two"})
    void inWhateverOrderReportsComeTheSameIsToldInTheEnd(String order) throws Exception {
        Nights atOnce = withFourSources("at-once");
        REPORTS.keySet().forEach(report -> deliver(atOnce, report));
        atOnce.run("2025-01-07");
        Nights nights = withFourSources("one-by-one");
        for (String source : order.split(" ")) {
            deliver(nights, source + "/a.csv").run("2025-01-07");
        }
        for (String date : List.of("2025-01-06", "2025-01-07")) {
            assertThat(story(nights, date)).isEqualTo(story(atOnce, date));
        }
        assertThat(verified(nights.workspace)).allMatch(Verification::isIdentical);
    }

    @Test
    void whereTheLaterPeriodIsWithdrawnTheDaySpeaksForItselfAgain() throws Exception {
        Nights alone = withFourSources("alone");
        REPORTS.keySet().stream().filter(report -> !report.startsWith("five")).forEach(report -> deliver(alone, report));
        alone.run("2025-01-07");
        Nights nights = withFourSources("input");
        REPORTS.keySet().forEach(report -> deliver(nights, report));
        nights.run("2025-01-07");
        nights.delete("five/a.csv").run("2025-01-08");

        assertThat(story(nights, "2025-01-06")).isEqualTo(story(alone, "2025-01-06"));
        assertThat(verified(nights.workspace)).allMatch(Verification::isIdentical);
    }

    @Test
    void aRerunOfTheLaterDateLeavesTheEarlierOneToTheNextRun() {
        Nights nights = withFourSources("input");
        REPORTS.keySet().stream().filter(report -> !report.startsWith("five")).forEach(report -> deliver(nights, report));
        nights.run("2025-01-07");
        assertThat(Nights.made(deliver(nights, "five/a.csv").rerun("2025-01-07"))).containsExactly("2025-01-07=2");
        assertThat(Nights.made(nights.run("2025-01-07"))).containsExactly("2025-01-06=2");
        assertThat(nights.table("2025-01-06/figures.csv").get(0)).containsEntry("use", "set-aside");
    }

    @Test
    void whatItsSourceTakesBackBlamesNobodyOnItsOwnDateAnyMore() throws Exception {
        Nights nights = withFourSources("input").report("five/7.csv", "2025-01-08,2025-01-06,2025-01-07,us,arrests,190")
                .report("two/7.csv", "2025-01-08,2025-01-06,2025-01-07,us,arrests,95");
        nights.run("2025-01-07");
        assertThat(nights.discrepancies("2025-01-07").get(0)).containsEntry("blamed", "two:arrests");

        nights.report("five/8.csv", "2025-01-09,2025-01-06,2025-01-08,us,arrests,100").run("2025-01-08");

        assertThat(nights.standing("2025-01-07")).containsExactly("sources-agree resolved 1");
        assertThat(nights.table("2025-01-07/figures.csv")).extracting(row -> row.get("as_printed") + " " + row.get("use"))
                .containsExactlyInAnyOrder("190 superseded", "95 kept", "100 context");
        assertThat(nights.standing("2025-01-08")).containsExactly("running-total-fell new 1");
        assertThat(verified(nights.workspace)).allMatch(Verification::isIdentical);
    }

    /** Every revision of a ledger, made again. */
    private static List<Verification> verified(Workspace workspace) throws Exception {
        try (AnnotationConfigApplicationContext context = LedgerConfiguration.open(workspace)) {
            Ledger ledger = context.getBean(Ledger.class);
            Verifier verifier = new Verifier(ledger, workspace.output(), "test");
            List<Verification> verified = new ArrayList<>();
            for (LocalDate date : ledger.dates().known()) {
                int current = ledger.dates().state(date).orElseThrow().revision();
                for (int number = 1; number <= current; number++) {
                    RevisionRecord kept = ledger.revisions().find(date, number);
                    verified.add(verifier.verify(kept, current));
                }
            }
            assertThat(verified).flatExtracting(Verification::findings).isEmpty();
            return verified;
        }
    }

    /**
     * Days and longer periods of three days, by four sources, with misprints: whatever comes in whatever order, in several
     * nights.
     */
    @Test
    void noTwoDatesJudgeAFigureInTwoWays() throws Exception {
        int tied = 0;
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            Nights nights = withFourSources("random-" + seed);
            List<String> sources = List.of("two", "three", "five", "eight");
            Set<String> printed = new HashSet<>();
            for (int night = 0; night < 3; night++) {
                for (String source : sources) {
                    if (random.nextInt(4) > 0) {
                        int first = 6 + random.nextInt(3);
                        int last = Math.min(8, first + random.nextInt(3));
                        if (!printed.add(first + " " + last)) {
                            continue;
                        }
                        nights.report(source + "/" + night + ".csv", "2025-01-0" + (last + 1) + ",2025-01-0" + first
                                + ",2025-01-0" + last
                                + ",us,arrests," + (10 * (last - first + 1) + (random.nextInt(3) == 0 ? random.nextInt(60) : 0)));
                    }
                }
                nights.run("2025-01-08");
            }
            Map<String, String> told = new HashMap<>();
            SortedMap<String, String> twice = new TreeMap<>();
            for (String date : List.of("2025-01-06", "2025-01-07", "2025-01-08")) {
                if (!nights.workspace.output().resolve(date).toFile().exists()) {
                    continue;
                }
                for (Map<String, String> row : nights.table(date + "/discrepancies.csv")) {
                    if (!row.get("status").equals("resolved") && row.get("verdict").equals("localised")) {
                        for (String blamed : row.get("blamed").split(" \\| ")) {
                            String day = blamed.contains("@us@") ? blamed.substring(blamed.indexOf("@us@") + 4)
                                    : row.get("period_start")
                                    .equals(row.get("period_end")) ? row.get("period_end") : row.get("period_start") + "/"
                                    + row.get("period_end");
                            String figure = blamed.split(":")[0] + " " + day;
                            told.merge(figure, date, (one, other) -> one.contains(other) ? one : one + " " + other);
                        }
                    }
                }
            }
            for (String date : List.of("2025-01-06", "2025-01-07", "2025-01-08")) {
                if (!nights.workspace.output().resolve(date).toFile().exists()) {
                    continue;
                }
                for (Map<String, String> row : nights.table(date + "/figures.csv")) {
                    String period = row.get("period_start").equals(row.get("period_end")) ? row.get("period_end")
                            : row.get("period_start") + "/" + row.get("period_end");
                    String by = told.get(row.get("source") + " " + period);
                    if (by != null && row.get("use").equals("kept")) {
                        twice.put(row.get("source") + " " + period, "kept on " + date + ", blamed on " + by);
                    }
                }
                tied += nights.table(date + "/figures.csv").stream().anyMatch(row -> row.get("period_end").compareTo(date) > 0)
                        ? 1 : 0;
            }
            assertThat(twice).as("seed %s", seed).isEmpty();
            assertThat(verified(nights.workspace)).allMatch(Verification::isIdentical);
        }
        assertThat(tied).as("dates that were reconciled with later ones").isGreaterThan(3);
    }
}
