package org.crossfoot.draft;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossfoot.figure.AmountText.AmountReading.Understood;
import org.crossfoot.figure.AmountText;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Measure;
import org.crossfoot.intake.AmountProposals;
import org.crossfoot.intake.DateProposals;
import org.crossfoot.intake.row.PersonalColumns.PersonalColumn;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.Settings;

/**
 * Proposes a {@code source.yml} for a report: which columns are the amounts, and where measure, area and period stand. What the
 * report does not tell is left open or said in a comment, for somebody to decide.
 */
public final class SourceDraft {

    private static final Set<String> PUBLISHED = Set.of("published", "posted", "publication", "updated", "update", "released",
            "release", "modified", "pub", "checked", "created");
    private static final Set<String> FIRST = Set.of("from", "first", "start", "begin", "beginning", "f");
    private static final Set<String> LAST = Set.of("to", "last", "end", "ending", "until", "t");
    private static final Set<String> OF_AMOUNTS = Set.of("count", "total", "number", "value", "figure", "amount", "printed",
            "sum");
    private static final Set<String> OF_PLACES = Set.of("area", "place", "state", "county", "office", "region", "district",
            "city", "province", "location", "borough", "precinct", "country");
    private static final Set<String> RUNNING = Set.of("cumulative", "cum", "ytd", "running", "cumulated");
    private static final Set<String> NO_AMOUNTS = Set.of("id", "fips", "code", "percent", "pct", "rank", "hash", "year", "month",
            "day", "key", "index", "latitude", "longitude", "zip");
    private static final Set<String> TOTALS = Set.of("total", "all", "grand total", "overall", "totals", "sum", "all areas");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
            "nov", "dec");
    private static final List<String> PROPOSED = List.of("marks:", "numbers:", "absent:");
    private static final Pattern DAY_IN_NAME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})|([0-9]{2}-[0-9]{2}-[0-9]{4})|(?<![0-9])(20[0-9]{6})(?![0-9])");
    private static final Pattern FISCAL_YEAR_IN_NAME = Pattern.compile("FY[0-9]{2}(?![0-9])");
    private static final int FEW_ROWS = 12;
    private static final int MANY_DAYS = 20;
    private static final int FEW_SERIES = 3;
    private static final int FEW_AMOUNTS = 4;
    private static final int NEARLY_ALL = 95;
    private static final int SOME = 20;
    private static final int LONGEST = 400;

    private final String file;
    private final String around;
    private final ReportSample sample;
    private final Settings settings;
    private final MeasureWords measures;
    private final List<ColumnLook> columns;
    private final Set<Integer> used = new LinkedHashSet<>();
    private final List<String> decide = new ArrayList<>();
    private final List<String> read = new ArrayList<>();

    private SourceDraft(String folder, String file, ReportSample sample, Settings settings) {
        this.file = file;
        this.around = folder + " " + file.replaceFirst("[.].*", "");
        this.sample = sample;
        this.settings = settings;
        this.measures = new MeasureWords(settings.measures().values());
        this.columns = sample.nameable().stream().map(column -> ColumnLook.of(sample, column, settings)).toList();
    }

    /**
     * The text of a source.yml, with comments on what to decide.
     *
     * @param folder   the name of the folder that it lies in, which may say of whom or of where it is
     * @param file     the report's name
     * @param sheet    of a workbook, or null for the only one that is shown
     * @param settings of which measures and areas are known
     * @throws UnreadableReport where it is no table at all
     */
    public static String of(String folder, String file, String sheet, ReportBytes report, Settings settings)
            throws IOException, UnreadableReport {
        SourceDraft draft = new SourceDraft(folder, file, ReportSample.of(file, report, sheet), settings);
        if (sheet != null) {
            draft.read.add("sheet: " + quoted(sheet));
        }
        return draft.text();
    }

    private String text() {
        readOptions();
        List<ColumnLook> days = columns.stream().filter(ColumnLook::isDay).toList();
        Optional<ColumnLook> published = days.stream().filter(column -> column.isCalled(PUBLISHED)
                && sample.filled(column.column()) >= NEARLY_ALL).min(Comparator.comparing(column ->
                !column.isCalled(Set.of("published", "posted", "pub"))));
        // A day that a report is updated on is not yet the day that it tells of.
        boolean isOther = published.isPresent() && (days.size() > 1 || dayInName().isPresent());
        String publishedPlace = isOther ? place("column", published.get().header(), format(published.get().day()))
                : dayInName().orElse("");
        published.filter(column -> isOther).ifPresent(this::use);
        Optional<ColumnLook> area = area();
        area.ifPresent(this::use);
        List<ColumnLook> merged = columns.stream().filter(column -> (column.isDay() || column.isArea())
                && sample.isMerged(column.column())).toList();
        if (!merged.isEmpty()) {
            read.add("fill_down: " + merged.stream().map(column -> quoted(column.header())).collect(Collectors.joining(", ",
                    "[", "]")));
            decide.add("blank cells of " + merged.stream().map(ColumnLook::header).collect(Collectors.joining(", "))
                    + " are taken to say what the cell above them says");
        }
        List<String> entries = entries(area);
        StringBuilder text = new StringBuilder("# Proposed by crossfoot draft for " + oneLine(file) + ": read it, and decide"
                + " what says so.\n");
        columns.forEach(column -> text.append("#   ").append(oneLine(column.header())).append(": looks like ")
                .append(column.inWords()).append(column.example().isEmpty() || isPersonal(column) ? "" : ", such as "
                + oneLine(column.example())).append('\n'));
        decide.forEach(sentence -> text.append("# Decide: ").append(oneLine(sentence)).append(".\n"));
        text.append("title: ").append(quoted(title())).append('\n')
                .append("trust: official-data      # decide: official-data, official-statement, named-via-press,"
                + " unnamed-via-press or estimate\n");
        if (!read.isEmpty()) {
            text.append("read:\n");
            read.forEach(line -> text.append("  ").append(line).append('\n'));
        }
        if (!publishedPlace.isEmpty()) {
            text.append("published: ").append(publishedPlace).append('\n');
        }
        text.append("figures:\n");
        entries.forEach(text::append);
        return text.toString();
    }

    /** What looks like a person's is not shown. */
    private static boolean isPersonal(ColumnLook column) {
        return !column.isAmount() && !column.isArea() && !column.isDay() && !column.isPeriod() || isCalledPersonal(column);
    }

    private static boolean isCalledPersonal(ColumnLook column) {
        return PersonalColumn.isCalledOne(column.header(), false);
    }

    private void use(ColumnLook column) {
        used.add(column.column());
    }

    private String title() {
        String name = file.replaceFirst("(?i)[.](csv|csv[.]gz|xlsx)$", "").replace('_', ' ').strip();
        return name.isEmpty() ? "Reports" : name;
    }

    private void readOptions() {
        if (!sample.charset().isEmpty()) {
            read.add("charset: " + sample.charset());
        }
        if (sample.delimiter() != ',') {
            read.add("delimiter: " + (sample.delimiter() == '\t' ? "tab" : "\"" + sample.delimiter() + "\""));
        }
        if (sample.headerLine() == 0) {
            read.add("header: none            # columns are called 1, 2, ...");
        } else if (sample.headerLine() > 1) {
            read.add("header_line: " + sample.headerLine());
            decide.add("the lines above line " + sample.headerLine() + " are taken for a title");
        }
        if (!sample.footer().isEmpty()) {
            String first = sample.footer().split("[\\s:]", 2)[0];
            read.add("stop_at: " + quoted(Pattern.quote(first).equals("\\Q" + first + "\\E") && first.matches("\\w+") ? first
                    + ".*"
                    : Pattern.quote(first) + ".*") + "     # the rows at the end that have a text alone");
        }
    }

    /**
     * The column of areas: of those that most texts of are known the one that tells most rows apart; else one that is called so.
     */
    private Optional<ColumnLook> area() {
        return columns.stream().filter(ColumnLook::isArea).max(Comparator.comparing((ColumnLook column) -> column.distinct()
                * column.areas()).thenComparing(column -> -column.column()))
                .or(() -> columns.stream().filter(column -> column.isCalled(OF_PLACES) && column.distinct() > 1 && !column.isDay()
                && !isCalledPersonal(column)).findFirst());
    }

    private List<String> entries(Optional<ColumnLook> area) {
        List<ColumnLook> amounts = columns.stream().filter(column -> !used.contains(column.column()) && column.isAmount()
                && !isCalledPersonal(column)).toList();
        List<ColumnLook> ofDays = headed(text -> dayOfHeader(text).isPresent(), amounts);
        List<ColumnLook> ofMonths = headed(text -> monthOfHeader(text) > 0, amounts);
        List<ColumnLook> ofAreas = headed(text -> settings.areas().find(text).isPresent(), amounts);
        if (ofDays.size() > 1) {
            return across(ofDays, area, dayAcross(ofDays));
        }
        if (ofMonths.size() > 2) {
            return across(ofMonths, area, monthAcross());
        }
        String period = period();
        if (ofAreas.size() > 1) {
            return List.of(entry(values(ofAreas), measureInWords(ofAreas), "area:    { header: true }", period, ""));
        }
        List<ColumnLook> counted = amounts.stream().filter(column -> !used.contains(column.column())
                && !column.isCalled(NO_AMOUNTS)).toList();
        if (counted.isEmpty()) {
            counted = columns.stream().filter(column -> !used.contains(column.column()) && column.amounts() >= SOME
                    && !column.isCalled(NO_AMOUNTS) && !isCalledPersonal(column)).max(Comparator.comparing(ColumnLook::amounts))
                    .stream().toList();
        }
        return counted.isEmpty() ? events(area, period) : counted(counted, area, period);
    }

    private static List<ColumnLook> headed(Predicate<String> what, List<ColumnLook> columns) {
        return columns.stream().filter(column -> what.test(column.header())).toList();
    }

    private Optional<String> dayOfHeader(String text) {
        return text.matches(".*[0-9].*") ? DateProposals.format(List.of(text), settings.zone())
                .filter(format -> !format.startsWith("e")) : Optional.empty();
    }

    private static int monthOfHeader(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return word.matches("[a-z]{3,9}[.]?") && MONTHS.contains(word.substring(0, 3)) ? MONTHS.indexOf(word.substring(0, 3))
                + 1 : 0;
    }

    private String dayAcross(List<ColumnLook> across) {
        String format = DateProposals.format(across.stream().map(ColumnLook::header).toList(), settings.zone())
                .orElse("yyyy-MM-dd");
        String first = since(across.stream().map(ColumnLook::column).toList(), across.get(0).header(), format);
        return first + "day:     { header: true" + format(format) + " }";
    }

    private String monthAcross() {
        Matcher fiscal = FISCAL_YEAR_IN_NAME.matcher(file);
        if (fiscal.find()) {
            return "month:       { header: true }\n    fiscal_year: { file: \"(FY[0-9]{2})\" }"
                    + (dayInName().isPresent() ? "\n    to_date: true           # the month that was running ends on that day"
                    : "");
        }
        decide.add("the months across are of which year? Named here is none: year: { file: ... } or { is: 2025 }");
        return "month:   { year: { file: \"([0-9]{4})\" }, month: { header: true } }";
    }

    /** Where numbers stand in many columns: what each row is of. */
    private List<String> across(List<ColumnLook> values, Optional<ColumnLook> area, String period) {
        Optional<ColumnLook> row = area.isPresent() ? Optional.empty() : rowsOfMeasures(values);
        String measure = row.isPresent() ? mapped("column", row.get().header(), measures.together(texts(row.get()), around))
                : measureInWords(values);
        return List.of(entry(values(values), measure, areaInWords(area), period, repeated(area, List.of())));
    }

    private List<String> texts(ColumnLook column) {
        return sample.texts(column.column()).stream().distinct().toList();
    }

    /** A column whose few texts name measures. */
    private Optional<ColumnLook> rowsOfMeasures(List<ColumnLook> values) {
        return columns.stream().filter(column -> !values.contains(column) && !used.contains(column.column())
                && !column.isAmount() && !column.isDay() && column.distinct() > 0 && column.distinct() <= FEW_ROWS)
                .filter(column -> !measures.together(texts(column), around).isEmpty()).findFirst();
    }

    private List<String> counted(List<ColumnLook> counted, Optional<ColumnLook> area, String period) {
        Map<String, String> ofHeader = new LinkedHashMap<>();
        counted.forEach(column -> measures.named(column.header()).ifPresent(id -> {
            if (!ofHeader.containsValue(id)) {
                ofHeader.put(column.header(), id);
            }
        }));
        Optional<ColumnLook> inRows = columns.stream().filter(column -> !used.contains(column.column())
                && !counted.contains(column)
                && column.distinct() > 0 && texts(column).stream().filter(text -> settings.measures().containsKey(text)
                || measures.named(text).isPresent()).count() * 10 >= column.distinct() * 7L).findFirst();
        if (inRows.isPresent() && ofHeader.isEmpty()) {
            use(inRows.get());
            return List.of(entry(values(List.of(amount(counted))), inRowsMapped(inRows.get()), areaInWords(area), period,
                    repeated(area, List.of(inRows.get()))));
        }
        List<String> crossed = ofHeader.isEmpty() && area.isEmpty() ? crossed(counted, period) : List.of();
        if (!crossed.isEmpty()) {
            return crossed;
        }
        if (ofHeader.size() > 1) {
            List<ColumnLook> named = counted.stream().filter(column -> ofHeader.containsKey(column.header())).toList();
            return List.of(entry(values(named), mapped("header", "", ofHeader), areaInWords(area), period, repeated(area,
                    List.of())));
        }
        ColumnLook value = counted.stream().filter(column -> ofHeader.containsKey(column.header())
                && sample.filled(column.column()) >= NEARLY_ALL).findFirst().orElseGet(() -> amount(counted));
        String running = period.startsWith("day:") ? since(value) : "";
        return List.of(entry(values(List.of(value)), measureInWords(List.of(value)), areaInWords(area), running + period,
                repeated(area, List.of())));
    }

    private String inRowsMapped(ColumnLook column) {
        Map<String, String> map = new LinkedHashMap<>();
        texts(column).stream().filter(text -> !settings.measures().containsKey(text))
                .forEach(text -> measures.named(text).ifPresent(id -> map.put(text, id)));
        return map.isEmpty() ? "{ column: " + quoted(column.header()) + " }" : mapped("column", column.header(), map);
    }

    /** Where row and header together say what is counted: an entry a row. */
    private List<String> crossed(List<ColumnLook> counted, String period) {
        for (ColumnLook rows : columns.stream().filter(column -> !used.contains(column.column()) && !column.isAmount()
                && column.distinct() > 1 && column.distinct() <= FEW_ROWS).toList()) {
            Map<String, Map<String, String>> all = new LinkedHashMap<>();
            List<String> pairs = texts(rows).stream().flatMap(row -> counted.stream().map(column -> row + " / "
                    + column.header()))
                    .toList();
            Map<String, String> found = measures.together(pairs, around);
            texts(rows).forEach(row -> counted.forEach(column -> Optional.ofNullable(found.get(row + " / " + column.header()))
                    .ifPresent(id -> all.computeIfAbsent(row, first -> new LinkedHashMap<>()).put(column.header(), id))));
            if (!all.isEmpty()) {
                return all.entrySet().stream().map(row -> entry(values(counted), mapped("header", "", row.getValue()),
                        areaInWords(Optional.empty()), period, "when:    { column: " + quoted(rows.header()) + ", matches: "
                        + quoted(escaped(row.getKey())) + " }")).toList();
            }
        }
        return List.of();
    }

    /** Of few the one that is called so, else the first in which nearly every row has a number. */
    private ColumnLook amount(List<ColumnLook> counted) {
        if (counted.size() > 1) {
            decide.add(FigureWording.count(counted.size(), "column") + " hold amounts: " + counted.stream()
                    .map(ColumnLook::header)
                    .collect(Collectors.joining(", ")));
        }
        return counted.stream().max(Comparator.comparing((ColumnLook column) -> counted.size() <= FEW_AMOUNTS
                && OF_AMOUNTS.contains(column.header().toLowerCase(Locale.ROOT)))
                .thenComparing(column -> sample.filled(column.column()) >= NEARLY_ALL)
                .thenComparing(column -> -column.column())).orElseThrow();
    }

    private List<String> events(Optional<ColumnLook> area, String period) {
        decide.add("there is no column of amounts, so each row is counted as one");
        Optional<ColumnLook> id = columns.stream().filter(column -> !used.contains(column.column())
                && column.header().matches("(?i).*\\b(id|key|number)\\b.*")).findFirst();
        id.ifPresent(column -> decide.add("rows that have the same " + column.header() + " are counted once: once_per"));
        return List.of(entry("rows:    count" + id.map(column -> "\n    once_per: { column: " + quoted(column.header()) + " }")
                .orElse(""), measureInWords(List.of()), areaInWords(area), period, ""));
    }

    private String entry(String values, String measure, String area, String period, String more) {
        return Stream.of(values, measure.startsWith("measure") ? measure : "measure: " + measure, area, period, more)
                .filter(line -> !line.isEmpty()).collect(Collectors.joining("\n    ", "  - ", "\n"));
    }

    private String values(List<ColumnLook> values) {
        proposeAmounts(values);
        if (values.size() == 1) {
            return "value:   { column: " + quoted(values.get(0).header()) + " }";
        }
        List<String> shapes = values.stream().map(column -> escaped(column.header())).distinct().toList();
        List<String> numbered = shapes.stream().map(shape -> shape.replaceAll("[0-9]+", "\\\\d+")).distinct().toList();
        boolean alike = numbered.size() == 1 && columns.stream().filter(column -> column.header().matches(numbered.get(0)))
                .count()
                == values.size();
        return "value:   { columns: " + quoted(alike ? numbered.get(0) : String.join("|", shapes)) + " }";
    }

    /** Settings for amounts that are not plain numbers, as far as they change no meaning. */
    private void proposeAmounts(Collection<ColumnLook> values) {
        AmountText amount = new AmountText(settings.wording());
        List<String> refused = values.stream().flatMap(column -> texts(column).stream()).filter(text -> !ColumnLook.isAbsent(text)
                && !(amount.read(text) instanceof Understood)).toList();
        for (AmountProposals.Proposal proposal : AmountProposals.of(refused)) {
            boolean taken = PROPOSED.stream().anyMatch(proposal.setting()::startsWith)
                    && read.stream().noneMatch(line -> line.startsWith(proposal.setting().substring(0, 5)));
            if (taken) {
                read.add(proposal.setting());
            }
            decide.add((taken ? "taken is " : "not taken is ") + proposal.setting() + " (" + FigureWording.count(proposal.texts(),
                    "text") + " such as " + proposal.example() + ")" + (proposal.remark().isEmpty() ? "" : "; "
                    + proposal.remark()));
        }
    }

    private String mapped(String from, String column, Map<String, String> map) {
        String place = from.equals("header") ? "header: true" : "column: " + quoted(column);
        boolean needed = map.entrySet().stream().anyMatch(each -> !each.getKey().equals(each.getValue()));
        return "{ " + place + (needed ? ", map: " + map.entrySet().stream().map(each -> quoted(each.getKey()) + ": "
                + each.getValue())
                .collect(Collectors.joining(", ", "{ ", " }")) : "") + " }";
    }

    /** The measure that the header names, else the name of the file; else the first, and somebody decides. */
    private String measureInWords(List<ColumnLook> values) {
        Optional<String> named = (values.size() == 1 ? measures.named(values.get(0).header()) : Optional.<String>empty())
                .or(() -> measures.named(around));
        List<String> counts = settings.measures().values().stream().filter(measure -> !measure.isGoal()).map(Measure::id)
                .toList();
        if (named.isEmpty() && counts.size() != 1) {
            decide.add("which measure is it? One of " + String.join(", ", counts));
        }
        return named.isEmpty() && counts.size() != 1 ? "{ is: MEASURE }     # decide"
                : "{ is: " + named.orElseGet(() -> counts.get(0)) + " }";
    }

    private String areaInWords(Optional<ColumnLook> area) {
        List<Area> tops = settings.areas().all().stream().filter(each -> each.wholes().isEmpty()).toList();
        if (area.isEmpty()) {
            Set<String> words = MeasureWords.words(around);
            Optional<Area> named = settings.areas().all().stream().filter(each -> Stream.of(each.id(), each.name())
                    .map(MeasureWords::words).anyMatch(own -> !own.isEmpty() && words.containsAll(own))).findFirst();
            if (named.isEmpty() && tops.size() != 1) {
                decide.add("which area is it of? Write its id for AREA");
            }
            return named.isEmpty() && tops.size() != 1 ? "area:    { is: AREA }     # decide"
                    : "area:    { is: " + named.orElseGet(() -> tops.get(0)).id() + " }";
        }
        List<String> unknown = texts(area.get()).stream().filter(text -> settings.areas().find(text).isEmpty()).toList();
        List<String> totals = unknown.stream().filter(text -> TOTALS.contains(text.toLowerCase(Locale.ROOT))).toList();
        boolean one = totals.size() == 1 && tops.size() == 1 && isLastOrFirst(totals.get(0), area.get());
        if (one) {
            decide.add("'" + totals.get(0) + "' is taken for " + tops.get(0).name());
        }
        if (unknown.size() > (one ? 1 : 0)) {
            decide.add(FigureWording.count(unknown.size() - (one ? 1 : 0), "text") + " of " + area.get().header()
                    + " are no areas of areas.csv: declare them there, or map them; rows of totals are mapped to their area or"
                    + " left out with when");
        }
        return "area:    { column: " + quoted(area.get().header())
                + (one ? ", map: { " + quoted(totals.get(0)) + ": " + tops.get(0).id() + " }" : "") + " }";
    }

    private boolean isLastOrFirst(String text, ColumnLook area) {
        return Stream.of(0, sample.rows().size() - 1).anyMatch(row -> sample.rows().get(row)[area.column()].equals(text));
    }

    /** Rows that say something of the same are parts of one number. */
    private String repeated(Optional<ColumnLook> area, List<ColumnLook> more) {
        List<Integer> telling = Stream.of(area.stream(), more.stream(), columns.stream().filter(column -> column.isDay()
                || column.isPeriod() || column.isCalled(Set.of("year", "month", "day")))).flatMap(each -> each)
                .map(ColumnLook::column).distinct().toList();
        if (telling.isEmpty() || sample.isTold(telling)) {
            return "";
        }
        decide.add("several rows are of the same area and time: where they are parts of one number, write rows: sum beside value;"
                + " otherwise say with when which are meant");
        return "";
    }

    private String period() {
        List<ColumnLook> days = columns.stream().filter(column -> column.isDay() && !used.contains(column.column())).toList();
        Optional<ColumnLook> first = days.stream().filter(column -> column.isCalled(FIRST)).findFirst();
        Optional<ColumnLook> last = days.stream().filter(column -> column.isCalled(LAST)).findFirst();
        if (first.isPresent() && last.isPresent() && !first.equals(last)) {
            use(first.get());
            use(last.get());
            return "from:    " + place("column", first.get().header(), format(first.get().day())) + "\n    to:      "
                    + place("column", last.get().header(), format(last.get().day()));
        }
        if (!days.isEmpty()) {
            ColumnLook day = days.stream().filter(column -> column.isCalled(Set.of("day", "date"))).findFirst()
                    .orElse(days.get(0));
            use(day);
            if (days.size() > 1) {
                decide.add(days.size() + " columns look like days; taken is " + day.header());
            }
            if (isEitherWay(day)) {
                decide.add("days of " + day.header() + " can be read with the month first or the day first; taken is "
                        + day.day());
            }
            return "day:     " + place("column", day.header(), format(day.day()));
        }
        return longerPeriod().or(() -> dayInName().map(place -> "day:     " + place)).orElseGet(() -> {
            decide.add("the report does not say when: write day, month, or from and to, e.g. day: { is: 2025-01-26 }");
            return "";
        });
    }

    private boolean isEitherWay(ColumnLook day) {
        return (day.day().equals("M/d/yyyy") || day.day().equals("d/M/yyyy")) && texts(day).stream()
                .allMatch(text -> Stream.of(text.split("/")).limit(2).allMatch(part -> part.length() < 3
                && part.matches("0?[0-9]|1[0-2]")));
    }

    private Optional<String> longerPeriod() {
        Optional<ColumnLook> year = called("year");
        Optional<ColumnLook> month = called("month");
        if (year.isPresent() && month.isPresent() && month.get().amounts() > 0) {
            use(year.get());
            use(month.get());
            String both = "year: { column: " + quoted(year.get().header()) + " }, month: { column: " + quoted(month.get()
                    .header())
                    + " }";
            return called("day").map(day -> {
                use(day);
                return "day:     { " + both + ", day: { column: " + quoted(day.header()) + " } }";
            }).or(() -> {
                decide.add("the years are taken for calendar years; for fiscal years write month and fiscal_year");
                return Optional.of("month:   { " + both + " }");
            });
        }
        Optional<ColumnLook> period = columns.stream().filter(column -> column.isPeriod() && !used.contains(column.column()))
                .findFirst();
        if (period.isPresent()) {
            use(period.get());
            return Optional.of(period.get().period().formatted(quoted(period.get().header())));
        }
        return year.map(column -> {
            use(column);
            return "year:    { column: " + quoted(column.header()) + " }";
        });
    }

    private Optional<ColumnLook> called(String word) {
        return columns.stream().filter(column -> column.header().toLowerCase(Locale.ROOT).matches("(?:.*[ _])?" + word)
                && column.distinct() > 0 && !used.contains(column.column())).findFirst();
    }

    /** The start of a running total, where the numbers of one area only grow from day to day; otherwise empty. */
    private String since(ColumnLook value) {
        Optional<ColumnLook> day = columns.stream().filter(ColumnLook::isDay).filter(column -> used.contains(column.column())
                && !column.isCalled(PUBLISHED)).findFirst();
        Optional<ColumnLook> area = area();
        if (day.isEmpty() || isStock(value)) {
            return "";
        }
        Map<String, Map<String, Long>> series = new LinkedHashMap<>();
        sample.rows().forEach(row -> number(row[value.column()]).ifPresent(number -> series.computeIfAbsent(
                area.map(column -> row[column.column()]).orElse(""), first -> new TreeMap<>())
                .put(row[day.get().column()], number)));
        boolean sorted = day.get().day().startsWith("yyyy");
        List<List<Long>> numbers = series.values().stream().map(each -> List.copyOf(each.values())).toList();
        String first = texts(day.get()).stream().sorted().findFirst().orElse("");
        if (value.isCalled(Set.of("ytd"))) {
            return "since:   { year_start: true }\n    ";
        }
        return sorted && (numbers.size() >= FEW_SERIES || value.isCalled(RUNNING)) && grow(numbers)
                ? running(first, day.get().day()) : "";
    }

    /** The same of numbers that stand in one row, in the order of their columns. */
    private String since(List<Integer> across, String first, String format) {
        return !isStock(null) && grow(sample.rows().stream().map(row -> across.stream().flatMap(column -> number(row[column])
                .stream())
                .toList()).toList()) ? running(first, format) : "";
    }

    private boolean isStock(ColumnLook value) {
        return (value == null ? measures.named(around) : measures.named(value.header())).map(settings.measures()::get)
                .filter(measure -> !measure.isFlow()).isPresent();
    }

    private String running(String first, String format) {
        Optional<LocalDate> day = DateProposals.day(first, format, settings.zone());
        decide.add("the numbers only grow, so they are taken for running totals since the first day here; else take since out");
        return day.map(begin -> "since:   { is: " + begin + " }\n    ").orElse("");
    }

    private static boolean grow(List<List<Long>> series) {
        List<List<Long>> many = series.stream().filter(each -> each.size() >= MANY_DAYS).toList();
        long steps = 0;
        long down = 0;
        long large = 0;
        for (List<Long> each : many) {
            for (int i = 1; i < each.size(); i++) {
                steps++;
                down += each.get(i) < each.get(i - 1) ? 1 : 0;
            }
            large += each.get(each.size() - 1) >= 10 * Math.max(1, each.get(0)) ? 1 : 0;
        }
        return steps > 0 && down * 50 < steps && large * 3 > many.size();
    }

    private static Optional<Long> number(String text) {
        String digits = text.replace(",", "");
        return digits.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private Optional<String> dayInName() {
        Matcher day = DAY_IN_NAME.matcher(file);
        if (!day.find()) {
            return Optional.empty();
        }
        return Optional.of(day.group(1) != null ? "{ file: \"([0-9]{4}-[0-9]{2}-[0-9]{2})\" }"
                : day.group(2) != null ? "{ file: \"([0-9]{2}-[0-9]{2}-[0-9]{4})\", format: MM-dd-yyyy }"
                : "{ file: \"(20[0-9]{6})\", format: yyyyMMdd }");
    }

    private static String place(String from, String column, String format) {
        return "{ " + from + ": " + quoted(column) + format + " }";
    }

    private static String format(String format) {
        return format.equals("yyyy-MM-dd") ? "" : ", format: " + (format.matches("[A-Za-z0-9/_.-]+") ? format : quoted(format))
                + (format.endsWith("yy") && !format.endsWith("yyyy") ? ", years_from: 1950" : "");
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\.\\[\\]{}()*+?^$|]", "\\\\$0");
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    /** As YAML takes it, whatever it is. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_]*") && !text.matches("(?i)y|n|yes|no|on|off|true|false|null") ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\p{Cc}\\p{Cf}]", " ") + "\"";
    }
}
