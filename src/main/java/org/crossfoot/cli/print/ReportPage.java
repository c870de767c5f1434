package org.crossfoot.cli.print;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.crossfoot.figure.AmountText;
import org.crossfoot.figure.Cell;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.intake.AmountProposals.Proposal;
import org.crossfoot.intake.AmountProposals;
import org.crossfoot.intake.ColumnUses.ColumnUse;
import org.crossfoot.intake.ReportPreview;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.intake.row.RejectReason;
import org.crossfoot.intake.row.ReportSink.FigureSink;

/** What {@code check} says of one report: in a line, or explained in tables. */
public final class ReportPage {

    private static final int MOST_ALIKE = 4;
    private static final int REJECTS_LISTED = ReportFindings.REJECTS_KEPT;

    /**
     * What {@code check} keeps of one report while it is read: numbers, the first figures, and the first rejects of each
     * reason.
     */
    public static final class ReportFindings implements FigureSink {

        /** Of each reason. */
        public static final int REJECTS_KEPT = 20;

        private static final int FIGURES_KEPT = 3;
        private static final int TEXTS_KEPT = 1_000;

        /** Cells, at most, of which it is known that a row spoke of them. */
        private static final int CELLS_KEPT = 200_000;

        /** What rows speak of, each for itself. */
        private record Spoken(Cell cell, String attributedTo, LocalDate published) {
        }

        /** What was rejected for one reason. */
        private static final class SameReason {

            private final List<Reject> first = new ArrayList<>();
            private long count;
        }

        private final boolean inOwnStyle;
        private final List<Figure> firstFigures = new ArrayList<>();
        /** Of those after them, the first whose amount is no plain number; none where the settings say nothing of amounts. */
        private final List<Figure> otherwisePrinted = new ArrayList<>();
        private final Set<String> amountsRejected = new LinkedHashSet<>();
        /** In the order in which the reasons first arise. */
        private final Map<String, SameReason> rejectsByReason = new LinkedHashMap<>();
        private final Map<Spoken, Figure> firstOfCell = new HashMap<>();
        private final List<String> contradicting = new ArrayList<>();
        private final SortedSet<String> measures = new TreeSet<>();
        private long contradictions;
        private long unusedRows;
        private long firstUnused;
        private long figures;
        private long rejects;

        /** @param inOwnStyle whether the settings say how amounts are printed */
        public ReportFindings(boolean inOwnStyle) {
            this.inOwnStyle = inOwnStyle;
        }

        @Override
        public void accept(Figure figure) {
            figures++;
            measures.add(figure.cell().measure());
            compare(figure);
            if (firstFigures.size() < FIGURES_KEPT) {
                firstFigures.add(figure);
            } else if (inOwnStyle && otherwisePrinted.size() < FIGURES_KEPT
                    && !figure.amount().equals(AmountText.ofNumber(figure.asPrinted()))) {
                otherwisePrinted.add(figure);
            }
        }

        private void compare(Figure figure) {
            Spoken spoken = new Spoken(figure.cell(), figure.attributedTo(), figure.published());
            Figure first = firstOfCell.size() < CELLS_KEPT ? firstOfCell.putIfAbsent(spoken, figure) : firstOfCell.get(spoken);
            if (first != null && (first.amount().lowest() > figure.amount().highest()
                    || figure.amount().lowest() > first.amount().highest())) {
                contradictions++;
                if (contradicting.size() < FIGURES_KEPT) {
                    contradicting.add(String.join(", ", figure.cell().measure(), figure.cell().area(),
                            figure.cell().period().toString()) + ": " + first.asPrinted() + " in line " + first.line() + ", "
                            + figure.asPrinted() + " in line " + figure.line());
                }
            }
        }

        @Override
        public void unused(long line) {
            firstUnused = unusedRows == 0 ? line : firstUnused;
            unusedRows++;
        }

        @Override
        public void accept(Reject reject) {
            rejects++;
            SameReason same = rejectsByReason.computeIfAbsent(reject.reason(), reason -> new SameReason());
            same.count++;
            if (reject.reason().equals(RejectReason.AMOUNT.id()) && amountsRejected.size() < TEXTS_KEPT) {
                amountsRejected.add(reject.text());
            }
            if (same.first.size() < REJECTS_KEPT) {
                same.first.add(reject);
            }
        }

        public long figures() {
            return figures;
        }

        /** The ids of those that it has figures of. */
        public SortedSet<String> measures() {
            return measures;
        }

        /** Whether everything in it was read, and nothing contradicts itself. */
        public boolean isWell() {
            return rejects == 0 && contradictions == 0 && unusedRows == 0;
        }

        /** The first of each reason. */
        public List<Reject> firstRejects() {
            return rejectsByReason.values().stream().flatMap(same -> same.first.stream()).toList();
        }

        public long rejects() {
            return rejects;
        }
    }

    private final String path;
    private final ReportPreview preview;
    private final ReportFindings findings;
    private final LineAccount lines;

    public ReportPage(String path, ReportPreview preview, ReportFindings findings, LineAccount lines) {
        this.path = path;
        this.preview = preview;
        this.findings = findings;
        this.lines = lines;
    }

    /** Where the lines went. */
    public void printAccount(PrintWriter out) {
        out.println(path + ": " + FigureWording.count(findings.figures(), "figure") + ", " + findings.rejects()
                + " rejected; lines: " + lines.lines() + " = "
                + lines.header() + " header + " + lines.figures() + " with figures + " + lines.rejected() + " rejected + "
                + lines.skipped() + " skipped");
    }

    /** One line for each reject, the first of many. */
    public void printRejects(PrintWriter out) {
        findings.rejectsByReason.values().stream().flatMap(same -> same.first.stream())
                .sorted(Comparator.comparingLong(Reject::line)).limit(REJECTS_LISTED)
                .map(reject -> reject.file() + ":" + reject.line() + (reject.column().isEmpty() ? "" : ": " + reject.column())
                + ": "
                        + reject.detail())
                .map(PlainTable::oneLine).forEach(out::println);
        if (findings.rejects() > REJECTS_LISTED) {
            out.println(path + ": and " + (findings.rejects() - REJECTS_LISTED) + " more rejected");
        }
    }

    /**
     * Explains how the report is read.
     *
     * @param rejectsShown of each reason
     * @param proposals    what the settings may lack
     */
    public void explain(PrintWriter out, int rejectsShown, List<String> proposals) {
        printAccount(out);
        out.println();
        if (preview.columns().isEmpty()) {
            out.println("  The file is empty.");
            out.println();
            return;
        }
        columns(out);
        findings.contradicting.forEach(cell -> out.println(PlainTable.oneLine("  Rows contradict each other: " + cell + ".")));
        if (findings.contradictions > 0) {
            out.println("  " + FigureWording.count(findings.contradictions, "row")
                    + " in all; where rows are parts of one number,"
                    + " 'rows: sum' beside 'value' adds them up");
            out.println();
        }
        if (findings.unusedRows > 0) {
            out.println("  No entry takes " + FigureWording.count(findings.unusedRows, "row") + ", the first in line "
                    + findings.firstUnused + ": see 'when'; where that is meant, write 'unused_rows: expected'");
            out.println();
        }
        preview.layout().forEach(sentence -> out.println("  " + sentence));
        out.print(preview.layout().isEmpty() ? "" : System.lineSeparator());
        figures(out);
        findings.rejectsByReason.forEach((reason, same) -> rejects(out, reason, same, rejectsShown));
        List<Proposal> settings = AmountProposals.of(findings.amountsRejected);
        if (!settings.isEmpty()) {
            out.println("  Settings by which these amounts could be read, where that is what is meant (under read: of"
                    + " source.yml):");
            PlainTable table = new PlainTable(List.of(1), "setting", "amounts", "such as", "remark");
            settings.forEach(each -> table.row(each.setting(), each.texts(), each.example(), each.remark()));
            table.print(out);
            out.println();
        }
        proposals.forEach(proposal -> out.println(PlainTable.oneLine("  Proposal: " + proposal + ".")));
        out.print(proposals.isEmpty() ? "" : System.lineSeparator());
    }

    private void columns(PrintWriter out) {
        PlainTable table = new PlainTable(List.of(), "column", "used for");
        List<ColumnUse> columns = preview.columns();
        int end;
        for (int start = 0; start < columns.size(); start = end) {
            String use = columns.get(start).text();
            end = start + 1;
            while (end < columns.size() && columns.get(end).text().equals(use)) {
                end++;
            }
            boolean many = end - start > MOST_ALIKE;
            for (ColumnUse column : many ? List.of(columns.get(start)) : columns.subList(start, end)) {
                table.row(name(column), use);
            }
            if (many) {
                table.row("... and " + (end - start - 2) + " more", use).row(name(columns.get(end - 1)), use);
            }
        }
        table.print(out);
        out.println();
    }

    private static String name(ColumnUse column) {
        return column.column().isEmpty() ? "(no name)" : column.column();
    }

    private void figures(PrintWriter out) {
        if (findings.figures() == 0) {
            out.println("  It would read no figure.");
        } else if (usesPersonal()) {
            out.println("  Its figures are not shown: they come from a column that looks like a person's identifier.");
        } else {
            int first = findings.firstFigures.size();
            out.println(first == findings.figures() ? "  What it would read:"
                    : "  The first " + first + " of " + findings.figures() + " figures it would read:");
            figures(out, findings.firstFigures);
            if (!findings.otherwisePrinted.isEmpty()) {
                out.println();
                out.println("  Of the others, the first that are no plain numbers:");
                figures(out, findings.otherwisePrinted);
            }
        }
        out.println();
    }

    /** With their notes where amounts are read in a style of the source's own: marks are kept there. */
    private void figures(PrintWriter out, List<Figure> figures) {
        List<String> columns = List.of("line", "measure", "area", "period", "as printed", "lowest", "highest", "published",
                "note");
        int shown = findings.inOwnStyle ? columns.size() : columns.size() - 1;
        PlainTable table = new PlainTable(List.of(0, 5, 6), columns.subList(0, shown).toArray(String[]::new));
        for (Figure figure : figures) {
            table.row(Arrays.asList(figure.line(), figure.cell().measure(), figure.cell().area(), figure.cell().period(),
                    figure.asPrinted(), figure.amount().lowest(), figure.amount().hasUpperLimit() ? figure.amount().highest()
                    : null, figure.published(), figure.note()).subList(0, shown).toArray());
        }
        table.print(out);
    }

    private boolean usesPersonal() {
        return preview.personal().stream().anyMatch(personal -> preview.columns().stream()
                .anyMatch(column -> column.isUsed() && column.column().equals(personal.column())));
    }

    private void rejects(PrintWriter out, String reason, ReportFindings.SameReason same, int shown) {
        out.println("  It would reject " + same.count + " for " + reason
                + (same.count > shown ? "; the first " + shown + ":" : ":"));
        PlainTable table = preview.countsRows() ? new PlainTable(List.of(0), "line", "column", "why")
                : new PlainTable(List.of(0), "line", "column", "text", "why");
        for (Reject reject : same.first.stream().limit(shown).toList()) {
            if (preview.countsRows()) {
                table.row(reject.line(), reject.column(), reject.detail());
            } else {
                table.row(reject.line(), reject.column(), reject.text(), reject.detail());
            }
        }
        table.print(out);
        out.println();
    }
}
