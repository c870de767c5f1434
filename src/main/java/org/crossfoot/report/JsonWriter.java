package org.crossfoot.report;

import java.util.Arrays;

/**
 * Writes JSON piece by piece, as {@link JsonText} writes whole values: members of an object each on a line of its own, elements of
 * an array side by side.
 */
public final class JsonWriter {

    /** Characters that stand in a quoted text as they are. */
    private static final boolean[] PLAIN = Utf8Text.asciiBut("\"\\");

    static {
        Arrays.fill(PLAIN, 0, ' ', false);
    }

    private final Utf8Text text;
    /** How many objects are begun. */
    private int depth;
    /** Nothing stands yet in what was begun last. */
    private boolean empty;

    /** @param text what it adds to, from the left margin on */
    public JsonWriter(Utf8Text text) {
        this.text = text;
    }

    public JsonWriter beginObject() {
        text.add('{');
        depth++;
        empty = true;
        return this;
    }

    public JsonWriter endObject() {
        depth--;
        if (empty) {
            text.add(' ');
        } else {
            line();
        }
        return end('}');
    }

    public JsonWriter beginArray() {
        text.add('[');
        empty = true;
        return this;
    }

    public JsonWriter endArray() {
        text.add(' ');
        return end(']');
    }

    private JsonWriter end(char sign) {
        text.add(sign);
        empty = false;
        return this;
    }

    /** Goes on to a member of the object that was begun; its value comes next. */
    public JsonWriter member(String name) {
        separate();
        line();
        value(name);
        text.add(" : ");
        return this;
    }

    /** Goes on to an element of the array that was begun; its value comes next. */
    public JsonWriter element() {
        separate();
        text.add(' ');
        return this;
    }

    private void separate() {
        if (!empty) {
            text.add(',');
        }
        empty = false;
    }

    private void line() {
        text.add('\n');
        for (int i = 0; i < depth; i++) {
            text.add("  ");
        }
    }

    /** Null is a value as well. */
    public JsonWriter value(String value) {
        if (value == null) {
            return nothing();
        }
        int before = text.length();
        text.add('"');
        if (text.addPlain(value, PLAIN) || addEscaped(value)) {
            text.add('"');
        } else {
            text.shorten(before);
            text.add(JsonText.quoted(value));
        }
        return this;
    }

    /** Adds a text as it stands between quotes; false where it has characters that two make one. */
    private boolean addEscaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= PLAIN.length) {
                if (Character.isSurrogate(c)) {
                    return false;
                }
                text.addAny(c);
            } else if (PLAIN[c]) {
                text.add(c);
            } else if (c == '\n') {
                text.add("\\n");
            } else if (c == '"' || c == '\\') {
                text.add('\\').add(c);
            } else {
                return false;
            }
        }
        return true;
    }

    public JsonWriter value(long value) {
        text.add(value);
        return this;
    }

    public JsonWriter value(boolean value) {
        text.add(value ? "true" : "false");
        return this;
    }

    public JsonWriter nothing() {
        text.add("null");
        return this;
    }
}
