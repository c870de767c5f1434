package org.crossfoot.cli.print;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossfoot.intake.row.PersonalColumn;

/** Warns of columns that look like a person's identifier: once for each column of a source, however many reports have it. */
public final class PersonalColumnWarnings {

    private record Subject(String source, PersonalColumn column) {
    }

    private final Map<Subject, List<String>> reports = new LinkedHashMap<>();

    public void add(String source, String path, List<PersonalColumn> columns) {
        columns.forEach(column -> reports.computeIfAbsent(new Subject(source, column), first -> new ArrayList<>()).add(path));
    }

    public void print(PrintWriter error) {
        List<String> warnings = new ArrayList<>();
        reports.forEach((subject, paths) -> warnings.add(subject.column.warning(paths.get(0)
                + (paths.size() > 1 ? " and " + (paths.size() - 1) + " more of " + subject.source : ""))));
        Sentences.print(error, "crossfoot: ", warnings);
    }
}
