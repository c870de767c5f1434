package org.crossfoot.harness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.crossfoot.harness.Printed.PrintedCell;

/**
 * The plain rules a second time, slowly: written from what the documentation says, one loop inside the other, with nothing of
 * the program. Each discrepancy by its rule, area, measure and period, with its gap; a blank gap is not compared.
 */
final class PlainRules {

    private static final List<String> PARTS = List.of("boston", "miami");
    private static final String WHOLE = "us";

    private final PrintedSettings settings;
    private final List<Printed> standing;
    private final List<Printed> everPrinted;
    private final Map<String, String> found = new TreeMap<>();

    private PlainRules(PrintedSettings settings, List<Printed> present, List<Printed> everPrinted) {
        this.settings = settings;
        this.standing = standing(present);
        this.everPrinted = everPrinted;
    }

    /**
     * What stands.
     *
     * @param present     what the reports say that are there now
     * @param everPrinted what reports said before they were overwritten, too
     * @param dates       that were published
     */
    static Map<String, String> discrepancies(PrintedSettings settings, List<Printed> present, List<Printed> everPrinted,
            Collection<LocalDate> dates) {
        PlainRules rules = new PlainRules(settings, present, everPrinted);
        rules.sourcesAgree();
        rules.areasAddUp();
        rules.check();
        rules.runningTotalFell();
        rules.restated();
        rules.reportMissing(dates);
        return rules.found;
    }

    static String name(String rule, String area, String measure, String from, String to) {
        return rule + " " + area + " " + measure + " " + from + "/" + to;
    }

    private void add(String rule, String area, PrintedCell cell, String measure, String gap) {
        found.put(name(rule, area, measure, cell.from().toString(), cell.to().toString()), gap);
    }

    private static List<Printed> standing(List<Printed> present) {
        List<Printed> standing = new ArrayList<>();
        for (Printed one : present) {
            boolean replaced = false;
            for (Printed other : present) {
                replaced |= other.source().equals(one.source()) && other.cell().equals(one.cell())
                        && Printed.BY_PUBLICATION.compare(other, one) > 0;
            }
            if (!replaced) {
                standing.add(one);
            }
        }
        return standing;
    }

    private List<Printed> of(PrintedCell cell) {
        return standing.stream().filter(figure -> figure.cell().equals(cell)).toList();
    }

    /**
     * One number fits all; the gap is the least sum of changes after which one does, a voice that says a thing twice counted
     * once.
     */
    private void sourcesAgree() {
        for (Printed figure : standing) {
            long gap = apart(of(figure.cell()));
            if (apart(withoutTakenBack(of(figure.cell()))) != gap) {
                // As of sums.
                add("sources-agree?", figure.cell().area(), figure.cell(), figure.cell().measure(), "");
            }
            if (gap > 0) {
                add("sources-agree", figure.cell().area(), figure.cell(), figure.cell().measure(), String.valueOf(gap));
            }
        }
    }

    private long apart(List<Printed> figures) {
        Map<String, Printed> voices = new HashMap<>();
        figures.forEach(each -> voices.put(settings.voice(each.source()) + " " + each.lowest() + " " + each.highest(), each));
        long gap = Long.MAX_VALUE;
        for (Printed limit : voices.values()) {
            for (long number : limit.highest() == null ? new long[] {limit.lowest()}
                    : new long[] {limit.lowest(), limit.highest()}) {
                gap = Math.min(gap, voices.values().stream().mapToLong(voice -> voice.awayFrom(number)).sum());
            }
        }
        return voices.isEmpty() ? 0 : gap;
    }

    private void areasAddUp() {
        for (Printed figure : standing) {
            PrintedCell cell = figure.cell();
            List<List<Printed>> parts = PARTS.stream()
                    .map(part -> of(new PrintedCell(cell.measure(), part, cell.from(), cell.to()))).toList();
            sum("areas-add-up", parts, of(new PrintedCell(cell.measure(), WHOLE, cell.from(), cell.to())), WHOLE, cell,
                    cell.measure());
        }
    }

    private void check() {
        for (Printed figure : standing) {
            PrintedCell cell = figure.cell();
            List<List<Printed>> parts = new ArrayList<>();
            for (String measure : List.of("criminal", "collateral")) {
                parts.add(of(new PrintedCell(measure, cell.area(), cell.from(), cell.to())));
            }
            sum(PrintedSettings.CHECK, parts, of(new PrintedCell("arrests", cell.area(), cell.from(), cell.to())), cell.area(),
                    cell, "criminal");
        }
    }

    /** Two parts make a whole, whichever printed figure is taken for each; what nobody printed may be any number from 0. */
    private void sum(String rule, List<List<Printed>> parts, List<Printed> wholes, String area, PrintedCell cell,
            String measure) {
        if (settings.switchedOff.contains(rule)) {
            return;
        }
        long gap = gap(parts, wholes);
        if (gap(parts.stream().map(this::withoutTakenBack).toList(), withoutTakenBack(wholes)) != gap) {
            // Whether the date was reconciled again since is a matter of what else it says.
            add(rule + "?", area, cell, measure, "");
        }
        if (gap > settings.tolerance) {
            add(rule, area, cell, measure, settings.tolerance == 0 ? String.valueOf(gap) : "");
        }
    }

    /** What its source has not gone below with a later total since the same day. */
    private List<Printed> withoutTakenBack(List<Printed> figures) {
        return figures.stream().filter(figure -> after(figure).map(later -> figure.above(later) <= 0).orElse(true)).toList();
    }

    private static long gap(List<List<Printed>> parts, List<Printed> wholes) {
        long gap = 0;
        for (Printed one : orUnknown(parts.get(0))) {
            for (Printed other : orUnknown(parts.get(1))) {
                for (Printed whole : orUnknown(wholes)) {
                    long lowest = lowest(one) + lowest(other);
                    Long highest = one == null || other == null || one.highest() == null || other.highest() == null ? null
                            : one.highest() + other.highest();
                    long above = whole == null || whole.highest() == null ? 0 : lowest - whole.highest();
                    long below = highest == null ? 0 : lowest(whole) - highest;
                    gap = Math.max(gap, Math.max(above, below));
                }
            }
        }
        return gap;
    }

    private static List<Printed> orUnknown(List<Printed> figures) {
        List<Printed> choices = new ArrayList<>(figures);
        if (choices.isEmpty()) {
            choices.add(null);
        }
        return choices;
    }

    private static long lowest(Printed figure) {
        return figure == null ? 0 : figure.lowest();
    }

    /** Of each source, a total of several days against the one since the same day that ends right before. */
    private void runningTotalFell() {
        Map<PrintedCell, Long> gaps = new HashMap<>();
        for (Printed earlier : standing) {
            after(earlier).filter(later -> earlier.above(later) > 0).ifPresent(later -> {
                gaps.merge(later.cell(), earlier.above(later), Math::max);
                if (hasChangedPart(earlier) || hasItsOwn(later, earlier)) {
                    // Reports are held against themselves first: which of two speaks is a matter of more than the totals.
                    add("running-total-fell?", later.cell().area(), later.cell(), later.cell().measure(), "");
                }
            });
        }
        gaps.forEach((cell, gap) -> add("running-total-fell", cell.area(), cell, cell.measure(), String.valueOf(gap)));
    }

    /** Whether the report of a total said otherwise of an earlier one than what stands. */
    private boolean hasItsOwn(Printed later, Printed earlier) {
        return everPrinted.stream().anyMatch(own -> own.report().equals(later.report()) && own.cell().equals(earlier.cell())
                && !own.text().equals(earlier.text()));
    }

    /** Whether its source has said otherwise since of a part of it that its own report gave as well. */
    private boolean hasChangedPart(Printed total) {
        return everPrinted.stream().anyMatch(part -> part.report().equals(total.report())
                && part.cell().isPartOf(total.cell()) && standing.stream().noneMatch(now -> now.source().equals(part.source())
                && now.cell().equals(part.cell()) && now.text().equals(part.text())));
    }

    /** Of the same source, the next total of several days since the same day. */
    private Optional<Printed> after(Printed earlier) {
        return earlier.cell().from().equals(earlier.cell().to()) ? Optional.empty() : standing.stream()
                .filter(later -> earlier.source().equals(later.source())
                        && earlier.cell().measure().equals(later.cell().measure())
                        && earlier.cell().area().equals(later.cell().area()) && earlier.cell().from().equals(later.cell().from())
                        && earlier.cell().to().isBefore(later.cell().to()))
                .min(Comparator.comparing(later -> later.cell().to()));
    }

    /** Of each source and cell, a figure against the one published right before, where the period was over by then. */
    private void restated() {
        Map<PrintedCell, Long> gaps = new HashMap<>();
        Set<PrintedCell> unsure = new HashSet<>();
        for (Printed now : everPrinted) {
            Printed before = null;
            for (Printed earlier : everPrinted) {
                if (earlier.source().equals(now.source()) && earlier.cell().equals(now.cell()) && earlier != now) {
                    if (earlier.published().equals(now.published())) {
                        unsure.add(now.cell());
                    } else if (earlier.published().isBefore(now.published())
                            && (before == null || earlier.published().isAfter(before.published()))) {
                        before = earlier;
                    }
                }
            }
            if (standing.stream().noneMatch(figure -> figure.source().equals(now.source()) && figure.cell().equals(now.cell())
                    && Printed.BY_PUBLICATION.compare(figure, now) >= 0)) {
                // What was said last was written over: whether what stands now changes it is a matter of words.
                unsure.add(now.cell());
            }
            // What was published of the same day speaks of all of it; of a longer period on its last day it may still run.
            if (before != null && (before.published().isAfter(now.cell().to())
                    || now.cell().from().equals(now.cell().to()) && before.published().equals(now.cell().to()))) {
                gaps.merge(now.cell(), Math.max(before.above(now), now.above(before)), Math::max);
            }
        }
        gaps.forEach((cell, gap) -> {
            if (gap > 0 && !unsure.contains(cell)) {
                add("restated", cell.area(), cell, cell.measure(), String.valueOf(gap));
            }
        });
        unsure.forEach(cell -> add("restated?", cell.area(), cell, cell.measure(), ""));
    }

    private void reportMissing(Collection<LocalDate> dates) {
        for (LocalDate date : dates) {
            for (String source : settings.daily) {
                if (standing.stream().noneMatch(figure -> figure.source().equals(source) && figure.cell().to().equals(date))) {
                    found.put("report-missing " + source + " " + date, "");
                }
            }
        }
    }
}
