package org.crossfoot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What commands cost that take turns, round by round; ratios are taken within a round. */
final class Costs {

    /** One command's wall and processor time in seconds, and its most memory in MiB. */
    private record Cost(double wall, double processor, double resident) {
    }

    private final Path work;
    private final Map<String, List<Cost>> all = new LinkedHashMap<>();

    /** @param work a folder for what commands say */
    Costs(Path work) {
        this.work = work;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    void time(String what, String... command) throws IOException, InterruptedException {
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
            resident = Math.max(resident, processes.stream().mapToDouble(Costs::resident).sum());
            processor = Math.max(processor, processes.stream()
                    .mapToLong(each -> each.info().totalCpuDuration().orElse(Duration.ZERO).toMillis()).sum() / 1e3);
            Thread.sleep(20);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue() + ":\n"
                    + Files.readString(said));
        }
        all.computeIfAbsent(what, first -> new ArrayList<>())
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

    void row(String title, String what, String base) {
        List<Cost> costs = all.getOrDefault(what, List.of());
        List<Cost> bases = all.getOrDefault(base, List.of());
        if (!costs.isEmpty() && !bases.isEmpty()) {
            System.out.printf("| %s | %s | %s | %s | %s | %s |%n", title, spread(costs, Cost::wall), spread(costs,
                    Cost::processor),
                    Math.round(costs.stream().mapToDouble(Cost::resident).max().orElse(0)),
                    ratio(costs, bases, Cost::wall), ratio(costs, bases, Cost::processor));
        }
    }

    private static String ratio(List<Cost> costs, List<Cost> bases, ToDoubleFunction<Cost> of) {
        return spread(IntStream.range(0, costs.size())
                .mapToDouble(round -> of.applyAsDouble(costs.get(round)) / of.applyAsDouble(bases.get(round))).toArray());
    }

    private static String spread(List<Cost> costs, ToDoubleFunction<Cost> of) {
        return spread(costs.stream().mapToDouble(of).toArray());
    }

    private static String spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return "%.2f (%.2f to %.2f)".formatted(median, sorted[0], sorted[sorted.length - 1]);
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
