package org.crossfoot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private final String crossfoot;
    private final String classpath;
    private final Path bench;
    private final String duckdb;
    private final Path work = Files.createTempDirectory("crossfoot-years");
    private final Costs costs = new Costs(work);

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
            Costs.remove(years.work);
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
                costs.time("rival", Costs.java(), "-cp", duckdb, bench.resolve("Peer.java").toString(),
                        bench.resolve("peer.sql").toString(), in("whole"), in("rival"));
                Costs.remove(work.resolve("rival"));
            }
            costs.time("plain", Costs.java(), "-cp", classpath, PlainBatch.class.getName(), in("whole"), in("plain"));
            Costs.remove(work.resolve("plain"));
            for (String size : List.of("few-areas", "few-days", "whole", "one-date")) {
                Costs.remove(work.resolve(size + "-out"));
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
        costs.time("generate", Costs.java(), bench.resolve("Generate.java").toString(), in(folder), String.valueOf(areas),
                String.valueOf(days));
    }

    /** A command of Crossfoot; the last word is the folder it works on. */
    private void night(String what, String... words) throws IOException, InterruptedException {
        String size = words[words.length - 1];
        List<String> command = new ArrayList<>(List.of(crossfoot));
        command.addAll(Arrays.asList(words).subList(0, words.length - 1));
        command.addAll(List.of("--input", in(size), "--output", in(size + "-out"), "--fail-on", "never"));
        costs.time(what, command.toArray(String[]::new));
    }

    private String in(String folder) {
        return work.resolve(folder).toString();
    }

    private void report(int areas, int days, int rounds) {
        System.out.printf("%n%s areas x %s days, %s rounds, Java %s, %s processors; median (lowest to highest)%n%n", areas, days,
                rounds, System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        System.out.println("| what | wall s | CPU s | resident MiB | wall, of base | CPU, of base |");
        System.out.println("|---|---|---|---|---|---|");
        costs.row("DuckDB, the same checks, no intervals or verdicts", "rival", "rival");
        costs.row("plain Spring Batch, the same checks in SQL", "plain", "plain");
        costs.row("Crossfoot; base: DuckDB", "whole", "rival");
        costs.row("Crossfoot; base: plain Spring Batch", "whole", "plain");
        costs.row("Crossfoot; base: a tenth of the areas", "whole", "few-areas");
        costs.row("Crossfoot; base: a tenth of the days", "whole", "few-days");
        costs.row("a late report in a ledger of one date", "late, one-date", "late, one-date");
        costs.row("a late report; base: in a ledger of one date", "late, whole", "late, one-date");
        costs.row("a rerun of a date in a ledger of one date", "rerun, one-date", "rerun, one-date");
        costs.row("a rerun of a date; base: in a ledger of one date", "rerun, whole", "rerun, one-date");
    }
}
