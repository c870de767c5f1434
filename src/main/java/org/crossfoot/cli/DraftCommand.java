package org.crossfoot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.crossfoot.cli.print.ReportPage.ReportFindings;
import org.crossfoot.cli.print.ReportPage;
import org.crossfoot.cli.print.Sentences;
import org.crossfoot.draft.SourceDraft;
import org.crossfoot.intake.DateProposals;
import org.crossfoot.intake.ReportPreview;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.PhysicalLines.LineTooLong;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.ReportName;
import org.crossfoot.intake.row.UnpackedBytes.PackingFault;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.Problems.Problem;
import org.crossfoot.settings.text.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code draft FILE}: proposes a source.yml for a report, and shows how it would be read by it; writes nothing. */
@Command(name = "draft",
        description = "Proposes a source.yml for a CSV file or workbook, with what is to be decided, and says how it would be"
                + " read by it; writes nothing.")
final class DraftCommand implements Callable<Integer> {

    private static final String NAME = "draft";
    private static final int REJECTS_SHOWN = 3;

    @Parameters(index = "0", paramLabel = "FILE", description = "a report, wherever it is: .csv, .csv.gz or .xlsx")
    private Path file;

    @Option(names = "--sheet", paramLabel = "NAME",
            description = "of a workbook, the sheet that is meant (default: the only one)")
    private String sheet;

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        options.workspace();
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new WrongUsage("draft " + file + ": no such file, or it may not be read");
        }
        if (!ReportName.isReport(name) && !ReportName.isWorkbook(name)) {
            throw new WrongUsage("draft " + file + ": is named like no report; reports end in .csv, .csv.gz or .xlsx");
        }
        SettingsFiles files = options.settingsFiles();
        ReportBytes bytes = () -> Files.newInputStream(file);
        PrintWriter out = options.out();
        try {
            Path folder = file.toAbsolutePath().normalize().getParent().getFileName();
            String text = SourceDraft.of(folder == null ? "" : folder.toString(), name, sheet, bytes, SettingsReader.read(files));
            out.print(text);
            String source = NAME;
            while (files.bytes().containsKey(source + "/" + SettingsFiles.SOURCE)) {
                source += "-new";
            }
            StringWriter checked = new StringWriter();
            check(files.with(source + "/" + SettingsFiles.SOURCE, text.getBytes(StandardCharsets.UTF_8)), source, name, bytes,
                    new PrintWriter(checked));
            out.println("\n# As it stands, check says:");
            checked.toString().lines().forEach(line -> out.println(("# " + line).stripTrailing()));
            out.flush();
            return ExitCode.DONE;
        } catch (UnreadableReport e) {
            Sentences.print(options.line().getErr(), "crossfoot: ", List.of(e.getMessage()));
            return ExitCode.INCOMPLETE;
        } catch (PackingFault | LineTooLong e) {
            Sentences.print(options.line().getErr(), "crossfoot: ", List.of(name + ": " + e.getMessage()));
            return ExitCode.INCOMPLETE;
        }
    }

    private void check(SettingsFiles files, String source, String name, ReportBytes bytes, PrintWriter out)
            throws IOException, UnreadableReport {
        try {
            Settings settings = SettingsReader.read(files);
            Profile profile = settings.profiles().get(source);
            String path = source + "/" + name;
            ReportFindings findings = new ReportFindings(profile.printsAmountsItsOwnWay());
            LineAccount lines = new ReportReader(settings).read(profile, path, bytes, findings);
            ReportPreview preview = ReportPreview.of(profile, path, bytes);
            preview.personal().forEach(column -> Sentences.print(options.line().getErr(), "crossfoot: ",
                    List.of(column.warning(name))));
            new ReportPage(path, preview, findings, lines).explain(out, REJECTS_SHOWN,
                    DateProposals.of(profile, findings.firstRejects(), settings.zone()));
        } catch (SettingsException e) {
            e.problems().stream().map(Problem::toString).forEach(out::println);
        }
        out.flush();
    }
}
