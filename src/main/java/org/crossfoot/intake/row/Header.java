package org.crossfoot.intake.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.settings.Profile;

/**
 * The header of a report: which column stands where. Names are compared without the white space around them.
 *
 * <p>Where the header line is missing the first row stands in its place, and may name a person. It is a header for sure where one
 * of its texts is a column that the settings name, whatever the case; else no more of it is shown than the settings ask for.
 */
public final class Header {

    private static final int MOST_LISTED = 20;

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> firstOf = new HashMap<>();
    private final Map<String, Integer> lastOf = new HashMap<>();
    private final long line;
    private final Set<String> named;
    private final Rejects rejects;

    public Header(Row row, Profile profile, Rejects rejects) {
        this.line = row.line();
        this.named = profile.columns().stream().map(CellText::trimmed).collect(Collectors.toSet());
        this.rejects = rejects;
        for (int i = 0; i < row.size(); i++) {
            names.add(row.text(i));
            firstOf.putIfAbsent(names.get(i), i);
            lastOf.put(names.get(i), i);
        }
    }

    public int size() {
        return names.size();
    }

    public String name(int column) {
        return names.get(column);
    }

    /** Whether nobody's data can stand in it. */
    public boolean isSure() {
        Set<String> words = named.stream().map(Header::words).filter(word -> LETTER.matcher(word).find())
                .collect(Collectors.toSet());
        return names.stream().anyMatch(name -> words.contains(words(name)));
    }

    /** The name of a column that an entry uses, as it may be told. */
    public String shown(int column) {
        return rejects.hidesText() && !named.contains(names.get(column)) ? "(column " + (column + 1) + ")" : names.get(column);
    }

    /** Whether the settings name the column. */
    public boolean isNamed(int column) {
        return named.contains(names.get(column));
    }

    /** The position of a column that is needed. */
    public int column(String name) throws UnreadableReport {
        String wanted = CellText.trimmed(name);
        Integer first = firstOf.get(wanted);
        if (first == null) {
            throw rejects.unreadable(line, RejectReason.HEADER,
                    "there is no column " + CellText.quoted(wanted) + " among the " + listed()
                    + "; correct source.yml or its header_line");
        }
        refuseTwice(wanted, true);
        return first;
    }

    /** The positions of columns that are all needed. */
    public int[] columns(List<String> wanted) throws UnreadableReport {
        int[] found = new int[wanted.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = column(wanted.get(i));
        }
        return found;
    }

    /** The positions of all columns whose name matches in full. */
    public int[] columns(Pattern pattern) throws UnreadableReport {
        int[] found = matching(pattern);
        if (found.length == 0) {
            throw rejects.unreadable(line, RejectReason.HEADER,
                    "no column matches " + pattern + " among the " + listed() + "; correct source.yml or its header_line");
        }
        for (int column : found) {
            refuseTwice(names.get(column), false);
        }
        return found;
    }

    private int[] matching(Pattern pattern) throws UnreadableReport {
        List<Meaning<Boolean>> match = names.stream().map(name -> BoundedMatch.of(pattern, name, Matcher::matches)).toList();
        for (Meaning<Boolean> name : match) {
            if (name.refusal() != null) {
                throw rejects.unreadable(line, name.refusal().reason(), "the name of a column: " + name.refusal().detail()
                        + "; or was a quote left open?");
            }
        }
        return IntStream.range(0, size()).filter(i -> match.get(i).value()).toArray();
    }

    private void refuseTwice(String name, boolean isNamed) throws UnreadableReport {
        int first = firstOf.get(name);
        int last = lastOf.get(name);
        if (last != first) {
            throw rejects.unreadable(line, RejectReason.HEADER,
                    "two columns are called %s: columns %s and %s; one of them must be renamed"
                    .formatted(isNamed || mayList() ? CellText.quoted(name) : "the same", first + 1, last + 1));
        }
    }

    private boolean mayList() {
        return !rejects.hidesText() && isSure();
    }

    private String listed() {
        if (!mayList()) {
            return FigureWording.count(size(), "column")
                    + (rejects.hidesText() ? "" : ", none of which source.yml names (is the line of headers missing?)");
        }
        String some = names.stream().limit(MOST_LISTED).map(CellText::quoted).collect(Collectors.joining(", "));
        return FigureWording.count(size(), "column") + " " + some + (size() > MOST_LISTED ? ", ..." : "");
    }

    public boolean isRepeatedBy(Row row) {
        if (row.size() != size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (!row.text(i).equals(names.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@code Subject_ID}, {@code SubjectID} and {@code subject-id} are all "subject id". */
    public static String words(String header) {
        return header.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
