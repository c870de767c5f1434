package org.crossfoot.settings.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.crossfoot.figure.Keyword;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a YAML file, and where it stands. Whoever asks it for what it is not gets nothing, and the mistake is noted.
 *
 * @param key  the way to it, as {@code figures[2].value.column}
 * @param line that of its key, or of itself in a list
 */
public record YamlValue(String file, String key, int line, Node node, Problems problems) {

    public static final String DAY = "write a calendar day, e.g. 2025-01-26";

    private static final int LONGEST_REGEX = 1_000;
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5}) ?([a-zA-Z]+)");
    private static final Map<String, Long> UNITS = Map.of("kb", 1_000L, "mb", 1_000_000L, "gb", 1_000_000_000L,
            "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30);

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Its text, which may be empty; a mistake where it has none. */
    public Optional<String> textOrEmpty(String right) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        wrong(found(), right);
        return Optional.empty();
    }

    /** Its text, which may be empty where it is written in quotes. */
    Optional<String> textOrQuotes(String right) {
        return node instanceof ScalarNode scalar && !scalar.isPlain() ? Optional.of(scalar.getValue()) : text(right);
    }

    /** Its text; a mistake where it has none or an empty one. */
    public Optional<String> text(String right) {
        Optional<String> text = textOrEmpty(right);
        if (text.filter(String::isBlank).isPresent()) {
            wrong("found nothing", right);
            return Optional.empty();
        }
        return text;
    }

    /** Its text, where that is one of the choices. */
    public Optional<String> oneOf(List<String> choices) {
        Optional<String> text = text("write one of " + MistakeWording.listed(choices));
        if (text.isPresent() && !choices.contains(text.get())) {
            wrong("found " + MistakeWording.quoted(text.get()), MistakeWording.choice(text.get(), choices));
            return Optional.empty();
        }
        return text;
    }

    /** The alternative that its text stands for. */
    public <E extends Enum<E>> Optional<E> oneOf(Class<E> alternatives) {
        return oneOf(Keyword.all(alternatives)).map(word -> Keyword.read(alternatives, word));
    }

    public Optional<Boolean> truth() {
        return oneOf(List.of("true", "false")).map("true"::equals);
    }

    /** What its text means; a mistake where it has none, or means nothing. */
    public <T> Optional<T> meaning(String right, Function<String, Optional<T>> meaning) {
        Optional<String> text = text(right);
        Optional<T> meant = text.flatMap(meaning);
        if (text.isPresent() && meant.isEmpty()) {
            wrong("found " + MistakeWording.quoted(text.get()), right);
        }
        return meant;
    }

    /** A whole number within limits, in plain digits. */
    public Optional<Integer> number(int lowest, int highest) {
        return meaning("write a whole number from " + lowest + " to " + highest, text -> Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,9}")).map(Integer::valueOf)
                .filter(value -> value >= lowest && value <= highest));
    }

    /** A day, as {@code 2025-01-26}. */
    public Optional<LocalDate> day() {
        return meaning(DAY, YamlValue::day);
    }

    /** A day as settings write it. */
    public static Optional<LocalDate> day(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How large something may be: {@code 500 MB}, {@code 2 GiB}. */
    public Optional<Long> byteCount() {
        return meaning("write a size in kB, MB, GB, KiB, MiB or GiB, e.g. 500 MB", text -> Optional.of(SIZE.matcher(text))
                .filter(Matcher::matches).flatMap(size -> Optional.ofNullable(UNITS.get(size.group(2).toLowerCase(Locale.ROOT)))
                        .map(unit -> Long.parseLong(size.group(1)) * unit)));
    }

    /** A regular expression. */
    public Optional<Pattern> regex() {
        return textOrQuotes("write a regular expression, e.g. \"daily.*\"").flatMap(this::regex);
    }

    /** A regular expression that is its text, or a part of it. */
    public Optional<Pattern> regex(String text) {
        if (text.length() > LONGEST_REGEX) {
            wrong("found a regular expression of " + text.length() + " characters", "write one of at most " + LONGEST_REGEX);
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            String where = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
            wrong("found " + MistakeWording.quoted(text) + ": " + e.getDescription() + where,
                    "write a regular expression as java.util.regex reads it");
            return Optional.empty();
        }
    }

    /** One of whose first group something is taken. */
    public Optional<Pattern> regexWithGroup() {
        Optional<Pattern> pattern = regex();
        if (pattern.isPresent() && pattern.get().matcher("").groupCount() == 0) {
            wrong("found no group in " + MistakeWording.quoted(pattern.get().pattern()),
                    "put brackets around the part that is meant, e.g. \"arrests-(.*)[.]csv\"");
            return Optional.empty();
        }
        return pattern;
    }

    /** Its items; none, and a mistake, where it is no list. */
    public List<YamlValue> items(String right) {
        List<YamlValue> items = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                int itemLine = item.getStartMark().getLine() + 1;
                items.add(new YamlValue(file, key + "[" + items.size() + "]", itemLine, item, problems));
            }
        } else {
            wrong(found(), right);
        }
        return items;
    }

    /** Its keys and values; a mistake where it is no mapping. */
    public Optional<YamlMapping> mapping(String right) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMapping(this, mapping));
        }
        wrong(found(), right);
        return Optional.empty();
    }

    /** Its keys and values where it is a mapping; no mistake where it is none. */
    public Optional<YamlMapping> ifMapping() {
        return node instanceof MappingNode mapping ? Optional.of(new YamlMapping(this, mapping)) : Optional.empty();
    }

    /** What stands here, for a sentence. */
    public String found() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isBlank() ? "found nothing" : "found " + MistakeWording.quoted(scalar.getValue());
        }
        return isList() ? "found a list" : "found a mapping";
    }

    public void wrong(String found, String right) {
        problems.add(file, line, key, found, right);
    }

    /** Notes a mistake about something that belongs below this value. */
    public void wrong(String below, String found, String right) {
        problems.add(file, line, keyOf(below), found, right);
    }

    String keyOf(String below) {
        return key.isEmpty() ? below : key + "." + below;
    }
}
