package org.crossfoot.settings.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.crossfoot.figure.Areas;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.AreasReader.AreaRow;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.Problems;

/** Checks that every id, name and alias means one area only, in the way printed names are compared. */
final class UniqueAreaNames {

    private final Map<String, Use> uses = new HashMap<>();
    private final Problems problems;

    private record Use(AreaRow row, String as) {
    }

    private UniqueAreaNames(Problems problems) {
        this.problems = problems;
    }

    static void check(Collection<AreaRow> rows, Problems problems) {
        UniqueAreaNames names = new UniqueAreaNames(problems);
        rows.forEach(row -> names.use(row, "area", "id", row.area().id()));
        rows.forEach(row -> names.use(row, "name", "name", row.area().name()));
        rows.forEach(row -> row.area().aliases().forEach(alias -> names.use(row, "aliases", "alias", alias)));
    }

    private void use(AreaRow row, String column, String as, String text) {
        Use earlier = uses.putIfAbsent(Areas.word(text), new Use(row, as));
        if (earlier != null && earlier.row() != row) {
            problems.add(SettingsFiles.AREAS, row.line(), column,
                    "found the " + as + " " + MistakeWording.quoted(text) + ", which is also the " + earlier.as() + " of "
                            + earlier.row().area().id() + " (line " + earlier.row().line() + ")",
                    "give each area names of its own; case and spaces do not count");
        }
    }
}
