package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crossfoot.page.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The pages of the sample, opened from the disk in a real browser. */
class PagesIT {

    private static final String DISAGREE = "0935f3a8d2ca";

    private static Browser browser;
    private static Path output;

    @BeforeAll
    static void theSample(@TempDir Path home) {
        browser = Browser.start();
        Program crossfoot = new Program(home).withSample();
        assertThat(crossfoot.run("run", "--date", "2025-01-31").exitCode()).isOne();
        output = home.resolve("output");
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void atTheDesk() {
        browser.desk().prefers("light");
    }

    @AfterEach
    void nothingWasComplainedOfAndNothingLeftTheDisk() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:"));
    }

    private static Browser sunday(String fragment) {
        browser.open(output.resolve("2025-01-26/report.html"), fragment)
                .until("document.getElementById('filter').hidden === false");
        return browser;
    }

    private static Browser overview() {
        browser.open(output.resolve("index.html"), "").until("document.querySelector('canvas') !== null");
        return browser;
    }

    private static List<String> kinds() {
        return browser.texts("#new .kicker span:nth-child(2)");
    }

    @Test
    void theDatesPageSaysWhatCameAndWhatContradictsWhat() {
        sunday("");

        assertThat(browser.texts("main h2")).containsExactly("Coverage", "New and changed 3", "Known before 0", "Totals",
                "Rejected rows", "Accepted for now 0", "Words on this page");
        assertThat(browser.texts("#coverage tbody th"))
                .containsExactly("ICE daily posts", "Latin Times", "Senior administration official, via NBC News");
        assertThat(kinds()).containsExactly("Criminal or collateral", "Sources disagree", "Goal missed");
        assertThat(browser.find("#\\3" + DISAGREE.charAt(0) + " " + DISAGREE.substring(1)).getText())
                .contains("956", "1,179", "probably wrong", "official-via-nbc/2025-01-27.csv:2", "Still possible",
                "ICE's own post gives 1,179 for the 27th");
    }

    @Test
    void filterSearchAndOrderLeaveWhatIsAskedFor() {
        sunday("").choose("#severity", "info").until("document.getElementById('found').textContent === '1 of 3 match'");
        assertThat(kinds()).containsExactly("Goal missed");

        browser.find("#filter button").click();
        browser.until("document.querySelectorAll('#new article').length === 3");
        browser.type("#search", "collateral nobody").until("document.getElementById('found').textContent === '0 of 3 match'");
        assertThat(kinds()).isEmpty();
        assertThat(browser.texts("#new .none")).containsExactly("None of these match.");

        browser.find("#filter button").click();
        browser.until("document.querySelectorAll('#new article').length === 3");
        browser.type("#search", "day shift").until("document.getElementById('found').textContent === '2 of 3 match'");
        assertThat(kinds()).as("a note is searched too").containsExactly("Criminal or collateral", "Sources disagree");

        browser.find("#filter button").click();
        browser.until("document.querySelectorAll('#new article').length === 3");
        browser.choose("#order", "gap").until("document.querySelector('#new article h3').textContent.includes('goal')");
        assertThat(kinds()).containsExactly("Goal missed", "Criminal or collateral", "Sources disagree");
    }

    @Test
    void aLinkLeadsToOneDiscrepancy() {
        sunday("#" + DISAGREE).until("document.activeElement.id === '" + DISAGREE + "'");

        assertThat(browser.script("document.querySelector(':target').id")).isEqualTo(DISAGREE);
        browser.until("document.activeElement.getBoundingClientRect().top < innerHeight");
    }

    @Test
    void aLinkFromTheOverviewLeadsToWhatItCounted() {
        overview();
        browser.script("document.querySelectorAll('#open .group').forEach(group => { group.open = true; })");
        browser.find("#open a[href='2025-01-26/report.html#rule=sources-agree']").click();
        browser.until("document.getElementById('found') !== null"
                + " && document.getElementById('found').textContent === '1 of 3 match'");

        assertThat(kinds()).hasSize(1);
    }

    @Test
    void theKeyboardAloneReachesEverything() {
        sunday("").tab();
        assertThat(browser.script("document.activeElement.textContent")).isEqualTo("To the discrepancies");
        browser.press(Keys.ENTER);
        assertThat(browser.script("location.hash")).isEqualTo("#new");
        browser.script("document.getElementById('search').focus()");
        browser.tab();
        assertThat(browser.script("document.activeElement.id")).isEqualTo("severity");
        browser.press("N").until("document.getElementById('found').textContent === '1 of 3 match'");
        assertThat(kinds()).as("the severity that begins with N: Note").containsExactly("Goal missed");
    }

    @Test
    void theOverviewLeadsToTheDatesAndDrawsTheTotals() {
        overview();

        assertThat(browser.texts(".calendar caption")).containsExactly("February 2025", "January 2025");
        assertThat(browser.texts(".calendar a.error")).containsExactly("25\n1", "26\n2", "31\n1");
        assertThat(browser.find(".calendar a[href='2025-01-26/report.html']").getDomAttribute("aria-label"))
                .isEqualTo("26 January 2025: 2 errors, 1 note, a gap of 18.91 % at worst; 8 figures");
        assertThat(browser.find("#series").getDomProperty("value")).isEqualTo("Arrests \u00b7 United States \u00b7 a day");
        browser.find("#totals summary").click();
        assertThat(browser.texts("#table tbody tr")).hasSize(9)
                .anyMatch(row -> row.contains("26 January 2025 956 956 ICE daily posts: 956; Latin Times: 956; Senior "
                + "administration official, via NBC News: 1,179 (set aside)"));
        assertThat(browser.texts("#news li")).hasSize(5).first().asString()
                .contains("gap", "Days do not add up: Arrests, United States");
        assertThat(browser.texts("#chronic li")).singleElement().asString()
                .contains("7 dates in a row, since 25 January 2025", "Goal missed");

        browser.find(".calendar a[href='2025-01-26/report.html']").click();
        browser.until("document.querySelector('h1').textContent === 'Sunday, 26 January 2025'");
    }

    @ParameterizedTest
    @CsvSource({"index.html, light, desk", "index.html, dark, phone", "2025-01-26/report.html, light, phone",
            "2025-01-26/report.html, dark, desk", "sources.html, light, desk", "sources.html, dark, phone"})
    void nobodyMeetsABarrier(String page, String scheme, String size) {
        browser.prefers(scheme);
        if (size.equals("phone")) {
            browser.phone();
        }
        browser.open(output.resolve(page), "").until("document.querySelector('canvas, form:not([hidden]), .publisher') !== null");
        browser.script("document.querySelectorAll('details').forEach(one => { one.open = true; })");

        assertThat(browser.barriers()).isEmpty();
        assertThat((Boolean) browser.script("document.documentElement.scrollWidth <= innerWidth")).as("nothing sticks out")
                .isTrue();
    }

    @Test
    void decisionsThatNoLongerFitStandOnTheOverviewForEverybody(@TempDir Path home) {
        new Program(home).withSample().put("waivers.csv", "id,until,owner,reason\n" + DISAGREE + ",2025-01-28,ann,asked them\n"
                + "sources-agree/us/detainers,2025-12-31,ann,asked them\n").run("run", "--date", "2025-01-31");

        for (String scheme : List.of("light", "dark")) {
            browser.phone().prefers(scheme).open(home.resolve("output/index.html"), "")
                    .until("document.querySelector('canvas') !== null");
            assertThat(browser.texts("#waivers li")).hasSize(2);
            assertThat(browser.barriers()).isEmpty();
            assertThat((Boolean) browser.script("document.documentElement.scrollWidth <= innerWidth")).as("nothing sticks out")
                    .isTrue();
        }
    }

    @Test
    void theSamePagesComeOutOfAnotherRun(@TempDir Path home) throws IOException {
        Program crossfoot = new Program(home).withSample();
        crossfoot.run("run", "--date", "2025-01-31");

        List<String> pages = new ArrayList<>(List.of("index.html", "sources.html", "sources.csv", "2025-01-26/report.html"));
        try (Stream<Path> months = Files.list(output.resolve("index-data"))) {
            months.forEach(month -> pages.add("index-data/" + month.getFileName()));
        }
        assertThat(pages).hasSize(8);
        for (String page : pages) {
            assertThat(home.resolve("output").resolve(page)).as(page).hasSameBinaryContentAs(output.resolve(page));
        }
        browser.open(output.resolve("index.html"), "");
        assertThat(Files.readString(output.resolve("index.html"))).doesNotContain("http:", "https:");
    }
}
