package org.crossfoot.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Areas;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Period;
import org.crossfoot.figure.Source;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.ledger.Revisions.DateSummary;
import org.crossfoot.ledger.Status;
import org.crossfoot.page.DateFindings.Fresh;
import org.crossfoot.page.DateFindings.ToldFigure;
import org.crossfoot.page.DateFindings.Tally;
import org.crossfoot.reconcile.outcome.Discrepancy;
import org.crossfoot.reconcile.outcome.Explanation.Bounds;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation.NumberedStatement;
import org.crossfoot.reconcile.outcome.Explanation;
import org.crossfoot.reconcile.outcome.FigureUse;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.reconcile.outcome.Total.Basis;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.Use;
import org.crossfoot.reconcile.outcome.Verdict;
import org.crossfoot.report.FolderContent;
import org.crossfoot.report.JsonText;
import org.crossfoot.report.PublishedFolder;
import org.crossfoot.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages stay small and open at once, however much they have to show. */
class LargePagesIT {

    private static final int MANY = 10_000;
    private static final long TWO_MEGABYTES = 2_000_000;
    /** A second on a machine at rest; what is feared are pages that take ten times as long. */
    private static final double MILLISECONDS = 4_000;
    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);
    private static final Vocabulary VOCABULARY = new Vocabulary(new Areas(IntStream.rangeClosed(0, MANY)
            .mapToObj(i -> i == 0 ? new Area("us", "United States", null, null, List.of()) : new Area("c" + i, "County " + i,
            "us", "county", List.of())).toList()),
            Map.of(), Map.of("arrests", new Measure("arrests", "Arrests", Measure.Kind.FLOW, null)),
            new TreeMap<>(Map.of("ice", new Source("ice", "ICE", 5, null), "nbc", new Source("nbc", "NBC News", 2, null))));

    @TempDir
    private Path output;

    @Test
    void aDateWithTenThousandDiscrepanciesOpensAtOnceAndShowsAnyOfThem() throws IOException {
        List<DiscrepancyRecord> rows = new ArrayList<>();
        List<Discrepancy> found = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            String id = String.format("%012x", i);
            Severity severity = i % 3 == 0 ? Severity.WARNING : Severity.ERROR;
            Status status = i % 10 == 0 ? Status.WAIVED : i % 2 == 0 ? Status.NEW : Status.PERSISTING;
            rows.add(new DiscrepancyRecord(id, DAY, "sources-agree", "c" + i, "arrests", DAY, DAY, severity, status, false, 1,
                    "ice:arrests=" + i + " | nbc:arrests=" + 2 * i, i, "50", Verdict.LOCALISED, "nbc:arrests", "",
                    i % 10 == 0 ? DAY : null, ""));
            found.add(new Discrepancy(id, DAY, "sources-agree", "c" + i, "arrests", Period.day(DAY), "", Severity.ERROR,
                    List.of(),
                    i, 2L * i, Verdict.LOCALISED, List.of(), "", explanation(i)));
        }
        publish(VOCABULARY, outcome(found, List.of(), List.of()), rows, List.of());
        Path page = output.resolve(DAY + "/report.html");

        assertThat(page).satisfies(file -> assertThat(Files.size(file)).isLessThan(TWO_MEGABYTES));
        try (Browser browser = Browser.start()) {
            browser.open(page, "").until("document.getElementById('filter').hidden === false");
            assertOpenedAtOnce(browser);
            assertThat(browser.texts("#new article")).hasSize(25);

            browser.type("#search", "county 7777").until("document.querySelectorAll('article').length === 1");
            assertThat(browser.texts("#found")).containsExactly("1 of 10,000 match");
            assertThat(browser.texts("#known article")).singleElement().asString().contains("County 7777", "15,554",
                    "probably wrong");

            browser.open(page, "#" + String.format("%012x", 9_998)).until("document.activeElement.tagName === 'ARTICLE'");
            assertThat(browser.script("document.querySelector('article:focus dd').textContent")).isEqualTo("County 9998");

            browser.choose("#order", "gap").until("document.querySelector('#new article dd').textContent === 'County 9998'");
            browser.find("#new .more button").click();
            browser.until("document.querySelectorAll('#new article').length === 50");
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void allTotalsAndRejectedRowsAreSearchedAndOrdered() throws IOException {
        List<Total> totals = new ArrayList<>();
        StringBuilder rejects = new StringBuilder();
        for (int i = 1; i <= MANY; i++) {
            totals.add(new Total(arrests("c" + i), i * 7919L % MANY, 0, Amount.NO_LIMIT, Basis.SINGLE, List.of("ice")));
            rejects.append("ice,ice/26.csv,").append(i).append(",arrests,amount,the letters in it,\"<b>some</b> ").append(i)
                    .append("\"\n");
        }
        rejects.append("ice,ice/26.csv,10001,arrests,amount,the letters in it,one too many\n");
        publish(VOCABULARY, outcome(List.of(), totals, List.of()), List.of(),
                List.of(rejects.toString().getBytes(StandardCharsets.UTF_8)));
        Path page = output.resolve(DAY + "/report.html");

        assertThat(page).satisfies(file -> assertThat(Files.size(file)).isLessThan(TWO_MEGABYTES));
        try (Browser browser = Browser.start()) {
            browser.open(page, "").until("!document.querySelector('form[data-table=totals]').hidden");
            assertOpenedAtOnce(browser);
            assertThat(browser.texts("#totals-more button")).containsExactly("Show 50 more of 9,950");

            browser.type("form[data-table=totals] input", "county 7777")
                    .until("document.querySelectorAll('#totals-table tbody tr').length === 1");
            assertThat(browser.texts("#totals-table tbody tr"))
                    .containsExactly("Arrests County 7777 26 January 2025 6,063 at least 0 One source\nICE");
            assertThat(browser.texts("form[data-table=totals] .found")).containsExactly("1 of 10,000 match");

            browser.find("form[data-table=totals] input").clear();
            browser.type("form[data-table=totals] input", "arrests").choose("form[data-table=totals] select", "3")
                    .until("document.querySelector('#totals-table .best').textContent === '9,999'");
            browser.find("#totals-more button").click();
            browser.until("document.querySelectorAll('#totals-table tbody tr').length === 100 && document.activeElement.tagName "
                    + "=== 'TR'");

            assertThat(browser.texts("#rejected > p"))
                    .contains("Of 10,001 rejected rows the first 10,000 can be looked through here; "
                    + "all of them stand in rejects.csv of the run that read them.");
            browser.type("form[data-table=rejects] input", "some 9999")
                    .until("document.querySelectorAll('#rejects-table tbody tr').length === 1");
            assertThat(browser.texts("#rejects-table tbody td")).containsExactly("arrests", "Amount\nthe letters in it",
                    "<b>some</b> 9999");
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void aDateThatTenThousandSourcesSpeakOfOpensAtOnceAndShowsAnyOfThem() throws IOException {
        SortedMap<String, Source> sources = new TreeMap<>();
        List<FigureUse> figures = new ArrayList<>();
        for (int i = 1; i <= 2 * MANY; i++) {
            String id = String.format("s%05d", i);
            sources.put(id, new Source(id, "Office " + i, 5, null));
            if (i <= MANY) {
                figures.add(new FigureUse(new Figure(arrests("us"), Amount.exactly(i), String.valueOf(i), id, id + "/26.csv", 2,
                        "", null, "", "", 5, false, false), Use.KEPT));
            }
        }
        Total total = new Total(arrests("us"), 1L, 1, 1, Basis.AGREED,
                figures.stream().map(one -> one.figure().source()).toList());
        Vocabulary vocabulary = new Vocabulary(VOCABULARY.areas(), Map.of(), Map.of("arrests", new Measure("arrests", "Arrests",
                Measure.Kind.FLOW, null)), sources);
        publish(vocabulary, outcome(List.of(), List.of(total), figures), List.of(), List.of());
        Path page = output.resolve(DAY + "/report.html");

        assertThat(Files.size(page)).isLessThan(100_000);
        assertThat(Files.size(output.resolve(DAY + "/" + ChartDay.FILE))).isLessThan(100_000);
        try (Browser browser = Browser.start()) {
            browser.open(page, "").until("!document.querySelector('form[data-table=silent]').hidden");
            assertOpenedAtOnce(browser);
            assertThat(browser.texts("#sources-table tbody tr")).hasSize(50);
            browser.type("form[data-table=sources] input", "office 7777")
                    .until("document.querySelectorAll('#sources-table tbody tr').length === 1");
            assertThat(browser.texts("#sources-table tbody tr"))
                    .containsExactly("Office 7777 1 Arrests United States s07777/26.csv");
            browser.type("form[data-table=silent] input", "office 17777")
                    .until("document.querySelectorAll('#silent-table tbody tr').length === 1");
            assertThat(browser.texts("#totals-table tbody tr")).singleElement().asString().endsWith("Office 20 and 9,980 more");
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void anOverviewOfAThousandDatesOpensAtOnce() throws IOException {
        PublishedFolder folder = new PublishedFolder(output);
        OverviewPages overview = new OverviewPages(folder, VOCABULARY, new FolderContent(new TreeMap<>()));
        List<DateSummary> dates = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            LocalDate date = DAY.plusDays(i);
            dates.add(new DateSummary(date, 1, 2, 2, i % 7 == 0 ? 1 : 0, i % 5 == 0 ? 1 : 0, 1, 0, 0, i % 7 == 0 ? "18.91" : ""));
            Files.createDirectories(output.resolve(date + "/report-data"));
            Files.write(output.resolve(date + "/" + ChartDay.FILE), JsonText.bytes(chart(date, i)));
            Files.write(output.resolve(date + "/" + DateFindings.FILE), JsonText.bytes(findings(date)));
        }
        for (LocalDate month = DAY.withDayOfMonth(1); month.isBefore(DAY.plusDays(1_000)); month = month.plusMonths(1)) {
            overview.month(month);
        }
        overview.replace(dates, DAY.plusDays(999), new TreeSet<>(List.of(DAY.plusDays(998), DAY.plusDays(999))),
                new Waiting(List.of(), List.of(), List.of(),
                List.of(), Waiting.Waivers.NONE), List.of(), List.of());
        Path page = output.resolve("index.html");

        assertThat(page).satisfies(file -> assertThat(Files.size(file)).isLessThan(TWO_MEGABYTES));
        try (Browser browser = Browser.start()) {
            browser.open(page, "").until("document.querySelector('canvas') !== null");
            assertOpenedAtOnce(browser);
            assertThat(browser.texts("#news li")).hasSize(40);
            assertThat(browser.texts("#open .grouping h3")).containsExactly("By rule", "By publisher", "By area");
            assertThat(browser.texts("#open .map tbody tr")).hasSize(40).first().asString()
                    .isEqualTo("County 400\non 60 dates, at worst 100.0 %");
            assertThat(browser.barriers()).isEmpty();
            browser.choose("#span", "").until("document.querySelectorAll('#table tbody tr').length === 1000");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void assertOpenedAtOnce(Browser browser) {
        assertThat(((Number) browser.script("performance.getEntriesByType('navigation')[0].domComplete")).doubleValue())
                .as("milliseconds until all is there").isLessThan(MILLISECONDS);
    }

    /** Of a date on which all is broken in four hundred counties, each worse than the one before. */
    private static DateFindings findings(LocalDate date) {
        List<Fresh> fresh = IntStream.rangeClosed(1, DateFindings.FOREMOST).mapToObj(i -> new Fresh(date.toString(),
                String.format("%012x", i), "sources-agree", "c" + i, "arrests", "", Severity.ERROR, Status.NEW, i, "50",
                500_000, List.of(new ToldFigure("ice", String.valueOf(i)), new ToldFigure("nbc", String.valueOf(2 * i))), 0))
                .toList();
        List<Tally> all = List.of(new Tally("sources-agree", Severity.ERROR, 400, "100.0", "1"));
        return new DateFindings(date.toString(), 400, fresh, all, List.of(new Tally("ice", Severity.ERROR, 400, "100.0", "1")),
                IntStream.rangeClosed(1, 400).mapToObj(i -> new Tally("c" + i, Severity.ERROR, 1, String.valueOf(i / 4.0), "1"))
                .toList(), 3);
    }

    private static Outcome outcome(List<Discrepancy> found, List<Total> totals, List<FigureUse> figures) {
        return new Outcome(DAY, found, totals, figures, Collections.emptySortedMap());
    }

    private static Cell arrests(String area) {
        return new Cell("arrests", area, Period.day(DAY));
    }

    private void publish(Vocabulary vocabulary, Outcome outcome, List<DiscrepancyRecord> rows, List<byte[]> rejects)
            throws IOException {
        RevisionRecord revision = new RevisionRecord(DAY, 1, "run", DAY, "", 0L, "", 0, 2,
                Map.of(RevisionRecord.DATA_PACKAGE, new byte[0]), null, List.of());
        PublishedFolder folder = new PublishedFolder(output);
        folder.publish(folder.draft(revision, Stream.empty(),
                new DatePages(vocabulary, List.of()).of(revision, outcome, rows, rejects)));
        Assets.files().forEach(this::keep);
    }

    private void keep(String name, byte[] content) {
        try {
            new PublishedFolder(output).replace(name, content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Explanation explanation(int i) {
        Mention wrong = new Mention(2, List.of("County " + i));
        return new Explanation("Arrests, County " + i + ": two statements cannot both be right.",
                List.of(statement(1, "ice", "ICE", i, i), statement(2, "nbc", "NBC News", 2 * i, i)), 2,
                List.of("The highest asks for at least " + 2 * i + ", the lowest allows at most " + i + "."), 0,
                List.of(new Mention(1, List.of("County " + i)), wrong), List.of(wrong), List.of(), List.of(List.of(wrong)),
                false, 2, Verdict.LOCALISED, "",
                null, List.of(new Bounds("Arrests", "arrests", "c" + i, DAY, DAY, (long) i, 2L * i, (long) i, i, (long) i,
                Basis.REPAIRED)), "");
    }

    private static NumberedStatement statement(int number, String source, String title, long amount, int county) {
        return new NumberedStatement(number, source, title, "a spokesperson", DAY.plusDays(1), source + "/2025-01-27.csv",
                county + 1,
                "row " + county, "", "arrests",
                List.of("c" + county), DAY, DAY, Words.number(amount), amount, amount, source.equals("ice") ? 5 : 2, false, "",
                List.of());
    }

    private static ChartDay chart(LocalDate date, int i) {
        long best = 900 + i % 50;
        return new ChartDay(date.toString(), List.of(new ChartDay.Point("Arrests \u00b7 United States \u00b7 a day", best, best,
                best + 10,
                List.of(new ChartDay.Mark("ICE", Words.number(best), best, best, false)), List.of(1_200L, 1_500L))));
    }
}
