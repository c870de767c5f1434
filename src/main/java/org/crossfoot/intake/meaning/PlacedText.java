package org.crossfoot.intake.meaning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossfoot.figure.Areas;
import org.crossfoot.intake.row.BoundedMatch;
import org.crossfoot.intake.row.CellText;
import org.crossfoot.intake.row.Header;
import org.crossfoot.intake.row.Meaning;
import org.crossfoot.intake.row.PersonalColumns.PersonalColumn;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.Rejects;
import org.crossfoot.intake.row.ReportName;
import org.crossfoot.intake.row.Row;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.Place;

/** A place of the profile, found in one report: gives the text printed there, and what it stands for. */
public final class PlacedText {

    /** Stands for the value's column where rows are counted and there is none. */
    public static final int NO_COLUMN = -1;

    private static final int OF_FILE = -2;
    private static final int VALUE_HEADER = -3;
    private static final int SEVERAL = -4;

    private final Header header;
    private final int column;
    /** The columns whose texts are joined; none where there is one at most. */
    private final int[] joined;
    private final String join;
    private final String ofFile;
    private final Map<String, List<String>> map;
    private final Map<String, List<String>> mapByWord = new HashMap<>();

    public PlacedText(Place place, Header header, String file, Rejects rejects) throws UnreadableReport {
        this.header = header;
        this.map = place.map();
        map.keySet().stream().sorted().forEach(printed -> mapByWord.putIfAbsent(Areas.word(printed), map.get(printed)));
        Place.From from = place.from();
        joined = from instanceof Place.From.JoinedColumns several ? header.columns(several.names()) : new int[0];
        join = from instanceof Place.From.JoinedColumns several ? several.join() : "";
        if (joined.length > 0) {
            column = SEVERAL;
            ofFile = null;
        } else if (from instanceof Place.From.NamedColumn named) {
            column = header.column(named.names());
            ofFile = null;
        } else if (from instanceof Place.From.ValueHeader) {
            column = VALUE_HEADER;
            ofFile = null;
        } else {
            column = OF_FILE;
            ofFile = CellText.trimmed(from instanceof Place.From.FileName name ? inFileName(name.pattern(), file, rejects)
                    : from instanceof Place.From.LineAbove above ? inLine(above, header, rejects)
                    : ((Place.From.Constant) from).text());
        }
    }

    private static String inFileName(Pattern pattern, String file, Rejects rejects) throws UnreadableReport {
        return part(pattern, ReportName.unpacked(file), 0, rejects)
                .orElseThrow(() -> rejects.unreadable(0, RejectReason.FILE_NAME,
                "nothing in the file's name matches " + pattern + "; rename it or correct source.yml"));
    }

    private static String inLine(Place.From.LineAbove above, Header header, Rejects rejects) throws UnreadableReport {
        return part(above.pattern(), header.lineAbove(above.line()), above.line(), rejects)
                .orElseThrow(() -> rejects.unreadable(above.line(), RejectReason.LINE_ABOVE,
                "nothing in line " + above.line() + " matches " + above.pattern()
                + "; correct source.yml, or have it delivered again"));
    }

    private static Optional<String> part(Pattern pattern, String text, long line, Rejects rejects) throws UnreadableReport {
        Meaning<Optional<String>> found = BoundedMatch.of(pattern, text, PlacedText::part);
        if (found.refusal() != null) {
            throw rejects.unreadable(line, found.refusal().reason(), found.refusal().detail());
        }
        return found.value();
    }

    private static Optional<String> part(Matcher name) {
        if (!name.find()) {
            return Optional.empty();
        }
        String part = name.groupCount() == 0 ? name.group() : name.group(1);
        return Optional.of(part == null ? "" : part);
    }

    /** The text as printed, without the white space around it. */
    public String in(Row row, int valueColumn) {
        if (column >= 0) {
            return row.text(column);
        }
        if (column == VALUE_HEADER) {
            return valueColumn == NO_COLUMN ? "" : header.name(valueColumn);
        }
        if (column == SEVERAL) {
            return joined(row::text, join);
        }
        return ofFile;
    }

    private String joined(IntFunction<String> texts, String between) {
        return Arrays.stream(joined).mapToObj(texts).collect(Collectors.joining(between));
    }

    /** How many columns the report has. */
    int columns() {
        return header.size();
    }

    /** Whether it is the header of the value's column. */
    boolean isOfHeader() {
        return column == VALUE_HEADER;
    }

    /** The text where it is the same for the whole report, otherwise null. */
    String inFile() {
        return ofFile;
    }

    /** The name of the column it stands in, or the names of several, or empty where it is the same for the whole report. */
    String columnName(int valueColumn) {
        if (column >= 0) {
            return header.shown(column);
        }
        if (column == SEVERAL) {
            return joined(header::shown, ", ");
        }
        return column == VALUE_HEADER && valueColumn != NO_COLUMN ? header.shown(valueColumn) : "";
    }

    /** Whether it is a column whose header names a person. */
    boolean isCalledAPerson() {
        return column >= 0 && PersonalColumn.isCalledOne(header.name(column), false);
    }

    boolean spansLines(Row row) {
        return column >= 0 && CellText.spansLines(row.cell(column))
                || Arrays.stream(joined).anyMatch(each -> CellText.spansLines(row.cell(each)));
    }

    /** What a printed text stands for: itself, unless it is mapped. */
    List<String> meanings(String printed) {
        if (map.isEmpty()) {
            return List.of(printed);
        }
        List<String> meant = map.get(printed);
        if (meant == null) {
            meant = mapByWord.get(Areas.word(printed));
        }
        return meant == null ? List.of(printed) : meant;
    }

    public String meaning(String printed) {
        return map.isEmpty() ? printed : meanings(printed).get(0);
    }
}
