package org.crossfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.reconcile.outcome.Explanation.Bounds;
import org.crossfoot.reconcile.outcome.Explanation.EqualTrust;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation.NumberedStatement;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Verdict;
import org.junit.jupiter.api.Test;

/** Explanations as data: nothing of them is left out, and they are read as they were meant. */
class ExplanationsFileTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);

    private static final NumberedStatement FULL = new NumberedStatement(1, "press", "Caf\u00e9 \"Press\" \ud83d\ude00",
            "the \\ official\n\u0001",
            DAY, "press/1.csv", 7, "press/1.csv:7", "Arrests, Newark", "arrests", List.of("newark", "boston"), DAY.minusDays(6),
            DAY, "5-6", 5L, 6L, 3, true, "restated", List.of("Wire", "Radio"));
    private static final NumberedStatement SPARSE = new NumberedStatement(2, "ice", "ICE", "", null, "ice/1.csv", 1, "", "",
            "arrests",
            List.of("us"), DAY, null, "at least 956", 956L, null, 0, false, "", List.of());
    private static final Mention ONE = new Mention(1, List.of("Newark", "Boston"));
    private static final Mention OTHER = new Mention(2, List.of());

    private static Map<String, Explanation> explanations() {
        Map<String, Explanation> explanations = new LinkedHashMap<>();
        explanations.put("0123456789ab", new Explanation("Arrests: the sources disagree.", List.of(FULL, SPARSE), 102,
                List.of("5 + 6", "= 11"), 4, List.of(ONE, OTHER), List.of(ONE), List.of(OTHER),
                List.of(List.of(ONE, OTHER), List.of()), true, 8, Verdict.NOT_LOCALISED, "A limit was reached.",
                new EqualTrust(true, List.of(OTHER)),
                List.of(new Bounds("Arrests", "arrests", "us", DAY, null, 956L, null, -1L, 0, 1179L, Basis.AGREED),
                        new Bounds("Detentions", "detentions", "us", DAY, DAY, null, 3L, Long.MAX_VALUE, 0, null, Basis.SINGLE)),
                        "ten times too much"));
        explanations.put("ba9876543210", Explanation.plain("The report is empty."));
        return explanations;
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Test
    void everyComponentIsWrittenInItsOrderAsAllOtherJsonIs() {
        assertThat(text(ExplanationsFile.of(explanations()).content())).isEqualTo(text(JsonText.bytes(explanations())));
        assertThat(text(ExplanationsFile.of(Map.of()).content())).isEqualTo(text(JsonText.bytes(Map.of())));
    }

    @Test
    void whatIsWrittenIsReadAgainAsItWas() {
        RevisionRecord revision = revision(Map.of(RevisionRecord.EXPLANATIONS, ExplanationsFile.of(explanations()).content()));
        explanations().forEach((id, explanation) -> assertThat(ExplanationsFile.find(revision, id)).contains(explanation));
        assertThat(ExplanationsFile.find(revision, "000000000000")).isEmpty();
    }

    @Test
    void aRevisionOfBeforeThereWereAnyHasNone() {
        assertThat(ExplanationsFile.find(revision(Map.of()), "0123456789ab")).isEmpty();
    }

    private static RevisionRecord revision(Map<String, byte[]> files) {
        return new RevisionRecord(DAY, 1, "run", DAY, "settings", 1L, "result", 0, 0, files, null, List.of());
    }
}
