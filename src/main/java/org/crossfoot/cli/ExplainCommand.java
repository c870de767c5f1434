package org.crossfoot.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.crossfoot.audit.Stories;
import org.crossfoot.job.LedgerReading;
import org.crossfoot.report.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: the whole story of one discrepancy. */
@Command(name = "explain", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class, sortOptions = false,
        description = "Tells the whole story of one discrepancy: figures with file and line, arithmetic, verdict, bounds, history.")
final class ExplainCommand implements Callable<Integer> {

    enum Format {
        TEXT, JSON
    }

    @Parameters(paramLabel = "ID", arity = "1..*", description = "the id of a discrepancy, as in discrepancies.csv")
    private List<String> asked;

    @Option(names = "--date", paramLabel = "DATE", description = "of this date (default: the newest on which it stands)")
    private LocalDate date;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE})")
    private Format format;

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (LedgerReading reading = LedgerReading.open(options.workspace())) {
            Answer answer = answer(reading);
            if (format == Format.JSON) {
                out.print(new String(JsonText.bytes(answer.data()), StandardCharsets.UTF_8));
            } else {
                answer.print(out);
            }
            out.flush();
            return ExitCode.DONE;
        }
    }

    /** What is asked for shows in how many words ask for it. */
    private Answer answer(LedgerReading reading) throws WrongUsage {
        return switch (asked.size()) {
            case 1 -> discrepancy(asked.get(0), new Stories(reading.ledger(), reading.history()));
            default -> throw new WrongUsage("explain " + String.join(" ", asked) + ": name one discrepancy, by its id in discrepancies.csv");
        };
    }

    private Answer discrepancy(String id, Stories stories) throws WrongUsage {
        List<LocalDate> dates = stories.dates(id);
        if (dates.isEmpty()) {
            List<String> alike = stories.idsLike(id);
            throw new WrongUsage(id + ": no discrepancy has this id; " + (alike.isEmpty() ? "ids are in the first column of discrepancies.csv"
                    : "these begin like it: " + String.join(", ", alike)));
        }
        if (date != null && !dates.contains(date)) {
            throw new WrongUsage(id + ": never stood on " + date + ", but on "
                    + String.join(", ", dates.stream().map(LocalDate::toString).toList()));
        }
        return new StoryPage(stories.of(id, date == null ? dates.get(0) : date));
    }
}
