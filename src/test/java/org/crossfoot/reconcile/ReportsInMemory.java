package org.crossfoot.reconcile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.intake.row.ReportSink;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.ledger.KnownReports;
import org.crossfoot.ledger.ReportRecord.Contents;
import org.crossfoot.ledger.ReportRecord.Reading;
import org.crossfoot.ledger.ReportRecord.Standing;
import org.crossfoot.ledger.ReportRecord.ReadingState;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.Reports.DatedFigures;
import org.crossfoot.ledger.pack.FigurePack;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;

/** The reports of an input folder as the ledger would hand them out, all received on the last of their dates. */
final class ReportsInMemory implements KnownReports {

    private final Settings settings;
    private final List<ReportRecord> reports = new ArrayList<>();
    private final SortedMap<LocalDate, List<DatedFigures>> byDate = new TreeMap<>();
    private final SortedMap<LocalDate, List<DatedFigures>> withGoals = new TreeMap<>();

    private ReportsInMemory(Settings settings) {
        this.settings = settings;
    }

    static ReportsInMemory read(Path input, Settings settings) throws IOException {
        ReportsInMemory reports = new ReportsInMemory(settings);
        for (Map.Entry<String, Profile> source : settings.profiles().entrySet()) {
            try (Stream<Path> files = Files.list(input.resolve(source.getKey()))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".csv")).sorted().toList()) {
                    reports.take(source.getValue(), source.getKey() + "/" + file.getFileName(), file);
                }
            }
        }
        return reports;
    }

    List<LocalDate> dates() {
        return List.copyOf(byDate.keySet());
    }

    private void take(Profile profile, String path, Path file) throws IOException {
        SortedMap<LocalDate, FigurePack> packs = new TreeMap<>();
        ReportSink sink = new ReportSink() {
            @Override
            public void accept(Measure measure, String area, Period period, Amount amount, String asPrinted, Origin origin) {
                packs.computeIfAbsent(period.date(), date -> new FigurePack())
                        .add(measure, area, period, amount, asPrinted, origin);
            }

            @Override
            public void accept(Reject reject) {
                // Only figures are reconciled.
            }
        };
        try {
            new ReportReader(settings).read(profile, path, () -> Files.newInputStream(file), sink);
        } catch (UnreadableReport e) {
            throw new IOException(path + ": " + e.reject().detail(), e);
        }
        long id = reports.size();
        LocalDate last = packs.isEmpty() ? LocalDate.EPOCH : packs.lastKey();
        long figures = packs.values().stream().mapToLong(FigurePack::figures).sum();
        reports.add(new ReportRecord(id, profile.source().id(), path, 1, path, 0, "", last, Standing.PRESENT,
                ReadingState.READ, null,
                null, null, null, last, new Reading(0, 0, 0, 0, 0, 0, 0, figures, 0),
                Contents.UNKNOWN, null));
        packs.forEach((date, pack) -> {
            DatedFigures dated = new DatedFigures(id, date, pack.packed());
            byDate.computeIfAbsent(date, each -> new ArrayList<>()).add(dated);
            if (pack.whole().earliestGoal() != null) {
                withGoals.computeIfAbsent(pack.whole().earliestGoal(), each -> new ArrayList<>()).add(dated);
            }
        });
    }

    @Override
    public List<ReportRecord> notWithdrawn() {
        return reports;
    }

    @Override
    public List<DatedFigures> figures(LocalDate first, LocalDate last) {
        return byDate.subMap(first, last.plusDays(1)).values().stream().flatMap(Collection::stream).toList();
    }

    @Override
    public List<DatedFigures> goals(LocalDate begunBy) {
        return withGoals.headMap(begunBy.plusDays(1)).values().stream().flatMap(Collection::stream).toList();
    }

    @Override
    public Optional<Long> withFigures(String source, LocalDate first, LocalDate last, boolean orReplaced) {
        return figures(first, last).stream().map(DatedFigures::report)
                .filter(id -> reports.get(id.intValue()).source().equals(source)).findFirst();
    }
}
