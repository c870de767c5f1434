package org.crossfoot.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An input folder made from a hidden truth that fulfils all rules: areas on up to three levels, in one or two breakdowns, up to
 * four days with weeks and running totals, checks, tolerances, and what several sources print of it, right but for what is
 * damaged. The same seed makes the same folder.
 *
 * @param files by their paths in the folder
 * @param kind  what sort of world it is, in words; the same for many
 */
record RandomWorld(SortedMap<String, String> files, String kind, int figures) {

    /** How large a world may become. */
    enum Size {
        /** Few enough numbers that all of them can be tried. */
        TINY(6, 1, 5),
        USUAL(60, 4, 300),
        /** Of as many figures, not of at most as many: too many for the referee. */
        LARGE(500, 4, 300);

        private final int figures;
        private final int days;
        private final int people;

        Size(int figures, int days, int people) {
            this.figures = figures;
            this.days = days;
            this.people = people;
        }
    }

    static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 6);

    private static final String REPORT_HEADER = "measure,area,start,end,amount,quoted,derived\n";
    private static final String PROFILE = """
            title: Source %s
            trust: %d
            %sfigures:
              - { value: { column: amount }, when: { column: derived, matches: "no" }, measure: { column: measure },
                  area: { column: area }, from: { column: start }, to: { column: end }, attributed_to: { column: quoted } }
              - { value: { column: amount }, when: { column: derived, matches: "yes" }, derived: true,
                  measure: { column: measure }, area: { column: area }, from: { column: start }, to: { column: end },
                  attributed_to: { column: quoted } }
            """;

    /**
     * Measures that checks tie together.
     *
     * @param checks as settings write them
     * @param of     each measure as a sum of numbers that may be anything, so that every check holds
     */
    private record Measures(List<String> checks, Map<String, int[]> of, int free) {
    }

    private static final List<Measures> MEASURES = List.of(
            new Measures(List.of(), Map.of("arrests", new int[] {1}), 1),
            new Measures(List.of("criminal + collateral = arrests"),
                    Map.of("arrests", new int[] {1, 1}, "criminal", new int[] {1, 0}, "collateral", new int[] {0, 1}), 2),
            new Measures(List.of("detained <= arrests"), Map.of("arrests", new int[] {1, 1}, "detained", new int[] {1, 0}), 2),
            new Measures(List.of("criminal + collateral = arrests", "detained <= arrests"),
                    Map.of("arrests", new int[] {1, 1, 1}, "criminal", new int[] {1, 1, 0}, "collateral", new int[] {0, 0, 1},
                    "detained", new int[] {1, 0, 0}), 3),
            new Measures(List.of("2*pairs = people", "pairs <= cases"),
                    Map.of("pairs", new int[] {1, 0}, "people", new int[] {2, 0}, "cases", new int[] {1, 1}), 2),
            new Measures(List.of("criminal + collateral = arrests", "arrests + detained = people"),
                    Map.of("arrests", new int[] {1, 1, 0}, "criminal", new int[] {1, 0, 0}, "collateral", new int[] {0, 1, 0},
                    "detained", new int[] {0, 0, 1}, "people", new int[] {1, 1, 1}), 3));

    private record Part(String id, String whole, String breakdown) {
    }

    private record Said(String source, String measure, String area, int from, int to, String printed, String quoted,
            boolean derived) {

        String row() {
            return String.join(",", measure, area, FIRST_DAY.plusDays(from).toString(), FIRST_DAY.plusDays(to).toString(),
                    '"' + printed + '"', quoted, derived ? "yes" : "no") + "\n";
        }
    }

    /** One world in the making. */
    private static final class Maker {

        private final Random random;
        private final Size size;
        private final Map<String, Boolean> complete = new LinkedHashMap<>();
        private final List<Part> parts = new ArrayList<>();
        private final Map<String, int[][]> truth = new LinkedHashMap<>();
        private final Map<String, Integer> trust = new LinkedHashMap<>();
        private final Map<String, String> repeats = new LinkedHashMap<>();
        private final List<Said> said = new ArrayList<>();
        private final Set<String> places = new HashSet<>();
        private final Measures measures;
        private final boolean stock;
        private final int days;
        private final int people;
        private String tolerant = "no tolerance";

        Maker(long seed, Size size) {
            this.random = new Random(seed);
            this.size = size;
            this.measures = MEASURES.get(random.nextInt(size == Size.TINY ? 3 : MEASURES.size()));
            this.stock = size != Size.TINY && random.nextInt(6) == 0;
            this.days = 1 + (random.nextInt(3) == 0 ? 0 : random.nextInt(size.days));
            this.people = 1 + random.nextInt(random.nextBoolean() ? Math.min(30, size.people) : size.people);
        }

        RandomWorld make() {
            areas();
            sources();
            int figures = size == Size.LARGE ? size.figures : few();
            int damaged = random.nextInt(size == Size.LARGE ? 40 : 4);
            for (int attempt = 0; said.size() < figures && attempt < 10 * figures; attempt++) {
                say(said.size() < damaged);
            }
            SortedMap<String, String> files = new TreeMap<>();
            files.put("crossfoot.yml", settings());
            files.put("areas.csv", areasFile());
            trust.forEach((source, weight) -> {
                files.put(source + "/source.yml", PROFILE.formatted(source, weight, repeats.containsKey(source)
                        ? "repeats: " + repeats.get(source) + "\n" : ""));
                StringBuilder report = new StringBuilder(REPORT_HEADER);
                said.stream().filter(each -> each.source.equals(source)).forEach(each -> report.append(each.row()));
                files.put(source + "/a.csv", report.toString());
            });
            return new RandomWorld(files, (days == 1 ? "one day" : "several days") + (parts.isEmpty() ? ", one area, "
                    : ", several areas, ") + tolerant, said.size());
        }

        /** Mostly very few: what is wrong with small worlds is seen at once. */
        private int few() {
            return 2 + random.nextInt(switch (random.nextInt(4)) {
                case 0 -> Math.min(5, size.figures - 1);
                case 1 -> Math.min(14, size.figures - 1);
                case 2 -> Math.min(29, size.figures - 1);
                default -> size.figures - 1;
            });
        }

        private void areas() {
            if (size != Size.LARGE && random.nextInt(5) == 0) {
                truth.put("us", anything());
                return;
            }
            boolean desks = size != Size.TINY && random.nextInt(3) == 0;
            build("us", "office", size == Size.LARGE ? enoughOffices()
                    : size == Size.TINY || random.nextBoolean() ? List.of("a", "b") : List.of("a", "b", "c"), desks);
            if (size != Size.TINY && random.nextInt(4) == 0) {
                divide("us", "state", List.of("north", "south"));
            }
        }

        /** So many that two sources could say a third more figures than are wanted. */
        private List<String> enoughOffices() {
            return IntStream.rangeClosed(1, 2 * size.figures / (3 * days * measures.of.size()))
                    .mapToObj(number -> number + "o").toList();
        }

        /** An area from its parts: the first of them may have parts as well. */
        private void build(String whole, String breakdown, List<String> names, boolean deeper) {
            boolean all = random.nextInt(4) != 0;
            complete.put(breakdown, all);
            int[][] sum = truth.computeIfAbsent(whole, each -> new int[days][measures.free + 1]);
            for (String name : names) {
                parts.add(new Part(name, whole, breakdown));
                if (deeper && name.equals(names.get(0))) {
                    build(name, "desk", List.of(name + "1", name + "2"), false);
                } else {
                    truth.put(name, anything());
                }
                add(truth.get(name), sum);
            }
            if (!all) {
                add(anything(), sum);
            }
        }

        private int[][] anything() {
            int[][] numbers = new int[days][measures.free + 1];
            for (int[] day : numbers) {
                for (int i = 0; i < day.length; i++) {
                    day[i] = random.nextInt(people);
                }
            }
            return numbers;
        }

        private static void add(int[][] part, int[][] sum) {
            for (int day = 0; day < sum.length; day++) {
                for (int i = 0; i < sum[day].length; i++) {
                    sum[day][i] += part[day][i];
                }
            }
        }

        /** Another breakdown of an area that is known. */
        private void divide(String whole, String breakdown, List<String> names) {
            boolean all = random.nextInt(4) != 0;
            complete.put(breakdown, all);
            int[][] rest = new int[days][];
            for (int day = 0; day < days; day++) {
                rest[day] = truth.get(whole)[day].clone();
            }
            for (String name : names) {
                parts.add(new Part(name, whole, breakdown));
                boolean takesTheRest = all && name.equals(names.get(names.size() - 1));
                int[][] share = new int[days][measures.free + 1];
                for (int day = 0; day < days; day++) {
                    for (int i = 0; i < share[day].length; i++) {
                        share[day][i] = takesTheRest ? rest[day][i] : random.nextInt(rest[day][i] + 1);
                        rest[day][i] -= share[day][i];
                    }
                }
                truth.put(name, share);
            }
        }

        private void sources() {
            int count = 2 + random.nextInt(size == Size.TINY ? 1 : 3);
            boolean equal = random.nextInt(4) == 0;
            List<Integer> weights = new ArrayList<>(List.of(8, 5, 3, 2, 1));
            Collections.shuffle(weights, random);
            for (int number = 0; number < count; number++) {
                trust.put("s" + number, equal ? 3 : weights.get(random.nextInt(4)));
            }
            if (random.nextInt(4) == 0) {
                trust.put("copy", weights.get(0));
                repeats.put("copy", "s0");
            }
        }

        private void say(boolean damaged) {
            List<String> sources = List.copyOf(trust.keySet());
            String source = sources.get(random.nextInt(sources.size()));
            if (repeats.containsKey(source) && random.nextInt(4) > 0) {
                repeat(source);
                return;
            }
            List<String> names = new ArrayList<>(new TreeMap<>(measures.of).keySet());
            if (stock) {
                names.add("beds");
            }
            String measure = names.get(random.nextInt(names.size()));
            List<String> areas = List.copyOf(truth.keySet());
            String area = areas.get(random.nextInt(areas.size()));
            int from = random.nextInt(days);
            int to = from;
            int sort = random.nextInt(10);
            if (sort > 5 && !measure.equals("beds")) {
                from = sort > 7 ? random.nextInt(days) : 0;
                to = from + random.nextInt(days - from);
            }
            String quoted = repeats.isEmpty() && random.nextInt(8) == 0 ? "chief" : "";
            if (!places.add(String.join(" ", source, measure, area, from + "-" + to))) {
                return;
            }
            long right = 0;
            for (int day = from; day <= to; day++) {
                right += value(measure, truth.get(area)[day]);
            }
            said.add(new Said(source, measure, area, from, to, printed(damaged ? wrong(right) : right), quoted,
                    random.nextInt(12) == 0));
        }

        private void repeat(String source) {
            List<Said> original = said.stream().filter(each -> each.source.equals(repeats.get(source))).toList();
            if (original.isEmpty()) {
                return;
            }
            Said one = original.get(random.nextInt(original.size()));
            if (places.add(String.join(" ", source, one.measure, one.area, one.from + "-" + one.to))) {
                said.add(new Said(source, one.measure, one.area, one.from, one.to, one.printed, "", false));
            }
        }

        private long value(String measure, int[] free) {
            if (measure.equals("beds")) {
                return free[measures.free];
            }
            long value = 0;
            int[] shares = measures.of.get(measure);
            for (int i = 0; i < shares.length; i++) {
                value += (long) shares[i] * free[i];
            }
            return value;
        }

        private long wrong(long right) {
            return switch (random.nextInt(4)) {
                case 0 -> right + 1 + random.nextInt(3);
                case 1 -> right + 1 + random.nextInt(people);
                case 2 -> Math.max(0, right - 1 - random.nextInt(people));
                default -> size == Size.TINY ? right + 2 : right * 10 + (right == 0 ? 7 : 0);
            };
        }

        private String printed(long middle) {
            return switch (random.nextInt(16)) {
                case 0 -> "at least " + middle;
                case 1 -> "up to " + middle;
                case 2 -> middle + " to " + (middle + random.nextInt(people + 1));
                case 3 -> middle > 20 ? "around " + middle : String.valueOf(middle);
                case 4 -> middle > 20 ? "nearly " + (middle + 1) : String.valueOf(middle);
                default -> String.valueOf(middle);
            };
        }

        private String settings() {
            StringBuilder text = new StringBuilder("zone: America/New_York\n");
            if (!complete.isEmpty()) {
                text.append("breakdowns:\n");
                complete.forEach((name, all) -> text.append("  %s: { complete: %s }\n".formatted(name, all)));
            }
            text.append("measures:\n");
            new TreeMap<>(measures.of).keySet().forEach(name -> text.append("  %s: { title: %s }\n".formatted(name, name)));
            if (stock) {
                text.append("  beds: { title: beds, kind: stock }\n");
            }
            StringBuilder rules = new StringBuilder();
            boolean tolerances = size != Size.TINY && random.nextInt(5) == 0;
            for (int number = 0; number < measures.checks.size(); number++) {
                rules.append("  check-").append(number).append(": { check: \"").append(measures.checks.get(number)).append('"');
                int severity = random.nextInt(10);
                rules.append(severity == 0 ? ", severity: info" : severity < 3 ? ", severity: warning" : "");
                if (tolerances && random.nextBoolean()) {
                    tolerant = "a tolerance of rules";
                    rules.append(", tolerance: ").append(1 + random.nextInt(4));
                }
                rules.append(" }\n");
            }
            if (tolerances && random.nextInt(3) == 0) {
                tolerant = "a tolerance of rules";
                rules.append("  areas-add-up: { tolerance: ").append(1 + random.nextInt(4)).append(" }\n");
            }
            if (tolerances && random.nextInt(3) == 0) {
                tolerant = "a tolerance of sources-agree";
                rules.append("  sources-agree: { tolerance: ").append(1 + random.nextInt(4)).append(" }\n");
            }
            return rules.isEmpty() ? text.toString() : text.append("rules:\n").append(rules).toString();
        }

        private String areasFile() {
            StringBuilder text = new StringBuilder("area,name,part_of,breakdown,aliases\nus,us,,,\n");
            parts.forEach(part -> text.append(String.join(",", part.id, part.id, part.whole, part.breakdown, "\n")));
            return text.toString();
        }
    }

    static RandomWorld of(long seed, Size size) {
        return new Maker(seed, size).make();
    }

    /** Puts the files into a folder that holds nothing else. */
    void writeTo(Path folder) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind).append('\n');
        files.forEach((path, content) -> {
            if (!path.endsWith("source.yml")) {
                text.append("--- ").append(path).append('\n').append(content);
            } else {
                text.append("--- ").append(path).append(": ").append(content.lines().skip(1).limit(2).toList()).append('\n');
            }
        });
        return text.toString();
    }
}
