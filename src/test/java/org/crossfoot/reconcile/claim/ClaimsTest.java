package org.crossfoot.reconcile.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import java.util.List;
import org.crossfoot.reconcile.TestEvidence;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY).repeats("latin-times", "ice").repeats("blog", "latin-times");

    private TestEvidence says(String source, String printed) {
        return evidence.says(source, "arrests", "us", DAY, printed);
    }

    private List<Claim> claims() {
        return evidence.claims().on(TestEvidence.cell("arrests", "us", DAY));
    }

    @Test
    void aSourceThatRepeatsAnotherCountsOnceWithIt() {
        says("latin-times", "956");
        says("ice", "956");
        assertThat(claims()).hasSize(1);
        assertThat(claims().get(0).cost()).isEqualTo(5);
    }

    @Test
    void aChainOfRepetitionsCountsOnceEvenWhereItsMiddleIsSilent() {
        says("blog", "956");
        says("ice", "956");
        assertThat(claims()).hasSize(1);
    }

    @Test
    void twoSourcesThatQuoteTheSamePersonCountOnce() {
        says("press", "8").quoting("Tom Homan");
        says("official", "8").quoting("tom homan");
        assertThat(claims()).hasSize(1);
        assertThat(said(claims().get(0).figures())).as("the most trusted first").containsExactly("press=8", "official=8");
    }

    @Test
    void twoSourcesThatQuoteNobodyAreTwoVoices() {
        says("press", "8");
        says("official", "8");
        assertThat(claims()).hasSize(2);
    }

    @Test
    void aFigureMayTieTwoVoicesIntoOne() {
        // The blog repeats ICE and quotes the official whom the press quotes too.
        says("press", "956").quoting("an official");
        says("ice", "956");
        says("blog", "956").quoting("an official");
        assertThat(claims()).hasSize(1);
    }

    @Test
    void aRepetitionThatChangesTheNumberIsAClaimOfItsOwn() {
        says("ice", "956");
        says("latin-times", "965");
        assertThat(claims()).hasSize(2);
    }

    @Test
    void fiftyCopiesCostWhatOneDoes() {
        for (int i = 0; i < 50; i++) {
            evidence.repeats("copy-" + i, "ice");
            says("copy-" + i, "956");
        }
        assertThat(claims()).singleElement().extracting(Claim::cost).isEqualTo(5);
    }

    @Test
    void aDerivedFigureCostsNothing() {
        says("official", "566").derived();
        assertThat(claims()).singleElement().extracting(Claim::cost).isEqualTo(0);
    }

    @Test
    void aClaimCostsItsTrustWhereOnlyACopyOfItIsDerived() {
        says("ice", "566").derived();
        says("latin-times", "566").trusted(3);
        assertThat(claims()).singleElement().extracting(Claim::cost).isEqualTo(3);
    }
}
