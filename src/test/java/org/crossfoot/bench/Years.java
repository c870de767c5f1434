package org.crossfoot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long a whole history takes, beside a rival and beside a plain Spring Batch job, and what a night costs in a big ledger.
 * The commands take turns, round by round; ratios are taken within a round. {@code scripts/bench years} builds and starts it.
 *
 * <pre>java Years.java scripts/crossfoot TEST-CLASSPATH BENCH-FOLDER DUCKDB-JAR AREAS DAYS ROUNDS</pre>
 *
 * BENCH-FOLDER holds Generate.java, Peer.java and peer.sql; DUCKDB-JAR may be empty, then there is no rival.
 */
final class Years {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 20);

    /** One command's wall and processor time in seconds, and its most memory in MiB. */
    private record Cost(double wall, double processor, double resident) {
    }

    private final String crossfoot;
    private final String classpath;
    private final Path bench;
    private final String duckdb;
    private final Path work = Files.createTempDirectory("crossfoot-years");
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    private Years(String... arguments) throws IOException {
        this.crossfoot = arguments[0];
        this.classpath = arguments[1];
        this.bench = Path.of(arguments[2]);
        this.duckdb = arguments[3];
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        Years years = new Years(arguments);
        try {
            years.measure(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]), Integer.parseInt(arguments[6]));
        } finally {
            years.remove(years.work);
        }
    }

    private void measure(int areas, int days, int rounds) throws IOException, InterruptedException {
        generate("whole", areas, days);
        generate("few-areas", areas / 10, days);
        generate("few-days", areas, days / 10);
        LocalDate middle = FIRST_DAY.plusDays(days / 2);
        oneDate(middle);
        for (int round = 1; round <= rounds; round++) {
            if (!duckdb.isEmpty()) {
                time("rival", java(), "-cp", duckdb, bench.resolve("Peer.java").toString(), bench.resolve("peer.sql").toString(),
                        in("whole"), in("rival"));
                remove(work.resolve("rival"));
            }
            time("plain", java(), "-cp", classpath, PlainBatch.class.getName(), in("whole"), in("plain"));
            remove(work.resolve("plain"));
            for (String size : List.of("few-areas", "few-days", "whole", "one-date")) {
                remove(work.resolve(size + "-out"));
                night(size, "run", "--date", FIRST_DAY.plusDays(days - 1L).toString(), size);
            }
            for (String size : List.of("whole", "one-date")) {
                night("rerun, " + size, "rerun", middle.toString(), size);
                Files.writeString(work.resolve(size + "/custody/late-" + round + ".csv"), "date,office,arrested,detained\n"
                        + middle + ",a00001,"
                        + (1_000 + round) + "," + round + "\n");
                night("late, " + size, "run", "--date", FIRST_DAY.plusDays(days - 1L).toString(), size);
                Files.delete(work.resolve(size + "/custody/late-" + round + ".csv"));
            }
        }
        report(areas, days, rounds);
    }

    /** The reports of one date alone. */
    private void oneDate(LocalDate date) throws IOException {
        try (Stream<Path> files = Files.walk(work.resolve("whole"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.matches("[\\d-]+\\.csv") || name.equals(date + ".csv")) {
                    Path copy = work.resolve("one-date").resolve(work.resolve("whole").relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private void generate(String folder, int areas, int days) throws IOException, InterruptedException {
        time("generate", java(), bench.resolve("Generate.java").toString(), in(folder), String.valueOf(areas),
                String.valueOf(days));
    }

    /** A command of Crossfoot; the last word is the folder it works on. */
    private void night(String what, String... words) throws IOException, InterruptedException {
        String size = words[words.length - 1];
        List<String> command = new ArrayList<>(List.of(crossfoot));
        command.addAll(Arrays.asList(words).subList(0, words.length - 1));
        command.addAll(List.of("--input", in(size), "--output", in(size + "-out"), "--fail-on", "never"));
        time(what, command.toArray(String[]::new));
    }

    private String in(String folder) {
        return work.resolve(folder).toString();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void time(String what, String... command) throws IOException, InterruptedException {
        // No command pays for what the one before it left to be written.
        new ProcessBuilder("sync").start().waitFor();
        long start = System.nanoTime();
        Path said = work.resolve("said");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        double resident = 0;
        double processor = 0;
        while (process.isAlive()) {
            // A script starts the program as a process of its own.
            List<ProcessHandle> processes = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
            resident = Math.max(resident, processes.stream().mapToDouble(Years::resident).sum());
            processor = Math.max(processor, processes.stream()
                    .mapToLong(each -> each.info().totalCpuDuration().orElse(Duration.ZERO).toMillis()).sum() / 1e3);
            Thread.sleep(20);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue() + ":\n"
                    + Files.readString(said));
        }
        costs.computeIfAbsent(what, first -> new ArrayList<>())
                .add(new Cost((System.nanoTime() - start) / 1e9, processor, resident));
    }

    /** The most memory so far, in MiB; 0 where the system does not tell. */
    private static double resident(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private void report(int areas, int days, int rounds) {
        System.out.printf("%n%s areas x %s days, %s rounds, Java %s, %s processors; median (lowest to highest)%n%n", areas, days,
                rounds, System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        System.out.println("| what | wall s | CPU s | resident MiB | wall, of base |");
        System.out.println("|---|---|---|---|---|");
        row("DuckDB, the same checks, no intervals or verdicts", "rival", "rival");
        row("plain Spring Batch, the same checks in SQL", "plain", "plain");
        row("Crossfoot; base: DuckDB", "whole", "rival");
        row("Crossfoot; base: plain Spring Batch", "whole", "plain");
        row("Crossfoot; base: a tenth of the areas", "whole", "few-areas");
        row("Crossfoot; base: a tenth of the days", "whole", "few-days");
        row("a late report in a ledger of one date", "late, one-date", "late, one-date");
        row("a late report; base: in a ledger of one date", "late, whole", "late, one-date");
        row("a rerun of a date in a ledger of one date", "rerun, one-date", "rerun, one-date");
        row("a rerun of a date; base: in a ledger of one date", "rerun, whole", "rerun, one-date");
    }

    private void row(String title, String what, String base) {
        List<Cost> costs = this.costs.getOrDefault(what, List.of());
        List<Cost> bases = this.costs.getOrDefault(base, List.of());
        if (!costs.isEmpty() && !bases.isEmpty()) {
            double[] ratios = new double[costs.size()];
            Arrays.setAll(ratios, round -> costs.get(round).wall / bases.get(round).wall);
            System.out.printf("| %s | %s | %s | %s | %s |%n", title, spread(costs.stream().mapToDouble(Cost::wall).toArray()),
                    spread(costs.stream().mapToDouble(Cost::processor).toArray()),
                    Math.round(costs.stream().mapToDouble(Cost::resident).max().orElse(0)), spread(ratios));
        }
    }

    private static String spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return "%.2f (%.2f to %.2f)".formatted(median, sorted[0], sorted[sorted.length - 1]);
    }

    private void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
