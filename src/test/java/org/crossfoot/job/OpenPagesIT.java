package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.crossfoot.page.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that stays open while nights go by shows what it was made of, or says that it cannot. */
class OpenPagesIT {

    private static final int AREAS = 80;

    private static Browser browser;

    @TempDir
    private Path home;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    /** In each of 80 places one source says 100 arrests, and the other some more. */
    private static Nights disagreeing(Nights nights, int gap) {
        return nights.report("ice/26.csv", rows(100)).report("nbc/26.csv", rows(100 + gap));
    }

    private static String[] rows(int figure) {
        return IntStream.rangeClosed(1, AREAS).mapToObj(i -> "2025-01-27,2025-01-26,2025-01-26,c" + i + ",arrests," + figure)
                .toArray(String[]::new);
    }

    private Nights publishedOnce() {
        StringBuilder areas = new StringBuilder(Nights.AREAS);
        IntStream.rangeClosed(1, AREAS).forEach(i -> areas.append("c").append(i).append(",County ").append(i).append(",,,\n"));
        Nights nights = disagreeing(Nights.withTwoSources(home).put("areas.csv", areas.toString()), 90);
        nights.run("2025-01-26");
        return nights;
    }

    private void open() {
        browser.open(home.resolve("output/2025-01-26/report.html"), "")
                .until("document.getElementById('filter').hidden === false");
    }

    private static void clickForMore(int items) {
        browser.find("#new .more button").click();
        browser.until("document.querySelectorAll('#new article').length === " + items);
    }

    private static List<String> gaps() {
        return browser.texts("#new .facts div:nth-child(4) dd").stream().distinct().toList();
    }

    private static void assertThatItSaysWhatIsGone() {
        browser.until("document.querySelector('.gone') !== null");
        assertThat(browser.texts(".gone")).singleElement().asString().startsWith("This page is of revision 1")
                .contains("load the page again");
    }

    @Test
    void afterOneNightAllOfItCanStillBeHadAndNothingOfTheNewRevision() {
        Nights nights = publishedOnce();
        open();

        disagreeing(nights, 690).run("2025-01-26");

        for (int items : new int[] {50, 75, 80}) {
            clickForMore(items);
        }
        assertThat(gaps()).containsExactly("90 (47.37 %)");
        browser.type("form[data-table=totals] input", "county 77")
                .until("document.querySelectorAll('#totals-table tbody tr').length === 1");
        assertThat(browser.texts("#totals-table tbody tr")).singleElement().asString().contains("100 to 190");
        assertThat(browser.texts("body")).singleElement().asString().contains("Revision 1")
                .doesNotContain("undefined", "690 (", "100 to 790", "cannot be had");

        open();
        clickForMore(50);
        assertThat(gaps()).as("the page of now, what is new first: 190 became 790").containsExactly("600 (75.95 %)");
    }

    @Test
    void whereTheNextRevisionHasFewerItStillShowsItsOwn() {
        Nights nights = publishedOnce();
        open();

        nights.report("ice/26.csv", rows(100)).report("nbc/26.csv", rows(100)[0]).run("2025-01-26");

        clickForMore(50);
        browser.script("location.hash = document.querySelector('#new article:last-child').id");
        clickForMore(75);
        clickForMore(80);
        assertThat(gaps()).containsExactly("90 (47.37 %)");
        assertThat(browser.texts("body")).singleElement().asString().doesNotContain("undefined");
    }

    @Test
    void aRerunOfTheSameDateTakesNothingAway() {
        Nights nights = publishedOnce();
        open();

        disagreeing(nights, 690).run("2025-01-26");
        nights.rerun("2025-01-26");

        clickForMore(50);
        assertThat(gaps()).containsExactly("90 (47.37 %)");
    }

    @Test
    void whatIsNoLongerThereIsSaidInASentence() {
        Nights nights = publishedOnce();
        open();

        disagreeing(nights, 690).run("2025-01-26");
        disagreeing(nights, 691).run("2025-01-27");

        browser.find("#new .more button").click();
        assertThatItSaysWhatIsGone();
        browser.type("form[data-table=totals] input", "county 33")
                .until("document.querySelectorAll('#totals-table tbody tr').length === 1");
        browser.choose("#order", "place").until("document.querySelectorAll('#new article').length > 0");
        assertThat(gaps()).containsExactly("90 (47.37 %)");
        assertThat(browser.texts("body")).singleElement().asString().doesNotContain("undefined", "691 (");
    }

    /** Revision numbers begin again with a ledger that is made anew, so the number alone tells nothing. */
    @Test
    void aRevisionOfTheSameNumberFromAnotherLedgerIsNotTakenForIt() {
        Nights nights = publishedOnce();
        open();

        disagreeing(nights, 690).rebuilding(true).run("2025-01-26");
        clickForMore(50);
        assertThat(gaps()).containsExactly("90 (47.37 %)");

        open();
        disagreeing(nights, 691).run("2025-01-26");
        disagreeing(nights, 692).run("2025-01-26");
        browser.find("#new .more button").click();
        assertThatItSaysWhatIsGone();
        assertThat(browser.texts("body")).singleElement().asString().doesNotContain("undefined", "691 (", "692 (");
    }
}
