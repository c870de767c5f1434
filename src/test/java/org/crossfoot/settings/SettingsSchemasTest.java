package org.crossfoot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.settings.SettingsMistakesTest.Mistake;
import org.crossfoot.settings.text.Problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas that editors take say of the settings what their reader says. */
class SettingsSchemasTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNKNOWN = "zzzzzzzzzzzz";
    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern READ_OPTIONS = Pattern.compile("`(read: \\{.*?})`", Pattern.DOTALL);

    private static JsonNode json(String file) throws IOException {
        return JSON.readTree(Files.readString(Path.of("src/site/schemas", file.replaceFirst("[.](yml|csv)$", ".schema.json"))));
    }

    private static List<String> errors(String file, Object written) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json(file));
        return schema.validate(JSON.valueToTree(written)).stream().map(Error::toString).toList();
    }

    /** A YAML text as an editor sees it: numbers, truth values and nothing are told from texts, days are not. */
    private static Object yaml(String text) {
        return value(new Yaml().compose(new StringReader(text)));
    }

    private static Object value(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<Object, Object> values = new LinkedHashMap<>();
            mapping.getValue()
                    .forEach(entry -> values.put(((ScalarNode) entry.getKeyNode()).getValue(), value(entry.getValueNode())));
            return values;
        }
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(SettingsSchemasTest::value).toList();
        }
        String text = ((ScalarNode) node).getValue();
        return node.getTag().equals(Tag.NULL) ? null : node.getTag().equals(Tag.INT) && text.matches("[0-9]{1,18}")
                ? Long.valueOf(text)
                : node.getTag().equals(Tag.BOOL) && text.matches("true|false") ? Boolean.valueOf(text) : text;
    }

    private static List<Map<String, String>> rows(String text) throws IOException {
        try (CSVParser rows = CSVParser.parse(text, CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return rows.stream().map(row -> row.toMap()).toList();
        }
    }

    static Stream<Path> filesOfExamples() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("input", "scripts/practice", "src/site/examples")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(file -> file.getFileName().toString()
                        .matches("(crossfoot|source)[.]yml|(areas|waivers|decisions)[.]csv"))
                        .forEach(files::add);
            }
        }
        return files.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("filesOfExamples")
    void everyExampleIsRight(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".yml")) {
            assertThat(errors(name, yaml(Files.readString(file)))).isEmpty();
        } else {
            for (Map<String, String> row : rows(Files.readString(file))) {
                assertThat(errors(name, row)).as(row.toString()).isEmpty();
            }
        }
    }

    static Stream<String> piecesOfTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("src/site/settings.md"));
        return Stream.concat(YAML_BLOCK.matcher(page).results().map(block -> block.group(1))
                .flatMap(block -> block.startsWith("zone:") ? Stream.of(block) : block.lines()),
                READ_OPTIONS.matcher(page).results().map((MatchResult read) -> read.group(1)));
    }

    @ParameterizedTest
    @MethodSource("piecesOfTheDocumentation")
    void whatTheDocumentationShowsIsRight(String piece) throws IOException {
        boolean whole = piece.startsWith("zone:");

        assertThat(errors(whole ? "crossfoot.yml" : "source.yml", yaml(whole ? piece : SettingsExample.SOURCE + piece)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "crossfoot.yml | zone: | ?: 1\\nzone: | /properties",
        "crossfoot.yml | complete: | ?: | /properties/breakdowns/additionalProperties/properties",
        "crossfoot.yml | { title: Arrests | { ?: Arrests | /properties/measures/additionalProperties/properties",
        "crossfoot.yml | { title: Arrests | { kinds: { sex: { ?: 1, of: [criminal_arrests] } }, title: Arrests"
                + " | /properties/measures/additionalProperties/properties/kinds/additionalProperties/properties",
        "crossfoot.yml | <= arrests | <= arrests, ?: 1 | /$defs/check/properties",
        "crossfoot.yml | zone: | wording: { ?: 1 }\\nzone: | /properties/wording/properties",
        "source.yml | title: | ?: 1\\ntitle: | /properties",
        "source.yml | title: | schedule: { every: daily, ?: 1 }\\ntitle: | /properties/schedule/anyOf/1/properties",
        "source.yml | title: | settled: { after: 1 day, ?: 1 }\\ntitle: | /properties/settled/properties",
        "source.yml | title: | read: { ?: 1 }\\ntitle: | /properties/read/properties",
        "source.yml | title: | published: { column: d, ?: 1 }\\ntitle: | /$defs/place/properties",
        "source.yml | day: | ?: 1, day: | /$defs/entry/properties",
        "source.yml | day: { column: date } | fiscal_year: { column: y, ?: 1 } | /$defs/placeWithStart/properties",
        "source.yml | day: | since: { year_start: true, ?: 1 }, day: | /$defs/entry/properties/since/anyOf/1/properties",
        "source.yml | day: { column: date } | day: { year: { is: 2020 }, ?: 1 } | /$defs/entry/properties/day/anyOf/1/properties",
        "source.yml | day: { column: date } | month: { year: { is: 2020 }, ?: 1 } | "
        + "/$defs/entry/properties/month/anyOf/1/properties",
        "source.yml | column: arrests | column: arrests, ?: 1 | /$defs/entry/properties/value/properties",
        "source.yml | value: { column: arrests } | rows: count, once_per: { column: c, ?: 1 }"
                + " | /$defs/entry/properties/once_per/properties",
        "source.yml | is: arrests | is: arrests, ?: 1 | /$defs/joinedPlace/properties",
        "source.yml | day: | numbers: { ?: 1 }, day: | /$defs/numbers/properties",
        "source.yml | column: date | column: date, ?: 1 | /$defs/place/properties",
        "source.yml | day: | when: { column: k, matches: m, ?: 1 }, day: | /$defs/condition/properties",
        "areas.csv | area,name | ?,area,name | /properties",
        "waivers.csv | id,until | ?,id,until | /properties",
        "decisions.csv | figure,decision | ?,figure,decision | /properties",
    })
    void aSchemaHasTheKeysThatTheReaderKnowsAndNoOther(String file, String what, String instead, String keys) throws IOException {
        String text = Map.of("crossfoot.yml", SettingsExample.CROSSFOOT, "source.yml", SettingsExample.SOURCE,
                "areas.csv", SettingsExample.AREAS, "waivers.csv", "id,until,owner,reason\n",
                "decisions.csv", "figure,decision,owner,reason,until\n").get(file);
        String written = text.replaceFirst(Pattern.quote(what), instead.replace("?", UNKNOWN).replace("\\n", "\n"));
        List<Problem> problems = new SettingsExample().with(file.equals("source.yml") ? "ice/source.yml" : file, written)
                .problems();

        String right = problems.stream().filter(problem -> problem.key().endsWith(UNKNOWN)).findFirst().orElseThrow().right();
        assertThat(right).startsWith("write one of ").doesNotContain("in all)");
        Set<String> known = Set.of(right.substring("write one of ".length()).split(", "));
        assertThat(json(file).at(keys).propertyNames()).containsExactlyInAnyOrderElementsOf(known);
        if (file.endsWith(".yml")) {
            assertThat(errors(file, yaml(written))).isNotEmpty();
        } else {
            assertThat(errors(file, new TreeMap<>(Map.of(UNKNOWN, "1")))).anyMatch(error -> error.contains(UNKNOWN));
        }
    }

    @Test
    void theBuiltInRulesAreNamedAndHaveAToleranceOrNone() throws IOException {
        JsonNode rules = json("crossfoot.yml").at("/properties/rules/properties");

        assertThat(rules.propertyNames()).containsExactlyInAnyOrderElementsOf(BuiltIn.ids());
        for (BuiltIn rule : BuiltIn.values()) {
            assertThat(rules.get(rule.id()).get("$ref").asString())
                    .isEqualTo("#/$defs/" + (rule == BuiltIn.JUMPED ? "jumped" : rule == BuiltIn.STOOD_STILL ? "stoodStill"
                    : rule.hasTolerance() ? "builtIn" : "exactBuiltIn"));
        }
    }

    static Stream<Mistake> mistakesInKeys() {
        return Stream.of(SettingsMistakesTest.ofCrossfoot(), SettingsMistakesTest.ofSources(), SettingsMistakesTest.ofEntries(),
                SettingsMistakesTest.ofPlaces()).flatMap(mistakes -> mistakes)
                .filter(mistake -> new SettingsExample().with(mistake.file(), mistake.text()).problems().stream()
                        .anyMatch(problem -> problem.found().equals("found an unknown key")));
    }

    @ParameterizedTest
    @MethodSource("mistakesInKeys")
    void aKeyThatTheReaderDoesNotKnowIsRefused(Mistake mistake) throws IOException {
        String name = Path.of(mistake.file()).getFileName().toString();

        assertThat(errors(name, yaml(mistake.text()))).isNotEmpty();
    }

    @Test
    void manyMistakesInKeysAreTried() {
        assertThat(new TreeSet<>(mistakesInKeys().map(Mistake::key).toList())).hasSizeGreaterThan(10);
    }
}
