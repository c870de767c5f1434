package org.crossfoot.reconcile;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.DoubleStream;
import org.crossfoot.known.AssembleEvidence;
import org.crossfoot.reconcile.evidence.Evidence;
import org.crossfoot.reconcile.outcome.Outcome;
import org.crossfoot.rule.Decisions;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;

/**
 * What reconciling a date costs: CPU time and bytes of memory, on one thread, of the dates that an input folder has figures for.
 * Every round takes each date once, and tells its mean; printed is the median of the rounds, and a digest of all that came out,
 * by which two versions of the program can be told to say the same.
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -Xmx1g -cp target/test-classes:target/classes:$(cat target/classpath) org.crossfoot.reconcile.DateBenchmark INPUT [ROUNDS]
 * [DATES] }</pre>
 *
 * <p>DATES are the last ones of the folder, all unless said.
 */
final class DateBenchmark {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What a round took of each: assembling the evidence, unpacking its figures included, and reconciling it. */
    private record Round(double assembling, double reconciling, double megabytes) {
    }

    private DateBenchmark() {
    }

    public static void main(String[] arguments) throws IOException, SettingsException {
        Settings settings = SettingsReader.read(SettingsFiles.readFrom(Path.of(arguments[0])));
        ReportsInMemory reports = ReportsInMemory.read(Path.of(arguments[0]), settings);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 11;
        int wanted = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Integer.MAX_VALUE;
        List<LocalDate> dates = reports.dates().subList(Math.max(0, reports.dates().size() - wanted), reports.dates().size());
        AssembleEvidence evidence = new AssembleEvidence(reports, settings, Decisions.NONE);
        Reconciliation reconciliation = new Reconciliation(settings.vocabulary(), settings.rules());
        System.out.println(dates.size() + " dates; they say " + digest(dates, evidence, reconciliation));
        Round[] all = new Round[rounds];
        for (int round = -(rounds + 1) / 2; round < rounds; round++) {
            Round took = round(dates, evidence, reconciliation);
            if (round >= 0) {
                all[round] = took;
            }
        }
        double[] reconciling = Arrays.stream(all).mapToDouble(Round::reconciling).sorted().toArray();
        System.out.printf("CPU ms a date: assembling %.2f, reconciling %.2f (%.2f to %.2f); MB a date: %.2f%n",
                median(Arrays.stream(all).mapToDouble(Round::assembling)), median(Arrays.stream(reconciling)), reconciling[0],
                reconciling[rounds - 1], median(Arrays.stream(all).mapToDouble(Round::megabytes)));
    }

    private static Round round(List<LocalDate> dates, AssembleEvidence assemble, Reconciliation reconciliation) {
        long assembling = 0;
        long reconciling = 0;
        long bytes = 0;
        for (LocalDate date : dates) {
            long begun = THREADS.getCurrentThreadCpuTime();
            Evidence evidence = assemble.of(date).evidence();
            long assembled = THREADS.getCurrentThreadCpuTime();
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            reconciliation.of(evidence);
            bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
            reconciling += THREADS.getCurrentThreadCpuTime() - assembled;
            assembling += assembled - begun;
        }
        return new Round(assembling / 1e6 / dates.size(), reconciling / 1e6 / dates.size(), bytes / 1e6 / dates.size());
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String digest(List<LocalDate> dates, AssembleEvidence evidence, Reconciliation reconciliation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (LocalDate date : dates) {
                Outcome outcome = reconciliation.of(evidence.of(date).evidence());
                digest.update(outcome.toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
