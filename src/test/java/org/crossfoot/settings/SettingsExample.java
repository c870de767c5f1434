package org.crossfoot.settings;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.Problems.Problem;
import org.crossfoot.settings.text.SettingsException;

/** A small input folder that is right, for tests to change. */
public final class SettingsExample {

    public static final String CROSSFOOT = """
            zone: America/New_York
            breakdowns:
              office: { complete: true }
            measures:
              arrests: { title: Arrests }
              criminal_arrests: {}
              arrest_goal: { title: Goal, kind: goal, of: arrests }
            rules:
              some-are-criminal: { check: criminal_arrests <= arrests }
            """;

    static final String AREAS = """
            area,name,part_of,breakdown,aliases
            us,United States,,,USA;the nation
            bos,Boston,us,office,
            """;

    public static final String SOURCE = """
            title: ICE daily posts
            trust: official-statement
            figures:
              - { value: { column: arrests }, measure: { is: arrests }, area: { is: us }, day: { column: date } }
            """;

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    public SettingsExample() {
        with("crossfoot.yml", CROSSFOOT).with("areas.csv", AREAS).with("ice/source.yml", SOURCE);
    }

    public SettingsExample with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public SettingsExample with(String file, byte[] bytes) {
        files.put(file, bytes);
        return this;
    }

    public SettingsExample without(String file) {
        files.remove(file);
        return this;
    }

    public Settings read() throws SettingsException {
        return SettingsReader.read(new SettingsFiles(files));
    }

    /** The only source's only entry. */
    public FigureEntry entry() throws SettingsException {
        return read().profiles().get("ice").entries().get(0);
    }

    public List<Problem> problems() {
        SettingsException wrong = catchThrowableOfType(SettingsException.class, this::read);
        return wrong == null ? List.of() : wrong.problems();
    }
}
