package org.crossfoot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossfoot.settings.text.Problems.Problem;
import org.junit.jupiter.api.Test;

/** Settings may come from anywhere; reading them makes nothing but settings, and ends. */
class HostileSettingsTest {

    @Test
    void refusesAliasesThatGrowWithoutEnd() {
        StringBuilder bomb = new StringBuilder("title: ICE\ntrust: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i,
                    String.join(", ", List.of(alias, alias, alias, alias, alias, alias, alias, alias, alias))));
        }

        assertThat(problems(bomb.toString())).singleElement().asString().contains("aliases that grow without end");
    }

    @Test
    void refusesAThingThatContainsItself() {
        assertThat(problems("figures: &me [*me]\n")).singleElement().asString()
                .contains("source.yml:1: ", "aliases that grow without end");
    }

    @Test
    void refusesTooManyAliases() {
        String aliases = IntStream.range(0, 1_000).mapToObj(i -> "*a").collect(Collectors.joining(", "));

        assertThat(problems("a: &a [x]\nfigures: [" + aliases + "]\n")).singleElement().asString()
                .contains("ice/source.yml:2: found YAML beyond what settings need");
    }

    @Test
    void refusesDeepNesting() {
        assertThat(problems("title: A\nfigures: " + "[".repeat(100_000))).singleElement().asString()
                .contains("ice/source.yml:2: ").contains("20");
    }

    @Test
    void refusesFilesOfEndlessLength() {
        assertThat(problems("title: " + "x".repeat(1_000_000))).singleElement().asString().contains("1000007 characters");
    }

    @Test
    void makesNothingOfATag() {
        List<Problem> problems = problems("""
                title: !!javax.script.ScriptEngineManager [ !!java.net.URLClassLoader [[ !!java.net.URL ["http://localhost:1/"] ]] ]
                trust: !!int 5
                """);

        assertThat(problems).filteredOn(problem -> problem.found().contains("tag")).extracting(Problem::line, Problem::found)
                .containsExactly(
                tuple(1, "found the tag 'tag:yaml.org,2002:javax.script.ScriptEngineManager'"),
                tuple(2, "found the tag 'tag:yaml.org,2002:int'"));
    }

    @Test
    void tellsTheLineOfBytesThatAreNotUtf8() {
        byte[] bytes = "title: ICE\ntrust: 1\nfigures: \n".getBytes(StandardCharsets.ISO_8859_1);
        bytes[13] = (byte) 0xE9;

        assertThat(new SettingsExample().with("ice/source.yml", bytes).problems()).extracting(Problem::toString)
                .containsExactly("ice/source.yml:2: found the byte 0xE9, which is not UTF-8; save the file as UTF-8");
    }

    @Test
    void tellsTheLineOfControlCharacters() {
        assertThat(problems("title: ICE\ntrust: \u0000\n")).extracting(Problem::toString)
                .containsExactly("ice/source.yml:2: found the character U+0000, which YAML does not allow; take it out");
    }

    @Test
    void refusesAKeyThatIsNoText() {
        assertThat(new SettingsExample().with("ice/source.yml", SettingsExample.SOURCE + "? [a, b]\n: c\n").problems())
                .extracting(Problem::toString)
                .containsExactly("ice/source.yml:5: found a key that is a list or mapping; write a text as the key");
    }

    @Test
    void refusesMergedKeysAndSecondDocuments() {
        assertThat(new SettingsExample().with("ice/source.yml", SettingsExample.SOURCE + "<<: { title: x }\n").problems())
                .singleElement().asString().startsWith("ice/source.yml:5: <<: found an unknown key");
        assertThat(problems(SettingsExample.SOURCE + "---\ntitle: x\n")).singleElement().asString().contains("no valid YAML");
    }

    @Test
    void keepsTheSentenceShortAndOnOneLineWhateverIsFound() {
        String found = problems(SettingsExample.SOURCE.replace("official-statement", "\"a\\nb" + "x".repeat(10_000) + "\""))
                .get(0).found();

        assertThat(found).hasSizeLessThan(100).doesNotContain("\n").startsWith("found 'a\u00b7bxxx");
    }

    @Test
    void readsALargeSourceInTime() {
        String entry = "  - { value: { column: n }, measure: { is: arests }, area: { is: us }, day: { column: date } }\n";

        assertThat(problems("title: ICE\ntrust: 1\nfigures:\n" + entry.repeat(8_000))).hasSize(8_000);
    }

    private static List<Problem> problems(String source) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () ->
                new SettingsExample().with("ice/source.yml", source).problems());
    }
}
