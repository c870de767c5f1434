package org.crossfoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.figure.Figure;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.intake.row.ReportSink.FigureSink;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;
import org.crossfoot.settings.SettingsFiles;
import org.crossfoot.settings.read.SettingsReader;
import org.crossfoot.settings.text.SettingsException;

/**
 * All that an input folder says, read without a job.
 *
 * @param accounts where the lines of each report went, by its path; an unreadable report fails the test
 */
record ReadInput(Settings settings, List<Figure> figures, List<Reject> rejects, SortedMap<String, LineAccount> accounts) {

    static ReadInput from(Path input) {
        try {
            ReadInput read = new ReadInput(SettingsReader.read(SettingsFiles.readFrom(input)), new ArrayList<>(),
                    new ArrayList<>(), new TreeMap<>());
            for (Map.Entry<String, Profile> source : read.settings.profiles().entrySet()) {
                for (Path report : reports(input.resolve(source.getKey()))) {
                    read.take(source.getValue(), source.getKey() + "/" + report.getFileName(), report);
                }
            }
            return read;
        } catch (SettingsException e) {
            throw new AssertionError("the settings have problems:\n" + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> reports(Path source) throws IOException {
        try (Stream<Path> files = Files.list(source)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    private void take(Profile profile, String path, Path report) throws IOException {
        try {
            accounts.put(path, new ReportReader(settings).read(profile, path, () -> Files.newInputStream(report),
                    new FigureSink() {
                @Override
                public void accept(Figure figure) {
                    figures.add(figure);
                }

                @Override
                public void accept(Reject reject) {
                    rejects.add(reject);
                }
            }));
        } catch (UnreadableReport e) {
            throw new AssertionError(path + ": " + e.reject().detail(), e);
        }
    }

    List<Figure> of(String source) {
        return figures.stream().filter(figure -> figure.source().equals(source)).toList();
    }

    /** Each figure in one line: {@code arrests@us@2025-01-26=956}. */
    List<String> printed(String source) {
        return of(source).stream().map(ReadInput::printed).toList();
    }

    static String printed(Figure figure) {
        return figure.cell().measure() + "@" + figure.cell().area() + "@" + figure.cell().period() + "=" + figure.asPrinted();
    }

    /** The only figure that a source gives for a measure, an area and a period. */
    Figure figure(String source, String measure, String area, String period) {
        List<Figure> found = of(source).stream().filter(figure -> figure.cell().measure().equals(measure)
                && figure.cell().area().equals(area) && figure.cell().period().toString().equals(period)).toList();
        if (found.size() != 1) {
            throw new AssertionError(source + " gives " + found.size() + " figures for " + measure + ", " + area + ", " + period);
        }
        return found.get(0);
    }

    long skippedLines() {
        return accounts.values().stream().mapToLong(LineAccount::skipped).sum();
    }

    long notBegun() {
        return accounts.values().stream().mapToLong(LineAccount::notBegun).sum();
    }
}
