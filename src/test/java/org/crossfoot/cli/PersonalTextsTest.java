package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.cli.Program.Ended;
import org.crossfoot.ledger.pack.Compressed;
import org.crossfoot.store.LedgerReading;
import org.crossfoot.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts about persons that stand in a report stand nowhere else: on no terminal, page or log, in no table, and not in the
 * ledger.
 */
class PersonalTextsTest {

    /** Stands for whatever must not be told. */
    private static final String SECRET = "ZZQ";

    private static final String COUNT = "{ rows: count, measure: { is: arrests }, area: { %s }, day: { %s } }";
    private static final String VALUE = "{ value: { %s }, measure: { is: arrests }, area: { %s }, day: { is: 2025-01-26 } }";
    private static final String CONSTANT = COUNT.formatted("is: us", "is: 2025-01-26");

    private static final List<Path> SAMPLE = Stream.of("ice-daily-posts", "ice-detention-statistics", "latin-times",
            "new-york-radio", "official-via-nbc")
            .map(Path::of).toList();

    @TempDir
    Path home;

    private Desk desk;

    @BeforeEach
    void noOtherSource() throws IOException {
        desk = new Desk(home);
        for (Path source : SAMPLE) {
            Files.move(home.resolve("input").resolve(source), home.resolve(source));
        }
    }

    private void police(String figures, String report) throws IOException {
        Files.createDirectories(home.resolve("input/police"));
        desk.put("police/source.yml", "title: Police\ntrust: official-data\nfigures: [ " + figures + " ]\n")
                .put("police/26.csv", report);
    }

    /** What the commands say, and every text that a night leaves, but for the report itself in the archive. */
    private String everythingSaid() throws Exception {
        StringBuilder said = new StringBuilder();
        for (String[] command : new String[][] {{"check"}, {"check", "--quiet"}, {"run", "--date", "2025-01-26"}, {"status"},
                {"ask", "select * from reports"}}) {
            Ended ended = desk.run(command);
            said.append(ended.out()).append(ended.err());
        }
        try (Stream<Path> files = Files.walk(desk.output())) {
            files.filter(Files::isRegularFile).filter(file -> !file.startsWith(desk.output().resolve("ledger/archive")))
                    .forEach(file -> said.append(text(file)));
        }
        LedgerReading.ask(new Workspace(home.resolve("input"), desk.output()), reading -> {
            for (var report : reading.ledger().reports().present().values()) {
                byte[] rejects = reading.ledger().reports().rejects(report.id());
                said.append(rejects == null ? "" : new String(Compressed.unpack(rejects), StandardCharsets.UTF_8))
                        .append(report.failure());
            }
            reading.ledger().reports().figures(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))
                    .forEach(dated -> said.append(new String(dated.packed(), StandardCharsets.UTF_8)));
            return said;
        });
        return said.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object[]> events() {
        return List.of(
                new Object[] {"rows counted, the header line lost", COUNT.formatted("column: state", "column: day"),
                "ZZQ1,us,2025-01-26\nZZQ2,us,2025-01-26\n"},
                new Object[] {"rows counted by nothing of theirs", CONSTANT, "ZZQ1,us\nZZQ2,us\n"},
                new Object[] {"with columns of amounts besides", CONSTANT + ", " + VALUE.formatted("columns: \"n.*\"", "is: us"),
                    "nameZZQ1,nZZQ1,us\nnameZZQ2,nZZQ2,us\n"},
                new Object[] {"with columns that say the area", CONSTANT + ", "
                + VALUE.formatted("columns: \"n.*\"", "header: true"), "nZZQ1,us\n7,us\n"},
                new Object[] {"with a cell that spans lines", CONSTANT + ", " + VALUE.formatted("columns: \"n.*\"", "is: us"),
                "nZZQ1,us\n\"1\n2\",us\n"}, new Object[] {"with one name twice", CONSTANT + ", "
                + VALUE.formatted("columns: \"n.*\"", "is: us"), "nZZQ1,nZZQ1\nnZZQ2,1\n"},
                new Object[] {"with columns of which there is none", CONSTANT + ", "
                + VALUE.formatted("columns: \"x.*\"", "is: us"), "nZZQ1,nZZQ1\nnZZQ2,1\n"},
                new Object[] {"with a column that is not there", CONSTANT + ", " + VALUE.formatted("column: total", "is: us"),
                "nZZQ1,nZZQ1\nnZZQ2,1\n"}, new Object[] {"with totals in files of another name",
                COUNT.formatted("column: state", "column: day")
                        + ", { when: { file: \"(.*)\", matches: \"total.*\" }, value: { columns: \".*\" }, measure: { is: "
                        + "arrests }, area: { is: us }, day: { is: 2025-01-26 } }",
                    "state,day,remark\nZZQ1,2025-01-26,ZZQ2\nus,ZZQ3,ZZQ4\nus,2025-01-26\n"});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void ofSingleEventsNoTextIsTold(String what, String figures, String report) throws Exception {
        police(figures, report);

        assertThat(everythingSaid()).contains("police/26.csv").doesNotContain(SECRET);
    }

    private static List<Object[]> totals() {
        return List.of(
                new Object[] {"a column that is not there", VALUE.formatted("column: arrests", "column: place"),
                "'arrests' among the 4 columns, none of which source.yml names"},
                new Object[] {"columns that are not there", VALUE.formatted("columns: \"total.*\"", "is: us"),
                "no column matches total.* among the 4 columns, none of which"},
                new Object[] {"columns that stand there twice", VALUE.formatted("columns: \"Z.*\"", "is: us"),
                "two columns are called the same: columns 3 and 4"});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("totals")
    void aFirstRowThatMayBeNoHeaderIsNotTold(String what, String figures, String why) throws Exception {
        police(figures, "2025-01-26,us,ZZQ1,ZZQ1\n2025-01-26,us,ZZQ2,ZZQ3\n");

        assertThat(everythingSaid()).contains(why).doesNotContain(SECRET);
    }

    @Test
    void ofAFirstRowThatIsAHeaderAllIsTold() throws Exception {
        police(VALUE.formatted("column: arrests", "column: place"), "Day,PLACE,remark\n2025-01-26,us,ZZQ\n");

        assertThat(everythingSaid())
                .contains("there is no column 'arrests' among the 3 columns 'Day', 'PLACE', 'remark'; correct source.yml")
                .doesNotContain(SECRET);
    }

    private static List<Object[]> persons() {
        return List.of(new Object[] {"Subject Name", VALUE.formatted("column: n", "column: Subject Name")},
                new Object[] {"Date of Birth", VALUE.formatted("column: Date of Birth", "is: us")},
                new Object[] {"Last Name", VALUE.formatted("column: n", "is: us").replace("}, measure",
                "}, note: { column: Last Name }, statement: { column: Last Name }, measure")});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("persons")
    void whatAColumnHoldsThatLooksLikeAPersonsIsHiddenByARunAsByACheckAndBothWarn(String column, String figures)
            throws Exception {
        police(figures, "n," + column + "\n5,ZZQ1\n6,ZZQ2\n");
        String warning = "crossfoot: warning: police/26.csv: column '" + column + "' is called like a person's identifier";

        assertThat(desk.run("check").err()).contains(warning);
        assertThat(desk.run("run", "--date", "2025-01-26").exitCode()).isLessThan(4);
        assertThat(everythingSaid()).doesNotContain(SECRET);
        assertThat(Files.readString(runs().get(0).resolve("log"))).contains(warning.substring("crossfoot: ".length()));
    }

    @Test
    void numbersOfPersonsAreFoundAmongTheFirstRowsAndHiddenInAll() throws Exception {
        police(VALUE.formatted("column: key", "is: us"), "n,key\n"
                + IntStream.range(0, 1_500).mapToObj(i -> "5,A01234%04d\n".formatted(i)).collect(Collectors.joining()));

        assertThat(everythingSaid()).contains("(not shown)").doesNotContain("A01234");
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> runs = Files.list(desk.output().resolve("runs"))) {
            return runs.sorted().toList();
        }
    }

    @Test
    void whatAHeaderHoldsReachesTerminalsAndLogsOnOneLineAndWithoutWhatMovesThem() throws Exception {
        String hostile = "\"day\ncrossfoot: all is well, exit 0\n2026-01-01T00:00:00.000Z WARN "
                + "x\",\"\u001b]0;x\u0007\",\"a\u202eb\u2028c\"";
        for (String entry : List.of(VALUE.formatted("column: arrests", "column: place"),
                VALUE.formatted("columns: \"(?s)d.*|a.*\"", "is: us"),
                VALUE.formatted("columns: \"(?s)d.*|a.*\"", "header: true"))) {
            police(entry, hostile + ",place\nx,y,z,us\n\"1\n2\",3,\"4\n5\",us\n");
            for (String[] command : new String[][] {{"run", "--date", "2025-01-26"}, {"check", "police"}, {"check", "--quiet"},
                    {"status"}}) {
                Ended ended = desk.run(command);
                assertThat(ended.out() + ended.err()).as(String.join(" ", command)).isNotEmpty()
                        .doesNotContain("\u001b", "\u0007", "\u202e", "\u2028");
                assertThat((ended.out() + ended.err()).lines())
                        .noneMatch(line -> line.startsWith("crossfoot: all is well") || line.startsWith("2026"));
            }
            List<Path> runs = runs();
            assertThat(runs.get(runs.size() - 1).resolve("log")).content().contains("police/26.csv")
                    .doesNotContain("\u001b", "\u202e", "\u2028")
                    .doesNotContain("\n2026-01-01", "\ncrossfoot: all is well");
        }
    }
}
