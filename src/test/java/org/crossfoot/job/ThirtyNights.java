package org.crossfoot.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Thirty nights from 1 March 2025 in which everything happens that may happen to a publisher's reports: contradictions, running
 * totals, goals, restatements, late, repeated, empty, withdrawn and unreadable reports, changed settings, waivers.
 */
final class ThirtyNights {

    static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    static final int NIGHTS = 30;

    private static final String SCHEDULED = "schedule: { every: daily, from: 2025-03-21 }\n";

    private final Nights nights;
    private final boolean backwards;
    private final List<Consumer<Nights>> deliveries = new ArrayList<>();

    private ThirtyNights(Nights nights, boolean backwards) {
        this.nights = nights;
        this.backwards = backwards;
    }

    /** @param backwards whether the files of a night are written in the opposite order */
    static Nights played(Path home, boolean backwards) {
        return played(Nights.withTwoSources(home), backwards);
    }

    /** @param nights with the two sources, before any night */
    static Nights played(Nights nights, boolean backwards) {
        nights.put("nbc/source.yml", "title: NBC News\n"
                + Nights.SOURCE.replace("official-statement", "3"));
        ThirtyNights story = new ThirtyNights(nights, backwards);
        for (int night = 0; night < NIGHTS; night++) {
            story.night(night);
        }
        return nights;
    }

    /** Plays them in a process of its own, whose caller says what else is unlike: the folder is given. */
    public static void main(String[] folder) {
        played(Path.of(folder[0]), true);
    }

    static String day(int night) {
        return FIRST.plusDays(night).toString();
    }

    private static String arrests(int night) {
        return String.valueOf(900 + night * 37 % 200);
    }

    private void night(int night) {
        String day = day(night);
        deliver(it -> it.arrests("ice/" + day + ".csv", day, arrests(night)));
        if (night != 10 && night != 21) {
            deliver(it -> it.arrests("nbc/" + day + ".csv", day, night % 4 == 1 ? "around 1,500" : arrests(night)));
        }
        if (night % 7 == 6) {
            deliver(it -> it.report("ice/week-" + day + ".csv", day + "," + day(night - 6) + "," + day + ",us,arrests,\"at least "
                    + (night == 13 ? "9,500" : "6,000") + "\""));
        }
        switch (night) {
            case 2 -> deliver(it -> it.report("nbc/goal.csv", day + "," + day + ",,us,arrest_goal,\"1,200 to 1,500\""));
            case 6 -> deliver(it -> it.arrests("ice/" + day(3) + ".csv", day(3), "1,003"));
            case 8 -> deliver(it -> it.report("ice/correction.csv", day + "," + day(5) + "," + day(5) + ",us,arrests,991"));
            case 11 -> deliver(it -> it.put("nbc/source.yml", "title: NBC News\n"
                    + Nights.SOURCE.replace("official-statement", "8")));
            case 12 -> deliver(it -> it.arrests("ice/again.csv", day(4), arrests(4)));
            case 14 -> deliver(it -> it.arrests("nbc/late.csv", day(10), "1,111"));
            case 15 -> deliver(it -> it.put("waivers.csv", "id,until,owner,reason\nsources-agree/us/arrests," + day(24)
                    + ",ann,known\n"));
            case 16 -> deliver(it -> it.delete("nbc/" + day(5) + ".csv"));
            case 17 -> deliver(it -> it.report("nbc/afternoon-" + day + ".csv"));
            case 18 -> deliver(it -> it.put("crossfoot.yml", Nights.CROSSFOOT + "rules: { sources-agree: { tolerance: 5% } }\n"));
            case 19 -> deliver(it -> it.put("ice/broken.csv", "no,such,columns\n1,2,3\n"));
            case 20 -> deliver(it -> it.put("nbc/source.yml", "title: NBC News\n" + SCHEDULED
                    + Nights.SOURCE.replace("official-statement", "3")));
            case 22 -> deliver(it -> it.arrests("nbc/" + day(5) + ".csv", day(5), "around 1,500"));
            case 23 -> deliver(it -> it.arrests("ice/broken.csv", day(22), "1,234"));
            case 25 -> deliver(it -> it.put("crossfoot.yml", Nights.CROSSFOOT));
            case 26 -> deliver(it -> it.arrests("nbc/late-21.csv", day(21), arrests(21)));
            default -> { }
        }
        if (backwards) {
            Collections.reverse(deliveries);
        }
        deliveries.forEach(delivery -> delivery.accept(nights));
        deliveries.clear();
        nights.run(day);
        if (night == 19) {
            nights.rerun(day(9));
        }
    }

    private void deliver(Consumer<Nights> delivery) {
        deliveries.add(delivery);
    }
}
