package org.crossfoot.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates of {@code src/main/jte}, compiled with the program; whatever text they are given shows as text. */
final class Templates {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), "org.crossfoot.page");

    private Templates() {
    }

    static String render(String template, Object page) {
        StringOutput output = new StringOutput();
        ENGINE.render(template + ".jte", page, output);
        return output.toString();
    }
}
