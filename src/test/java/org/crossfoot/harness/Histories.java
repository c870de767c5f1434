package org.crossfoot.harness;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.crossfoot.harness.Fault.Kind;

/** Plays random histories, kills some of their nights, and compares what stands at the end with the plain rules done slowly. */
final class Histories {

    private static final int NIGHTS = 5;
    /** The rule holds for what is there now. */
    private static final Set<String> CLOSED = Set.of("resolved", "lapsed");
    private static final Set<String> COMPARED = Set.of("sources-agree", "areas-add-up", PrintedSettings.CHECK,
            "running-total-fell", "restated", "report-missing", "report-empty", "report-repeated");

    private final PrintStream out;
    private final Folder home;
    private int compared;
    private int killed;
    private int nights;

    Histories(PrintStream out, Folder home) {
        this.out = out;
        this.home = home;
    }

    /** @return whether all came out as the plain rules have it */
    boolean run(long seed, int count) throws Exception {
        long began = System.nanoTime();
        int wrong = 0;
        for (long each = seed; each < seed + count; each++) {
            Folder folder = new Folder(home.path().resolve("history-" + each));
            List<String> differences = play(each, folder);
            for (String difference : differences) {
                out.println("WRONG in scripts/harness histories --seed " + each + " --count 1: " + difference);
            }
            wrong += differences.isEmpty() ? 0 : 1;
            folder.delete();
        }
        out.printf("%d histories, %d nights, %d of them killed and finished; %d discrepancies compared; %d histories came out "
                + "otherwise; %d s%n", count,
                nights, killed, compared, wrong, (System.nanoTime() - began) / 1_000_000_000);
        return wrong == 0;
    }

    private List<String> play(long seed, Folder folder) throws Exception {
        Random random = new Random(~seed);
        RandomHistory history = new RandomHistory(seed, folder);
        int run = 0;
        for (int night = 0; night < NIGHTS; night++) {
            LocalDate date = history.next();
            nights++;
            if (random.nextInt(3) == 0) {
                Fault fault = new Fault(Kind.LASTING, 1 + random.nextInt(400));
                try {
                    SampleNights.run(folder, ++run, date, folder.output(), new FaultyDatabase(fault));
                } catch (Exception e) {
                    // The next night finishes it, whatever it was.
                    killed++;
                }
                SampleNights.endOfProcess(folder);
            }
            SampleNights.run(folder, ++run, date, folder.output(), database -> database);
        }
        Map<String, String> published = published(folder.output());
        Map<String, String> expected = PlainRules.discrepancies(history.settings, history.present(), history.everPrinted,
                dates(folder.output()));
        expected.putAll(history.ofReports());
        return differences(expected, published);
    }

    private static List<LocalDate> dates(Path output) throws IOException {
        try (Stream<Path> links = Files.list(output)) {
            return links.filter(Files::isSymbolicLink).map(link -> LocalDate.parse(link.getFileName().toString())).sorted()
                    .toList();
        }
    }

    /** What stands, by rule, area, measure and period (by rule, source and date, for rules on reports), with its gap. */
    private static Map<String, String> published(Path output) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (LocalDate date : dates(output)) {
            try (Reader reader = Files.newBufferedReader(output.resolve(date + "/discrepancies.csv"))) {
                for (CSVRecord row : CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
                    String rule = row.get("rule");
                    if (COMPARED.contains(rule) && !CLOSED.contains(row.get("status"))) {
                        boolean ofReport = rule.startsWith("report-");
                        String explanation = row.get("explanation");
                        found.put(ofReport ? rule + " " + explanation.substring(0, explanation.indexOf(':')) + " " + date
                                : PlainRules.name(rule, row.get("area"), row.get("measure"), row.get("period_start"),
                                row.get("period_end")), row.get("gap"));
                    }
                }
            }
        }
        return found;
    }

    private List<String> differences(Map<String, String> expected, Map<String, String> published) {
        List<String> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(published.keySet());
        for (String name : names) {
            String should = expected.get(name);
            String is = published.get(name);
            if (name.substring(0, name.indexOf(' ')).endsWith("?") || expected.containsKey(name.replaceFirst(" ", "? "))) {
                continue;
            }
            compared++;
            if (should == null || is == null) {
                differences.add(name + (is == null ? " is not there, gap " + should : " is there, gap " + is
                        + ", and should not"));
            } else if (!should.isEmpty() && !should.equals(is)) {
                differences.add(name + " has the gap " + is + " and not " + should);
            }
        }
        return differences;
    }
}
