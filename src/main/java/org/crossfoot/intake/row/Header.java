package org.crossfoot.intake.row;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crossfoot.figure.Areas;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.settings.Place.ColumnName;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.text.MistakeWording;

/**
 * The header of a report: which column stands where. A column has the name that is asked for where its text is just that, or else
 * where it is that but for letter case, spaces and line breaks.
 *
 * <p>Where the header line is missing the first row stands in its place, and may name a person. It is a header for sure where one
 * of its texts is a column that the settings name, whatever the case; else no more of it is shown than the settings ask for.
 */
public final class Header {

    private static final int MOST_LISTED = 20;

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final List<Row> rows;
    private final List<String> names;
    private final Map<String, Integer> firstOf = new HashMap<>();
    private final Map<String, Integer> lastOf = new HashMap<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final BitSet named = new BitSet();
    private final Set<ColumnName> wanted;
    private final Map<Integer, String> above;
    private final Rejects rejects;

    /**
     * Takes the rows of a header, from the top.
     *
     * @param above the texts of lines above it, by their number
     */
    Header(List<Row> rows, Profile profile, Rejects rejects, Map<Integer, String> above) {
        this(rows, joined(rows), profile, rejects, above);
    }

    private Header(List<Row> rows, List<String> names, Profile profile, Rejects rejects, Map<Integer, String> above) {
        this.rows = rows;
        this.names = names;
        this.wanted = profile.columns();
        this.above = above;
        this.rejects = rejects;
        for (int i = 0; i < names.size(); i++) {
            firstOf.putIfAbsent(names.get(i), i);
            lastOf.put(names.get(i), i);
            byWord.computeIfAbsent(Areas.word(names.get(i)), first -> new ArrayList<>()).add(i);
        }
        wanted.forEach(name -> (name.isPattern() ? matches(name) : named(CellText.trimmed(name.text()))).forEach(named::set));
    }

    /** Of a report without a header: columns are called 1, 2, ... */
    static Header numbered(int columns, Profile profile, Rejects rejects) {
        return new Header(List.of(), IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList(),
                profile, rejects, Map.of());
    }

    /** The texts of each column joined; a blank one takes the text to its left where those above both are of one merged cell. */
    private static List<String> joined(List<Row> rows) {
        int columns = rows.stream().mapToInt(Row::size).max().orElse(0);
        List<String> joined = new ArrayList<>();
        String[] left = new String[rows.size()];
        for (int column = 0; column < columns; column++) {
            boolean merged = true;
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                String text = column < rows.get(i).size() ? rows.get(i).text(column) : "";
                boolean takesLeft = merged && text.isEmpty() && i < rows.size() - 1 && left[i] != null;
                merged &= text.isEmpty();
                left[i] = takesLeft ? left[i] : text;
                texts.add(left[i]);
            }
            joined.add(texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(" / ")));
        }
        return joined;
    }

    /** Columns that have a name, just so or else nearly. */
    private List<Integer> named(String name) {
        Integer exact = firstOf.get(name);
        return exact != null ? List.of(exact) : byWord.getOrDefault(Areas.word(name), List.of());
    }

    private List<Integer> matches(ColumnName name) {
        Pattern pattern = Pattern.compile(name.text());
        return IntStream.range(0, size())
                .filter(i -> Boolean.TRUE.equals(BoundedMatch.of(pattern, names.get(i), Matcher::matches).value()))
                .boxed().toList();
    }

    /** The line that rows are told to be at fault at where the header is. */
    private long line() {
        return rows.isEmpty() ? 0 : rows.get(0).line();
    }

    /** The last line of it. */
    public long lastLine() {
        return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).lastLine();
    }

    /** The text of a line above the table. */
    public String lineAbove(int number) {
        return above.getOrDefault(number, "");
    }

    public int size() {
        return names.size();
    }

    public String name(int column) {
        return names.get(column);
    }

    /** Whether nobody's data can stand in it. */
    public boolean isSure() {
        Set<String> words = wanted.stream().filter(name -> !name.isPattern()).map(name -> words(name.text()))
                .filter(word -> LETTER.matcher(word).find()).collect(Collectors.toSet());
        return rows.isEmpty() || names.stream().anyMatch(name -> words.contains(words(name)))
                || named.stream().anyMatch(column -> LETTER.matcher(names.get(column)).find());
    }

    /** The name of a column that an entry uses, as it may be told. */
    public String shown(int column) {
        return rejects.hidesText() && !isNamed(column) ? "(column " + (column + 1) + ")" : names.get(column);
    }

    /** Whether the settings name the column. */
    public boolean isNamed(int column) {
        return named.get(column);
    }

    /** The position of a column that is needed: the first that is there of the names it may have. */
    public int column(List<ColumnName> anyOf) throws UnreadableReport {
        for (ColumnName name : anyOf) {
            List<Integer> found = name.isPattern() ? matches(name) : named(CellText.trimmed(name.text()));
            if (found.size() > 1) {
                throw rejects.unreadable(line(), RejectReason.HEADER,
                        "columns %s and %s are both %s; write in source.yml just what the one that is meant is called"
                        .formatted(found.get(0) + 1, found.get(1) + 1, told(name)));
            }
            if (found.size() == 1) {
                refuseTwice(names.get(found.get(0)), true);
                return found.get(0);
            }
        }
        throw rejects.unreadable(line(), RejectReason.HEADER, "there is no column "
                + anyOf.stream().map(Header::told).collect(Collectors.joining(" or ")) + " among the " + listed()
                + nearest(anyOf) + "; correct source.yml or its header_line");
    }

    /** A column that may have been renamed is named, with how both can be read. */
    private String nearest(List<ColumnName> anyOf) {
        return !mayList() ? "" : anyOf.stream().filter(name -> !name.isPattern())
                .flatMap(name -> MistakeWording.nearest(CellText.trimmed(name.text()), names).stream()
                        .filter(found -> !found.isEmpty()).map(found -> "; if it is now called " + CellText.quoted(found)
                        + ", column: [" + name.text() + ", " + found + "] takes both")).findFirst().orElse("");
    }

    private static String told(ColumnName name) {
        return name.isPattern() ? "that matches " + name.text() : CellText.quoted(CellText.trimmed(name.text()));
    }

    /** The positions of columns that are all needed. */
    public int[] columns(List<String> wanted) throws UnreadableReport {
        int[] found = new int[wanted.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = column(List.of(new ColumnName(wanted.get(i), false)));
        }
        return found;
    }

    /** The positions of all columns whose name matches in full. */
    public int[] columns(Pattern pattern) throws UnreadableReport {
        int[] found = matching(pattern);
        if (found.length == 0) {
            throw rejects.unreadable(line(), RejectReason.HEADER,
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
                throw rejects.unreadable(line(), name.refusal().reason(), "the name of a column: " + name.refusal().detail()
                        + "; or was a quote left open?");
            }
        }
        return IntStream.range(0, size()).filter(i -> match.get(i).value()).toArray();
    }

    private void refuseTwice(String name, boolean isNamed) throws UnreadableReport {
        int first = firstOf.get(name);
        int last = lastOf.get(name);
        if (last != first) {
            throw rejects.unreadable(line(), RejectReason.HEADER,
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
        for (Row header : rows) {
            if (isSame(header, row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Row header, Row row) {
        if (row.size() != header.size()) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            if (!row.text(i).equals(header.text(i))) {
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
