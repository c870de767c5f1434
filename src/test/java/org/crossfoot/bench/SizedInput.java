package org.crossfoot.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Inputs that are large in one respect: how many parts, sources, rows of a cell, or how deep. Each is of one date, {@link
 * #DATE}.
 */
public enum SizedInput {

    /** A whole of n parts, a figure each, which add up to its own. */
    PARTS("n parts of one whole, all known") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.parts(n, true, n);
        }
    },
    /** One part of them has a person more than the whole allows. */
    PARTS_TOO_MANY("n parts of one whole, their sum is wrong") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.parts(n, true, n - 1);
        }
    },
    PARTS_AMONG_MORE("n parts of one whole, which may have more") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.parts(n, false, n + 5);
        }
    },
    PARTS_TOO_MANY_AMONG_MORE("n parts of one whole, which may have more; their sum is wrong") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.parts(n, false, n - 1);
        }
    },
    PARTS_ALONE("n parts of one whole, of which nobody speaks") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.parts(n, true, -1);
        }
    },
    /** Each area is a part of the one before, with a person less. */
    DEEP("a tree of areas n deep, a figure each") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.settings("more: { complete: false }");
            try (PrintWriter areas = folder.areas()) {
                areas.println("a0,Area 0,,,");
                for (int area = 1; area < n; area++) {
                    areas.println("a" + area + ",Area " + area + ",a" + (area - 1) + ",more,");
                }
            }
            folder.source("a", "");
            try (PrintWriter report = folder.report("a", "day,area,n")) {
                for (int area = 0; area < n; area++) {
                    report.println(DATE + ",a" + area + "," + (2 * n - area));
                }
            }
        }
    },
    /** Each area has a person more than the one it is a part of. */
    DEEP_GROWING("a tree of areas n deep, each has more than the one above") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.settings("more: { complete: false }");
            try (PrintWriter areas = folder.areas()) {
                areas.println("a0,Area 0,,,");
                for (int area = 1; area < n; area++) {
                    areas.println("a" + area + ",Area " + area + ",a" + (area - 1) + ",more,");
                }
            }
            folder.source("a", "");
            try (PrintWriter report = folder.report("a", "day,area,n")) {
                for (int area = 0; area < n; area++) {
                    report.println(DATE + ",a" + area + "," + (area + 1));
                }
            }
        }
    },
    /** As above, and each is all of the one before, so that one wrong figure is wrong against all. */
    DEEP_WRONG("a tree of areas n deep, each all of the one above, a figure wrong") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.settings("more: { complete: true }");
            try (PrintWriter areas = folder.areas()) {
                areas.println("a0,Area 0,,,");
                for (int area = 1; area < n; area++) {
                    areas.println("a" + area + ",Area " + area + ",a" + (area - 1) + ",more,");
                }
            }
            folder.source("a", "");
            try (PrintWriter report = folder.report("a", "day,area,n")) {
                for (int area = 0; area < n; area++) {
                    report.println(DATE + ",a" + area + "," + (area == n / 2 ? 7 : 8));
                }
            }
        }
    },
    SOURCES("n sources of one report with one figure") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.settings("");
            folder.areasOneByOne(n);
            for (int source = 0; source < n; source++) {
                folder.source("s" + source, "");
                try (PrintWriter report = folder.report("s" + source, "day,area,n")) {
                    report.println(DATE + ",a" + source + "," + source);
                }
            }
        }
    },
    SOURCES_OF_TWO("n sources of one report with two figures") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.sourcesOf(n, 2);
        }
    },
    /** What {@link #SOURCES_OF_TWO} say, in one report. */
    SOURCE_OF_ALL("one source of one report with two times n figures") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.sourcesOf(1, 2 * n);
        }
    },
    SOURCES_OF_ONE_CELL("n sources of one report with one figure, all of one cell, each another") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.settings("");
            folder.areasOneByOne(1);
            for (int source = 0; source < n; source++) {
                folder.source("s" + source, "");
                try (PrintWriter report = folder.report("s" + source, "day,area,n")) {
                    report.println(DATE + ",a0," + source);
                }
            }
        }
    },
    COLUMNS("n columns, of which one is read") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.settings("");
            folder.areasOneByOne(1);
            folder.source("a", "");
            String header = IntStream.range(3, n).mapToObj(column -> ",c" + column).collect(Collectors.joining());
            try (PrintWriter report = folder.report("a", "day,area,n" + header)) {
                report.println(DATE + ",a0,7" + ",1".repeat(n - 3));
            }
        }
    },
    SAME_ROWS("n rows that say the same of one cell") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.oneCell("", "day,area,n", n, row -> DATE + ",a0,7");
        }
    },
    OTHER_ROWS("n rows of one cell, each another number") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.oneCell("", "day,area,n", n, row -> DATE + ",a0," + row);
        }
    },
    QUOTED_ROWS("n rows of one cell, each another number that another person said") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.oneCell("    attributed_to: { column: who }\n", "day,area,n,who", n, row -> DATE + ",a0," + row + ",person "
                    + row);
        }
    },
    QUOTED_SAME("n rows of one cell, the same number that another person said each") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.oneCell("    attributed_to: { column: who }\n", "day,area,n,who", n, row -> DATE + ",a0,7,person " + row);
        }
    },
    QUOTED_RANGES("n rows of one cell, each a range that another person said, which overlap in part") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.oneCell("    attributed_to: { column: who }\n", "day,area,n,who", n,
                    row -> DATE + ",a0," + row * 7L % n + " to " + (row * 7L % n + n / 3) + ",person " + row);
        }
    },
    TWENTY_FIVE("25 rows for each of n cells, each another number") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.manyCells(n, 25, (cell, row) -> DATE + ",a" + cell + "," + (100 + row * 3) + ",person " + row);
        }
    },
    TWENTY_FIVE_IN_PARTS("25 rows for each of n parts of a whole, each another number") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.manyCellsOfAWhole(n, 25);
        }
    },
    TWENTY_FIVE_IN_CHECKS("25 rows of three measures that a check ties, for each of n areas") {
        @Override
        void write(Folder folder, int n) throws IOException {
            folder.threeMeasures(n, 25);
        }
    };

    public static final String DATE = "2025-01-26";

    private final String title;

    SizedInput(String title) {
        this.title = title;
    }

    abstract void write(Folder folder, int n) throws IOException;

    public void write(Path folder, int n) throws IOException {
        write(new Folder(folder), n);
    }

    /** The title with a size. */
    String title(int n) {
        return title.replaceAll("\\bn\\b", "%,d".formatted(n));
    }

    public static void main(String... arguments) throws IOException {
        valueOf(arguments[0]).write(Path.of(arguments[2]), Integer.parseInt(arguments[1]));
    }

    @FunctionalInterface
    private interface Line {
        String of(int row);
    }

    @FunctionalInterface
    private interface LineOfCell {
        String of(int cell, int row);
    }

    /** An input folder being written. */
    private record Folder(Path path) {

        PrintWriter open(String file) throws IOException {
            Path at = path.resolve(file);
            Files.createDirectories(at.getParent());
            return new PrintWriter(Files.newBufferedWriter(at, StandardCharsets.UTF_8));
        }

        void settings(String breakdown) throws IOException {
            settings(breakdown, "");
        }

        void settings(String breakdown, String more) throws IOException {
            try (PrintWriter settings = open("crossfoot.yml")) {
                settings.println("zone: America/New_York");
                if (!breakdown.isEmpty()) {
                    settings.println("breakdowns:\n  " + breakdown);
                }
                settings.println("measures:\n  n: { title: People }\n" + more);
            }
        }

        PrintWriter areas() throws IOException {
            PrintWriter areas = open("areas.csv");
            areas.println("area,name,part_of,breakdown,aliases");
            return areas;
        }

        void areasOneByOne(int n) throws IOException {
            try (PrintWriter areas = areas()) {
                for (int area = 0; area < n; area++) {
                    areas.println("a" + area + ",Area " + area + ",,,");
                }
            }
        }

        void sourcesOf(int sources, int figures) throws IOException {
            settings("");
            areasOneByOne(sources * figures);
            for (int source = 0; source < sources; source++) {
                source("s" + source, "");
                try (PrintWriter report = report("s" + source, "day,area,n")) {
                    for (int area = source * figures; area < (source + 1) * figures; area++) {
                        report.println(DATE + ",a" + area + "," + area);
                    }
                }
            }
        }

        void source(String source, String more) throws IOException {
            try (PrintWriter profile = open(source + "/source.yml")) {
                profile.println("title: Source " + source
                        + "\ntrust: official-data\nfigures:\n  - value: { column: n }\n    measure: { is: n }\n"
                        + "    area: { column: area }\n    day: { column: day }\n" + more);
            }
        }

        PrintWriter report(String source, String header) throws IOException {
            PrintWriter report = open(source + "/" + DATE + ".csv");
            report.println(header);
            return report;
        }

        void parts(int n, boolean complete, int whole) throws IOException {
            wholeOf(n, complete);
            source("a", "");
            try (PrintWriter report = report("a", "day,area,n")) {
                for (int area = 0; area < n; area++) {
                    report.println(DATE + ",a" + area + ",1");
                }
            }
            if (whole >= 0) {
                source("b", "");
                try (PrintWriter report = report("b", "day,area,n")) {
                    report.println(DATE + ",us," + whole);
                }
            }
        }

        void wholeOf(int n, boolean complete) throws IOException {
            settings("office: { complete: " + complete + " }");
            try (PrintWriter areas = areas()) {
                areas.println("us,United States,,,");
                for (int area = 0; area < n; area++) {
                    areas.println("a" + area + ",Area " + area + ",us,office,");
                }
            }
        }

        void oneCell(String more, String header, int n, Line line) throws IOException {
            settings("");
            areasOneByOne(1);
            source("a", more);
            try (PrintWriter report = report("a", header)) {
                for (int row = 0; row < n; row++) {
                    report.println(line.of(row));
                }
            }
        }

        void manyCells(int n, int rows, LineOfCell line) throws IOException {
            settings("");
            areasOneByOne(n);
            rows(n, rows, line);
        }

        void manyCellsOfAWhole(int n, int rows) throws IOException {
            wholeOf(n, true);
            rows(n, rows, (cell, row) -> DATE + ",a" + cell + "," + (100 + row * 3) + ",person " + row);
            source("b", "");
            try (PrintWriter report = report("b", "day,area,n")) {
                report.println(DATE + ",us," + 136 * n);
            }
        }

        private void rows(int n, int rows, LineOfCell line) throws IOException {
            source("a", "    attributed_to: { column: who }\n");
            try (PrintWriter report = report("a", "day,area,n,who")) {
                for (int cell = 0; cell < n; cell++) {
                    for (int row = 0; row < rows; row++) {
                        report.println(line.of(cell, row));
                    }
                }
            }
        }

        void threeMeasures(int n, int rows) throws IOException {
            settings("", "  c: { title: Of one kind }\n  d: { title: Of the other kind }\nrules:\n  kinds: { check: c + d = n "
                    + "}\n");
            areasOneByOne(n);
            source("a", "    attributed_to: { column: who }\n");
            try (PrintWriter profile = open("a/source.yml")) {
                profile.println("title: Source a\ntrust: official-data\nfigures:\n  - value: { columns: \"n|c|d\" }\n    "
                        + "measure: { header: true }\n"
                        + "    area: { column: area }\n    day: { column: day }\n    attributed_to: { column: who }\n");
            }
            try (PrintWriter report = report("a", "day,area,n,c,d,who")) {
                for (int cell = 0; cell < n; cell++) {
                    for (int row = 0; row < rows; row++) {
                        report.println(DATE + ",a" + cell + "," + (100 + row * 3) + "," + (10 + row * 5 % 7) + ","
                                + (80 + row * 11 % 13) + ",person " + row);
                    }
                }
            }
        }
    }
}
