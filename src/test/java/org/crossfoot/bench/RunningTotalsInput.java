package org.crossfoot.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * An input of running totals since one day: two sources tell them of every office every day, a third of the states that the
 * offices are in and of the nation, with each day's own number. One of 5,000 figures of the first two is damaged. The same seed
 * makes the same bytes.
 */
final class RunningTotalsInput {

    static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 20);
    private static final int OFFICES_A_STATE = 60;
    private static final int DAMAGED = 5_000;

    private final Path folder;
    private final int offices;
    private final SplittableRandom random = new SplittableRandom(20250120L);

    private RunningTotalsInput(Path folder, int offices) {
        this.folder = folder;
        this.offices = offices;
    }

    static void write(Path folder, int offices, int days) throws IOException {
        new RunningTotalsInput(folder, offices).write(days);
    }

    private void write(int days) throws IOException {
        settings();
        int[] size = IntStream.range(0, offices).map(office -> (int) Math.round(120 * Math.pow(random.nextDouble(), 4)))
                .toArray();
        long[] totals = new long[offices];
        int states = state(offices - 1) + 1;
        long[] stateTotals = new long[states];
        for (int d = 0; d < days; d++) {
            LocalDate day = FIRST_DAY.plusDays(d);
            long[] fresh = new long[states];
            try (PrintWriter log = csv("field-log", day, "day,office,total");
                    PrintWriter custody = csv("custody", day, "date,office,arrested")) {
                for (int office = 0; office < offices; office++) {
                    int arrests = size[office] / 2 + random.nextInt(size[office] + 1);
                    totals[office] += arrests;
                    fresh[state(office)] += arrests;
                    log.printf("%s,a%05d,%d\n", day, office, printed(totals[office]));
                    custody.printf("%s,a%05d,%d\n", day, office, printed(totals[office]));
                }
            }
            try (PrintWriter headquarters = csv("headquarters", day, "date,area,total,new")) {
                for (int state = 0; state < states; state++) {
                    stateTotals[state] += fresh[state];
                    headquarters.printf("%s,s%03d,%d,%d\n", day, state, stateTotals[state], fresh[state]);
                }
                headquarters.printf("%s,us,%d,%d\n", day, sum(stateTotals), sum(fresh));
            }
        }
    }

    private static long sum(long... numbers) {
        return Arrays.stream(numbers).sum();
    }

    private static int state(int office) {
        return office / OFFICES_A_STATE;
    }

    private long printed(long truth) {
        if (random.nextInt(DAMAGED) != 0) {
            return truth;
        }
        return random.nextBoolean() ? truth * 10 : truth + 1 + random.nextInt(9);
    }

    /** Another number for one office in one report that stands. */
    static void changeOneCell(Path folder, LocalDate day) throws IOException {
        Path report = folder.resolve("field-log").resolve(day + ".csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(report));
        lines.set(lines.size() / 2, lines.get(lines.size() / 2) + "7");
        Files.write(report, lines);
    }

    private PrintWriter csv(String source, LocalDate day, String header) throws IOException {
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve(source).resolve(day + ".csv")));
        out.print(header + "\n");
        return out;
    }

    private void settings() throws IOException {
        for (String source : List.of("field-log", "custody", "headquarters")) {
            Files.createDirectories(folder.resolve(source));
        }
        StringBuilder areas = new StringBuilder("area,name,part_of,breakdown,aliases\nus,United States,,,\n");
        for (int state = 0; state <= state(offices - 1); state++) {
            areas.append("s%03d,State %d,us,state,\n".formatted(state, state));
        }
        for (int office = 0; office < offices; office++) {
            areas.append("a%05d,Office %d,s%03d,office,\n".formatted(office, office, state(office)));
        }
        Files.writeString(folder.resolve("areas.csv"), areas);
        Files.writeString(folder.resolve("crossfoot.yml"), """
                zone: America/New_York
                breakdowns:
                  office: { complete: true }
                  state: { complete: true }
                measures:
                  arrests: { title: Arrests }
                """);
        source("field-log", "official-statement", """
                  - { value: { column: total }, measure: { is: arrests }, area: { column: office }, since: { is: %s }, day: { column: day } }
                """);
        source("custody", "official-data", """
                  - { value: { column: arrested }, measure: { is: arrests }, area: { column: office }, since: { is: %s }, day: { column: date } }
                """);
        source("headquarters", "official-statement", """
                  - { value: { column: total }, measure: { is: arrests }, area: { column: area }, since: { is: %s }, day: { column: date } }
                  - { value: { column: new }, measure: { is: arrests }, area: { column: area }, day: { column: date } }
                """);
    }

    private void source(String source, String trust, String figures) throws IOException {
        Files.writeString(folder.resolve(source).resolve("source.yml"),
                "title: " + source + "\ntrust: " + trust + "\nfigures:\n" + figures.formatted(FIRST_DAY));
    }
}
