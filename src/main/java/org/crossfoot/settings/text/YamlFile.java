package org.crossfoot.settings.text;

import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a YAML file as far as its tree of texts, lists and mappings. No value gets a type: a day stays the text of a day,
 * and a tag can make nothing.
 */
public final class YamlFile {

    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 200;
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_VALUES = 500_000;

    private final String file;
    private final Problems problems;
    private int values;
    /** Where the reading has come to. */
    private int line;

    private YamlFile(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    public static Optional<YamlValue> read(String file, byte[] bytes, Problems problems) {
        return SettingsText.of(file, bytes, problems).flatMap(text -> new YamlFile(file, problems).read(text));
    }

    private Optional<YamlValue> read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            problems.add(file, 0, "", "found " + text.length() + " characters", "write at most " + MOST_CHARACTERS);
            return Optional.empty();
        }
        try {
            Node root = compose(text);
            if (root == null) {
                problems.add(file, 0, "", "found an empty file", "write settings into it");
                return Optional.empty();
            }
            inspect(root, 0);
            return Optional.of(new YamlValue(file, "", root.getStartMark().getLine() + 1, root, problems));
        } catch (MarkedYAMLException e) {
            problems.add(file, e.getProblemMark() == null ? line : e.getProblemMark().getLine() + 1, "",
                    "found no valid YAML: " + e.getProblem(), "mend it there or just above");
        } catch (ReaderException e) {
            problems.add(file, lineOf(e.getPosition(), text), "",
                    "found the character U+%04X, which YAML does not allow".formatted(e.getCodePoint()), "take it out");
        } catch (YAMLException e) {
            problems.add(file, line, "", "found YAML beyond what settings need: " + e.getMessage(), "write it plainly");
        }
        return Optional.empty();
    }

    private Node compose(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setCodePointLimit(MOST_CHARACTERS);
        limits.setAllowRecursiveKeys(false);
        // nothing is ever made of a tag; inspect() tells them with the other mistakes
        limits.setTagInspector(tag -> true);
        return new Composer(new ParserImpl(new StreamReader(text), limits) {
            @Override
            public Event getEvent() {
                Event event = super.getEvent();
                line = event.getStartMark().getLine() + 1;
                return event;
            }
        }, new AllTexts(), limits).getSingleNode();
    }

    /** Walks the tree as it is with every alias written out, which is what reading it costs. */
    private void inspect(Node node, int depth) {
        line = node.getStartMark().getLine() + 1;
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw new YAMLException("aliases that grow without end");
        }
        Tag tag = node.getTag();
        if (!tag.equals(Tag.STR) && !tag.equals(Tag.SEQ) && !tag.equals(Tag.MAP)) {
            problems.add(file, node.getStartMark().getLine() + 1, "", "found the tag " + MistakeWording.quoted(tag.getValue()),
                    "take it out; settings are plain texts, lists and mappings");
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> inspect(item, depth + 1));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                inspect(entry.getKeyNode(), depth + 1);
                inspect(entry.getValueNode(), depth + 1);
            }
        }
    }

    private static int lineOf(int position, String text) {
        int end = text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length())));
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    /** Knows no number, day or truth value: all scalars are texts. */
    static final class AllTexts extends Resolver {

        @Override
        protected void addImplicitResolvers() {
        }
    }
}
