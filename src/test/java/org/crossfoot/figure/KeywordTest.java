package org.crossfoot.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Runs;
import org.crossfoot.ledger.Status;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words that files, settings and the ledger have for the alternatives of the program. */
class KeywordTest {

    static Stream<Class<? extends Enum<?>>> whatIsWritten() {
        return Stream.of(Severity.class, Status.class, Verdict.class, Use.class, Total.Basis.class, Runs.Command.class,
                Runs.Note.NoteKind.class, ReportRecord.Standing.class, ReportRecord.ReadingState.class);
    }

    @Test
    void theWordsAreThoseOfTheContractWithUsers() {
        assertThat(Keyword.all(Severity.class)).containsExactly("error", "warning", "info");
        assertThat(Keyword.all(Status.class))
                .containsExactlyInAnyOrder("new", "changed", "persisting", "resolved", "lapsed", "reopened", "waived");
        assertThat(Keyword.all(Verdict.class)).containsExactlyInAnyOrder("localised", "not-localised", "undecided", "decided");
        assertThat(Keyword.all(Use.class)).containsExactlyInAnyOrder("kept", "set-aside", "superseded", "repeated", "context",
                "moved");
        assertThat(Keyword.all(Total.Basis.class)).containsExactlyInAnyOrder("agreed", "single", "derived", "repaired", "open",
                "doubtful");
        assertThat(Keyword.all(Runs.Command.class)).containsExactly("run", "rerun");
    }

    @ParameterizedTest
    @MethodSource("whatIsWritten")
    @SuppressWarnings({"unchecked", "rawtypes"})
    void whatIsWrittenIsReadBack(Class alternatives) {
        for (Object each : alternatives.getEnumConstants()) {
            assertThat(Keyword.read(alternatives, Keyword.of((Enum) each))).isSameAs(each);
        }
    }

    @Test
    void aWordOfNoAlternativeIsRefused() {
        assertThatThrownBy(() -> Keyword.read(Verdict.class, "guilty")).isInstanceOf(IllegalArgumentException.class);
    }
}
