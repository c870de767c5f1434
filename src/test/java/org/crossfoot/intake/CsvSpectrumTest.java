package org.crossfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossfoot.intake.TestReport.entry;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.intake.row.PhysicalLines;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.Rows;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.json.JsonParserFactory;

/** The files of csv-spectrum give the rows that its authors expect. */
class CsvSpectrumTest {

    /** Its JSON gives another telephone number than its CSV. */
    private static final String CONTRADICTS_ITSELF = "location_coordinates.csv";

    @TestFactory
    Stream<DynamicTest> eachFileGivesTheRowsItsAuthorsExpect() {
        Path root = SharedFolder.of("torture/csv-spectrum");
        return SharedFolder.files("torture/csv-spectrum/csvs").stream().filter(file -> !file.endsWith(CONTRADICTS_ITSELF))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () ->
                assertThat(rows(file)).isEqualTo(expected(root.resolve("json").resolve(
                        file.getFileName().toString().replace(".csv", ".json"))))));
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        Rows rows = new Rows(new PhysicalLines(new StringReader(Files.readString(file))),
                TestReport.of(entry()).profile().read());
        Row header = rows.next();
        List<Map<String, String>> found = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            Map<String, String> cells = new TreeMap<>();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.cell(i), row.cell(i));
            }
            found.add(cells);
        }
        return found;
    }

    /** A single row stands without its list in some of the files. */
    private static String asList(String json) {
        return json.stripLeading().startsWith("{") ? "[" + json + "]" : json;
    }

    private static List<Map<String, String>> expected(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Object row : JsonParserFactory.getJsonParser().parseList(asList(Files.readString(file)))) {
            Map<String, String> cells = new TreeMap<>();
            ((Map<?, ?>) row).forEach((key, value) -> cells.put(key.toString(), value.toString()));
            rows.add(cells);
        }
        return rows;
    }
}
