package org.crossfoot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crossfoot.settings.text.Problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is told at its line and key, with what was found and what would be right, and brings no others with it. */
class SettingsMistakesTest {

    /** @param words parts of the sentence */
    record Mistake(String file, String text, int line, String key, List<String> words) {

        @Override
        public String toString() {
            return file + ":" + line + " " + key + " " + words;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"ofCrossfoot", "ofAreas", "ofWaivers", "ofDecisions", "ofSources", "ofEntries", "ofPlaces"})
    void tellsAMistakeAtItsPlace(Mistake mistake) {
        List<Problem> problems = new SettingsExample().with(mistake.file(), mistake.text()).problems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(mistake.file());
            assertThat(problem.line()).isEqualTo(mistake.line());
            assertThat(problem.key()).isEqualTo(mistake.key());
            assertThat(problem.found() + "; " + problem.right()).contains(mistake.words());
        });
    }

    static Stream<Mistake> ofCrossfoot() {
        return Stream.of(
                crossfoot("zone: America/New_York", "zone: New York", 1, "zone", "'New York'", "America/New_York"),
                crossfoot("zone: America/New_York", "zone: Amerika/New York", 1, "zone", "did you mean America/New_York?"),
                crossfoot("zone: America/New_York", "zone: UTC+5", 1, "zone", "'UTC+5'"),
                crossfoot("zone: America/New_York", "zone: [a]", 1, "zone", "found a list", "IANA"),
                crossfoot("zone: America/New_York\n", "", 1, "zone", "found no zone", "IANA"),
                crossfoot("zone:", "zone: UTC\nzone:", 2, "zone", "a second time", "line 1"),
                crossfoot("measures:", "mesures:", 4, "mesures", "did you mean measures?"),
                crossfoot("breakdowns:", "breakdown:", 2, "breakdown", "did you mean breakdowns?"),
                crossfoot("measures:", "colour: red\nmeasures:", 4, "colour", "unknown key",
                "zone, breakdowns, measures, rules, wording, files, notify"),
                crossfoot("{ complete: true }", "{ complete: yes }", 3, "breakdowns.office.complete", "'yes'", "true, false"),
                crossfoot("{ complete: true }", "{ compete: true }", 3, "breakdowns.office.compete", "unknown key",
                "did you mean complete?"),
                crossfoot("{ complete: true }", "true", 3, "breakdowns.office", "'true'", "{ complete: true }"),
                crossfoot("  arrests:", "  2fast: {}\n  arrests:", 5, "measures.2fast", "'2fast'",
                "begin a measure's id with a letter"),
                crossfoot("title: Arrests", "kind: stok", 5, "measures.arrests.kind", "'stok'", "did you mean stock?"),
                crossfoot("title: Arrests", "tittle: Arrests", 5, "measures.arrests.tittle", "did you mean title?"),
                crossfoot("title: Arrests", "kinds: [a]", 5, "measures.arrests.kinds", "found a list", "criminality"),
                crossfoot("title: Arrests", "kinds: { sex: {} }", 5, "measures.arrests.kinds.sex.of", "found no of"),
                crossfoot("title: Arrests", "kinds: { sex: { of: [] } }", 5, "measures.arrests.kinds.sex.of", "an empty list"),
                crossfoot("title: Arrests", "kinds: { sex: { of: [criminal_arests] } }", 5,
                        "measures.arrests.kinds.sex.of[0]", "not a declared measure", "did you mean criminal_arrests?"),
                crossfoot("title: Arrests", "kinds: { sex: { of: [arrests] } }", 5, "measures.arrests.kinds.sex.of[0]",
                        "the measure itself"),
                crossfoot("title: Arrests", "kinds: { sex: { of: [criminal_arrests, arrest_goal] } }", 5,
                        "measures.arrests.kinds.sex.of[1]", "'arrest_goal', which is a goal, while arrests is a flow"),
                crossfoot("title: Arrests", "kinds: { sex: { of: [criminal_arrests, criminal_arrests] } }", 5,
                        "measures.arrests.kinds.sex.of[1]", "a second time"),
                crossfoot("title: Arrests", "kinds: { sex: { complete: yes, of: [criminal_arrests] } }", 5,
                        "measures.arrests.kinds.sex.complete", "'yes'", "true, false"),
                crossfoot("rules:\n", "  people: { kinds: { sex: { of: [arrests] } } }\nrules:\n"
                        + "  kinds-add-up: { check: criminal_arrests = arrests }\n", 10, "rules.kinds-add-up.check",
                        "a check for a built-in rule"),
                crossfoot("title: Arrests", "of: criminal_arrests", 5, "measures.arrests.of", "no goal", "kind: goal"),
                crossfoot(", of: arrests", "", 7, "measures.arrest_goal.of", "found no measure", "arrests, criminal_arrests"),
                crossfoot("of: arrests", "of: arests", 7, "measures.arrest_goal.of", "'arests'", "did you mean arrests?"),
                crossfoot("of: arrests", "of: arrest_goal", 7, "measures.arrest_goal.of", "itself a goal"),
                crossfoot("check: criminal_arrests", "check: criminal_arests", 9, "rules.some-are-criminal.check",
                        "'criminal_arests'", "did you mean criminal_arrests?"),
                crossfoot("check: criminal_arrests <= arrests", "check: arrests", 9, "rules.some-are-criminal.check", "'arrests'",
                "write an equation"),
                crossfoot("check: criminal_arrests <=", "check: arrest_goal <=", 9, "rules.some-are-criminal.check",
                "goals and counts"),
                crossfoot("check: criminal_arrests <= arrests", "severity: info", 9, "rules.some-are-criminal", "no check",
                "built-in"),
                crossfoot("some-are-criminal: { check: criminal_arrests <= arrests }", "sources-agre: { tolerance: 1 }", 9,
                "rules.sources-agre",
                        "no check", "did you mean sources-agree?"),
                crossfoot("some-are-criminal: { check: criminal_arrests <= arrests }",
                        "low: { check: arrests >= 10 }\n  high: { check: arrests <= 5 }", 10, "rules.high",
                        "low (arrests >= 10), high (arrests <= 5)", "change one of them"),
                crossfoot("some-are-criminal", "Some", 9, "rules.Some", "'Some'", "small letter"),
                crossfoot("some-are-criminal", "joint", 9, "rules.joint.check", "built-in rule", "an id of its own"),
                crossfoot("<= arrests }", "<= arrests, severity: fatal }", 9, "rules.some-are-criminal.severity", "'fatal'",
                "error, warning, info"),
                crossfoot("<= arrests }", "<= arrests, tolerance: some }", 9, "rules.some-are-criminal.tolerance", "'some'",
                "2.5%"),
                crossfoot("<= arrests }", "<= arrests, enabled: off }", 9, "rules.some-are-criminal.enabled", "'off'",
                "true, false"),
                crossfoot("rules:", "rules:\n  joint: { tolerance: 5 }", 9, "rules.joint.tolerance", "can have none",
                "take it out"),
                crossfoot("rules:", "rules:\n  report-missing: { tolerance: 5% }", 9, "rules.report-missing.tolerance",
                "can have none"),
                crossfoot("zone:", "files: workbook\nzone:", 1, "files", "'workbook'", "write a list"),
                crossfoot("zone:", "files: [sarif, xlsx]\nzone:", 1, "files[1]", "'xlsx'", "workbook, sarif, junit, sdmx"),
                crossfoot("zone:", "notify: [mail]\nzone:", 1, "notify", "found a list", "write a command"),
                crossfoot("zone:", "wording: { around: 51% }\nzone:", 1, "wording.around", "'51%'", "from 0% to 50%"),
                crossfoot("zone:", "wording: { nearly: 5 }\nzone:", 1, "wording.nearly", "'5'", "e.g. 10%"),
                crossfoot("zone: America/New_York", "zone: UTC\n  a: b: c", 2, "", "no valid YAML"),
                new Mistake("crossfoot.yml", "", 0, "", List.of("empty file")),
                new Mistake("crossfoot.yml", "- zone", 1, "", List.of("found a list", "mapping with zone and measures")));
    }

    static Stream<Mistake> ofAreas() {
        return Stream.of(
                areas("area,name,part_of,breakdown\nus,US,,\n", 1, "aliases", "found no column aliases",
                "area,name,part_of,breakdown,aliases"),
                areas("area,name,part_of,breakdown,aliases,note\nus,US,,,,\n", 1, "note", "unknown column 'note'"),
                areas("area,name,part_of,breakdown,aliases,name\nus,US,,,,\n", 1, "name", "twice"),
                moreAreas("nyc,New York,us,office\n", 4, "", "found 4 cells", "write 5"),
                moreAreas(",New York,us,office,\n", 4, "area", "found no id"),
                moreAreas("\"a\nb\",New York,us,office,\n", 4, "area", "'a\u00b7b'", "begin an id"),
                moreAreas("-x,New York,us,office,\n", 4, "area", "'-x'"),
                moreAreas("bos,New York,us,office,\n", 4, "area", "'bos' a second time", "line 3"),
                moreAreas("BOS,New York,us,office,\n", 4, "area", "id 'BOS'", "also the id of bos (line 3)"),
                moreAreas("nyc,New York,us:office; bos:office,office,\n", 4, "breakdown", "beside those that part_of names"),
                moreAreas("nyc,New York,us:office; bos,,\n", 4, "part_of", "'bos'", "ny:county; capital-region:police"),
                moreAreas("nyc,New York,us:office;us:office,,\n", 4, "part_of", "'us:office' twice"),
                moreAreas("nyc,New York,us:office;usa:office,,\n", 4, "part_of", "'usa'", "did you mean us?"),
                moreAreas("nyc,New York,us:office;us:ofice,,\n", 4, "breakdown", "'ofice'", "did you mean office?"),
                moreAreas("nyc,New York,us:office;man:office,,\nman,,nyc,office,\n", 4, "part_of", "a circle",
                        "nyc is part of man is part of nyc"),
                moreAreas("nyc,Nyc,usa,office,\n", 4, "part_of", "'usa'", "did you mean us?"),
                moreAreas("nyc,New York,us,ofice,\n", 4, "breakdown", "'ofice'", "crossfoot.yml", "did you mean office?"),
                moreAreas("a,,us,state,\nb,,us,state,\nc,,us,state,\n", 4, "breakdown", "'state'", "also in lines 5, 6"),
                moreAreas("nyc,New York,us,,\n", 4, "breakdown", "in no breakdown", "both part_of and breakdown"),
                moreAreas("nyc,New York,,office,\n", 4, "part_of", "of no area"),
                moreAreas("a,A,b,office,\nb,B,a,office,\n", 4, "part_of", "a is part of b is part of a"),
                moreAreas("a,A,a,office,\n", 4, "part_of", "a is part of a"),
                moreAreas("nyc,boston,us,office,\n", 4, "name", "'boston'", "also the name of bos (line 3)"),
                moreAreas("nyc,New York,us,office,NY; The  Nation\n", 4, "aliases", "'The  Nation'", "alias of us (line 2)"),
                moreAreas("nyc,New York,us,office,bos\n", 4, "aliases", "alias 'bos'", "also the id of bos"),
                areas("area,name,part_of,breakdown,aliases\nus,\"US,,,\n", 0, "", "no valid CSV", "quotes"),
                areas("", 0, "", "empty file", "area,name,part_of,breakdown,aliases"));
    }

    static Stream<Mistake> ofWaivers() {
        return Stream.of(
                waiver("0123456789AB,2025-03-31,Ann,why", "id", "'0123456789AB'", "12 digits"),
                waiver(",2025-03-31,Ann,why", "id", "found nothing", "rule/area/measure"),
                waiver("sources-agre/us/arrests,2025-03-31,Ann,why", "id", "unknown rule 'sources-agre'",
                "did you mean sources-agree?"),
                waiver("joint/usx/arrests,2025-03-31,Ann,why", "id", "unknown area 'usx'", "did you mean us?"),
                waiver("joint/United States/,2025-03-31,Ann,why", "id", "'United States'", "write its id, us"),
                waiver("joint/us/arests,2025-03-31,Ann,why", "id", "unknown measure 'arests'"),
                waiver("waiver-expired/us/arrests,2025-03-31,Ann,why", "id", "'waiver-expired'", "about waivers",
                "crossfoot.yml"),
                waiver("decision-ended/us/arrests,2025-03-31,Ann,why", "id", "'decision-ended'", "about decisions",
                "crossfoot.yml"),
                waiver("joint/us/,2025-02-30,Ann,why", "until", "'2025-02-30'", "calendar day"),
                waiver("joint/us/,2025-03-31,,why", "owner", "found nothing"),
                waiver("joint/us/,2025-03-31,Ann,", "reason", "found nothing"),
                waiver("joint/us/,2025-03-31,Ann", "", "found 3 cells"));
    }

    static Stream<Mistake> ofDecisions() {
        return Stream.of(
                decision("ice:arrests@us,set-aside,Ann,why,", "figure", "'ice:arrests@us'", "source:measure@area@period"),
                decision(",set-aside,Ann,why,", "figure", "found nothing", "source:measure@area@period"),
                decision("ice:arrests@us@2025-02-30,stands,Ann,why,", "figure", "2025-02-30"),
                decision("icy:arrests@us@2025-01-26,stands,Ann,why,", "figure", "unknown source 'icy'", "did you mean ice?"),
                decision("ice:arests@us@2025-01-26,stands,Ann,why,", "figure", "unknown measure 'arests'",
                "did you mean arrests?"),
                decision("ice:arrests@usa@2025-01-26=1;2,stands,Ann,why,", "figure", "unknown area 'usa'", "write its id, us"),
                decision("ice:arrests@us@2025-01-26,setaside,Ann,why,", "decision", "'setaside'", "did you mean set-aside?"),
                decision("ice:arrests@us@2025-01-26,,Ann,why,", "decision", "found nothing", "belongs-to PERIOD"),
                decision("ice:arrests@us@2025-01-26,stands well,Ann,why,", "decision", "'well'", "stands alone"),
                decision("ice:arrests@us@2025-01-26,belongs-to,Ann,why,", "decision", "found nothing", "2025-01-27"),
                decision("ice:arrests@us@2025-01-26,belongs-to 27 Jan,Ann,why,", "decision", "'27 Jan'", "2025-01-27"),
                decision("ice:arrests@us@2025-01-26,belongs-to 2025-01-26/..,Ann,why,", "decision", "a first and a last one"),
                decision("ice:arrests@us@2025-01-26,belongs-to 2025-01-26,Ann,why,", "decision", "what it was printed for"),
                decision("ice:arrests@us@2025-01-26,means detentions,Ann,why,", "decision", "'detentions'"),
                decision("ice:arrests@us@2025-01-26,means arrest_goal,Ann,why,", "decision", "no goal"),
                decision("ice:arrests@us@2025-01-26,in-area Boston,Ann,why,", "decision", "write its id, bos"),
                decision("ice:arrest_goal@us@2025-01-26/..,in-area bos,Ann,why,", "decision", "a goal can be set aside or stand"),
                decision("ice:arrests@us@2025-01-26,stands,,why,", "owner", "found nothing"),
                decision("ice:arrests@us@2025-01-26,stands,Ann,,", "reason", "found nothing"),
                decision("ice:arrests@us@2025-01-26,stands,Ann,why,soon", "until", "'soon'", "calendar day", "for good"),
                decision("ice:arrests@us@2025-01-26,stands,Ann,why", "", "found 4 cells"));
    }

    static Stream<Mistake> ofSources() {
        return Stream.of(
                source("trust:", "read: { header_line: 1, header_lines: [1, 2] }\ntrust:", 2, "read.header_lines",
                "beside header_line"),
                source("trust:", "read: { header: some }\ntrust:", 2, "read.header", "'some'", "none"),
                source("trust:", "read: { header_lines: [2, 1] }\ntrust:", 2, "read.header_lines", "do not go down"),
                source("trust:", "read: { header_lines: [1, 2, 3, 4, 5, 6] }\ntrust:", 2, "read.header_lines", "6 lines",
                "at most 5"),
                source("trust:", "read: { fill_down: Office }\ntrust:", 2, "read.fill_down", "'Office'", "[Office]"),
                source("trust:", "read: { stop_at: \"(\" }\ntrust:", 2, "read.stop_at", "'('"),
                source("trust:", "read: { escape: \",\" }\ntrust:", 2, "read.escape", "the delimiter"),
                source("trust:", "files: \"*.csv\"\ntrust:", 2, "files", "'*.csv'", "a list"),
                source("trust:", "files: [\"../*.csv\"]\ntrust:", 2, "files[0]", "'../*.csv'", "2025/*.csv"),
                source("trust:", "files: []\ntrust:", 2, "files", "empty list"),
                source("trust:", "unused_rows: yes\ntrust:", 2, "unused_rows", "'yes'", "expected"),
                source("title: ICE daily posts\n", "", 1, "title", "found no title"),
                source("trust: official-statement\n", "", 1, "trust", "found no trust", "official-data"),
                source("official-statement", "official-statment", 2, "trust", "did you mean official-statement?"),
                source("official-statement", "0", 2, "trust", "'0'", "from 1 to 1000"),
                source("official-statement", "1001", 2, "trust", "'1001'"),
                source("official-statement", "2.5", 2, "trust", "'2.5'", "whole number"),
                source("figures:", "repeats: nobody\nfigures:", 3, "repeats", "'nobody'", "source.yml"),
                source("figures:", "repeats: ice\nfigures:", 3, "repeats", "ice repeats ice"),
                source("figures:", "schedule: yearly\nfigures:", 3, "schedule", "'yearly'", "daily, weekdays, weekly, monthly"),
                source("figures:", "schedule: { from: 2025-01-20 }\nfigures:", 3, "schedule.every", "found no every"),
                source("figures:", "schedule: { every: daily, holidays: [2025-02-29] }\nfigures:", 3, "schedule.holidays[0]",
                "'2025-02-29'"),
                source("figures:", "settled: 10 minutes\nfigures:", 3, "settled", "'10 minutes'", "{ after: 10 minutes }"),
                source("figures:", "settled: {}\nfigures:", 3, "settled", "neither after nor marker"),
                source("figures:", "settled: { after: 1 day, marker: .done }\nfigures:", 3, "settled", "both after and marker"),
                source("figures:", "settled: { aftr: 1 day }\nfigures:", 3, "settled.aftr", "did you mean after?"),
                source("figures:", "settled: { after: 10 }\nfigures:", 3, "settled.after", "'10'", "10 minutes"),
                source("figures:", "settled: { after: 0 minutes }\nfigures:", 3, "settled.after", "'0 minutes'"),
                source("figures:", "settled: { marker: ok/ }\nfigures:", 3, "settled.marker", "'ok/'", ".done"),
                source("figures:", "settled: { marker: .done.csv }\nfigures:", 3, "settled.marker", "itself be a report"),
                source("figures:", "settled: { marker: .gz }\nfigures:", 3, "settled.marker", "itself be a report"),
                source("figures:", "read: { charset: UTF-16 }\nfigures:", 3, "read.charset", "'UTF-16'"),
                source("figures:", "read: { charset: latin-17 }\nfigures:", 3, "read.charset", "'latin-17'", "windows-1252"),
                source("figures:", "read: { delimiter: \";;\" }\nfigures:", 3, "read.delimiter", "';;'", "one character"),
                source("figures:", "read: { delimiter: \"'\", quote: \"'\" }\nfigures:", 3, "read.quote", "found the delimiter"),
                source("figures:", "read: { header_line: 0 }\nfigures:", 3, "read.header_line", "'0'"),
                source("figures:", "read: { missing: NA }\nfigures:", 3, "read.missing", "'NA'", "write a list"),
                source("figures:", "read: { unpacked_limit: 500 }\nfigures:", 3, "read.unpacked_limit", "'500'", "500 MB"),
                source("figures:", "read: { unpacked_limit: 0 MB }\nfigures:", 3, "read.unpacked_limit", "'0 MB'"),
                source("figures:", "read: { unpacked_limit: 5 MBit }\nfigures:", 3, "read.unpacked_limit", "'5 MBit'",
                "kB, MB, GB"),
                source("figures:", "read: { may_shrink: yes }\nfigures:", 3, "read.may_shrink", "'yes'", "true, false"),
                source("figures:", "published: { header: true }\nfigures:", 3, "published.header", "several columns"),
                new Mistake("ice/source.yml", "title: ICE\ntrust: 1\n", 1, "figures",
                List.of("found no figures", "list of entries")),
                new Mistake("ice/source.yml", "title: ICE\ntrust: 1\nfigures: []\n", 3, "figures", List.of("empty list")),
                new Mistake("ice/source.yml", "title: ICE\ntrust: 1\nfigures: {}\n", 3, "figures", List.of("found a mapping")),
                new Mistake("new york/source.yml", SettingsExample.SOURCE, 1, "", List.of("'new york'", "begin an id")));
    }

    static Stream<Mistake> ofEntries() {
        return Stream.of(
                entry("value: { column: arrests }, ", "", "figures[0].value", "neither value nor rows", "rows: count"),
                entry("value: {", "rows: count, value: {", "figures[0].value", "both value and rows"),
                entry("day: {", "numbers: { thousands: ';' }, day: {", "figures[0].numbers.thousands", "';'", "indian"),
                entry("day: {", "numbers: { thousands: '' }, day: {", "figures[0].numbers.thousands", "found nothing", "indian"),
                entry("day: {", "numbers: { thousands: '.', decimal: '.' }, day: {", "figures[0].numbers.decimal", "'.'",
                        "another mark than that of thousands"),
                entry("day: {", "numbers: { decimal: ';' }, day: {", "figures[0].numbers.decimal", "';'", "write \".\" or \",\""),
                entry("day: {", "numbers: comma, day: {", "figures[0].numbers", "'comma'", "thousands"),
                entry("day: {", "marks: '*', day: {", "figures[0].marks", "'*'", "[\"*\", \"(r)\"]"),
                entry("day: {", "marks: ['*', '1'], day: {", "figures[0].marks[1]", "'1'", "none begins with a digit"),
                entry("day: {", "absent: [x], day: {", "figures[0].absent", "found a list", "unknown"),
                entry("day: {", "absent: { x: few }, day: {", "figures[0].absent.x", "'few'", "no number", "zero, unknown or"),
                entry("day: {", "absent: { x: zero, X: unknown }, day: {", "figures[0].absent.X", "in another case"),
                entry("day: {", "unit: 0, day: {", "figures[0].unit", "'0'", "from 1 to 999999999"),
                entry("day: {", "rounded: 2.5, day: {", "figures[0].rounded", "'2.5'", "a whole number"),
                entry("day: {", "round: down, day: {", "figures[0].round", "'down'", "nearest"),
                entry("day: {", "corrections: maybe, day: {", "figures[0].corrections", "'maybe'", "true, false"),
                entry("day: {", "mark: ['*'], day: {", "figures[0].mark", "did you mean marks?"),
                entry("value: { column: arrests }", "rows: sum", "figures[0].value", "rows: sum without value"),
                entry("day: {", "no_row: none, day: {", "figures[0].no_row", "'none'", "zero"),
                entry("day: {", "no_row: zero, year: {", "figures[0].no_row", "do not follow one another", "day, month"),
                entry("day: {", "no_row: zero, to_date: true, day: {", "figures[0].no_row", "beside to_date"),
                entry("{ column: arrests }", "{ column: [] }", "figures[0].value.column", "empty list"),
                entry("{ column: arrests }", "{ column: [a, \"/(/\"] }", "figures[0].value.column[1]", "'('"),
                entry("day: { column: date }", "day: { year: { column: y }, month: { column: m } }", "figures[0].day.day",
                "found no day"),
                entry("day: { column: date }", "month: { year: { column: y }, month: { column: m }, day: { column: d } }",
                        "figures[0].month.day", "unknown key", "year, month"),
                entry("day: { column: date }", "week: { column: w, starts: mon }", "figures[0].week.starts", "'mon'", "monday"),
                entry("day: { column: date }", "week_ending: { column: w, starts: monday }", "figures[0].week_ending.starts",
                "unknown key"),
                entry("day: { column: date }", "fiscal_year: { column: y, starts: 13 }", "figures[0].fiscal_year.starts",
                "1 to 12"),
                entry("day: { column: date }", "quarter: { column: q, format: Q }", "figures[0].quarter.format",
                "only days and months"),
                entry("day: {", "since: { year_start: false }, day: {", "figures[0].since.year_start", "'false'", "true"),
                entry("day: {", "since: { fiscal_year_start: 0 }, day: {", "figures[0].since.fiscal_year_start", "1 to 12"),
                entry("day: {", "since: { year_start: true, fiscal_year_start: 4 }, day: {", "figures[0].since", "both"),
                entry("value: { column: arrests }", "rows: all", "figures[0].rows", "'all'", "count"),
                entry("day: {", "once_per: { column: id }, day: {", "figures[0].once_per", "no rows counted",
                "rows: count instead of value"),
                entry("value: { column: arrests }", "rows: count, once_per: id", "figures[0].once_per", "'id'",
                "once_per: { column: case_number }"),
                entry("value: { column: arrests }", "rows: count, once_per: {}", "figures[0].once_per.column", "found no column",
                "case_number"),
                entry("value: { column: arrests }", "rows: count, once_per: { is: x, column: id }", "figures[0].once_per.is",
                "unknown key", "column"),
                entry("value: { column: arrests }", "value: arrests", "figures[0].value", "'arrests'", "value: { column: NAME }"),
                entry("value: { column: arrests }", "value: { colunm: arrests }", "figures[0].value.colunm",
                "did you mean column?"),
                entry("value: { column: arrests }", "value: { columns: \"a(\" }", "figures[0].value.columns", "'a('",
                "Unclosed group", "character"),
                entry("measure: { is: arrests }, ", "", "figures[0].measure", "found no measure", "measure: { is: arrests }"),
                entry("area: { is: us }, ", "", "figures[0].area", "found no area", "area: { is: us }"),
                entry("day: {", "days: { column: d }, day: {", "figures[0].days", "unknown key", "did you mean day?"),
                entry(", day: { column: date }", "", "figures[0]", "found no period", "since with day"),
                entry("day: {", "month: { column: m }, day: {", "figures[0]", "a period of day and month",
                "month with fiscal_year"),
                entry("day: {", "since: {", "figures[0]", "a period of since"),
                entry("day: {", "to: {", "figures[0]", "a period of to"),
                entry("day: {", "from: {", "figures[0].to", "arrests is no goal"),
                entry("measure: { is: arrests }, area: { is: us }, day: {",
                        "measure: { column: m, map: { A: arrest_goal, B: arrests } }, area: { is: us }, from: {", "figures[0].to",
                        "arrests is no goal"),
                entry("day: {", "when: { column: kind }, day: {", "figures[0].when.matches", "found no matches"),
                entry("day: {", "when: [{ column: a, matches: a }, { matches: b }], day: {", "figures[0].when[1]",
                "found no place"),
                entry("day: {", "when: { column: a, matches: \"[\" }, day: {", "figures[0].when.matches", "'['",
                "java.util.regex"),
                entry("day: {", "days: {", "figures[0].days", "did you mean day?"),
                entry("area: {", "aera: {", "figures[0].aera", "did you mean area?"),
                entry("value: {", "valeu: {", "figures[0].valeu", "did you mean value?"),
                entry("day: {", "trust: high, day: {", "figures[0].trust", "'high'", "official-data"),
                entry("day: {", "derived: yes, day: {", "figures[0].derived", "'yes'"),
                entry("day: {", "missing: none, day: {", "figures[0].missing", "'none'", "zero, unknown"));
    }

    static Stream<Mistake> ofPlaces() {
        return Stream.of(
                entry("{ column: date }", "{ column: date, format: M/d/yy }", "figures[0].day.format", "two digits",
                "years_from: 1950"),
                entry("{ column: date }", "{ column: date, format: [yyyy-MM-dd, d.M.uu] }", "figures[0].day.format",
                "two digits"),
                entry("{ column: date }", "{ column: date, format: yyyyMMdd, years_from: 1950 }", "figures[0].day.years_from",
                "take it out"),
                entry("{ column: date }", "{ column: date, format: [] }", "figures[0].day.format", "empty list"),
                entry("{ column: date }", "{ column: date, format: [yyyy-MM-dd, M/yyyy] }", "figures[0].day.format[1]",
                "lacks a part"),
                entry("{ column: date }", "{ column: date, format: yyyyMMdd, zone: UTC }", "figures[0].day.zone",
                "no format has a time"),
                entry("{ column: date }", "{ column: date, format: excel, zone: Mars }", "figures[0].day.zone", "'Mars'", "IANA"),
                entry("{ column: date }", "{ column: date, language: klingon }", "figures[0].day.language", "'klingon'", "fr"),
                entry("{ is: us }", "{ is: us, language: fr }", "figures[0].area.language", "no date is read"),
                entry("{ column: date }", "{ line: 1, matches: \"(.*)\" }", "figures[0].day.line", "begins with the first line",
                "header_line"),
                entry("{ column: date }", "{ column: date, matches: \"(.*)\" }", "figures[0].day.matches", "no line above"),
                entry("area: { is: us }", "area: {}", "figures[0].area",
                        "found no place; write one of is, column, columns, file, e.g. area: { is: us }"),
                entry("area: { is: us }", "area: { columns: [county] }", "figures[0].area.columns", "one column",
                "[county, state]"),
                entry("area: { is: us }", "area: { columns: county }", "figures[0].area.columns", "'county'", "[county, state]"),
                entry("area: { is: us }", "area: { is: us, join: '/' }", "figures[0].area.join", "nothing is joined"),
                entry("area: { is: us }", "area: { columns: [a, b], join: [c] }", "figures[0].area.join", "found a list"),
                entry("day: { column: date }", "day: { columns: [y, m] }", "figures[0].day.columns", "unknown key"),
                entry("measure: { is: arrests }", "measure: arrests", "figures[0].measure", "'arrests' where a place belongs",
                "{ is: arrests }"),
                entry("area: { is: us }", "area: { is: us, column: office }", "figures[0].area",
                "found is and column in one place"),
                entry("area: { is: us }", "area: { colum: office }", "figures[0].area.colum", "did you mean column?"),
                entry("area: { is: us }", "area: [us]", "figures[0].area", "found a list"),
                entry("area: { is: us }", "area: ", "figures[0].area", "found no place", "area: { is: us }"),
                entry("area: { is: us }", "area: { is: }", "figures[0].area.is", "found nothing"),
                entry("area: { is: us }", "area: { is: usx }", "figures[0].area.is", "'usx'", "not a declared area",
                "did you mean us?"),
                entry("measure: { is: arrests }", "measure: { is: arests }", "figures[0].measure.is", "not a declared measure",
                "did you mean arrests?"),
                entry("measure: { is: arrests }", "measure: { column: m, map: { A: arests } }", "figures[0].measure.map.A",
                "'arests'"),
                entry("measure: { is: arrests }", "measure: { column: m, map: { A: [arrests] } }", "figures[0].measure.map.A",
                "found a list", "only an area"),
                entry("area: { is: us }", "area: { column: a, map: { A: [us, xy] } }", "figures[0].area.map.A[1]", "'xy'"),
                entry("area: { is: us }", "area: { column: a, map: { A: [us, bos, us] } }", "figures[0].area.map.A[2]",
                "us a second time", "count twice"),
                entry("area: { is: us }", "area: { column: a, map: { A: [USA, us] } }", "figures[0].area.map.A[1]", "'us'",
                "us a second time"),
                entry("area: { is: us }", "area: { column: a, map: { A: [boston, The  Nation, united states] } }",
                "figures[0].area.map.A[2]", "us a second time"),
                entry("value: { column: arrests }, measure: { is: arrests }, area: { is: us }",
                        "rows: count, measure: { is: arrests }, area: { column: a, map: { A: [us, USA] } }",
                        "figures[0].area.map.A[1]", "us a second time"),
                entry("day: { column: date } }", "note: { column: n }, day: { column: date } }\n"
                        + "  - { rows: count, measure: { is: arrests }, area: { is: us }, day: { column: date } }",
                        "figures[0].note", "keeps none of their texts"),
                entry("value: { column: arrests }", "rows: count, attributed_to: { column: n }", "figures[0].attributed_to",
                "keeps none of their texts"),
                entry("area: { is: us }", "area: { column: a, map: { A: us, A: bos } }", "figures[0].area.map.A",
                "a second time"),
                entry("area: { is: us }", "area: { header: true }", "figures[0].area.header", "several columns"),
                entry("area: { is: us }", "area: { file: \"us.*\" }", "figures[0].area.file", "found no group"),
                entry("area: { is: us }", "area: { file: \"(us\" }", "figures[0].area.file", "'(us'"),
                entry("area: { is: us }", "area: { column: a, format: yyyy }", "figures[0].area.format", "only days and months"),
                entry("day: { column: date }", "day: { column: date, format: yyyy-mm-dd }", "figures[0].day.format",
                "'yyyy-mm-dd'", "MM is the month"),
                entry("day: { column: date }", "day: { column: date, format: YYYY-MM-DD }", "figures[0].day.format",
                "'YYYY-MM-DD'"),
                entry("day: { column: date }", "day: { column: date, format: bad }", "figures[0].day.format", "'bad'"),
                entry("day: { column: date }", "month: { column: date, format: MMM }", "figures[0].month.format",
                "month and year"),
                entry("day: { column: date }", "day: { is: 2025-02-30 }", "figures[0].day.is", "'2025-02-30'", "calendar day"),
                entry("day: { column: date }", "day: { colum: date, column: d }", "figures[0].day.colum",
                "did you mean column?"));
    }

    @Test
    void missesTheFilesThatMustBeThere() {
        assertThat(new SettingsExample().without("crossfoot.yml").without("areas.csv").problems())
                .extracting(Problem::toString).satisfiesExactly(
                        areas -> assertThat(areas).startsWith("areas.csv: found no such file"),
                        crossfoot -> assertThat(crossfoot).startsWith("crossfoot.yml: found no such file"));
    }

    @Test
    void tellsAllMistakesOfAllFilesAtOnceByFileAndLine() {
        List<Problem> problems = new SettingsExample()
                .with("crossfoot.yml",
                SettingsExample.CROSSFOOT.replace("zone: America/New_York", "zone: Mars").replace("<= arrests", "<= arests"))
                .with("areas.csv", SettingsExample.AREAS + "nyc,Boston,usa,office,\n,x\n")
                .with("waivers.csv", "id,until,owner,reason\njoint/us/,soon,,\n")
                .with("ice/source.yml",
                SettingsExample.SOURCE.replace("official-statement", "none").replace("is: us", "is: them"))
                .with("press/source.yml", "title: [")
                .problems();

        assertThat(problems).extracting(problem -> problem.file() + ":" + problem.line() + ":" + problem.key()).containsExactly(
                "areas.csv:4:name", "areas.csv:4:part_of", "areas.csv:5:", "areas.csv:5:area",
                "crossfoot.yml:1:zone", "crossfoot.yml:9:rules.some-are-criminal.check",
                "ice/source.yml:2:trust", "ice/source.yml:4:figures[0].area.is",
                "press/source.yml:1:",
                "waivers.csv:2:owner", "waivers.csv:2:reason", "waivers.csv:2:until");
    }

    @Test
    void saysNothingAgainstNamesWhoseOwnFileCannotBeRead() {
        List<Problem> problems = new SettingsExample().with("crossfoot.yml", "zone: UTC\nmesures: {}\n")
                .with("areas.csv", "wrong\n")
                .with("waivers.csv", "id,until,owner,reason\nnew-rule/us/arrests,2025-03-31,Ann,why\n")
                .with("crossfoot.yml", "[")
                .problems();

        assertThat(problems).extracting(Problem::file).containsOnly("areas.csv", "crossfoot.yml");
    }

    @Test
    void namesTheCircleOfSourcesThatRepeatEachOther() {
        List<Problem> problems = new SettingsExample()
                .with("a/source.yml", SettingsExample.SOURCE + "repeats: b\n")
                .with("b/source.yml", SettingsExample.SOURCE + "repeats: a\n").problems();

        assertThat(problems).extracting(Problem::toString)
                .containsExactly("a/source.yml:5: repeats: found a circle: a repeats b repeats a; "
                        + "let one of them repeat nothing");
    }

    @Test
    void speaksToAnAdministrator() {
        List<Problem> problems = new SettingsExample().with("ice/source.yml",
                SettingsExample.SOURCE.replace("value: { column: arrests }", "value: { columns: \"a.*\" }")
                .replace("area: { is: us }", "area: {}")).problems();

        assertThat(problems).extracting(Problem::toString).containsExactly(
                "ice/source.yml:4: figures[0].area: found no place; write one of is, column, columns, header, file, "
                        + "e.g. area: { is: us }");
    }

    private static Mistake crossfoot(String right, String wrong, int line, String key, String... words) {
        return new Mistake("crossfoot.yml", replaced(SettingsExample.CROSSFOOT, right, wrong), line, key, List.of(words));
    }

    private static Mistake areas(String text, int line, String key, String... words) {
        return new Mistake("areas.csv", text, line, key, List.of(words));
    }

    private static Mistake moreAreas(String rows, int line, String key, String... words) {
        return areas(SettingsExample.AREAS + rows, line, key, words);
    }

    private static Mistake waiver(String row, String key, String... words) {
        return new Mistake("waivers.csv", "id,until,owner,reason\n" + row + "\n", 2, key, List.of(words));
    }

    private static Mistake decision(String row, String key, String... words) {
        return new Mistake("decisions.csv", "figure,decision,owner,reason,until\n" + row + "\n", 2, key, List.of(words));
    }

    private static Mistake source(String right, String wrong, int line, String key, String... words) {
        return new Mistake("ice/source.yml", replaced(SettingsExample.SOURCE, right, wrong), line, key, List.of(words));
    }

    private static Mistake entry(String right, String wrong, String key, String... words) {
        return source(right, wrong, 4, key, words);
    }

    private static String replaced(String text, String right, String wrong) {
        assertThat(text).contains(right);
        return text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
    }
}
