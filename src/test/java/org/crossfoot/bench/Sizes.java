package org.crossfoot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long a first night takes of inputs that are large in one respect; {@code scripts/bench sizes} builds and starts it.
 *
 * <pre>java Sizes scripts/crossfoot SECONDS [SHAPE N]</pre>
 *
 * A night is ended after SECONDS.
 */
final class Sizes {

    private static final Map<SizedInput, Integer> SIZES = Map.ofEntries(
            Map.entry(SizedInput.PARTS, 100_000), Map.entry(SizedInput.PARTS_TOO_MANY, 100_000),
            Map.entry(SizedInput.PARTS_AMONG_MORE, 100_000), Map.entry(SizedInput.PARTS_TOO_MANY_AMONG_MORE, 100_000),
            Map.entry(SizedInput.PARTS_ALONE, 100_000), Map.entry(SizedInput.DEEP, 50_000),
            Map.entry(SizedInput.DEEP_GROWING, 50_000), Map.entry(SizedInput.DEEP_WRONG, 50_000),
            Map.entry(SizedInput.SOURCES, 10_000), Map.entry(SizedInput.SOURCES_OF_TWO, 2_400),
            Map.entry(SizedInput.SOURCE_OF_ALL, 2_400), Map.entry(SizedInput.SOURCES_OF_ONE_CELL, 10_000),
            Map.entry(SizedInput.COLUMNS, 100_000), Map.entry(SizedInput.SAME_ROWS, 100_000),
            Map.entry(SizedInput.OTHER_ROWS, 100_000), Map.entry(SizedInput.QUOTED_ROWS, 100_000),
            Map.entry(SizedInput.QUOTED_SAME, 100_000), Map.entry(SizedInput.QUOTED_RANGES, 100_000),
            Map.entry(SizedInput.TWENTY_FIVE, 20_000), Map.entry(SizedInput.TWENTY_FIVE_IN_PARTS, 2_000),
            Map.entry(SizedInput.TWENTY_FIVE_IN_CHECKS, 2_000));

    private Sizes() {
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        System.out.println("| input | CPU s | wall s | resident MiB | exit |\n|---|---|---|---|---|");
        if (arguments.length > 2) {
            measure(SizedInput.valueOf(arguments[2]), Integer.parseInt(arguments[3]), arguments);
        } else {
            for (SizedInput shape : SizedInput.values()) {
                measure(shape, SIZES.get(shape), arguments);
            }
        }
    }

    private static void measure(SizedInput shape, int n, String... arguments) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("crossfoot-sizes");
        shape.write(work.resolve("in"), n);
        long start = System.nanoTime();
        long most = Long.parseLong(arguments[1]);
        Process process = new ProcessBuilder(arguments[0], "run", "--date", SizedInput.DATE, "--input",
                work.resolve("in").toString(), "--output", work.resolve("out").toString(), "--fail-on", "never")
                .redirectErrorStream(true).redirectOutput(work.resolve("said").toFile()).start();
        double processor = 0;
        long resident = 0;
        while (process.isAlive()) {
            // The script starts Java, and waits for it.
            processor = Math.max(processor, Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .mapToLong(each -> each.info().totalCpuDuration().orElse(Duration.ZERO).toMillis()).sum() / 1e3);
            for (ProcessHandle each : process.descendants().toList()) {
                resident = Math.max(resident, resident(each.pid()));
            }
            if ((System.nanoTime() - start) / 1_000_000_000 > most) {
                process.destroy();
                process.waitFor();
            }
            Thread.sleep(20);
        }
        System.out.printf("| %s | %.1f | %.1f | %d | %s |%n", shape.title(n), processor, (System.nanoTime() - start) / 1e9,
                resident, process.exitValue() == 143 ? "not ended" : String.valueOf(process.exitValue()));
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The most memory so far, in MiB; 0 where the system does not tell. */
    private static long resident(long process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).sum();
        } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException e) {
            // It ended while it was read.
            return 0;
        }
    }
}
