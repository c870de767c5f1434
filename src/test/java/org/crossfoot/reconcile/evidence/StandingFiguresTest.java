package org.crossfoot.reconcile.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.reconcile.TestEvidence.said;

import org.crossfoot.reconcile.TestEvidence;
import org.junit.jupiter.api.Test;

class StandingFiguresTest {

    private static final String DAY = "2025-01-26";

    private final TestEvidence evidence = TestEvidence.on(DAY);

    private TestEvidence says(String printed) {
        return evidence.says("ice", "arrests", "us", DAY, printed);
    }

    private StandingFigures standing() {
        return StandingFigures.of(evidence.deliveries());
    }

    @Test
    void aLaterReportReplacesWhatAnEarlierOneSaid() {
        says("1,000").in("a.csv").published("2025-01-29");
        says("956").in("b.csv").published("2025-01-27");
        assertThat(said(standing().current())).containsExactly("ice=1,000");
        assertThat(said(standing().superseded())).containsExactly("ice=956");
        assertThat(standing().restatements()).hasSize(1);
    }

    @Test
    void withoutADayOfPublicationThePathDecides() {
        says("1,000").in("2.csv");
        says("956").in("1.csv");
        assertThat(said(standing().current())).containsExactly("ice=1,000");
    }

    @Test
    void whoeverIsQuotedSpeaksForHimself() {
        says("1,000").in("1.csv").quoting("Tom Homan");
        says("956").in("2.csv").quoting("ICE");
        assertThat(standing().current()).hasSize(2);
        assertThat(standing().superseded()).isEmpty();
    }

    @Test
    void anotherSourceReplacesNothing() {
        says("1,000").in("1.csv");
        evidence.says("press", "arrests", "us", DAY, "956").in("2.csv");
        assertThat(standing().current()).hasSize(2);
    }

    @Test
    void oneReportThatSaysTwoThingsSaysBoth() {
        says("1,000");
        says("956");
        assertThat(standing().current()).hasSize(2);
        assertThat(standing().restatements()).isEmpty();
    }

    @Test
    void theSameAgainIsRepeatedAndNotSuperseded() {
        says("956").in("1.csv");
        says("956").in("2.csv");
        assertThat(standing().current()).extracting("file").containsExactly("ice/2.csv");
        assertThat(standing().repeated()).extracting("file").containsExactly("ice/1.csv");
        assertThat(standing().superseded()).isEmpty();
        assertThat(standing().restatements()).isEmpty();
    }

    @Test
    void aReportWithTheSameBytesSpeaksNotAtAll() {
        says("956").in("1.csv");
        says("956").in("2.csv").asSameBytesAgain();
        assertThat(standing().current()).extracting("file").containsExactly("ice/1.csv");
        assertThat(standing().repeated()).extracting("file").containsExactly("ice/2.csv");
    }

    @Test
    void aChangedFileIsANewVersionOfWhatItSaid() {
        says("956").version(1).withdrawn();
        says("1,000").version(2);
        assertThat(said(standing().current())).containsExactly("ice=1,000");
        assertThat(said(standing().superseded())).containsExactly("ice=956");
        assertThat(standing().restatements()).hasSize(1);
    }

    @Test
    void whatWasWithdrawnAltogetherIsGone() {
        says("956").withdrawn();
        assertThat(standing().current()).isEmpty();
        says("960").version(2).withdrawn();
        assertThat(standing().current()).isEmpty();
        assertThat(standing().restatements()).isEmpty();
    }

    @Test
    void whereALaterReportIsWithdrawnTheEarlierOneIsTheLastWord() {
        says("956").in("1.csv").published("2025-01-27");
        says("1,000").in("2.csv").published("2025-01-28").withdrawn();
        assertThat(said(standing().current())).containsExactly("ice=956");
        assertThat(standing().restatements()).singleElement()
                .satisfies(restatement -> assertThat(restatement.after().figure().asPrinted()).isEqualTo("956"));
    }

    @Test
    void everyChangeIsARestatementOfItsOwn() {
        says("956").in("1.csv");
        says("1,000").in("2.csv");
        says("956").in("3.csv");
        assertThat(standing().restatements()).hasSize(2);
        assertThat(standing().repeated()).extracting("file").containsExactly("ice/1.csv");
    }
}
