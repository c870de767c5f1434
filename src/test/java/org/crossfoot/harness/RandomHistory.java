package org.crossfoot.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossfoot.harness.Printed.PrintedCell;

/**
 * What publishers may do to an input folder over some nights: reports come, late ones too, are repeated, overwritten, restated,
 * empty and taken away, and settings change. The figures are mostly those of one truth.
 */
final class RandomHistory {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 20);
    private static final long LEAST = 30;
    private static final List<String> MEASURES = List.of("arrests", "criminal", "collateral");
    private static final List<String> AREAS = List.of("us", "boston", "miami");

    final PrintedSettings settings = new PrintedSettings();
    final List<Printed> everPrinted = new ArrayList<>();
    private final SortedSet<String> changed = new TreeSet<>();
    private final Map<String, List<Printed>> present = new TreeMap<>();
    private final Map<String, Delivery> reportRules = new LinkedHashMap<>();
    private final Random random;
    private final Folder folder;
    private int night;
    private int reports;

    /** The last time something came under a report's name, by the date of that night. */
    private record Delivery(String bytes, LocalDate date) {
    }

    RandomHistory(long seed, Folder folder) throws IOException {
        this.random = new Random(seed);
        this.folder = folder;
        int sources = 2 + random.nextInt(3);
        for (int i = 1; i <= sources; i++) {
            settings.trust.put("s" + i, 1 + random.nextInt(8));
            if (i > 1 && random.nextInt(3) == 0) {
                settings.repeats.put("s" + i, "s1");
            }
        }
        folder.put("areas.csv",
                "area,name,part_of,breakdown,aliases\nus,United States,,,\nboston,Boston,us,office,\nmiami,Miami,us,office,\n");
        write();
    }

    /** What the reports say that stand in the input folder and repeat no other. */
    List<Printed> present() {
        return present.entrySet().stream().filter(report -> !repeats(report.getKey()))
                .flatMap(report -> report.getValue().stream()).toList();
    }

    /**
     * Reports that hold no figure, or have the bytes of another one of their source, by rule, source and date: the one it came
     * on, the last of its figures.
     */
    Map<String, String> ofReports() {
        Map<String, String> found = new TreeMap<>();
        reportRules.forEach((report, delivery) -> {
            String source = report.substring(0, report.indexOf('/'));
            if (repeats(report)) {
                LocalDate last = present.get(report).stream().map(figure -> figure.cell().to()).max(Comparator.naturalOrder())
                        .orElse(delivery.date);
                found.put("report-repeated " + source + " " + last, "");
            } else if (present.get(report).isEmpty()) {
                found.put("report-empty " + source + " " + delivery.date, "");
            }
        });
        return found;
    }

    /** Whether another report of its source, with an earlier name, has the same bytes: then it says nothing of its own. */
    private boolean repeats(String report) {
        String source = report.substring(0, report.indexOf('/') + 1);
        return reportRules.entrySet().stream().anyMatch(other -> other.getKey().startsWith(source)
                && other.getKey().compareTo(report) < 0
                && other.getValue().bytes.equals(reportRules.get(report).bytes));
    }

    /** What comes before the next night; its business date. */
    LocalDate next() throws IOException {
        LocalDate date = MONDAY.plusDays(night);
        night++;
        int changes = 2 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            switch (random.nextInt(10)) {
                case 0 -> withdraw();
                case 1 -> repeat(date);
                case 2 -> overwrite(date);
                case 3 -> put(newReport(), List.of(), date);
                default -> put(newReport(), null, date);
            }
        }
        // What was written over or taken away again before any night saw it was never printed.
        changed.stream().filter(present::containsKey).forEach(report -> everPrinted.addAll(present.get(report)));
        changed.clear();
        // What repeated a report that was taken back says it in its own name from then on.
        present().stream().filter(figure -> !everPrinted.contains(figure)).forEach(everPrinted::add);
        if (night > 1 && random.nextInt(3) == 0) {
            changeSettings();
        }
        return date;
    }

    private String newReport() {
        List<String> sources = List.copyOf(settings.trust.keySet());
        reports++;
        return sources.get(random.nextInt(sources.size())) + "/" + (100 + reports) + ".csv";
    }

    private void withdraw() throws IOException {
        if (!present.isEmpty()) {
            String report = any();
            Files.delete(folder.input().resolve(report));
            present.remove(report);
            reportRules.remove(report);
            // Whoever takes a report away takes it back, with all that stood under its name.
            everPrinted.removeIf(figure -> figure.report().equals(report));
        }
    }

    private String any() {
        return List.copyOf(present.keySet()).get(random.nextInt(present.size()));
    }

    private void repeat(LocalDate date) throws IOException {
        String original = present.isEmpty() ? null : any();
        if (original != null && !present.get(original).isEmpty()) {
            reports++;
            String report = original.substring(0, original.indexOf('/')) + "/" + (100 + reports) + ".csv";
            List<Printed> again = present.get(original).stream()
                    .map(figure -> new Printed(figure.source(), report, night, figure.published(), figure.cell(), figure.text(),
                    figure.lowest(), figure.highest())).toList();
            deliver(report, again, reportRules.get(original).bytes, date, false);
        }
    }

    private void overwrite(LocalDate date) throws IOException {
        if (!present.isEmpty()) {
            put(any(), null, date);
        }
    }

    /** @param figures of the report, or null for some that are thought up */
    private void put(String report, List<Printed> figures, LocalDate date) throws IOException {
        List<Printed> said = figures != null ? figures : random(report, date);
        StringBuilder text = new StringBuilder("published,from,to,place,counted,figure,of " + report + "\n");
        said.forEach(figure -> text.append(figure.row()).append(",\n"));
        deliver(report, said, text.toString(), date, true);
    }

    private void deliver(String report, List<Printed> said, String bytes, LocalDate date, boolean news) throws IOException {
        Delivery before = reportRules.get(report);
        if (before != null && before.bytes.equals(bytes)) {
            // The same bytes under the same name are no news.
            return;
        }
        folder.put(report, bytes);
        present.put(report, said);
        reportRules.put(report, new Delivery(bytes, date));
        if (news) {
            changed.add(report);
        } else {
            changed.remove(report);
        }
    }

    private List<Printed> random(String report, LocalDate date) {
        // A late report has an earlier day of publication.
        LocalDate published = date.plusDays(1).minusDays(random.nextInt(4) == 0 ? random.nextInt(3) : 0);
        Map<PrintedCell, Printed> said = new LinkedHashMap<>();
        int figures = 4 + random.nextInt(12);
        for (int i = 0; i < figures; i++) {
            LocalDate to = date.minusDays(random.nextInt(3) == 0 ? random.nextInt(4) : 0);
            LocalDate from = random.nextInt(4) == 0 ? MONDAY : to;
            if (!to.isBefore(MONDAY) && !published.isBefore(to)) {
                PrintedCell cell = new PrintedCell(MEASURES.get(random.nextInt(3)), AREAS.get(random.nextInt(3)), from, to);
                said.put(cell, figure(report, published, cell));
            }
        }
        return List.copyOf(said.values());
    }

    private static long truth(PrintedCell cell) {
        long sum = 0;
        for (LocalDate day = cell.from(); !day.isAfter(cell.to()); day = day.plusDays(1)) {
            for (String office : cell.area().equals("us") ? List.of("boston", "miami") : List.of(cell.area())) {
                long criminal = 100 + day.getDayOfMonth() * 7L + office.length() * 10L;
                long collateral = 50 + day.getDayOfMonth() * 3L;
                sum += switch (cell.measure()) {
                    case "criminal" -> criminal;
                    case "collateral" -> collateral;
                    default -> criminal + collateral;
                };
            }
        }
        return sum;
    }

    private Printed figure(String report, LocalDate published, PrintedCell cell) {
        long value = Math.max(LEAST, truth(cell) + (random.nextInt(5) == 0 ? random.nextInt(400) - 150 : 0));
        String source = report.substring(0, report.indexOf('/'));
        long rounded = (value + 5) / 10 * 10;
        return switch (random.nextInt(10)) {
            case 0 -> new Printed(source, report, night, published, cell, "at least " + (value - 7), value - 7, null);
            case 1 -> new Printed(source, report, night, published, cell, "around " + rounded, (9 * rounded + 9) / 10,
                    11 * rounded / 10);
            case 2 -> new Printed(source, report, night, published, cell, (value - 20) + " to " + (value + 20), value - 20, value
                    + 20);
            case 3 -> new Printed(source, report, night, published, cell, "fewer than " + (value + 9), 0, value + 8);
            default -> new Printed(source, report, night, published, cell, String.valueOf(value), value, value);
        };
    }

    private void changeSettings() throws IOException {
        List<String> sources = List.copyOf(settings.trust.keySet());
        String source = sources.get(random.nextInt(sources.size()));
        switch (random.nextInt(4)) {
            case 0 -> settings.trust.put(source, 1 + random.nextInt(8));
            case 1 -> toggle(settings.daily, source);
            case 2 -> toggle(settings.switchedOff, random.nextBoolean() ? "areas-add-up" : PrintedSettings.CHECK);
            default -> settings.tolerance = random.nextBoolean() ? 0 : 5 + random.nextInt(50);
        }
        write();
    }

    private static void toggle(Set<String> set, String element) {
        if (!set.remove(element)) {
            set.add(element);
        }
    }

    private void write() throws IOException {
        folder.put("crossfoot.yml", settings.crossfoot());
        for (String source : settings.trust.keySet()) {
            folder.put(source + "/source.yml", settings.source(source));
        }
    }
}
