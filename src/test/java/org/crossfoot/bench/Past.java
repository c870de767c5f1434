package org.crossfoot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.crossfoot.ExampleInput;

/**
 * What running totals cost by the days they go on: a series beside a tenth of its days and beside a rival, its last date beside
 * its tenth, and a night in which one cell of one day changed; then the same of real ones, where the folder shared is at hand.
 * {@code scripts/bench past} builds and starts it.
 *
 * <pre>java Past.java scripts/crossfoot RIVAL-FOLDER DUCKDB-JAR AREAS DAYS ROUNDS</pre>
 *
 * RIVAL-FOLDER holds Peer.java; without it there is no rival.
 */
final class Past {

    private static final LocalDate FIRST_REAL = LocalDate.of(2020, 1, 22);
    private static final int REAL_DAYS = 164;

    private final String crossfoot;
    private final Path work = Files.createTempDirectory("crossfoot-past");
    private final Costs costs = new Costs(work);

    private Past(String crossfoot) throws IOException {
        this.crossfoot = crossfoot;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        Past past = new Past(arguments[0]);
        try {
            past.measure(Path.of(arguments[1]).resolve("Peer.java"), arguments[2], Integer.parseInt(arguments[3]),
                    Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
        } finally {
            Costs.remove(past.work);
        }
    }

    private void measure(Path peer, String duckdb, int areas, int days, int rounds) throws IOException, InterruptedException {
        boolean real = Files.isDirectory(Path.of("../shared/data/covid-two-publishers"));
        for (int round = 1; round <= rounds; round++) {
            RunningTotalsInput.write(work.resolve("few-days"), areas, days / 10);
            RunningTotalsInput.write(work.resolve("whole"), areas, days);
            if (Files.exists(peer)) {
                costs.time("rival", Costs.java(), "-cp", duckdb, peer.toString(), "src/test/bench/past.sql", in("whole"),
                        in("rival"));
            }
            night("few-days", "few-days", "run", RunningTotalsInput.FIRST_DAY.plusDays(days / 10 - 1L));
            series("whole", RunningTotalsInput.FIRST_DAY, days, () -> RunningTotalsInput.changeOneCell(work.resolve("whole"),
                    RunningTotalsInput.FIRST_DAY.plusDays(days / 2)));
            if (real) {
                Path cases = ExampleInput.layOut("covid-two-publishers", work.resolve("real"));
                series("real", FIRST_REAL, REAL_DAYS, () ->
                        changeOneCase(cases.resolve("usafacts/usafacts_confirmed_cases.csv")));
            }
            for (String folder : List.of("few-days", "whole", "rival", "real")) {
                Costs.remove(work.resolve(folder));
                Costs.remove(work.resolve(folder + "-out"));
            }
        }
        System.out.printf("%n%s areas x %s days, %s rounds, Java %s, %s processors; median (lowest to highest)%n%n", areas, days,
                rounds, System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        System.out.println("| what | wall s | CPU s | resident MiB | wall, of base | CPU, of base |\n|---|---|---|---|---|---|");
        costs.row("DuckDB, the same checks, no intervals or verdicts", "rival", "rival");
        costs.row("a tenth of the days", "few-days", "few-days");
        costs.row("all days; base: a tenth of them", "whole", "few-days");
        costs.row("all days; base: DuckDB", "whole", "rival");
        rows("whole");
        costs.row("real ones, all days", "real", "real");
        rows("real");
    }

    private void rows(String series) {
        costs.row("the tenth date again", series + " tenth", series + " tenth");
        costs.row("the last date again; base: the tenth", series + " last", series + " tenth");
        costs.row("one cell of one day changed; base: the first night", series + " changed", series);
    }

    /** What changes an input between two nights. */
    private interface Change {
        void make() throws IOException;
    }

    private void series(String series, LocalDate first, int days, Change change) throws IOException, InterruptedException {
        LocalDate last = first.plusDays(days - 1L);
        night(series, series, "run", last);
        night(series + " tenth", series, "rerun", first.plusDays(9));
        night(series + " last", series, "rerun", last);
        change.make();
        night(series + " changed", series, "run", last);
    }

    /** The number that Baldwin County has on 1 June. */
    private static void changeOneCase(Path report) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(report));
        int day = Arrays.asList(lines.get(0).split(",", -1)).indexOf("6/1/20");
        int row = 0;
        while (!lines.get(row).startsWith("1003,")) {
            row++;
        }
        String[] cells = lines.get(row).split(",", -1);
        cells[day] = String.valueOf(Integer.parseInt(cells[day]) + 1);
        lines.set(row, String.join(",", cells));
        Files.writeString(report, String.join("\r\n", lines) + "\r\n");
    }

    private void night(String what, String folder, String command, LocalDate date) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(crossfoot, command));
        words.addAll(command.equals("run") ? List.of("--date", date.toString()) : List.of(date.toString()));
        words.addAll(List.of("--input", in(folder), "--output", in(folder + "-out"), "--fail-on", "never"));
        costs.time(what, words.toArray(String[]::new));
    }

    private String in(String folder) {
        return work.resolve(folder).toString();
    }
}
