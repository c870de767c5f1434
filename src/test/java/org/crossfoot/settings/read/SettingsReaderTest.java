package org.crossfoot.settings.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossfoot.figure.AmountStyle;
import org.crossfoot.figure.AmountText.WordingSpans;
import org.crossfoot.figure.Breakdown;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Measure.Kind;
import org.crossfoot.figure.NumberStyle;
import org.crossfoot.figure.NumberStyle.Thousands;
import org.crossfoot.figure.Source;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.Kinds;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Schedule;
import org.crossfoot.rule.Schedule.Every;
import org.crossfoot.rule.Severity;
import org.crossfoot.rule.Waiver;
import org.crossfoot.settings.DateForm;
import org.crossfoot.settings.FigureEntry;
import org.crossfoot.settings.FigureEntry.PeriodPlace;
import org.crossfoot.settings.FigureEntry.ValuePlace;
import org.crossfoot.settings.Place;
import org.crossfoot.settings.Place.From;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Profile.Layout;
import org.crossfoot.settings.Profile.ReadOptions;
import org.crossfoot.settings.Profile.Settled;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsExample;
import org.crossfoot.settings.text.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private static final String MANUAL = """
            zone: America/New_York
            breakdowns:
              office: { complete: true }    # the parts listed make up the whole
            measures:
              arrests:          { title: Arrests }
              criminal_arrests: { title: Criminal arrests }
              collateral_arrests: {}
              detentions:       { }
              detained_people:  { title: People in detention, kind: stock }
              arrest_goal:      { title: Goal of arrests a day, kind: goal, of: arrests }
            rules:
              criminal-or-collateral: { check: criminal_arrests + collateral_arrests = arrests }
              detained-after-arrest:  { check: detentions <= arrests, severity: warning, tolerance: 2% }
              sources-agree:          { tolerance: 0 }
              restated:               { enabled: false }
              goal-missed:            { severity: warning }
            """;

    private static final String DAILY_POSTS = """
            title: ICE daily posts
            trust: official-statement
            repeats: upstream
            schedule: daily
            read: { charset: UTF-8, delimiter: ",", header_line: 1, missing: ["", "NA", "N/A", "-"] }
            published: { column: published_on }
            figures:
              - value:   { column: arrests }
                measure: { is: arrests }
                area:    { is: us }
                day:     { column: date, format: yyyy-MM-dd }
                when:    { column: kind, matches: "daily.*" }
                statement: { column: post }
                attributed_to: { column: quoted }
                note: { column: remark }
                trust: unnamed-via-press
                derived: true
                to_date: true
              - value:   { columns: "FY[0-9]+ (.*)" }
                measure: { header: true, map: { "FY2025 Arrests": arrests } }
                area:    { column: office, map: { Nation: us, New England: [bos, us] } }
                month:   { column: month, format: MMM }
                fiscal_year: { file: "fy([0-9]+)[.]csv" }
                missing: zero
            """;

    @Test
    void readsTheSettingsOfTheManual() throws SettingsException {
        Settings settings = new SettingsExample().with("crossfoot.yml", MANUAL).read();

        assertThat(settings.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(settings.wording()).isEqualTo(WordingSpans.USUAL);
        assertThat(settings.breakdowns()).containsExactly(entry("office", new Breakdown("office", true)));
        assertThat(settings.measures().values()).contains(
                new Measure("arrests", "Arrests", Kind.FLOW, null),
                new Measure("collateral_arrests", "collateral_arrests", Kind.FLOW, null),
                new Measure("detained_people", "People in detention", Kind.STOCK, null),
                new Measure("arrest_goal", "Goal of arrests a day", Kind.GOAL, "arrests"));
        assertThat(settings.measures().keySet()).startsWith("arrests", "criminal_arrests", "collateral_arrests");
        assertThat(settings.rules().checks()).extracting(Rule::id)
                .containsExactly("criminal-or-collateral", "detained-after-arrest");
        assertThat(settings.rules().checks()).extracting(Rule::severity).containsExactly(Severity.ERROR, Severity.WARNING);
        assertThat(settings.rules().checks().get(1).tolerance().peopleFor(1_000)).isEqualTo(20);
        assertThat(settings.rules().builtIn(BuiltIn.RESTATED)).isEmpty();
        assertThat(settings.rules().builtIn(BuiltIn.GOAL_MISSED).orElseThrow().severity()).isEqualTo(Severity.WARNING);
        assertThat(settings.rules().builtIn(BuiltIn.JOINT)).contains(Rule.usual(BuiltIn.JOINT));
    }

    @Test
    void readsTheSourceOfTheManual() throws SettingsException {
        Settings settings = new SettingsExample().with("ice/source.yml", DAILY_POSTS)
                .with("upstream/source.yml", SettingsExample.SOURCE).read();

        assertThat(settings.profiles().keySet()).containsExactly("ice", "upstream");
        Profile profile = settings.profiles().get("ice");
        assertThat(profile.source()).isEqualTo(new Source("ice", "ICE daily posts", 5, "upstream"));
        assertThat(profile.schedule()).isEqualTo(new Schedule(Every.DAILY, null, Set.of()));
        assertThat(profile.read()).isEqualTo(ReadOptionsReader.USUAL);
        assertThat(profile.published()).isEqualTo(column("published_on"));
        assertThat(profile.entries()).extracting(FigureEntry::line).containsExactly(8, 19);

        FigureEntry posts = profile.entries().get(0);
        assertThat(posts.value()).isEqualTo(new ValuePlace.OneColumn("arrests"));
        assertThat(posts.measure()).isEqualTo(constant("arrests"));
        assertThat(posts.area()).isEqualTo(constant("us"));
        assertThat(posts.period()).isEqualTo(new PeriodPlace.OneDay(new Place(new From.NamedColumn("date"), Map.of(),
                DateForm.of("yyyy-MM-dd"))));
        assertThat(posts.when()).singleElement().satisfies(condition -> {
            assertThat(condition.place()).isEqualTo(column("kind"));
            assertThat(condition.matches().pattern()).isEqualTo("daily.*");
        });
        assertThat(posts.statement()).isEqualTo(column("post"));
        assertThat(posts.attributedTo()).isEqualTo(column("quoted"));
        assertThat(posts.note()).isEqualTo(column("remark"));
        assertThat(posts.trust()).isEqualTo(2);
        assertThat(posts.derived()).isTrue();
        assertThat(posts.toDate()).isTrue();
        assertThat(posts.missingIsZero()).isFalse();
    }

    @Test
    void readsHeadersMapsFileNamesAndFiscalYears() throws SettingsException {
        FigureEntry entry = new SettingsExample().with("ice/source.yml", DAILY_POSTS)
                .with("upstream/source.yml", SettingsExample.SOURCE)
                .read().profiles().get("ice").entries().get(1);

        assertThat(entry.value()).isInstanceOfSatisfying(ValuePlace.MatchingColumns.class,
                columns -> assertThat(columns.pattern().pattern()).isEqualTo("FY[0-9]+ (.*)"));
        assertThat(entry.measure()).isEqualTo(new Place(new From.ValueHeader(), Map.of("FY2025 Arrests", List.of("arrests")),
                null));
        assertThat(entry.area().map()).containsOnly(entry("Nation", List.of("us")), entry("New England", List.of("bos", "us")));
        assertThat(entry.period()).isInstanceOfSatisfying(PeriodPlace.Month.class, month -> {
            assertThat(month.month()).isEqualTo(new Place(new From.NamedColumn("month"), Map.of(), DateForm.of("MMM")));
            assertThat(month.fiscalYear().from()).isInstanceOfSatisfying(From.FileName.class,
                    file -> assertThat(file.pattern().pattern()).isEqualTo("fy([0-9]+)[.]csv"));
        });
        assertThat(entry.missingIsZero()).isTrue();
        assertThat(entry.when()).isEmpty();
        assertThat(entry.trust()).isNull();
        assertThat(entry.statement()).isNull();
    }

    @Test
    void readsWhatTheBenchWrites() throws SettingsException {
        StringBuilder areas = new StringBuilder("area,name,part_of,breakdown,aliases\nus,United States,,,\n");
        for (int a = 0; a < 20_000; a++) {
            areas.append("a%05d,Office %d,us,office,\n".formatted(a, a));
        }
        long start = System.nanoTime();
        Settings settings = new SettingsExample().without("ice/source.yml").with("areas.csv", areas.toString())
                .with("crossfoot.yml", """
                zone: America/New_York
                breakdowns:
                  office: { complete: true }
                measures:
                  arrests: { title: Arrests }
                  criminal_arrests: { title: Arrests of people with a criminal record }
                  collateral_arrests: { title: Collateral arrests }
                  detentions: { title: Detentions after an arrest }
                rules:
                  criminal-or-collateral: { check: criminal_arrests + collateral_arrests = arrests }
                  detained-after-arrest: { check: detentions <= arrests, severity: warning }
                """).with("field-log/source.yml", """
                title: Field offices' daily log
                trust: official-statement
                figures:
                  - { value: { column: arrests },    measure: { is: arrests },            area: { column: office }, day: { column: day } }
                  - { value: { column: criminal },   measure: { is: criminal_arrests },   area: { column: office }, day: { column: day } }
                  - { value: { column: collateral }, measure: { is: collateral_arrests }, area: { column: office }, day: { column: day } }
                """).with("custody/source.yml", """
                title: Custody statistics
                trust: official-data
                figures:
                  - { value: { column: arrested }, measure: { is: arrests },    area: { column: office }, day: { column: date } }
                  - { value: { column: detained }, measure: { is: detentions }, area: { column: office }, day: { column: date } }
                """).with("headquarters/source.yml", """
                title: Headquarters' national totals
                trust: official-statement
                figures:
                  - { value: { column: arrests },    measure: { is: arrests },            area: { is: us }, day: { column: date } }
                  - { value: { column: criminal },   measure: { is: criminal_arrests },   area: { is: us }, day: { column: date } }
                  - { value: { column: collateral }, measure: { is: collateral_arrests }, area: { is: us }, day: { column: date } }
                  - { value: { column: detained },   measure: { is: detentions },         area: { is: us }, day: { column: date } }
                """).read();

        assertThat(System.nanoTime() - start).as("nanoseconds for 20,000 areas").isLessThan(10_000_000_000L);
        assertThat(settings.profiles().keySet()).containsExactly("custody", "field-log", "headquarters");
        assertThat(settings.profiles().get("field-log").entries()).extracting(FigureEntry::measure)
                .containsExactly(constant("arrests"), constant("criminal_arrests"), constant("collateral_arrests"));
        assertThat(settings.areas().all()).hasSize(20_001);
        assertThat(settings.areas().partsOf("us").get("office")).hasSize(20_000);
        assertThat(settings.waivers()).isEmpty();
    }

    @Test
    void takesValuesAsTheTextTheyAreWrittenAs() throws SettingsException {
        FigureEntry entry = entryWith("""
                value: { column: 1_000 }
                measure: { is: arrests }
                area: { is: us }
                day: { is: 2025-01-26 }
                attributed_to: { is: NO }
                note: { is: 0x1F }
                statement: { column: y, map: { yes: ~, 012: null, 1e3: "" } }
                """);

        assertThat(entry.value()).isEqualTo(new ValuePlace.OneColumn("1_000"));
        assertThat(entry.period()).isEqualTo(new PeriodPlace.OneDay(constant("2025-01-26")));
        assertThat(entry.attributedTo()).isEqualTo(constant("NO"));
        assertThat(entry.note()).isEqualTo(constant("0x1F"));
        assertThat(entry.statement()).isEqualTo(new Place(new From.NamedColumn("y"),
                Map.of("yes", List.of("~"), "012", List.of("null"), "1e3", List.of("")), null));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "day: { column: d, format: M/d/yyyy }                    | OneDay",
        "day: { column: d, format: \"yyyy-MM-dd'T'HH:mm:ss\" }   | OneDay",
        "month: { column: m, format: MMM yyyy }                  | Month",
        "month: { column: m }                                    | Month",
        "{ month: { column: m, format: MMMM }, fiscal_year: { column: y } } | Month",
        "fiscal_year: { is: 2025 }                               | FiscalYear",
        "{ from: { column: a }, to: { column: b } }              | FromTo",
        "{ since: { is: 2025-01-20 }, day: { column: d } }       | Since",
    })
    void acceptsEveryWayToSayAPeriod(String period, String kind) throws SettingsException {
        String keys = period.startsWith("{") ? period.substring(1, period.length() - 1).strip().replace("}, ", "}\n") : period;

        FigureEntry entry = entryWith("value: { column: n }\nmeasure: { is: arrests }\narea: { is: us }\n" + keys + "\n");

        assertThat(entry.period().getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void aGoalMayStandWithoutAnEnd() throws SettingsException {
        PeriodPlace period =
                entryWith("value: { column: n }\nmeasure: { is: arrest_goal }\narea: { is: us }\nfrom: { column: a }\n").period();

        assertThat(period).isEqualTo(new PeriodPlace.FromTo(column("a"), null));
    }

    @Test
    void leavesAnEndToTheReportsWhereOnlyTheyKnowTheMeasure() throws SettingsException {
        PeriodPlace period = entryWith("value: { column: n }\nmeasure: { column: m }\narea: { is: us }\nfrom: { column: a }\n")
                .period();

        assertThat(period).isEqualTo(new PeriodPlace.FromTo(column("a"), null));
    }

    @Test
    void countsRowsUnderSeveralConditions() throws SettingsException {
        FigureEntry entry = entryWith("""
                rows: count
                measure: { is: arrests }
                area: { column: office }
                day: { column: day }
                when:
                  - { column: kind, matches: "" }
                  - { file: "(.*)[.]csv", matches: "a.*" }
                """);

        assertThat(entry.value()).isEqualTo(new ValuePlace.RowCount(null));
        assertThat(entry.when()).extracting(condition -> condition.matches().pattern()).containsExactly("", "a.*");
    }

    @Test
    void countsEachEventOnceWhereAColumnTellsThemApart() throws SettingsException {
        FigureEntry entry = entryWith("rows: count\nonce_per: { column: case }\nmeasure: { is: arrests }\narea: { is: us }\n"
                + "day: { column: day }\n");

        assertThat(entry.value()).isEqualTo(new ValuePlace.RowCount(column("case")));
    }

    @ParameterizedTest
    @CsvSource({"official-data,8", "official-statement,5", "named-via-press,3", "unnamed-via-press,2", "estimate,1", "1,1",
            "1000,1000"})
    void knowsTrustByNameAndByNumber(String written, int trust) throws SettingsException {
        Settings settings = new SettingsExample()
                .with("ice/source.yml", SettingsExample.SOURCE.replace("official-statement", written)).read();

        assertThat(settings.profiles().get("ice").source().trust()).isEqualTo(trust);
    }

    @Test
    void readsAScheduleWithItsStartAndHolidays() throws SettingsException {
        Settings settings = new SettingsExample().with("ice/source.yml", SettingsExample.SOURCE
                + "schedule: { every: weekdays, from: 2025-01-20, holidays: [2025-12-25] }\n").read();

        assertThat(settings.profiles().get("ice").schedule()).isEqualTo(
                new Schedule(Every.WEEKDAYS, LocalDate.of(2025, 1, 20), Set.of(LocalDate.of(2025, 12, 25))));
    }

    @ParameterizedTest
    @CsvSource({"1 second,PT1S", "10 minutes,PT10M", "2 hours,PT2H", "1 day,PT24H"})
    void readsHowLongAReportMustHaveLain(String written, Duration time) throws SettingsException {
        Settings settings = new SettingsExample()
                .with("ice/source.yml", SettingsExample.SOURCE + "settled: { after: " + written + " }\n").read();

        assertThat(settings.profiles().get("ice").settled()).isEqualTo(new Settled.After(time));
    }

    @Test
    void readsTheEndingOfAMarker() throws SettingsException {
        Settings settings = new SettingsExample().with("ice/source.yml", SettingsExample.SOURCE + "settled: { marker: .done }\n")
                .read();

        assertThat(settings.profiles().get("ice").settled()).isEqualTo(new Settled.Marker(".done"));
        assertThat(new SettingsExample().read().profiles().get("ice").settled()).as("by default at once").isNull();
    }

    @Test
    void readsHowASourceWritesItsFiles() throws SettingsException {
        ReadOptions read = new SettingsExample().with("ice/source.yml", SettingsExample.SOURCE
                + "read: { charset: windows-1252, delimiter: ;, quote: none, header_line: 3, missing: [\"*\"], "
                + "unpacked_limit: 500 MB, may_shrink: true }\n").read().profiles().get("ice").read();

        assertThat(read)
                .isEqualTo(new ReadOptions(Charset.forName("windows-1252"), ';', null, Layout.headedAt(3), Set.of("*"),
                500_000_000, true, null));
    }

    @ParameterizedTest
    @CsvSource({"7kB,7000", "1 MB,1000000", "20 GB,20000000000", "1 KiB,1024", "3 mib,3145728", "2 GiB,2147483648"})
    void writesSizesInThousandsAndInPowersOfTwo(String size, long bytes) throws SettingsException {
        Settings settings = new SettingsExample()
                .with("ice/source.yml", SettingsExample.SOURCE + "read: { unpacked_limit: " + size + " }\n").read();

        assertThat(settings.profiles().get("ice").read().unpackedLimit()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tab", "\\t", "\"\\t\""})
    void writesATabInThreeWays(String tab) throws SettingsException {
        Settings settings = new SettingsExample()
                .with("ice/source.yml", SettingsExample.SOURCE + "read: { delimiter: " + tab + " }\n").read();

        assertThat(settings.profiles().get("ice").read().delimiter()).isEqualTo('\t');
    }

    @Test
    void readsHowAmountsArePrintedAndWhatAnEntrySaysOtherwise() throws SettingsException {
        List<FigureEntry> entries = new SettingsExample().with("ice/source.yml", SettingsExample.SOURCE.replace("figures:", """
                read: { numbers: { thousands: ".", decimal: "," }, marks: ["*", "(r)"], absent: { x: 1 to 4 } }
                figures:""") + """
                  - { value: { column: n }, measure: { is: arrests }, area: { is: us }, day: { column: date }, unit: 1000, rounded: 5,
                      round: nearest, corrections: true, marks: [] }
                  - { value: { column: n }, measure: { is: arrests }, area: { is: us }, day: { column: date },
                      numbers: { thousands: indian } }
                """).read().profiles().get("ice").entries();

        assertThat(entries.get(0).amounts()).isEqualTo(new AmountStyle(new NumberStyle(Thousands.POINT, ',', 1, 1, false),
                List.of("*", "(r)"), Map.of("x", "1 to 4"), false));
        assertThat(entries.get(1).amounts()).isEqualTo(new AmountStyle(new NumberStyle(Thousands.POINT, ',', 1000, 5, true),
                List.of(), Map.of("x", "1 to 4"), true));
        assertThat(entries.get(2).amounts().numbers())
                .isEqualTo(new NumberStyle(Thousands.INDIAN, NumberStyle.NONE, 1, 1, false));
    }

    @Test
    void unitsAndAveragesHaveAPointWhereNothingElseIsSaid() throws SettingsException {
        Settings settings = new SettingsExample().with("ice/source.yml", SettingsExample.SOURCE + "read: { unit: 1000 }\n")
                .read();

        assertThat(settings.profiles().get("ice").entries().get(0).amounts().numbers())
                .isEqualTo(new NumberStyle(Thousands.COMMA_OR_SPACE, '.', 1000, 1, false));
    }

    @Test
    void readsKindsOfAMeasure() throws SettingsException {
        Settings settings = new SettingsExample().with("crossfoot.yml", SettingsExample.CROSSFOOT.replace("title: Arrests }",
                "title: Arrests, kinds: { criminality: { complete: true, of: [criminal_arrests] }, sex: { of: "
                + "[criminal_arrests] } } }"))
                .read();

        assertThat(settings.rules().kinds()).containsExactly(
                new Kinds("arrests", "criminality", true, List.of("criminal_arrests")),
                new Kinds("arrests", "sex", false, List.of("criminal_arrests")));
        assertThat(settings.rules().equations()).extracting(rule -> rule.id() + ": " + rule.equation().text()).containsExactly(
                "some-are-criminal: criminal_arrests <= arrests", "kinds-add-up: arrests = criminal_arrests",
                "kinds-add-up: arrests >= criminal_arrests");
    }

    @Test
    void aCheckThatIsCalledLikeTheRuleOfKindsStaysOneWhereThereAreNone() throws SettingsException {
        Settings settings = new SettingsExample().with("crossfoot.yml",
                SettingsExample.CROSSFOOT + "  kinds-add-up: { check: criminal_arrests = arrests }\n").read();

        assertThat(settings.rules().checks()).extracting(rule -> rule.id()).containsExactly("kinds-add-up", "some-are-criminal");
    }

    @Test
    void readsAPlaceInSeveralColumns() throws SettingsException {
        FigureEntry entry = new SettingsExample().with("ice/source.yml", SettingsExample.SOURCE.replace("{ is: us }",
                "{ columns: [county, state], join: \", \", map: { \"Cook, IL\": us } }").replace("measure: { is: arrests }",
                "measure: { columns: [sex, age], map: { F 18: arrests } }")).read().profiles().get("ice").entries().get(0);

        assertThat(entry.area()).isEqualTo(new Place(new From.JoinedColumns(List.of("county", "state"), ", "),
                Map.of("Cook, IL", List.of("us")), null));
        assertThat(entry.measure().from()).isEqualTo(new From.JoinedColumns(List.of("sex", "age"), " "));
    }

    @Test
    void readsWhatVagueWordsSpan() throws SettingsException {
        Settings settings = new SettingsExample()
                .with("crossfoot.yml", SettingsExample.CROSSFOOT + "wording: { around: 0%, nearly: 50% }\n").read();

        assertThat(settings.wording()).isEqualTo(new WordingSpans(0, 50));
    }

    @Test
    void readsAreasWithAByteOrderMarkOtherColumnOrderAndSharedOwnNames() throws SettingsException {
        Settings settings = new SettingsExample().with("areas.csv", """
                \ufeffname,aliases,area,breakdown,part_of\r
                "Boston, MA",Hub; BOS  office ;,bos,office,us\r
                \r
                us,,us,,\r
                """).read();

        assertThat(settings.areas().find("bos office")).map(area -> area.name()).contains("Boston, MA");
        assertThat(settings.areas().find("US")).map(area -> area.wholes()).contains(List.of());
        assertThat(settings.areas().partsOf("us").get("office")).hasSize(1);
    }

    @Test
    void readsWaivers() throws SettingsException {
        List<Waiver> waivers = new SettingsExample().with("waivers.csv", """
                id,until,owner,reason
                0123456789ab,2025-03-31,Ann,"known, being mended"
                some-are-criminal/us/arrests,2025-03-31,Ann,old forms
                joint/us/,2025-03-31,Ann,old forms
                report-missing//,2025-03-31,Ann,they move house
                """).read().waivers();

        assertThat(waivers).extracting(Waiver::id)
                .containsExactly("0123456789ab", "some-are-criminal/us/arrests", "joint/us/", "report-missing//");
        assertThat(waivers.get(0))
                .isEqualTo(new Waiver("0123456789ab", LocalDate.of(2025, 3, 31), "Ann", "known, being mended", 2));
    }

    @Test
    void readsAnEntryWrittenOnceAndMeantTwice() throws SettingsException {
        Settings settings = new SettingsExample().with("ice/source.yml", """
                title: ICE
                trust: 3
                figures:
                  - { value: { column: a }, measure: { is: arrests }, area: &where { column: office }, day: { column: d } }
                  - { value: { column: b }, measure: { is: criminal_arrests }, area: *where, day: { column: d } }
                """).read();

        assertThat(settings.profiles().get("ice").entries()).extracting(FigureEntry::area).containsOnly(column("office"));
    }

    private static FigureEntry entryWith(String keys) throws SettingsException {
        return new SettingsExample().with("ice/source.yml",
                "title: ICE\ntrust: 3\nfigures:\n  -\n" + keys.indent(4)).entry();
    }

    private static Place column(String name) {
        return new Place(new From.NamedColumn(name), Map.of(), null);
    }

    private static Place constant(String text) {
        return new Place(new From.Constant(text), Map.of(), null);
    }
}
