package org.crossfoot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.crossfoot.cli.print.ReportPage.ReportFindings;
import org.crossfoot.cli.print.ReportPage;
import org.crossfoot.cli.print.Sentences;
import org.crossfoot.figure.FigureWording;
import org.crossfoot.intake.DateProposals;
import org.crossfoot.intake.ReportPreview;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.PersonalColumns.PersonalColumn;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.job.step.InputFolder;
import org.crossfoot.job.step.InputFolder.StandingReport;
import org.crossfoot.job.step.ReportFile;
import org.crossfoot.rule.Equation;
import org.crossfoot.rule.Rule;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.read.RulesTogether;
import org.crossfoot.settings.read.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check [SOURCE|SOURCE/FILE.csv ...]}: reads settings and reports, explains how, and writes nothing. */
@Command(name = "check",
        description = "Reads settings and reports, shows how they are read, lists what is wrong; writes nothing.")
final class CheckCommand implements Callable<Integer> {

    private static final int REJECTS_SHOWN = 3;
    private static final int REJECTS_SHOWN_OF_NAMED = ReportFindings.REJECTS_KEPT;

    @Parameters(paramLabel = "SOURCE|SOURCE/FILE.csv", arity = "0..*",
            description = "only these sources or reports, with more of what would be rejected (default: all)")
    private List<String> names = new ArrayList<>();

    @Mixin
    private CommonOptions options;

    private final PersonalColumnWarnings warnings = new PersonalColumnWarnings();
    /** Of each source the reports that are well and not explained, and their figures. */
    private final SortedMap<String, List<Long>> well = new TreeMap<>();
    private final Set<String> measures = new HashSet<>();
    private long figures;
    private long rejects;

    @Override
    public Integer call() throws Exception {
        options.workspace();
        Settings settings = SettingsReader.read(options.settingsFiles());
        PrintWriter out = options.out();
        InputFolder input = InputFolder.scan(options.input, settings.profiles());
        ChosenReports chosen = names.isEmpty() ? ChosenReports.all(input) : ChosenReports.named(names, input, options.input);
        if (!options.quiet) {
            new RulesTogether(settings.rules().equations()).implied()
                    .forEach(rule -> out.println("remark: the check " + rule.id() + " ("
                    + rule.equation().text() + ") follows from the others"));
        }
        List<String> faults = new ArrayList<>(chosen.faults());
        StringWriter explained = new StringWriter();
        PrintWriter details = new PrintWriter(explained);
        for (String path : chosen.reports()) {
            try {
                check(settings, path, input, chosen.explained().contains(path), details);
            } catch (UnreadableReport e) {
                faults.add(e.getMessage());
            } catch (ReportFile.Unreadable e) {
                faults.add(path + ": " + e.getMessage());
            }
        }
        well.forEach((source, figuresOfEach) -> out.println(source + ": " + FigureWording.count(figuresOfEach.size(),
                "other report") + (figuresOfEach.size() == 1 ? " is" : " are") + " well, with "
                + FigureWording.count(figuresOfEach.stream().mapToLong(each -> each).sum(), "figure")));
        if (!options.quiet && names.isEmpty() && faults.isEmpty()) {
            settings.rules().checks().forEach(rule -> unspoken(rule).ifPresent(out::println));
        }
        out.print(explained);
        PrintWriter error = options.line().getErr();
        warnings.print(error);
        Sentences.print(error, "crossfoot: ", faults);
        if (!options.quiet || !faults.isEmpty() || rejects > 0) {
            out.println("settings are right; " + FigureWording.count(settings.profiles().size(), "source") + ", "
                    + FigureWording.count(chosen.reports().size(), "report") + ", " + FigureWording.count(figures, "figure")
                    + ", " + rejects + " rejected, " + faults.size() + " not readable");
        }
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private void check(Settings settings, String path, InputFolder input, boolean explained, PrintWriter out)
            throws IOException, UnreadableReport {
        StandingReport report = input.reports().get(path);
        Profile profile = settings.profiles().get(report.source());
        ReportBytes bytes = () -> ReportFile.open(report.file());
        ReportFindings findings = new ReportFindings(profile.printsAmountsItsOwnWay());
        LineAccount lines = new ReportReader(settings).read(profile, path, bytes, findings);
        ReportPreview preview = ReportPreview.of(profile, path, bytes);
        figures += findings.figures();
        rejects += findings.rejects();
        measures.addAll(findings.measures());
        warnings.add(report.source(), path, preview.personal());
        ReportPage page = new ReportPage(path, preview, findings, lines);
        if (explained && !options.quiet) {
            page.explain(out, names.isEmpty() ? REJECTS_SHOWN : REJECTS_SHOWN_OF_NAMED,
                    proposals(profile, report.file(), findings, settings));
            return;
        }
        page.printRejects(out);
        if (!options.quiet && findings.isWell()) {
            well.computeIfAbsent(report.source(), first -> new ArrayList<>()).add(findings.figures());
        } else if (!options.quiet) {
            page.printAccount(out);
        }
    }

    /** Why a check cannot be checked in full, in a sentence; empty where it can. */
    private Optional<String> unspoken(Rule check) {
        List<String> unspoken = check.equation().terms().stream().map(Equation.Term::measure)
                .filter(measure -> !measures.contains(measure)).toList();
        return unspoken.isEmpty() ? Optional.empty() : Optional.of("remark: the check " + check.id() + " ("
                + check.equation().text() + ") cannot be checked in full: no report has a figure of "
                + String.join(", ", unspoken));
    }

    private static List<String> proposals(Profile profile, Path file, ReportFindings findings, Settings settings)
            throws IOException {
        List<String> proposals = new ArrayList<>(DateProposals.of(profile, findings.firstRejects(), settings.zone()));
        if (profile.files().isEmpty()) {
            try (Stream<Path> beside = Files.list(file.getParent())) {
                beside.map(path -> path.getFileName().toString()).filter(name -> name.matches("(?i).*[.](tsv|txt|tab)")).sorted()
                        .findFirst().ifPresent(name -> proposals.add("'" + name + "' lies beside the reports and is not read;"
                        + " files: [\"*.csv\", \"*" + name.substring(name.lastIndexOf('.'))
                        + "\"] would take both, where they are written alike"));
            }
        }
        return proposals;
    }

    /** Warns of columns that look like a person's identifier: once for each column of a source, however many reports have it. */
    private static final class PersonalColumnWarnings {

        private record WarnedColumn(String source, PersonalColumn column) {
        }

        private final Map<WarnedColumn, List<String>> reports = new LinkedHashMap<>();

        void add(String source, String path, List<PersonalColumn> columns) {
            columns.forEach(column -> reports.computeIfAbsent(new WarnedColumn(source, column), first -> new ArrayList<>())
                    .add(path));
        }

        void print(PrintWriter error) {
            List<String> warnings = new ArrayList<>();
            reports.forEach((subject, paths) -> warnings.add(subject.column.warning(paths.get(0)
                    + (paths.size() > 1 ? " and " + (paths.size() - 1) + " more of " + subject.source : ""))));
            Sentences.print(error, "crossfoot: ", warnings);
        }
    }
}
