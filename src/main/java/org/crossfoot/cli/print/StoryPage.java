package org.crossfoot.cli.print;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.crossfoot.audit.DiscrepancyStory.Episode;
import org.crossfoot.audit.DiscrepancyStory;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.ledger.Status;
import org.crossfoot.reconcile.outcome.Explanation.Bounds;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation.NumberedStatement;
import org.crossfoot.reconcile.outcome.Explanation;

/** The story of a discrepancy as a page of text, with all of its reasons, where the published explanation shortens. */
public record StoryPage(DiscrepancyStory story) implements ExplainAnswer {

    private static final int FIGURES_SHOWN = 50;

    @Override
    public Object data() {
        return story;
    }

    @Override
    public void print(PrintWriter out) {
        heading(out);
        Explanation reasons = story.reasons();
        if (reasons == null) {
            section(out, "As it was told (its reasons are not kept as data with this revision)");
            line(out, story.discrepancy().explanation());
        } else {
            line(out, reasons.headline());
            printed(reasons, out);
        }
        rule(out);
        if (reasons != null) {
            reasons(reasons, out);
        }
        history(out);
    }

    private void heading(PrintWriter out) {
        DiscrepancyRecord row = story.discrepancy();
        out.println(row.date() + ": " + row.rule() + ", " + row.severity() + ", " + row.status() + " (" + row.id() + ")");
        line(out, story.standsNow() ? "It stands in the current revision, " + story.revision() + ", since revision "
                + row.firstSeen() + "."
                : (hasLapsed() ? "It has lapsed: figures that it rested on are gone." : "It stands no more.")
                + " This is how it was in revision " + story.revision() + "; the current one is "
                + story.currentRevision() + ".");
        if (row.waivedUntil() != null) {
            line(out, "Waived until " + row.waivedUntil() + ".");
        }
        if (!story.otherDates().isEmpty()) {
            line(out, "It stands or stood on other dates too: " + story.otherDates().stream().map(LocalDate::toString)
                    .collect(Collectors.joining(", ")) + " (see them with --date).");
        }
    }

    private boolean hasLapsed() {
        return story.history().get(story.history().size() - 1).status().equals(Status.LAPSED.toString());
    }

    private void rule(PrintWriter out) {
        DiscrepancyRecord row = story.discrepancy();
        section(out, "The rule that cannot hold");
        line(out, story.rule().id() + (story.rule().equation().isEmpty() ? story.rule().remark().isEmpty() ? ", built in"
                : "; " + story.rule().remark() : ": " + story.rule().equation()));
        if (story.reasons() != null) {
            story.reasons().arithmetic().forEach(sentence -> line(out, sentence));
        }
        long tolerance = story.reasons() == null ? 0 : story.reasons().tolerance();
        line(out, "Gap: " + FigureWording.number(row.gap()) + (row.gapPercent().isEmpty() ? "" : " (" + row.gapPercent()
                + "% of the larger side)") + (tolerance == 0 ? "" : "; up to " + FigureWording.number(tolerance)
                + " would be tolerated"));
    }

    private void history(PrintWriter out) {
        section(out, "From revision to revision");
        PlainTable table = new PlainTable(List.of(0, 4), "revision", "business date", "run", "status", "gap", "verdict",
                "blamed");
        for (Episode episode : story.history()) {
            table.row(episode.revision(), episode.businessDate(), episode.run(), episode.status().isEmpty() ? "not listed"
                    : episode.status(), episode.gap() == null ? "" : FigureWording.number(episode.gap()), episode.verdict(),
                    episode.blamed());
        }
        table.print(out);
        for (Episode episode : story.history()) {
            if (episode.appeared() == null) {
                line(out, "revision " + episode.revision()
                        + ": an older Crossfoot, which did not keep what a discrepancy was about, made it or"
                        + " the one before; which figures it brought cannot be told");
            } else {
                figures(out, "revision " + episode.revision() + " brought ", episode.appeared());
                figures(out, "revision " + episode.revision() + " no longer has ", episode.gone());
            }
        }
    }

    private static void printed(Explanation reasons, PrintWriter out) {
        if (reasons.statements().isEmpty()) {
            return;
        }
        section(out, "What was printed");
        PlainTable table = new PlainTable(List.of(2, 3), "", "as printed", "lowest", "highest", "trust", "published", "where");
        for (NumberedStatement one : reasons.statements()) {
            table.row("(" + one.number() + ")", one.asPrinted(), FigureWording.number(one.lowest()),
                    one.highest() == null ? "" : FigureWording.number(one.highest()), one.derived() ? "derived" : one.trust(),
                    one.published(), one.file() + ":" + one.line());
        }
        table.print(out);
        reasons.statements().forEach(one -> line(out, "(" + one.number() + ") " + who(one) + ": " + of(one)));
        if (reasons.statementsInAll() > reasons.statements().size()) {
            line(out, "and " + FigureWording.number(reasons.statementsInAll() - reasons.statements().size())
                    + " more that nothing below mentions");
        }
    }

    private static String who(NumberedStatement one) {
        return one.publisher() + (one.quoting().isEmpty() ? "" : ", quoting " + one.quoting())
                + (one.repeatedBy().isEmpty() ? "" : "; repeated by " + String.join(", ", one.repeatedBy()));
    }

    private static String of(NumberedStatement one) {
        return (one.about().isEmpty() ? one.measure() : one.about()) + (one.note().isEmpty() ? "" : "; note: " + one.note());
    }

    private static void reasons(Explanation reasons, PrintWriter out) {
        if (!reasons.conflict().isEmpty()) {
            section(out, "Cannot all be true; without any one of them the rest could be");
            line(out, list(reasons.conflict()));
        }
        repairs(reasons, out);
        verdict(reasons, out);
        bounds(reasons, out);
        if (!reasons.possibleCause().isEmpty()) {
            section(out, "Possible cause");
            line(out, reasons.possibleCause());
        }
    }

    private static void repairs(Explanation reasons, PrintWriter out) {
        if (!reasons.repairs().isEmpty()) {
            section(out, (reasons.repairs().size() == 1 ? "The cheapest repair" : "The cheapest repairs")
                    + ", at a cost of "
                    + reasons.cost() + " in trust");
            reasons.repairs().forEach(repair -> line(out, "set aside " + list(repair)));
            if (reasons.moreRepairs()) {
                line(out, "and others");
            }
        }
    }

    private static void verdict(Explanation reasons, PrintWriter out) {
        if (reasons.verdict() == null) {
            return;
        }
        section(out, "Verdict");
        line(out, reasons.verdict() + (!reasons.blamed().isEmpty()
                ? ": " + reasons.verdict().ofBlamed() + " is " + list(reasons.blamed())
                : reasons.tied().isEmpty() ? "" : ": it may be any of " + list(reasons.tied())));
        if (!reasons.reason().isEmpty()) {
            line(out, reasons.reason());
        }
        if (reasons.equalTrust() != null) {
            line(out, "With equal trust: " + (reasons.equalTrust().same() ? "the same"
                    : reasons.equalTrust().blamed().isEmpty()
                    ? "a tie" : list(reasons.equalTrust().blamed())));
        }
    }

    private static void bounds(Explanation reasons, PrintWriter out) {
        if (reasons.bounds().isEmpty()) {
            return;
        }
        section(out, "Bounds, as printed and after the cheapest repairs");
        PlainTable table = new PlainTable(List.of(), "of", "printed", "still possible", "best", "basis");
        for (Bounds one : reasons.bounds()) {
            table.row(one.about(), one.printedLowest() == null ? "not printed"
                    : FigureWording.limits(one.printedLowest(), one.printedHighest()),
                    FigureWording.limits(one.lowest(), one.highest()),
                    one.best() == null ? "no one value" : FigureWording.number(one.best()), one.basis());
        }
        table.print(out);
    }

    private static String list(List<Mention> mentions) {
        return mentions.stream().map(mention -> "(" + mention.statement() + ")" + (mention.areas().size() < 2 ? ""
                : " in " + String.join(", ", mention.areas()))).collect(Collectors.joining(", "));
    }

    private static void figures(PrintWriter out, String what, List<String> figures) {
        figures.stream().limit(FIGURES_SHOWN).forEach(figure -> line(out, what + figure));
        if (figures.size() > FIGURES_SHOWN) {
            line(out, what + FigureWording.count(figures.size() - FIGURES_SHOWN, "figure") + " more");
        }
    }

    static void section(PrintWriter out, String title) {
        out.println();
        out.println(title + ":");
    }

    static void line(PrintWriter out, String text) {
        out.println("  " + PlainTable.oneLine(text));
    }
}
