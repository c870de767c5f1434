package org.crossfoot.known;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.figure.Measure;
import org.crossfoot.figure.Origin;
import org.crossfoot.figure.Period;
import org.crossfoot.intake.ReportReader;
import org.crossfoot.intake.meaning.LineBook.LineAccount;
import org.crossfoot.intake.row.PersonalColumns.PersonalColumn;
import org.crossfoot.intake.row.Reject;
import org.crossfoot.intake.row.ReportBytes;
import org.crossfoot.intake.row.ReportSink;
import org.crossfoot.intake.row.UnreadableReport;
import org.crossfoot.ledger.Archive;
import org.crossfoot.ledger.ReportRecord.Contents;
import org.crossfoot.ledger.ReportRecord.Reading;
import org.crossfoot.ledger.ReportRecord;
import org.crossfoot.ledger.pack.FigurePack;
import org.crossfoot.report.RejectLines;
import org.crossfoot.settings.Profile;
import org.crossfoot.settings.Settings;

/** Reads a report: from its bytes, as they were archived, to packed figures and rejects. */
public final class ReadReport {

    /**
     * @param publishedOn the day it says it was published as a whole, or, where it holds no figure, the day it is of; or null
     * @param failure why the report could not be read, or null
     * @param rejects CSV lines as {@code rejects.csv} has them
     * @param personal columns that look like a person's
     */
    public record ReportRead(ReportRecord report, LocalDate publishedOn, Reading reading, Contents contents, String failure,
            Map<LocalDate, FigurePack.Packed> figures, byte[] rejects, List<PersonalColumn> personal) {
    }

    private final Settings settings;
    private final Function<ReportRecord, ReportBytes> archived;
    private final ReportReader reader;

    /** Reads from the archive alone. */
    public ReadReport(Archive archive, Settings settings) {
        this(settings, report -> () -> archive.open(report.sha256()));
    }

    /** @param archived a report's bytes as they were archived, from wherever */
    public ReadReport(Settings settings, Function<ReportRecord, ReportBytes> archived) {
        this.settings = settings;
        this.archived = archived;
        this.reader = new ReportReader(settings);
    }

    /** Reads a report as the settings say, whenever it was received. */
    public ReportRead read(ReportRecord report) throws IOException {
        Profile profile = settings.profiles().get(report.source());
        LocalDate publishedOn = reader.publishedByName(profile, report.path()).orElse(null);
        ReportBytes bytes = archived.apply(report);
        Packing packing = new Packing();
        try {
            if (report.hasNoBytes()) {
                throw new UnreadableReport(new Reject(report.source(), report.path(), 0, "", "permission",
                        "could not be opened; let the user that runs Crossfoot read it", ""));
            }
            LineAccount lines = reader.read(profile, report.path(), bytes, packing);
            Reading reading = new Reading(lines.lines(), lines.header(), lines.figures(), lines.rejected(), lines.skipped(),
                    lines.notBegun(), lines.listedAgain(), packing.figures, packing.rejects.count());
            LocalDate day = publishedOn != null || reading.figures() > 0 ? publishedOn
                    : reader.dayOfEmpty(profile, report.path(), bytes).orElse(null);
            return new ReportRead(report, day, reading, packing.contents(), null, packing.whole(),
                    packing.rejects.bytes(), packing.personal);
        } catch (UnreadableReport e) {
            return unreadable(report, publishedOn, e);
        } catch (IOException e) {
            throw new IOException(report.path() + ": the archive cannot give back its bytes, "
                    + report.sha256() + " (" + e + ")", e);
        }
    }

    public static ReportRead unreadable(ReportRecord report, LocalDate publishedOn, UnreadableReport why) {
        RejectLines only = new RejectLines();
        only.add(why.reject());
        return new ReportRead(report, publishedOn, new Reading(0, 0, 0, 0, 0, 0, 0, 0, 1), Contents.UNKNOWN,
                why.getMessage(), Map.of(), only.bytes(), List.of());
    }

    private static final class Packing implements ReportSink {

        private static final int REASONS_TOLD = 3;
        /** Fewer figures that are the same may be so by chance. */
        private static final int FEWEST_COPIED = 10;
        private static final long SPREAD = 0x9e3779b97f4a7c15L;
        private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

        private final NavigableMap<LocalDate, FigurePack> byDate = new TreeMap<>();
        private final RejectLines rejects = new RejectLines();
        private final List<PersonalColumn> personal = new ArrayList<>();
        /** By reason. */
        private final Map<String, String> rejectedFirst = new LinkedHashMap<>();
        private String columnsUsed;
        private String columnsUnused;
        private long unusedRows;
        private long unusedLine;
        private long figuresHash;
        private long areasHash;
        private long firstAmount;
        private boolean varied;
        private long figures;
        private Period period;
        private int periodHash;
        private LocalDate date;
        private FigurePack pack;

        @Override
        public void accept(Measure measure, String area, Period over, Amount amount, String asPrinted, Origin origin) {
            if (over != period) {
                period = over;
                periodHash = over.hashCode();
                choosePack();
            }
            pack.add(measure, area, over, amount, asPrinted, origin);
            hash(measure, area, amount);
            figures++;
        }

        /** In the order they are read: who copies a report does not sort it. */
        private void hash(Measure measure, String area, Amount amount) {
            long said = 31L * (31L * measure.id().hashCode() + periodHash) + amount.lowest() * SPREAD + amount.highest();
            figuresHash = (figuresHash ^ said) * SPREAD + 1;
            areasHash = (areasHash ^ area.hashCode()) * SPREAD + 1;
            varied |= figures > 0 && amount.lowest() != firstAmount;
            firstAmount = figures == 0 ? amount.lowest() : firstAmount;
        }

        private void choosePack() {
            if (!period.date().equals(date)) {
                date = period.date();
                pack = byDate.computeIfAbsent(date, first -> new FigurePack());
            }
        }

        @Override
        public void accept(Reject reject) {
            rejects.add(reject);
            if (rejectedFirst.size() < REASONS_TOLD) {
                rejectedFirst.putIfAbsent(reject.reason(), "line " + reject.line()
                        + (reject.column().isEmpty() ? "" : ", " + reject.column()) + ": " + reject.detail());
            }
        }

        @Override
        public void unused(long line) {
            unusedRows++;
            unusedLine = unusedRows == 1 ? line : unusedLine;
        }

        @Override
        public void columns(List<String> used, List<String> unused) {
            columnsUsed = lines(used);
            columnsUnused = lines(unused);
        }

        private static String lines(List<String> names) {
            return names.stream().map(name -> CONTROLS.matcher(name).replaceAll(" ")).collect(Collectors.joining("\n"));
        }

        /** Each pack goes as it is made whole: both at once would be held twice. */
        Map<LocalDate, FigurePack.Packed> whole() {
            Map<LocalDate, FigurePack.Packed> whole = new TreeMap<>();
            while (!byDate.isEmpty()) {
                Map.Entry<LocalDate, FigurePack> first = byDate.pollFirstEntry();
                whole.put(first.getKey(), first.getValue().whole());
            }
            return whole;
        }

        Contents contents() {
            return new Contents(rejectedFirst.isEmpty() ? null : String.join("; ", rejectedFirst.values()),
                    unusedRows, unusedLine,
                    columnsUsed, columnsUnused, varied && figures >= FEWEST_COPIED ? figuresHash : 0, areasHash);
        }

        @Override
        public void accept(PersonalColumn column) {
            personal.add(column);
        }
    }
}
