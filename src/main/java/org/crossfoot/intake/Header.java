package org.crossfoot.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The header of a report: which column stands where. Names are compared without the white space around them. */
final class Header {

    private static final int MOST_LISTED = 20;

    private final List<String> names = new ArrayList<>();
    private final long line;
    private final Rejects rejects;

    Header(Row row, Rejects rejects) {
        this.line = row.line();
        this.rejects = rejects;
        for (int i = 0; i < row.size(); i++) {
            names.add(row.text(i));
        }
    }

    int size() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    /** The position of a column that is needed. */
    int column(String name) throws UnreadableReport {
        String wanted = CellText.trimmed(name);
        int first = names.indexOf(wanted);
        if (first < 0) {
            throw rejects.unreadable(line, RejectReason.HEADER,
                    "there is no column " + CellText.quoted(wanted) + " among the " + listed() + "; correct source.yml or its header_line");
        }
        refuseTwice(wanted, first);
        return first;
    }

    /** The positions of all columns whose name matches in full. */
    int[] columns(Pattern pattern) throws UnreadableReport {
        int[] found = matching(pattern);
        if (found.length == 0) {
            throw rejects.unreadable(line, RejectReason.HEADER,
                    "no column matches " + pattern + " among the " + listed() + "; correct source.yml or its header_line");
        }
        for (int column : found) {
            refuseTwice(names.get(column), column);
        }
        return found;
    }

    private int[] matching(Pattern pattern) throws UnreadableReport {
        List<Reading<Boolean>> match = names.stream().map(name -> BoundedMatch.of(pattern, name, Matcher::matches)).toList();
        for (Reading<Boolean> name : match) {
            if (name.refusal() != null) {
                throw rejects.unreadable(line, name.refusal().reason(), "the name of a column: " + name.refusal().detail()
                        + "; or was a quote left open?");
            }
        }
        return IntStream.range(0, size()).filter(i -> match.get(i).value()).toArray();
    }

    private void refuseTwice(String name, int first) throws UnreadableReport {
        int last = names.lastIndexOf(name);
        if (last != first) {
            throw rejects.unreadable(line, RejectReason.HEADER, "two columns are called %s: columns %s and %s; one of them must be renamed"
                    .formatted(rejects.hidesText() ? "the same" : CellText.quoted(name), first + 1, last + 1));
        }
    }

    private String listed() {
        // Where the header is missing, the first row stands in its place, and may name a person.
        if (rejects.hidesText()) {
            return size() + " columns";
        }
        String some = names.stream().limit(MOST_LISTED).map(CellText::quoted).collect(Collectors.joining(", "));
        return size() + " columns " + some + (size() > MOST_LISTED ? ", ..." : "");
    }

    boolean isRepeatedBy(Row row) {
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
}
