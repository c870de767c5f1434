package org.crossfoot.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each source said of a date: how many figures, of what, of where, and in which files. */
final class FiguresBySource {

    /** What one source said, by id. */
    static final class FromSource {

        private final Set<String> measures = new HashSet<>();
        private final Set<String> areas = new HashSet<>();
        private final Set<String> files = new HashSet<>();
        private int figures;
        private String lastArea;
        private String lastFile;

        private void add(String areaName, String measure, String file) {
            figures++;
            // Figures come by area, and most sources print all of them in one file.
            if (!areaName.equals(lastArea)) {
                areas.add(areaName);
                lastArea = areaName;
            }
            if (!file.equals(lastFile)) {
                files.add(file);
                lastFile = file;
            }
            measures.add(measure);
        }

        int figures() {
            return figures;
        }

        Set<String> measures() {
            return measures;
        }

        /** Their names. */
        Set<String> areas() {
            return areas;
        }

        Set<String> files() {
            return files;
        }
    }

    private final AreaNames names;
    private final Map<String, FromSource> bySource = new HashMap<>();

    FiguresBySource(AreaNames names) {
        this.names = names;
    }

    /** Takes the row that a table stands at. */
    void add(FigureRows figure) {
        bySource.computeIfAbsent(figure.source(), source -> new FromSource()).add(names.of(figure.area()), figure.measure(), figure.file());
    }

    /** By id, those alone that said something. */
    SortedMap<String, FromSource> bySource() {
        return new TreeMap<>(bySource);
    }

    /** Of which measures somebody said something. */
    Set<String> measures() {
        Set<String> measures = new HashSet<>();
        bySource.values().forEach(source -> measures.addAll(source.measures));
        return measures;
    }
}
