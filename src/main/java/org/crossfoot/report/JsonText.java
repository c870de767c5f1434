package org.crossfoot.report;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How JSON is written: members in the order they are declared or put, indented, LF at each line's end, the last one too. */
public final class JsonText {

    /** A number that is left out where it is none is read as none. */
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))).build();

    private JsonText() {
    }

    /** Members of an object, in this order. */
    public static Map<String, Object> members(Object... keysAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            members.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return members;
    }

    public static byte[] bytes(Object value) {
        byte[] json = within(value);
        byte[] lines = Arrays.copyOf(json, json.length + 1);
        lines[json.length] = '\n';
        return lines;
    }

    /** In the same form, without the last line's end: something follows. */
    public static byte[] within(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    static JsonNode read(byte[] json) {
        return JSON.readTree(json);
    }

    /** What was written so; empty where it is not of this form. */
    public static <T> Optional<T> read(byte[] json, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(json, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static <T> T read(JsonNode json, Class<T> type) {
        return JSON.treeToValue(json, type);
    }
}
