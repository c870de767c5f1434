package org.crossfoot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crossfoot.figure.Figure;
import org.crossfoot.intake.LineAccount;
import org.crossfoot.intake.Reject;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.ReportSink;
import org.crossfoot.intake.UnreadableReport;
import org.crossfoot.job.InputFolder;
import org.crossfoot.settings.RulesTogether;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code check}: reads everything and writes nothing. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class, sortOptions = false,
        description = "Reads settings and reports, lists what is wrong; writes nothing.")
final class CheckCommand implements Callable<Integer> {

    private static final int REJECTS_SHOWN = 20;

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    private long figures;
    private long rejects;

    @Override
    public Integer call() throws Exception {
        options.workspace();
        Settings settings = SettingsReader.read(options.settingsFiles());
        PrintWriter out = spec.commandLine().getOut();
        if (!options.quiet) {
            new RulesTogether(settings.rules().checks()).implied().forEach(rule -> out.println("remark: the check " + rule.id() + " ("
                    + rule.equation().text() + ") follows from the others"));
        }
        InputFolder input = InputFolder.scan(options.input, settings.profiles().keySet());
        List<String> faults = new ArrayList<>(input.faults());
        ReportReader reader = new ReportReader(settings);
        for (Map.Entry<String, Path> report : input.reports().entrySet()) {
            try {
                read(reader, settings, report.getKey(), input.sources().get(report.getKey()), report.getValue(), out);
            } catch (UnreadableReport e) {
                faults.add(e.getMessage());
            } catch (IOException e) {
                faults.add(report.getKey() + ": cannot be opened (" + e + "); let the user that runs Crossfoot read it");
            }
        }
        faults.forEach(fault -> spec.commandLine().getErr().println("crossfoot: " + fault));
        if (!options.quiet || !faults.isEmpty() || rejects > 0) {
            out.println("settings are right; " + settings.profiles().size() + " sources, " + input.reports().size() + " reports, " + figures
                    + " figures, " + rejects + " rejected, " + faults.size() + " not readable");
        }
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private void read(ReportReader reader, Settings settings, String path, String source, Path file, PrintWriter out)
            throws IOException, UnreadableReport {
        Tally tally = new Tally(out);
        LineAccount lines = reader.read(settings.profiles().get(source), path, () -> Files.newInputStream(file), tally);
        figures += tally.figures;
        rejects += tally.rejects;
        if (tally.rejects > REJECTS_SHOWN) {
            out.println(path + ": and " + (tally.rejects - REJECTS_SHOWN) + " more rejected");
        }
        if (!options.quiet) {
            out.println(path + ": " + tally.figures + " figures, " + tally.rejects + " rejected; lines: " + lines.lines() + " = "
                    + lines.header() + " header + " + lines.figures() + " with figures + " + lines.rejected() + " rejected + "
                    + lines.skipped() + " skipped");
        }
    }

    private static final class Tally implements ReportSink {

        private final PrintWriter out;
        private long figures;
        private long rejects;

        Tally(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void accept(Figure figure) {
            figures++;
        }

        @Override
        public void accept(Reject reject) {
            if (rejects++ < REJECTS_SHOWN) {
                out.println(reject.file() + ":" + reject.line() + (reject.column().isEmpty() ? "" : ": " + reject.column()) + ": "
                        + reject.detail());
            }
        }
    }
}
