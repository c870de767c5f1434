package org.crossfoot.settings.text;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The keys and values of a YAML mapping, in the order they are written; a key written twice is a mistake. */
public final class YamlMapping {

    private final YamlValue whole;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Set<String> misspelt = new HashSet<>();

    YamlMapping(YamlValue whole, MappingNode node) {
        this.whole = whole;
        for (NodeTuple entry : node.getValue()) {
            int line = entry.getKeyNode().getStartMark().getLine() + 1;
            if (!(entry.getKeyNode() instanceof ScalarNode keyNode)) {
                whole.problems()
                        .add(whole.file(), line, whole.key(), "found a key that is a list or mapping", "write a text as the key");
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
    public YamlMapping only(List<String> allowed) {
        values.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                value.wrong("found an unknown key", MistakeWording.nearest(key, allowed).map("did you mean %s?"::formatted)
                        .orElseGet(() -> "write one of " + String.join(", ", allowed)));
                MistakeWording.nearest(key, allowed).ifPresent(misspelt::add);
            }
        });
        return this;
    }

    public Optional<YamlValue> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key; a mistake where the key is absent. */
    public Optional<YamlValue> require(String key, String right) {
        if (!has(key) && !misspelt.contains(key)) {
            whole.wrong(key, "found no " + key, right);
        }
        return get(key);
    }

    /** Whether an unknown key was probably meant to be one of these; then their absence is no mistake of its own. */
    public boolean misspells(Collection<String> keys) {
        return !Collections.disjoint(misspelt, keys);
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Collection<String> keys() {
        return values.keySet();
    }

    public Map<String, YamlValue> all() {
        return values;
    }

    public YamlValue whole() {
        return whole;
    }
}
