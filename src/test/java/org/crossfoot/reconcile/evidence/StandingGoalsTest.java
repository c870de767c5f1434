package org.crossfoot.reconcile.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Use;
import org.junit.jupiter.api.Test;

class StandingGoalsTest {

    private static final String[] OFFICES = IntStream.rangeClosed(1, 25).mapToObj(i -> "office-" + i).toArray(String[]::new);

    private final TestEvidence evidence = TestEvidence.on("2025-01-26").complete("office", "boston");

    private TestEvidence goal(String source, String area, String period, String printed) {
        return evidence.says(source, "arrest_goal", area, period, printed);
    }

    private Iterable<String> standingOn(String date) {
        return StandingGoals.on(LocalDate.parse(date), evidence.figures()).stream().map(Figure::asPrinted).toList();
    }

    @Test
    void aGoalStandsFromItsStartUntilItsVoiceReplacesIt() {
        goal("press", "us", "2025-01-25/..", "1,200");
        goal("press", "us", "2025-05-21/..", "3,000");
        assertThat(standingOn("2025-01-24")).isEmpty();
        assertThat(standingOn("2025-01-25")).containsExactly("1,200");
        assertThat(standingOn("2025-05-20")).containsExactly("1,200");
        assertThat(standingOn("2025-05-21")).containsExactly("3,000");
    }

    @Test
    void aGoalWithAnEndStandsUntilThen() {
        goal("press", "us", "2025-01-25/2025-01-31", "1,200");
        assertThat(standingOn("2025-01-31")).containsExactly("1,200");
        assertThat(standingOn("2025-02-01")).isEmpty();
    }

    @Test
    void anotherSourceOrAreaOrPersonReplacesNothing() {
        goal("press", "us", "2025-01-25/..", "1,200");
        goal("ice", "us", "2025-01-26/..", "1,300");
        goal("press", "boston", "2025-01-27/..", "75");
        goal("press", "us", "2025-01-28/..", "1,400").quoting("Tom Homan");
        assertThat(standingOn("2025-01-28")).containsExactlyInAnyOrder("1,200", "1,300", "75", "1,400");
    }

    private static TestEvidence offices(String date) {
        TestEvidence offices = TestEvidence.on(date).complete("office", OFFICES)
                .says("press", "arrest_goal", "us", "2025-01-25/..", "1,200 to 1,500");
        for (String office : OFFICES) {
            offices.says("press", "arrest_goal", office, "2025-01-25/..", "75");
        }
        return offices;
    }

    @Test
    void seventyFiveForEachOf25OfficesIsMoreThanTheNationsGoal() {
        Discrepancy found = offices("2025-01-25").theOne("areas-add-up");
        assertThat(found.measure()).isEqualTo("arrest_goal");
        assertThat(found.gap()).isEqualTo(375);
        assertThat(found.figures()).hasSize(26);
        assertThat(found.explanation()).contains("add up to at least 1,875", "at most 1,500");
    }

    @Test
    void theyAreComparedOnTheDayOneBeginsAndNotEveryDay() {
        assertThat(offices("2025-01-26").outcome().discrepancies()).isEmpty();
    }

    @Test
    void goalsThatBeganOnAnotherDayAreComparedOnTheDayOneBegins() {
        TestEvidence later = offices("2025-02-03").says("ice", "arrest_goal", "us", "2025-02-03/..", "1,875");
        Discrepancy found = later.theOne("sources-agree");
        assertThat(found.gap()).isEqualTo(375);
        assertThat(found.period()).isEqualTo(TestEvidence.period("2025-02-03/.."));
        assertThat(later.outcome().figures()).filteredOn(use -> use.figure().source().equals("press")).extracting(FigureUse::use)
                .containsOnly(Use.CONTEXT);
    }
}
