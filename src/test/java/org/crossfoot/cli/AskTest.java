package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossfoot.cli.Program.Ended;
import org.crossfoot.cli.ReadyQuestions.Question;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger asked in SQL, and the page that says how. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskTest {

    private static final Path PAGE = Path.of("src/site/asking.md");
    private static final Pattern BLOCK = Pattern.compile("```sql h2\\n(.*?)```", Pattern.DOTALL);

    private Desk desk;

    @BeforeAll
    void threeNights(@TempDir Path home) {
        desk = new Desk(home).afterThreeNights();
    }

    static Stream<String> queriesOfThePage() throws Exception {
        return BLOCK.matcher(Files.readString(PAGE)).results().map(block -> block.group(1));
    }

    @ParameterizedTest
    @MethodSource("queriesOfThePage")
    void everyQueryOfThePageHasAnAnswer(String query) {
        Ended answer = desk.run("ask", query.replace("'output/", "'" + desk.output() + "/"));

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out().lines()).as("a header and at least one row").hasSizeGreaterThan(1);
    }

    @Test
    void thePageHasEveryReadyQuestionAndEveryColumn() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(queriesOfThePage()).hasSizeGreaterThan(ReadyQuestions.all().size());
        for (Question question : ReadyQuestions.all()) {
            assertThat(page).contains("`" + question.name() + "`: " + question.what() + "\n\n```sql h2\n" + question.sql()
                    + "\n```\n");
        }
        assertThat(ReadyQuestions.columns()).allSatisfy(column -> assertThat(page)
                .contains("| `" + column.name() + "` | " + column.means().replace("|", "\\|") + " |"));
    }

    @Test
    void theColumnsThatAreListedAreThoseOfTheViews() throws Exception {
        Ended columns = desk.run("ask", """
                select lower(table_name) as of, lower(column_name) as name from information_schema.columns
                where table_schema = 'PUBLIC' and table_name in ('DISCREPANCIES', 'REPORTS', 'REVISIONS', 'RUNS')
                order by table_name, ordinal_position""");

        assertThat(columns.out().lines().skip(1)).containsExactlyElementsOf(ReadyQuestions.columns().stream()
                .map(column -> column.view() + "," + column.name()).toList());
    }

    @Test
    void theAnswerIsCsvWithDaysAsIsoHasThem() {
        assertThat(desk.run("ask",
                "select date, gap_percent, current, measure, waived_until from discrepancies where id = '0935f3a8d2ca' order by "
                + "revision"))
                .isEqualTo(new Ended(0, """
                        date,gap_percent,current,measure,waived_until
                        2025-01-26,18.91,false,arrests,
                        2025-01-26,20.33,false,arrests,
                        2025-01-26,20.33,true,arrests,
                        """, ""));
        assertThat(desk.run("ask", "select '=1+1' as \"A, b\", timestamp with time zone '2025-01-26 00:30:00+02:00' as at").out())
                .isEqualTo("\"A, b\",at\n'=1+1,2025-01-25T22:30:00Z\n");
    }

    @Test
    void aReadyQuestionIsAskedByItsName() {
        assertThat(desk.run("ask", "blamed").out()).startsWith("source,discrepancies,dates\nnew-york-radio,2,2\n");
        assertThat(desk.run("ask", "late").out()).contains("unreadable,,ice-daily-posts/2025-03.csv,");
    }

    @Test
    void nothingCanBeChangedAndWhatIsWrongIsSaid() throws Exception {
        for (String wrong : List.of("delete from runs", "drop view runs", "set @a = 1", "select nothing from runs", "selct")) {
            Ended answer = desk.run("ask", wrong);
            assertThat(answer.exitCode()).as(wrong).isEqualTo(2);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err()).startsWith("crossfoot: ask: ").contains("'crossfoot ask' lists what it may ask for")
                    .doesNotContain("Exception");
        }
        assertThat(desk.run("ask", "select count(*) as runs from runs").out()).isEqualTo("runs\n3\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call csvwrite('FILE', 'select 1')", "select csvwrite('FILE', 'select * from runs') from runs",
            "select file_write('x', 'FILE')",
        "script to 'FILE'", "script", "backup to 'FILE'", "runscript from 'FILE'", "select file_read('/etc/hostname')",
        "select * from csvread('/etc/' || 'hostname')", "create alias f for 'java.lang.System.exit'", "shutdown",
        "create linked table other('', 'jdbc:h2:FILE', '', '', 'x')",
        "select * from link_schema('a', '', 'jdbc:h2:FILE', '', '', 'PUBLIC')",
        "select * from csvread('output.csv', null, 'x'), (select csvwrite('FILE', 'select 1'))"})
    void aQuestionWritesNothingAndReadsNoOtherFile(String wrong, @TempDir Path elsewhere) throws Exception {
        Ended answer = desk.run("ask", wrong.replace("FILE", elsewhere.resolve("file").toString()));
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).startsWith("crossfoot: ask: ").hasLineCount(1);
        assertThat(answer.out()).isEmpty();
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void withoutAQuestionItSaysWhatCanBeAsked() {
        assertThat(desk.run("ask").out()).contains("  discrepancies  id ").contains("  open: what is open now")
                .contains("    select date, severity, rule");
    }
}
