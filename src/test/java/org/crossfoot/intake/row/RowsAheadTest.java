package org.crossfoot.intake.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.entry;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.crossfoot.intake.TestReport;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.junit.jupiter.api.Test;

/** A long report is taken apart ahead of its reading, and that makes no difference. */
class RowsAheadTest {

    private static final int ROWS = 20_000;

    private static String[] rows(int fault, String row) {
        return IntStream.rangeClosed(0, ROWS).mapToObj(i -> i == 0 ? "day,n" : i == fault ? row : "2025-01-26," + i)
                .toArray(String[]::new);
    }

    @Test
    void theRowsComeInTheirOrder() {
        TestReport.Outcome read = TestReport.of(entry()).read(rows(0, ""));

        assertThat(read.figures()).extracting(figure -> figure.asPrinted() + " in line " + figure.line())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS).mapToObj(i -> i + " in line " + (i + 1)).toList());
        assertThat(read.account()).isEqualTo(new LineAccount(ROWS + 1, 1, ROWS, 0, 0, 0, 0));
    }

    @Test
    void whatIsWrongFarDownIsRejectedThere() {
        assertThat(TestReport.of(entry()).read(rows(15_000, "2025-01-26,\0")).refused()).containsExactly("15001 nul-byte [] ''");
        assertThat(TestReport.of(entry()).read(rows(15_000, "2025-01-26,\"7")).refused())
                .containsExactly("15001 open-quote [] ''");
        assertThat(TestReport.of(entry()).read(rows(15_000, "2025-01-26")).refused()).containsExactly("15001 ragged-row [] ''");
    }

    @Test
    void aByteFarDownThatIsNoCharacterMakesTheReportUnreadable() {
        byte[] bytes = String.join("\n", rows(15_000, "2025-01-26,\u00e9")).getBytes(StandardCharsets.ISO_8859_1);

        Reject unreadable = TestReport.of(entry()).read(bytes).unreadable();
        assertThat(unreadable.reason()).isEqualTo("charset");
        assertThat(unreadable.line()).isEqualTo(15_001);
    }

    @Test
    void whoStopsEarlyLeavesNoThreadBehind() throws IOException {
        PhysicalLines lines = new PhysicalLines(new StringReader(String.join("\n", rows(0, ""))));
        try (RowsAhead ahead = new RowsAhead(new Rows(lines, TestReport.of(entry()).profile().read()))) {
            for (int row = 0; row < ROWS / 2; row++) {
                assertThat(ahead.next().cell(0)).isEqualTo(row == 0 ? "day" : "2025-01-26");
            }
            assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).contains("rows ahead");
        }
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("rows ahead");
    }

    @Test
    void entriesThatShareAPlaceRejectItOnce() {
        TestReport.Outcome read = TestReport.of(entry().area(column("where")), entry().area(column("where")).value("m"))
                .read("day,where,n,m", "2025-01-26,Atlantis,5,6", "2025-01-26,us,7,8", "2025-01-26,Atlantis,9,");

        assertThat(read.refused()).containsExactly("2 area [where] 'Atlantis'", "4 area [where] 'Atlantis'");
        assertThat(read.printed()).hasSize(2);
    }
}
