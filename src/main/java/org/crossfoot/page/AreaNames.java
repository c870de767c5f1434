package org.crossfoot.page;

import org.crossfoot.figure.Vocabulary;

/** Names of areas; rows of tables come by area, so that most of them have that of the row before. */
final class AreaNames {

    private final Vocabulary vocabulary;
    private String last;
    private String name;

    AreaNames(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String of(String area) {
        if (!area.equals(last)) {
            last = area;
            name = vocabulary.areas().name(area);
        }
        return name;
    }
}
