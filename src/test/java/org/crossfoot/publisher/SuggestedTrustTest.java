package org.crossfoot.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trust that a record suggests, as src/site/method.md says. */
class SuggestedTrustTest {

    private static Long suggested(int borneOut, int againstOne, int againstMore) {
        return PublisherRecord.suggestedTrust(new PublisherCounts("ice", "", borneOut + againstOne + againstMore, borneOut,
                againstOne, againstMore, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 0, 4", "63, 0, 0, 7", "1000, 0, 0, 8", "9, 0, 9, 1", "7, 0, 3, 2", "0, 0, 50, 1", "20, 20, 0, 2"})
    void eachDoublingOfTheOddsIsOneMore(int borneOut, int againstOne, int againstMore, long trust) {
        assertThat(suggested(borneOut, againstOne, againstMore)).isEqualTo(trust);
    }

    @Test
    void fewFiguresThatOthersSpeakOfSuggestNothing() {
        assertThat(suggested(9, 0, 0)).isNull();
        assertThat(suggested(5, 3, 2)).isNotNull();
    }

    @Test
    void whoeverIsContradictedByOneMayBeRight() {
        assertThat(suggested(31, 15, 0)).isGreaterThan(suggested(31, 0, 15));
    }
}
