package org.crossfoot.settings.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.crossfoot.figure.Area.PartOf;
import org.crossfoot.figure.Area;
import org.crossfoot.figure.Areas;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.text.Circles;
import org.crossfoot.settings.text.Ids;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.Problems;
import org.crossfoot.settings.text.SettingsTable;

/** Reads {@code areas.csv}. An area with a mistake still counts as declared. */
final class AreasReader {

    private static final int MOST_LINES = 5;
    private static final List<String> COLUMNS = List.of("area", "name", "part_of", "breakdown", "aliases");

    private final Problems problems;
    private final Map<String, AreaRow> rows = new LinkedHashMap<>();

    /** An area and the line that declares it. */
    private record AreaRow(int line, Area area) {
    }

    private record NameUse(AreaRow row, String as) {
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
            reader.checkTree(breakdowns);
            reader.checkNames();
            return new Areas(reader.rows.values().stream().map(AreaRow::area).toList());
        });
    }

    private void add(SettingsTable.SettingsRow row) {
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
            wrong(row, "found the id " + MistakeWording.quoted(id) + " a second time, after line " + earlier.line(),
                    "give each area an id of its own; one that is part of several is one row, with part_of as in"
                            + " ny:county; capital-region:police");
        }
    }

    private Area area(String id, SettingsTable.SettingsRow row) {
        String name = row.cell("name").isEmpty() ? id : row.cell("name");
        String partOf = row.cell("part_of");
        String breakdown = row.cell("breakdown");
        List<String> aliases = new ArrayList<>(Arrays.asList(row.cell("aliases").split(";")));
        aliases.replaceAll(String::strip);
        aliases.removeIf(String::isEmpty);
        if (partOf.indexOf(':') >= 0) {
            return new Area(id, name, wholes(partOf, breakdown, row), aliases);
        }
        if (row.whole() && partOf.isEmpty() != breakdown.isEmpty()) {
            problems.add(SettingsFiles.AREAS, row.line(), partOf.isEmpty() ? "part_of" : "breakdown",
                    partOf.isEmpty() ? "found the breakdown " + MistakeWording.quoted(breakdown) + " of no area"
                            : "found a part of " + MistakeWording.quoted(partOf) + " in no breakdown",
                    "write both part_of and breakdown, or neither");
        }
        boolean isPart = !partOf.isEmpty() && !breakdown.isEmpty();
        return new Area(id, name, isPart ? partOf : null, isPart ? breakdown : null, aliases);
    }

    /** Reads {@code ny:county; capital-region:police}. */
    private List<PartOf> wholes(String written, String breakdown, SettingsTable.SettingsRow row) {
        List<PartOf> wholes = new ArrayList<>();
        if (!breakdown.isEmpty()) {
            problems.add(SettingsFiles.AREAS, row.line(), "breakdown", "found a breakdown beside those that part_of names",
                    "leave it empty");
        }
        for (String each : written.split(";")) {
            String[] both = each.strip().split(":", -1);
            PartOf part = new PartOf(both[0].strip(), both.length == 2 ? both[1].strip() : "");
            if (part.whole().isEmpty() || part.breakdown().isEmpty()) {
                problems.add(SettingsFiles.AREAS, row.line(), "part_of", "found " + MistakeWording.quoted(each.strip()),
                        "write each whole with its breakdown, e.g. ny:county; capital-region:police");
            } else if (wholes.contains(part)) {
                problems.add(SettingsFiles.AREAS, row.line(), "part_of",
                        "found " + MistakeWording.quoted(each.strip()) + " twice", "write it once");
            } else {
                wholes.add(part);
            }
        }
        return wholes;
    }

    private void wrong(SettingsTable.SettingsRow row, String found, String right) {
        problems.add(SettingsFiles.AREAS, row.line(), "area", found, right);
    }

    /** Checks that areas are parts of declared areas, in declared breakdowns, without circles. */
    private void checkTree(Set<String> breakdowns) {
        checkDeclared("part_of", PartOf::whole, rows.keySet(), "areas.csv");
        if (breakdowns != null) {
            checkDeclared("breakdown", PartOf::breakdown, breakdowns, "breakdowns: of crossfoot.yml");
        }
        Map<String, List<String>> wholes = new LinkedHashMap<>();
        rows.forEach((id, row) -> wholes.put(id, row.area().wholes().stream().map(PartOf::whole).toList()));
        for (List<String> circle : Circles.in(wholes)) {
            problems.add(SettingsFiles.AREAS, rows.get(circle.get(0)).line(), "part_of",
                    "found a circle: " + Circles.told(circle, " is part of "), "make one of them the whole");
        }
    }

    /** Tells each name that is not declared once, with the lines that use it: one slip may stand in thousands of rows. */
    private void checkDeclared(String column, Function<PartOf, String> name, Collection<String> declared, String where) {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        for (AreaRow row : rows.values()) {
            row.area().wholes().stream().map(name).filter(used -> !declared.contains(used))
                    .forEach(used -> lines.computeIfAbsent(used, first -> new ArrayList<>()).add(row.line()));
        }
        lines.forEach((used, at) -> problems.add(SettingsFiles.AREAS, at.get(0), column,
                "found " + MistakeWording.quoted(used) + ", which is not declared in " + where + further(at),
                declared.isEmpty() ? "declare it there" : MistakeWording.choice(used, declared)));
    }

    private static String further(List<Integer> lines) {
        if (lines.size() == 1) {
            return "";
        }
        List<String> others = lines.stream().skip(1).limit(MOST_LINES).map(String::valueOf).toList();
        int untold = lines.size() - 1 - others.size();
        return " (also in " + (others.size() == 1 ? "line " : "lines ") + String.join(", ", others)
                + (untold > 0 ? " and " + untold + " more" : "") + ")";
    }

    /** Checks that every id, name and alias means one area only, in the way printed names are compared. */
    private void checkNames() {
        Map<String, NameUse> uses = new HashMap<>();
        rows.values().forEach(row -> checkName(uses, row, "area", "id", row.area().id()));
        rows.values().forEach(row -> checkName(uses, row, "name", "name", row.area().name()));
        rows.values().forEach(row -> row.area().aliases().forEach(alias -> checkName(uses, row, "aliases", "alias", alias)));
    }

    private void checkName(Map<String, NameUse> uses, AreaRow row, String column, String as, String text) {
        NameUse earlier = uses.putIfAbsent(Areas.word(text), new NameUse(row, as));
        if (earlier != null && earlier.row() != row) {
            problems.add(SettingsFiles.AREAS, row.line(), column,
                    "found the " + as + " " + MistakeWording.quoted(text) + ", which is also the " + earlier.as() + " of "
                            + earlier.row().area().id() + " (line " + earlier.row().line() + ")",
                    "give each area names of its own; case and spaces do not count");
        }
    }
}
