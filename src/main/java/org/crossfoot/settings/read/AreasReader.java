package org.crossfoot.settings.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Areas;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.text.Ids;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.Problems;
import org.crossfoot.settings.text.SettingsTable;

/** Reads {@code areas.csv}. An area with a mistake still counts as declared. */
final class AreasReader {

    private static final List<String> COLUMNS = List.of("area", "name", "part_of", "breakdown", "aliases");

    private final Problems problems;
    private final Map<String, AreaRow> rows = new LinkedHashMap<>();

    /** An area and the line that declares it. */
    record AreaRow(int line, Area area) {
    }

    private AreasReader(Problems problems) {
        this.problems = problems;
    }

    /** @param breakdowns null where they could not be read */
    static Optional<Areas> read(byte[] bytes, Set<String> breakdowns, Problems problems) {
        return SettingsTable.read(SettingsFiles.AREAS, bytes, COLUMNS, problems).map(rows -> {
            AreasReader reader = new AreasReader(problems);
            rows.forEach(reader::add);
            if (rows.isEmpty()) {
                problems.add(SettingsFiles.AREAS, 0, "", "found no area", "declare at least one, e.g. us,United States,,,");
            }
            new AreaTree(reader.rows, problems).check(breakdowns);
            UniqueAreaNames.check(reader.rows.values(), problems);
            return new Areas(reader.rows.values().stream().map(AreaRow::area).toList());
        });
    }

    private void add(SettingsTable.Row row) {
        String id = row.cell("area");
        if (id.isEmpty()) {
            wrong(row, "found no id", "write one, e.g. us");
            return;
        }
        if (!Ids.NAME.fits(id)) {
            wrong(row, "found the id " + MistakeWording.quoted(id), Ids.NAME.right());
        }
        AreaRow earlier = rows.putIfAbsent(id, new AreaRow(row.line(), area(id, row)));
        if (earlier != null) {
            wrong(row, "found the id " + MistakeWording.quoted(id) + " a second time, after line " + earlier.line(), "give each area an id of its own");
        }
    }

    private Area area(String id, SettingsTable.Row row) {
        String name = row.cell("name").isEmpty() ? id : row.cell("name");
        String partOf = row.cell("part_of");
        String breakdown = row.cell("breakdown");
        List<String> aliases = new ArrayList<>(Arrays.asList(row.cell("aliases").split(";")));
        aliases.replaceAll(String::strip);
        aliases.removeIf(String::isEmpty);
        if (row.whole() && partOf.isEmpty() != breakdown.isEmpty()) {
            problems.add(SettingsFiles.AREAS, row.line(), partOf.isEmpty() ? "part_of" : "breakdown",
                    partOf.isEmpty() ? "found the breakdown " + MistakeWording.quoted(breakdown) + " of no area"
                            : "found a part of " + MistakeWording.quoted(partOf) + " in no breakdown",
                    "write both part_of and breakdown, or neither");
        }
        boolean isPart = !partOf.isEmpty() && !breakdown.isEmpty();
        return new Area(id, name, isPart ? partOf : null, isPart ? breakdown : null, aliases);
    }

    private void wrong(SettingsTable.Row row, String found, String right) {
        problems.add(SettingsFiles.AREAS, row.line(), "area", found, right);
    }
}
