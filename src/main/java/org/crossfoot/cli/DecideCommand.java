package org.crossfoot.cli;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.crossfoot.known.DecidedFigures;
import org.crossfoot.ledger.Ledger;
import org.crossfoot.rule.Decision;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decide}: somebody decides what is to be thought of a figure. */
@Command(name = "decide",
        description = "Decides of a figure: shows what that changes, and appends the line to decisions.csv.")
final class DecideCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("figure", "decision", "owner", "reason", "until");

    @Parameters(index = "0", paramLabel = "FIGURE", description = "source:measure@area@period as in discrepancies.csv,"
            + " with =as printed where only that wording is meant")
    private String figure;

    @Parameters(index = "1..*", arity = "1..2", paramLabel = "DECISION",
            description = "set-aside, stands, belongs-to PERIOD, means MEASURE or in-area AREA")
    private List<String> decision;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
    private String reason;

    @Option(names = "--until", paramLabel = "DAY", description = "the last day it holds (default: for good)")
    private LocalDate until;

    @Option(names = "--owner", paramLabel = "NAME", defaultValue = "${sys:user.name}",
            description = "who decides this (default: ${DEFAULT-VALUE})")
    private String owner;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        return new WrittenDecision(SettingsFiles.DECISIONS, options, options.out()).write(COLUMNS,
                Map.of("figure", figure, "decision", String.join(" ", decision), "owner", owner, "reason", reason, "until",
                until == null ? "" : until.toString()), DecideCommand::dates);
    }

    private static Collection<LocalDate> dates(Settings settings, Ledger ledger) throws WrongUsage {
        Decision last = settings.decisions().get(settings.decisions().size() - 1);
        for (Decision other : settings.decisions()) {
            if (other != last && other.about().equals(last.about()) && other.decided().equals(last.decided())
                    && other.holdsOn(last.until() == null ? LocalDate.MAX : last.until())) {
                throw new WrongUsage("decide " + last.about() + ": was decided already, in decisions.csv, line " + other.line());
            }
        }
        DecidedFigures figures = new DecidedFigures(ledger);
        if (!figures.areThere(last)) {
            List<String> others = figures.ofSource(last.about());
            throw new WrongUsage("decide " + last.about() + ": no source says, or said, such a figure; " + (others.isEmpty()
                    ? "name it as discrepancies.csv or figures.csv has it"
                    : "what " + last.about().source() + " says of that date: " + String.join(", ", others)));
        }
        SortedSet<LocalDate> dates = new TreeSet<>(List.of(last.about().cell().period().date(), last.to().period().date()));
        return dates;
    }
}
