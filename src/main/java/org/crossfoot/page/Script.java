package org.crossfoot.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.crossfoot.report.JsonText;

/** A classic script that hands data over: the one kind of file that a page opened from a disk may read. */
final class Script {

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    /** @param receiver the function that is called with what follows */
    Script(String receiver) {
        text(receiver).text("(");
    }

    static byte[] of(String receiver, Object data) {
        return new Script(receiver).json(data).bytes();
    }

    Script text(String text) {
        content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Script json(Object data) {
        byte[] json = JsonText.bytes(data);
        content.write(json, 0, json.length - 1);
        return this;
    }

    byte[] bytes() {
        return text(");\n").content.toByteArray();
    }
}
