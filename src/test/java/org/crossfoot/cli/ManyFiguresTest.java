package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossfoot.store.LedgerDatabase;
import org.crossfoot.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a discrepancy of more figures than its row of {@code discrepancies.csv} names. */
class ManyFiguresTest {

    private static final String DAY = "2025-03-01";

    private Desk desk;
    /** Id of the one {@code future-dated} of the day. */
    private String futureDated;

    @BeforeEach
    void twoHundredOfficesAreReportedBeforeTheirDay(@TempDir Path home) throws Exception {
        desk = new Desk(home);
        desk.put("areas.csv", Files.readString(Path.of("input/areas.csv")) + IntStream.rangeClosed(1, 202)
                .mapToObj(number -> "office" + number + ",Office " + number + ",,,\n").collect(Collectors.joining()));
        desk.put("latin-times/source.yml", """
                title: Latin Times
                trust: official-statement
                read: { may_shrink: true }
                published: { column: published }
                figures:
                  - { value: { column: arrests }, measure: { is: arrests }, area: { column: office }, day: { column: day } }
                """);
        report(200, "7");
        assertThat(desk.run("run", "--date", DAY).err()).isEmpty();
        futureDated = Files.readAllLines(desk.output().resolve(DAY + "/discrepancies.csv")).stream()
                .filter(row -> row.contains(",future-dated,")).findFirst().orElseThrow().substring(0, 12);
    }

    private void report(int offices, String ofTheLast) {
        desk.put("latin-times/article.csv", "published,day,office,arrests\n" + IntStream.rangeClosed(1, offices)
                .mapToObj(number -> "2025-02-01," + DAY + ",office" + number + "," + (number == offices ? ofTheLast : "7") + "\n")
                .collect(Collectors.joining()));
    }

    private String told() {
        return desk.run("explain", futureDated).out();
    }

    @Test
    void oneOfficeMoreIsWhatTheRevisionBroughtAndNothingElse() {
        report(201, "7");
        desk.run("run", "--date", DAY);

        assertThat(told()).contains("revision 2 brought latin-times:arrests@office201@2025-03-01=7\n")
                .containsOnlyOnce("revision 2 brought").doesNotContain("more\n", "no longer has");
        assertThat(desk.run("diff", DAY).out())
                .containsPattern("~ " + futureDated
                + " future-dated \\(line \\d+\\): .*figures with latin-times:arrests@office201@2025-03-01=7(;|\\R)");
    }

    @Test
    void oneOfficeLessIsWhatTheRevisionNoLongerHas() {
        report(199, "7");
        desk.run("run", "--date", DAY);

        assertThat(told()).contains("revision 2 no longer has latin-times:arrests@office200@2025-03-01=7\n")
                .containsOnlyOnce("no longer has").doesNotContain("brought");
        assertThat(desk.run("diff", DAY).out()).contains("figures without latin-times:arrests@office200@2025-03-01=7")
                .doesNotContain("with latin-times");
    }

    @Test
    void whatAnOlderCrossfootDidNotKeepIsMadeAgainFromItsArchive() throws Exception {
        report(201, "7");
        desk.run("run", "--date", DAY);
        String told = told();
        asAnOlderCrossfootLeftIt("published = true");

        assertThat(told()).isEqualTo(told).contains("revision 2 brought latin-times:arrests@office201@2025-03-01=7\n");
        assertThat(desk.run("diff", DAY).out()).contains("figures with latin-times:arrests@office201@2025-03-01=7");
    }

    @Test
    void whatCannotBeMadeAgainAsItWasIsSaidNotToBeKnown() throws Exception {
        report(201, "7");
        desk.run("run", "--date", DAY);
        asAnOlderCrossfootLeftIt("discrepancies_csv_gz = totals_csv_gz");

        assertThat(told()).contains("revision 2: an older Crossfoot, which did not keep what a discrepancy was about, made it "
                + "or the one before;")
                .doesNotContain("brought latin-times", "no longer has");
    }

    /** @param otherwise what else is not as this one leaves it */
    private void asAnOlderCrossfootLeftIt(String otherwise) throws Exception {
        try (var database = new LedgerDatabase(new Workspace(desk.output(), desk.output()), each -> each).open().getConnection();
                var statement = database.createStatement()) {
            assertThat(statement.executeUpdate("update revision set discrepancy_figures = null, " + otherwise)).isPositive();
        }
    }

    @Test
    void whatChangesBeyondTheNamesOfTheRowIsToldToo() {
        report(200, "9");
        desk.run("run", "--date", DAY);
        report(202, "9");
        desk.run("run", "--date", DAY);

        assertThat(told()).contains("revision 2 brought latin-times:arrests@office200@2025-03-01=9\n",
                "revision 2 no longer has latin-times:arrests@office200@2025-03-01=7\n",
                "revision 3 brought latin-times:arrests@office201@2025-03-01=7\n",
                "revision 3 brought latin-times:arrests@office202@2025-03-01=9\n",
                "revision 3 brought latin-times:arrests@office200@2025-03-01=7\n");
    }
}
