package org.crossfoot.cli.print;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.crossfoot.audit.DiscrepancyStory.Episode;
import org.crossfoot.audit.DiscrepancyStory;
import org.crossfoot.ledger.DiscrepancyRecord;
import org.crossfoot.reconcile.outcome.Explanation;

/** The story of a discrepancy as a page of text. */
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
            section(out, "As it was told (its revision was made before reasons were kept as data)");
            line(out, story.discrepancy().explanation());
        } else {
            line(out, reasons.headline());
            new ReasonsPage(reasons).printFigures(out);
        }
        rule(out);
        if (reasons != null) {
            new ReasonsPage(reasons).printReasons(out);
        }
        history(out);
    }

    private void heading(PrintWriter out) {
        DiscrepancyRecord row = story.discrepancy();
        out.println(row.date() + ": " + row.rule() + ", " + row.severity() + ", " + row.status() + " (" + row.id() + ")");
        line(out, story.standsNow() ? "It stands in the current revision, " + story.revision() + ", since revision "
                + row.firstSeen() + "."
                : "It stands no more. This is how it was in revision " + story.revision() + "; the current one is "
                + story.currentRevision() + ".");
        if (row.waivedUntil() != null) {
            line(out, "Waived until " + row.waivedUntil() + ".");
        }
        if (!story.otherDates().isEmpty()) {
            line(out, "It stands or stood on other dates too: " + story.otherDates().stream().map(LocalDate::toString)
                    .collect(Collectors.joining(", ")) + " (see them with --date).");
        }
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
        line(out, "Gap: " + ReasonsPage.number(row.gap()) + (row.gapPercent().isEmpty() ? "" : " (" + row.gapPercent()
                + "% of the larger side)") + (tolerance == 0 ? "" : "; up to " + ReasonsPage.number(tolerance)
                + " would be tolerated"));
    }

    private void history(PrintWriter out) {
        section(out, "From revision to revision");
        PlainTable table = new PlainTable(List.of(0, 4), "revision", "business date", "run", "status", "gap", "verdict",
                "blamed");
        for (Episode episode : story.history()) {
            table.row(episode.revision(), episode.businessDate(), episode.run(), episode.status().isEmpty() ? "not listed"
                    : episode.status(), episode.gap() == null ? "" : ReasonsPage.number(episode.gap()), episode.verdict(),
                    episode.blamed());
        }
        table.print(out);
        for (Episode episode : story.history()) {
            if (episode.appeared() == null) {
                line(out, "revision " + episode.revision() + ": an older Crossfoot, which did not keep what a discrepancy was about, made it or"
                        + " the one before; which figures it brought cannot be told");
            } else {
                figures(out, "revision " + episode.revision() + " brought ", episode.appeared());
                figures(out, "revision " + episode.revision() + " no longer has ", episode.gone());
            }
        }
    }

    private static void figures(PrintWriter out, String what, List<String> figures) {
        figures.stream().limit(FIGURES_SHOWN).forEach(figure -> line(out, what + figure));
        if (figures.size() > FIGURES_SHOWN) {
            line(out, what + ReasonsPage.number(figures.size() - FIGURES_SHOWN) + " figures more");
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
