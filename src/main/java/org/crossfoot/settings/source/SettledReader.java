package org.crossfoot.settings.source;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.settings.Settled;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlValue;

/** Reads when a report's file may be taken: {@code settled: { after: 10 minutes }} or {@code settled: { marker: .done }}. */
final class SettledReader {

    private static final String RIGHT = "write settled: { after: 10 minutes } or settled: { marker: .done }";
    private static final String TIME = "write a time in seconds, minutes, hours or days, e.g. 10 minutes";
    private static final String ENDING = "write what the marker's name adds to the report's, e.g. .done";
    private static final List<String> KEYS = List.of("after", "marker");
    private static final Pattern AMOUNT = Pattern.compile("([1-9][0-9]{0,3}) (second|minute|hour|day)s?");
    private static final Map<String, ChronoUnit> UNITS = Map.of("second", ChronoUnit.SECONDS, "minute", ChronoUnit.MINUTES,
            "hour", ChronoUnit.HOURS, "day", ChronoUnit.DAYS);
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._~-]+");

    private SettledReader() {
    }

    static Optional<Settled> read(YamlValue value) {
        return value.mapping(RIGHT).flatMap(settled -> {
            settled.only(KEYS);
            if (settled.misspells(KEYS)) {
                return Optional.empty();
            }
            if (settled.has("after") == settled.has("marker")) {
                value.wrong(settled.has("after") ? "found both after and marker" : "found neither after nor marker", RIGHT);
                return Optional.empty();
            }
            return settled.has("after") ? settled.get("after").flatMap(SettledReader::after) : settled.get("marker").flatMap(SettledReader::marker);
        });
    }

    private static Optional<Settled> after(YamlValue value) {
        Optional<String> text = value.text(TIME);
        Optional<Settled> after = text.map(AMOUNT::matcher).filter(Matcher::matches)
                .map(time -> new Settled.After(Duration.of(Long.parseLong(time.group(1)), UNITS.get(time.group(2)))));
        if (text.isPresent() && after.isEmpty()) {
            value.wrong("found " + MistakeWording.quoted(text.get()), TIME);
        }
        return after;
    }

    private static Optional<Settled> marker(YamlValue value) {
        Optional<String> text = value.text(ENDING);
        if (text.isPresent() && !USABLE.matcher(text.get()).matches()) {
            value.wrong("found " + MistakeWording.quoted(text.get()), ENDING);
        } else if (text.isPresent() && ("report.csv" + text.get()).matches("(?i).*\\.csv(\\.gz)?")) {
            value.wrong("found " + MistakeWording.quoted(text.get()) + ", with which the marker would itself be a report", ENDING);
        } else {
            return text.map(Settled.Marker::new);
        }
        return Optional.empty();
    }
}
