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
        reports.forEach((subject, paths) -> error.println("crossfoot: warning: " + paths.get(0)
                + (paths.size() > 1 ? " and " + (paths.size() - 1) + " more of " + subject.source : "") + ": column '"
                + PlainTable.oneLine(subject.column.column()) + "' " + subject.column.why()
                + "; a file of totals needs none, and the archive keeps reports whole: take the column out before the file comes here,"
                + " or say rows: count where each row is an event"));
    }
}
