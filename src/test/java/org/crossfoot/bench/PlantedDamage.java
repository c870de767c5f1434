package org.crossfoot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of figures that are damaged in one known way: an input is generated and made right, one kind of damage is planted
 * on each date, in a few offices, the program reconciles it, and what it publishes is held against what was planted.
 *
 * <pre>java src/test/java/org/crossfoot/bench/PlantedDamage.java Generate.java COMMAND [AREAS [DAYS [DAMAGES [SEED]]]]</pre>
 *
 * COMMAND is {@code scripts/crossfoot} of the version that is measured; {@code scripts/bench planted} fills in the first two.
 */
final class PlantedDamage {

    private enum Kind {
        TRANSPOSED("digits transposed"),
        TENFOLD("tenfold"),
        SWAPPED("two columns swapped"),
        DAY_BEFORE("the row of the day before"),
        NEIGHBOUR("the row of the neighbour"),
        NATION_WITHOUT_OFFICE("a nation's total without an office"),
        OFFICE_WITHOUT_KIND("an office's total without a kind"),
        FACTOR("a source off by a factor"),
        TWO_SOURCES("two sources with one mistake");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 20);
    private static final String NATION = "us";
    private static final List<String> SOURCES = List.of("field-log", "custody", "headquarters");
    private static final Map<String, List<String>> MEASURES = Map.of(
            "field-log", List.of("arrests", "criminal_arrests", "collateral_arrests"),
            "custody", List.of("arrests", "detentions"),
            "headquarters", List.of("arrests", "criminal_arrests", "collateral_arrests", "detentions"));

    private record Name(String source, String area, String measure) {
    }

    /** What was damaged together. */
    private record Damage(Kind kind, int day, String area, Set<Name> figures) {
    }

    /** What one source printed of an area. */
    private record Row(String source, String area) {
    }

    private static final class Fates {

        private int dates;
        private int planted;
        private int figures;
        private int found;
        private int explained;
        private int rightly;
        private int partly;
        private int wrongly;
        private int notLocalised;
        private int elsewhere;
        private int rows;
    }

    private final Path work;
    private final String generator;
    private final String command;
    private final int areas;
    private final int days;
    private final int damages;
    private final Random random;
    private final List<Map<Row, long[]>> printed = new ArrayList<>();
    private final List<Map<Row, long[]>> truth = new ArrayList<>();
    private final List<Damage> planted = new ArrayList<>();

    private PlantedDamage(Path work, String[] args) {
        this.work = work;
        this.generator = args[0];
        this.command = args[1];
        this.areas = number(args, 2, 2_000);
        this.days = number(args, 3, 30);
        this.damages = number(args, 4, 20);
        this.random = new Random(number(args, 5, 20250126));
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at]) : otherwise;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 2 || !Files.exists(Path.of(args[0]))) {
            System.err.println("usage: PlantedDamage Generate.java COMMAND [AREAS [DAYS [DAMAGES [SEED]]]]\n"
                    + "Generate.java makes the input, and is no part of this project");
            System.exit(2);
        }
        Path work = Files.createTempDirectory("crossfoot-planted");
        try {
            new PlantedDamage(work, args).measure();
        } finally {
            try (Stream<Path> paths = Files.walk(work)) {
                for (Path path : paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void measure() throws IOException, InterruptedException {
        start(0, Path.of(System.getProperty("java.home"), "bin", "java").toString(), generator, in().toString(),
                String.valueOf(areas), String.valueOf(days));
        readTruth();
        for (int day = 0; day < days; day++) {
            plant(kind(day), day);
            write(day);
        }
        start(1, command, "run", "--quiet", "--date", FIRST_DAY.plusDays(days - 1).toString(), "--input", in().toString(),
                "--output", work.resolve("out").toString());
        Map<Kind, Fates> fates = new TreeMap<>();
        for (int day = 0; day < days; day++) {
            judge(day, fates.computeIfAbsent(kind(day), each -> new Fates()));
        }
        print(fates);
    }

    private static Kind kind(int day) {
        return Kind.values()[day % Kind.values().length];
    }

    private Path in() {
        return work.resolve("in");
    }

    private static void start(int alsoGood, String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        if (exit != 0 && exit != alsoGood) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
        }
    }

    private Path report(String source, int day) {
        return in().resolve(source).resolve(FIRST_DAY.plusDays(day) + ".csv");
    }

    /** What the generator wrote, with the truth put back where it was damaged. */
    private void readTruth() throws IOException {
        for (int day = 0; day < days; day++) {
            Map<Row, long[]> rows = new HashMap<>();
            for (String source : SOURCES) {
                boolean nation = source.equals("headquarters");
                int[] line = {0};
                rows(report(source, day), cells -> {
                    if (line[0]++ > 0) {
                        rows.put(new Row(source, nation ? NATION : cells.get(1)), cells.stream().skip(nation ? 1 : 2)
                                .mapToLong(Long::parseLong).toArray());
                    }
                });
            }
            truth.add(rows);
        }
        int[] line = {0};
        rows(work.resolve("in-planted.csv"), cells -> {
            if (line[0]++ > 0) {
                int day = (int) (LocalDate.parse(cells.get(0)).toEpochDay() - FIRST_DAY.toEpochDay());
                truth.get(day).get(new Row(cells.get(2), cells.get(1)))[MEASURES.get(cells.get(2)).indexOf(cells.get(3))] =
                        Long.parseLong(cells.get(4));
            }
        });
        truth.forEach(rows -> {
            Map<Row, long[]> copy = new HashMap<>();
            rows.forEach((row, numbers) -> copy.put(row, numbers.clone()));
            printed.add(copy);
        });
    }

    private void plant(Kind kind, int day) {
        if (kind == Kind.FACTOR) {
            String source = SOURCES.get(random.nextInt(2));
            for (int area = 0; area < areas; area++) {
                Row row = new Row(source, area(area));
                print(kind, day, row, Arrays.stream(truth.get(day).get(row)).map(number -> number * 11 / 10).toArray());
            }
            return;
        }
        Set<Integer> chosen = new HashSet<>();
        // A nation has few totals: more than one that is wrong would be another kind of damage.
        int wanted = kind == Kind.NATION_WITHOUT_OFFICE ? 1 : damages;
        for (int attempt = 0; chosen.size() < wanted && attempt < 100 * wanted; attempt++) {
            int area = random.nextInt(areas);
            if (!chosen.contains(area) && plant(kind, day, area)) {
                chosen.add(area);
            }
        }
    }

    /** Whether it makes a difference there. */
    private boolean plant(Kind kind, int day, int area) {
        Row row = new Row(SOURCES.get(random.nextInt(2)), area(area));
        long[] numbers = truth.get(day).get(row).clone();
        int column = random.nextInt(numbers.length);
        switch (kind) {
            case TRANSPOSED -> numbers[column] = transposed(numbers[column]);
            case TENFOLD -> numbers[column] *= 10;
            case SWAPPED -> {
                int other = (column + 1) % numbers.length;
                long kept = numbers[column];
                numbers[column] = numbers[other];
                numbers[other] = kept;
            }
            case DAY_BEFORE -> numbers = truth.get(day - 1).get(row).clone();
            case NEIGHBOUR -> numbers = truth.get(day).get(new Row(row.source, area((area + 1) % areas))).clone();
            case NATION_WITHOUT_OFFICE -> {
                Row nation = new Row("headquarters", NATION);
                long[] totals = truth.get(day).get(nation).clone();
                int measure = random.nextInt(totals.length);
                totals[measure] -= measure == 3 ? truth.get(day).get(new Row("custody", area(area)))[1]
                        : truth.get(day).get(new Row("field-log", area(area)))[measure];
                return print(kind, day, nation, totals);
            }
            case OFFICE_WITHOUT_KIND -> {
                row = new Row("field-log", area(area));
                numbers = truth.get(day).get(row).clone();
                numbers[0] = numbers[1 + random.nextInt(2)];
            }
            case TWO_SOURCES -> {
                long wrong = numbers[0] + 1 + random.nextInt(9);
                Set<Name> figures = new HashSet<>();
                for (String source : SOURCES.subList(0, 2)) {
                    printed.get(day).get(new Row(source, row.area))[0] = wrong;
                    figures.add(new Name(source, row.area, "arrests"));
                }
                return planted.add(new Damage(kind, day, row.area, figures));
            }
            default -> throw new IllegalStateException("no damage of single offices: " + kind);
        }
        return print(kind, day, row, numbers);
    }

    private boolean print(Kind kind, int day, Row row, long[] numbers) {
        long[] right = truth.get(day).get(row);
        Set<Name> figures = new HashSet<>();
        for (int column = 0; column < numbers.length; column++) {
            if (numbers[column] != right[column]) {
                figures.add(new Name(row.source, row.area, MEASURES.get(row.source).get(column)));
            }
        }
        printed.get(day).put(row, numbers);
        return !figures.isEmpty() && planted.add(new Damage(kind, day, row.area, figures));
    }

    private static long transposed(long number) {
        return number < 10 ? number : number / 100 * 100 + number % 10 * 10 + number / 10 % 10;
    }

    private static String area(int number) {
        return "a%05d".formatted(number);
    }

    private void write(int day) throws IOException {
        Map<String, StringBuilder> texts = new HashMap<>();
        for (String source : SOURCES) {
            try (BufferedReader in = Files.newBufferedReader(report(source, day))) {
                texts.put(source, new StringBuilder(in.readLine()).append('\n'));
            }
        }
        for (int area = 0; area < areas; area++) {
            for (String source : SOURCES.subList(0, 2)) {
                texts.get(source).append(FIRST_DAY.plusDays(day)).append(',').append(area(area)).append(',')
                        .append(text(printed.get(day).get(new Row(source, area(area))))).append('\n');
            }
        }
        texts.get("headquarters").append(FIRST_DAY.plusDays(day)).append(',')
                .append(text(printed.get(day).get(new Row("headquarters", NATION)))).append('\n');
        for (String source : SOURCES) {
            Files.writeString(report(source, day), texts.get(source));
        }
    }

    private static String text(long[] numbers) {
        return Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }

    private void judge(int day, Fates fates) throws IOException {
        Path folder = work.resolve("out").resolve(FIRST_DAY.plusDays(day).toString());
        Set<Name> named = new HashSet<>();
        Set<Name> explained = new HashSet<>();
        Set<String> sums = new HashSet<>();
        Map<String, Integer> column = new HashMap<>();
        rows(folder.resolve("discrepancies.csv"), cells -> {
            if (column.isEmpty()) {
                cells.forEach(name -> column.put(name, column.size()));
                return;
            }
            fates.rows++;
            String area = cells.get(column.get("area"));
            if (area.equals(NATION)) {
                // The list of its figures is cut; a sum over areas holds all of its measure.
                sums.add(cells.get(column.get("measure")));
            }
            for (String figure : cells.get(column.get("figures")).split(" \\| ")) {
                if (figure.contains(":")) {
                    String[] parts = figure.split("=")[0].split("@");
                    Name name = new Name(parts[0].split(":")[0], parts.length > 1 ? parts[1] : area, parts[0].split(":")[1]);
                    named.add(name);
                    if (!cells.get(column.get("possible_cause")).isEmpty()) {
                        explained.add(name);
                    }
                }
            }
        });
        Map<String, Set<Name>> setAside = new HashMap<>();
        Map<String, Integer> at = new HashMap<>();
        rows(folder.resolve("figures.csv"), cells -> {
            if (at.isEmpty()) {
                cells.forEach(name -> at.put(name, at.size()));
            } else if (cells.get(at.get("use")).equals("set-aside")) {
                Name name = new Name(cells.get(at.get("source")), cells.get(at.get("area")), cells.get(at.get("measure")));
                setAside.computeIfAbsent(name.area, area -> new HashSet<>()).add(name);
            }
        });
        fates.dates++;
        for (Damage damage : planted) {
            if (damage.day == day) {
                Set<Name> aside = setAside.getOrDefault(damage.area, Set.of());
                fates.planted++;
                fates.figures += damage.figures.size();
                fates.found += damage.figures.stream().anyMatch(each -> named.contains(each) || sums.contains(each.measure))
                        ? 1 : 0;
                fates.explained += damage.figures.stream().anyMatch(explained::contains) ? 1 : 0;
                if (aside.isEmpty()) {
                    fates.notLocalised++;
                } else if (!damage.figures.containsAll(aside)) {
                    fates.wrongly++;
                } else if (aside.containsAll(damage.figures)) {
                    fates.rightly++;
                } else {
                    fates.partly++;
                }
            }
        }
        Set<String> damaged = planted.stream().filter(damage -> damage.day == day).map(Damage::area).collect(Collectors.toSet());
        setAside.forEach((area, names) -> fates.elsewhere += damaged.contains(area) ? 0 : names.size());
    }

    private void print(Map<Kind, Fates> all) {
        System.out.printf("%,d offices, %d days, %d damaged offices a date (one nation's total, all offices of a source off by a"
                + " factor)%n%n", areas, days, damages);
        System.out.println("| damage | dates | planted | figures | found | rightly | in part | wrongly | not localised |"
                + " cause named | right figures set aside elsewhere | rows |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        all.forEach((kind, fates) -> System.out.println(Stream.of(fates.dates, fates.planted, fates.figures, fates.found,
                fates.rightly, fates.partly, fates.wrongly, fates.notLocalised, fates.explained, fates.elsewhere, fates.rows)
                .map(String::valueOf).collect(Collectors.joining(" | ", "| " + kind.words + " | ", " |"))));
        System.out.println("""

                planted: what was damaged together, in one office and day; found: a row tells of it; rightly: all damaged figures
                are set aside, and no right one of that office and day; in part: some of them, and no right one; wrongly: a right
                one is; not localised: none is; elsewhere: right figures of other offices, or of the nation, that are set
                aside.""");
    }

    private static void rows(Path file, Consumer<List<String>> each) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (List<String> cells = cells(in); cells != null; cells = cells(in)) {
                each.accept(cells);
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
