package org.crossfoot.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.intake.PersonalColumn;

/** Warns of columns that look like a person's identifier: once for each column of a source, however many reports have it. */
final class PersonalColumnWarnings {

    private record Subject(String source, PersonalColumn column) {
    }

    private final Map<Subject, List<String>> reports = new LinkedHashMap<>();

    void add(String source, String path, List<PersonalColumn> columns) {
        columns.forEach(column -> reports.computeIfAbsent(new Subject(source, column), first -> new ArrayList<>()).add(path));
    }

    void print(PrintWriter error) {
        Sentences.print(error, "crossfoot: ", reports.entrySet().stream().map(column -> column.getKey().column.warning(column.getValue().get(0)
                + (column.getValue().size() > 1 ? " and " + (column.getValue().size() - 1) + " more of " + column.getKey().source : ""))).toList());
    }
}
