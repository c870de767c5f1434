package org.crossfoot.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crossfoot.settings.SettingsFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code waive}: somebody decides to live with a discrepancy until a day. */
@Command(name = "waive",
        description = "Accepts a discrepancy until a day: shows what that changes, and appends the line to waivers.csv.")
final class WaiveCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("id", "until", "owner", "reason");

    @Parameters(paramLabel = "ID", description = "its id as in discrepancies.csv, or rule/area/measure for every period")
    private String id;

    @Option(names = "--until", paramLabel = "DAY", required = true, description = "the last day it is accepted")
    private LocalDate until;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why it can stand")
    private String reason;

    @Option(names = "--owner", paramLabel = "NAME", defaultValue = "${sys:user.name}",
            description = "who decides this (default: ${DEFAULT-VALUE})")
    private String owner;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        return new WrittenDecision(SettingsFiles.WAIVERS, options, options.out()).write(COLUMNS,
                Map.of("id", id, "until", until.toString(), "owner", owner, "reason", reason), (settings, ledger) -> {
                    List<LocalDate> dates = ledger.acrossDates().whereWaivable(id);
                    if (dates.isEmpty()) {
                        throw new WrongUsage("waive " + id + ": nothing like this stands on any date; take its id from"
                                + " discrepancies.csv, or write rule/area/measure");
                    }
                    return dates;
                });
    }
}
