package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.is;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reports put together at random from the characters that matter. */
class RandomReportsTest {

    private static final String[] PIECES =
            {"1", "2", ",", ",", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", "x", " ", "\0", "1,2\n", "a,b\n"};

    @Test
    void everyLineIsAccountedFor() {
        TestReport report = TestReport.of(entry().value("a").day(is("2025-01-26")), entry().value("b").day(is("2025-01-26")));
        Random random = new Random(20250126);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder("a,b\n");
            for (int pieces = random.nextInt(25); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            TestReport.Outcome read = report.read(text.toString());
            assertThat(read.unreadable()).as("report %s", text).isNull();
            assertThat(read.account().lines()).as("lines of %s", text).isEqualTo(text.toString().lines().count());
            assertThat(read.rejects()).as("rejects of %s", text).allSatisfy(reject ->
                    assertThat(reject.line()).isBetween(2L, read.account().lines()));
        }
    }
}
