package org.crossfoot.intake.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.column;
import static org.crossfoot.intake.TestReport.entry;
import static org.crossfoot.intake.TestReport.inFileName;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.intake.TestReport;
import org.crossfoot.settings.Place;
import org.junit.jupiter.api.Test;

/** A regular expression of the settings that would try for hours is given up. */
class BoundedMatchTest {

    private static final String ENDLESS = "(.*a){12}b";
    private static final String AAA = "a".repeat(60);

    @Test
    void aCellItFindsNoEndOnIsRejectedWithItsColumnAndTheOthersAreRead() {
        TestReport.Outcome read = TestReport.of(entry().when(column("kind"), ENDLESS))
                .read("day,n,kind", "2025-01-26,5," + AAA, "2025-01-27,6,aaaaaaaaaaaab", "2025-01-28,7," + AAA);

        assertThat(read.refused())
                .containsExactly("2 text-too-long [kind] '" + AAA + "'", "4 text-too-long [kind] '" + AAA + "'");
        assertThat(read.printed()).hasSize(1);
        assertThat(read.rejects().get(0).detail())
                .isEqualTo("a text of 60 characters is too long for the regular expression (.*a){12}b "
                + "of source.yml; repeat characters there, as in [ab]*, and no group, as in (a|b)* or (.*a){9}");
    }

    @Test
    void aHeaderOrAFileNameItFindsNoEndOnMakesTheReportUnreadable() {
        Place place = inFileName("(.*)".repeat(15) + "0");

        assertThat(TestReport.of(entry().values(ENDLESS)).read("day,n," + AAA, "2025-01-26,5,6").unreadable().detail())
                .startsWith("the name of a column: a text of 60 characters is too long for the regular expression (.*a){12}b");
        assertThat(TestReport.of(entry().area(place)).read("day,n", "2025-01-26,5").unreadable().detail())
                .contains("is too long for the regular expression (.*)(.*)");
    }

    @Test
    void whatComesToAnEndIsMatchedHoweverLongTheTextIs() {
        String criminal = "criminal ".repeat(100_000);

        assertThat(BoundedMatch.of(Pattern.compile(".*criminal arrests"), criminal + "arrests", Matcher::matches).value())
                .isTrue();
        assertThat(BoundedMatch.of(Pattern.compile("(\\w+) arrests"), "2025 criminal arrests", match -> match.find()
                ? match.group(1) : "").value())
                .isEqualTo("criminal");
    }
}
