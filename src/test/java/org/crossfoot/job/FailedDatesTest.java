package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.crossfoot.job.step.FailedDate;
import org.crossfoot.job.step.Progress;
import org.crossfoot.reconcile.outcome.Stage;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.store.JobFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whatever fails at one date costs that date alone, for as long as it fails. */
class FailedDatesTest {

    private static final String OLD = "2025-01-25";
    private static final String NEW = "2025-01-27";

    @TempDir
    Path home;

    private Nights nights;
    private Nights undisturbed;

    @BeforeEach
    void threeDatesThatStandAndNewsOfTwoOfThemAndOfAFourth() {
        nights = Nights.withTwoSources(home);
        undisturbed = new Nights(nights.workspace.input(), home.resolve("undisturbed"));
        nights.arrests("ice/24.csv", "2025-01-24", "538").arrests("ice/25.csv", OLD, "286")
                .arrests("ice/26.csv", "2025-01-26", "956");
        both("2025-01-26");
        nights.arrests("nbc/25.csv", OLD, "300").arrests("nbc/26.csv", "2025-01-26", "1,179").arrests("ice/27.csv", NEW, "1,016");
    }

    private void both(String date) {
        undisturbed.run(date);
        nights.run(date);
    }

    /** Fails at one stage of one date, whenever it begins. */
    private static Stages failing(String date, Stage at, Throwable failure) {
        return (each, stage) -> {
            if (each.equals(LocalDate.parse(date)) && stage == at) {
                fail(failure);
            }
        };
    }

    private static void fail(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** A day of January that stands and one of February that is new for every stage that one is to fail at. */
    private static SortedMap<LocalDate, Stage> eachAtAnotherStage() {
        SortedMap<LocalDate, Stage> at = new TreeMap<>();
        for (Stage stage : Stage.values()) {
            at.put(LocalDate.of(2025, 1, 1).plusDays(stage.ordinal()), stage);
            at.put(LocalDate.of(2025, 2, 1).plusDays(stage.ordinal()), stage);
        }
        return at;
    }

    private void anotherTwoNights(SortedMap<LocalDate, Stage> dates) {
        dates.headMap(LocalDate.of(2025, 2, 1)).keySet()
                .forEach(day -> nights.arrests("ice/" + day + ".csv", day.toString(), "500"));
        both("2025-01-26");
        dates.keySet().forEach(day -> nights.arrests("nbc/" + day + ".csv", day.toString(), "700"));
        nights.arrests("nbc/25.csv", OLD, "310").arrests("nbc/26.csv", "2025-01-26", "1,200").arrests("ice/27.csv", NEW, "1,017");
    }

    @ParameterizedTest
    @MethodSource("anExceptionAndErrors")
    void theOthersArePublishedAndTheNextNightMakesItAsIfNothingHadBeen(Throwable failure, String wayOut) throws IOException {
        SortedMap<LocalDate, Stage> at = eachAtAnotherStage();
        anotherTwoNights(at);
        SortedMap<String, String> before = nights.published();
        undisturbed.run(NEW);

        RunReport run = nights.stagesWatchedBy((date, stage) -> {
            if (stage == at.get(date)) {
                fail(failure);
            }
        }).run(NEW);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.failed()).extracting(FailedDate::date).containsExactlyElementsOf(at.keySet());
        String index = Files.readString(nights.workspace.output().resolve("index.html"));
        JsonNode runJson = nights.runJson(run);
        assertThat(runJson.path("exit_code").asInt()).isEqualTo(4);
        int number = 0;
        for (FailedDate failed : run.failed()) {
            assertThat(failed.why()).startsWith("failed while " + at.get(failed.date()).inWords() + ": ").contains(wayOut);
            assertThat(runJson.path("waiting").get(number).asString()).isEqualTo(failed.date().toString());
            assertThat(runJson.path("failed").get(number++).path("reason").asString()).isEqualTo(failed.why());
            assertThat(index.split(at.get(failed.date()).inWords(), -1)).as("told once of each of two dates").hasSize(3);
            assertThat(of(failed.date(), nights.published())).isEqualTo(of(failed.date(), before));
        }
        assertThat(Nights.made(run)).containsExactly(OLD + "=3", "2025-01-26=3", NEW + "=2");
        assertThat(nights.revisions())
                .containsExactlyElementsOf(Stream.concat(at.headMap(LocalDate.of(2025, 2, 1)).keySet().stream()
                .map(date -> date + "=1"), Stream.of("2025-01-24=1", OLD + "=3", "2025-01-26=3", NEW + "=2")).toList());
        for (String date : List.of("2025-01-24", OLD, "2025-01-26", NEW)) {
            assertThat(of(LocalDate.parse(date), nights.published()))
                    .isEqualTo(of(LocalDate.parse(date), undisturbed.published()));
        }

        assertThat(nights.run(NEW).exitCode()).as("tried again and in vain").isEqualTo(4);
        RunReport next = nights.stagesWatchedBy(Stages.UNWATCHED).run(NEW);

        assertThat(next.exitCode()).isOne();
        assertThat(Nights.made(next)).hasSize(at.size());
        assertThat(withoutNews(nights.published())).isEqualTo(withoutNews(undisturbed.published()));
        nights.arrests("nbc/24.csv", "2025-01-24", "600");
        both(NEW);
        assertThat(nights.published()).as("to the byte").isEqualTo(undisturbed.published());
        assertThat(nights.run(NEW).nothing()).isTrue();
    }

    static Stream<Arguments> anExceptionAndErrors() {
        return Stream.of(Arguments.of(new ArrayIndexOutOfBoundsException("Index -1 out of bounds for length 19"),
                "please report it"), Arguments.of(new StackOverflowError(), "give it more"),
                Arguments.of(new OutOfMemoryError("Java heap space"), "give Java more"));
    }

    private static SortedMap<String, String> of(LocalDate date, SortedMap<String, String> published) {
        SortedMap<String, String> own = new TreeMap<>(published);
        own.keySet().removeIf(file -> !file.startsWith(date.toString()));
        return own;
    }

    /** What a night brought differs where two did the work of one. */
    private static SortedMap<String, String> withoutNews(SortedMap<String, String> published) {
        SortedMap<String, String> others = new TreeMap<>(published);
        others.keySet().removeIf(file -> file.startsWith("index.html"));
        return others;
    }

    @Test
    void whatFailsOnceIsMendedInTheSameNight() {
        SortedMap<LocalDate, Stage> at = eachAtAnotherStage();
        at.values().removeIf(stage -> stage == Stage.STORING);
        anotherTwoNights(at);
        undisturbed.run(NEW);
        int dates = at.size();
        Set<LocalDate> failed = ConcurrentHashMap.newKeySet();

        RunReport run = nights.stagesWatchedBy((date, stage) -> {
            if (stage == at.get(date) && failed.add(date)) {
                throw new OutOfMemoryError("Java heap space");
            }
        }).run(NEW);

        assertThat(failed).hasSize(dates);
        assertThat(run.exitCode()).isOne();
        assertThat(nights.published()).isEqualTo(undisturbed.published());
    }

    @Test
    void everyDateMayFailAndEachIsTriedTwiceInANight() {
        SortedMap<String, String> before = nights.published();
        AtomicInteger tries = new AtomicInteger();

        RunReport run = nights.stagesWatchedBy((date, stage) -> {
            if (stage == Stage.JUDGEMENT) {
                tries.incrementAndGet();
                throw new IllegalStateException("never");
            }
        }).run(NEW);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.failed()).extracting(failed -> failed.date().toString()).containsExactly(OLD, "2025-01-26", NEW);
        assertThat(tries).hasValue(6);
        assertThat(withoutNews(nights.published())).isEqualTo(withoutNews(before));
    }

    @Test
    void aRunThatIsInterruptedAfterADateFailedStillSaysSoWhenItIsFinished() {
        undisturbed.run(NEW);
        AtomicInteger steps = new AtomicInteger();
        Progress interrupted = new Progress() {
            private boolean publishing;

            @Override
            public void begin(String task, long all) {
                publishing = task.equals("publish");
            }

            @Override
            public void step() {
                if (publishing && steps.incrementAndGet() == 2) {
                    throw new UncheckedIOException(new IOException("pulled the plug"));
                }
            }
        };
        nights.stagesWatchedBy(failing(OLD, Stage.TOTALS, new IllegalStateException("not yet")));
        assertThatThrownBy(() -> nights.watchedBy(interrupted).night("run", NEW).run()).isInstanceOf(JobFailure.class)
                .hasMessage("while dates were published for 2025-01-27: pulled the plug");

        List<RunReport> runs = nights.watchedBy(Progress.NONE).stagesWatchedBy(Stages.UNWATCHED).all("run", NEW);

        assertThat(runs.get(0).published()).hasSize(2);
        assertThat(Nights.made(runs.get(1))).containsExactly(OLD + "=2");
        assertThat(nights.runJson(runs.get(0)).path("exit_code").asInt()).as("run " + runs.get(0).failed()).isEqualTo(4);
        assertThat(withoutNews(nights.published())).isEqualTo(withoutNews(undisturbed.published()));
    }

    @Test
    void aRerunOfItFailsAndOneOfAnotherDateDoesNot() {
        nights.stagesWatchedBy(failing(OLD, Stage.CAUSES, new IllegalStateException("never"))).run(NEW);

        RunReport own = nights.rerun(OLD);
        RunReport other = nights.rerun("2025-01-24");

        assertThat(own.exitCode()).isEqualTo(4);
        assertThat(own.failed()).extracting(failed -> failed.date().toString()).containsExactly(OLD);
        assertThat(other.exitCode()).isZero();
        assertThat(other.failed()).isEmpty();
        assertThat(nights.runJson(other).path("failed").get(0).path("date").asString()).as("it is still told").isEqualTo(OLD);
        assertThat(nights.stagesWatchedBy(Stages.UNWATCHED).rerun(OLD).exitCode()).isOne();
        assertThat(nights.revisions()).contains(OLD + "=2");
        RunReport later = nights.arrests("nbc/25.csv", OLD, "320").rerun("2025-01-24");
        assertThat(nights.runJson(later).path("waiting").get(0).asString()).as("it waits since it has news").isEqualTo(OLD);
        assertThat(nights.runJson(later).path("failed")).as("and failed at nothing").isEmpty();
    }

    @Test
    void reportsThatComeLateForAFailingDateAreInItWhenItSucceeds() {
        nights.stagesWatchedBy(failing(OLD, Stage.EVIDENCE, new StackOverflowError())).run(NEW);
        nights.arrests("nbc/25.csv", OLD, "310").run(NEW);

        nights.stagesWatchedBy(Stages.UNWATCHED).run(NEW);

        assertThat(nights.revisions()).contains(OLD + "=2");
        assertThat(nights.discrepancies(OLD)).extracting(row -> row.get("figures")).contains("ice:arrests=286 | nbc:arrests=310");
    }

    @Test
    void aRevisionThatTheLedgerDoesNotTakeIsLeftOutWhole() {
        inLedger("insert into revision select date, 2, run, business_date, settings, result_sha256, true, figures, sources, "
                + "datapackage_json_gz,"
                + " discrepancies_csv_gz, totals_csv_gz, figures_csv_gz, explanations_json_gz, known_to, discrepancy_figures,"
                + " crossfoot_xlsx_gz, crossfoot_sarif_gz, junit_xml_gz, sdmx_totals_csv_gz, sdmx_figures_csv_gz"
                + " from revision where date = '" + OLD + "'");

        RunReport run = nights.run(NEW);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.failed()).singleElement().satisfies(failed -> assertThat(failed.toString())
                .startsWith(OLD + ": failed while its revision was stored: the ledger's database says: Unique index or primary "
                + "key violation"));
        assertThat(Nights.made(run)).containsExactly("2025-01-26=2", NEW + "=1");
        inLedger("delete from revision where number = 2 and date = '" + OLD + "'");
        assertThat(Nights.made(nights.run(NEW))).containsExactly(OLD + "=2");
    }

    private void inLedger(String sql) {
        try (var context = LedgerConfiguration.open(nights.workspace)) {
            JdbcClient.create(context.getBean(DataSource.class)).sql(sql).update();
        }
        nights.unsealed();
    }
}
