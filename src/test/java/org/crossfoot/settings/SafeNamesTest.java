package org.crossfoot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No id that settings give can lead out of a folder, look like an option, or outgrow the ledger. */
class SafeNamesTest {

    private static String longest() {
        return "a".repeat(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../us", "a/b", "/etc", "a\\b", ".us", "-us", "~", "a b", "us;drop", "us'", "$(us)", "u\u202es",
            "\uff0e\uff0e"})
    void areasBreakdownsSourcesMeasuresAndRulesRefuseIt(String id) {
        assertThat(new SettingsExample().with("areas.csv", SettingsExample.AREAS + "\"" + id + "\",Somewhere,,,\n").problems())
                .anyMatch(problem -> problem.file().equals("areas.csv") && problem.found().contains("the id"));
        assertThat(new SettingsExample().with(id + "/source.yml", SettingsExample.SOURCE).problems())
                .anyMatch(problem -> problem.found().startsWith("found a folder named"));
        assertThat(inSettings("breakdowns:\n", "  ? \"" + yaml(id) + "\"\n  : { complete: true }\n")).as("breakdown").isTrue();
        assertThat(inSettings("measures:\n", "  ? \"" + yaml(id) + "\"\n  : {}\n")).as("measure").isTrue();
        assertThat(inSettings("rules:\n", "  ? \"" + yaml(id) + "\"\n  : { check: arrests <= arrests }\n")).as("rule").isTrue();
    }

    private static boolean inSettings(String after, String entry) {
        return new SettingsExample().with("crossfoot.yml", SettingsExample.CROSSFOOT.replace(after, after + entry)).problems()
                .stream()
                .anyMatch(problem -> problem.file().equals("crossfoot.yml") && problem.found().startsWith("found the id"));
    }

    private static String yaml(String id) {
        return id.replace("\\", "\\\\");
    }

    @Test
    void anIdHasAHundredCharactersAtMost() {
        String area = "%s,Somewhere,,,\n";

        assertThat(new SettingsExample().with("areas.csv", SettingsExample.AREAS + area.formatted(longest())).problems())
                .isEmpty();
        assertThat(new SettingsExample().with("areas.csv", SettingsExample.AREAS + area.formatted(longest() + "a")).problems())
                .singleElement().asString().contains("100 characters at most");
    }
}
