package org.crossfoot.reconcile.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.TestEvidence;
import org.junit.jupiter.api.Test;

/** What explanations say, whatever there is one of, two or many. */
class ExplanationSentencesTest {

    private static final String DAY = "2025-01-26";

    /** A whole that its parts, all of 10, do not add up to. */
    private static String parts(int parts) {
        String[] areas = new String[parts];
        TestEvidence evidence = TestEvidence.on(DAY).source("all", 8);
        for (int part = 0; part < parts; part++) {
            areas[part] = "area" + part;
            evidence.says("press", "arrests", areas[part], DAY, "10");
        }
        return evidence.complete("office", areas).says("all", "arrests", "us", DAY, "7").theOne("areas-add-up").explanation();
    }

    @Test
    void onePartIsNotSpokenOfAsMany() {
        assertThat(parts(1)).contains("The only part by office comes to at least 10; the figure for United States to at most 7")
                .doesNotContain("1 parts");
        assertThat(parts(2)).contains("All 2 parts by office add up to at least 20");
    }

    @Test
    void oneDayIsNotSpokenOfAsMany() {
        assertThat(FigureWording.count(1, "day")).isEqualTo("1 day");
        assertThat(FigureWording.count(1_200, "day")).isEqualTo("1,200 days");
        assertThat(TestEvidence.on(DAY).says("press", "arrests", "us", DAY, "900").says("ice", "arrests", "us",
                "2025-01-20/2025-01-26", "700")
                .says("ice", "arrests", "us", DAY, "800").says("press", "arrests", "us", DAY, "800").found("days-add-up")
                .toString())
                .doesNotContain(" 1 days");
    }

    @Test
    void whoPassesAFigureOnIsSaidToRepeatItAndNotTheOtherWayRound() {
        TestEvidence evidence = TestEvidence.on(DAY).source("zeta", 5).repeats("times", "zeta").source("other", 9)
                .says("times", "arrests", "us", DAY, "956").says("zeta", "arrests", "us", DAY, "956")
                .says("other", "arrests", "us", DAY, "900");
        assertThat(evidence.theOne("sources-agree").explanation())
                .contains("zeta: 956 (zeta/report.csv:3), only repeated by times.");
    }

    @Test
    void whatIsProbablyWrongIsWhatTheCheapestRepairSetsAside() {
        String all = TestEvidence.on(DAY).check("criminal-or-collateral", "criminal_arrests + collateral_arrests = arrests")
                .says("ice", "arrests", "us", DAY, "956").says("official", "arrests", "us", DAY, "1,179")
                .says("official", "criminal_arrests", "us", DAY, "613").says("official", "collateral_arrests", "us", DAY, "566")
                .derived()
                .found("sources-agree").get(0).explanation();
        assertThat(all).containsPattern("Probably wrong: \\(2\\) 1,179 \\(official, trust 2\\), \\(\\d\\) 566[^.]*\\. "
                + "Cheapest: set aside \\(2\\) and \\(\\d\\)");
    }

    @Test
    void everyStatementThatIsMentionedIsShown() {
        String[] areas = new String[40];
        TestEvidence evidence = TestEvidence.on(DAY).source("all", 8);
        for (int part = 0; part < areas.length; part++) {
            areas[part] = "area" + part;
            evidence.says("press", "arrests", areas[part], DAY, String.valueOf(100 + part));
        }
        // Of the last part two say something, of which one does not add up.
        String explanation = evidence.complete("office", areas).says("official", "arrests", "area39", DAY, "7")
                .says("all", "arrests", "us", DAY, "4,780").theOne("areas-add-up").explanation();
        Matcher mentioned = Pattern.compile("\\((\\d+)\\)").matcher(
                explanation.substring(explanation.indexOf("Probably wrong")));
        int mentions = 0;
        while (mentioned.find()) {
            assertThat(explanation.substring(0, explanation.indexOf("Probably wrong"))).contains("(" + mentioned.group(1) + ") ");
            mentions++;
        }
        assertThat(mentions).isPositive();
        assertThat(explanation).contains(", here because it may be set aside.");
    }
}
