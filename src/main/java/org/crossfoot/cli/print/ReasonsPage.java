package org.crossfoot.cli.print;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.reconcile.outcome.Explanation.Bounds;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation.Statement;
import org.crossfoot.reconcile.outcome.Explanation;

/** The reasons behind a discrepancy as tables and lines of text: all of them, where the published explanation shortens. */
record ReasonsPage(Explanation reasons) {

    void printFigures(PrintWriter out) {
        if (reasons.statements().isEmpty()) {
            return;
        }
        StoryPage.section(out, "What was printed");
        PlainTable table = new PlainTable(List.of(2, 3), "", "as printed", "lowest", "highest", "trust", "published", "where");
        for (Statement one : reasons.statements()) {
            table.row("(" + one.number() + ")", one.asPrinted(), number(one.lowest()), one.highest() == null ? ""
                    : number(one.highest()), one.derived() ? "derived" : one.trust(), one.published(), one.file() + ":"
                    + one.line());
        }
        table.print(out);
        reasons.statements().forEach(one -> StoryPage.line(out, "(" + one.number() + ") " + who(one) + ": " + of(one)));
        if (reasons.statementsInAll() > reasons.statements().size()) {
            StoryPage.line(out, "and " + number(reasons.statementsInAll() - reasons.statements().size())
                    + " more that nothing below mentions");
        }
    }

    private static String who(Statement one) {
        return one.publisher() + (one.quoting().isEmpty() ? "" : ", quoting " + one.quoting())
                + (one.repeatedBy().isEmpty() ? "" : "; repeated by " + String.join(", ", one.repeatedBy()));
    }

    private static String of(Statement one) {
        return (one.about().isEmpty() ? one.measure() : one.about()) + (one.note().isEmpty() ? "" : "; note: " + one.note());
    }

    void printReasons(PrintWriter out) {
        if (!reasons.conflict().isEmpty()) {
            StoryPage.section(out, "Cannot all be true; without any one of them the rest could be");
            StoryPage.line(out, list(reasons.conflict()));
        }
        repairs(out);
        verdict(out);
        bounds(out);
        if (!reasons.possibleCause().isEmpty()) {
            StoryPage.section(out, "Possible cause");
            StoryPage.line(out, reasons.possibleCause());
        }
    }

    private void repairs(PrintWriter out) {
        if (!reasons.repairs().isEmpty()) {
            StoryPage.section(out, (reasons.repairs().size() == 1 ? "The cheapest repair" : "The cheapest repairs")
                    + ", at a cost of "
                    + reasons.cost() + " in trust");
            reasons.repairs().forEach(repair -> StoryPage.line(out, "set aside " + list(repair)));
            if (reasons.moreRepairs()) {
                StoryPage.line(out, "and others");
            }
        }
    }

    private void verdict(PrintWriter out) {
        if (reasons.verdict() == null) {
            return;
        }
        StoryPage.section(out, "Verdict");
        StoryPage.line(out, reasons.verdict() + (!reasons.blamed().isEmpty() ? ": probably wrong is " + list(reasons.blamed())
                : reasons.tied().isEmpty() ? "" : ": it may be any of " + list(reasons.tied())));
        if (!reasons.reason().isEmpty()) {
            StoryPage.line(out, reasons.reason());
        }
        if (reasons.equalTrust() != null) {
            StoryPage.line(out, "With equal trust: " + (reasons.equalTrust().same() ? "the same"
                    : reasons.equalTrust().blamed().isEmpty()
                    ? "a tie" : list(reasons.equalTrust().blamed())));
        }
    }

    private void bounds(PrintWriter out) {
        if (reasons.bounds().isEmpty()) {
            return;
        }
        StoryPage.section(out, "Bounds, as printed and after the cheapest repairs");
        PlainTable table = new PlainTable(List.of(), "of", "printed", "still possible", "best", "basis");
        for (Bounds one : reasons.bounds()) {
            table.row(one.about(), one.printedLowest() == null ? "not printed"
                    : limits(one.printedLowest(), one.printedHighest()), limits(one.lowest(), one.highest()),
                    one.best() == null ? "no one value" : number(one.best()),
                    one.basis());
        }
        table.print(out);
    }

    private static String list(List<Mention> mentions) {
        return mentions.stream().map(mention -> "(" + mention.statement() + ")" + (mention.areas().size() < 2 ? ""
                : " in " + String.join(", ", mention.areas()))).collect(Collectors.joining(", "));
    }

    private static String limits(long lowest, Long highest) {
        return FigureWording.limits(lowest, highest);
    }

    static String number(long number) {
        return FigureWording.number(number);
    }
}
