package org.crossfoot.settings.text;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.serializer.Serializer;

/** The tree of a YAML file with other values in it. All texts stay what they were; comments and the layout go. */
public final class SettingsTree {

    private final String file;
    private final Node root;

    private SettingsTree(String file, Node root) {
        this.file = file;
        this.root = root;
    }

    /** Empty, and a mistake, where it is no YAML. */
    public static Optional<SettingsTree> of(String file, byte[] bytes, Problems problems) {
        return YamlFile.read(file, bytes, problems).map(value -> new SettingsTree(file, value.node()));
    }

    /**
     * Puts a text in the place of what a key has; mappings that are not there yet are made.
     *
     * @param key as mistakes name it: {@code rules.sources-agree.tolerance}
     */
    public void put(String key, String text, Problems problems) {
        Node node = root;
        String[] names = key.split("[.]", -1);
        for (int i = 0; i < names.length; i++) {
            if (!(node instanceof MappingNode mapping)) {
                problems.add(file, 0, key, "found no mapping above " + names[i],
                        "name a key by those above it, e.g. rules.sources-agree.tolerance");
                return;
            }
            boolean last = i == names.length - 1;
            Node below = below(mapping, names[i]);
            if (last || below == null) {
                below = last ? new ScalarNode(Tag.STR, text, null, null, DumperOptions.ScalarStyle.PLAIN)
                        : new MappingNode(Tag.MAP, new ArrayList<>(), mapping.getFlowStyle());
                put(mapping, names[i], below);
            }
            node = below;
        }
    }

    private static Node below(MappingNode mapping, String name) {
        return mapping.getValue().stream().filter(entry -> isOf(entry, name)).map(NodeTuple::getValueNode).findFirst()
                .orElse(null);
    }

    private static boolean isOf(NodeTuple entry, String name) {
        return entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
    }

    private static void put(MappingNode mapping, String name, Node value) {
        List<NodeTuple> entries = new ArrayList<>(mapping.getValue());
        entries.removeIf(entry -> isOf(entry, name));
        entries.add(new NodeTuple(new ScalarNode(Tag.STR, name, null, null, DumperOptions.ScalarStyle.PLAIN), value));
        mapping.setValue(entries);
    }

    /** Takes a key out, where it is there. */
    public void remove(String key) {
        if (root instanceof MappingNode mapping) {
            List<NodeTuple> entries = new ArrayList<>(mapping.getValue());
            entries.removeIf(entry -> isOf(entry, key));
            mapping.setValue(entries);
        }
    }

    public byte[] bytes() {
        DumperOptions plain = new DumperOptions();
        plain.setWidth(Integer.MAX_VALUE);
        StringWriter out = new StringWriter();
        try {
            Serializer serializer = new Serializer(new Emitter(out, plain), new YamlFile.AllTexts(), plain, null);
            serializer.open();
            serializer.serialize(root);
            serializer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
