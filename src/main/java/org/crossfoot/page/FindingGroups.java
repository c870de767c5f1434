package org.crossfoot.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.page.DateFindings.Fresh;
import org.crossfoot.page.DateFindings.Tally;
import org.crossfoot.report.AddressText;

/**
 * What is open on the newest dates, by rule, area and publisher; and a map of areas by days, where there are many.
 *
 * @param dates    from the first to the last, in words
 * @param unnamed  whether some date has more areas than are counted here
 */
record FindingGroups(String dates, List<Grouping> groupings, boolean unnamed, AreaMap map) {

    /** How many of the newest dates are looked at: the page then costs the same however many there are. */
    static final int DATES = 60;

    private static final int GROUPS = 15;
    private static final int DATES_NAMED = 20;
    private static final int AREAS_MAPPED = 40;
    /** Fewer areas are seen at a glance in their group. */
    private static final int MANY_AREAS = 6;

    /**
     * One way to group them.
     *
     * @param more how many groups are left out
     */
    record Grouping(String id, String title, List<Group> groups, int more) {
    }

    /**
     * What is open of one rule, area or publisher.
     *
     * @param howMuch how many on how many dates, and how bad at worst
     * @param where   the newest dates, with what is open there
     * @param more    how many dates are left out
     */
    record Group(String severity, String word, int open, String howMuch, List<DateThere> where, int more) {
    }

    /** A page, and what is open there. */
    record DateThere(String link, String day, String howMuch) {
    }

    /** A row an area, a column a date; each is {@code WIDTH} wide. */
    record AreaMap(int columns, String first, String last, List<MappedArea> areas, int more) {

        static final int WIDTH = 7;
    }

    /**
     * A row of the map.
     *
     * @param link   to the worst of it
     * @param shades of each degree, what is drawn
     */
    record MappedArea(String name, String link, String howMuch, List<String> shades) {
    }

    /** @param dates by date; the newest are looked at */
    static FindingGroups of(List<DateFindings> dates, Vocabulary vocabulary) {
        boolean unnamed = dates.stream().anyMatch(date -> date.unnamed() > 0);
        Map<String, Map<String, Tally>> areas = DateFindings.byKey(dates, DateFindings::areas);
        List<Grouping> groupings = new ArrayList<>();
        add(groupings, "rule", "By rule", DateFindings.byKey(dates, DateFindings::rules), rule -> Label.rule(rule).word(),
                UnaryOperator.identity());
        add(groupings, "publisher", "By publisher", DateFindings.byKey(dates, DateFindings::publishers), vocabulary::sourceTitle,
                vocabulary::sourceTitle);
        add(groupings, "area", "By area", areas, vocabulary.areas()::name, vocabulary.areas()::name);
        return new FindingGroups(dates.isEmpty() ? "" : days(dates.get(0).date(), dates.get(dates.size() - 1).date()), groupings,
                unnamed, areas.size() < MANY_AREAS || dates.size() < 2 ? null : map(dates, areas, vocabulary));
    }

    private static String days(String first, String last) {
        return Words.period(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static void add(List<Grouping> groupings, String id, String title, Map<String, Map<String, Tally>> byKey,
            UnaryOperator<String> word, UnaryOperator<String> searched) {
        if (!byKey.isEmpty()) {
            String filter = "#" + (id.equals("rule") ? "rule" : "search") + "=";
            groupings.add(new Grouping(id, title, byKey.entrySet().stream().limit(GROUPS).map(one ->
                    group(word.apply(one.getKey()), one.getValue(), filter + AddressText.of(searched.apply(one.getKey()))))
                            .toList(),
                    Math.max(0, byKey.size() - GROUPS)));
        }
    }

    private static Group group(String word, Map<String, Tally> byDate, String filter) {
        Tally all = DateFindings.all(byDate);
        List<DateThere> where = byDate.entrySet().stream().sorted(Map.Entry.<String, Tally>comparingByKey().reversed())
                .limit(DATES_NAMED).map(one -> new DateThere(one.getKey() + "/report.html" + filter,
                Words.day(LocalDate.parse(one.getKey())), Words.number(one.getValue().open()) + worst(one.getValue()))).toList();
        return new Group(all.severity().toString(), word, all.open(), "on " + FigureWording.count(byDate.size(), "date")
                + worst(all), where, byDate.size() - where.size());
    }

    private static String worst(Tally tally) {
        return tally.percent().isEmpty() ? "" : ", at worst " + tally.percent() + " %";
    }

    private static AreaMap map(List<DateFindings> dates, Map<String, Map<String, Tally>> areas, Vocabulary vocabulary) {
        List<String> columns = dates.stream().map(DateFindings::date).toList();
        List<MappedArea> rows = areas.entrySet().stream().limit(AREAS_MAPPED)
                .map(area -> mapped(vocabulary.areas().name(area.getKey()), area.getValue(), columns)).toList();
        return new AreaMap(columns.size(), Words.day(LocalDate.parse(columns.get(0))),
                Words.day(LocalDate.parse(columns.get(columns.size() - 1))), rows, areas.size() - rows.size());
    }

    private static MappedArea mapped(String name, Map<String, Tally> byDate, List<String> columns) {
        Map.Entry<String, Tally> worst = byDate.entrySet().stream().min(Map.Entry.comparingByValue(Tally.ORDER)).orElseThrow();
        Function<Integer, String> drawn = degree -> String.join("", IntStream.range(0, columns.size())
                .filter(column -> byDate.containsKey(columns.get(column))
                && degree(byDate.get(columns.get(column)).size()) == degree)
                .mapToObj(column -> "M" + column * AreaMap.WIDTH + " 1h6v14h-6z").toList());
        return new MappedArea(name, worst.getKey() + "/report.html#" + worst.getValue().id(), "on "
                + FigureWording.count(byDate.size(), "date") + worst(DateFindings.all(byDate)),
                IntStream.rangeClosed(1, CalendarMonth.DEGREES).boxed().map(drawn).toList());
    }

    /** How bad a gap is, from 1 to 4, by its percentage; one that is not known is the least. */
    static int degree(BigDecimal percent) {
        return percent.compareTo(BigDecimal.ONE) < 0 ? 1 : percent.compareTo(BigDecimal.TEN) < 0 ? 2
                : percent.compareTo(BigDecimal.valueOf(50)) < 0 ? 3 : CalendarMonth.DEGREES;
    }

    /** What is new on these dates, what matters most first; what is the same in the same place on several of them together. */
    static List<List<Fresh>> inPlaces(List<DateFindings> dates) {
        Map<List<String>, List<Fresh>> places = new LinkedHashMap<>();
        dates.stream().flatMap(date -> date.foremost().stream()).sorted(Comparator.comparing(DateFindings.Weight::of))
                .forEach(one -> places.computeIfAbsent(List.of(one.rule(), one.area(), one.measure(), one.source()),
                        first -> new ArrayList<>()).add(one));
        return places.values().stream().limit(DateFindings.FOREMOST).toList();
    }
}
