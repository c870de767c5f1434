package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crossfoot.intake.SharedFolder;
import org.crossfoot.page.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that sources print, and that tries to run, shows as text. */
class HostileTextIT {

    @Test
    void payloadsShowAsTextAndNothingRuns(@TempDir Path home) throws IOException {
        List<String> payloads = Files.readAllLines(SharedFolder.of("torture").resolve("blns/blns.txt")).stream()
                .filter(line -> line.contains("<") || line.contains("javascript:"))
                .filter(line -> line.codePoints().noneMatch(Character::isISOControl))
                .map(String::strip).distinct().toList();
        assertThat(payloads).hasSizeGreaterThan(100);
        StringBuilder csv = new StringBuilder("first_day,last_day,place,counted,figure,said_by,remark\n");
        for (int i = 0; i < payloads.size(); i++) {
            String quoted = '"' + payloads.get(i).replace("\"", "\"\"") + '"';
            csv.append("2025-01-26,2025-01-26,United States,arrests,").append(i < 15 ? String.valueOf(800 + i) : quoted)
                    .append(',').append(quoted)
                    .append(',').append(quoted).append('\n');
        }
        Program crossfoot = new Program(home).withSample().put("latin-times/hostile.csv", csv.toString());
        crossfoot.put("latin-times/source.yml", Files.readString(Path.of("input/latin-times/source.yml"))
                .replaceFirst("(?m)^title:.*$", "title: \"Times <img src=x onerror=alert(1)><script>alert(2)</script>\""));
        crossfoot.run("run", "--date", "2025-01-26");
        Path output = home.resolve("output");

        try (Browser browser = Browser.start()) {
            browser.open(output.resolve("2025-01-26/report.html"), "")
                    .until("document.getElementById('filter').hidden === false");
            assertThat(browser.script("document.querySelectorAll('script').length")).as("the page's own, and one with more of it")
                    .isEqualTo(4L);
            assertThat(browser.script("Array.from(document.scripts).every(one => "
                    + "/^(\\.\\.\\/assets|report-data)\\/[\\w.-]+$/.test(one.getAttribute('src')))")).isEqualTo(true);
            assertThat(browser.script("document.querySelectorAll('img, iframe, object, embed, a[href^=javascript]').length"))
                    .isEqualTo(0L);
            for (int rows = 100; rows <= 150; rows += 50) {
                browser.find("#rejects-more button").click();
                browser.until("document.querySelectorAll('#rejects-table tbody tr').length === " + rows);
            }
            assertThat(browser.script("document.querySelectorAll('script:not([src])').length"))
                    .as("rows from the file are text, too").isEqualTo(0L);
            List<String> shown = browser.texts("#rejected .printed");
            assertThat(shown).hasSizeGreaterThan(100).anyMatch(text -> text.contains("<script>"));
            assertThat(browser.texts("#new .note")).anyMatch(text -> text.contains("<"));
            assertThat(browser.texts("#coverage th"))
                    .anyMatch(text -> text.contains("Times <img src=x onerror=alert(1)><script>"));
            assertThat(browser.complaints()).isEmpty();

            browser.open(output.resolve("index.html"), "").until("document.querySelector('canvas') !== null");
            browser.find("#totals summary").click();
            assertThat(browser.texts("#table td")).anyMatch(text -> text.contains("Times <img src=x onerror=alert(1)>"));
            assertThat(browser.script("document.querySelectorAll('img').length")).isEqualTo(0L);
            assertThat(browser.complaints()).isEmpty();

            browser.open(output.resolve("sources.html"), "").until("document.querySelector('.publisher') !== null");
            assertThat(browser.texts(".publisher h2")).anyMatch(text ->
                    text.contains("Times <img src=x onerror=alert(1)><script>"));
            assertThat(browser.script("document.querySelectorAll('img, script').length")).isEqualTo(0L);
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).allMatch(url -> url.startsWith("file:"));
        }
    }
}
