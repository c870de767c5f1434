package org.crossfoot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What verify says of a file that is not as it was. */
class FileDifferenceTest {

    private static final String HEADER = "date,area,measure,period_start,period_end,best\n";
    private static final String WHOLE = HEADER
            + "2025-01-26,us,arrests,2025-01-26,2025-01-26,956\n2025-01-26,us,goal,2025-01-26,,1200\n";

    private static String inWords(String name, String after) {
        return FileDifference.inWords(name, WHOLE.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCellIsNamedByItsLineItsRowAndItsColumn() {
        assertThat(inWords("totals.csv", WHOLE.replace("956", "1179")))
                .isEqualTo("line 2 (arrests us 2025-01-26 2025-01-26), best: \"956\" became \"1179\"");
        assertThat(inWords("totals.csv", WHOLE.replace("1200", "")))
                .isEqualTo("line 3 (goal us 2025-01-26), best: \"1200\" became nothing");
    }

    @Test
    void rowsThatCameOrWentAreNamed() {
        assertThat(inWords("totals.csv", HEADER + "2025-01-26,us,goal,2025-01-26,,1200\n"))
                .isEqualTo("line 2 (arrests us 2025-01-26 2025-01-26) is gone");
        assertThat(inWords("totals.csv", WHOLE + "2025-01-26,ny,arrests,2025-01-26,2025-01-26,5\n"))
                .isEqualTo("line 4 (arrests ny 2025-01-26 2025-01-26) was added");
    }

    @Test
    void whereTheTableSaysTheSameTheLineIsNamed() {
        assertThat(inWords("totals.csv", WHOLE.replace("arrests", "\"arrests\""))).isEqualTo("line 2 differs");
        assertThat(inWords("explanations.json", WHOLE.replace("goal", "gaol"))).isEqualTo("line 3 differs");
    }

    @Test
    void whatIsNoTableAnyMoreIsSaidToBeNone() {
        assertThat(inWords("totals.csv", WHOLE.replace("us,goal", "\"us,goal")))
                .startsWith("line 3 differs; it is no CSV any more (");
    }
}
