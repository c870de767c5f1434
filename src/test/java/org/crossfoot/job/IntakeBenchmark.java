package org.crossfoot.job;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.crossfoot.job.step.Progress;
import org.crossfoot.job.step.ReadWaiting;
import org.crossfoot.job.step.RunContext;
import org.crossfoot.job.step.StagesReached;
import org.crossfoot.job.step.StoreReadings;
import org.crossfoot.known.ReadReport;
import org.crossfoot.known.SettingsSnapshot;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.Runs;
import org.crossfoot.ledger.Runs.Run;
import org.crossfoot.reconcile.outcome.Stages;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.store.Workspace;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a report of 300,000 rows with five figures each takes, once it is archived, to the commit of its packed figures,
 * beside Commons CSV alone on the same file, which takes one thread; Crossfoot takes two. They run in turn; prints medians, and
 * how
 * far the rounds lie apart. Java's second compiler works on the database's code for a hundred rounds, on the processor that
 * Crossfoot's
 * second thread wants: these are not measured. The collector and the pages are set as {@code scripts/crossfoot} sets them for
 * long nights.
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -Xmx1g -XX:+UseParallelGC -XX:NewSize=300m -XX:MaxNewSize=300m -XX:+UseTransparentHugePages \
 *     -cp target/test-classes:target/classes:$(cat target/classpath) org.crossfoot.job.IntakeBenchmark [ROUNDS]
 * }</pre>
 */
final class IntakeBenchmark {

    private static final int OFFICES = 2_000;
    private static final int DAYS = 150;
    private static final int WARM_UP = 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final String[] MEASURES = {"arrests", "criminal_arrests", "collateral_arrests", "detentions", "detainers"};

    private record Clock(String name, LongSupplier nanoseconds) {
    }

    private final Path csv;
    private final Archive.Kept kept;
    private final RunContext context;
    private final TransactionTemplate transactions;
    private int received;

    private IntakeBenchmark(Path csv, RunContext context, PlatformTransactionManager transactions) throws IOException {
        this.csv = csv;
        try (InputStream bytes = Files.newInputStream(csv)) {
            this.kept = context.ledger().archive().keep(bytes);
        }
        this.context = context;
        this.transactions = new TransactionTemplate(transactions);
    }

    public static void main(String[] arguments) throws IOException, SettingsException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        System.out.printf("%-32s %18s %18s %24s%n", "300,000 rows of 5 figures", "Commons CSV, ms", "Crossfoot, ms",
                "speed, Commons CSV = 1");
        measure("one entry, five columns", rounds, "figures:\n" + entry("{ columns: \"(?!area|day).*\" }", "{ header: true }"));
        measure("five entries", rounds, Stream.of(MEASURES).reduce("figures:\n",
                (entries, measure) -> entries + entry("{ column: " + measure + " }", "{ is: " + measure + " }"), String::concat));
    }

    private static String entry(String value, String measure) {
        return "  - { value: %s, measure: %s, area: { column: area }, day: { column: day } }\n".formatted(value, measure);
    }

    private static void measure(String what, int rounds, String entries) throws IOException, SettingsException {
        Path home = Files.createTempDirectory("intake");
        try {
            Workspace workspace = new Workspace(home.resolve("input"), home.resolve("output"));
            Path csv = writeInput(workspace.input(), entries);
            try (AnnotationConfigApplicationContext spring = LedgerConfiguration.open(workspace)) {
                Ledger ledger = spring.getBean(Ledger.class);
                SettingsFiles files = SettingsFiles.readFrom(workspace.input());
                SettingsSnapshot snapshot = SettingsSnapshot.keep(files, SettingsReader.read(files), ledger.archive());
                Run run = new Run("benchmark", Runs.Command.RUN, FIRST_DAY.plusDays(DAYS), snapshot.id(), Instant.EPOCH, null,
                        null);
                ledger.runs().begin(run);
                new IntakeBenchmark(csv, new RunContext(run, snapshot, workspace, ledger, Progress.NONE, "benchmark",
                        new StagesReached(Stages.UNWATCHED), Set.of(), false), spring.getBean(PlatformTransactionManager.class))
                        .measure(what, rounds);
            }
        } finally {
            delete(home);
        }
    }

    private void measure(String what, int rounds) throws IOException {
        Clock[] clocks = {new Clock("wall", System::nanoTime), new Clock("CPU", PROCESS::getProcessCpuTime)};
        double[][] alone = new double[clocks.length][rounds];
        double[][] whole = new double[clocks.length][rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            long report = receive();
            double[] start = now(clocks);
            parse();
            double[] parsed = now(clocks);
            intake(report);
            double[] stored = now(clocks);
            for (int clock = 0; clock < clocks.length && round >= 0; clock++) {
                alone[clock][round] = parsed[clock] - start[clock];
                whole[clock][round] = stored[clock] - parsed[clock];
            }
        }
        for (int clock = 0; clock < clocks.length; clock++) {
            double[] ours = whole[clock];
            double[] theirs = alone[clock];
            double[] speed = IntStream.range(0, rounds).mapToDouble(round -> theirs[round] / ours[round]).toArray();
            System.out.printf("%-32s %18s %18s %24s%n", what + ", " + clocks[clock].name(), spread("%.0f", theirs),
                    spread("%.0f", ours), spread("%.2f", speed));
        }
    }

    private static double[] now(Clock[] clocks) {
        return Stream.of(clocks).mapToDouble(clock -> clock.nanoseconds().getAsLong() / 1e6).toArray();
    }

    /** The median, and the lowest and highest in brackets. */
    private static String spread(String format, double[] values) {
        Arrays.sort(values);
        return (format + " (" + format + "-" + format + ")")
                .formatted(values[values.length / 2], values[0], values[values.length - 1]);
    }

    /** The same bytes under a new name, as no report is read twice. */
    private long receive() throws IOException {
        String path = "ice/" + ++received + ".csv";
        Files.createLink(context.workspace().input().resolve(path), csv);
        context.ledger().reports().receive("ice", path, kept.sha256(), kept.bytes(), context.run().id(),
                context.run().businessDate(), null);
        return context.ledger().reports().waiting().get(0);
    }

    /** Commons CSV alone, with every cell touched. */
    private void parse() throws IOException {
        long characters = 0;
        try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8, CSVFormat.DEFAULT)) {
            for (CSVRecord row : parser) {
                for (int i = 0; i < row.size(); i++) {
                    characters += row.get(i).length();
                }
            }
        }
        require(characters > OFFICES * DAYS, "the file has cells");
    }

    /** What the step intake does with one report. */
    private void intake(long report) {
        ReadReport.ReportRead result = transactions.execute(status -> {
            try {
                ReadReport.ReportRead read = new ReadWaiting(context).process(report);
                new StoreReadings(context).write(Chunk.of(read));
                return read;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        require(result.reading().figureLines() == OFFICES * DAYS && result.figures().size() == DAYS, "every row is taken in");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("not so: " + what);
        }
    }

    private static Path writeInput(Path input, String entries) throws IOException {
        Files.createDirectories(input.resolve("ice"));
        StringBuilder settings = new StringBuilder("zone: America/New_York\nmeasures:\n");
        for (String measure : MEASURES) {
            settings.append("  ").append(measure).append(": { title: ").append(measure).append(" }\n");
        }
        Files.writeString(input.resolve("crossfoot.yml"), settings);
        StringBuilder areas = new StringBuilder("area,name,part_of,breakdown,aliases\n");
        for (int office = 0; office < OFFICES; office++) {
            areas.append("o").append(office).append(",").append(office(office)).append(",,,\n");
        }
        Files.writeString(input.resolve("areas.csv"), areas);
        Files.writeString(input.resolve("ice/source.yml"), "title: ICE\ntrust: official-data\n" + entries);
        Path csv = input.resolve("ice/days.csv");
        try (Writer out = Files.newBufferedWriter(csv)) {
            writeRows(out, new Random(20250126));
        }
        return csv;
    }

    private static void writeRows(Writer out, Random random) throws IOException {
        out.write("area,day," + String.join(",", MEASURES) + "\n");
        for (int day = 0; day < DAYS; day++) {
            for (int office = 0; office < OFFICES; office++) {
                out.write(office(office) + "," + FIRST_DAY.plusDays(day));
                for (int measure = 0; measure < MEASURES.length; measure++) {
                    out.write("," + (measure == 0 ? random.nextInt(1000) : amount(random)));
                }
                out.write("\n");
            }
        }
    }

    private static String office(int office) {
        return "Field Office " + office;
    }

    /** As published tables have them: mostly small numbers, some above a thousand, some blank, some withheld. */
    private static String amount(Random random) {
        int kind = random.nextInt(100);
        if (kind < 5) {
            return "";
        }
        if (kind < 7) {
            return "<11";
        }
        return kind < 17 ? "\"%d,%03d\"".formatted(1 + random.nextInt(20), random.nextInt(1000))
                : String.valueOf(random.nextInt(1000));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
