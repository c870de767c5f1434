package org.crossfoot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.crossfoot.audit.PastRevision;
import org.crossfoot.audit.Stories;
import org.crossfoot.cli.print.ExplainAnswer;
import org.crossfoot.cli.print.StoryPage;
import org.crossfoot.cli.print.TotalsPage;
import org.crossfoot.figure.Area;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.ledger.RevisionRecord;
import org.crossfoot.reconcile.outcome.TotalReasons;
import org.crossfoot.report.JsonText;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.text.SettingsException;
import org.crossfoot.store.LedgerReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine;

/** {@code explain}: the whole story of one discrepancy, or why a total is what it is. */
@Command(name = "explain",
        description = {
            "Tells the whole story of one discrepancy: figures with file and line, arithmetic, verdict, bounds, history.",
            "Of MEASURE AREA DATE: which figures and rules give a total its lowest and its highest value, step by step."})
final class ExplainCommand implements Callable<Integer> {

    enum StoryFormat {
        TEXT, JSON
    }

    @Parameters(paramLabel = "ID | MEASURE AREA DATE", arity = "1..*",
            description = "the id of a discrepancy, as in discrepancies.csv; or a total, as in totals.csv")
    private List<String> asked;

    @Option(names = "--date", paramLabel = "DATE", description = "of this date (default: the newest on which it stands)")
    private LocalDate date;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE})")
    private StoryFormat format;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = options.out();
        ExplainAnswer answer = LedgerReading.ask(options.workspace(), this::answer);
        if (format == StoryFormat.JSON) {
            out.print(new String(JsonText.bytes(answer.data()), StandardCharsets.UTF_8));
        } else {
            answer.print(out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    /** What is asked for shows in how many words ask for it. */
    private ExplainAnswer answer(LedgerReading reading) throws WrongUsage, IOException {
        return switch (asked.size()) {
            case 1 -> discrepancy(asked.get(0), new Stories(reading.ledger(), reading.history()));
            case 3 -> totals(asked.get(0), asked.get(1), day(asked.get(2)), reading.ledger());
            default -> throw new WrongUsage("explain " + String.join(" ", asked)
                    + ": name one discrepancy, by its id in discrepancies.csv, or a total by MEASURE AREA DATE");
        };
    }

    private static LocalDate day(String text) throws WrongUsage {
        try {
            return new CommonOptions.CalendarDate().convert(text);
        } catch (CommandLine.TypeConversionException e) {
            throw new WrongUsage("explain MEASURE AREA DATE: " + e.getMessage());
        }
    }

    private ExplainAnswer totals(String measure, String areaName, LocalDate day, Ledger ledger)
            throws WrongUsage, IOException {
        RevisionRecord published = ledger.revisions().find(day, new CommonOptions.ChosenRevision(ledger, day).orCurrent(null));
        if (published.knownTo() == null) {
            throw new WrongUsage(day + ": was published by a Crossfoot that did not keep which reports stood then;"
                    + " rerun it first");
        }
        PastRevision revision = new PastRevision(ledger, published);
        try {
            return totals(measure, areaName, revision);
        } catch (SettingsException e) {
            throw new WrongUsage(day + ": revision " + published.number() + " " + revision.notUnderstood(e));
        }
    }

    private static ExplainAnswer totals(String measure, String areaName, PastRevision revision)
            throws WrongUsage, SettingsException, IOException {
        Settings settings = revision.settings();
        if (!settings.measures().containsKey(measure)) {
            throw new WrongUsage(measure + ": is no measure; there are " + String.join(", ", settings.measures().keySet()));
        }
        Area area = settings.areas().find(areaName)
                .orElseThrow(() -> new WrongUsage(areaName + ": is no area of areas.csv, by id, name or alias"));
        List<TotalReasons> reasons = revision.reasons(measure, area.id());
        if (reasons.isEmpty()) {
            throw new WrongUsage(revision.date() + ": nothing is known of " + measure + " in " + area.id()
                    + "; totals.csv lists what is");
        }
        return new TotalsPage(reasons);
    }

    private ExplainAnswer discrepancy(String id, Stories stories) throws WrongUsage {
        List<LocalDate> dates = stories.dates(id);
        if (dates.isEmpty()) {
            List<String> alike = stories.idsLike(id);
            throw new WrongUsage(id + ": no discrepancy has this id; "
                    + (alike.isEmpty() ? "ids are in the first column of discrepancies.csv"
                    : "these begin like it: " + String.join(", ", alike)));
        }
        if (date != null && !dates.contains(date)) {
            throw new WrongUsage(id + ": never stood on " + date + ", but on "
                    + String.join(", ", dates.stream().map(LocalDate::toString).toList()));
        }
        return new StoryPage(stories.of(id, date == null ? dates.get(0) : date));
    }
}
