package org.crossfoot.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.SharedFolder;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.intake.row.ReportName;
import org.crossfoot.intake.row.ReportSink.FigureSink;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts for reports that settings were written for by hand: how many figures they read as those do, without a change. */
class DraftedReportsTest {

    private static final Path PAGE = Path.of("src/site/draft.md");
    private static final int COUNTIES = 101;

    /** What came of a report: figures as the written settings have them, otherwise, not at all, and of rows they leave. */
    private record Measured(int right, int wrong, int missed, int more) {

        Measured and(Measured other) {
            return new Measured(right + other.right, wrong + other.wrong, missed + other.missed, more + other.more);
        }

        /** Of all figures that are there to be read. */
        double share() {
            return (double) right / Math.max(1, right + missed);
        }
    }

    private static final class Kept implements FigureSink {

        private final Map<Cell, Amount> amounts = new LinkedHashMap<>();
        private final Map<Cell, Long> lines = new HashMap<>();
        private final Set<Long> read = new HashSet<>();

        @Override
        public void accept(Figure figure) {
            amounts.put(figure.cell(), figure.amount());
            lines.put(figure.cell(), figure.line());
            read.add(figure.line());
        }

        @Override
        public void accept(Reject reject) {
            // What is rejected is no figure of either.
        }

        @Override
        public void unused(long line) {
            // Nor is this.
        }
    }

    private static Kept read(SettingsFiles files, String source, String name, Path report) throws IOException {
        Kept kept = new Kept();
        try {
            Settings settings = SettingsReader.read(files);
            Profile profile = settings.profiles().get(source);
            new ReportReader(settings).read(profile, source + "/" + name, () -> Files.newInputStream(report), kept);
        } catch (UnreadableReport | SettingsException e) {
            // A draft that is not complete, or does not fit, reads nothing: all that it should read is missed.
            kept.amounts.clear();
        }
        return kept;
    }

    private static Measured measured(SettingsFiles files, String source, Path report) throws IOException {
        String name = report.getFileName().toString();
        Kept written = read(files, source, name, report);
        Kept drafted = new Kept();
        try {
            SettingsFiles without = new SettingsFiles(new TreeMap<>(Map.of(SettingsFiles.CROSSFOOT,
                    files.bytes().get(SettingsFiles.CROSSFOOT), SettingsFiles.AREAS, files.bytes().get(SettingsFiles.AREAS))));
            String draft = SourceDraft.of(source, name, null, () -> Files.newInputStream(report), SettingsReader.read(without));
            drafted = read(without.with("draft/source.yml", draft.getBytes(StandardCharsets.UTF_8)), "draft", name, report);
        } catch (UnreadableReport | SettingsException e) {
            assertThat(written.amounts).as("%s is no table for anybody: %s", report, e.getMessage()).isEmpty();
        }
        int right = 0;
        int wrong = 0;
        int more = 0;
        for (Map.Entry<Cell, Amount> figure : drafted.amounts.entrySet()) {
            Amount known = written.amounts.get(figure.getKey());
            if (known != null && known.equals(figure.getValue())) {
                right++;
            } else if (known != null || written.read.contains(drafted.lines.get(figure.getKey()))) {
                wrong++;
            } else {
                more++;
            }
        }
        Set<Cell> missed = new HashSet<>(written.amounts.keySet());
        missed.removeAll(drafted.amounts.keySet());
        return new Measured(right, wrong, missed.size(), more);
    }

    private static SettingsFiles settings(Path input) throws IOException {
        return SettingsFiles.readFrom(input);
    }

    @TempDir
    private Path folder;

    /** The counties' file with its first counties declared, as the comment in its example's source.yml says. */
    private Measured ofDeclaredCounties() throws IOException {
        Path report = SharedFolder.of("data").resolve("covid-two-publishers/usafacts_confirmed_cases.csv");
        List<String> lines = Files.readAllLines(report).subList(0, COUNTIES);
        Path some = Files.write(folder.resolve(report.getFileName()), lines);
        SettingsFiles settings = settings(Path.of("src/site/examples/covid-two-publishers"));
        StringBuilder areas = new StringBuilder(new String(settings.bytes().get(SettingsFiles.AREAS), StandardCharsets.UTF_8));
        lines.stream().skip(1).map(line -> line.split(",")).filter(cells -> !cells[0].equals("0"))
                .forEach(cells -> areas.append(String.join(",", cells[0], '"' + cells[1].strip() + ", " + cells[2] + '"',
                cells[2],
                "county", "")).append('\n'));
        return measured(settings.with(SettingsFiles.AREAS, areas.toString().getBytes(StandardCharsets.UTF_8)), "usafacts", some);
    }

    /** By report: each file of each source below a folder of cases. */
    private static SortedMap<String, Measured> ofCases() throws IOException {
        SortedMap<String, Measured> measured = new TreeMap<>();
        Path cases = SharedFolder.of("cases");
        for (Path profile : SharedFolder.files("cases").stream().filter(file -> file.endsWith("source.yml")).toList()) {
            Path source = profile.getParent();
            for (Path report : reports(source)) {
                measured.put(cases.relativize(report).toString(), measured(settings(source.getParent()),
                        source.getFileName().toString(), report));
            }
        }
        return measured;
    }

    private static List<Path> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> ReportName.isReport(file.getFileName().toString())
                    || ReportName.isWorkbook(file.getFileName().toString())).sorted().toList();
        }
    }

    /** Which of the files of {@code shared/data} the examples' sources are for. */
    private static final Map<String, String> REAL = new TreeMap<>(Map.of("arrests-by-area/arrests", "trump_arrests_.*",
            "covid-two-publishers/ctp", "ctp_.*", 
            "ice-detention-releases/bookins", ".*bookins.*", "ice-detention-releases/detained", ".*detained.*",
            "minnesota-daily/arrests-by-kind", "mn_collateral.*", "minnesota-daily/arrests-by-state", "daily_arrests.*",
            "minnesota-daily/detainers-by-day", "mn_detainers_over.*", "minnesota-daily/detainers-by-month",
            "mn_detainers_by.*"));

    private SortedMap<String, Measured> ofRealFiles() throws IOException {
        SortedMap<String, Measured> measured = new TreeMap<>();
        for (Map.Entry<String, String> each : REAL.entrySet()) {
            String folder = each.getKey().substring(0, each.getKey().indexOf('/'));
            Path examples = Path.of("src/site/examples").resolve(folder);
            for (Path report : reports(SharedFolder.of("data").resolve(folder))) {
                if (report.getFileName().toString().matches(each.getValue())) {
                    measured.merge(each.getKey(), measured(settings(examples), each.getKey().substring(folder.length() + 1),
                            report),
                            Measured::and);
                }
            }
        }
        measured.put("covid-two-publishers/usafacts", ofDeclaredCounties());
        return measured;
    }

    private static String row(String name, Measured each) {
        return "| %s | %,d | %,d | %,d | %,d |".formatted(name, each.right, each.wrong, each.missed, each.more);
    }

    @Test
    void mostFiguresOfRealFilesAreReadWithoutAChangeAsTheDocumentationSays() throws IOException {
        SortedMap<String, Measured> measured = ofRealFiles();
        Measured all = measured.values().stream().reduce(Measured::and).orElseThrow();

        assertThat(all.share()).as("%s", all).isGreaterThan(0.9);
        assertThat(Files.readAllLines(PAGE)).containsAll(Stream.concat(measured.entrySet().stream()
                .map(each -> row("`" + each.getKey() + "`", each.getValue())), Stream.of(row("all of these", all))).toList());
    }

    @Test
    void mostFiguresOfTheCasesAreReadWithoutAChangeAsTheDocumentationSays() throws IOException {
        SortedMap<String, Measured> measured = ofCases();
        Measured all = measured.values().stream().reduce(Measured::and).orElseThrow();

        assertThat(all.share()).as("%s", all).isGreaterThan(0.9);
        assertThat(Files.readAllLines(PAGE)).contains(row(measured.size() + " invented reports", all));
    }
}
