package org.crossfoot.settings.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    public Optional<Boolean> truth() {
        return oneOf(List.of("true", "false")).map("true"::equals);
    }

    /** A whole number within limits, in plain digits. */
    public Optional<Integer> number(int lowest, int highest) {
        String right = "write a whole number from " + lowest + " to " + highest;
        Optional<String> text = text(right);
        Optional<Integer> number = text.filter(digits -> digits.matches("[0-9]{1,9}")).map(Integer::valueOf)
                .filter(value -> value >= lowest && value <= highest);
        if (text.isPresent() && number.isEmpty()) {
            wrong("found " + MistakeWording.quoted(text.get()), right);
        }
        return number;
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
