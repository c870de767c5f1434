package org.crossfoot.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.crossfoot.figure.AmountText.AmountReading.Understood;
import org.crossfoot.figure.AmountText;
import org.crossfoot.figure.Areas;
import org.crossfoot.intake.DateProposals;
import org.crossfoot.settings.Settings;

/**
 * What the texts of one column look like.
 *
 * @param column   its position
 * @param header   as it is printed
 * @param example  its first text; empty where it has none
 * @param distinct how many different texts it has
 * @param amounts  how many of a hundred texts are amounts
 * @param areas    how many of a hundred different texts are areas of the settings
 * @param day      the format of its days; empty where they are none
 * @param period   a place of settings that takes its texts for longer periods; empty where they are none
 */
record ColumnLook(int column, String header, String example, int distinct, int amounts, int areas, String day, String period) {

    private static final int LOOKED_AT = 400;
    private static final int MOST = 80;
    private static final int ENOUGH = 60;
    private static final Set<String> ABSENT = Set.of("", "na", "n/a", "-");
    private static final List<String[]> PERIODS = List.of(new String[] {"[0-9]{4}-(0[1-9]|1[0-2])", "month: { column: %s }"},
            new String[] {"\\p{L}{3,}\\.? [0-9]{4}", "month: { column: %s, format: MMM yyyy }"},
            new String[] {"[0-9]{4}-W[0-9]{2}", "week: { column: %s }"},
            new String[] {"[0-9]{4}[/-][0-9]{2}|FY ?[0-9]{2,4}", "fiscal_year: { column: %s }"});

    static ColumnLook of(ReportSample sample, int column, Settings settings) {
        List<String> texts = sample.texts(column);
        Set<String> all = new LinkedHashSet<>(texts);
        List<String> looked = all.stream().filter(text -> !isAbsent(text)).limit(LOOKED_AT).toList();
        AmountText amount = new AmountText(settings.wording());
        return new ColumnLook(column, sample.header().get(column), texts.isEmpty() ? "" : texts.get(0), all.size(),
                share(looked.stream().filter(text -> isAmount(amount, text)).count(), looked.size()),
                areas(looked, settings.areas()), looked.isEmpty() ? "" : DateProposals.format(looked, settings.zone()).orElse(""),
                period(looked));
    }

    static boolean isAbsent(String text) {
        return ABSENT.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isAmount(AmountText amount, String text) {
        // What has marks behind it, or is a correction, is one as well: the settings can say so.
        return amount.read(text) instanceof Understood || text.matches("[-(]?[0-9][0-9., '\u2019]*[^0-9]{0,4}[0-9]?[^0-9]?");
    }

    private static int areas(List<String> looked, Areas areas) {
        return share(looked.stream().filter(text -> areas.find(text).isPresent()).count(), looked.size());
    }

    private static String period(List<String> looked) {
        for (String[] period : PERIODS) {
            long fit = looked.stream().filter(Pattern.compile(period[0], Pattern.CASE_INSENSITIVE).asMatchPredicate()).count();
            if (!looked.isEmpty() && share(fit, looked.size()) >= ENOUGH) {
                return period[1];
            }
        }
        return "";
    }

    private static int share(long some, int all) {
        return all == 0 ? 0 : (int) (some * 100 / all);
    }

    boolean isAmount() {
        return amounts >= ENOUGH && !isDay() && period.isEmpty();
    }

    boolean isArea() {
        return areas >= ENOUGH;
    }

    /** Numbers of eight digits are days only where all of them are. */
    boolean isDay() {
        return !day.isEmpty();
    }

    boolean isPeriod() {
        return !period.isEmpty() && !isDay();
    }

    /** Whether its header has one of some words. */
    boolean isCalled(Set<String> words) {
        return MeasureWords.words(header).stream().anyMatch(words::contains);
    }

    String inWords() {
        List<String> likes = new ArrayList<>();
        Optional.of(day).filter(each -> !each.isEmpty()).ifPresent(each -> likes.add("days as " + each));
        if (isPeriod()) {
            likes.add(period.substring(0, period.indexOf(':')).replace('_', ' ') + "s");
        }
        if (isArea()) {
            likes.add("areas, " + areas + " % of them known");
        }
        if (isAmount()) {
            likes.add("amounts" + (amounts < MOST ? ", " + amounts + " % of them" : ""));
        }
        return likes.isEmpty() ? distinct == 0 ? "nothing" : "texts" : String.join("; or ", likes);
    }
}
