package org.crossfoot.reconcile.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossfoot.figure.Figure;
import org.crossfoot.reconcile.Reconciliation;
import org.crossfoot.reconcile.TestEvidence;
import org.crossfoot.reconcile.evidence.Evidence;
import org.crossfoot.reconcile.judge.StandingThen.EarlierVerdict;
import org.junit.jupiter.api.Test;

class StandingThenTest {

    private final List<Evidence> judged = new ArrayList<>();

    private TestEvidence sunday() {
        return TestEvidence.on("2025-01-26").source("ice", 8).source("nbc", 3)
                .says("ice", "arrests", "us", "2025-01-26", "956").says("nbc", "arrests", "us", "2025-01-26", "1179");
    }

    private StandingThen then(TestEvidence evidence) {
        return new StandingThen(known -> {
            judged.add(known);
            Reconciliation reconciliation = new Reconciliation(evidence.vocabulary(), evidence.rules());
            return new Judge().judge(reconciliation.scope(known), Reconciliation.findings(reconciliation.scope(known)));
        });
    }

    @Test
    void whatIsKnownIsJudgedOnceInWhateverOrder() {
        StandingThen then = then(sunday());
        Map<Figure, EarlierVerdict> first = then.of(sunday().evidence());
        assertThat(first.entrySet().stream().collect(Collectors.toMap(each -> each.getKey().asPrinted(), Map.Entry::getValue)))
                .containsOnly(Map.entry("956", EarlierVerdict.KEPT), Map.entry("1179", EarlierVerdict.SET_ASIDE));
        for (long seed = 1; seed < 5; seed++) {
            assertThat(then.of(sunday().shuffled(seed).evidence())).isEqualTo(first);
        }
        assertThat(judged).hasSize(1);
    }

    @Test
    void oneMoreFigureIsJudgedAnew() {
        StandingThen then = then(sunday());
        then.of(sunday().evidence());
        assertThat(then.of(sunday().says("nbc", "arrests", "us", "2025-01-26", "956").evidence()))
                .containsValue(EarlierVerdict.KEPT);
        assertThat(judged).hasSize(2);
    }
}
