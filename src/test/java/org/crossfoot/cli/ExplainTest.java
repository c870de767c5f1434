package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.crossfoot.audit.DiscrepancyStory.RuleThen;
import org.crossfoot.audit.DiscrepancyStory;
import org.crossfoot.cli.Program.Ended;
import org.crossfoot.cli.print.StoryPage;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Status;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The story of a discrepancy, as {@code explain} tells it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainTest {

    private static final String SOURCES_AGREE = "0935f3a8d2ca";
    private static final String CHECK = "fa7309f3dbf7";
    private static final String DAYS_ADD_UP = "03ee82f80cdf";

    private Desk desk;

    @BeforeAll
    void threeNights(@TempDir Path home) {
        desk = new Desk(home).afterThreeNights();
    }

    @Test
    void figuresRuleConflictRepairVerdictAndBoundsAreTold() {
        Ended told = desk.run("explain", DAYS_ADD_UP);

        assertThat(told.exitCode()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.out()).startsWith("2025-01-31: days-add-up, error, persisting (03ee82f80cdf)\n")
                .containsPattern("(?m)^ +as printed +lowest  highest  trust +published +where$")
                .containsPattern("(?m)^ +\\(1\\)  around 3,500 +3,150 +3,850  2 +2025-02-03 +new-york-radio/2025-02-03.csv:2$")
                .contains("  (1) New York radio site: arrests; note: by late last week\n")
                .contains("days-add-up, built in\n").contains("3,772 too many").contains("Gap: 3,772 (49.49% of the larger side)")
                .contains("The cheapest repair, at a cost of 2 in trust:\n  set aside (1)\n")
                .contains("localised: probably wrong is (1)\n  With equal trust: the same\n")
                .containsPattern("Arrests, United States, 2025-01-20 to +3,150 to 3,850 +at least 7,622 "
                        + "+no one value +open\n +2025-01-31\n");
    }

    @Test
    void aTotalIsToldStepByStep(@TempDir Path elsewhere) {
        Desk first = new Desk(elsewhere);
        first.run("run", "--date", "2025-01-26");

        Ended told = first.run("explain", "collateral_arrests", "United States", "2025-01-26");

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out()).contains("\nArrests of people who were not looked for, United States, 2025-01-26: 343, doubtful.\n")
                .contains("  It rests on what was said together with Senior administration official")
                .startsWith("Arrests of people who were not looked for, United States, 2025-01-20 to 2025-01-26: no one value "
                        + "(at least 343), open.\n")
                .contains("Exactly 343, because: 1. ").contains("956").contains("(ice-daily-posts/2025-01.csv:5)")
                .contains("613").contains("criminal_arrests + collateral_arrests = arrests");
        JsonNode data = new JsonMapper()
                .readTree(first.run("explain", "collateral_arrests", "us", "2025-01-26", "--format", "json").out());
        assertThat(data.get(1).path("lowest").asLong()).isEqualTo(343);
        assertThat(data.get(1).path("basis").asString()).isEqualTo("doubtful");
        assertThat(data.get(1).path("because").toString()).contains("613");
    }

    @Test
    void aTotalThatIsNotThereIsNotInvented() {
        assertThat(desk.run("explain", "arests", "us", "2025-01-26").err())
                .contains("arests: is no measure; there are arrests, ");
        assertThat(desk.run("explain", "arrests", "usa!", "2025-01-26").err()).contains("usa!: is no area of areas.csv");
        assertThat(desk.run("explain", "arrests", "us", "2025-13-26").err()).contains("'2025-13-26' is no day of the calendar");
        assertThat(desk.run("explain", "arrests", "atlanta", "2025-01-26").err())
                .contains("nothing is known of arrests in atlanta");
        assertThat(desk.run("explain", "arrests", "us", "2024-01-26").exitCode()).isEqualTo(2);
    }

    @Test
    void aCheckIsToldWithItsEquation() {
        assertThat(desk.run("explain", CHECK).out())
                .contains("\n  criminal-or-collateral: criminal_arrests + collateral_arrests = arrests\n");
    }

    @Test
    void oneThatHasLapsedIsToldAsItWasAndWhatBecameOfIt() {
        assertThat(desk.run("explain", SOURCES_AGREE).out())
                .contains("It has lapsed: figures that it rested on are gone. This is how it was in revision 2; the current one "
                + "is 3.")
                .containsPattern("(?m)^ +1  2025-01-26 +\\S+  new +223  localised  official-via-nbc:arrests$")
                .containsPattern("(?m)^ +2  2025-01-27 +\\S+  changed +244  localised  official-via-nbc:arrests$")
                .containsPattern("(?m)^ +3  2025-01-28 +\\S+  lapsed +244 ")
                .contains("revision 2 brought official-via-nbc:arrests=1,200\n")
                .contains("revision 2 no longer has official-via-nbc:arrests=1,179\n");
    }

    @Test
    void theSameIsTheSameToTheByte() {
        assertThat(desk.run("explain", CHECK)).isEqualTo(desk.run("explain", CHECK, "--date", "2025-01-26"));
    }

    @Test
    void asJsonItIsOneObjectWithStableMembers() {
        Ended told = desk.run("explain", SOURCES_AGREE, "--format", "json");

        JsonNode story = new JsonMapper().readTree(told.out());
        assertThat(story.propertyNames()).containsExactly("discrepancy", "revision", "currentRevision", "standsNow", "rule",
                "reasons", "history", "otherDates");
        assertThat(story.path("discrepancy").propertyNames())
                .containsExactly("id", "date", "rule", "area", "measure", "periodStart", "periodEnd", "severity", "status",
                "firstSeen", "figures", "gap", "gapPercent", "verdict", "blamed", "possibleCause", "waivedUntil", "explanation");
        assertThat(story.path("reasons").path("statements").get(0).path("file").asString())
                .isEqualTo("ice-daily-posts/2025-01.csv");
        assertThat(story.path("reasons").path("verdict").asString()).isEqualTo("localised");
        assertThat(story.path("history").get(1).path("appeared").get(0).asString()).isEqualTo("official-via-nbc:arrests=1,200");
    }

    @Test
    void anIdThatNobodyHasIsToldWithThoseThatBeginLikeIt() {
        assertThat(desk.run("explain", "0935ffffffff")).isEqualTo(new Ended(2, "",
                "crossfoot: 0935ffffffff: no discrepancy has this id; these begin like it: 0935f3a8d2ca\n"));
        assertThat(desk.run("explain", "nobody")).isEqualTo(new Ended(2, "",
                "crossfoot: nobody: no discrepancy has this id; ids are in the first column of discrepancies.csv\n"));
        assertThat(desk.run("explain", CHECK, "--date", "2025-01-25")).isEqualTo(new Ended(2, "",
                "crossfoot: fa7309f3dbf7: never stood on 2025-01-25, but on 2025-01-26\n"));
    }

    @Test
    void ofARevisionOlderThanReasonsAsDataTheTextIsTold() {
        LocalDate day = LocalDate.of(2025, 1, 26);
        DiscrepancyRecord row = new DiscrepancyRecord(SOURCES_AGREE, day, "sources-agree", "us", "arrests", day, day,
                Severity.ERROR, Status.NEW, false, 1, "ice:arrests=956 | nbc:arrests=1,179", 223, "18.91", Verdict.NOT_LOCALISED,
                "", "", null,
                "Arrests: two statements cannot both be right.");
        StringWriter out = new StringWriter();

        new StoryPage(new DiscrepancyStory(row, 1, 1, true, new RuleThen("sources-agree", "", ""), null, List.of(), List.of()))
                .print(new PrintWriter(out, true));

        assertThat(out).asString().contains("its reasons are not kept as data with this revision")
                .contains("Arrests: two statements cannot both be right.")
                .contains("Gap: 223 (18.91% of the larger side)");
    }
}
