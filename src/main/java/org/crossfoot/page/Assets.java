package org.crossfoot.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crossfoot.ledger.Archive;

/**
 * What pages are dressed with. The name of each file has a part of its SHA-256, so that a page of long ago still finds the file
 * it was made for.
 */
final class Assets {

    static final String STYLE = "style.css";
    static final String DATA = "data.js";
    static final String DISCREPANCIES = "discrepancies.js";
    static final String TABLES = "tables.js";
    static final String OVERVIEW = "overview.js";
    static final String CHART = "chart.js";

    /** As {@code chart.js} is packed for Java; its version is the one of pom.xml. */
    private static final String CHART_LIBRARY = "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    private static final SortedMap<String, byte[]> CONTENT = new TreeMap<>();

    static {
        for (String name : new String[] {STYLE, DATA, DISCREPANCIES, TABLES, OVERVIEW}) {
            CONTENT.put(name, resource(name));
        }
        CONTENT.put(CHART, resource(CHART_LIBRARY));
    }

    private Assets() {
    }

    /** All of them, by their path in the output folder. */
    static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        CONTENT.forEach((name, content) -> files.put(path(name), content));
        return files;
    }

    /** Where one stands in the output folder: {@code assets/style-0123456789.css}. */
    static String path(String name) {
        return "assets/" + named(name, CONTENT.get(name));
    }

    /** A name with a part of the content's SHA-256 before its ending. */
    static String named(String name, byte[] content) {
        int dot = name.indexOf('.');
        return name.substring(0, dot) + "-" + Archive.sha256(content).substring(0, 10) + name.substring(dot);
    }

    private static byte[] resource(String name) {
        try (InputStream content = Assets.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("the program lacks its own file " + name);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
