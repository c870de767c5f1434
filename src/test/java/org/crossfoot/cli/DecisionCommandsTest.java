package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.crossfoot.Published;
import org.crossfoot.cli.Program.Ended;
import org.crossfoot.store.OutputLock;
import org.crossfoot.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A steward decides: what is given is checked, what it would change is shown, the line stands, and the next run follows it. */
class DecisionCommandsTest {

    private static final String FIGURE = "official-via-nbc:arrests@us@2025-01-26";
    private static final String HEADER = "figure,decision,owner,reason,until\n";

    @TempDir
    private Path home;
    private Desk desk;

    @BeforeEach
    void aNight() {
        desk = new Desk(home);
        desk.run("run", "--date", "2025-01-26");
    }

    private String file(String name) throws IOException {
        Path file = home.resolve("input").resolve(name);
        return Files.exists(file) ? Files.readString(file) : null;
    }

    @Test
    void whatIsDecidedIsShownBeforeAndCountsFromTheNextRunOn() throws IOException {
        Map<String, String> before = Published.in(desk.output());

        Ended decided = desk.run("decide", FIGURE, "belongs-to", "2025-01-27", "--reason",
                "asked NBC, it was the 27th", "--owner", "Ada");

        assertThat(decided.exitCode()).isZero();
        assertThat(decided.out()).contains("2025-01-26: discrepancies: 3 changed; totals: 1 changed\n",
                "~ sources-agree (0935f3a8d2ca), Arrests, United States: severity error -> info; verdict localised -> decided\n",
                "~ total, Arrests, United States: basis repaired -> single\n",
                "2025-01-27: discrepancies: 1 changed; totals: 1 changed\n",
                "decisions.csv has one line more; it counts from the next run on.\n");
        assertThat(file("decisions.csv"))
                .isEqualTo(HEADER + FIGURE + ",belongs-to 2025-01-27,Ada,\"asked NBC, it was the 27th\",\n");
        assertThat(Published.in(desk.output())).isEqualTo(before);
        assertThat(desk.run("decisions").out()).contains("new", "nothing");

        desk.run("run", "--date", "2025-01-27");

        assertThat(desk.run("try", "--all")).as("what was shown is what became of it")
                .isEqualTo(new Ended(0, "Nothing would change.\n", ""));
        assertThat(desk.run("decisions", "--format", "csv").out()).contains("decisions.csv:2," + FIGURE
                + ",belongs-to 2025-01-27,Ada,\"asked NBC, it was the 27th\",,holds,2025-01-27,0,",
                "2025-01-26 sources-agree 0935f3a8d2ca");
        assertThat(desk.run("explain", "0935f3a8d2ca").out()).contains("decided: wrong here, as was decided is (2)",
                "decisions.csv:2", "asked NBC, it was the 27th");
        assertThat(desk.run("verify", "--all", "--quiet").exitCode()).isZero();
    }

    @Test
    void whatCannotBeDecidedIsToldAndNothingIsWritten() throws IOException {
        assertThat(desk.run("decide", "official-via-nbc:arrests@us@2025-01-25", "set-aside", "--reason", "x").err())
                .contains("no source says, or said, such a figure");
        assertThat(desk.run("decide", FIGURE + "=1,200", "set-aside", "--reason", "x").err())
                .contains("what official-via-nbc says of that date: ", FIGURE + "=1,179");
        assertThat(desk.run("decide", FIGURE, "means", "arests", "--reason", "x"))
                .returns(2, Ended::exitCode).extracting(Ended::err).asString()
                .contains("decisions.csv:2: decision: found 'arests'; did you mean arrests?");
        assertThat(desk.run("decide", FIGURE, "stands", "--reason", "x", "--until", "2025-01-25").err())
                .contains("has passed, the last run was for 2025-01-26");
        assertThat(desk.run("decide", FIGURE, "stands").exitCode()).as("no reason").isEqualTo(2);
        assertThat(desk.run("waive", "0123456789ab", "--until", "2025-03-01", "--reason", "x").err())
                .contains("nothing like this stands on any date");
        assertThat(file("decisions.csv")).isNull();
        assertThat(file("waivers.csv")).isNull();

        assertThat(desk.run("decide", FIGURE, "stands", "--reason", "x").exitCode()).isZero();
        assertThat(desk.run("decide", FIGURE, "stands", "--reason", "y").err())
                .contains("was decided already, in decisions.csv, line 2");
    }

    @Test
    void aWaiverIsAppendedToWhatStandsThere() throws IOException {
        desk.put("waivers.csv", "\ufeffuntil,id,owner,reason\r\n2025-12-31,goal-missed/us/arrest_goal,Bo,it is a goal");

        Ended waived = desk.run("waive", "sources-agree/us/arrests", "--until", "2025-03-01", "--reason", "known", "--owner",
                "Ada");

        assertThat(waived.out())
                .contains("~ sources-agree (0935f3a8d2ca), Arrests, United States: waived_until (empty) -> 2025-03-01");
        assertThat(file("waivers.csv")).isEqualTo("\ufeffuntil,id,owner,reason\r\n2025-12-31,goal-missed/us/arrest_goal,Bo,"
                + "it is a goal\r\n2025-03-01,sources-agree/us/arrests,Ada,known\r\n");
        desk.run("run", "--date", "2025-01-27");
        assertThat(desk.run("decisions", "--format", "json").out())
                .contains("\"holds\"", "2025-01-26 sources-agree 0935f3a8d2ca");
    }

    @Test
    void nothingIsWrittenWhileARunIsAtWork() throws Exception {
        OutputLock lock = OutputLock.take(new Workspace(home.resolve("input"), desk.output()), "night");
        try {
            assertThat(desk.run("decide", FIGURE, "stands", "--reason", "x").exitCode()).isEqualTo(5);
        } finally {
            lock.close();
        }
        assertThat(file("decisions.csv")).isNull();
    }

    @Test
    void otherSettingsAreTriedWithoutBeingPublished() {
        Map<String, String> before = Published.in(desk.output());
        assertThat(desk.run("try", "2025-01-26")).isEqualTo(new Ended(0, "Nothing would change.\n", ""));

        Ended tried = desk.run("try", "2025-01-26", "--set", "rules.sources-agree.tolerance=30%");

        assertThat(tried.exitCode()).isOne();
        assertThat(tried.out()).contains("2025-01-26: discrepancies: 2 lost, 1 changed; totals: 5 changed\n",
                "- sources-agree (0935f3a8d2ca), Arrests, United States: severity error; ",
                "~ total, Arrests, United States: best 956 -> 1179; highest 956 -> 1179; basis repaired -> agreed\n");
        assertThat(desk.run("try", "--all", "--set", "rules.goal-missed.enabled=false", "--format", "csv").out())
                .startsWith("date,change,table,id,rule,area,measure,period_start,period_end,column,before,after\n")
                .contains("2025-01-26,lost,discrepancies,e0d7cb6147b9,goal-missed,us,arrest_goal,2025-01-26,2025-01-26,gap,"
                + "244,\n");
        assertThat(desk.run("try", "--all", "--set", "rules.goal-missed.enabled=false", "--format", "json").out())
                .contains("\"kind\" : \"lost\"");
        assertThat(Published.in(desk.output())).isEqualTo(before);
        assertThat(desk.run("verify", "--all", "--quiet").exitCode()).isZero();
    }

    @Test
    void sourcesThatAreReadOtherwiseAreReadAgain() {
        desk.replace("official-via-nbc/source.yml", "trust: ", "trust: 9 # was: ");

        assertThat(desk.run("try", "2025-01-26").out()).contains("blamed official-via-nbc:arrests -> ice-daily-posts:arrests");
    }

    @Test
    void aKeyThatIsNoneIsAMistakeOfTheSettings() {
        assertThat(desk.run("try", "--all", "--set", "rules.sources-agree.tolerence=1%"))
                .returns(2, Ended::exitCode).extracting(Ended::err).asString().contains("rules.sources-agree.tolerence");
        assertThat(desk.run("try", "--all", "--set", "zone.name=UTC").err()).contains("zone.name: found no mapping above name");
        assertThat(desk.run("try").exitCode()).isEqualTo(2);
        assertThat(desk.run("try", "2020-01-01").err()).contains("no revision was ever published of this date");
    }
}
