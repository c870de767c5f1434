package org.crossfoot.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossfoot.figure.Figure;
import org.crossfoot.figure.Vocabulary;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Revisions;
import org.crossfoot.ledger.Revisions.Unpublished;
import org.crossfoot.ledger.Status;
import org.crossfoot.ledger.pack.DiscrepancyFigures;
import org.crossfoot.ledger.pack.DiscrepancyFigures.Involved;
import org.crossfoot.rule.Severity;

/**
 * What a night says to people who read it as a mail: what changed since the run before, each in a line with its gap, who is
 * probably wrong and where to look; what was not read; what waits.
 *
 * @param changes  the most severe first, of these the newest date's, and of one date's the largest part of the whole
 * @param notRead  sentences
 * @param waits    sentences
 */
public record Digest(Vocabulary vocabulary, List<ToldFinding> changes, List<String> notRead, List<String> waits) {

    /**
     * A discrepancy that does not stand as it did.
     *
     * @param about its figures; empty where an older Crossfoot kept only their names
     */
    public record ToldFinding(DiscrepancyRecord row, Optional<Involved> about) {
    }

    private static final List<Status> TOLD = List.of(Status.NEW, Status.REOPENED, Status.CHANGED, Status.LAPSED, Status.RESOLVED);
    /** Of each status; the pages have all. */
    private static final int LISTED = 50;
    private static final int BLAMED = 3;
    private static final Comparator<ToldFinding> ORDER = Comparator.comparing((ToldFinding each) -> each.row.severity())
            .thenComparing(each -> each.row.date(), Comparator.reverseOrder())
            .thenComparing(each -> DateFindings.sizeOf(each.row.gapPercent()), Comparator.reverseOrder())
            .thenComparing(each -> each.row.id());
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final Pattern OF_MARKDOWN = Pattern.compile("[\\\\`*_\\[\\]<>~&]");

    /** How a line is written, and what a name from outside may not do in it. */
    private record Markup(String title, String line, UnaryOperator<String> safe) {

        private static final Markup TEXT = new Markup("%s%n", "  %1$s %2$s: %3$s (%4$s)%n", UnaryOperator.identity());
        private static final Markup MARKDOWN = new Markup("## %s%n%n", "- **%1$s** [%2$s](../../%4$s): %3$s%n",
                text -> OF_MARKDOWN.matcher(text).replaceAll("\\\\$0"));
    }

    /** @param published the revisions that a run made */
    public static Digest of(Vocabulary vocabulary, Revisions revisions, List<Unpublished> published, List<String> notRead,
            List<String> waits) {
        List<ToldFinding> changes = new ArrayList<>();
        for (Unpublished made : published) {
            List<DiscrepancyRecord> rows = revisions.discrepancies(made.date(), made.number()).stream()
                    .filter(row -> TOLD.contains(row.status())).toList();
            if (!rows.isEmpty()) {
                Map<String, Status> before = made.number() == 1 ? Map.of() : revisions.discrepancies(made.date(),
                        made.number() - 1)
                        .stream().collect(Collectors.toMap(DiscrepancyRecord::id, DiscrepancyRecord::status));
                DiscrepancyFigures figures = revisions.discrepancyFigures(made.date(), made.number());
                rows.stream().filter(row -> row.status() != Status.LAPSED || before.get(row.id()) != Status.LAPSED)
                        .forEach(row -> changes.add(new ToldFinding(row, figures.of(row.id()))));
            }
        }
        return new Digest(vocabulary, changes.stream().sorted(ORDER).toList(), notRead, waits);
    }

    public boolean isEmpty() {
        return changes.isEmpty() && notRead.isEmpty() && waits.isEmpty();
    }

    /** Whether somebody should hear of it: more than notes and what fits again. */
    public boolean isNews() {
        return !notRead.isEmpty() || !waits.isEmpty() || changes.stream()
                .anyMatch(each -> each.row.status() != Status.RESOLVED && each.row.severity().atLeast(Severity.WARNING));
    }

    /** Plain text, a line for each. */
    public String text() {
        return told(Markup.TEXT);
    }

    /** The same with links, as they hold in the folder of a run. */
    public String markdown() {
        return told(Markup.MARKDOWN);
    }

    private String told(Markup form) {
        StringBuilder told = new StringBuilder();
        for (Status status : TOLD) {
            List<ToldFinding> ofStatus = changes.stream().filter(each -> each.row.status() == status).toList();
            if (!ofStatus.isEmpty()) {
                told.append(form.title.formatted(Label.of(status).word() + " (" + Words.number(ofStatus.size()) + ")"));
                ofStatus.stream().limit(LISTED).forEach(each -> told.append(line(each, form)));
                if (ofStatus.size() > LISTED) {
                    told.append(form == Markup.TEXT ? "  " : "- ").append("and ")
                            .append(Words.number(ofStatus.size() - LISTED)).append(" more; the pages have all\n");
                }
                told.append('\n');
            }
        }
        told.append(sentences("Not read, or not as before", notRead, form)).append(sentences("Waits", waits, form));
        return told.toString().replace("\r\n", "\n").strip() + "\n";
    }

    private static String sentences(String title, List<String> sentences, Markup form) {
        return sentences.isEmpty() ? "" : form.title.formatted(title + " (" + Words.number(sentences.size()) + ")")
                + sentences.stream().map(each -> (form == Markup.TEXT ? "  " : "- ") + safe(each, form) + "\n")
                .collect(Collectors.joining()) + "\n";
    }

    private String line(ToldFinding change, Markup form) {
        return form.line.formatted(Label.of(change.row.severity()).word(), safe(subject(change), form),
                safe(sentence(change), form), change.row.date() + "/report.html#" + change.row.id());
    }

    /** On which day, where, and what is counted. */
    String subject(ToldFinding change) {
        DiscrepancyRecord row = change.row;
        String where = row.area().isEmpty() ? "" : ", " + vocabulary.areas().name(row.area()) + ", "
                + vocabulary.measureTitle(row.measure());
        String period = row.periodStart() == null || row.date().equals(row.periodStart()) && row.date().equals(row.periodEnd())
                ? ""
                : ", " + Words.period(row.periodStart(), row.periodEnd());
        return row.date() + where + period;
    }

    /** The rule, its gap, and who is probably wrong. */
    String sentence(ToldFinding change) {
        return what(change.row) + blamed(change);
    }

    private String what(DiscrepancyRecord row) {
        return Label.rule(row.rule()).word() + (row.gap() == 0 ? "" : ", gap " + Words.gap(row.gap(), row.gapPercent()));
    }

    private String blamed(ToldFinding change) {
        if (change.row.status() == Status.RESOLVED || change.row.status() == Status.LAPSED) {
            return "";
        }
        List<Figure> wrong = change.about.map(Involved::blamed).orElse(List.of());
        String said = "; " + change.row.verdict().ofBlamed() + ": ";
        return wrong.isEmpty() ? change.row.blamed().isEmpty() ? "" : said + change.row.blamed()
                : said + wrong.stream().limit(BLAMED).map(figure -> vocabulary.sourceTitle(figure.source()) + ": "
                + figure.asPrinted() + " (" + figure.file() + ":" + figure.line() + ")").collect(Collectors.joining(", "))
                + (wrong.size() > BLAMED ? " and " + Words.number(wrong.size() - BLAMED) + " more" : "");
    }

    private static String safe(String text, Markup form) {
        return form.safe.apply(CONTROLS.matcher(text).replaceAll("\u00b7"));
    }
}
