package org.crossfoot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How often the program blames the right figure: errors are planted in a generated input, the program reconciles it, and what it
 * publishes is held against what was planted.
 *
 * <pre>java src/test/java/org/crossfoot/bench/Accuracy.java Generate.java target/crossfoot.jar AREAS DAYS [SEED]</pre>
 *
 * Ends with 1 where a requirement fails. {@code scripts/accuracy} builds first and fills in the first two.
 */
final class Accuracy {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 20);
    private static final List<String> FIGURES = List.of("field-log:arrests", "field-log:criminal_arrests",
            "field-log:collateral_arrests", "custody:arrests", "custody:detentions");
    private static final int[] TRUST = {5, 5, 5, 8, 8};
    private static final double ARRESTS_RIGHTLY = 0.98;

    private record Place(String date, String area) {
    }

    private record Planted(Place place, String figure, String kind) {
    }

    /** What came of one planted error. */
    private record Fate(Planted planted, boolean breaksWithin, boolean breaksSum, boolean found, boolean rightly,
            boolean wrongly) {

        boolean breaks() {
            return breaksWithin || breaksSum;
        }
    }

    private final Path work;
    private final Map<Place, long[]> printed = new HashMap<>();
    private final Map<String, long[]> nation = new HashMap<>();
    private final Map<Place, Set<String>> damaged = new HashMap<>();
    private final List<Planted> planted = new ArrayList<>();
    private final Map<Place, Set<String>> inDiscrepancy = new HashMap<>();
    private final Map<Place, Set<String>> blamed = new HashMap<>();
    private final Set<String> brokenSums = new HashSet<>();

    private Accuracy(Path work) {
        this.work = work;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 4) {
            System.err.println("usage: Accuracy Generate.java crossfoot.jar AREAS DAYS [SEED]");
            System.exit(2);
        }
        if (!Files.exists(Path.of(args[0]))) {
            System.err.println(args[0]
                    + " is not there: it generates the input with planted errors, and is no part of this project's sources");
            System.exit(2);
        }
        Path work = Files.createTempDirectory("crossfoot-accuracy");
        Accuracy accuracy = new Accuracy(work);
        try {
            accuracy.generate(args);
            accuracy.run(args[1], FIRST_DAY.plusDays(Integer.parseInt(args[3]) - 1));
            accuracy.readInput();
            accuracy.readPlanted();
            accuracy.readOutput();
            System.exit(accuracy.report() ? 0 : 1);
        } finally {
            accuracy.remove();
        }
    }

    private void generate(String[] args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), args[0], work.resolve("in").toString(), args[2], args[3]));
        if (args.length > 4) {
            command.add(args[4]);
        }
        start(command, 0, 0);
    }

    private void run(String jar, LocalDate last) throws IOException, InterruptedException {
        start(List.of(java(), "-jar", jar, "run", "--date", last.toString(), "--input", work.resolve("in").toString(), "--output",
                work.resolve("out").toString()), 0, 1);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void start(List<String> command, int good, int alsoGood) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != good && exit != alsoGood) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
        }
    }

    private void readInput() throws IOException {
        for (LocalDate day = FIRST_DAY; Files.exists(report("headquarters", day)); day = day.plusDays(1)) {
            String date = day.toString();
            rows(report("field-log", day), row -> printed.put(new Place(date, row.get("office")),
                    new long[] {row.number("arrests"), row.number("criminal"), row.number("collateral"), 0, 0}));
            rows(report("custody", day), row -> {
                long[] figures = printed.get(new Place(date, row.get("office")));
                figures[3] = row.number("arrested");
                figures[4] = row.number("detained");
            });
            rows(report("headquarters", day), row -> nation.put(date, new long[] {row.number("arrests"), row.number("criminal"),
                row.number("collateral"), row.number("detained")}));
        }
    }

    private Path report(String source, LocalDate day) {
        return work.resolve("in").resolve(source).resolve(day + ".csv");
    }

    private void readPlanted() throws IOException {
        rows(work.resolve("in-planted.csv"), row -> {
            Planted error = new Planted(new Place(row.get("date"), row.get("area")), row.get("source") + ":" + row.get("measure"),
                    row.get("kind"));
            planted.add(error);
            damaged.computeIfAbsent(error.place, place -> new TreeSet<>()).add(error.figure);
        });
    }

    private void readOutput() throws IOException {
        for (String date : nation.keySet()) {
            rows(work.resolve("out").resolve(date).resolve("discrepancies.csv"), row -> {
                Place place = new Place(date, row.get("area"));
                if (place.area.equals("us")) {
                    // The list of its figures is cut; a sum over areas holds all of its measure.
                    brokenSums.add(date + " " + row.get("measure"));
                } else {
                    add(inDiscrepancy, place, row.get("figures"));
                }
                add(blamed, place, row.get("blamed"));
            });
        }
    }

    /** Takes names as {@code source:measure@area@period=as printed}, of which all behind the measure may be absent. */
    private static void add(Map<Place, Set<String>> places, Place place, String names) {
        for (String name : names.split(" \\| ")) {
            if (!name.isEmpty() && !name.startsWith("... and ")) {
                String[] parts = name.split("=")[0].split("@");
                Place at = parts.length > 1 ? new Place(place.date, parts[1]) : place;
                places.computeIfAbsent(at, each -> new TreeSet<>()).add(parts[0]);
            }
        }
    }

    private boolean report() {
        Set<String> offSums = offSums();
        List<Fate> fates = planted.stream().map(error -> fate(error, offSums)).toList();
        System.out.printf("%n%-34s%8s%8s%8s%10s%8s%8s%14s%n", "", "planted", "broken", "found", "localised", "rightly", "wrongly",
                "not-localised");
        row("all", fates);
        table(fates, error -> error.kind);
        table(fates, error -> error.figure);
        table(fates, error -> error.figure + " " + error.kind);
        long missed = fates.stream().filter(fate -> fate.breaks() && !fate.found).count();
        List<Fate> arrests = fates.stream().filter(fate -> fate.breaksWithin && fate.planted.figure.endsWith(":arrests"))
                .toList();
        double rightly = arrests.stream().filter(Fate::rightly).count() / (double) Math.max(1, arrests.size());
        long slandered = slandered();
        long differing = printed.keySet().stream().filter(this::differsFromBruteForce).count();
        long us = blamed.entrySet().stream().filter(entry -> entry.getKey().area.equals("us"))
                .mapToLong(entry -> entry.getValue().size()).sum();
        System.out.printf("%n%d planted errors that leave a rule broken are in no discrepancy (0 is required)%n", missed);
        System.out.printf("%.1f %% of the errors in arrests are blamed on the right source and measure (98 %% is required)%n",
                100 * rightly);
        System.out.printf("%d undamaged figures are blamed where their office and day hold one damaged figure (0 is required)%n",
                slandered);
        System.out.printf("%d offices and days where a figure that all cheapest repairs set aside, found by trying every "
                + "subset, is not blamed (0 is required)%n",
                differing);
        System.out.printf("%d of headquarters' figures are blamed, all of them undamaged; %d of the nation's sums are off%n", us,
                offSums.size());
        return missed == 0 && rightly >= ARRESTS_RIGHTLY && slandered == 0 && differing == 0;
    }

    private Fate fate(Planted error, Set<String> offSums) {
        Set<String> names = blamed.getOrDefault(error.place, Set.of());
        String sum = error.place.date + " " + error.figure.substring(error.figure.indexOf(':') + 1);
        boolean rightly = names.contains(error.figure);
        boolean wrongly = !rightly && names.stream().anyMatch(name -> !damaged.get(error.place).contains(name));
        return new Fate(error, breaksWithin(error), offSums.contains(sum),
                inDiscrepancy.getOrDefault(error.place, Set.of()).contains(error.figure) || brokenSums.contains(sum), rightly,
                wrongly);
    }

    private boolean breaksWithin(Planted error) {
        long[] is = printed.get(error.place);
        boolean sources = is[0] != is[3];
        boolean log = is[1] + is[2] != is[0];
        boolean custody = is[1] + is[2] != is[3];
        return switch (FIGURES.indexOf(error.figure)) {
            case 0 -> sources || log || is[4] > is[0];
            case 3 -> sources || custody || is[4] > is[3];
            case 4 -> is[4] > is[0] || is[4] > is[3];
            default -> log || custody;
        };
    }

    /** Sums over all offices that cannot be headquarters' number, whichever of two sources is taken for each office. */
    private Set<String> offSums() {
        Map<String, long[]> least = new HashMap<>();
        Map<String, long[]> most = new HashMap<>();
        printed.forEach((place, is) -> {
            long[] low = least.computeIfAbsent(place.date, date -> new long[4]);
            long[] high = most.computeIfAbsent(place.date, date -> new long[4]);
            low[0] += Math.max(is[0], is[3]);
            high[0] += Math.min(is[0], is[3]);
            for (int measure = 1; measure < 4; measure++) {
                low[measure] += is[measure == 3 ? 4 : measure];
                high[measure] = low[measure];
            }
        });
        List<String> measures = List.of("arrests", "criminal_arrests", "collateral_arrests", "detentions");
        Set<String> off = new HashSet<>();
        nation.forEach((date, is) -> {
            for (int measure = 0; measure < 4; measure++) {
                if (least.get(date)[measure] > is[measure] || most.get(date)[measure] < is[measure]) {
                    off.add(date + " " + measures.get(measure));
                }
            }
        });
        return off;
    }

    private long slandered() {
        return blamed.entrySet().stream().filter(entry -> damaged.getOrDefault(entry.getKey(), Set.of()).size() == 1)
                .mapToLong(entry -> entry.getValue().stream().filter(name -> !damaged.get(entry.getKey()).contains(name)).count())
                .sum();
    }

    /** What every cheapest repair within the office sets aside must be blamed, whatever the sums over offices add to it. */
    private boolean differsFromBruteForce(Place place) {
        long[] is = printed.get(place);
        int best = Integer.MAX_VALUE;
        int common = 0;
        for (int aside = 0; aside < 32; aside++) {
            int cost = 100 * Integer.bitCount(aside);
            for (int figure = 0; figure < 5; figure++) {
                cost += (aside >> figure & 1) * 1_000 * TRUST[figure];
            }
            if (cost <= best && canHold(is, aside)) {
                common = cost < best ? aside : common & aside;
                best = cost;
            }
        }
        Set<String> expected = new TreeSet<>();
        for (int figure = 0; figure < 5; figure++) {
            if ((common >> figure & 1) == 1) {
                expected.add(FIGURES.get(figure));
            }
        }
        Set<String> actual = blamed.getOrDefault(place, Set.of());
        return !blamed.getOrDefault(place, Set.of()).containsAll(expected);
    }

    private static boolean canHold(long[] is, int aside) {
        boolean[] kept = new boolean[5];
        for (int figure = 0; figure < 5; figure++) {
            kept[figure] = (aside >> figure & 1) == 0;
        }
        if (kept[0] && kept[3] && is[0] != is[3]) {
            return false;
        }
        if (!kept[0] && !kept[3]) {
            return !kept[1] || !kept[2] || !kept[4] || is[4] <= is[1] + is[2];
        }
        long arrests = kept[0] ? is[0] : is[3];
        boolean parts = kept[1] && kept[2] ? is[1] + is[2] == arrests : (!kept[1] || is[1] <= arrests)
                && (!kept[2] || is[2] <= arrests);
        return parts && (!kept[4] || is[4] <= arrests);
    }

    private static void table(List<Fate> fates, Function<Planted, String> by) {
        System.out.println();
        Map<String, List<Fate>> groups = new TreeMap<>();
        fates.forEach(fate -> groups.computeIfAbsent(by.apply(fate.planted), name -> new ArrayList<>()).add(fate));
        groups.forEach(Accuracy::row);
    }

    private static void row(String name, List<Fate> fates) {
        long rightly = fates.stream().filter(Fate::rightly).count();
        long wrongly = fates.stream().filter(Fate::wrongly).count();
        long found = fates.stream().filter(Fate::found).count();
        System.out.printf("%-38s%4d%8d%8d%10d%8d%8d%14d%n", name, fates.size(), fates.stream().filter(Fate::breaks).count(),
                found, rightly + wrongly, rightly, wrongly, found - rightly - wrongly);
    }

    private void remove() throws IOException {
        try (var paths = Files.walk(work)) {
            for (Path path : paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }

    private record Row(Map<String, Integer> columns, List<String> cells) {

        String get(String column) {
            return cells.get(columns.get(column));
        }

        long number(String column) {
            return Long.parseLong(get(column));
        }
    }

    private static void rows(Path file, Consumer<Row> each) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            Map<String, Integer> columns = new HashMap<>();
            for (List<String> cells = cells(in); cells != null; cells = cells(in)) {
                if (columns.isEmpty()) {
                    cells.forEach(name -> columns.put(name, columns.size()));
                } else {
                    each.accept(new Row(columns, cells));
                }
            }
        }
    }

    /** The next row as RFC 4180 writes it; null at the end. Written out, so that this runs without a class path. */
    private static List<String> cells(Reader in) throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' && !quoted) {
                cells.add(cell.toString());
                return cells;
            } else {
                cell.append((char) c);
            }
        }
        return null;
    }
}
