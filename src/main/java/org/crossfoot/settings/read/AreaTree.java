package org.crossfoot.settings.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.crossfoot.figure.Area;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.AreasReader.AreaRow;
import org.crossfoot.settings.text.Circles;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.Problems;

/** Checks that the areas make a tree: parts of declared areas, in declared breakdowns, without circles. */
final class AreaTree {

    private static final int MOST_LINES = 5;

    private final Map<String, AreaRow> rows;
    private final Problems problems;

    AreaTree(Map<String, AreaRow> rows, Problems problems) {
        this.rows = rows;
        this.problems = problems;
    }

    void check(Set<String> breakdowns) {
        undeclared("part_of", Area::partOf, rows.keySet(), "areas.csv");
        if (breakdowns != null) {
            undeclared("breakdown", Area::breakdown, breakdowns, "breakdowns: of crossfoot.yml");
        }
        Map<String, String> wholes = new LinkedHashMap<>();
        rows.forEach((id, row) -> wholes.put(id, row.area().partOf()));
        for (List<String> circle : Circles.in(wholes)) {
            problems.add(SettingsFiles.AREAS, rows.get(circle.get(0)).line(), "part_of",
                    "found a circle: " + Circles.told(circle, " is part of "),
                    "make one of them the whole");
        }
    }

    /** Tells each name that is not declared once, with the lines that use it: one slip may stand in thousands of rows. */
    private void undeclared(String column, Function<Area, String> name, Collection<String> declared, String where) {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        for (AreaRow row : rows.values()) {
            String used = name.apply(row.area());
            if (used != null && !declared.contains(used)) {
                lines.computeIfAbsent(used, first -> new ArrayList<>()).add(row.line());
            }
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
}
