package org.crossfoot.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import com.thaiopensource.util.SinglePropertyMap;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import io.openlineage.client.OpenLineage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.bjurr.violations.lib.ViolationsApi;
import se.bjurr.violations.lib.model.SEVERITY;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.reports.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is published for other tools is as their schemas ask, and says to their readers what the tables say. */
class FilesForToolsTest {

    private static final String DATE = "2025-01-26";
    private static final String HOSTILE = "]]> <b>&amp;</b> \" {0} [open](javascript:alert(1)) =1+1 \u0007";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path home;
    private Nights nights;

    /** Two errors, one of which is accepted; a name and a statement that try to be more than text. */
    @BeforeEach
    void aNight() {
        nights = new Nights(home).put("crossfoot.yml", Nights.CROSSFOOT).put("areas.csv", Nights.AREAS)
                .put("ice/source.yml", "title: \"" + HOSTILE.replace("\"", "\\\"").replace("\u0007", "") + "\"\n" + Nights.SOURCE)
                .put("nbc/source.yml", "title: NBC News\n" + Nights.SOURCE)
                .arrests("ice/2025 \u00e4.csv", DATE, "956").arrests("nbc/26.csv", DATE, "1,179");
        run();
    }

    private RunReport run() {
        return nights.run("2025-01-27");
    }

    private Path output(String file) {
        return nights.workspace.output().resolve(file);
    }

    private JsonNode sarif() {
        return JSON.readTree(output(DATE + "/crossfoot.sarif"));
    }

    private JsonNode results() {
        return sarif().path("runs").get(0).path("results");
    }

    private static List<String> errors(InputStream schema, JsonNode json) throws IOException {
        Schema read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JSON.readTree(schema.readAllBytes()));
        return read.validate(json).stream().map(Error::toString).toList();
    }

    private Set<Violation> read(Parser parser, String file) {
        return ViolationsApi.violationsApi().withPattern(".*/" + file.replace(".", "\\."))
                .inFolder(output(".dates").toString()).findAll(parser).violations();
    }

    @Test
    void sarifIsAsItsSchemaAsks() throws IOException {
        try (InputStream schema = SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(errors(schema, sarif())).isEmpty();
        }
        SarifSchema210 read = new ObjectMapper().readValue(output(DATE + "/crossfoot.sarif").toFile(), SarifSchema210.class);
        assertThat(read.getRuns().get(0).getResults()).hasSameSizeAs(nights.discrepancies(DATE));
    }

    @Test
    void sarifTellsEachDiscrepancyWithItsLinesToItsReaders() {
        Map<String, String> row = nights.discrepancies(DATE).get(0);
        JsonNode result = results().get(0);
        assertThat(result.path("fingerprints").path("crossfoot/v1").asString()).isEqualTo(row.get("id"));
        assertThat(result.path("ruleId").asString()).isEqualTo("sources-agree");
        assertThat(result.path("locations").get(0).path("physicalLocation").path("artifactLocation").path("uri").asString())
                .isEqualTo("ice/2025%20%C3%A4.csv");
        assertThat(read(Parser.SARIF, "crossfoot.sarif")).anySatisfy(violation -> {
            assertThat(violation.getSeverity()).isEqualTo(SEVERITY.ERROR);
            assertThat(violation.getRule()).isEqualTo("sources-agree");
            assertThat(violation.getStartLine()).isEqualTo(2);
            assertThat(violation.getFile()).endsWith(".csv");
        });
    }

    @Test
    void aTextOfSarifHasNeitherPlaceholdersNorLinks() {
        assertThat(results().get(0).path("message").path("text").asString()).contains("{{0}}", "[open] (javascript:")
                .doesNotContain("](");
    }

    @Test
    void aMatterOfReportsHasThePlaceWhereTheyLie() {
        nights.put("nbc/27.csv", Nights.HEADER + "2025-01-27,2025-01-26,2025-01-26,us,arrests,many\n");
        run();
        JsonNode results = JSON.readTree(output("2025-01-27/crossfoot.sarif")).path("runs").get(0).path("results");
        assertThat(results).filteredOn(result -> result.path("ruleId").asString().equals("rows-rejected")).singleElement()
                .satisfies(result -> assertThat(result.path("locations").get(0).path("physicalLocation").path("artifactLocation")
                .path("uri").asString()).isEqualTo("./"));
        assertThat(read(Parser.SARIF, "crossfoot.sarif")).extracting(Violation::getRule).contains("rows-rejected");
    }

    @Test
    void sarifSaysHowADiscrepancyStandsAgainstTheRevisionBeforeAndKeepsItsFingerprint() {
        assertThat(results().get(0).path("baselineState").asString()).isEqualTo("new");
        String fingerprint = results().get(0).path("fingerprints").toString();

        nights.arrests("nbc/26.csv", DATE, "1,200");
        run();
        assertThat(results().get(0).path("baselineState").asString()).isEqualTo("updated");
        assertThat(results().get(0).path("fingerprints").toString()).isEqualTo(fingerprint);
        assertThat(results()).filteredOn(result -> result.path("ruleId").asString().equals("restated"))
                .extracting(result -> result.path("baselineState").asString()).containsOnly("new");

        nights.arrests("nbc/26.csv", DATE, "956");
        run();
        assertThat(results()).filteredOn(result -> result.path("ruleId").asString().equals("sources-agree"))
                .extracting(result -> result.path("baselineState").asString()).containsExactly("absent");
    }

    @Test
    void whatIsAcceptedIsSuppressedInSarifAndSkippedInJunitWithItsReason() throws IOException {
        assertThat(results().get(0).path("suppressions").isArray()).as("none says that it counts").isTrue();
        assertThat(results().get(0).path("suppressions")).isEmpty();
        nights.put("waivers.csv", "id,until,owner,reason\nsources-agree/us/arrests,2025-12-31,dana,\"known <&> {x}\"\n");
        run();

        JsonNode suppression = results().get(0).path("suppressions").get(0);
        assertThat(suppression.path("kind").asString()).isEqualTo("external");
        assertThat(suppression.path("status").asString()).isEqualTo("accepted");
        assertThat(suppression.path("justification").asString()).isEqualTo("known <&> {x} (dana, until 2025-12-31)");
        sarifIsAsItsSchemaAsks();
        assertThat(Files.readString(output(DATE + "/junit.xml"))).contains("skipped=\"1\" failures=\"0\"",
                "<skipped message=\"accepted until 2025-12-31\">");
        assertThat(read(Parser.JUNIT, "1/junit.xml")).as("of the revision before").hasSize(1);
        assertThat(read(Parser.JUNIT, "2/junit.xml")).isEmpty();
    }

    @Test
    void junitIsAsItsSchemaAsksAndAnOpenErrorIsAFailureToItsReaders() throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/schemas/surefire-test-report.xsd").toFile()).newValidator()
                .validate(new StreamSource(output(DATE + "/junit.xml").toFile()));
        assertThat(read(Parser.JUNIT, "junit.xml")).singleElement().satisfies(violation -> {
            assertThat(violation.getSeverity()).isEqualTo(SEVERITY.ERROR);
            assertThat(violation.getMessage()).contains("]]> <b>&amp;</b>");
        });
        assertThat(Files.readString(output(DATE + "/junit.xml"))).contains(
                "<testcase classname=\"crossfoot.areas-add-up\" name=\"nothing found\" time=\"0\"/>");
    }

    /** The rules of its field guide: the structure first, each observation once, periods as SDMX writes them. */
    @Test
    void sdmxCsvHasTheColumnsThatItsGuideAsksForAndNoObservationTwice() {
        nights.put("nbc/twice.csv", Nights.HEADER + "2025-01-27,2025-01-20,2025-01-26,us,arrests,\"at least 2,681\"\n"
                + "2025-01-27,2025-01-26,,us,arrest_goal,\"1,200 to 1,500\"\n");
        run();
        for (String table : List.of("totals", "figures")) {
            List<Map<String, String>> rows = nights.table(DATE + "/sdmx-" + table + ".csv");
            assertThat(rows).hasSameSizeAs(nights.table(DATE + "/" + table + ".csv"));
            List<String> columns = List.copyOf(rows.get(0).keySet());
            assertThat(columns.subList(0, 5)).containsExactly("STRUCTURE", "STRUCTURE_ID", "ACTION", "REF_AREA", "INDICATOR");
            assertThat(columns.get(columns.indexOf("TIME_PERIOD") + 1)).as("what was observed follows the last dimension")
                    .isEqualTo("OBS_VALUE");
            Set<List<String>> keys = new HashSet<>();
            for (Map<String, String> row : rows) {
                assertThat(row).containsEntry("STRUCTURE", "dataflow").containsEntry("ACTION", "I");
                assertThat(row.get("STRUCTURE_ID")).matches("CROSSFOOT:[A-Z]+\\(1\\.0\\)");
                assertThat(row.get("TIME_PERIOD")).matches("\\d{4}-\\d{2}-\\d{2}(/P\\d+D)?");
                assertThat(row.get("OBS_VALUE")).matches("\\d*");
                assertThat(keys.add(columns.subList(3, columns.indexOf("OBS_VALUE")).stream().map(row::get).toList())).isTrue();
            }
        }
        assertThat(nights.table(DATE + "/sdmx-totals.csv")).extracting(row -> row.get("TIME_PERIOD")).contains("2025-01-20/P7D");
    }

    @Test
    void figuresThatOneLineGivesOfOneCellAreToldApartByNumber() {
        nights.put("nbc/source.yml", """
                title: NBC News
                trust: official-statement
                figures:
                  - { value: { columns: "figure.*" }, measure: { is: arrests }, area: { is: us }, day: { column: day } }
                """).delete("nbc/26.csv").put("nbc/two.csv", "day,figure,figure again\n2025-01-26,12,13\n");
        run();
        assertThat(nights.table(DATE + "/sdmx-figures.csv")).filteredOn(row -> row.get("SOURCE").equals("nbc"))
                .extracting(row -> row.get("NUMBER") + " " + row.get("OBS_VALUE")).containsExactly("1 12", "2 13");
    }

    @Test
    void everyFileOfADateIsInItsDataPackage() throws IOException {
        JsonNode resources = JSON.readTree(output(DATE + "/datapackage.json")).path("resources");
        assertThat(resources.valueStream().map(one -> one.path("path").asString())).containsExactly("discrepancies.csv",
                "totals.csv", "figures.csv", "explanations.json", "crossfoot.xlsx", "crossfoot.sarif", "junit.xml",
                "sdmx-totals.csv", "sdmx-figures.csv");
        assertThat(resources.valueStream().map(one -> one.path("name").asString())).doesNotHaveDuplicates();
        for (JsonNode resource : resources) {
            assertThat(Files.size(output(DATE + "/" + resource.path("path").asString())))
                    .isEqualTo(resource.path("bytes").asLong());
        }
    }

    @Test
    void thePageLeadsToEveryFile() throws IOException {
        String page = Files.readString(output(DATE + "/report.html"));
        for (String file : List.of("crossfoot.xlsx", "crossfoot.sarif", "junit.xml", "sdmx-totals.csv", "sdmx-figures.csv")) {
            assertThat(page).containsPattern("<a\\s+href=\"" + Pattern.quote(file) + "\"");
        }
        assertThat(Files.readString(output("index.html"))).contains("href=\"feed.xml\"");
    }

    @Test
    void theSettingsSayWhichFilesAreMadeAndAChangeOfThatAloneMakesNoRevision() throws IOException {
        nights.put("crossfoot.yml", Nights.CROSSFOOT + "files: [junit]\n");
        run();
        assertThat(nights.revisions()).contains("2025-01-26=1");

        nights.arrests("nbc/26.csv", DATE, "1,200");
        run();
        assertThat(output(DATE + "/junit.xml")).exists();
        assertThat(output(DATE + "/crossfoot.xlsx")).doesNotExist();
        assertThat(output(DATE + "/revisions/1/crossfoot.xlsx")).as("earlier results are whole").exists();
        assertThat(Files.readString(output(DATE + "/report.html"))).contains("This date has no workbook", "href=\"junit.xml\"");
    }

    @Test
    void aLargeDateHasThoseWithARowAFigureOnlyWhereTheyAreNamed() {
        StringBuilder many = new StringBuilder(Nights.HEADER);
        for (int i = 0; i < 1_001; i++) {
            many.append("2025-01-27,2025-01-26,2025-01-26,us,arrests,956\n");
        }
        nights.put("nbc/many.csv", many.toString());
        run();
        assertThat(output(DATE + "/crossfoot.xlsx")).doesNotExist();
        assertThat(output(DATE + "/sdmx-figures.csv")).doesNotExist();
        assertThat(output(DATE + "/crossfoot.sarif")).exists();

        nights.put("crossfoot.yml", Nights.CROSSFOOT + "files: [workbook, sdmx]\n").arrests("nbc/26.csv", DATE, "1,201");
        run();
        assertThat(output(DATE + "/crossfoot.xlsx")).exists();
        assertThat(nights.table(DATE + "/sdmx-figures.csv")).hasSizeGreaterThan(1_001);
    }

    private List<OpenLineage.RunEvent> events(String run) throws IOException {
        ObjectMapper reader = new ObjectMapper().registerModule(new JavaTimeModule());
        return Files.readAllLines(nights.workspace.run(run).resolve("openlineage.json")).stream().map(line -> {
            try {
                return reader.readValue(line, OpenLineage.RunEvent.class);
            } catch (IOException e) {
                throw new AssertionError(line, e);
            }
        }).toList();
    }

    @Test
    void aRunIsToldAsOpenLineageHasIt() throws IOException {
        nights.arrests("nbc/26.csv", DATE, "1,200");
        RunReport run = run();
        List<OpenLineage.RunEvent> events = events(run.run());

        assertThat(events).extracting(event -> event.getEventType().toString()).containsExactly("START", "COMPLETE");
        assertThat(events).extracting(event -> event.getRun().getRunId()).doesNotContainNull().containsOnly(
                events.get(0).getRun().getRunId());
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getEventTime()).isNotNull();
            assertThat(event.getJob().getNamespace()).isEqualTo("crossfoot");
            assertThat(event.getJob().getName()).isEqualTo("run");
            assertThat(event.getProducer()).hasToString("urn:crossfoot:test");
            assertThat(event.getSchemaURL()).hasToString("https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent");
            assertThat(event.getRun().getFacets().getNominalTime().getNominalStartTime()).isNotNull();
        });
        assertThat(events.get(1).getInputs()).singleElement().satisfies(input -> {
            assertThat(input.getName()).isEqualTo("nbc/26.csv");
            assertThat(input.getFacets().getVersion().getDatasetVersion()).startsWith("sha256:");
            assertThat(input.getInputFacets().getInputStatistics().getRowCount()).isEqualTo(2);
        });
        assertThat(events.get(1).getOutputs()).singleElement().satisfies(output -> {
            assertThat(output.getName()).isEqualTo(DATE);
            assertThat(output.getFacets().getVersion().getDatasetVersion()).isEqualTo("2");
        });
    }

    @Test
    void aDateThatFailsIsAFailureOfTheRun() throws IOException {
        Files.writeString(output("2025-01-25"), "somebody else's");
        RunReport run = nights.arrests("nbc/25.csv", "2025-01-25", "7").run("2025-01-27");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(events(run.run())).last().satisfies(event -> {
            assertThat(event.getEventType().toString()).isEqualTo("FAIL");
            assertThat(event.getRun().getFacets().getErrorMessage().getMessage()).startsWith("2025-01-25: failed while");
        });
    }

    private SyndFeed feed() throws Exception {
        try (XmlReader reader = new XmlReader(output("feed.xml").toFile())) {
            return new SyndFeedInput().build(reader);
        }
    }

    @Test
    void theFeedIsAsAtomsSchemaAsksAndLeadsToEachChange() throws Exception {
        StringWriter complaints = new StringWriter();
        ValidationDriver atom = new ValidationDriver(SinglePropertyMap.newInstance(ValidateProperty.ERROR_HANDLER,
                new ErrorHandlerImpl(complaints)), CompactSchemaReader.getInstance());
        assertThat(atom.loadSchema(ValidationDriver.fileInputSource("src/test/resources/schemas/atom.rnc"))).isTrue();
        assertThat(atom.validate(ValidationDriver.fileInputSource(output("feed.xml").toString()))).as(complaints.toString())
                .isTrue();

        assertThat(feed().getEntries()).singleElement().satisfies(entry -> {
            assertThat(entry.getTitle()).isEqualTo("New: 2025-01-26, United States, Arrests");
            assertThat(entry.getLink()).isEqualTo("2025-01-26/report.html#" + nights.discrepancies(DATE).get(0).get("id"));
            assertThat(entry.getDescription().getValue()).startsWith("Error: Sources disagree, gap 223 (18.91 %)");
            assertThat(entry.getUpdatedDate()).isEqualTo("2025-01-27T00:00:00.000");
        });
    }

    @Test
    void theFeedKeepsItsIdsAndHasTheNewestFirstAndAHundredAtMost() throws Exception {
        String first = feed().getEntries().get(0).getUri();
        String before = Files.readString(output("feed.xml"));
        run();
        assertThat(Files.readString(output("feed.xml"))).as("where nothing changed").isEqualTo(before);

        nights.arrests("nbc/26.csv", DATE, "1,200");
        run();
        assertThat(feed().getEntries()).extracting(SyndEntry::getTitle).first().asString().startsWith("Changed: ");
        assertThat(feed().getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates().endsWith(first);

        StringBuilder ice = new StringBuilder(Nights.HEADER);
        StringBuilder nbc = new StringBuilder(Nights.HEADER);
        for (int i = 0; i < 120; i++) {
            String day = LocalDate.of(2024, 1, 1).plusDays(i).toString();
            ice.append("2025-01-27,").append(day).append(',').append(day).append(",us,arrests,1\n");
            nbc.append("2025-01-27,").append(day).append(',').append(day).append(",us,arrests,2\n");
        }
        nights.put("ice/many.csv", ice.toString()).put("nbc/many.csv", nbc.toString());
        run();
        assertThat(feed().getEntries()).hasSize(100).first().satisfies(entry ->
                assertThat(entry.getTitle()).startsWith("New: 2024-04-29"));
    }
}
