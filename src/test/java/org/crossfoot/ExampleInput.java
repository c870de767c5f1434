package org.crossfoot;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.crossfoot.intake.SharedFolder;

/**
 * The examples of {@code src/site/examples} with the publishers' real files put into them. Those are other people's and not part
 * of the project: where the folder {@code shared} is absent, the test that asks for one is skipped.
 */
public final class ExampleInput {

    private static final Path EXAMPLES = Path.of("src/site/examples");

    /** By example and source: which files of the example's folder of real files are that source's. */
    private static final Map<String, Map<String, String>> FILES = Map.of(
            "minnesota-daily", Map.of(
                    "arrests-by-state", "daily_arrests[.]csv",
                    "arrests-by-kind", "mn_collateral[.]csv",
                    "detainers-by-day", "mn_detainers_over_time[.]csv",
                    "detainers-by-month", "mn_detainers_by_month[.]csv"),
            "ice-detention-releases", Map.of(
                    "bookins", ".*_bookins_by_agency_month[.]csv",
                    "detained", ".*_detained_by_criminality_agency[.]csv"),
            "arrests-by-area", Map.of("arrests", "trump_arrests_.*[.]csv"),
            "covid-two-publishers", Map.of(
                    "usafacts", "usafacts_confirmed_cases[.]csv",
                    "ctp", "ctp_states_daily[.]csv"));

    private ExampleInput() {
    }

    /** The names of all examples. */
    static List<String> names() {
        return FILES.keySet().stream().sorted().toList();
    }

    /**
     * Lays out an input folder: the example's settings with the real files.
     *
     * @param into a folder that need not be there yet; it becomes the input folder
     */
    public static Path layOut(String example, Path into) {
        Path real = SharedFolder.of("data").resolve(example);
        try {
            copySettings(EXAMPLES.resolve(example), into);
            for (Map.Entry<String, String> source : new TreeMap<>(FILES.get(example)).entrySet()) {
                for (Path file : SharedFolder.files("data/" + example)) {
                    if (file.getFileName().toString().matches(source.getValue())) {
                        Files.copy(file, into.resolve(source.getKey()).resolve(file.getFileName().toString()));
                    }
                }
            }
            if (example.equals("covid-two-publishers")) {
                declareCounties(real.resolve("usafacts_confirmed_cases.csv"), into.resolve("areas.csv"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return into;
    }

    private static void copySettings(Path example, Path into) throws IOException {
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path copy = into.resolve(example.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Three thousand counties are not kept with the example; the publisher's own file names them. */
    private static void declareCounties(Path cases, Path areas) throws IOException {
        StringBuilder lines = new StringBuilder();
        try (Reader reader = Files.newBufferedReader(cases)) {
            List<CSVRecord> rows = CSVFormat.DEFAULT.parse(reader).getRecords();
            for (CSVRecord row : rows.subList(1, rows.size())) {
                if (!row.get(0).equals("0")) {
                    lines.append("%s,\"%s, %s\",%s,county,\n".formatted(row.get(0), row.get(1).strip(), row.get(2), row.get(2)));
                }
            }
        }
        Files.writeString(areas, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
}
