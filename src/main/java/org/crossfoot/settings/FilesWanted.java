package org.crossfoot.settings;

import java.util.List;
import java.util.Set;

/**
 * Which files are published of a date beside those that always are.
 *
 * @param named those that the settings name, whatever they take; null where the settings say nothing of it
 */
public record FilesWanted(Set<ToolFile> named) {

    /** Of which nothing is said: all of them, except that those with a row a figure are left out of large dates. */
    public static final FilesWanted USUAL = new FilesWanted(null);

    public static final FilesWanted NONE = new FilesWanted(Set.of());

    /** More figures make a date a large one. */
    private static final int LARGE = 1_000;

    /** Has a row for each figure, so that it costs what publishing the figures does. */
    private static final List<ToolFile> BY_FIGURE = List.of(ToolFile.WORKBOOK, ToolFile.SDMX);

    /** What a file is for. */
    public enum ToolFile {
        WORKBOOK, SARIF, JUNIT, SDMX
    }

    /** Whether a date of so many figures has such a file. */
    public boolean has(ToolFile kind, int figures) {
        return named != null ? named.contains(kind) : figures <= LARGE || !BY_FIGURE.contains(kind);
    }
}
