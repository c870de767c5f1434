package org.crossfoot.page;

import java.util.List;
import org.crossfoot.rule.BuiltIn;

/**
 * The page of all dates, as its template reads it.
 *
 * @param verdict  the first sentence: how many dates have open discrepancies
 * @param calendar the newest month first
 * @param run      the day that the last run was for
 * @param news     what it brought
 * @param newsInAll how much it brought
 * @param open     what is open on the newest dates, in groups
 * @param months   files with what the chart shows
 */
record Overview(String verdict, List<CalendarMonth> calendar, String run, List<News> news, int newsInAll, FindingGroups open,
        List<String> waiting,
        List<Chronic> chronic, List<WaiverLine> waivers, List<String> months) {

    static final int MONTHS_OPEN = 6;

    /**
     * One discrepancy that is new, changed or back again.
     *
     * @param gap  in people, with its percentage; empty where there is none
     * @param told who said what
     * @param also how often it is new in the same place besides, in words; empty where it is not
     * @param all  how often in all
     */
    record News(String link, String day, Label severity, Label status, Label rule, String what, String gap, String told,
            String also, int all) {
    }

    /** A rule broken date after date in the same place; the gap is the one of the last date. */
    record Chronic(String link, Label severity, Label rule, String what, String since, int dates, String gap) {
    }

    /** Whether something that was decided of figures is to be decided again. */
    public boolean isDecidedAgain() {
        return waivers.stream().anyMatch(line -> BuiltIn.of(line.rule().key()).filter(rule ->
                rule.about() == BuiltIn.About.DECISIONS
                || rule == BuiltIn.DECISION_UNUSED).isPresent());
    }

    /**
     * A waiver to decide on again.
     *
     * @param link to the page of the last date it matters on; empty where there is none
     */
    record WaiverLine(Label severity, Label rule, String when, String link, String text) {
    }

    /** How many of what is new these lines are about. */
    int newsTold() {
        return news.stream().mapToInt(News::all).sum();
    }

    List<CalendarMonth> newest() {
        return calendar.subList(0, Math.min(calendar.size(), MONTHS_OPEN));
    }

    List<CalendarMonth> older() {
        return calendar.subList(newest().size(), calendar.size());
    }

    String asset(String name) {
        return Assets.path(name);
    }
}
