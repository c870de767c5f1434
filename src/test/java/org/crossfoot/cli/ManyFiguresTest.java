package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a discrepancy of more figures than its row of {@code discrepancies.csv} names. */
class ManyFiguresTest {

    /** {@code future-dated} of the source on the day. */
    private static final String FUTURE_DATED = "f4f7de2bfd7c";
    private static final String DAY = "2025-03-01";

    private Desk desk;

    @BeforeEach
    void twoHundredOfficesAreReportedBeforeTheirDay(@TempDir Path home) throws Exception {
        desk = new Desk(home);
        desk.put("areas.csv", Files.readString(Path.of("input/areas.csv")) + IntStream.rangeClosed(1, 202)
                .mapToObj(number -> "office" + number + ",Office " + number + ",us,state,\n").collect(Collectors.joining()));
        desk.put("latin-times/source.yml", """
                title: Latin Times
                published: { column: published }
                figures:
                  - { value: { column: arrests }, measure: { is: arrests }, area: { column: office }, day: { column: day } }
                """);
        report(200, "7");
        desk.run("run", "--date", DAY);
    }

    private void report(int offices, String ofTheLast) {
        desk.put("latin-times/article.csv", "published,day,office,arrests\n" + IntStream.rangeClosed(1, offices)
                .mapToObj(number -> "2025-02-01," + DAY + ",office" + number + "," + (number == offices ? ofTheLast : "7") + "\n")
                .collect(Collectors.joining()));
    }

    private String told() {
        return desk.run("explain", FUTURE_DATED).out();
    }

    @Test
    void oneOfficeMoreIsWhatTheRevisionBroughtAndNothingElse() {
        report(201, "7");
        desk.run("run", "--date", DAY);

        assertThat(told()).contains("revision 2 brought latin-times:arrests@office201@2025-03-01=7\n")
                .containsOnlyOnce("revision 2 brought").doesNotContain("more\n", "no longer has");
        assertThat(desk.run("diff", DAY).out())
                .containsPattern("~ " + FUTURE_DATED + " future-dated \\(line \\d+\\): .*figures with latin-times:arrests@office201@2025-03-01=7(;|\\R)");
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
