package org.crossfoot.report;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How JSON is written: members in the order they are declared or put, indented, LF at each line's end, the last one too. */
final class JsonText {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))).build();

    private JsonText() {
    }

    static byte[] bytes(Object value) {
        byte[] json = JSON.writeValueAsBytes(value);
        byte[] lines = new byte[json.length + 1];
        System.arraycopy(json, 0, lines, 0, json.length);
        lines[json.length] = '\n';
        return lines;
    }

    static JsonNode read(byte[] json) {
        return JSON.readTree(json);
    }
}
