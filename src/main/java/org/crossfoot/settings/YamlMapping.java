package org.crossfoot.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The keys and values of a YAML mapping, in the order they are written; a key written twice is a mistake. */
final class YamlMapping {

    private final YamlValue whole;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();

    YamlMapping(YamlValue whole, MappingNode node) {
        this.whole = whole;
        for (NodeTuple entry : node.getValue()) {
            int line = entry.getKeyNode().getStartMark().getLine() + 1;
            if (!(entry.getKeyNode() instanceof ScalarNode keyNode)) {
                whole.problems().add(whole.file(), line, whole.key(), "found a key that is a list or mapping", "write a text as the key");
                continue;
            }
            String key = keyNode.getValue();
            YamlValue value = new YamlValue(whole.file(), whole.keyOf(key), line, entry.getValueNode(), whole.problems());
            YamlValue earlier = values.putIfAbsent(key, value);
            if (earlier != null) {
                value.wrong("found " + key + " a second time, after line " + earlier.line(), "write it once");
            }
        }
    }

    /** Makes every other key a mistake. */
    YamlMapping only(List<String> allowed) {
        values.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                value.wrong("found an unknown key", Wording.choice(key, allowed));
            }
        });
        return this;
    }

    Optional<YamlValue> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key; a mistake where the key is absent. */
    Optional<YamlValue> require(String key, String right) {
        if (!has(key)) {
            whole.wrong(key, "found no " + key, right);
        }
        return get(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Collection<String> keys() {
        return values.keySet();
    }

    Map<String, YamlValue> all() {
        return values;
    }

    YamlValue whole() {
        return whole;
    }
}
