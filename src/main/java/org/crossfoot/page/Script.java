package org.crossfoot.page;

import org.crossfoot.report.JsonText;
import org.crossfoot.report.Utf8Text;

/** A classic script that hands data over: the one kind of file that a page opened from a disk may read. */
final class Script {

    private final Utf8Text content;

    /**
     * Begins a script.
     *
     * @param receiver the function that is called with what follows
     * @param expected how many bytes it will have, about
     */
    Script(String receiver, int expected) {
        content = new Utf8Text(expected).add(receiver).add('(');
    }

    /** What it is written to, piece by piece. */
    Utf8Text text() {
        return content;
    }

    Script json(Object data) {
        content.add(JsonText.within(data));
        return this;
    }

    byte[] bytes() {
        return content.add(");\n").bytes();
    }
}
